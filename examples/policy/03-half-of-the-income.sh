#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A whole formula changed: only half of the income counts for the GMI benefit. What remains of one more euro earned
# changes for every household, and so does who is entitled.
#   sh examples/policy/03-half-of-the-income.sh [--lang lv|en]
set -eu
cd "$(dirname "$0")"
slieksnis=${SLIEKSNIS:-slieksnis}
reform=reforms/half-of-income.json

# What the reform says differently from the law.
"$slieksnis" diff law $reform "$@"

# The budget line of a lone adult, before and after: own income, benefit, total and marginal loss.
echo
"$slieksnis" sweep gmi-benefit --adult 1 --on 2026-02-01 --vary income=0..250/25 --format csv "$@"
echo
"$slieksnis" sweep gmi-benefit --adult 1 --on 2026-02-01 --vary income=0..250/25 --format csv --reform $reform "$@"

echo
"$slieksnis" compare --synthetic 20000 --on 2026-02-01 --want gmi-benefit --reform $reform --strict \
  --by income/10 "$@"
