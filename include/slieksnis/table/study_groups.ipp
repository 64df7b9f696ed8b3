// SPDX-License-Identifier: Apache-2.0
// To which group a household belongs.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "decide_rows.hpp"
#include "study.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Numbers by which households are grouped are whole numbers of so many decimals, where they are such.
inline constexpr int group_decimals = 6;

/// What the households of a group have in common.
struct group_key {
  enum class sort : std::uint8_t { number, other_number, text, unknown } is = sort::unknown;
  std::int64_t number = 0;  ///< of `group_decimals`; with bounds the place of the class
  rational other;
  std::string text;

  [[nodiscard]] rational exactly() const {
    return is == sort::number ? rational(number) / rational::power(rational(10), group_decimals) : other;
  }
};

/// Numbers groups as they are met; for one thread.
class group_codes {
 public:
  [[nodiscard]] std::uint32_t of_number(std::int64_t number) {
    // Values such as numbers of persons come again and again.
    std::pair<std::int64_t, std::uint32_t>& recent =
        recent_[static_cast<std::uint64_t>(number) / 1'000'000 % recent_.size()];
    if (recent.second > 0 && recent.first == number) return recent.second - 1;
    const auto [at, fresh] = numbers_.emplace(number, next());
    if (fresh) keys_.push_back({group_key::sort::number, number, {}, {}});
    recent = {number, at->second + 1};  // 0 stands for nothing
    return at->second;
  }
  [[nodiscard]] std::uint32_t of_other(const rational& number) {
    const auto scaled = (number * rational::power(rational(10), group_decimals)).as_integer();
    if (scaled) return of_number(*scaled);
    const auto [at, fresh] = others_.emplace(number, next());
    if (fresh) keys_.push_back({group_key::sort::other_number, 0, number, {}});
    return at->second;
  }
  [[nodiscard]] std::uint32_t of_text(std::string_view text) {
    if (const auto known = texts_.find(text); known != texts_.end()) return known->second;
    const std::uint32_t code = next();
    texts_.emplace(std::string(text), code);
    keys_.push_back({group_key::sort::text, 0, {}, std::string(text)});
    return code;
  }
  [[nodiscard]] std::uint32_t of_unknown() {
    if (unknown_ == none) {
      unknown_ = next();
      keys_.push_back({});
    }
    return unknown_;
  }
  [[nodiscard]] std::uint32_t of(const group_key& key) {
    switch (key.is) {
      case group_key::sort::number:
        return of_number(key.number);
      case group_key::sort::other_number:
        return of_other(key.other);
      case group_key::sort::text:
        return of_text(key.text);
      case group_key::sort::unknown:
        break;
    }
    return of_unknown();
  }
  [[nodiscard]] const std::vector<group_key>& keys() const noexcept { return keys_; }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  [[nodiscard]] std::uint32_t next() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }

  std::vector<group_key> keys_;
  std::unordered_map<std::int64_t, std::uint32_t> numbers_;
  std::array<std::pair<std::int64_t, std::uint32_t>, 64> recent_{};
  std::map<rational, std::uint32_t> others_;
  std::map<std::string, std::uint32_t, std::less<>> texts_;
  std::uint32_t unknown_ = none;
};

/// Stands for a number that is not known.
inline constexpr std::int64_t no_number = std::numeric_limits<std::int64_t>::min();

/// Where a grouping takes its values from.
struct group_source {
  grouping by;
  std::optional<std::size_t> column;  ///< of `fact_rows::groups`
  std::size_t wanted = 0;             ///< else the place among the first scenario's wanted definitions
  bool of_persons = false;            ///< the greatest of the household counts
  bool outcomes = false;              ///< granted, refused: of statuses, benefits and truth values
  bool texts = false;                 ///< amounts stand for texts
  std::vector<std::int64_t> bounds;   ///< of `group_decimals`, rounded up: what is not below is in the class
};

/// The groups of the households of a block.
class household_groups {
 public:
  explicit household_groups(const group_source& from) : from_(from) {}

  /// By household of the block its group, or of parts nothing: then `numbers` tells. What stands for bad ones
  /// means nothing.
  const std::vector<std::uint32_t>& find(const fact_rows& rows, const household_rows& households,
                                         const row_decisions& decided) {
    found_.resize(households.size());
    numbers_.assign(from_.by.parts > 0 ? households.size() : 0, no_number);
    texts_ = nullptr;  // of another block they may be others
    for (std::size_t i = 0; i < households.size(); ++i) {
      household_ = i;
      const std::size_t row = households.offsets()[i];
      if (from_.column) {
        const std::string_view says = rows.groups[*from_.column][row];
        found_[i] = says.empty() ? codes_.of_unknown() : codes_.of_text(says);
        continue;
      }
      const decision_place at = decided.places().empty() ? decision_place{0, static_cast<std::uint32_t>(i),
                                                                          static_cast<std::uint32_t>(row)}
                                                         : decided.places()[row];
      const decided_day& day = decided.days()[at.day];
      if (!day.day->decider || rows.is_bad(row)) continue;
      const std::size_t persons = households.offsets()[i + 1] - row;
      const decision_column& values = day.decisions.columns[from_.wanted];
      found_[i] = from_.of_persons ? of_greatest(values, at.person, persons)
                                   : of_value(values, at.household, day.decisions.texts);
    }
    return found_;
  }

