// SPDX-License-Identifier: Apache-2.0
/// \file Random households as rows of text, in any dialect of CSV or NDJSON, with the same cases beside them.
#pragma once

#include <slieksnis/table/batch.hpp>
#include <slieksnis/table/csv_fields.hpp>
#include <slieksnis/table/write_rows.hpp>
#include <string>
#include <vector>

#include "random_table.hpp"

namespace random_rows {

using namespace slieksnis;
using random_tables::dice;

/// How a table is written.
struct dialect {
  row_syntax syntax = row_syntax::csv;
  char separator = ',';
  char mark = '.';
  std::string line_end = "\n";
  bool byte_order_mark = false;
  bool latvian = false;
};

inline dialect any_dialect(dice& draw) {
  dialect result;
  if (draw.one_in(3)) result.syntax = row_syntax::ndjson;
  result.separator = std::string(",;\t")[draw.below(3)];
  result.mark = draw.one_in(2) ? ',' : '.';
  result.line_end = draw.one_in(2) ? "\r\n" : "\n";
  result.byte_order_mark = draw.one_in(2);
  result.latvian = draw.one_in(2);
  return result;
}

/// One value, or nothing; a number that is averaged may be three.
struct cell {
  std::vector<rational> numbers;
  std::optional<value> other;
  [[nodiscard]] bool empty() const { return numbers.empty() && !other; }
  [[nodiscard]] value what() const {
    if (other) return *other;
    if (numbers.size() == 1) return numbers.front();
    return (numbers[0] + numbers[1] + numbers[2]) / rational(3);
  }
};

inline rational any_number(const definition& of, dice& draw) {
  const rational power = rational::power(rational(10), of.decimals);
  const auto limit = [&](const std::optional<rational>& known, std::int64_t otherwise) {
    return ((known ? *known : rational(otherwise)) * power).floor().as_integer().value_or(otherwise);
  };
  const std::int64_t low = limit(of.minimum, -50);
  const std::int64_t high = of.maximum ? limit(of.maximum, 0) : low + (draw.one_in(4) ? 9'000'000 : 90'000);
  return rational(draw.one_in(8) ? low : draw.between(low, high)) / power;
}

inline cell any_cell(const definition& of, date on, dice& draw) {
  cell result;
  if (draw.one_in(5)) return result;
  switch (of.what.kind) {
    case type_kind::number:
      for (int i = of.averaged && draw.one_in(4) ? 3 : 1; i > 0; --i)
        result.numbers.push_back(any_number(of, draw));
      break;
    case type_kind::boolean:
      result.other = draw.one_in(2);
      break;
    case type_kind::day:
      result.other = on - std::chrono::days{draw.between(draw.one_in(30) ? -300 : 0, 36'000)};
      break;
    case type_kind::months_duration:
      result.other = months_duration{static_cast<int>(draw.between(0, 900))};
      break;
    default:
      if (of.what.is_enumeration())
        result.other = draw.of(*of.what.values).id;
      else
        result.other = draw.of(std::vector<std::string>{"x", "Ģertrūdes iela 5", "a\"b;c,\t", "1\n2"});
  }
  return result;
}

/// A number as people write it: plainly, or with blanks between thousands or the currency.
inline std::string written(const definition& of, const rational& number, const dialect& how, dice& draw) {
  std::string text = to_string(number);
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point < text.size()) {
    text[point] = how.mark;
    // Three decimals may be thousands: then one more, or one less, tells.
    if (draw.one_in(3) && text.size() - point == 2) text += '0';
  }
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  if (draw.one_in(4))
    for (std::size_t at = point; at > first + 3;) text.insert(at -= 3, " ");
  if (of.what.measure.of_money() && draw.one_in(6)) text = "€ " + text;
  return text;
}

inline std::string written(const definition& of, const cell& one, const dialect& how, dice& draw) {
  if (one.empty()) return "";
  std::string text;
  for (const rational& number : one.numbers)
    text += (text.empty() ? "" : "/") + written(of, number, how, draw);
  if (!one.other) return text;
  if (const auto* holds = std::get_if<bool>(&*one.other))
    return how.latvian ? (*holds ? "jā" : "nē") : (*holds ? "true" : "no");
  if (const auto* day = std::get_if<date>(&*one.other))
    return in_words(*day).in(how.latvian ? language::lv : language::en);
  if (of.what.is_enumeration() && how.latvian && draw.one_in(2))
    for (const auto& known : *of.what.values)
      if (known.id == std::get<std::string>(*one.other)) return known.title.lv;
  return to_string(*one.other);
}

/// A member of NDJSON: numbers, truths and three months may be written as such.
inline std::string member(const definition& of, const cell& one, const dialect& how, dice& draw) {
  if (one.empty()) return "null";
  const bool plain = draw.one_in(2);
  if (plain && one.numbers.size() == 1) return to_string(one.numbers.front());
  if (plain && one.numbers.size() == 3)
    return "[" + to_string(one.numbers[0]) + "," + to_string(one.numbers[1]) + "," +
           to_string(one.numbers[2]) + "]";
  if (one.other)
    if (const auto* holds = std::get_if<bool>(&*one.other); holds != nullptr && plain)
      return *holds ? "true" : "false";
  std::string text;
  append_json(text, written(of, one, how, draw));
  return text;
}

inline std::string field(const std::string& text, const dialect& how, dice& draw) {
  std::string result;
  append_csv(result, text, how.separator);
  return draw.one_in(10) && !result.starts_with('"') ? "\"" + result + "\"" : result;
}

/// Households of some columns.
struct population {
  std::vector<std::size_t> columns;
  bool of_persons = false;
  bool own_days = false;
  struct household {
    date on;
    std::vector<std::vector<cell>> rows;  ///< a cell for each column
    facts stated;
    bool consistent = true;  ///< what `check_facts_on` says
  };
  std::vector<household> households;
};

inline population any_population(const rule_book& book, const std::vector<date>& days,
                                 const std::vector<std::size_t>& columns, dice& draw) {
  population made;
  made.of_persons = draw.one_in(2);
  made.own_days = days.size() > 1;
  for (const std::size_t id : columns) {
    const definition& of = book.at(id);
    if (of.of == entity::country || of.what.is(type_kind::days_duration)) continue;
    if (of.of == entity::person && !made.of_persons) continue;
    if (of.kind != definition_kind::fact && !draw.one_in(of.is_decided() ? 9 : 3)) continue;
    if (!draw.one_in(4)) made.columns.push_back(id);
  }
  for (std::size_t count = 1 + draw.below(60); count > 0; --count) {
    population::household one{draw.of(days), {}, facts(book), true};
    const std::size_t rows = made.of_persons ? 1 + draw.below(4) : 1;
    for (std::size_t row = 0; row < rows; ++row) {
      if (made.of_persons) one.stated.add_person();
      std::vector<cell> cells;
      for (std::size_t i = 0; i < made.columns.size(); ++i) {
        const definition& of = book.at(made.columns[i]);
        cell drawn = any_cell(of, one.on, draw);
        // A fact of the household may stand on several rows, and says the same there.
        if (of.of != entity::person)
          for (const auto& before : one.rows)
            if (!before[i].empty() && !drawn.empty()) drawn = before[i];
        if (!drawn.empty()) {
          if (of.of == entity::person)
            one.stated.put_person(
                row, made.columns[i],
                {drawn.what(), drawn.numbers.size() == 3 ? drawn.numbers : std::vector<rational>()});
          else
            one.stated.put(made.columns[i], {drawn.what(), {}});
        }
        cells.push_back(std::move(drawn));
      }
      one.rows.push_back(std::move(cells));
    }
    std::vector<error> errors;
    check_facts_on(one.stated, one.on, errors);
    one.consistent = errors.empty();
    made.households.push_back(std::move(one));
  }
  return made;
}

inline std::string text_of(const rule_book& book, const population& of, const dialect& how, dice& draw) {
  std::string result = how.byte_order_mark ? "\xEF\xBB\xBF" : "";
  const bool csv = how.syntax == row_syntax::csv;
  std::vector<std::string> headers{"hh"};
  if (of.own_days) headers.emplace_back("day");
  for (const std::size_t id : of.columns)
    headers.push_back(how.latvian && !book.at(id).latvian.empty() ? book.at(id).latvian : book.at(id).name);
  if (csv) {
    for (std::size_t i = 0; i < headers.size(); ++i)
      result += (i == 0 ? "" : std::string(1, how.separator)) + field(headers[i], how, draw);
    result += how.line_end;
  }
  for (std::size_t h = 0; h < of.households.size(); ++h)
    for (const auto& row : of.households[h].rows) {
      const auto begin = [&](const std::string& name, bool first) {
        if (csv) {
          if (!first) result += how.separator;
          return;
        }
        result += first ? "{" : ", ";
        append_json(result, name);
        result += ":";
      };
      begin("hh", true);
      result += csv ? "h" + std::to_string(h) : std::to_string(h);
      if (of.own_days) {
        begin("day", false);
        const std::string day = in_words(of.households[h].on).in(how.latvian ? language::lv : language::en);
        if (csv)
          result += day;
        else
          append_json(result, day);
      }
      for (std::size_t i = 0; i < of.columns.size(); ++i) {
        const definition& fact = book.at(of.columns[i]);
        if (!csv && row[i].empty() && draw.one_in(2)) continue;
        begin(headers[i + (of.own_days ? 2 : 1)], false);
        result += csv ? field(written(fact, row[i], how, draw), how, draw) : member(fact, row[i], how, draw);
      }
      if (!csv) result += "}";
      result += how.line_end;
    }
  return result;
}

}  // namespace random_rows
