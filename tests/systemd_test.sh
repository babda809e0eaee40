#!/bin/sh
# The units are understood by systemd, the service exposes at most 1.5 of 10, and what a socket unit gives is found by
# its name. $1: a docket binary, since the unit's own is not installed on a machine that only builds.
set -eu
units=$(dirname "$0")/../systemd
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
verify() { systemd-analyze verify --man=no --recursive-errors=no "$@"; }
sed "s|^ExecStart=/usr/bin/docket|ExecStart=$1|" "$units/docket.service" > "$folder/docket.service"
cp "$units"/docket-*.socket "$folder"
verify "$folder/docket.service" "$folder"/docket-*.socket
systemd-analyze security --offline=true --threshold=15 --no-pager "$folder/docket.service" | tail -n 1
# A unit with a misspelt key must fail, or this test says nothing.
sed 's/^WatchdogSec=/WatchdogSecs=/' "$folder/docket.service" > "$folder/wrong.service"
sed 's/^FileDescriptorName=/FileDescriptorNames=/' "$folder/docket-public.socket" > "$folder/wrong.socket"
for wrong in wrong.service wrong.socket; do
  if verify "$folder/$wrong" 2>/dev/null; then
    echo "a misspelt key passed: $wrong" >&2
    exit 1
  fi
done
# docket looks for these two names.
for name in public staff; do
  grep -qx "FileDescriptorName=$name" "$folder/docket-$name.socket" || { echo "docket-$name.socket gives another name" >&2; exit 1; }
done
# Where the proxies are installed, they read their samples.
if command -v nginx >/dev/null; then
  openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=letters.town.example -keyout "$folder/privkey.pem" -out "$folder/fullchain.pem" 2>/dev/null
  sed "s|/etc/letsencrypt/live/letters.town.example|$folder|" "$units/proxy/nginx.conf" > "$folder/docket.conf"
  {
    printf 'pid %s/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n' "$folder"
    for kind in client_body proxy fastcgi uwsgi scgi; do printf '%s_temp_path %s/%s;\n' "$kind" "$folder" "$kind"; done
    printf 'include %s/docket.conf;\n}\n' "$folder"
  } > "$folder/nginx.conf"
  nginx -t -q -c "$folder/nginx.conf"
fi
if command -v caddy >/dev/null; then caddy validate --config "$units/proxy/Caddyfile" --adapter caddyfile >/dev/null 2>&1; fi
