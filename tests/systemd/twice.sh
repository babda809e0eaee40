#!/bin/sh
# The package of the last commit, built twice from nothing in two places, the second time without ccache: prints both
# sums; exit 1 when they differ. Not a ctest, since it takes two full builds.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
build() {
  git clone -q "$source" "$folder/$1"
  cd "$folder/$1"
  cmake --preset release -DDOCKET_TESTS=OFF >/dev/null
  cmake --build --preset release --target docket_package >/dev/null
  sha256sum build/release/docket_*.deb | sed "s|  .*/|  |; s|\$|  ($1)|"
}
first=$(build one)
second=$(export CCACHE_DISABLE=1; build a-longer-name)
printf '%s\n%s\n' "$first" "$second"
[ "${first%% *}" = "${second%% *}" ] || { echo "two builds differ" >&2; exit 1; }
