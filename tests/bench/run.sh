#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the release benchmarks, prints one table of all and writes the same as JSON. The figures depend on the
# machine; compare within one run, best with the hand-written floors in it.
# sh tests/bench/run.sh [--pipe ROWS] [options of Google Benchmark, such as --benchmark_filter=csv]
set -eu
cd "$(dirname "$0")/../.."
. tests/support/packages.sh
if [ "${1:-}" = --pipe ]; then
  export SLIEKSNIS_BENCH_PIPE_ROWS="$2"
  shift 2
fi
cmake --preset release > /dev/null
cmake --build --preset release --target bench
results=build/release/bench
rm -f "$results"/*_bench.json
for program in "$results"/*_bench; do
  "$program" --benchmark_min_time=0.5 --benchmark_out="$program.json" --benchmark_out_format=json "$@" 1>&2
done
python3 tests/bench/summary.py "$results/results.json" "$results"/*_bench.json
