// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <utility>

#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "population_rows.hpp"
#include "result_stream.hpp"
#include "slieksnis/rule/embedded_rules.hpp"
#include "slieksnis/rule/part_of_rules.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::uint64_t most_households = 1'000'000'000;
constexpr std::string_view usual_day = "2023-07-01";

/// The whole number after an option, or nothing after adding an error.
std::optional<std::uint64_t> number_after(const command_line& line, std::string_view option,
                                          std::uint64_t least, std::uint64_t most,
                                          std::vector<error>& errors) {
  const auto text = line.value(option);
  std::uint64_t number = 0;
  const char* end = text ? text->data() + text->size() : nullptr;
  const auto read = text ? std::from_chars(text->data(), end, number)
                         : std::from_chars_result{nullptr, std::errc::invalid_argument};
  if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most) return number;
  const std::string name(option);
  const std::string from = std::to_string(least);
  const std::string to = std::to_string(most);
  line.wrong(errors, error_code::command_argument,
             {{"vesels skaitlis no " + from + " līdz " + to + " aiz " + name,
               "a whole number from " + from + " to " + to + " after " + name},
              text ? same(in_quotes(*text)) : words{"nekas", "nothing"},
              same(name + " " + (least == 0 ? "1" : "1000"))});
  return std::nullopt;
}

/// The topics that tell the composition of a household.
rule_book book_for(const command_line& line) {
  if (line.has("--rules")) return load_book(line);
  return load_rule_book(part_of_rules(embedded_rule_files(), {"composition"}), book_use::answers);
}

struct counted {
  std::uint64_t households = 0;
  std::uint64_t persons = 0;
};

template <typename Rows>
counted write_rows(synthetic_population& made, std::uint64_t households, Rows rows, result_stream& to) {
  constexpr std::size_t piece = std::size_t{1} << 18;
  std::string text = rows.head();
  counted result;
  for (; result.households < households; ++result.households) {
    const synthetic_household& one = made.next();
    result.persons += one.persons.size();
    rows.append(one, text);
    if (text.size() < piece) continue;
    to.write(text);
    text.clear();
  }
  to.write(text);
  to.keep();
  return result;
}

void note_synthetic(const command_line& line, const output& out, const counted& written) {
  const std::string households = std::to_string(written.households);
  const std::string persons = std::to_string(written.persons);
  out.complain(words{"piezīme: visas mājsaimniecības ir izdomātas, tā nav statistika; mājsaimniecības: " +
                         households + ", personas: " + persons + "\n",
                     "note: all households are made up, this is no statistics; households: " + households +
                         ", persons: " + persons + "\n"}
                   .in(line.lang));
}

exit_code run(const command_line& line, output& out) {
  std::vector<error> errors;
  if (const auto operands = line.operands(); !operands.empty())
    line.wrong(errors, error_code::command_argument,
               {{"tikai opcijas", "options only"}, same(in_quotes(operands.front())), {}});
  const auto households = number_after(line, "--households", 1, most_households, errors);
  const auto seed = line.has("--seed") ? number_after(line, "--seed", 0, UINT64_MAX, errors)
                                       : std::optional<std::uint64_t>(1);
  if (!errors.empty()) throw unusable(std::move(errors));
  const date on = line.has("--on") ? day_of(line) : *parse_date(usual_day);
  const rule_book book = book_for(line);
  check_span(book, on);

  const row_text text = line.value("--format") == "ndjson" ? row_text::ndjson : row_text::csv;
  synthetic_population made(*seed, on);
  try {
    result_stream to(out.take_file());
    const counted written = line.value("--rows") == "households"
                                ? write_rows(made, *households, household_rows(text, book, on), to)
                                : write_rows(made, *households, person_rows(text), to);
    note_synthetic(line, out, written);
  } catch (const reader_left&) {
    return exit_code::no_access;  // whoever reads only the first rows has them
  }
  return exit_code::answered;
}

}  // namespace

command population_command() {
  return {
      "population",
      {},
      {"izdomātas mājsaimniecības mēģinājumiem un ātruma mērījumiem",
       "made-up households for trials and measurements of speed"},
      {"Raksta rindu katrai personai (vai mājsaimniecībai), ko nolasa slieksnis batch. Sadalījumi ir ticami, "
       "bet izdomāti:\ntā nav statistika par Latviju. Tas pats --seed dod tās pašas mājsaimniecības jebkurā "
       "datorā; katras numurs\nsākas ar \"synthetic\".",
       "Writes a row for each person (or household) that slieksnis batch reads. The distributions are "
       "plausible "
       "but made up:\nthis is no statistics of Latvia. The same --seed gives the same households on every "
       "machine; the number of each\nbegins with \"synthetic\"."},
      {{"--households", {"SKAITS", "COUNT"}, {"cik mājsaimniecību", "how many households"}},
       {"--seed",
        {"SKAITLIS", "NUMBER"},
        {"kuras mājsaimniecības; ja nav norādīts, 1", "which households; 1 unless given"}},
       {"--rows",
        {"persons|households", "persons|households"},
        {"rinda katrai personai vai mājsaimniecībai; ja nav norādīts, personai",
         "a row for each person or household; persons unless given"},
        {"persons", "households"}},
       {"--on",
        {"DATUMS", "DATE"},
        {"kurā dienā personām ir to vecums; ja nav norādīta, 01.07.2023",
         "the day on which persons have their ages; 2023-07-01 unless given"}},
       {"--format",
        {"csv|ndjson", "csv|ndjson"},
        {"izvades veids; ja nav norādīts, CSV", "the form of the output; CSV unless given"},
        {"csv", "ndjson"}}},
      false,
      {{{"Desmit mājsaimniecību personas", "The persons of ten households"},
        same("slieksnis population --households 10 --seed 1")},
       {{"Rinda katrai mājsaimniecībai, failā", "A row for each household, in a file"},
        {"slieksnis population --households 1000 --rows=households -o majsaimniecibas.csv",
         "slieksnis population --households 1000 --rows=households -o households.csv"}}},
      run};
}

}  // namespace slieksnis::cli
