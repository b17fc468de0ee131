"""Configurations that try every directive of the table in every context, with good and bad parameters."""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROWS = ROOT / "Sources" / "NginxConfig" / "Table" / "DirectiveRows.swift"

CONTEXTS = [
    "main", "events", "http", "server", "location", "upstream", "ifInServer", "ifInLocation", "limitExcept",
    "mail", "mailServer", "stream", "streamServer", "streamUpstream",
]

HTTP = """events { }
http {
    limit_req_zone $binary_remote_addr zone=req:1m rate=5r/s;
    limit_conn_zone $binary_remote_addr zone=conn:1m;
    log_format main '$remote_addr $status';
    uwsgi_cache_path /tmp/uc keys_zone=keys:1m;
    proxy_cache_path /tmp/pc keys_zone=pkeys:1m;
    upstream app { server 127.0.0.1:3031; }
    %s
}
"""
STREAM = "events { }\nstream {\n    upstream app { server 127.0.0.1:3031; }\n    %s\n}\n"
MAIL = "events { }\nmail {\n    auth_http 127.0.0.1:9000;\n    %s\n}\n"

# What stands around the lines that a case tries, and the modules that it needs.
PLACES = {
    "main": ("%s\nevents { }\nhttp { server { listen 127.0.0.1:8080; } }\n", []),
    "events": ("events {\n    %s\n}\nhttp { server { listen 127.0.0.1:8080; } }\n", []),
    "http": (HTTP % "%s\n    server { listen 127.0.0.1:8080; location / { } }", []),
    "server": (HTTP % "server {\n    %s\n    location / { } }", []),
    "location": (HTTP % "server { listen 127.0.0.1:8080; location /a {\n    %s\n    } }", []),
    "upstream": (HTTP % "upstream one {\n    %s\n    }\n    server { listen 127.0.0.1:8080; }", []),
    "ifInServer": (HTTP % "server { listen 127.0.0.1:8080; if ($host) {\n    %s\n    } }", []),
    "ifInLocation": (HTTP % "server { listen 127.0.0.1:8080; location /a { if ($host) {\n    %s\n    } } }", []),
    "limitExcept": (HTTP % "server { listen 127.0.0.1:8080; location /a { limit_except GET {\n    %s\n    } } }", []),
    "mail": (MAIL % "%s\n    server { listen 127.0.0.1:8143; protocol imap; }", ["ngx_mail_module"]),
    "mailServer": (MAIL % "server { %s\n    }", ["ngx_mail_module"]),
    "stream": (STREAM % "%s\n    server { listen 127.0.0.1:8081; proxy_pass app; }", ["ngx_stream_module"]),
    "streamServer": (STREAM % "server { %s\n    }", ["ngx_stream_module"]),
    "streamUpstream": (STREAM % "upstream one {\n    %s\n    }\n    server { listen 127.0.0.1:8081; proxy_pass app; }",
                       ["ngx_stream_module"]),
}

# Lines that a place needs so that the first fault is that of the line under test, most of the time.
COMPANIONS = {
    "server": ["listen 127.0.0.1:8080;", "listen 127.0.0.1:8080;", ""],
    "upstream": ["server 127.0.0.1:1;", "server 127.0.0.1:1;", "server unix:/a backup;", ""],
    "streamUpstream": ["server 127.0.0.1:1;", "server 127.0.0.1:1;", ""],
    "mailServer": ["listen 127.0.0.1:8143; protocol imap;", "listen 127.0.0.1:110;", "listen 127.0.0.1:8025; protocol smtp;", ""],
    "streamServer": ["listen 127.0.0.1:8081; proxy_pass app;", "listen 127.0.0.1:8081;", ""],
    "location": ["", "", "uwsgi_pass app;", "proxy_pass http://app;", "fastcgi_pass app;", "return 200;"],
}

GENERIC = """on off 0 1 2 10 100 -1 1k 5m 1g 10s 500ms 1h30m 1y 1M 0s abc "" $host $nosuch ${uri} ${x $ a$1 /path rel/path
127.0.0.1 127.0.0.1:81 [::1]:80 unix:/tmp/x.sock http://127.0.0.1:81 'a_b' 9999999999999999999 2147483648 any
default none 200 404 600 ~^/x ~*( a=b zone=z:1m 1.5 * all ON Off 10x 1kk $request_uri$args text/html /tmp/$host
""".split()

