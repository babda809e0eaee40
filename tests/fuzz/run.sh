#!/bin/sh
# Fuzzes every target for $1 seconds each (default 60) from the kept corpus; a crash is kept as a file and fails.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
cmake --preset fuzz -DDOCKET_TESTS=ON >/dev/null
for source in tests/fuzz/*_fuzz.cc; do
  name=$(basename "$source" .cc)
  cmake --build --preset fuzz --target "$name"
  found=build/fuzz/corpus/$name
  mkdir -p "$found"
  seeds=tests/fuzz/corpus/${name%_fuzz}
  [ -d "$seeds" ] || seeds=""
  status=0
  "build/fuzz/$name" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/" "$found" $seeds >"build/fuzz/$name.log" 2>&1 || status=$?
  echo "$name: $(grep -E 'ERROR|SUMMARY|stat::number_of_executed_units' "build/fuzz/$name.log" || true)"
  [ $status -eq 0 ] || { tail -n 40 "build/fuzz/$name.log"; exit 1; }
done
