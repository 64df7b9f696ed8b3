#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A year in which the median income falls. The law does not lower a threshold then: each one keeps its earlier
# amount (a ratchet). So thresholds and benefits stay, though the reform was read.
#   sh examples/policy/05-a-median-that-falls.sh [--lang lv|en]
set -eu
cd "$(dirname "$0")"
slieksnis=${SLIEKSNIS:-slieksnis}
fall=income_median=700@2026-01-01

"$slieksnis" thresholds --on 2026-02-01 "$@"
echo
"$slieksnis" thresholds --on 2026-02-01 --set $fall "$@"
echo
"$slieksnis" compare --synthetic 5000 --on 2026-02-01 --want gmi-benefit,poor-household --set $fall --strict \
  --by none "$@"