BY_VALUE = {
    "flag": "on off ON Off yes true 1 \"\" on\\ off",
    "number": "0 1 2 10 64 100 512 1024 -1 +1 0x10 1k 1.5 abc 99999999999999999999 2147483648",
    "size": "0 1 1k 1K 8k 1m 1M 1g 512 4095 1024 100 1kb -1 abc 1.5k 9223372036854775807k 99999999999999999999",
    "offset": "0 1 1k 1m 1g 1G 1t -1 abc 99999999999999999999 9223372036854775807g",
    "time(ms)": "0 1 1s 500ms 1m 1h 1d 1w 1M 1y 1h30m 1s500ms 1m1h 1ms1s 10x \"1h 30m\" -1 abc 99999999999999999999 1000000000d 1.5s",
    "time(s)": "0 1 1s 500ms 1m 1h 1d 1w 1M 1y 1h30m 1m1h 10x \"1h 30m\" -1 abc 99999999999999999999 1.5s 60 25h",
    "access": "user:rw group:r all:r user:r group:rw all:rw all: user:w rw other:r user:rw,group:r",
    "mime types list": "text/html text/plain text/css TEXT/CSS * text/css application/json \"\" a",
    "cache valid list": "200 301 404 any 10m 1h 0 99 100 599 600 1x abc 1d \"\"",
    "bind": "off 127.0.0.1 127.0.0.1:80 [::1] ::1 $remote_addr transparent abc 127.0.0.1:0 $nosuch unix:/a 300.1.1.1",
    "predicate list": "$host $arg_a$cookie_b 0 1 \"\" $nosuch ${ abc",
    "complex size": "0 1k 1m $limit $arg_a 1x abc -1 $ \"\"",
    "param list": "A B QUERY_STRING $query_string $nosuch ${x if_not_empty if_empty \"\" HTTP_X $document_root",
    "key value list": "Host X-A $host \"\" $nosuch ${x Connection Options -a MinProtocol TLSv1.2",
    "ngx_conf_set_path_slot": "/tmp/a /tmp/b 1 2 3 4 0 a 1 2 \"\" rel",
    "cache path": "/tmp/x keys_zone=kz:1m keys_zone=kz keys_zone=kz:1k keys_zone=keys:1m keys_zone=:1m levels=1:2 levels=1:2:2 levels=3 "
                  "levels=1:2:2:1 levels= levels=0 levels=12 inactive=1m inactive=x max_size=1g max_size=x min_free=1m min_free=x "
                  "use_temp_path=off use_temp_path=x manager_files=10 manager_files=x manager_sleep=1s loader_files=1 "
                  "loader_sleep=x loader_threshold=1s purger=on foo",
    "buffers": "1 2 4 0 8 1k 4k 8k 16k 0 abc -1 32k",
}

