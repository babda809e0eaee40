#!/bin/sh
# The main job in one command, without any server: a sample bilingual town in ./try takes a dozen letters from a Maildir;
# each becomes what it should, the acknowledgements and forwards are written to another Maildir.
#   sh daemon/try.sh          keeps running until Ctrl-C: put more letters into try/in/new
#   sh daemon/try.sh --once   ends after the letters
set -eu
cd "$(dirname "$0")/.."
. daemon/packages.sh
docket_install $docket_build_packages
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
[ -f build/release/build.ninja ] || cmake --preset release -DDOCKET_TESTS=OFF >/dev/null
cmake --build --preset release --target docket
docket=$PWD/build/release/docket

rm -rf try
"$docket" init try
# The sample letters carry this mail server's word that their senders are real; only then is a letter quoted back.
echo 'trusted_authserv_ids: [mx.town.example]' >> try/docket.yaml
"$docket" -c try check
"$docket" -c try serve &
daemon=$!
trap 'kill $daemon 2>/dev/null || true; wait $daemon 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM

# The drop: written to tmp, renamed into new, as a mail server does it; the copy last, as it would arrive.
for letter in daemon/try/*.eml; do
  cp "$letter" "try/in/tmp/$(basename "$letter")"
  mv "try/in/tmp/$(basename "$letter")" "try/in/new/$(basename "$letter")"
done
wanted=$(ls daemon/try/*.eml | wc -l)
settled() { find try/in/cur -type f | wc -l; }
waiting() { "$docket" -c try outbox list --state queued --json | grep -c '"id"' || true; }
tries=0
until [ "$(settled)" -eq "$wanted" ] && [ "$(waiting)" -eq 0 ]; do
  kill -0 $daemon 2>/dev/null || { echo "docket ended early" >&2; exit 1; }
  tries=$((tries + 1))
  [ $tries -lt 300 ] || { echo "the letters were not taken within a minute" >&2; exit 1; }
  sleep 0.2
done

echo
echo "THE LEDGER: every letter has one outcome"
"$docket" -c try ledger
echo
echo "THE CASES"
python3 daemon/try.py cases "$docket"
echo
echo "ONE ACKNOWLEDGEMENT, as it was written to try/out"
python3 daemon/try.py acknowledgement try/out/new
[ "${1:-}" = "--once" ] && exit 0
echo
echo "docket runs on: put letters into try/in/new, look with  $docket -c try case list ; Ctrl-C ends."
wait $daemon
