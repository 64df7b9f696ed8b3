// SPDX-License-Identifier: Apache-2.0
/// \file One case: what is stated about a household, its persons and its municipality.
/// Fifth stage. "Not stated" is not zero, not false and not null.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../rule/rule_book.hpp"
#include "../value/money.hpp"
#include "personal_code.hpp"
#include "read_fact.hpp"

namespace slieksnis {
inline namespace v0 {

/// The stated values of one person, or of the household: definition to value.
using stated_values = std::map<std::size_t, stated_value>;

/// The facts of one case. Any definition of the rule book may be stated; what is stated is not computed.
/// The rule book must outlive it.
class facts {
 public:
  explicit facts(const rule_book& book) : book_(&book) {}

  /// States a value of the household, the municipality or the country. The value is checked against the
  /// definition's type, unit and domain. Names: English or Latvian, hyphens or underscores.
  /// Throws `unusable` for an unknown name, a value outside the domain, or a name stated twice.
  facts& set(std::string_view name, std::string_view text);
  facts& set(std::string_view name, const char* text) { return set(name, std::string_view(text)); }
  facts& set(std::string_view name, const std::string& text) { return set(name, std::string_view(text)); }
  facts& set(std::string_view name, money amount) { return set(name, value{amount.in_euro()}); }
  facts& set(std::string_view name, int count) { return set(name, value{rational(count)}); }
  facts& set(std::string_view name, bool holds) { return set(name, value{holds}); }
  facts& set(std::string_view name, date day) { return set(name, value{day}); }
  facts& set(std::string_view name, value what);

  /// States that there is one more person and returns the index for `set_person`, from 0.
  std::size_t add_person();
  facts& set_person(std::size_t person, std::string_view name, std::string_view text);
  facts& set_person(std::size_t person, std::string_view name, const char* text) {
    return set_person(person, name, std::string_view(text));
  }
  facts& set_person(std::size_t person, std::string_view name, const std::string& text) {
    return set_person(person, name, std::string_view(text));
  }
  facts& set_person(std::size_t person, std::string_view name, value what);

  /// What the answer calls this person instead of "person 2", such as "grandmother". Never a name; what looks
  /// like a personal code is kept as asterisks, in labels and in facts that are texts.
  facts& set_label(std::size_t person, std::string text) {
    labels_[person] = without_personal_codes(std::move(text));
    return *this;
  }
  /// Empty when the person has none.
  [[nodiscard]] std::string_view label(std::size_t person) const {
    const auto found = labels_.find(person);
    return found == labels_.end() ? std::string_view() : found->second;
  }

  /// Overrides a fact, parameter or variable for this case, whatever else is stated (`--set`).
  facts& give(std::string_view name, std::string_view text);

  [[nodiscard]] const rule_book& book() const noexcept { return *book_; }
  [[nodiscard]] const stated_values& common() const noexcept { return common_; }
  [[nodiscard]] const stated_values& overrides() const noexcept { return overrides_; }
  /// The persons, or nothing when it is not stated who they are.
  [[nodiscard]] const std::optional<std::vector<stated_values>>& persons() const noexcept { return persons_; }

  // For readers of files and command lines, which have checked the value and know its place.
  [[nodiscard]] bool has(std::size_t definition) const { return common_.contains(definition); }
  void put(std::size_t definition, stated_value stated) {
    common_.insert_or_assign(definition, discreet(std::move(stated)));
  }
  void put_override(std::size_t definition, stated_value stated) {
    overrides_.insert_or_assign(definition, discreet(std::move(stated)));
    overridden_since_.erase(definition);
  }
  /// The same from a day on: where the rules look back, such as to the day before a review, it holds on those
  /// days too that are not before `since`.
  void put_override(std::size_t definition, stated_value stated, date since) {
    put_override(definition, std::move(stated));
    overridden_since_.emplace(definition, since);
  }
  [[nodiscard]] const std::map<std::size_t, date>& overridden_since() const noexcept {
    return overridden_since_;
  }
  void put_person(std::size_t person, std::size_t definition, stated_value stated) {
    (*persons_)[person].insert_or_assign(definition, discreet(std::move(stated)));
  }
  void state_persons() {
    if (!persons_) persons_.emplace();
  }

  /// The same is stated, about the same rules.
  friend bool operator==(const facts&, const facts&) = default;

 private:
  [[nodiscard]] static stated_value discreet(stated_value stated) {
    if (auto* text = std::get_if<std::string>(&stated.what)) *text = without_personal_codes(std::move(*text));
    return stated;
  }

  const rule_book* book_;
  stated_values common_;
  stated_values overrides_;
  std::map<std::size_t, date> overridden_since_;
  std::optional<std::vector<stated_values>> persons_;
  std::map<std::size_t, std::string> labels_;
};

/// Whether a member of a person's object is its label rather than a fact.
[[nodiscard]] constexpr bool is_label(std::string_view folded_name) noexcept {
  return folded_name == "label" || folded_name == "apzimejums";
}

/// The most persons one case may have; more is a typing error.
inline constexpr std::size_t persons_max = 100;

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "facts.ipp"
#endif