BY_NAME = {
    "listen": "8080 127.0.0.1:8082 *:8083 [::1]:8084 localhost:8085 localhost unix:/tmp/l.sock 8086-8088 127.0.0.1 0 65536 "
              "127.0.0.1: :80 [::1 [::x]:80 unix: $host:80 8080/a 127.0.0.1:8080 0.0.0.0:8083 default_server default bind "
              "ssl http2 spdy proxy_protocol backlog=10 backlog=0 backlog=x rcvbuf=1k rcvbuf=0 sndbuf=x sndbuf=1m "
              "accept_filter=httpready deferred deferred=1 ipv6only=on ipv6only=off ipv6only=x reuseport reuseport=1 "
              "so_keepalive=on so_keepalive=off so_keepalive=1:2:3 so_keepalive=::: so_keepalive=1m::x so_keepalive= "
              "fastopen=1 fastopen=x setfib=1 udp udp=1 foo quic 127.0.0.1:25 127.0.0.1:110 127.0.0.1:993",
    "server_name": "a.test *.a.test a.* .a.test ~^a$ ~( ~ \"\" _ * a.*.test a/b $hostname $hostname: *a.test .. . *. .* a. a..b "
                   "~^(?<n>a)$ ~^(?<host>a)$ A.TEST ~^A$ *.*.a",
    "location": "/a /b =/a = ^~ ~ ~* @a /a/ ~^/x ~( ~*\\.php$ \"\" a ^~/c =~ @ !~",
    "if": "($host) ($host = a) ($host != a) ($host ~ a) ($host ~* a) ($host !~ a) ($host !~* ( ) ($host ~ \"(\") (-f /a) (!-f $uri) (-d) "
          "(-x a) (-e a) (-z a) (!-e /$uri) () ( $host ($host (host) ($host == a) ($host =) ($host = $nosuch) ($) ($host ! a) (\"$host\" = a) (! $host) "
          "($host a) ( $host ) ($host ~ a b) (-f $nosuch) ($host = \"a b\") (a = b) ($ho-st = a) ($host ~ ^(?<x>a)$)",
    "root": "/srv html $document_root /srv/$document_root $realpath_root ${document_root} \"\" /a/$host /a/$nosuch",
    "alias": "/srv html $document_root /srv/$realpath_root \"\" /a/$1 /a/$nosuch",
    "try_files": "$uri $uri/ =404 =600 =999 =1000 =x = @app /index.html \"\" =404a =$host $nosuch ${",
    "error_page": "404 500 502 503 504 /404.html =200 =  =302 =x @app http://a/ 299 300 499 494 495 498 600 =600 200 $uri /$nosuch =499 =100 599 abc \"\"",
    "return": "200 204 301 302 303 307 308 404 444 499 500 600 999 1000 text \"text $host\" http://a/ https://a/$uri $scheme://a /a \"\" 0 -1 01 $host 99 99999",
    "rewrite": "^/a /b ^(.*)$ $1 /a?x=$1 ( last break redirect permanent forever http://a/$1 https://a $scheme://a \"\" ^/(?<x>a) /$x? /$2 $nosuch ^ /",
    "set": "$a $b $host $args $uri $arg_x $http_x $ \"\" value $a$b ${c} $limit_rate $cookie_a $a-b $http_cookie $document_uri $slice_range a $1",
    "break": "a",
    "access_log": "off on /tmp/a.log /tmp/$host.log main combined nosuch buffer=1k buffer=0 buffer=x flush=1s flush=0 flush=x gzip gzip=1 gzip=10 gzip=x "
                  "if=$host if=$nosuch if= syslog:server=127.0.0.1 syslog:server=nosuch.invalid syslog:server=unix:/a syslog: syslog:server=127.0.0.1,facility=local7,tag=a,severity=info "
                  "syslog:server=127.0.0.1,tag=a-b syslog:facility=user syslog:server=127.0.0.1,nohostname syslog:server=127.0.0.1:x memory:1k foo \"\" stderr",
    "error_log": "stderr /tmp/e.log /dev/null warn error debug info crit debug_http debug_core loud syslog:server=127.0.0.1 syslog: memory:1m memory:x "
                 "syslog:server=127.0.0.1,severity=x syslog:server=127.0.0.1,facility=x \"\" off",
    "log_format": "main main2 combined escape=json escape=none escape=default escape=xml $host '$status $nosuch' $1 ${ '$' \"a b\" ${status} $msec '$request $' $bytes_sent",
    "limit_req": "zone=req zone=nosuch zone= burst=5 burst=0 burst=x nodelay delay=1 delay=0 delay=x burst=1k zone=conn foo rate=1r/s",
    "limit_req_zone": "$binary_remote_addr $host$uri abc \"\" $nosuch zone=q:1m zone=q:10m zone=q zone=q:1k zone=q:x zone=:1m zone=req:1m zone=conn:1m zone=q: rate=1r/s rate=1r/m rate=0r/s rate=r/s "
                      "rate=1 rate=x rate=1r/h rate=10r/s sync foo zone=a:32k zone=a:8k",
    "limit_conn": "conn nosuch req 1 0 65535 65536 x -1 \"\" 70000 1k",
    "limit_conn_zone": "$binary_remote_addr $host abc zone=q:1m zone=q zone=q:1k zone=conn:1m zone=req:1m zone=:1m zone=q:x $nosuch foo \"\" zone=q:32k",
    "limit_conn_log_level": "info notice warn error debug", "limit_req_log_level": "info notice warn error debug",
    "limit_rate": "0 1k $limit_rate 1x $arg_a",
    "proxy_pass": "http://app http://app/ https://app http://127.0.0.1:81/x http://nosuch.invalid http://nosuch.invalid:81 http://unix:/tmp/a http://unix:/tmp/a:/b http://unix: app 127.0.0.1:81 http:// http:///a "
                  "https://[::1]/ http://[::1 http://127.0.0.1:0 http://127.0.0.1:65536 http://$host http://$nosuch ${scheme}://a HTTP://app http://app:81 http://app:80/ http://127.0.0.1?a http://a:x/ unix:/tmp/a ftp://a http://127.0.0.1:81/$uri nosuch.invalid:1 app:80 127.0.0.1",
    "uwsgi_pass": "app uwsgi://app suwsgi://app 127.0.0.1:1 127.0.0.1 unix:/a unix: unix:/a: nosuch.invalid:1 nosuch [::1]:1 [::1] $host $nosuch app:1 http://app uwsgi://127.0.0.1:1/a localhost:1 UWSGI://app suwsgi://",
    "fastcgi_pass": "app 127.0.0.1:1 127.0.0.1 unix:/a unix: nosuch.invalid:1 nosuch [::1]:1 $host $nosuch app:1 fastcgi://app localhost:1 127.0.0.1:1/a",
    "scgi_pass": "app scgi://app 127.0.0.1:1 127.0.0.1 unix:/a nosuch.invalid:1 $host $nosuch app:1 http://a localhost",
    "grpc_pass": "app grpc://app grpcs://app grpc://127.0.0.1:1 127.0.0.1:1 127.0.0.1 unix:/a nosuch.invalid:1 grpc://$host $nosuch app:1 http://a grpcs:// grpc://127.0.0.1/a localhost:1",
    "memcached_pass": "app 127.0.0.1:1 127.0.0.1 unix:/a nosuch.invalid:1 $host app:1 localhost memcached://a",
    "proxy_redirect": "default off http://a/ / ~^a$ /b ~*^(.*)$ /$1 ~( on ~ $host $nosuch \"\"",
    "proxy_cookie_domain": "off a b ~^(a)$ $1 ~( $host $nosuch on .a",
    "proxy_cookie_path": "off / /b ~^/(a)$ /$1 ~( $host $nosuch on ~*^/x",
    "proxy_cookie_flags": "off a ~b ~( secure httponly samesite=lax samesite=strict samesite=none samesite nosecure nohttponly nosamesite samesite=x $a one foo",
    "proxy_http_version": "1.0 1.1 1.2 2 1", "proxy_method": "GET POST $request_method",
    "proxy_store": "on off /a/$uri /b $nosuch \"\"", "uwsgi_store": "on off /a/$uri", "fastcgi_store": "on off /a$uri", "scgi_store": "on off /a$uri",
    "proxy_cache": "off pkeys keys nosuch $host $nosuch \"\" req", "uwsgi_cache": "off keys pkeys nosuch $host $nosuch \"\" req", "fastcgi_cache": "off keys nosuch $host \"\"", "scgi_cache": "off keys nosuch",
    "proxy_cache_key": "$uri $nosuch abc \"\" $", "uwsgi_cache_key": "$uri $nosuch abc \"\"", "fastcgi_cache_key": "$uri abc",
    "fastcgi_split_path_info": "^(.+)(/.*)$ ^(.+)$ ( ^a$ (a)(b)(c) (?<x>a)(b) \"\"", "fastcgi_index": "index.php $uri",
    "fastcgi_params": "A b", "proxy_set_body": "abc $request_body $nosuch", "proxy_headers_hash_max_size": "1 64 512", "proxy_headers_hash_bucket_size": "1 32 64 128",
    "allow": "all 10.0.0.0/8 10.0.0.1/8 127.0.0.1 ::1 2001:db8::/32 unix: 10.0.0.0/33 10.0.0 abc 0.0.0.0/0 10.0.0.0/255.0.0.0 ::/0 ALL localhost",
    "add_header": "X-A v $host $nosuch always Always Cache-Control Last-Modified ETag \"\" ${x", "add_trailer": "X-A v $host $nosuch always x",
    "expires": "off max epoch -1 30d @15h30m @25h modified +1h $map 0 1x +1 -1h @ modified modifieds $nosuch 24h @24h",
    "auth_basic": "off realm $host $nosuch \"a b\"", "auth_basic_user_file": "/etc/passwd htpasswd $host /a/$nosuch \"\"",
    "auth_request": "off /a $host @a on", "auth_request_set": "$a $host $upstream_status $nosuch a $ v $args",
    "satisfy": "any all some ANY", "satisfy_any": "on off", "stub_status": "on off a", "index": "index.html a b /c $host \"\" $nosuch / /d",
    "internal": "a", "limit_except": "GET HEAD POST get FOO PUT PATCH LINK \"\"", "mirror": "off /m on @m $host", "keepalive_disable": "none msie6 safari msie7 none",
    "keepalive_timeout": "75s 0 10s 20s 1x abc 1m1h 500ms", "large_client_header_buffers": "4 8k 1 1k 4 100 512 511",
    "client_max_body_size": "0 1m 1x 99999999999999999999", "directio": "off 4m on 1x 512", "aio": "on off threads threads=default threads=nosuch threads= threads=$host sendfile foo",
    "disable_symlinks": "off on if_not_owner from=$document_root from=/a from=$nosuch from= foo", "open_file_cache": "off max=10 max=0 max=x inactive=1s inactive=x valid=1s min_uses=1 foo on",
    "open_log_file_cache": "off max=10 max=0 inactive=1s inactive=x valid=1s valid=x min_uses=1 min_uses=0 foo", "server_tokens": "on off build x", "types_hash_max_size": "1 64 1024",
    "resolver": "127.0.0.1 127.0.0.1:53 [::1] [::1]:53 valid=1s valid=x valid=0 ipv6=on ipv6=off ipv6=x ipv4=off ipv4=x nosuch.invalid localhost 127.0.0.1:x status_zone=a foo=1 unix:/a \"\"",
    "post_action": "/a @a off", "charset": "utf-8 off koi8-r $host $nosuch windows-1251 UTF-8 \"\"", "source_charset": "utf-8 off koi8-r $host",
    "sub_filter": "a b $host $nosuch \"\" A", "gzip_types": "text/css * text/html text/css a", "gzip_disable": "msie6 MSIE ( ~x degradation \"a b\" .", "gzip_proxied": "off expired no-cache no-store private no_last_modified no_etag auth any foo off",
    "gzip_http_version": "1.0 1.1 2", "gzip_comp_level": "0 1 9 10", "gzip_window": "1k 4k 512 3k 32k 64k 1m", "gzip_hash": "1k 4k 128k 256k 3k 1m 512", "gzip_static": "on off always x",
    "referer_hash_max_size": "1 100", "valid_referers": "none blocked server_names a.test *.a.test a.* ~a ~( .a ~a\\. a/b a/b/ \"\" $host a.*.b http://a A.test",
    "secure_link": "$arg_a,$arg_b $nosuch abc", "secure_link_md5": "$uri abc $nosuch", "secure_link_secret": "a $b",
    "set_real_ip_from": "10.0.0.0/8 10.0.0.1/8 unix: ::1 nosuch.invalid 127.0.0.1 localhost all 10.0.0.0/33", "real_ip_header": "X-Real-IP X-Forwarded-For proxy_protocol \"\" A $host",
    "split_clients": "$host $a $ a", "map": "$host $m abc $host m $ $nosuch $n $uri $args", "geo": "$g $host $g2 a $ $remote_addr $nosuch $h",
    "types": "", "upstream": "one app APP u2 \"\" $host 127.0.0.1 a b app:1", "userid": "on off log v1 x", "userid_expires": "off max 1d 1x epoch", "userid_mark": "off a = Z 9 ab - @", "userid_p3p": "none a",
    "userid_service": "1 127.0.0.1 x", "userid_flags": "off secure httponly samesite=lax samesite x samesite=strict", "userid_name": "uid", "dav_methods": "off put delete mkcol copy move PUT get off",
    "ancient_browser": "msie6 netscape4 a msie", "modern_browser": "msie 5.5 gecko 1.0 unlisted a 5 opera 9.0 safari konqueror 1.x msie 1.2.3.4.5", "ancient_browser_value": "1", "autoindex_format": "html xml json jsonp x",
    "http2_max_field_size": "1k 4k", "http2_chunk_size": "1k 8k 16k 32k 0", "http2_recv_buffer_size": "1k 64k 256k", "http2_max_concurrent_streams": "1 128", "http2_body_preread_size": "0 64k 1k", "http2_streams_index_size": "1 2 3 32", "http2_push": "/a off $host $nosuch", "http2_max_concurrent_pushes": "1 10", "http2_pool_size": "1k 4k 100", "http2_max_requests": "1 10",
    "ssl_certificate": "/nosuch.pem $host.pem data:$a data:x \"\" a.pem", "ssl_certificate_key": "/nosuch.key $host.key data:$a engine:a:b \"\"", "ssl_protocols": "SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3 TLSv1.4 tlsv1.2 TLSv1.2", "ssl_ciphers": "HIGH:!aNULL DEFAULT",
    "ssl_session_cache": "off none builtin builtin:100 builtin:x builtin: shared:S:1m shared:S:1k shared:S shared::1m shared:S:x foo shared:S:2m shared:req:1m", "ssl_session_tickets": "on off", "ssl_session_ticket_key": "/nosuch a.key", "ssl_verify_client": "on off optional optional_no_ca x", "ssl_dhparam": "/nosuch.pem \"\"",
    "ssl_ecdh_curve": "auto prime256v1 secp384r1:prime256v1", "ssl_stapling": "on off", "ssl_conf_command": "Options PrioritizeChaCha Ciphersuites TLS_X MinProtocol TLSv1.2 Nosuch a", "ssl_password_file": "/nosuch /etc/passwd \"\"", "ssl_ocsp": "on off leaf x", "ssl_ocsp_cache": "off shared:O:1m shared:O:1k shared:O foo shared::1m on", "ssl_ocsp_responder": "http://a https://a a http:// http://127.0.0.1/", "ssl_reject_handshake": "on off", "ssl_buffer_size": "0 1k 16k 32k 1", "ssl_client_certificate": "/nosuch.pem", "ssl_trusted_certificate": "/nosuch.pem", "ssl_crl": "/nosuch.pem", "ssl_early_data": "on off", "ssl_verify_depth": "1", "ssl_alpn": "h2 http/1.1 \"\" a", "ssl": "on off",
    "proxy_ssl_protocols": "TLSv1.2 SSLv2 x", "proxy_ssl_certificate": "/nosuch.pem $host", "proxy_ssl_certificate_key": "/nosuch $host", "proxy_ssl_trusted_certificate": "/nosuch.pem", "proxy_ssl_ciphers": "DEFAULT", "proxy_ssl_conf_command": "Options x", "proxy_ssl_verify": "on off", "uwsgi_ssl_verify": "on off", "grpc_ssl_verify": "on",
    "server": "127.0.0.1:1 127.0.0.1 unix:/a localhost localhost:2 nosuch.invalid nosuch.invalid:1 127.0.0.1:0 127.0.0.1:x http://a 127.0.0.1/a unix: [::1]:1 weight=1 weight=0 weight=x max_conns=1 max_conns=x max_fails=0 max_fails=x fail_timeout=10s fail_timeout=x backup down slow_start=1s resolve service=a route=a drain foo backup=1 $host",
    "hash": "$uri consistent $nosuch abc foo \"\"", "ip_hash": "a", "least_conn": "a", "random": "two two=least_conn two least_conn least_time=header foo", "keepalive": "1 0 32 x -1 timeout=1s", "keepalive_requests": "100 x", "keepalive_time": "1h x", "zone": "z 1m z 1k z x z 64k app 1m \"\" 1m req 1m z", "ntlm": "", "least_time": "header", "queue": "1", "sticky": "cookie a", "state": "/a",
    "worker_processes": "auto 1 0 x -1 99999 1k", "worker_cpu_affinity": "auto 0001 0010 01 101010 x 012 auto 11 \"\"", "worker_priority": "0 5 -5 19 20 -20 -21 25 x -", "user": "root www-data nobody nosuch nogroup \"\" daemon", "env": "A A=b TZ \"\" =x", "load_module": "modules/nosuch.so /nosuch.so", "pid": "/tmp/a.pid \"\" /nosuch/a.pid", "lock_file": "/tmp/a.lock", "thread_pool": "default a threads=1 threads=0 threads=x max_queue=1 max_queue=x foo threads=2 max_queue=0", "timer_resolution": "1s 100ms x", "debug_points": "stop abort x", "ssl_engine": "dynamic nosuch rdrand", "working_directory": "/tmp /nosuch", "worker_rlimit_core": "1m x", "worker_rlimit_nofile": "1024 x", "daemon": "on off", "master_process": "on off", "worker_shutdown_timeout": "1s 0 x", "pcre_jit": "on off",
    "use": "epoll select poll kqueue /dev/poll rtsig nosuch", "worker_connections": "1 512 0 x -1", "debug_connection": "127.0.0.1 10.0.0.0/8 10.0.0.1/8 unix: nosuch.invalid localhost ::1 x/33", "multi_accept": "on", "accept_mutex": "on off",
    "auth_http": "127.0.0.1:9000 http://127.0.0.1:9000/auth 127.0.0.1:9000/a localhost nosuch.invalid unix:/a unix:/a:/b http://nosuch.invalid/ https://a \"\" http:// 127.0.0.1", "auth_http_header": "A b", "auth_http_timeout": "1s x", "auth_http_pass_client_cert": "on", "protocol": "imap pop3 smtp http IMAP", "imap_auth": "plain login cram-md5 external digest apop", "pop3_auth": "plain apop cram-md5 external login x", "smtp_auth": "plain login cram-md5 external none apop x", "imap_capabilities": "IMAP4 UIDPLUS IMAP4 \"\"", "starttls": "on off only x", "proxy_protocol": "on off 1", "xclient": "on off x", "proxy_pass_error_message": "on", "proxy_smtp_auth": "on off", "smtp_greeting_delay": "1s x", "max_errors": "1 x", "server_name_mail": "a",
    "preread_timeout": "1s", "preread_buffer_size": "1k x", "proxy_upload_rate": "0 1k $host x", "proxy_download_rate": "0 1k $nosuch x", "proxy_responses": "0 1 x", "proxy_requests": "0 x", "proxy_next_upstream": "on off error timeout invalid_header http_500 http_404 http_429 non_idempotent off updating x", "ssl_preread": "on off", 
    "ssi_types": "text/html * text/css", "ssi_value_length": "256 x", "mp4_buffer_size": "1k", "slice": "0 1m x", "client_body_in_file_only": "on off clean x", "request_pool_size": "1 4k 100 17 1k", "connection_pool_size": "256 100 0 17 1k", "if_modified_since": "off exact before x", "lingering_close": "on off always x", "underscores_in_headers": "on", "variables_hash_bucket_size": "1 64 100", "variables_hash_max_size": "1 1024", "server_names_hash_bucket_size": "1 8 16 32 64 100", "server_names_hash_max_size": "1 512", "map_hash_bucket_size": "1 32 64", "map_hash_max_size": "1 2048", "types_hash_bucket_size": "1 16 64",
}

