#!/bin/sh
# Webhooks taken a second, each on disk before its 2xx, beside how often the same disk can sync in the same run.
#   sh tests/bench/webhooks.sh [SECONDS [CONNECTIONS]]
set -eu
cd "$(dirname "$0")/../.."
. daemon/packages.sh
docket_install $docket_build_packages $docket_test_packages
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset release -DDOCKET_TESTS=ON >/dev/null
cmake --build --preset release --target docket
exec python3 tests/bench/webhooks.py "$@"
