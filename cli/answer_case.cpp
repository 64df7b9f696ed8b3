// SPDX-License-Identifier: Apache-2.0
#include "answer_case.hpp"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "case_options.hpp"
#include "load_rules.hpp"
#include "slieksnis/config.hpp"
#include "slieksnis/decide/decide.hpp"
#include "slieksnis/render/html.hpp"
#include "slieksnis/render/json.hpp"
#include "slieksnis/render/markdown.hpp"
#include "slieksnis/render/text.hpp"

namespace slieksnis::cli {
namespace {

/// A division by zero is no answer: a rule or an override is wrong.
void check_failed(const rule_book& book, const std::vector<decision>& decisions) {
  std::vector<error> errors;
  for (const decision& one : decisions)
    if (one.failed)
      errors.emplace_back(error_code::formula_division, book.at(one.benefit).name,
                          complaint{{"dalītājs, kas nav nulle", "a divisor that is not zero"},
                                    {"dalīšana ar nulli", "a division by zero"},
                                    {"pārbaudiet --set un norādītos lielumus",
                                     "check --set and the values that are stated"}});
  if (!errors.empty()) throw unusable(std::move(errors));
}

/// https://reproducible-builds.org/specs/source-date-epoch: seconds of UTC in decimal digits. Anything else
/// is as if it were not set.
std::optional<date> reproducible_day() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr) return std::nullopt;
  const std::string_view digits(text);
  std::int64_t seconds = -1;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  constexpr std::int64_t year_9999 = 253'402'300'799;
  if (failure != std::errc() || end != digits.data() + digits.size() || seconds < 0 || seconds > year_9999)
    return std::nullopt;
  return date(std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds))));
}

}  // namespace

bool is_decided(const definition& of) {
  return of.kind == definition_kind::benefit || of.kind == definition_kind::status;
}

answer answer_case(const rule_book& book, const facts& stated, date on, std::vector<std::size_t> wanted) {
  answer given;
  given.on = on;
  given.wanted_by_name = !wanted.empty();
  check_span(book, on);
  if (!given.wanted_by_name) {
    for (std::size_t id = 0; id < book.definitions().size(); ++id) {
      const definition& of = book.at(id);
      if (!is_decided(of) || (of.of != entity::household && of.of != entity::person)) continue;
      const bool in_force = of.by_definition || of.in_force(on) != nullptr;
      (in_force ? wanted : given.not_in_force).push_back(id);
    }
  }
  given.decisions = decide(make_plan(book, on, wanted, shape_of(stated)), stated, wanted);
  check_failed(book, given.decisions);
  return given;
}

provenance provenance_of(const command_line& line) {
  return {"slieksnis " SLIEKSNIS_VERSION, rules_checksum(line), reproducible_day().value_or(today())};
}

std::vector<std::string_view> sheet_formats() { return {"text", "md", "html", "json"}; }

std::string sheet_text(const rule_book& book, const facts& stated, answer given, const command_line& line) {
  const render_options how{line.lang, line.has("--explain")};
  const std::string format = line.value("--format").value_or("text");
  if (format == "json") return render_json(book, stated, given, how);
  if (format == "text" && !how.explain) return render_text(book, stated, given, how);
  if (given.made.program.empty()) given.made = provenance_of(line);
  return format == "md"     ? render_markdown(book, stated, given, how)
         : format == "html" ? render_html(book, stated, given, how)
                            : render_text(book, stated, given, how);
}

}  // namespace slieksnis::cli
