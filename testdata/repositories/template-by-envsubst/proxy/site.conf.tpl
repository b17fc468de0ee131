server {
    listen ${PORT};
    location /static {
        alias /srv/static;
    }
    location / {
        include /etc/nginx/params;
        uwsgi_pass ${BACKEND}:${BACKEND_PORT};
        client_max_body_size 10m;
    }
}
