#!/bin/sh
python3 /app/manage.py collectstatic --noinput
/usr/bin/supervisord -n
