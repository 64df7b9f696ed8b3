// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

/// Sets where each version ends, and refuses gaps, overlaps and days outside the topic.
SLIEKSNIS_INLINE void rule_book_builder::check_periods(definition& checked) {
  const period covers = book_.topics_[checked.topic].covers;
  const auto wrong = [&](error_code code, const version& at, words expected, std::string found, words hint = {}) {
    errors_.emplace_back(code, at.at, complaint{std::move(expected), same(std::move(found)), std::move(hint)});
  };
  for (std::size_t i = 0; i < checked.versions.size(); ++i) {
    version& one = checked.versions[i];
    const version* next = i + 1 < checked.versions.size() ? &checked.versions[i + 1] : nullptr;
    const date end = next != nullptr ? next->when.from : covers.to;
    one.when.to = one.to.value_or(end);
    // A version chosen by another date, such as a birth, may begin before the days that can be asked about.
    if (checked.by.empty() && !covers.contains(one.when.from))
      wrong(error_code::rule_covers, one, {"sākums temata laikā: " + to_string(covers.from) + " … " + to_string(covers.last_day()), "a start within the topic: " + to_string(covers.from) + " … " + to_string(covers.last_day())},
            to_string(one.when.from));
    if (next != nullptr && next->when.from <= one.when.from)
      wrong(error_code::rule_order, *next, {"sākums pēc " + to_string(one.when.from), "a start after " + to_string(one.when.from)}, to_string(next->when.from),
            {"sakārtojiet versijas no vecākās uz jaunāko", "put the versions in order, oldest first"});
    else if (one.to && *one.to <= one.when.from)
      wrong(error_code::rule_order, one, {"beigas pēc " + to_string(one.when.from), "an end after " + to_string(one.when.from)}, to_string(*one.to));
    else if (one.to && *one.to < end && next != nullptr)
      wrong(error_code::rule_gap, one, {"versija līdz " + to_string(end), "a version up to " + to_string(end)}, to_string(*one.to),
            {"\"to\" diena versijai vairs nepieder; tai jāsakrīt ar nākamās versijas \"from\"", "the day of \"to\" no longer belongs to the version; it must equal the next version's \"from\""});
    else if (one.to && *one.to > end)
      wrong(next != nullptr ? error_code::rule_overlap : error_code::rule_covers, one, {"versija līdz " + to_string(end), "a version up to " + to_string(end)}, to_string(*one.to),
            {"katrai dienai drīkst būt viena versija", "each day may have one version"});
  }
}

}  // namespace v0
}  // namespace slieksnis
