#!/bin/sh
# systemd understands every unit as it is installed, the services expose at most 1.2 of 10, timers name times that come,
# and what a socket unit gives is found by its name. $1: a docket binary, since the units' own is not installed on a
# machine that only builds; the units lie beside it, made by systemd/units.cmake.
set -eu
source=$(dirname "$0")/../systemd
units=$(dirname "$1")/systemd
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
verify() { systemd-analyze verify --man=no --recursive-errors=no "$@"; }
for unit in "$units"/*; do
  sed "s|^ExecStart=/usr/bin/docket|ExecStart=$1|" "$unit" > "$folder/$(basename "$unit")"
done
verify "$folder"/*.service "$folder"/*.socket "$folder"/*.timer "$folder"/*.path
for unit in "$folder"/*.service; do
  systemd-analyze security --offline=true --threshold=12 --no-pager "$unit" | tail -n 1
done
for timer in "$folder"/*.timer; do
  systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$timer")" >/dev/null
done
# A unit with a misspelt key must fail, or this test says nothing.
misspell() { sed "s/^$2=/$2s=/" "$folder/$1" > "$folder/wrong.${1##*.}"; }
misspell docket.service WatchdogSec
misspell docket-public.socket FileDescriptorName
misspell docket-rules.path PathChanged
for wrong in wrong.service wrong.socket wrong.path; do
  if verify "$folder/$wrong" 2>/dev/null; then
    echo "a misspelt key passed: $wrong" >&2
    exit 1
  fi
done
# docket looks for these two names.
for name in public staff; do
  for unit in "$folder/docket-$name.socket" "$folder/docket-$name@.socket"; do
    grep -qx "FileDescriptorName=$name" "$unit" || { echo "$unit gives another name" >&2; exit 1; }
  done
done
# Where the proxies are installed, they read their samples.
if command -v nginx >/dev/null; then
  openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=letters.town.example -keyout "$folder/privkey.pem" -out "$folder/fullchain.pem" 2>/dev/null
  sed "s|/etc/letsencrypt/live/letters.town.example|$folder|" "$source/proxy/nginx.conf" > "$folder/docket.conf"
  {
    printf 'pid %s/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n' "$folder"
    for kind in client_body proxy fastcgi uwsgi scgi; do printf '%s_temp_path %s/%s;\n' "$kind" "$folder" "$kind"; done
    printf 'include %s/docket.conf;\n}\n' "$folder"
  } > "$folder/nginx.conf"
  nginx -t -q -c "$folder/nginx.conf"
fi
if command -v caddy >/dev/null; then caddy validate --config "$source/proxy/Caddyfile" --adapter caddyfile >/dev/null 2>&1; fi
