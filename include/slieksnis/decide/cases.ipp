// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../facts/load_facts.hpp"
#include "../facts/read_fact.hpp"
#include "../source/object_reader.hpp"
#include "cases.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

inline constexpr object_reader::codes case_codes{error_code::case_expectation, error_code::case_expectation,
                                                 error_code::case_expectation};

/// Compares the answers to one case with what it expects.
class case_runner {
 public:
  case_runner(const rule_book& book, const expected_case& one, std::vector<error>& errors)
      : book_(book), case_(one), errors_(errors) {}

  void run() {
    for (std::size_t i = 0; i < case_.expect.keys.size(); ++i) {
      const std::string_view name = case_.expect.keys[i].name;
      const json_node& wanted = case_.expect.items[i];
      const auto id = book_.find_spoken(name);
      if (!id) {
        fail(wanted, {"zināms nosaukums", "a known name"}, same(in_quotes(name)));
        continue;
      }
      try {
        compare(*id, wanted);
      } catch (const unusable& refused) {
        const error& first = refused.errors().front();
        fail(wanted, first.expected(), first.found());
      }
    }
  }

 private:
  void fail(const json_node& at, const words& expected, words found) {
    errors_.emplace_back(
        error_code::case_expectation, place{case_.at.source, at.where, case_.at.pointer},
        complaint{{expected.lv + " (" + case_.name + ")", expected.en + " (" + case_.name + ")"},
                  std::move(found),
                  {}});
  }

  void compare(std::size_t id, const json_node& wanted) {
    if (wanted.kind == json_kind::object) return compare_decision(id, wanted);
    const plan planned = make_plan(book_, case_.on, std::vector<std::size_t>{id}, shape_of(case_.stated));
    const evaluation values(planned, case_.stated);
    const evaluated found = values.at(planned.values()[*planned.value_of(id)].result);
    if (wanted.text == "unknown" && !found.known()) return;
    std::vector<error> unreadable;
    const auto expected = read_expected(id, wanted.text);
    if (!found.known() || !expected || !equal(*expected, found.what()))
      fail(wanted, same(book_.at(id).name + " = " + std::string(wanted.text)),
           found.known() ? same(to_string(found.what())) : words{"nezināms", "unknown"});
  }

  [[nodiscard]] std::optional<value> read_expected(std::size_t id, std::string_view text) const {
    const type_kind kind = book_.at(id).what.kind;
    if (kind == type_kind::number) {
      const auto number = parse_decimal(text);
      return number ? std::optional<value>(rational(*number)) : std::nullopt;
    }
    if (kind == type_kind::boolean)
      return text == "true" || text == "false" ? std::optional<value>(text == "true") : std::nullopt;
    if (kind == type_kind::day) {
      const auto day = parse_date(text);
      return day ? std::optional<value>(*day) : std::nullopt;
    }
    if (kind == type_kind::months_duration) {
      const auto months = parse_months_duration(text);
      return months ? std::optional<value>(*months) : std::nullopt;
    }
    return value{std::string(text)};
  }

  /// Figures printed in whole euro were cut, not rounded.
  [[nodiscard]] bool equal(const value& expected, const value& found) const {
    const auto* number = std::get_if<rational>(&found);
    return case_.cut_to_euro && number != nullptr ? expected == value{number->floor()} : expected == found;
  }

  void compare_decision(std::size_t id, const json_node& wanted) {
    const definition& of = book_.at(id);
    const plan planned = make_plan(book_, case_.on, std::vector<std::size_t>{id}, shape_of(case_.stated));
    auto decisions = decide(planned, case_.stated, {id});
    std::size_t person = 0;
    if (const json_node* which = wanted.find("person")) {
      const auto number = parse_decimal(which->text);
      person = number && number->coefficient > 0 ? static_cast<std::size_t>(number->coefficient - 1)
                                                 : decisions.size();
    }
    if (person >= decisions.size())
      return fail(wanted, {"persona ar šādu kārtas numuru", "a person of this number"},
                  same(std::to_string(decisions.size())));
    const decision& found = decisions[person];
    for (std::size_t i = 0; i < wanted.keys.size(); ++i) {
      const std::string_view key = wanted.keys[i].name;
      const json_node& expected = wanted.items[i];
      if (key == "outcome") {
        if (expected.text != name_of(found.outcome))
          fail(expected, same(of.name + ": " + std::string(expected.text)),
               same(std::string(name_of(found.outcome)) +
                    (found.amount ? " " + to_string(*found.amount) : "")));
      } else if (key == "amount") {
        const auto amount = read_expected(id, expected.text);
        if (!found.amount || !amount || !equal(*amount, value{*found.amount}))
          fail(expected, same(of.name + " = " + std::string(expected.text)),
               found.amount ? same(to_string(*found.amount)) : same(std::string(name_of(found.outcome))));
      } else if (key == "by") {
        const auto by = parse_decimal(expected.text);
        const bool told = by && std::any_of(found.reasons.begin(), found.reasons.end(),
                                            [&](const auto& reason) { return reason.by == rational(*by); });
        if (!told)
          fail(expected, same(of.name + ": by " + std::string(expected.text)),
               same(found.reasons.empty() || !found.reasons.front().by
                        ? std::string("-")
                        : to_string(*found.reasons.front().by)));
      } else if (key == "needs") {
        compare_needs(expected, found);
      } else if (key != "person") {
        fail(expected, same("outcome, amount, by, needs, person"), same(in_quotes(key)));
      }
    }
  }