  [[nodiscard]] const group_codes& codes() const noexcept { return codes_; }
  /// Where households are grouped by parts: the value of each, of `group_decimals`; `no_number` where it is
  /// not known. What is finer than these decimals is cut off.
  [[nodiscard]] const std::vector<std::int64_t>& numbers() const noexcept { return numbers_; }

 private:
  std::uint32_t of_value(const decision_column& values, std::size_t at,
                         const std::vector<std::string>& texts) {
    const outcome made = values.outcomes[at];
    if (made == outcome::undetermined) return codes_.of_unknown();
    if (from_.outcomes) return codes_.of_text(name_of(made));
    if (from_.texts) {
      const auto place = static_cast<std::size_t>(values.amounts[at]);
      if (place >= texts.size()) return codes_.of_unknown();
      if (&texts != texts_ || text_codes_.size() != texts.size()) {
        texts_ = &texts;
        text_codes_.assign(texts.size(), no_code);
      }
      if (text_codes_[place] == no_code) text_codes_[place] = codes_.of_text(texts[place]);
      return text_codes_[place];
    }
    return of_number(values, at);
  }

  std::uint32_t of_number(const decision_column& values, std::size_t at) {
    const auto other =
        values.other_amounts.empty() ? values.other_amounts.end() : values.other_amounts.find(at);
    std::int64_t scaled = 0;
    if (other == values.other_amounts.end() && scale(values.amounts[at], values.decimals, scaled))
      return of_scaled(scaled);
    const rational number = values.amount(at);
    if (from_.bounds.empty() && from_.by.parts == 0) return codes_.of_other(number);
    const rational moved = number * rational::power(rational(10), group_decimals);
    const auto floor = moved.floor().as_integer();
    return of_scaled(floor              ? *floor
                     : moved.sign() < 0 ? std::numeric_limits<std::int64_t>::min()
                                        : std::numeric_limits<std::int64_t>::max());
  }

  std::uint32_t of_scaled(std::int64_t scaled) {
    if (from_.by.parts > 0) {
      numbers_[household_] = std::max(scaled, no_number + 1);
      return 0;
    }
    return from_.bounds.empty() ? codes_.of_number(scaled) : class_of(scaled);
  }

  /// 0 below the first bound.
  std::uint32_t class_of(std::int64_t scaled) {
    const auto above = std::upper_bound(from_.bounds.begin(), from_.bounds.end(), scaled);
    return codes_.of_number(above - from_.bounds.begin());
  }

  std::uint32_t of_greatest(const decision_column& values, std::size_t first, std::size_t count) {
    std::size_t greatest = first;
    for (std::size_t at = first; at < first + count; ++at) {
      if (values.outcomes[at] == outcome::undetermined) return codes_.of_unknown();
      if (from_.outcomes) {
        if (values.outcomes[at] == outcome::granted) greatest = at;  // one of them is enough
      } else if (values.other_amounts.empty() ? values.amounts[at] > values.amounts[greatest]
                                              : values.amount(at) > values.amount(greatest)) {
        greatest = at;
      }
    }
    if (count == 0) return codes_.of_unknown();
    return from_.outcomes ? codes_.of_text(name_of(values.outcomes[greatest])) : of_number(values, greatest);
  }

  static bool scale(std::int64_t amount, int decimals, std::int64_t& into) {
    into = amount;
    for (int i = decimals; i < group_decimals; ++i)
      if (__builtin_mul_overflow(into, std::int64_t{10}, &into)) return false;
    for (int i = group_decimals; i < decimals; ++i) {
      if (into % 10 != 0) return false;
      into /= 10;
    }
    return true;
  }

  const group_source& from_;
  group_codes codes_;
  std::vector<std::uint32_t> found_;
  std::vector<std::int64_t> numbers_;
  std::size_t household_ = 0;
  static constexpr std::uint32_t no_code = std::numeric_limits<std::uint32_t>::max();
  const std::vector<std::string>* texts_ = nullptr;  ///< those that have the codes below
  std::vector<std::uint32_t> text_codes_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
