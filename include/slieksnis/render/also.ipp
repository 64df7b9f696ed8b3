// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <set>
#include <utility>

#include "../decide/total.hpp"
#include "also.hpp"
#include "sheet.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Benefits that one fact would decide.
struct near_question {
  need missing;
  std::set<std::size_t> persons;
  std::vector<std::size_t> benefits;
};

[[nodiscard]] SLIEKSNIS_INLINE std::vector<near_question> near_questions(const rule_book& book,
                                                                         const answer& given) {
  constexpr std::size_t most = 3;
  std::vector<near_question> result;
  for (const decision& one : given.also) {
    if (one.outcome != outcome::undetermined || one.needs.size() != 1) continue;
    const need& missing = one.needs.front();
    if (missing.definition == need::persons) continue;
    const definition& of = book.at(missing.definition);
    const bool asked =
        std::any_of(given.decisions.begin(), given.decisions.end(), [&](const decision& shown) {
          return std::find(shown.needs.begin(), shown.needs.end(), missing) != shown.needs.end();
        });
    if (of.rare || of.gate || asked) continue;
    auto at = std::find_if(result.begin(), result.end(), [&](const near_question& known) {
      return known.missing.definition == missing.definition;
    });
    if (at == result.end()) at = result.insert(result.end(), {missing, {}, {}});
    if (missing.person) at->persons.insert(*missing.person);
    if (std::find(at->benefits.begin(), at->benefits.end(), one.benefit) == at->benefits.end())
      at->benefits.push_back(one.benefit);
  }
  std::stable_sort(result.begin(), result.end(), [](const near_question& a, const near_question& b) {
    return a.benefits.size() > b.benefits.size();
  });
  if (result.size() > most) result.erase(result.begin() + most, result.end());
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE also_lines also_of(const rule_book& book, const facts& stated, const answer& given,
                                    language lang) {
  also_lines result;
  for (const decision& one : given.also) {
    const definition& of = book.at(one.benefit);
    const bool due = of.kind == definition_kind::status || of.in_total || of.paid == payment::service;
    if (!one.granted() || !due || replaced_by_another(book, given.also, one)) continue;
    std::string line = capitalised(detail::with_person(of.title.in(lang), one.person, stated, lang));
    if (one.amount) {
      const std::string often = detail::payment_words(*of.paid).in(lang);
      line += ": " + format_value(book, of, *one.amount, lang) + (often.empty() ? "" : " (" + often + ")");
    }
    result.granted.push_back(std::move(line));
  }
  for (const detail::near_question& one : detail::near_questions(book, given)) {
    std::string benefits;
    for (const std::size_t id : one.benefits)
      benefits += (benefits.empty() ? "" : "; ") + capitalised(book.at(id).title.in(lang));
    result.open.push_back(fmt::format("{} – {}{} → {}", book.at(one.missing.definition).name,
                                      detail::question_words(book, one.missing.definition, lang),
                                      detail::persons_words(stated, one.persons, lang), benefits));
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
