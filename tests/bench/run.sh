#!/bin/sh
# How fast docket is, stage by stage and as a whole, beside what this machine can do at most: README.md in this folder.
#   sh tests/bench/run.sh [--letters 5000] [--rounds 5] [--only STAGE...] ...   (--help says the rest)
set -eu
cd "$(dirname "$0")/../.."
. daemon/packages.sh
docket_install $docket_build_packages $docket_test_packages $docket_bench_packages
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset release -DDOCKET_TESTS=ON >/dev/null
cmake --build --preset release --target docket bare_way stages_bench gmime_bench
exec python3 tests/bench/bench.py "$@"
