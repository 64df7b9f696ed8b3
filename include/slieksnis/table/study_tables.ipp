// SPDX-License-Identifier: Apache-2.0
// From sums by group to the tables of a study.
#pragma once

#include <algorithm>
#include <compare>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "../source/natural_order.hpp"
#include "study_groups.ipp"
#include "study_parts.ipp"
#include "study_units.ipp"
#include "tally.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The sums of one thread, or of all.
class study_tallies {
 public:
  study_tallies(const std::vector<group_source>& sources, std::size_t scenarios, std::size_t measures,
                bool weighted)
      : decimals(measures, -1), codes_(sources.size()), a_group_(scenarios * measures), weighted_(weighted) {
    of.assign(1 + sources.size(), tally(a_group_, weighted));
    of.front().have_groups(1);
    for (std::size_t d = sources.size(); d > 0; --d)
      if (sources[d - 1].by.parts == 0) whole_ = d;
  }

  /// Whether all households are the sum of a grouping's groups, which spares adding them once more.
  [[nodiscard]] bool sums_up() const noexcept { return whole_ != 0; }

  std::vector<tally> of;      ///< all households, then grouping by grouping
  std::vector<int> decimals;  ///< of the amounts of each measure; below 0 while nothing was decided

  /// Adds what another thread has found, whose groups have the numbers of `codes`.
  void take(const study_tallies& from, const std::vector<const group_codes*>& codes) {
    for (std::size_t m = 0; m < decimals.size(); ++m)
      if (decimals[m] < 0) decimals[m] = from.decimals[m];
    of.front().take(0, from.of.front(), 0, decimals, from.decimals);
    for (std::size_t d = 0; d < codes_.size(); ++d) {
      const auto& keys = codes[d]->keys();
      for (std::size_t group = 0; group < from.of[1 + d].groups(); ++group)
        of[1 + d].take(codes_[d].of(keys[group]), from.of[1 + d], group, decimals, from.decimals);
    }
  }

  /// `bounds`: of the groupings by parts, by place.
  [[nodiscard]] study_result result(const rule_book& book, const study_plan& plan,
                                    const std::vector<group_source>& sources,
                                    const std::map<std::size_t, part_bounds>& bounds, bool compares) {
    compares_ = compares;
    study_result made;
    made.measures = plan.measures;
    if (sums_up())
      for (std::size_t group = 0; group < of[whole_].groups(); ++group)
        of.front().take(0, of[whole_], group, decimals, decimals);
    made.all = group_of(of.front(), 0);
    for (std::size_t d = 0; d < sources.size(); ++d) {
      study_table table;
      table.by = sources[d].by;
      if (!table.by.is_column) table.definition = book.find(table.by.name);
      if (table.by.parts > 0)
        table.groups = parts(of[1 + d], bounds.at(d));
      else if (!table.by.bounds.empty())
        table.groups = classes(of[1 + d], codes_[d].keys(), table.by.bounds);
      else
        table.groups = values(of[1 + d], codes_[d].keys(),
                              table.definition ? &book.at(*table.definition).what : nullptr);
      for (std::size_t group = 0; group < codes_[d].keys().size(); ++group) {
        if (codes_[d].keys()[group].is != group_key::sort::unknown) continue;
        table.groups.push_back(group_of(of[1 + d], group));
        table.groups.back().unknown = true;
      }
      made.tables.push_back(std::move(table));
    }
    return made;
  }

 private:
  [[nodiscard]] study_group group_of(const tally& from, std::size_t group) const {
    study_group result;
    result.households = from.households(group);
    for (std::size_t i = 0; i < a_group_; ++i)
      result.figures.push_back(from.figures(group, i, std::max(decimals[i % decimals.size()], 0),
                                            compares_ && i >= decimals.size()));
    return result;
  }

  /// The groups whose value is known, rising.
  [[nodiscard]] static std::vector<std::size_t> in_order(const std::vector<group_key>& keys,
                                                         const type* what) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (keys[i].is != group_key::sort::unknown) order.push_back(i);
    const auto place = [&](const std::string& text) {
      std::size_t at = 0;
      while (at < what->values->size() && (*what->values)[at].id != text) ++at;
      return at;
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const group_key& left = keys[a];
      const group_key& right = keys[b];
      if (left.is == group_key::sort::number && right.is == group_key::sort::number)
        return left.number < right.number;
      if (left.is != group_key::sort::text) return left.exactly() < right.exactly();
      if (what != nullptr && what->is_enumeration()) return place(left.text) < place(right.text);
      const std::strong_ordering natural = natural_order(left.text, right.text);
      return natural != 0 ? natural < 0 : left.text < right.text;
    });
    return order;
  }

  [[nodiscard]] std::vector<study_group> values(const tally& from, const std::vector<group_key>& keys,
                                                const type* what) const {
    std::vector<study_group> result;
    for (const std::size_t group : in_order(keys, what)) {
      result.push_back(group_of(from, group));
      if (keys[group].is == group_key::sort::text)
        result.back().value = keys[group].text;
      else
        result.back().from = keys[group].exactly();
    }
    return result;
  }

  [[nodiscard]] std::vector<study_group> classes(const tally& from, const std::vector<group_key>& keys,
                                                 const std::vector<rational>& bounds) const {
    tally all(a_group_, weighted_);
    all.have_groups(bounds.size() + 1);
    for (std::size_t group = 0; group < keys.size(); ++group)
      if (keys[group].is == group_key::sort::number)
        all.take(static_cast<std::size_t>(keys[group].number), from, group, decimals, decimals);
    std::vector<study_group> result;
    for (std::size_t i = 0; i <= bounds.size(); ++i) {
      study_group one = group_of(all, i);
      if (i == 0 && one.households.rows == 0) continue;
      if (i > 0) one.from = bounds[i - 1];
      if (i < bounds.size()) one.to = bounds[i];
      result.push_back(std::move(one));
    }
    return result;
  }

  [[nodiscard]] std::vector<study_group> parts(const tally& from, const part_bounds& bounds) const {
    const rational scale = rational::power(rational(10), group_decimals);
    std::vector<study_group> result;
    for (std::size_t i = 0; i < bounds.count(); ++i) {
      result.push_back(group_of(from, i));
      result.back().part = i + 1;
      const auto ends = bounds.ends(i);
      if (!ends) continue;
      result.back().from = rational(ends->first) / scale;
      result.back().to = rational(ends->second) / scale;
    }
    result.push_back(group_of(from, bounds.count()));
    result.back().unknown = true;
    if (result.back().households.rows == 0) result.pop_back();
    return result;
  }

  std::vector<group_codes> codes_;
  std::size_t a_group_;
  bool weighted_;
  std::size_t whole_ = 0;  ///< the grouping that has all households; 0 for none
  bool compares_ = false;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