FREE_FORM = {
    "map": ["a 1;", "default 1;", "default 2;", "a 2;", "A 3;", "~^a$ 1;", "~*( 1;", "~ 1;", "*.a 1;", "a.* 1;", ".a 1;", "hostnames;", "volatile;", "\\default 1;", "\\~a 1;", "a;", "a b c;", "~^(?<x>a) $x;", "a $nosuch;", "a ${;", "include nosuch;", "\"\" 1;", "a..b 1;", "a.*.b 1;", "foo;", "b $uri$args;", "*.a 2;", "{ }", "default $host;"],
    "geo": ["default 0;", "10.0.0.0/8 1;", "10.0.0.0/8 2;", "10.0.0.1/8 1;", "127.0.0.1 1;", "::1/128 1;", "2001:db8::/32 a;", "abc 1;", "ranges;", "10.0.0.1-10.0.0.9 a;", "10.0.0.5-10.0.0.20 b;", "10.0.0.9-10.0.0.1 a;", "delete 10.0.0.0/8;", "delete 11.0.0.0/8;", "proxy 10.0.0.0/8;", "proxy abc;", "proxy_recursive;", "a;", "a b c;", "default 1;", "include nosuch;", "10.0.0.0/33 1;", "255.255.255.255 1;", "delete 10.0.0.1-10.0.0.9;", "default $host;"],
    "types": ["text/html html;", "text/css css scss;", "a/b html;", "text/plain;", "include mime.types;", "include nosuch;", "a b c { }", "text/css css css;", "\"\" x;"],
    "split_clients": ["50% a;", "0.5% b;", "0.001% c;", "* d;", "60% e;", "100% f;", "x g;", "-1% h;", "50 i;", "% j;", "101% a;", "100.00% b;", "50.% a;"],
    "charset_map": ["80 D0;", "ZZ 1;", "80 E282AC;", "80;", "100 1;", "80 D0 E0;", "A 1;", "80 1FF;", "FF FF;"],
}


