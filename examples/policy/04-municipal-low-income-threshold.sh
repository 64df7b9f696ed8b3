#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A municipality sets its own threshold of low-income households: who would have the status at 500 euro for the
# first person and 350 euro for each further one, by number of members? The rows come through a pipe, as they
# would from a municipality's own register.
#   sh examples/policy/04-municipal-low-income-threshold.sh [--lang lv|en]
set -eu
cd "$(dirname "$0")"
slieksnis=${SLIEKSNIS:-slieksnis}

# Made-up rows: the note about them goes to standard error, the table into the pipe.
"$slieksnis" population --households 5000 --seed 4 --on 2026-02-01 2> /dev/null |
  "$slieksnis" compare - --household household_id --on 2026-02-01 --want low-income-household \
    --set low_income_first=500@2026-01-01 --set low_income_next=350@2026-01-01 --strict \
    --by members --format csv "$@"
