#!/bin/sh
# What needs a whole machine, in two of its own (machine.py): the life of a package from installation to purge, and the
# end-to-end tests under the sandbox of docket.service. Run as root after the release build.
set -eu
cd "$(dirname "$0")/../.."
debs=$(mktemp -d)
trap 'rm -rf "$debs"' EXIT
for revision in 2 1; do
  cmake -DDOCKET_PACKAGE_REVISION=$revision build/release >/dev/null
  cmake --build build/release --target docket_package >/dev/null
  cp build/release/docket_*-${revision}_*.deb "$debs"
done
first=$(echo "$debs"/*-1_*.deb)
second=$(echo "$debs"/*-2_*.deb)
python3 tests/systemd/machine.py --packages "dovecot-imapd openssl" --deb "$first" --deb "$second" /srv/docket/tests/systemd/package_life.py
python3 tests/systemd/machine.py --packages "chromium chromium-driver dovecot-imapd faketime openssl postfix python3-jsonschema python3-yaml" \
  --deb "$first" /srv/docket/tests/systemd/e2e_in_unit.py
