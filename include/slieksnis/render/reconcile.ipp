// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "../source/natural_order.hpp"
#include "format.ipp"
#include "reconcile.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What is shown, in the order in which it is shown.
struct reconciliation {
  struct conflict {
    std::size_t topic = 0;
    const known_conflict* what = nullptr;
  };
  std::vector<proof> figures;
  std::vector<implied_interval> intervals;
  std::vector<conflict> conflicts;

  [[nodiscard]] std::size_t count(verdict wanted) const {
    return static_cast<std::size_t>(std::count_if(
        figures.begin(), figures.end(), [&](const proof& one) { return verdict_of(one) == wanted; }));
  }
  [[nodiscard]] std::size_t open_conflicts() const {
    return static_cast<std::size_t>(std::count_if(conflicts.begin(), conflicts.end(),
                                                  [](const conflict& one) { return one.what->open; }));
  }
};

SLIEKSNIS_INLINE reconciliation reconcile(const rule_book& book, const reconciled_part& part) {
  const bool everything = part.definitions.empty() && part.topics.empty();
  const auto concerns = [&](std::size_t id) {
    return everything || part.definitions.contains(id) || part.topics.contains(book.at(id).topic);
  };
  reconciliation result;
  result.figures = prove_figures(book);
  std::erase_if(result.figures, [&](const proof& one) { return !concerns(one.figure->of); });
  const auto rank = [&](const proof& one) {
    return std::tuple(book.at(one.figure->of).topic, one.figure->of, one.figure->on);
  };
  std::stable_sort(result.figures.begin(), result.figures.end(),
                   [&](const proof& a, const proof& b) { return rank(a) < rank(b); });
  result.intervals = imply_intervals(book);
  std::erase_if(result.intervals, [&](const implied_interval& one) { return !concerns(one.parameter); });
  for (std::size_t topic = 0; topic < book.topics().size(); ++topic)
    for (const known_conflict& one : book.topics()[topic].conflicts)
      if (everything || part.topics.contains(topic) ||
          std::any_of(one.about.begin(), one.about.end(), concerns))
        result.conflicts.push_back({topic, &one});
  std::stable_sort(result.conflicts.begin(), result.conflicts.end(), [](const auto& a, const auto& b) {
    return a.topic != b.topic ? a.topic < b.topic : natural_order(a.what->id, b.what->id) < 0;
  });
  return result;
}

SLIEKSNIS_INLINE words described(verdict what) {
  switch (what) {
    case verdict::equal:
      return {"sakrīt", "equal"};
    case verdict::explained:
      return {"atšķiras: paskaidrots", "differs: explained"};
    case verdict::open:
      return {"atšķiras: neizšķirts", "differs: open"};
    case verdict::unexplained:
      break;
  }
  return {"atšķiras: nepaskaidrots", "differs: unexplained"};
}

/// The case of a figure in words: `members: 3; person 1 (age: 7 years)`.
SLIEKSNIS_INLINE std::string case_words(const rule_book& book, const facts& stated, language lang) {
  const auto listed = [&](const stated_values& values, const char* between) {
    std::string result;
    for (const auto& [id, one] : values)
      result += fmt::format("{}{}: {}", result.empty() ? "" : between, spoken_name(book, book.at(id), lang),
                            format_value(book, book.at(id), one.what, lang));
    return result;
  };
  std::string result;
  const auto add = [&](const std::string& more) {
    if (!more.empty()) result += (result.empty() ? "" : "; ") + more;
  };
  add(listed(stated.common(), "; "));
  if (stated.persons())
    for (std::size_t i = 0; i < stated.persons()->size(); ++i)
      add(say(lang, "{}. persona ({})", "person {} ({})", i + 1, listed((*stated.persons())[i], ", ")));
  add(listed(stated.overrides(), "; "));
  return result;
}

SLIEKSNIS_INLINE std::string computed_words(const rule_book& book, const proof& one, language lang) {
  if (!one.computed.known()) return words{"nezināms", "unknown"}.in(lang);
  return format_bare(book.at(one.figure->of), one.computed.what(), lang);
}

/// `at least 151 and below 152.5`.
SLIEKSNIS_INLINE std::string span_words(const std::optional<rational>& low,
                                        const std::optional<rational>& high, language lang) {
  std::string result;
  if (low) result = say(lang, "vismaz {}", "at least {}", format_number(*low, 0, lang));
  if (low && high) result += lang == language::lv ? " un " : " and ";
  if (high) result += say(lang, "mazāk par {}", "below {}", format_number(*high, 0, lang));
  return result;
}

SLIEKSNIS_INLINE std::string interval_words(const rule_book& book, const implied_interval& one,
                                            language lang) {
  if (!one.fits)
    return words{"nekas: lietotajai vērtībai kāds publicētais skaitlis neatbilst",
                 "nothing: some published figure does not hold at the value used"}
        .in(lang);
  if (!one.low && !one.high)
    return words{"nekas: to neierobežo neviens publicētais skaitlis",
                 "nothing: no published figure bounds it"}
        .in(lang);
  const std::string unit = book.unit_words(to_string(book.at(one.parameter).what.measure)).in(lang);
  return span_words(one.low, one.high, lang) + (unit.empty() ? "" : " " + unit);
}

SLIEKSNIS_INLINE std::string written_words(const implied_interval& one, language lang) {
  return span_words(one.rule->between->first, one.rule->between->second, lang);
}

SLIEKSNIS_INLINE std::string summary_words(const reconciliation& all, language lang) {
  return say(
      lang,
      "Publicētie skaitļi: {} (sakrīt {}, paskaidroti {}, neizšķirti {}, nepaskaidroti {}); intervāli: {}; "
      "avotu pretrunas: {} (neizšķirtas {})",
      "Published figures: {} (equal {}, explained {}, open {}, unexplained {}); intervals: {}; "
      "conflicts of sources: {} (open {})",
      all.figures.size(), all.count(verdict::equal), all.count(verdict::explained), all.count(verdict::open),
      all.count(verdict::unexplained), all.intervals.size(), all.conflicts.size(), all.open_conflicts());
}

SLIEKSNIS_INLINE words state_words(const known_conflict& one) {
  return one.open ? words{"neizšķirta: neviens avots to neatrisina", "open: no source settles it"}
                  : words{"izšķirta", "settled"};
}

/// The headings of the three parts.
struct part_titles {
  words figures{"Publicētie skaitļi un noteikumu rezultāts", "Published figures and what the rules give"};
  words intervals{"Zināms tikai kā intervāls", "Known only as an interval"};
  words conflicts{"Avotu pretrunas", "Conflicts of the sources"};
};

/// A definition's id as the language has it.
SLIEKSNIS_INLINE const std::string& name_in(const definition& of, language lang) {
  return lang == language::lv && !of.latvian.empty() ? of.latvian : of.name;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
