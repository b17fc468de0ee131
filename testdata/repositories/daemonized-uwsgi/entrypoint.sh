#!/bin/bash
cp /opt/app.conf /etc/supervisor/conf.d/app.conf
sed -i "s/NAME/${NAME:-app}/" /etc/supervisor/conf.d/app.conf
exec /usr/bin/supervisord -n
