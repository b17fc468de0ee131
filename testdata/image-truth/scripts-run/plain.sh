mkdir -p /plain
touch "/plain/${1:-none}"
