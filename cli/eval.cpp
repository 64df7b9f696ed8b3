// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/decide/exact.hpp"
#include "slieksnis/formula/parser.hpp"

namespace slieksnis::cli {
namespace {

formula read_formula(const std::string& text) {
  const auto source = std::make_shared<source_text>("FORMULA", text, source_kind::argument);
  formula result{{text, {source, {0, text.size()}, {}}}, nullptr};
  std::vector<formula_problem> problems;
  result.tree = parse_formula(text, problems);
  if (problems.empty()) return result;
  std::vector<error> errors;
  errors.reserve(problems.size());
  for (auto& one : problems)
    errors.emplace_back(one.code, result.source.part(one.where), std::move(one.words));
  throw unusable(std::move(errors));
}

/// The value as FEEL writes it, so that it can be put into another formula.
std::string in_feel(const value& known) {
  if (std::holds_alternative<null_value>(known)) return "null";
  if (const auto* text = std::get_if<std::string>(&known)) {
    std::string result = "\"";
    for (const char c : *text) {
      if (c == '"' || c == '\\') result += '\\';
      result += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return result + "\"";
  }
  if (std::holds_alternative<bool>(known) || std::holds_alternative<rational>(known)) return to_string(known);
  return "@\"" + to_string(known) + "\"";
}

/// Prints one formula's value, or what is missing.
class printer {
 public:
  printer(const rule_book& book, const evaluation& values, language lang)
      : book_(book), values_(values), lang_(lang) {}

  std::string print(const plan& planned) {
    std::string result = planned.list() ? list(planned) : one(values_.at(planned.formula()->result));
    if (failed_)
      throw unusable(error(error_code::formula_division, planned.formula()->source->source.at,
                           {{"dalītājs, kas nav nulle, un saraksts, kas nav tukšs",
                             "a divisor that is not zero, and a list that is not empty"},
                            {"formula bez vērtības", "a formula without a value"},
                            {}}));
    if (needs_.empty() && !unknown_) return result + "\n";
    return missing();
  }

 private:
  std::string one(const evaluated& value) {
    if (value.known()) return in_feel(value.what());
    failed_ = failed_ || value.state() == knowledge::failed;
    unknown_ = true;
    for (const need& missing : value.needs())
      if (std::find(needs_.begin(), needs_.end(), missing) == needs_.end()) needs_.push_back(missing);
    return lang_ == language::lv ? "nezināms" : "unknown";
  }

  std::string list(const plan& planned) {
    const auto& [pairs, over_persons] = *planned.list();
    if (over_persons && !values_.persons_stated()) return one(evaluated::unknown({need{}}));
    std::string items;
    for (std::size_t person = 0; person < (over_persons ? values_.persons() : 1); ++person)
      for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const evaluated& takes_part = values_.at(pairs[i + 1], person);
        if (takes_part.is(false)) continue;
        if (!takes_part.known()) one(takes_part);
        items += (items.empty() ? "" : ", ") + one(values_.at(pairs[i], person));
      }
    return "[" + items + "]";
  }

  [[nodiscard]] std::string missing() const {
    const bool lv = lang_ == language::lv;
    std::string result = lv ? "nezināms\n" : "unknown\n";
    for (const need& one : needs_) {
      result += lv ? "  vajadzīgs: " : "  needed: ";
      if (one.definition == need::persons) {
        result +=
            lv ? "persons – Kas ir mājsaimniecībā?\n" : "persons: Who are the persons of the household?\n";
        continue;
      }
      const definition& of = book_.at(one.definition);
      result += of.name;
      if (one.person)
        result += (lv ? " (" : " (person ") + std::to_string(*one.person + 1) + (lv ? ". persona)" : ")");
      result += (lv ? " – " : ": ") + (of.question.empty() ? of.title : of.question).in(lang_) + "\n";
    }
    return result;
  }

  const rule_book& book_;
  const evaluation& values_;
  language lang_;
  std::vector<need> needs_;
  bool unknown_ = false;
  bool failed_ = false;
};

/// Whether the value can differ from day to day.
bool depends_on_day(const expression& part) {
  if (part.meaning == name_meaning::definition || part.meaning == name_meaning::on ||
      part.meaning == name_meaning::item_member || part.meaning == name_meaning::persons)
    return true;
  return std::any_of(part.operands.begin(), part.operands.end(),
                     [](const auto& operand) { return depends_on_day(*operand); });
}

/// Persons and ranges take part in formulas, but there is no way to write them as a value.
void check_printable(const formula& text) {
  const type& what = text.tree->what;
  const bool persons = what.is(type_kind::person) ||
                       (what.is(type_kind::list) && what.element && what.element->is(type_kind::person));
  if (!persons && !what.is(type_kind::range)) return;
  throw unusable(error(
      error_code::formula_type, text.source.at,
      {{"vērtība vai vērtību saraksts", "a value or a list of values"},
       described(what),
       persons ? words{"nosauciet lielumu, piemēram, persons.age", "name a variable, such as persons.age"}
               : words{}}));
}

exit_code answer_from(const reformed_rules& rules, const command_line& line, output& out) {
  const rule_book& book = rules.book();
  const stated_case one = read_case(book, line);
  if (one.operands.size() != 1) {
    std::vector<error> errors;
    const std::string count = std::to_string(one.operands.size());
    line.wrong(errors, error_code::command_argument,
               {{"viena formula", "one formula"},
                one.operands.empty() ? words{"nekas", "nothing"} : same(count),
                {"ielieciet formulu vienpēdiņās: slieksnis eval 'gmi_first * 2'",
                 "put the formula into quotes: slieksnis eval 'gmi_first * 2'"}});
    throw unusable(std::move(errors));
  }
  const formula text = read_formula(one.operands.front());
  const plan planned = plan_formula(book, one.on, text, shape_of(one.stated), line.has("--feel-compat"));
  check_printable(text);
  const evaluation values(planned, one.stated);
  note_cut_short(line, out, one);
  warn_of_personal_codes(line, out, one);
  tell_unread(book, reform_changes(rules.baseline, book, {&planned}), one.on, line, out);
  note_reforms(book, line, out);
  out.print(printer(book, values, line.lang).print(planned));
  if (one.on_is_today && depends_on_day(*text.tree)) note_today(line, out, one.on);
  return exit_code::answered;
}

exit_code run(const command_line& line, output& out) {
  return with_rules(line, operands_are::a_formula,
                    [&](const reformed_rules& rules) { return answer_from(rules, line, out); });
}

}  // namespace

command eval_command() {
  command result{
      "eval",
      {"'FORMULA'", "'FORMULA'"},
      {"izrēķināt FEEL formulu ar noteikumu vārdiem", "evaluate a FEEL formula over the names of the rules"},
      {"Skaitļi ir precīzi. Ja trūkst faktu, vērtība ir nezināma, un tiek nosaukti vajadzīgie fakti.",
       "Numbers are exact. Where facts are missing the value is unknown, and the facts that are needed are "
       "named."},
      {on_option()},
      true,
      {{{"Slieksnis četru cilvēku mājsaimniecībai", "The threshold of a household of four"},
        {"slieksnis eval gmi_level --on 01.03.2025 --locekli 4",
         "slieksnis eval gmi_level --on 2025-03-01 --members 4"}},
       {{"Precīzas daļas", "Exact fractions"}, same("slieksnis eval '(1/3) * 3'")}},
      run};
  for (auto& one : case_options(true)) result.options.push_back(std::move(one));
  for (auto& one : reform_options()) result.options.push_back(std::move(one));
  result.options.push_back(
      {"--feel-compat",
       {},
       {"kļūdas kļūst par null, kā FEEL standartā", "errors become null, as in the FEEL standard"}});
  return result;
}

}  // namespace slieksnis::cli
