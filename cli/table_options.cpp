// SPDX-License-Identifier: Apache-2.0
#include "batch_request.hpp"

namespace slieksnis::cli {

std::vector<option> table_options() {
  return {
      {"--on",
       {"DATUMS|KOLONNA", "DATE|COLUMN"},
       {"diena visām rindām vai column:VIRSRAKSTS – kolonna ar katras rindas dienu; ja nav norādīta, šodiena",
        "the day of all rows, or column:HEADER, the column with each row's day; today unless given"}},
      {"--want",
       {"PABALSTS,…", "BENEFIT,…"},
       {"pabalsti un statusi, par kuriem lemt, atdalīti ar komatiem",
        "the benefits and statuses to decide about, with commas between them"}},
      {"--household",
       {"KOLONNA", "COLUMN"},
       {"rindas ir personas; šī kolonna pasaka, kurā mājsaimniecībā (vienas mājsaimniecības rindas ir "
        "blakus)",
        "rows are persons; this column tells the household of each (rows of a household stand together)"}},
      {"--column",
       {"VIRSRAKSTS=FAKTS", "HEADER=FACT"},
       {"kuru faktu nozīmē kolonna ar citu virsrakstu; bez FAKTA kolonnu nelasa",
        "the fact that a column of another header means; without a FACT the column is not read"},
       {},
       true},
      {"--on-error",
       {"stop|mark", "stop|mark"},
       {"kļūdaina rinda: beigt un neko neuzrakstīt (ja nav norādīts) vai atzīmēt un turpināt",
        "a bad row: end and write nothing (unless given), or mark it and go on"},
       {"stop", "mark"}},
      {"--rejected",
       {"FAILS", "FILE"},
       {"ierakstīt kļūdainās rindas ar kļūdu arī šajā failā",
        "write bad rows with their error to this file too"}},
      {"--input-format",
       {"csv|ndjson", "csv|ndjson"},
       {"ievades veids; citādi to pazīst", "the form of the input; otherwise recognised"},
       {"csv", "ndjson"}},
      {"--separator",
       {"comma|semicolon|tab", "comma|semicolon|tab"},
       {"CSV atdalītājs; citādi to pazīst", "the separator of CSV; otherwise recognised"},
       {"comma", "semicolon", "tab"}},
      {"--decimal-mark",
       {"comma|point", "comma|point"},
       {"decimālzīme; citādi to pazīst", "the decimal mark; otherwise recognised"},
       {"comma", "point"}},
      {"--threads",
       {"SKAITS", "COUNT"},
       {"cik pavedienu; iznākums no tā nav atkarīgs", "how many threads; the result does not depend on it"}}};
}

}  // namespace slieksnis::cli
