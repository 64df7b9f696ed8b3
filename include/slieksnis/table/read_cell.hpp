// SPDX-License-Identifier: Apache-2.0
/// \file One cell of a table as a whole number for a column: fast where it is written plainly, by `read_fact`
/// where it is not. Both give the same.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../facts/read_fact.hpp"

namespace slieksnis {
inline namespace v0 {

/// What a column of a fact table holds.
enum class cell_sort : std::uint8_t { number, day, truth, choice, other };

enum class cell_result : std::uint8_t {
  empty,   ///< nothing is stated
  stated,  ///< a whole number for the column: `cell_reader::read`
  beyond,  ///< stated, but no column holds it: a duration, a text, a third of a cent
  wrong
};

/// Reads the cells of one fact. Keeps the words that it has seen, so it is for one thread.
class cell_reader {
 public:
  explicit cell_reader(const definition& of);

  [[nodiscard]] const definition& of() const noexcept { return *of_; }
  [[nodiscard]] cell_sort sort() const noexcept { return sort_; }
  /// Of a column of numbers: as many as the fact may have.
  [[nodiscard]] int decimals() const noexcept { return of_->decimals; }
  /// Of a column of choices: the ids of the enumeration in their order.
  [[nodiscard]] std::vector<std::string> dictionary() const;

  /// Reads a number that is written plainly, `1234` or `-12.50`, from `at` on, and moves behind it. The text
  /// ends in some other character, or at the separator; sixteen bytes behind that may be read. `mark` is the
  /// decimal mark, 0 while none is known; then it becomes the one of this number.
  /// \return false, and nothing is changed, for all that is not plain, or not in the domain of the fact.
  [[nodiscard]] bool plain_number(const char*& at, char& mark, std::int64_t& into,
                                  char separator = '\0') const noexcept {
    const char* next = at;
    const bool negative = *next == '-';
    if (negative) ++next;
    std::uint64_t size = 0;
    int digits = take_digits(next, size);
    if (digits == 0 || digits > 18) return false;
    char found = mark;
    int places = 0;
    if ((*next == '.' || *next == ',') && *next != separator) {
      if (found != 0 && *next != found) return false;
      found = *next++;
      places = take_digits(next, size);
      // Three digits behind a mark may be a thousand: `read_fact` knows.
      if (places == 0 || places > of_->decimals || (places == 3 && of_->decimals < 3)) return false;
      digits += places;
    }
    if (digits + of_->decimals - places > 18) return false;
    const std::uint64_t scaled = size * powers[of_->decimals - places];
    const auto value = negative ? -static_cast<std::int64_t>(scaled) : static_cast<std::int64_t>(scaled);
    if (value < least_ || value > greatest_) return false;
    at = next;
    mark = found;
    into = value;
    return true;
  }

  /// Reads any cell. Stated: `into` is the number times ten to the power `decimals()`, the days since
  /// 1970-01-01, 0 or 1, or the place in `dictionary()`. Beyond: see `taken`.
  /// `mark` as above; a number with the other mark is wrong.
  [[nodiscard]] cell_result read(std::string_view text, char& mark, std::int64_t& into);

  /// The value of the last cell that was `beyond`.
  [[nodiscard]] const stated_value& taken() const noexcept { return taken_; }
  /// What a value is for the column: `stated` or `beyond`.
  [[nodiscard]] cell_result take(stated_value stated, std::int64_t& into);

  /// Adds what is wrong with a cell that `read` found wrong.
  void complain(std::string_view text, char mark, const place& at, std::vector<error>& errors) const;

 private:
  struct known_word {
    std::string text;
    std::int64_t value = 0;
  };
  static constexpr std::uint64_t powers[] = {1,
                                             10,
                                             100,
                                             1'000,
                                             10'000,
                                             100'000,
                                             1'000'000,
                                             10'000'000,
                                             100'000'000,
                                             1'000'000'000,
                                             10'000'000'000,
                                             100'000'000'000,
                                             1'000'000'000'000,
                                             10'000'000'000'000,
                                             100'000'000'000'000,
                                             1'000'000'000'000'000,
                                             10'000'000'000'000'000,
                                             100'000'000'000'000'000,
                                             1'000'000'000'000'000'000};
  /// Appends the digits at the front to a number and moves behind them: eight at a time, without a branch for
  /// each. \return how many; with more than 18 the number means nothing.
  [[nodiscard]] static int take_digits(const char*& at, std::uint64_t& number) noexcept {
    constexpr std::uint64_t zeros = 0x3030'3030'3030'3030U;
    constexpr std::uint64_t low_bits = 0x7f7f'7f7f'7f7f'7f7fU;
    constexpr std::uint64_t above_nine = 0x7676'7676'7676'7676U;  // carries into the top bit from 10 on
    const std::uint64_t bytes = detail::eight_bytes(at) ^ zeros;
    const std::uint64_t others = (((bytes & low_bits) + above_nine) | bytes) & ~low_bits;
    if (others == 0) return take_many_digits(at, number);
    const auto count = static_cast<unsigned>(std::countr_zero(others)) / 8;
    if (count == 0) return 0;
    std::uint64_t eight = bytes << (64 - 8 * count);
    eight = (eight * 10 + (eight >> 8U)) & 0x00ff'00ff'00ff'00ffU;
    eight = (eight * 100 + (eight >> 16U)) & 0x0000'ffff'0000'ffffU;
    eight = (eight * 10'000 + (eight >> 32U)) & 0xffff'ffffU;
    number = number * powers[count] + eight;
    at += count;
    return static_cast<int>(count);
  }
  [[nodiscard]] static int take_many_digits(const char*& at, std::uint64_t& number) noexcept;
  [[nodiscard]] static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
  [[nodiscard]] static std::uint64_t digit(char c) noexcept { return static_cast<std::uint64_t>(c - '0'); }
  [[nodiscard]] cell_result read_slowly(std::string_view text, char& mark, std::int64_t& into);

  const definition* of_;
  cell_sort sort_ = cell_sort::other;
  std::int64_t least_;
  std::int64_t greatest_;
  std::vector<known_word> words_;
  stated_value taken_;
};

/// A day written `2026-02-01` or `01.02.2026`, as days since 1970-01-01; false for all else.
[[nodiscard]] bool plain_day(std::string_view text, std::int64_t& into) noexcept;

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "read_cell.ipp"
#endif
