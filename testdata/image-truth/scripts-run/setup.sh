#!/bin/sh
set -e
mkdir -p "$1"
touch "$1/made"
if [ -n "$2" ]; then touch "$1/$2"; fi
