#!/bin/sh
# run.sh [SECONDS] [TARGET...]: fuzzes every target (or those named) for SECONDS each (default 60) from the kept corpus.
# Every target gets its turn; a crash is kept as a file beside the build and fails the run at the end.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- $(cd tests/fuzz && ls ./*_fuzz.cc | sed 's|^./||; s|_fuzz.cc$||')
cmake --preset fuzz -DDOCKET_TESTS=ON >/dev/null
cmake --build --preset fuzz --target $(printf '%s_fuzz ' "$@") >build/fuzz/build.log || { tail -n 40 build/fuzz/build.log; exit 1; }
failed=0
for name in "$@"; do
  found=build/fuzz/corpus/$name
  mkdir -p "$found"
  dictionary=tests/fuzz/$name.dict
  log=build/fuzz/$name.log
  status=0
  # Leaks are looked for too: the libraries beneath are C.
  "build/fuzz/${name}_fuzz" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="build/fuzz/$name-" -dict="$dictionary" \
    "$found" "tests/fuzz/corpus/$name" >"$log" 2>&1 || status=$?
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "$name: ${executions:-0} executions in $seconds s$([ $status -eq 0 ] || echo ", FAILED, see $log")"
  [ $status -eq 0 ] || { failed=1; grep -E 'ERROR|SUMMARY|Test unit written' "$log" || true; }
done
exit $failed
