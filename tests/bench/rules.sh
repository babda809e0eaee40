#!/bin/sh
# Judging with 10 to 10,000 rules, and Dovecot Pigeonhole (sieve-filter) with the same rules and letters, in one run.
#   sh tests/bench/rules.sh [SEED]
set -eu
cd "$(dirname "$0")/../.."
. daemon/packages.sh
docket_install $docket_build_packages $docket_test_packages dovecot-sieve
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset release -DDOCKET_TESTS=ON >/dev/null
cmake --build --preset release --target rules_bench
folder=build/bench/rules
rm -rf $folder
python3 tests/bench/rules_corpus.py $folder "${1:-1}"
build/release/rules_bench $folder
python3 tests/bench/sieve.py $folder
