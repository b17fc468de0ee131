#!/bin/bash
set -e
sed -i "s/processes = 4/processes = ${PROCESSES:-4}/" /home/docker/code/uwsgi.ini
exec supervisord -n -c /etc/supervisor/supervisord.conf
