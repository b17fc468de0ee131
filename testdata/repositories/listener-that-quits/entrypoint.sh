#!/usr/bin/env sh
set -e
mkdir -p /etc/nginx/conf.d
cat > /etc/nginx/nginx.conf <<EOF
user nginx;
events {}
http { include /etc/nginx/conf.d/*.conf; }
EOF
cat > /etc/nginx/conf.d/nginx.conf <<"EOF"
server {
    listen 80;
    location / {
        uwsgi_pass unix:/tmp/uwsgi.sock;
        include uwsgi_params;
    }
}
EOF
exec "$@"
