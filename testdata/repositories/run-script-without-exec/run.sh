#!/bin/sh
python3 /home/docker/code/app/manage.py migrate --noinput
supervisord -n
