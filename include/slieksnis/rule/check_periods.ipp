// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

/// Sets where each version ends, and refuses gaps, overlaps and days outside the topic.
SLIEKSNIS_INLINE bool rule_book_builder::check_periods(definition& checked) {
  const std::size_t before = errors_.size();
  const period covers = book_.topics_[checked.topic].covers;
  const auto wrong = [&](error_code code, const version& at, std::string_view key, words expected, date found,
                         words hint) {
    errors_.emplace_back(code, member(at.at, key),
                         complaint{std::move(expected), same(to_string(found)), std::move(hint)});
  };
  for (std::size_t i = 0; i < checked.versions.size(); ++i) {
    version& one = checked.versions[i];
    const version* next = i + 1 < checked.versions.size() ? &checked.versions[i + 1] : nullptr;
    const date end = next != nullptr ? next->when.from : covers.to;
    one.when.to = one.to.value_or(end);
    // A version chosen by another date, such as a birth, may begin before the days that can be asked about.
    if (checked.by.empty() && !covers.contains(one.when.from))
      wrong(error_code::rule_covers, one, "/from",
            {"diena no " + to_string(covers.from) + " līdz " + to_string(covers.last_day()),
             "a day from " + to_string(covers.from) + " to " + to_string(covers.last_day())},
            one.when.from,
            {"versijas sākumam jābūt temata \"covers\" laikā",
             "a version begins within the topic's \"covers\""});
    if (next != nullptr && next->when.from <= one.when.from)
      wrong(error_code::rule_order, *next, "/from",
            {"sākums pēc " + to_string(one.when.from), "a start after " + to_string(one.when.from)},
            next->when.from,
            {"sakārtojiet versijas no vecākās uz jaunāko", "put the versions in order, oldest first"});
    else if (one.to && *one.to <= one.when.from)
      wrong(error_code::rule_order, one, "/to",
            {"beigas pēc " + to_string(one.when.from), "an end after " + to_string(one.when.from)}, *one.to,
            {"\"to\" ir pirmā diena, kas versijai vairs nepieder",
             "\"to\" is the first day that no longer belongs to the version"});
    else if (one.to && *one.to < end && next != nullptr)
      wrong(
          error_code::rule_gap, one, "/to",
          {to_string(end) + ", kad sākas nākamā versija", to_string(end) + ", when the next version begins"},
          *one.to,
          {"aizpildiet dienas bez versijas vai \"to\" izņemiet; \"to\" diena versijai vairs nepieder",
           "fill the days without a version, or leave \"to\" out; the day of \"to\" no longer belongs to the "
           "version"});
    else if (one.to && *one.to > end && next != nullptr)
      wrong(
          error_code::rule_overlap, one, "/to",
          {to_string(end) + ", kad sākas nākamā versija", to_string(end) + ", when the next version begins"},
          *one.to,
          {"katrai dienai drīkst būt tikai viena versija; \"to\" diena versijai vairs nepieder",
           "each day may have one version only; the day of \"to\" no longer belongs to the version"});
    else if (one.to && *one.to > end)
      wrong(error_code::rule_covers, one, "/to",
            {"diena ne vēlāk kā " + to_string(end), "a day not after " + to_string(end)}, *one.to,
            {"pagariniet temata \"covers\" vai saīsiniet versiju",
             "extend the topic's \"covers\", or end the version earlier"});
  }
  return errors_.size() == before;
}

}  // namespace v0
}  // namespace slieksnis
