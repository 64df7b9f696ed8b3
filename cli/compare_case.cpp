// SPDX-License-Identifier: Apache-2.0
#include "compare_case.hpp"

#include <algorithm>
#include <utility>

#include "answer_case.hpp"
#include "case_options.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/case_comparison.hpp"

namespace slieksnis::cli {
namespace {

/// The command lines of both sides: what is overridden for this run belongs to the second one, and of two
/// days each has its own.
std::pair<command_line, command_line> both_lines(const command_line& line) {
  std::pair result(line, line);
  std::erase_if(result.first.rest,
                [](const loose_word& word) { return word.is_option && word.text == "--set"; });
  const std::string days = line.value("--on").value_or("");
  const std::size_t comma = days.find(',');
  if (comma == std::string::npos) return result;
  result.first.set_value("--on", days.substr(0, comma));
  result.second.set_value("--on", days.substr(comma + 1));
  return result;
}

/// What was asked for by name and the law before has. A benefit that only the reform brings is no error.
std::vector<std::string> known_before(const rule_book& before, const rule_book& after,
                                      const command_line& line, const std::vector<std::string>& operands) {
  std::vector<std::string> result;
  for (const std::size_t id : named_benefits(after, line, operands))
    if (before.find(after.at(id).name)) result.push_back(after.at(id).name);
  return result;
}

exit_code answer_from(const reformed_rules& rules, const command_line& line, output& out) {
  const rule_book& after_book = rules.book();
  const auto [before_line, after_line] = both_lines(line);
  const stated_case after_case = read_case(after_book, after_line);
  const stated_case before_case = read_case(rules.baseline, before_line);
  const auto decided = [&](const rule_book& book, const stated_case& one,
                           const std::vector<std::string>& names, const rule_book* baseline) {
    wanted_answer wanted;
    wanted.benefits = named_benefits(book, line, names);
    answer given;
    given.on = one.on;
    given.wanted_by_name = true;
    if (wanted.benefits.empty() && !after_case.operands.empty()) return given;  // only the reform has it
    given = answer_case(book, one.stated, one.on, std::move(wanted), baseline);
    given.on_is_today = one.on_is_today;
    return given;
  };
  const answer before = decided(rules.baseline, before_case,
                                known_before(rules.baseline, after_book, line, after_case.operands), nullptr);
  const answer after = decided(after_book, after_case, after_case.operands, &rules.baseline);

  const render_options how{line.lang, line.has("--explain"), line.colour ? terminal_style() : text_style{}};
  const case_comparison both{rules.baseline, before_case.stated, before,
                             after_book,     after_case.stated,  after};
  const std::string format = line.value("--format").value_or("text");
  const std::string text = format == "json" ? comparison_json(both, how)
                           : format == "md" ? comparison_markdown(both, how)
                                            : comparison_text(both, how, out.width());
  note_cut_short(line, out, after_case);
  warn_of_personal_codes(line, out, after_case);
  tell_unread(after_book, after.reformed, after.on, line, out);
  format == "json" ? out.print_as_it_is(text) : out.print(text);
  return exit_code::answered;
}

}  // namespace

std::vector<std::string_view> compare_case_formats() { return {"text", "md", "json"}; }

exit_code compare_case(const command_line& line, output& out) {
  return with_rules(line, operands_are::benefits,
                    [&](const reformed_rules& rules) { return answer_from(rules, line, out); });
}

}  // namespace slieksnis::cli
