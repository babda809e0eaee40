#!/bin/sh
# The unit is understood by systemd and exposes at most 1.5 of 10. $1: a docket binary, since the unit's own is not
# installed on a machine that only builds.
set -eu
unit=$(dirname "$0")/../systemd/docket.service
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed "s|^ExecStart=/usr/bin/docket|ExecStart=$1|" "$unit" > "$folder/docket.service"
systemd-analyze verify --man=no --recursive-errors=no "$folder/docket.service"
systemd-analyze security --offline=true --threshold=15 --no-pager "$folder/docket.service" | tail -n 1
# A unit with a misspelt key must fail, or this test says nothing.
sed 's/^WatchdogSec=/WatchdogSecs=/' "$folder/docket.service" > "$folder/wrong.service"
if systemd-analyze verify --man=no --recursive-errors=no "$folder/wrong.service" 2>/dev/null; then
  echo "a misspelt key passed" >&2
  exit 1
fi
