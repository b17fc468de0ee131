#! /usr/bin/env sh
set -e

if [ -f /app/prestart.sh ] ; then
    . /app/prestart.sh
fi

exec /usr/bin/supervisord
