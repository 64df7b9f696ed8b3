#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A year in which the median income falls below that of the year before. The law does not lower a threshold then:
# each one keeps its earlier amount (a ratchet). So benefits follow the median down only as far as last year's.
#   sh examples/policy/05-a-median-that-falls.sh [--lang lv|en]
set -eu
cd "$(dirname "$0")"
slieksnis=${SLIEKSNIS:-slieksnis}

# The GMI benefit of somebody without any income, over the median: flat below that of 2025.
"$slieksnis" sweep gmi-benefit --members 1 --income 0 --on 2026-02-01 \
  --vary income_median=650..900/25@2026-01-01 --format csv "$@"
echo

# Whether the median falls by a little or by much: nobody loses more.
"$slieksnis" compare --synthetic 5000 --on 2026-02-01 --want gmi-benefit,poor-household \
  --before reforms/median-as-in-2025.json --set income_median=600@2026-01-01 --strict --by none "$@"
