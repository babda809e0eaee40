#!/bin/sh
# Letters judged while sets of 10,000 rules are loaded and swapped beside them.
#   sh tests/bench/reload.sh [SEED]
set -eu
cd "$(dirname "$0")/../.."
. daemon/packages.sh
docket_install $docket_build_packages $docket_test_packages
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset release -DDOCKET_TESTS=ON >/dev/null
cmake --build --preset release --target reload_bench
folder=build/bench/rules
rm -rf $folder
python3 tests/bench/rules_corpus.py $folder "${1:-1}"
build/release/reload_bench $folder
