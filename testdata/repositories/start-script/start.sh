#!/bin/sh
uwsgi --ini /app/uwsgi.ini &
exec nginx -g "daemon off;"
