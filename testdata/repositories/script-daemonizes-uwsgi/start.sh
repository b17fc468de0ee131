#!/bin/sh
/usr/bin/uwsgi-core --ini /etc/uwsgi/uwsgi.ini --daemonize /dev/stdout
nginx -c /etc/nginx/nginx.conf
