#!/bin/sh
set -e
envsubst '$PORT $BACKEND $BACKEND_PORT' < /etc/nginx/site.conf.tpl > /etc/nginx/conf.d/default.conf
exec nginx -g 'daemon off;'
