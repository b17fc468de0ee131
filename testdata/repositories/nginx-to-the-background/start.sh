#!/bin/bash
source /etc/profile
/usr/bin/supervisord -n