def rows():
    """The directives of nginx's own modules: name, module, contexts, arity, whether a block, value, file."""
    for line in ROWS.read_text().splitlines():
        columns = line.strip().split("\t")
        if len(columns) != 13 or columns[8] not in "cr":
            continue
        bits = int(columns[2], 16)
        yield {
            "name": columns[0], "module": columns[1], "value": columns[5], "file": columns[11],
            "contexts": [name for bit, name in enumerate(CONTEXTS) if bits & 1 << bit],
            "counts": [count for count in range(8) if int(columns[3], 16) & 1 << count] or [1],
            "block": columns[4].startswith("b"),
        }


# What nginx asks of OpenSSL, of the number of processors or of all its names together, and repetitions that
# it refuses for some values alone.
LEFT_OUT = {
    "ssl_engine", "variables_hash_max_size", "variables_hash_bucket_size", "worker_cpu_affinity",
    "proxy_headers_hash_max_size", "proxy_headers_hash_bucket_size", "secure_link_secret", "source_charset",
    "worker_priority", "http2_push_preload", "keepalive",
}
FILES = ["nginx", "ngx_stream_module.so", "ngx_mail_module.so"]


class Cases:
    """Makes cases from a generator of random numbers."""

    def __init__(self, rng):
        self.rng = rng
        self.rows = [row for row in rows() if row["file"] in FILES and row["name"] not in LEFT_OUT]
        self.by_module = {}
        for row in self.rows:
            self.by_module.setdefault(row["module"], []).append(row)

    def case(self, number):
        """The text of a case and the modules that nginx must load for it."""
        row = self.rows[number % len(self.rows)]
        context = self.rng.choice(row["contexts"]) if self.rng.random() < 0.93 else self.rng.choice(CONTEXTS)
        if context not in PLACES:
            context = "main"
        lines = [self.statement(row)]
        for _ in range(self.rng.choice([0, 0, 0, 1, 1, 2])):
            others = [o for o in self.by_module[row["module"]] if context in o["contexts"]] or [row]
            other = row if self.rng.random() < 0.3 else self.rng.choice(others)
            lines.insert(self.rng.randrange(len(lines) + 1), self.statement(other))
        companion = self.rng.choice(COMPANIONS.get(context, [""]))
        lines.insert(self.rng.choice([0, 0, len(lines)]), companion)
        place, modules = PLACES[context]
        if row["file"].endswith(".so"):
            modules = sorted({*modules, row["file"][:-3]})
        return place.replace("%s", "\n    ".join(line for line in lines if line)), modules

    def statement(self, row):
        count = self.rng.choice(row["counts"])
        if self.rng.random() < 0.04:
            count = self.rng.randrange(5)
        words = [row["name"]] + [self.word(row, index, count) for index in range(count)]
        head = " ".join(words)
        if row["block"] == (self.rng.random() < 0.97):
            return head + " {\n" + self.body(row) + "    }"
        return head + ";"

    def word(self, row, index, count):
        if row["value"].startswith(("enum:", "bitmask:")):
            pool = row["value"].partition(":")[2].split("|") * 3 + ["nosuch", "off"]
        elif row["name"] in BY_NAME:
            pool = re.findall(r'"[^"]*"|\'[^\']*\'|\S+', BY_NAME[row["name"]])
        elif row["value"] in BY_VALUE:
            pool = re.findall(r'"[^"]*"|\S+', BY_VALUE[row["value"]])
        else:
            pool = GENERIC
        if self.rng.random() < 0.06:
            pool = GENERIC
        return self.rng.choice(pool or GENERIC)

    def body(self, row):
        pool = FREE_FORM.get(row["name"])
        if pool:
            return "".join(f"        {self.rng.choice(pool)}\n" for _ in range(self.rng.randrange(4)))
        if row["name"] == "upstream":
            return "server 127.0.0.1:1;\n" if self.rng.random() < 0.9 else ""
        if row["name"] == "server" and row["module"].startswith("ngx_stream"):
            return "listen 127.0.0.1:9; proxy_pass app;\n"
        if row["name"] == "server" and row["module"].startswith("ngx_mail"):
            return "listen 127.0.0.1:9; protocol imap;\n"
        return ""
