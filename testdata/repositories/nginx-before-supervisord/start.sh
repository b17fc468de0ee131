#!/bin/bash
set -e
cat > /etc/nginx/sites-enabled/default <<EOF
server {
    listen 80;
    location / {
        include uwsgi_params;
        uwsgi_pass unix:/tmp/site.sock;
    }
}
EOF
cat > /etc/supervisor/conf.d/site.conf <<'EOF'
[program:site]
command=uwsgi --socket /tmp/site.sock --chmod-socket=666 --module main:app --die-on-term
directory=/site
user=www-data
EOF
service nginx start
exec supervisord -n -c /etc/supervisor/supervisord.conf
