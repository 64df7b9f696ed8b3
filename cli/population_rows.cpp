// SPDX-License-Identifier: Apache-2.0
#include "population_rows.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "slieksnis/decide/decide.hpp"

namespace slieksnis::cli {
namespace {

void append_number(std::string& to, std::uint64_t number, std::size_t least_digits = 1) {
  char digits[20];
  const char* end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  const auto count = static_cast<std::size_t>(end - digits);
  if (count < least_digits) to.append(least_digits - count, '0');
  to.append(digits, count);
}

void append_amount(std::string& to, std::uint64_t cents) {
  append_number(to, cents / 100);
  to += '.';
  append_number(to, cents % 100, 2);
}

void append_day(std::string& to, date day) {
  const std::chrono::year_month_day parts(day);
  append_number(to, static_cast<std::uint64_t>(static_cast<int>(parts.year())), 4);
  to += '-';
  append_number(to, static_cast<unsigned>(parts.month()), 2);
  to += '-';
  append_number(to, static_cast<unsigned>(parts.day()), 2);
}

/// The mark that no row is of real people.
void append_id(std::string& to, std::uint64_t number) {
  to += "synthetic-";
  append_number(to, number, 6);
}

constexpr std::string_view person_columns[] = {
    "household_id", "person",           "born",
    "education",    "disability_group", "child_disability",
    "wage",         "pension",          "unemployment_benefit_received",
    "municipality", "housing_costs"};
constexpr std::string_view household_columns[] = {"household_id", "adults",        "children",
                                                  "income",       "housing_costs", "composition"};

template <typename Columns>
std::string head_of(const Columns& columns) {
  std::string result;
  for (const std::string_view one : columns) (result += result.empty() ? "" : ",") += one;
  return result + "\n";
}

/// One row in the making. Amounts, days and ids are texts in JSON, counts are numbers.
template <typename Columns>
class row {
 public:
  row(row_text text, const Columns& columns, std::string& to)
      : json_(text == row_text::ndjson), name_(std::begin(columns)), to_(&to) {}

  std::string& text() {
    begin();
    if (json_) *to_ += '"';
    open_ = json_;
    return *to_;
  }
  std::string& bare() {
    begin();
    return *to_;
  }
  void end() {
    close();
    *to_ += json_ ? "}\n" : "\n";
  }

 private:
  void close() {
    if (open_) *to_ += '"';
    open_ = false;
  }
  void begin() {
    close();
    if (json_) {
      *to_ += first_ ? "{\"" : ",\"";
      *to_ += *name_++;
      *to_ += "\":";
    } else if (!first_) {
      *to_ += ',';
    }
    first_ = false;
  }

  bool json_;
  bool first_ = true;
  bool open_ = false;
  const std::string_view* name_;
  std::string* to_;
};

}  // namespace

std::string person_rows::head() const { return text_ == row_text::csv ? head_of(person_columns) : ""; }

void person_rows::append(const synthetic_household& one, std::string& to) {
  std::uint64_t number = 0;
  for (const synthetic_person& person : one.persons) {
    row cells(text_, person_columns, to);
    append_id(cells.text(), one.number);
    append_number(cells.bare(), ++number);
    append_day(cells.text(), person.born);
    cells.text() += person.education;
    cells.text() += person.disability_group;
    cells.bare() += person.child_disability ? "true" : "false";
    append_amount(cells.text(), person.wage);
    append_amount(cells.text(), person.pension);
    append_amount(cells.text(), person.unemployment_benefit);
    cells.text() += one.municipality;
    append_amount(cells.text(), one.housing_costs);
    cells.end();
  }
}

std::string household_rows::head() const { return text_ == row_text::csv ? head_of(household_columns) : ""; }

void household_rows::append(const synthetic_household& one, std::string& to) {
  std::uint64_t children = 0;
  std::uint64_t income = 0;
  for (const synthetic_person& person : one.persons) {
    children += person.group == age_group::child ? 1 : 0;
    income += person.wage + person.pension + person.unemployment_benefit;
  }
  row cells(text_, household_columns, to);
  append_id(cells.text(), one.number);
  append_number(cells.bare(), one.persons.size() - children);
  append_number(cells.bare(), children);
  append_amount(cells.text(), income);
  append_amount(cells.text(), one.housing_costs);
  cells.text() += composition_of(one);
  cells.end();
}

const std::string& household_rows::composition_of(const synthetic_household& one) {
  sort_.clear();
  for (const synthetic_person& person : one.persons) {
    sort_ += static_cast<char>('a' + static_cast<int>(person.group));
    sort_ += person.disability_group;
    sort_ += person.group == age_group::working_age ? person.education : std::string_view();
  }
  const auto known = compositions_.find(sort_);
  if (known != compositions_.end()) return known->second;
  facts stated(*book_);
  for (const synthetic_person& person : one.persons) {
    const std::size_t index = stated.add_person();
    stated.set_person(index, "born", value{person.born});
    stated.set_person(index, "disability_group", person.disability_group);
    stated.set_person(index, "education", person.education);
  }
  const evaluated found = value_of(*book_, on_, "composition", stated);
  const std::string* known_one = found.as<std::string>();
  return compositions_[sort_] = known_one != nullptr ? *known_one : std::string();
}

}  // namespace slieksnis::cli
