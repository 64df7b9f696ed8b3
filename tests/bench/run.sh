#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the release benchmarks and prints their table. The figures depend on the machine; compare within one run.
set -eu
cd "$(dirname "$0")/../.."
. tests/support/packages.sh
cmake --preset release > /dev/null
cmake --build --preset release --target bench
for program in build/release/bench/*_bench; do
  "$program" --benchmark_min_time=0.5 "$@" 2>&1
done
