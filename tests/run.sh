#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds everything as users get it, and runs every test. Safe to repeat.
set -eu
cd "$(dirname "$0")/.."
. tests/support/packages.sh

# shellcheck disable=SC2086  # lists of words are meant
need_packages $build_packages $test_packages
use_all_processors
exec cmake --workflow --preset release
