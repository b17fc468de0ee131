#!/bin/sh
kill -15 1
