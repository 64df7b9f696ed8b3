// SPDX-License-Identifier: Apache-2.0
/// \file The floor for whole files: the hand-written rules between a hand-written reader and writer of CSV
/// that know this one file alone, its columns, their order and their decimals, and check nothing.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "hand_written.hpp"

namespace hand_written {

inline bool write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(to, text.data(), text.size());
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// Writes the workload as CSV, some rows at a time. `again`: the first of them again and again, for a pipe
/// that must never wait for its writer.
inline bool write_workload(int to, std::size_t rows, bool again) {
  constexpr std::size_t at_once = 100'000;
  if (!write_all(to, std::string(workload::csv_header) + '\n')) return false;
  std::string text;
  for (std::size_t first = 0; first < rows; first += at_once) {
    if (again && first > 0 && first + at_once <= rows) {
      if (!write_all(to, text)) return false;
      continue;
    }
    text.clear();
    workload::households(std::min(at_once, rows - first), first).append_csv(text, first);
    if (!write_all(to, text)) return false;
  }
  return true;
}

class csv_loop {
 public:
  csv_loop(int from, int to) : from_(from), to_(to), in_(buffer), out_(2 * buffer) {}

  bool run() {
    std::size_t held = 0;
    bool header = true;
    put(workload::csv_header);
    put(",gmi_benefit_outcome,gmi_benefit_amount,gmi_benefit_reason,housing_benefit_outcome,housing_benefit_"
        "amount,"
        "housing_benefit_reason,poor_household_outcome,poor_household_reason,low_income_household_outcome,"
        "low_income_household_reason\n");
    while (true) {
      const ssize_t count = ::read(from_, in_.data() + held, in_.size() - held);
      if (count < 0) return false;
      if (count == 0) return flush();
      const char* at = in_.data();
      const char* const end = at + held + count;
      while (const auto* stop =
                 static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) {
        if (!header) row(at, stop);
        header = false;
        at = stop + 1;
        if (used_ > buffer && !flush()) return false;
      }
      held = static_cast<std::size_t>(end - at);
      std::memmove(in_.data(), at, held);
    }
  }

 private:
  static constexpr std::size_t buffer = std::size_t{1} << 20;

  static std::int32_t digits(const char*& at) {
    std::int32_t number = 0;
    for (; *at >= '0' && *at <= '9'; ++at) number = number * 10 + (*at - '0');
    return number;
  }
  static std::int32_t cents(const char*& at) {
    const std::int32_t euro = digits(at);
    ++at;
    return euro * 100 + digits(at);
  }

  void row(const char* at, const char* end) {
    const char* next = static_cast<const char*>(std::memchr(at, ',', static_cast<std::size_t>(end - at))) + 1;
    const std::int32_t adults = digits(next);
    const std::int32_t children = digits(++next);
    const std::int32_t income = cents(++next);
    const std::int32_t costs = cents(++next);
    ++next;
    // "other", "lone_…" and two that begin with "only_"; both of these have the same coefficient.
    const std::int32_t twice = next[0] == 'l'   ? twice_coefficient[0]
                               : next[1] == 't' ? twice_coefficient[3]
                                                : twice_coefficient[1];
    one<true>(0, adults + children - 1, income, costs, twice, places(result_));
    put({at, static_cast<std::size_t>(end - at)});
    for (std::size_t k = 0; k < 4; ++k) {
      const bool granted_here = result_.outcomes[k][0] == granted;
      put(granted_here ? ",granted," : ",refused,");
      if (k < 2) {
        if (granted_here) amount(result_.amounts[k][0]);
        put(",");
      }
      put(reason_texts[result_.reasons[k][0]]);
    }
    put("\n");
  }

  void put(std::string_view text) {
    std::memcpy(out_.data() + used_, text.data(), text.size());
    used_ += text.size();
  }
  void amount(std::int64_t all_cents) {
    char* at = out_.data() + used_;
    at = std::to_chars(at, at + 20, all_cents / 100).ptr;
    *at++ = '.';
    *at++ = static_cast<char>('0' + all_cents % 100 / 10);
    *at++ = static_cast<char>('0' + all_cents % 10);
    used_ = static_cast<std::size_t>(at - out_.data());
  }
  bool flush() { return write_all(to_, {out_.data(), std::exchange(used_, std::size_t{0})}); }

  int from_;
  int to_;
  std::vector<char> in_;
  std::vector<char> out_;
  std::size_t used_ = 0;
  results result_{1};
};

}  // namespace hand_written
