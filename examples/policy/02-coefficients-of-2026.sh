#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The housing benefit coefficients of January to April 2026 against those of 2025: first the household of the
# amendment's own example, then a made-up population beside the forecast that was published with the amendment.
#   sh examples/policy/02-coefficients-of-2026.sh [--lang lv|en]
set -eu
cd "$(dirname "$0")"
slieksnis=${SLIEKSNIS:-slieksnis}
before=reforms/housing-coefficients-of-2025.json

# A lone pensioner with an income of 500 and housing costs of 300 euro: 192.70 before, 267.50 after.
"$slieksnis" compare housing-benefit --pensioner 1 --income 500 --housing-costs 300 --on 2026-02-01 \
  --before $before "$@"

# All at once. The law of 2026 stands on the side "after" as it is.
"$slieksnis" compare --synthetic 20000 --on 2026-02-01 --want housing-benefit --before $before \
  --by composition "$@"

case " $* " in
  *" lv "*)
    cat <<'TEXT'

Prognoze, kas publicēta kopā ar 2026. gada 26. februāra grozījumiem (skaitļi nodoti tālāk, pats dokuments nav
redzēts): saņēmēji 33 040 → 40 611, vidējais pabalsts 158,62 → 204,77 eiro mēnesī.
Kā izdomātie iedzīvotāji no tās atšķiras: tajos nav ne Latvijas mājsaimniecību skaita, ne to ienākumu un izdevumu
sadalījuma, un katrs prasa, kas viņam pienākas. Tāpēc salīdzināmi ir virziens (vairāk saņēmēju, lielāks vidējais
pabalsts) un vienas mājsaimniecības summas, nevis skaits un izmaksas.
TEXT
    ;;
  *)
    cat <<'TEXT'

The forecast published with the amendments of 26 February 2026 (its figures were handed on, the document itself was
not seen): recipients 33 040 → 40 611, mean benefit 158.62 → 204.77 euro a month.
How a made-up population differs: it has neither Latvia's number of households nor the distribution of their incomes
and costs, and everybody claims what is due. So the direction can be compared (more recipients, a greater mean
benefit) and the amounts of one household, but not numbers and costs.
TEXT
    ;;
esac
