// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "../source/nearest.hpp"
#include "load_facts.hpp"
#include "read_fact.ipp"
#include "read_persons.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Reads the parts of one text about the persons of a household.
class persons_reader {
 public:
  persons_reader(facts& target, std::string_view text, const place& at, std::vector<error>& errors)
      : target_(target), text_(text), at_(at), errors_(errors) {}

  void read() {
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text_.size(); ++i) {
      const char c = i < text_.size() ? text_[i] : ',';
      if (c == '(') ++depth;
      if (c == ')' && depth > 0) --depth;
      if ((c != ',' && c != ';') || (depth > 0 && i < text_.size())) continue;
      part(begin, i);
      begin = i + 1;
    }
    check_missing();
    if (target_.persons() == std::nullopt && errors_.empty()) wrong({0, text_.size()}, {});
  }

 private:
  struct word {
    std::string text;
    span where;
  };

  /// A piece between commas; `un` and `and` divide it further.
  void part(std::size_t begin, std::size_t end) {
    std::string label;
    const std::size_t open = text_.find('(', begin);
    std::size_t words_end = end;
    if (open < end) {
      const std::size_t close = text_.find(')', open);
      if (close > end || !trimmed(text_.substr(close + 1, end - close - 1)).empty())
        return wrong({open, end},
                     {"aiz apzīmējuma iekavās seko komats", "a comma follows a label in parentheses"});
      label = std::string(trimmed(text_.substr(open + 1, close - open - 1)));
      words_end = open;
    }
    std::vector<word> words;
    for (std::size_t at = begin; at < words_end;) {
      if (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '+') {
        if (text_[at] == '+') one(std::exchange(words, {}), {});
        ++at;
        continue;
      }
      std::size_t stop = at;
      while (stop < words_end && text_[stop] != ' ' && text_[stop] != '\t' && text_[stop] != '+') ++stop;
      std::string text(text_.substr(at, stop - at));
      if (text == "un" || text == "and")
        one(std::exchange(words, {}), {});
      else
        words.push_back({std::move(text), {at, stop}});
      at = stop;
    }
    if (words.empty() && !label.empty())
      return wrong({open, end},
                   {"pirms apzīmējuma rakstiet personas veidu", "write the kind of person first"});
    one(std::move(words), std::move(label));
  }

  [[nodiscard]] static bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 4 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// Persons of one kind.
  void one(std::vector<word> words, std::string label) {
    if (words.empty()) return;
    const span whole{words.front().where.begin, words.back().where.end};
    std::optional<std::size_t> count;
    std::size_t first = 0;
    if (is_number(words[0].text)) {
      if (words.size() == 1 && last_takes_ != nullptr) {
        if (missing_ > 0) --missing_;
        return add(*last_takes_, words[0], label);
      }
      count = std::stoul(words[0].text);
      first = 1;
    }
    check_missing();
    const person_kind* kind = nullptr;
    std::size_t end = words.size();  // after the kind's name, which may have several words
    for (; end > first && kind == nullptr; --end) {
      std::string name;
      for (std::size_t i = first; i < end; ++i) name += (i == first ? "" : " ") + words[i].text;
      kind = kind_in_words(target_.book(), name);
      if (kind != nullptr) break;
    }
    if (kind == nullptr) {
      const std::string named = words.size() == first + 1 ? folded(words[first].text) : "";
      const bool anybody = named == "persona" || named == "personas" || named == "person" ||
                           named == "persons" || named == "people";
      if (words.size() > first && !anybody) return unknown(words, first);
      return add_nobody_knows(count.value_or(1), whole, std::move(label));
    }
    std::vector<word> arguments(words.begin() + static_cast<std::ptrdiff_t>(end), words.end());
    last_takes_ = kind->takes == "count" ? nullptr : kind;
    if (kind->takes == "count") {
      if (!count && arguments.size() == 1) return add(*kind, arguments[0], label);
      if (!arguments.empty()) return wrong(arguments[0].where, {});
      return add(*kind, {count ? std::to_string(*count) : "", whole}, label);
    }
    take_together(*kind, arguments);
    if (arguments.empty() || (count && *count < arguments.size()))
      return wrong(whole, missing_argument(*kind));
    if (count) {
      missing_ = *count - arguments.size();  // "2 bērni 7, 9": the others follow
      missing_at_ = whole;
    }
    for (const word& argument : arguments) add(*kind, argument, label);
  }

  /// One value of several words, such as "I grupa"; years may be named.
  void take_together(const person_kind& kind, std::vector<word>& arguments) const {
    const auto is_years = [](const word& one) {
      const std::string name = folded(one.text);
      return name == "gadi" || name == "gadus" || name == "gads" || name == "years" || name == "year";
    };
    arguments.erase(std::remove_if(arguments.begin(), arguments.end(), is_years), arguments.end());
    if (arguments.size() < 2) return;
    const span where{arguments.front().where.begin, arguments.back().where.end};
    std::string all(text_.substr(where.begin, where.end - where.begin));
    std::vector<error> ignored;
    const definition& of = target_.book().at(*target_.book().find(kind.takes));
    if (of.what.is_enumeration() && read_fact(of, all, at_, ignored)) arguments = {{std::move(all), where}};
  }

  void check_missing() {
    if (std::exchange(missing_, 0) > 0) wrong(missing_at_, missing_argument(*last_takes_));
  }

  /// "bērns 7": the shape that a kind with an argument has.
  [[nodiscard]] words missing_argument(const person_kind& kind) const {
    const definition& of = target_.book().at(*target_.book().find(kind.takes));
    return {
        "katrai personai norādiet: " + of.title.lv + ", piemēram, " + spoken(kind.latvian) + " " +
            example(of),
        "state for each person the " + of.title.en + ", such as " + spoken(kind.name) + " " + example(of)};
  }
  [[nodiscard]] static std::string example(const definition& of) {
    if (of.what.is(type_kind::day)) return "01.02.2026";
    return of.what.is_enumeration() ? of.what.values->back().title.lv : "7";
  }
  /// `vsnp_saņēmējs` as `VSNP saņēmējs`.
  [[nodiscard]] std::string spoken(std::string_view name) const {
    std::string result;
    for (std::size_t begin = 0; begin <= name.size();) {
      const std::size_t end = std::min(name.find('_', begin), name.size());
      result +=
          (begin == 0 ? "" : " ") + target_.book().written_word(std::string(name.substr(begin, end - begin)));
      begin = end + 1;
    }
    return result;
  }

  void add(const person_kind& kind, const word& argument, const std::string& label) {
    const std::size_t before = target_.persons() ? target_.persons()->size() : 0;
    add_persons_of_kind(target_, kind, argument.text, {at_.source, argument.where, {}}, errors_);
    if (!label.empty() && target_.persons() && target_.persons()->size() == before + 1)
      target_.set_label(before, label);
  }

  void add_nobody_knows(std::size_t count, span where, std::string label) {
    last_takes_ = nullptr;
    const std::size_t before = target_.persons() ? target_.persons()->size() : 0;
    if (count == 0 || before + count > persons_max)
      return wrong(where, {"personu skaits ir no 1 līdz " + std::to_string(persons_max),
                           "there are from 1 to " + std::to_string(persons_max) + " persons"});
    for (std::size_t i = 0; i < count; ++i) target_.add_person();
    if (!label.empty() && count == 1) target_.set_label(before, std::move(label));
  }

  void unknown(const std::vector<word>& words, std::size_t first) {
    std::vector<std::string> names;
    for (const person_kind& kind : target_.book().person_kinds()) {
      names.push_back(spoken(kind.name));
      names.push_back(spoken(kind.latvian));
      names.insert(names.end(), kind.also.begin(), kind.also.end());
      names.insert(names.end(), kind.forms.begin(), kind.forms.end());
    }
    wrong({words[first].where.begin, words.back().where.end}, did_you_mean(words[first].text, names));
  }

  void wrong(span where, words hint) {
    slieksnis::words kinds;
    for (const person_kind& kind : target_.book().person_kinds()) {
      kinds.lv += (kinds.lv.empty() ? "" : ", ") + spoken(kind.latvian);
      kinds.en += (kinds.en.empty() ? "" : ", ") + spoken(kind.name);
    }
    if (hint.empty())
      hint = {"piemēram: pensionārs; 2 pieaugušie, bērns 7, bērns 10",
              "for example: pensioner; 2 adults, child 7, child 10"};
    errors_.emplace_back(
        error_code::facts_persons, place{at_.source, where, {}},
        complaint{{"personas pēc veida (" + kinds.lv + ") vai to skaits",
                   "persons by kind (" + kinds.en + ") or their number"},
                  same(in_quotes(trimmed(text_.substr(where.begin, where.end - where.begin)))),
                  std::move(hint)});
  }

  facts& target_;
  std::string_view text_;
  const place& at_;
  std::vector<error>& errors_;
  const person_kind* last_takes_ = nullptr;  ///< then a number alone is one more of the kind
  std::size_t missing_ = 0;                  ///< persons counted whose arguments did not come yet
  span missing_at_;
};

