#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A municipality raises its own threshold of low-income households from 450 and 315 euro (first person, each further
# one) to 500 and 350: who gains the status, by number of members? The rows come through a pipe, as they would from
# a municipality's own register.
#   sh examples/policy/04-municipal-low-income-threshold.sh [--lang lv|en]
set -eu
cd "$(dirname "$0")"
slieksnis=${SLIEKSNIS:-slieksnis}

# Made-up rows: the note about them goes to standard error, the table into the pipe.
"$slieksnis" population --households 5000 --seed 4 --on 2026-02-01 2> /dev/null |
  "$slieksnis" compare - --household household_id --on 2026-02-01 --want low-income-household \
    --before reforms/municipal-threshold-450.json --reform reforms/municipal-threshold-500.json --strict \
    --by members "$@"
