// SPDX-License-Identifier: Apache-2.0
/// \file Made-up households as rows of CSV or NDJSON, with names of facts over the columns.
#pragma once

#include <map>
#include <string>

#include "slieksnis/rule/rule_book.hpp"
#include "synthetic_population.hpp"

namespace slieksnis::cli {

enum class row_text { csv, ndjson };

/// A row for each person, with what is of the household on each of them.
class person_rows {
 public:
  explicit person_rows(row_text text) : text_(text) {}
  /// The first line; nothing for NDJSON.
  [[nodiscard]] std::string head() const;
  void append(const synthetic_household& one, std::string& to);

 private:
  row_text text_;
  std::string household_;
};

/// A row for each household. Its composition comes from the rules: they are asked once for each sort of
/// household. Throws `unusable` when the rules cannot tell it on that day.
class household_rows {
 public:
  household_rows(row_text text, const rule_book& book, date on) : text_(text), book_(&book), on_(on) {}
  [[nodiscard]] std::string head() const;
  void append(const synthetic_household& one, std::string& to);

 private:
  const std::string& composition_of(const synthetic_household& one);

  row_text text_;
  const rule_book* book_;
  date on_;
  std::map<std::string, std::string> compositions_;
  std::string sort_;
};

}  // namespace slieksnis::cli
