#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What if the GMI threshold were 30 % of the median income instead of 22 %? Who gains, by class of household and by
# decile of income, what it costs, and how cost grows with the share.
#   sh examples/policy/01-raise-the-gmi-share.sh [--lang lv|en]
set -eu
cd "$(dirname "$0")"
slieksnis=${SLIEKSNIS:-slieksnis}
benefits=gmi-benefit,housing-benefit

# The reform is checked as the rules are: nothing is said when it is sound.
"$slieksnis" check --reform reforms/raise-gmi-share.json "$@"

"$slieksnis" compare --synthetic 20000 --on 2026-02-01 --want $benefits \
  --reform reforms/raise-gmi-share.json --strict --by composition --by income/10 "$@"

# The same share from 20 to 40 per cent: one number for each setting.
"$slieksnis" sweep --synthetic 20000 --on 2026-02-01 --want $benefits \
  --vary gmi_share=0.20..0.40/0.05@2026-01-01 --format csv "$@"
