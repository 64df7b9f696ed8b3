# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts that must work on a machine with only the Debian base system.

# Names of packages in Debian 12. Building the program needs the first list, the tests also the second,
# clang-tidy and the sanitizers of clang the third.
build_packages="g++ cmake ninja-build libboost-dev libfmt-dev nlohmann-json3-dev libcli11-dev libcrypto++-dev"
test_packages="libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev pkg-config locales tzdata python3 python3-jsonschema"
tidy_packages="clang-14 clang-tidy-14"

# need_packages NAME...: installs those that are missing. When none is, nothing is asked of the network.
need_packages() {
  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    echo "This is not a Debian system; continuing with the tools that are here."
    echo "Their names in Debian: $*"
    return 0
  fi
  missing=
  for package in "$@"; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
      *" installed") ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0

  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "Missing packages, and neither root nor sudo to install them. As root, run:" >&2
      echo "  apt-get install$missing" >&2
      return 1
    fi
    as_root="sudo"
  fi
  echo "Installing missing packages:$missing"
  $as_root apt-get update -q || return 1
  # shellcheck disable=SC2086  # a list of words is meant
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

# Builds and tests use all processors unless told otherwise.
use_all_processors() {
  processors=$(nproc 2>/dev/null || echo 2)
  export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$processors}"
  export CTEST_PARALLEL_LEVEL="${CTEST_PARALLEL_LEVEL:-$processors}"
}
