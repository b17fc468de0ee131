#!/bin/bash
exec tail -F /var/log/nginx/error.log
