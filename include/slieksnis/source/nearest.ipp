// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include "nearest.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

inline constexpr std::array<std::pair<std::string_view, char>, 22> unmarked_letters{{
    {"ā", 'a'}, {"č", 'c'}, {"ē", 'e'}, {"ģ", 'g'}, {"ī", 'i'}, {"ķ", 'k'}, {"ļ", 'l'}, {"ņ", 'n'},
    {"š", 's'}, {"ū", 'u'}, {"ž", 'z'}, {"Ā", 'a'}, {"Č", 'c'}, {"Ē", 'e'}, {"Ģ", 'g'}, {"Ī", 'i'},
    {"Ķ", 'k'}, {"Ļ", 'l'}, {"Ņ", 'n'}, {"Š", 's'}, {"Ū", 'u'}, {"Ž", 'z'},
}};

/// U+0300 to U+036F: a mark that belongs to the letter before it.
SLIEKSNIS_INLINE bool is_combining_mark(std::string_view text) noexcept {
  if (text.size() < 2) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text[1]);
  return (first == 0xCCU && second >= 0x80U) || (first == 0xCDU && second >= 0x80U && second <= 0xAFU);
}

/// Levenshtein's distance where exchanging two neighbours also counts as one change. No Debian package
/// offers it as a library without pulling in a search engine.
SLIEKSNIS_INLINE std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace detail

SLIEKSNIS_INLINE std::string folded(std::string_view name) {
  std::string result;
  result.reserve(name.size());
  while (!name.empty()) {
    if (static_cast<unsigned char>(name.front()) < 0x80U) {
      const char c = name.front();
      result += c == '-' || c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      name.remove_prefix(1);
      continue;
    }
    const auto letter =
        std::find_if(detail::unmarked_letters.begin(), detail::unmarked_letters.end(), [&](const auto& pair) {
          return name.size() > 1 && name[1] == pair.first[1] && name[0] == pair.first[0];
        });
    if (letter != detail::unmarked_letters.end()) {
      result += letter->second;
      name.remove_prefix(letter->first.size());
      continue;
    }
    if (detail::is_combining_mark(name)) {
      name.remove_prefix(2);
      continue;
    }
    result += name.front();
    name.remove_prefix(1);
  }
  return result;
}

SLIEKSNIS_INLINE std::vector<std::string> nearest(std::string_view name,
                                                  const std::vector<std::string>& known) {
  constexpr std::size_t longest = 80;  // nobody means a name this long; also bounds the work
  if (name.empty() || name.size() > longest) return {};
  const std::string wanted = folded(name);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& candidate : known) {
    const std::string other = folded(candidate);
    std::size_t distance = detail::edit_distance(wanted, other);
    // A whole word of a longer name is a likely abbreviation: `median` for `income_median`.
    if (wanted.size() >= 4 && ("_" + other + "_").find("_" + wanted + "_") != std::string::npos) distance = 1;
    if (distance <= std::max<std::size_t>(1, wanted.size() / 3)) ranked.emplace_back(distance, candidate);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> result;
  for (auto& [distance, candidate] : ranked) {
    if (result.size() == 3 || distance > ranked.front().first + 1) break;
    result.push_back(std::move(candidate));
  }
  return result;
}

SLIEKSNIS_INLINE words did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  const auto close = nearest(name, known);
  if (close.empty()) return {};
  const words names = either(close);
  return {"vai domāts " + names.lv + "?", "did you mean " + names.en + "?"};
}

SLIEKSNIS_INLINE words either(const std::vector<std::string>& names) {
  words result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i > 0 && i + 1 == names.size();
    result.lv += (i == 0 ? "" : last ? " vai " : ", ") + names[i];
    result.en += (i == 0 ? "" : last ? " or " : ", ") + names[i];
  }
  return result;
}

SLIEKSNIS_INLINE bool is_short_for(std::string_view brief, std::string_view name) noexcept {
  constexpr std::ptrdiff_t fewest_letters = 3;  // fewer are more likely a slip than a name
  if (std::count_if(brief.begin(), brief.end(), [](char c) { return c != '_'; }) < fewest_letters)
    return false;
  while (true) {
    const std::string_view wanted = brief.substr(0, brief.find('_'));
    const std::string_view word = name.substr(0, name.find('_'));
    if (wanted.empty() || !word.starts_with(wanted)) return false;
    if (wanted.size() == brief.size()) return true;
    if (word.size() == name.size()) return false;
    brief.remove_prefix(wanted.size() + 1);
    name.remove_prefix(word.size() + 1);
  }
}

SLIEKSNIS_INLINE std::vector<known_name> short_for(std::string_view brief,
                                                   const std::vector<known_name>& known) {
  const std::string wanted = folded(brief);
  const auto words_in = [](std::string_view name) { return std::count(name.begin(), name.end(), '_'); };
  std::vector<known_name> whole;  // each word is there
  std::vector<known_name> result;
  const auto add = [](std::vector<known_name>& to, const known_name& one) {
    if (std::none_of(to.begin(), to.end(), [&](const auto& other) { return other.meaning == one.meaning; }))
      to.push_back(one);
  };
  for (const known_name& one : known) {
    const std::string name = folded(one.name);
    if (!is_short_for(wanted, name)) continue;
    add(words_in(name) == words_in(wanted) ? whole : result, one);
  }
  return whole.empty() ? result : whole;
}

}  // namespace v0
}  // namespace slieksnis