  void compare_needs(const json_node& expected, const decision& found) {
    std::vector<std::string> names;
    for (const need& missing : found.needs)
      names.push_back(missing.definition == need::persons ? "persons" : book_.at(missing.definition).name);
    for (const json_node& item : expected.items) {
      const std::string name(item.text);
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      std::string all;
      for (const auto& one : names) all += (all.empty() ? "" : ", ") + one;
      fail(item, {"vajadzīgs " + name, "needed: " + name}, same(all.empty() ? "-" : all));
    }
  }

  const rule_book& book_;
  const expected_case& case_;
  std::vector<error>& errors_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::vector<expected_case> read_cases(const rule_book& book, const source_pointer& file,
                                                       std::vector<error>& errors) {
  std::vector<expected_case> result;
  const auto tree = parse_json(file, errors);
  if (!tree) return result;
  object_reader top({file, *tree, {}, errors}, detail::case_codes);
  const auto list = top.required("cases");
  top.finish();
  if (!list) return result;
  if (list->node.kind != json_kind::list) {
    list->wrong_kind(error_code::case_expectation, {"saraksts ar gadījumiem", "a list of cases"});
    return result;
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < list->node.items.size(); ++i) {
    object_reader object(list->item(i), detail::case_codes);
    const std::size_t before = errors.size();
    expected_case one{object.text("name", true).value_or(""),
                      first_date,
                      facts(book),
                      {},
                      object.flag("cut_to_euro"),
                      {},
                      object.value().at()};
    names.push_back(one.name);
    const auto on = object.text("on", true);
    if (const auto stated = object.optional("facts"))
      one.stated = read_facts(book, file, stated->node, stated->pointer(), errors).stated;
    if (const auto given = object.optional("given")) {
      object_reader members(*given, detail::case_codes);
      for (const auto& [key, text] : members.members())
        if (const auto id = find_fact(book, key.name, false, text.at(), errors))
          if (auto known = read_fact(book.at(*id), text.node.text, text.at(), errors))
            one.stated.put_override(*id, std::move(*known));
    }
    if (const auto expect = object.required("expect")) one.expect = json_tree(expect->node);
    static_cast<void>(object.optional("source"));
    if (const auto published = object.optional("published")) {
      if (published->node.kind == json_kind::text) one.published.emplace_back(published->node.text);
      for (const auto& id : published->node.items) one.published.emplace_back(id.text);
    }
    object.finish();
    if (on) {
      if (const auto day = parse_date(*on))
        one.on = *day;
      else
        object.required("on")->wrong_kind(
            error_code::facts_date, {"datums, piemēram, \"2025-01-01\"", "a date, such as \"2025-01-01\""});
    }
    if (on) check_facts_on(one.stated, one.on, errors);
    if (errors.size() == before) result.push_back(std::move(one));
  }
  std::sort(names.begin(), names.end());
  if (const auto twice = std::adjacent_find(names.begin(), names.end()); twice != names.end())
    list->wrong(error_code::case_name,
                {{"katram gadījumam savs nosaukums", "a name of its own for each case"},
                 same(in_quotes(*twice)),
                 {}});
  return result;
}

SLIEKSNIS_INLINE void run_case(const rule_book& book, const expected_case& one, std::vector<error>& errors) {
  detail::case_runner(book, one, errors).run();
}

SLIEKSNIS_INLINE cases_result run_cases(const rule_book& book, const std::vector<source_pointer>& files) {
  cases_result result;
  for (const auto& file : files) {
    for (const auto& one : read_cases(book, file, result.errors)) {
      const std::size_t before = result.errors.size();
      run_case(book, one, result.errors);
      ++(result.errors.size() == before ? result.passed : result.failed);
    }
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
