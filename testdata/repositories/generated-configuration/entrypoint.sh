#! /usr/bin/env sh
set -e

USE_NGINX_MAX_UPLOAD=${NGINX_MAX_UPLOAD:-0}
USE_LISTEN_PORT=${LISTEN_PORT:-80}

content='user  www-data;\n'
content=$content"worker_processes ${NGINX_WORKER_PROCESSES:-1};\n"
content=$content'error_log /var/log/nginx/error.log warn;\n'
content=$content'pid /var/run/nginx.pid;\n'
content=$content'events { worker_connections 1024; }\n'
content=$content'http { include /etc/nginx/mime.types; include /etc/nginx/conf.d/*.conf; }\n'
content=$content'daemon off;\n'
printf "$content" > /etc/nginx/nginx.conf

content_server='server {\n'
content_server=$content_server"    listen ${USE_LISTEN_PORT};\n"
content_server=$content_server'    location / {\n'
content_server=$content_server'        include uwsgi_params;\n'
content_server=$content_server'        uwsgi_pass unix:///tmp/uwsgi.sock;\n'
content_server=$content_server'    }\n}\n'
printf "$content_server" > /etc/nginx/conf.d/nginx.conf
printf "client_max_body_size $USE_NGINX_MAX_UPLOAD;\n" > /etc/nginx/conf.d/upload.conf

exec "$@"
