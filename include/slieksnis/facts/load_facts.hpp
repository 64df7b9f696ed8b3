// SPDX-License-Identifier: Apache-2.0
/// \file Facts from JSON: `{ "on": "…", "household": {…}, "municipality": {…}, "persons": [ {…} ], "given":
/// {…} }`.
#pragma once

#include <optional>
#include <vector>

#include "../source/json_tree.hpp"
#include "facts.hpp"

namespace slieksnis {
inline namespace v0 {

/// A case file: its facts, and the day of assessment if it names one.
struct case_file {
  facts stated;
  std::optional<date> on;
};

/// Throws `unusable` with every error of the text.
[[nodiscard]] case_file load_facts(const rule_book& book, const source_pointer& text);

/// The same for an object inside a larger file, adding to `errors`; `extra_keys` are left to the caller.
[[nodiscard]] case_file read_facts(const rule_book& book, const source_pointer& text, const json_node& node,
                                   std::string_view pointer, std::vector<error>& errors);

/// Checks what the facts say together: a person cannot be born after the day, and where the persons are
/// stated, their number follows from them.
void check_facts_on(const facts& stated, date on, std::vector<error>& errors);

/// Numbers of a part of the persons, such as children, that follow from what the persons state: to state them
/// as well would be a contradiction.
[[nodiscard]] std::vector<std::size_t> numbers_told_by_persons(const facts& stated);

/// Adds persons of a kind, such as two pensioners or a child of 7. `argument` may be empty for a count of
/// one.
void add_persons_of_kind(facts& target, const person_kind& kind, std::string_view argument, const place& at,
                         std::vector<error>& errors);

/// A day on which `subject` has no rules: facts.date_span, naming the days that it has.
[[nodiscard]] error outside_span(std::string subject, const period& span, date on, words hint);

namespace detail {

/// The definitions that count the persons, and those that such a number is put together from.
struct numbers_of_persons {
  std::vector<std::size_t> whole;
  std::vector<std::size_t> parts;
};
[[nodiscard]] numbers_of_persons find_numbers_of_persons(const rule_book& book);

/// Two adults and a child of 7 stated as a number and a person would be a household of one: a number of
/// persons, or of a part of them, does not add to persons who are stated. It may tell what the persons do
/// not.
void check_numbers_of_persons(const facts& stated, std::vector<error>& errors);

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "load_facts.ipp"
#endif
