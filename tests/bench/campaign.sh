#!/bin/sh
# 5,000 form letters as their senders edit them, and 500 others of which 100 keep half of the form: one campaign, nobody
# missing, no false member, an acknowledgement each. With the path of another docket (one built before campaigns, say) also
# the time of a letter in both, in turns.
#   sh tests/bench/campaign.sh [OTHER_DOCKET [ROUNDS]]
set -eu
cd "$(dirname "$0")/../.."
. daemon/packages.sh
docket_install $docket_build_packages $docket_test_packages
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --preset release -DDOCKET_TESTS=ON >/dev/null
cmake --build --preset release --target docket
exec python3 tests/bench/campaign.py "$@"
