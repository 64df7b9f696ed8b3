#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From a fresh Debian machine to the first answer: installs what is missing, builds the program, asks it.
set -eu
cd "$(dirname "$0")/.."
. tests/support/packages.sh

# shellcheck disable=SC2086  # a list of words is meant
need_packages $build_packages
use_all_processors

# A build folder that already has the tests keeps them.
if [ ! -f build/release/build.ninja ]; then
  cmake --preset release -DSLIEKSNIS_BUILD_TESTS=OFF -DSLIEKSNIS_BUILD_EXAMPLES=OFF
fi
cmake --build --preset release --target slieksnis_cli

set -- build/release/slieksnis calc housing-benefit --on 2026-02-01 --pensioner 1 \
  --income 500 --housing-costs 300 --lang lv
echo
echo "\$ $*"
exec "$@"
