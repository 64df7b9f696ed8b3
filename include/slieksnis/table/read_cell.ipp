// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <limits>
#include <utility>

#include "../facts/written_value.hpp"
#include "read_cell.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The mark before the decimals of one written number, or 0.
SLIEKSNIS_INLINE char decimal_mark_in(std::string_view number) {
  const std::size_t last = number.find_last_of(".,");
  if (last == std::string_view::npos) return 0;
  return read_number_as_written(without_euro(number)).plain ? number[last] : '\0';
}

/// Looks at one number, or at the numbers of three months. False where one has another mark than `mark`.
SLIEKSNIS_INLINE bool same_mark(const definition& of, std::string_view text, char& mark) {
  while (true) {
    const std::size_t end = of.averaged ? std::min(text.find('/'), text.size()) : text.size();
    const char found = decimal_mark_in(text.substr(0, end));
    if (found != 0 && mark != 0 && found != mark) return false;
    if (found != 0) mark = found;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

/// The greatest whole number that is not above, or the least that is not below, kept within 64 bits.
SLIEKSNIS_INLINE std::int64_t bound(const rational& limit, int decimals, bool above) {
  const rational scaled = limit * rational::power(rational(10), decimals);
  const rational whole = above ? scaled.floor() : -(-scaled).floor();
  if (const auto fits = whole.as_integer()) return *fits;
  return whole.sign() < 0 ? std::numeric_limits<std::int64_t>::min()
                          : std::numeric_limits<std::int64_t>::max();
}

SLIEKSNIS_INLINE cell_sort sort_of(const definition& of) noexcept {
  constexpr std::size_t codes = 256;  // what a byte tells apart
  switch (of.what.kind) {
    case type_kind::number:
      return of.decimals <= decimal_digits_max ? cell_sort::number : cell_sort::other;
    case type_kind::day:
      return cell_sort::day;
    case type_kind::boolean:
      return cell_sort::truth;
    default:
      return of.what.is_enumeration() && of.what.values->size() <= codes ? cell_sort::choice
                                                                         : cell_sort::other;
  }
}

}  // namespace detail

SLIEKSNIS_INLINE bool plain_day(std::string_view text, std::int64_t& into) noexcept {
  if (text.size() != 10) return false;
  const auto number = [&](std::size_t first, std::size_t count) {
    int result = 0;
    for (std::size_t i = first; i < first + count; ++i)
      result = text[i] >= '0' && text[i] <= '9' && result >= 0 ? result * 10 + (text[i] - '0') : -1;
    return result;
  };
  const bool iso = text[4] == '-' && text[7] == '-';
  if (!iso && !(text[2] == '.' && text[5] == '.')) return false;
  const int year = iso ? number(0, 4) : number(6, 4);
  const int month = iso ? number(5, 2) : number(3, 2);
  const int day = iso ? number(8, 2) : number(0, 2);
  if (year < 0 || month < 1 || day < 1) return false;
  const std::chrono::year_month_day calendar{std::chrono::year{year},
                                             std::chrono::month{static_cast<unsigned>(month)},
                                             std::chrono::day{static_cast<unsigned>(day)}};
  if (!calendar.ok()) return false;
  const date found{calendar};
  if (found < first_date || found > last_date) return false;
  into = found.time_since_epoch().count();
  return true;
}

SLIEKSNIS_INLINE cell_reader::cell_reader(const definition& of)
    : of_(&of),
      sort_(detail::sort_of(of)),
      least_(std::numeric_limits<std::int64_t>::min()),
      greatest_(std::numeric_limits<std::int64_t>::max()) {
  if (sort_ != cell_sort::number) return;
  if (of.minimum) least_ = detail::bound(*of.minimum, of.decimals, false);
  if (of.maximum) greatest_ = detail::bound(*of.maximum, of.decimals, true);
}

SLIEKSNIS_INLINE int cell_reader::take_many_digits(const char*& at, std::uint64_t& number) noexcept {
  int count = 0;
  for (; is_digit(*at); ++count) number = number * 10 + digit(*at++);
  return count;
}

SLIEKSNIS_INLINE std::vector<std::string> cell_reader::dictionary() const {
  std::vector<std::string> result;
  if (sort_ == cell_sort::choice)
    for (const enumeration_value& one : *of_->what.values) result.push_back(one.id);
  return result;
}

SLIEKSNIS_INLINE cell_result cell_reader::take(stated_value stated, std::int64_t& into) {
  taken_ = std::move(stated);
  switch (sort_) {
    case cell_sort::number: {
      const rational scaled = std::get<rational>(taken_.what) * rational::power(rational(10), of_->decimals);
      const auto whole = scaled.as_integer();
      // Beyond eighteen digits the table cannot tell how far a sum may go.
      constexpr std::int64_t most = 1'000'000'000'000'000'000;
      if (!whole || *whole >= most || *whole <= -most) return cell_result::beyond;
      into = *whole;
      return cell_result::stated;
    }
    case cell_sort::day:
      into = std::get<date>(taken_.what).time_since_epoch().count();
      return cell_result::stated;
    case cell_sort::truth:
      into = std::get<bool>(taken_.what) ? 1 : 0;
      return cell_result::stated;
    case cell_sort::choice: {
      const auto& values = *of_->what.values;
      const auto found = std::find_if(values.begin(), values.end(), [&](const enumeration_value& one) {
        return one.id == std::get<std::string>(taken_.what);
      });
      if (found == values.end()) return cell_result::beyond;
      into = found - values.begin();
      return cell_result::stated;
    }
    case cell_sort::other:
      break;
  }
  return cell_result::beyond;
}

SLIEKSNIS_INLINE cell_result cell_reader::read_slowly(std::string_view text, char& mark, std::int64_t& into) {
  if (trimmed(text).empty()) return cell_result::empty;
  char found = mark;
  if (of_->what.is(type_kind::number) && !detail::same_mark(*of_, text, found)) return cell_result::wrong;
  std::vector<error> errors;
  auto stated = read_fact(*of_, text, {}, errors);
  if (!stated) return cell_result::wrong;
  mark = found;
  return take(std::move(*stated), into);
}

SLIEKSNIS_INLINE cell_result cell_reader::read(std::string_view text, char& mark, std::int64_t& into) {
  if (text.empty()) return cell_result::empty;
  switch (sort_) {
    case cell_sort::number: {
      // Behind a view there may be anything; numbers are short.
      constexpr std::size_t longest = 40;
      if (text.size() >= longest) break;
      char copy[longest + 17] = {};
      std::copy(text.begin(), text.end(), copy);
      const char* at = copy;
      char found = mark;
      std::int64_t number = 0;
      if (!plain_number(at, found, number) || at != copy + text.size()) break;
      mark = found;
      into = number;
      return cell_result::stated;
    }
    case cell_sort::day:
      if (plain_day(text, into)) return cell_result::stated;
      break;
    case cell_sort::truth:
    case cell_sort::choice: {
      for (const known_word& one : words_)
        if (one.text == text) {
          into = one.value;
          return cell_result::stated;
        }
      const cell_result result = read_slowly(text, mark, into);
      constexpr std::size_t many = 32;
      if (result == cell_result::stated && words_.size() < many) words_.push_back({std::string(text), into});
      return result;
    }
    case cell_sort::other:
      break;
  }
  return read_slowly(text, mark, into);
}

SLIEKSNIS_INLINE void cell_reader::complain(std::string_view text, char mark, const place& at,
                                            std::vector<error>& errors) const {
  char found = mark;
  const bool number = of_->what.is(type_kind::number);
  // What is wrong anyway is said first: `1.234` is nobody's number, whatever the mark.
  const std::size_t before = errors.size();
  static_cast<void>(read_fact(*of_, text, at, errors));
  if (errors.size() != before || !number || detail::same_mark(*of_, text, found)) return;
  const bool comma = found == ',';
  errors.emplace_back(error_code::table_decimal_mark, at,
                      complaint{{comma ? "skaitlis ar decimālkomatu kā citur šajā failā"
                                       : "skaitlis ar decimālpunktu kā citur šajā failā",
                                 comma ? "a number with a decimal comma, as elsewhere in this file"
                                       : "a number with a decimal point, as elsewhere in this file"},
                                same(in_quotes(text)),
                                {"visā failā lietojiet vienu decimālzīmi vai norādiet to",
                                 "use one decimal mark in the whole file, or say which one it is"}});
}

}  // namespace v0
}  // namespace slieksnis