SLIEKSNIS_INLINE bool states(const facts& stated, std::size_t person, std::size_t id) {
  return (*stated.persons())[person].contains(id);
}

}  // namespace detail

SLIEKSNIS_INLINE const person_kind* kind_in_words(const rule_book& book, std::string_view name) {
  if (const person_kind* named = book.find_person_kind(name)) return named;
  const std::string wanted = folded(name);
  for (const person_kind& kind : book.person_kinds())
    if (std::any_of(kind.forms.begin(), kind.forms.end(),
                    [&](const std::string& form) { return folded(form) == wanted; }))
      return &kind;
  return nullptr;
}

SLIEKSNIS_INLINE bool read_persons(facts& target, std::string_view text, const place& at,
                                   std::vector<error>& errors) {
  facts read = target;
  std::vector<error> found;
  detail::persons_reader(read, text, at, found).read();
  if (found.empty()) target = std::move(read);
  errors.insert(errors.end(), found.begin(), found.end());
  return found.empty();
}

SLIEKSNIS_INLINE const person_kind* kind_of(const facts& stated, std::size_t person) {
  const rule_book& book = stated.book();
  const person_kind* best = nullptr;
  for (const person_kind& kind : book.person_kinds()) {
    const bool takes = kind.takes == "count" || detail::states(stated, person, book.find(kind.takes).value());
    const bool sets = std::all_of(kind.sets.begin(), kind.sets.end(), [&](const auto& one) {
      const std::size_t id = book.find(one.first).value();
      if (!detail::states(stated, person, id)) return false;
      std::vector<error> ignored;  // the rules were checked
      const auto value = read_fact(book.at(id), one.second, kind.at, ignored);
      return value && *value == (*stated.persons())[person].at(id);
    });
    if (takes && sets && (best == nullptr || kind.sets.size() > best->sets.size())) best = &kind;
  }
  return best;
}

}  // namespace v0
}  // namespace slieksnis
