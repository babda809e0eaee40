# Installs what Debian 12 needs to build docket, and with "tests" what its tests need too. Source with the list in $1.
# Nothing is installed that is there already; without root it says what is missing.

docket_build_packages="g++ cmake ninja-build pkg-config ccache git ca-certificates tzdata libcurl4-openssl-dev libmimetic-dev
 libre2-dev libyaml-cpp-dev libsqlitecpp-dev libsqlite3-dev libboost-dev nlohmann-json3-dev libcli11-dev libspdlog-dev
 libfmt-dev libicu-dev libxml2-dev libcld2-dev libjs-bootstrap5 libkainjow-mustache-dev libssl-dev libzstd-dev libhowardhinnant-date-dev
 libexpected-dev libphonenumber-dev libprotobuf-dev libsystemd-dev prometheus-cpp-dev libgoogle-perftools-dev python3 dpkg-dev file lowdown"
docket_test_packages="chromium chromium-driver doctest-dev debconf dovecot-imapd faketime lintian man-db openssl patch postfix procps python3-jsonschema python3-yaml
 shellcheck slowhttptest systemd zsh"
docket_bench_packages="libgmime-3.0-dev valgrind"
docket_all_packages="clang clang-tidy clang-format libclang-rt-14-dev mmdebstrap systemd-container"

docket_install() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "These packages are missing; install them as root: apt-get install$missing" >&2
    return 1
  fi
  echo "Installing:$missing"
  apt-get update -q >/dev/null
  # Servers that the tests need come along; this machine shall not run them as its own.
  case "$missing" in *postfix*) echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections ;; esac
  policy=/usr/sbin/policy-rc.d
  if [ -e $policy ]; then
    policy=""
  else
    printf '#!/bin/sh\nexit 101\n' > $policy
    chmod 755 $policy
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >/dev/null
  [ -z "$policy" ] || rm -f "$policy"
  trap - EXIT
}
