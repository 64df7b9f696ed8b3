// SPDX-License-Identifier: Apache-2.0
#include "answer_case.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "case_names.hpp"
#include "case_options.hpp"
#include "load_rules.hpp"
#include "slieksnis/config.hpp"
#include "slieksnis/decide/decide.hpp"
#include "slieksnis/decide/outlook.hpp"
#include "slieksnis/render/html.hpp"
#include "slieksnis/render/json.hpp"
#include "slieksnis/render/markdown.hpp"
#include "slieksnis/render/overview.hpp"
#include "slieksnis/render/text.hpp"
#include "slieksnis/source/nearest.hpp"
#include "terminal.hpp"

namespace slieksnis::cli {
namespace {

/// Benefits and statuses of the household or its persons that the day has rules for; the others go to
/// `not_in_force`.
std::vector<std::size_t> all_of_household(const rule_book& book, date on,
                                          std::vector<std::size_t>* not_in_force) {
  std::vector<std::size_t> result;
  for (std::size_t id = 0; id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    if (!of.is_decided() || (of.of != entity::household && of.of != entity::person)) continue;
    if (of.by_definition || of.in_force(on) != nullptr)
      result.push_back(id);
    else if (not_in_force != nullptr)
      not_in_force->push_back(id);
  }
  return result;
}

/// The outcomes of what was not asked for.
std::vector<decision> everything_else(const rule_book& book, const facts& stated, date on,
                                      const std::vector<std::size_t>& asked) {
  std::vector<std::size_t> others;
  for (const std::size_t id : all_of_household(book, on, nullptr))
    if (std::find(asked.begin(), asked.end(), id) == asked.end()) others.push_back(id);
  const plan planned = make_plan(book, on, others, shape_of(stated));
  return outcomes_of(evaluation(planned, stated), others);
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

std::string format_of(const command_line& line) { return line.value("--format").value_or("text"); }

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

std::vector<std::size_t> named_benefits(const rule_book& book, const command_line& line,
                                        const std::vector<std::string>& operands) {
  std::vector<std::size_t> result;
  std::vector<error> errors;
  for (const std::string& word : operands) {
    const auto id = find_decided(book, line, word, errors);
    if (id && std::find(result.begin(), result.end(), *id) == result.end()) result.push_back(*id);
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return result;
}

bool is_granted(const answer& given) {
  std::vector<std::size_t> asked;
  std::vector<std::size_t> granted;
  for (const decision& one : given.decisions) {
    if (asked.empty() || asked.back() != one.benefit) asked.push_back(one.benefit);
    if (one.granted() && (granted.empty() || granted.back() != one.benefit)) granted.push_back(one.benefit);
  }
  return given.wanted_by_name ? granted.size() == asked.size() : !granted.empty();
}

wanted_answer wanted_by(const command_line& line, std::vector<std::size_t> benefits) {
  // A sheet also says what else to check; another program asks for what it wants.
  return {std::move(benefits), line.has("--explain"), format_of(line) != "json"};
}

answer answer_case(const rule_book& book, const facts& stated, date on, wanted_answer wanted,
                   const rule_book* baseline) {
  answer given;
  given.on = on;
  given.wanted_by_name = !wanted.benefits.empty();
  check_span(book, on, baseline != nullptr);
  if (!given.wanted_by_name) wanted.benefits = all_of_household(book, on, &given.not_in_force);
  const plan planned = make_plan(book, on, wanted.benefits, shape_of(stated));
  given.decisions = decide(planned, stated, wanted.benefits);
  check_failed(book, given.decisions);
  for (decision& decided : given.decisions)
    if (shown_in_full(given, decided, wanted.explain)) add_outlook(book, stated, decided);
  if (given.wanted_by_name && wanted.others) given.also = everything_else(book, stated, on, wanted.benefits);
  if (baseline != nullptr) given.reformed = reform_changes(*baseline, book, {&planned});
  return given;
}

provenance provenance_of(const command_line& line) {
  return {"slieksnis " SLIEKSNIS_VERSION, rules_checksum(line), reproducible_day().value_or(today())};
}

std::vector<std::string_view> sheet_formats() { return {"text", "md", "html", "json"}; }

std::string sheet_text(const rule_book& book, const facts& stated, answer given, const command_line& line) {
  const render_options how{line.lang, line.has("--explain"), line.colour ? terminal_style() : text_style{}};
  const std::string format = format_of(line);
  if (format == "json") return render_json(book, stated, given, how);
  if (format == "text" && !how.explain) return render_text(book, stated, given, how);
  if (given.made.program.empty()) given.made = provenance_of(line);
  return format == "md"     ? render_markdown(book, stated, given, how)
         : format == "html" ? render_html(book, stated, given, how)
                            : render_text(book, stated, given, how);
}

}  // namespace slieksnis::cli
