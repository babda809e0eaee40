#!/bin/sh
# Everything that shows docket works, in one command on a bare Debian 12: packages, build, all tests with real servers.
#   sh tests/run.sh         the release build and every test
#   sh tests/run.sh --all   also AddressSanitizer + UBSan, ThreadSanitizer, clang-format, clang-tidy, fuzzing, and a machine
#                           with systemd: the package's life, the end-to-end tests under the unit's sandbox
set -eu
cd "$(dirname "$0")/.."
. daemon/packages.sh
docket_install $docket_build_packages $docket_test_packages
command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache

build_and_test() {
  cmake --preset "$1" -DDOCKET_TESTS=ON >/dev/null
  cmake --build --preset "$1"
  ctest --preset "$1" --no-tests=error -j 2  # most of them wait for servers
}

build_and_test release
[ "${1:-}" = "--all" ] || exit 0

docket_install $docket_all_packages
sources=$(git ls-files '*.cc' '*.h')
clang-format --dry-run --Werror $sources
build_and_test asan
build_and_test tsan
# clang reads the build that is clang's own: it does not know all of g++'s flags.
cmake --preset fuzz -DDOCKET_TESTS=ON >/dev/null
git ls-files 'config/*.cc' 'connectors/*.cc' 'rules/*.cc' 'daemon/*.cc' | xargs -P 2 -n 8 clang-tidy -quiet -p build/fuzz
sh tests/fuzz/run.sh 60
sh tests/systemd/run.sh
echo "all clean"
