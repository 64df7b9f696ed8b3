// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "../facts/read_fact.ipp"
#include "../facts/read_persons.hpp"
#include "../source/nearest.hpp"
#include "interview.hpp"
#include "make_plan.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Reads one answer into a state.
class answer_reader {
 public:
  answer_reader(interview_state& next, const question& asked, std::string_view text,
                std::vector<error>& errors)
      : next_(next),
        asked_(asked),
        book_(next.stated.book()),
        text_(trimmed(text)),
        whole_{std::make_shared<source_text>(subject(), std::string(text_), source_kind::argument),
               {0, text_.size()},
               {}},
        errors_(errors) {}

  void read() {
    if (text_.empty()) return nothing();
    if (!is_utf8(text_))
      return wrong({"teksts", "text"}, {"pārbaudiet termināļa kodējumu: vajadzīgs UTF-8",
                                        "check the terminal’s encoding: UTF-8 is needed"});
    switch (asked_.what) {
      case question::about::day:
        return read_the_day();
      case question::about::benefits:
        return read_benefits();
      case question::about::persons:
        if (names_a_fact()) return read_statements();
        static_cast<void>(read_persons(next_.stated, text_, whole_, errors_));
        return;
      case question::about::fact:
        return names_a_fact() ? read_statements() : read_value();
      case question::about::group:
        return read_group();
    }
  }

 private:
  [[nodiscard]] std::string subject() const {
    switch (asked_.what) {
      case question::about::day:
        return "on";
      case question::about::benefits:
        return "benefits";
      case question::about::persons:
        return "persons";
      case question::about::fact:
        break;
      case question::about::group:
        return book_.at(asked_.missing.definition).group;
    }
    return book_.at(asked_.missing.definition).name;
  }

  void wrong(words expected, words hint, std::optional<span> where = std::nullopt,
             error_code code = error_code::facts_kind) {
    const span at = where.value_or(whole_.where);
    errors_.emplace_back(
        code, place{whole_.source, at, {}},
        complaint{std::move(expected), same(in_quotes(text_.substr(at.begin, at.end - at.begin))),
                  std::move(hint)});
  }

  void nothing() {
    errors_.emplace_back(
        error_code::facts_kind, whole_,
        complaint{{"atbilde", "an answer"},
                  {"nekas", "nothing"},
                  {"ja nav zināms, rakstiet: nezinu", "if it is not known, write: don't know"}});
  }

  void read_the_day() {
    const auto day = read_day(text_, whole_, errors_);
    if (!day) return;
    const period span = book_.span();
    if (!span.contains(*day)) {
      errors_.push_back(outside_span(
          "on", span, *day, {"noteikumi aptver tikai šīs dienas", "the rules cover these days only"}));
      return;
    }
    next_.on = *day;
  }

  /// `1, 3`, names, or everything.
  void read_benefits() {
    const auto offered = offered_on(book_, next_.on);
    std::vector<std::size_t> found;
    each_piece([&](span where) {
      const std::string item(trimmed(text_.substr(where.begin, where.end - where.begin)));
      if (item.empty()) return;
      const bool number = std::all_of(item.begin(), item.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (number) {
        const std::size_t at = item.size() < 4 ? std::stoul(item) : 0;
        if (at >= 1 && at <= offered.size()) return add(found, offered[at - 1]);
        const std::string last = std::to_string(offered.size());
        return wrong({"numurs no 1 līdz " + last, "a number from 1 to " + last}, {}, where,
                     error_code::facts_enumeration);
      }
      const auto id = book_.find_spoken(folded(item));
      if (id && book_.at(*id).is_decided()) return add(found, *id);
      std::vector<std::string> names;
      for (const definition& one : book_.definitions())
        if (one.is_decided()) {
          names.push_back(one.name);
          if (!one.latvian.empty()) names.push_back(one.latvian);
        }
      wrong({"pabalsts vai statuss, tā numurs vai „visi”", "a benefit or status, its number or “all”"},
            did_you_mean(item, names), where, error_code::facts_enumeration);
    });
    const std::string all = folded(text_);
    if (all == "visi" || all == "viss" || all == "all") {
      errors_.clear();
      return want_everything(next_);
    }
    if (found.empty() && errors_.empty()) return nothing();
    next_.benefits = std::move(found);
    next_.by_name = true;
  }

  static void add(std::vector<std::size_t>& to, std::size_t id) {
    if (std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
  }

  /// Pieces between commas and semicolons; numbers may be divided by blanks alone.
  template <typename Visit>
  void each_piece(const Visit& visit) const {
    const bool numbers = text_.find_first_not_of("0123456789,; ") == std::string_view::npos;
    const char* const dividers = numbers ? ",; " : ",;";
    for (std::size_t begin = 0; begin <= text_.size();) {
      const std::size_t end = std::min(text_.find_first_of(dividers, begin), text_.size());
      visit(span{begin, end});
      begin = end + 1;
    }
  }

  /// One value: a choice by its label, yes and no shortly, or as facts are written everywhere.
  void read_value() {
    const definition& of = book_.at(asked_.missing.definition);
    std::string text(text_);
    if (of.what.is_enumeration()) {
      const auto labels = interview::labels(of);
      const std::string label = folded(text.ends_with(')') ? text.substr(0, text.size() - 1) : text);
      const auto chosen = std::find(labels.begin(), labels.end(), label);
      if (chosen != labels.end())
        text = (*of.what.values)[static_cast<std::size_t>(chosen - labels.begin())].id;
    } else if (of.what.is(type_kind::boolean)) {
      const std::string letter = folded(text);
      if (letter == "j" || letter == "y") text = "yes";
      if (letter == "n") text = "no";
    }
    if (auto value = read_fact(of, text, whole_, errors_)) put(asked_.missing, std::move(*value));
  }

  void put(const need& what, stated_value value) {
    if (what.person)
      next_.stated.put_person(*what.person, what.definition, std::move(value));
    else
      next_.stated.put(what.definition, std::move(value));
  }

  struct piece {
    std::string text;
    span where;
  };
  [[nodiscard]] std::vector<piece> pieces() const {
    std::vector<piece> result;
    for (std::size_t at = text_.find_first_not_of(' '); at != std::string_view::npos;
         at = text_.find_first_not_of(' ', at)) {
      const std::size_t end = std::min(text_.find(' ', at), text_.size());
      std::size_t last = end;
      while (last > at && (text_[last - 1] == ',' || text_[last - 1] == ';')) --last;
      if (last > at) result.push_back({std::string(text_.substr(at, last - at)), {at, last}});
      at = end;
    }
    return result;
  }

  [[nodiscard]] bool names_a_fact() const {
    const std::size_t equals = text_.find('=');
    if (equals == std::string_view::npos) return false;
    return book_.find_spoken(without_person(text_.substr(0, equals)).first).has_value();
  }

  /// `2.wage` as `wage` of the second person.
  [[nodiscard]] static std::pair<std::string_view, std::optional<std::size_t>> without_person(
      std::string_view name) {
    const std::size_t point = name.find('.');
    if (point == 0 || point > 3 || point == std::string_view::npos) return {name, std::nullopt};
    std::size_t number = 0;
    for (const char c : name.substr(0, point)) {
      if (c < '0' || c > '9') return {name, std::nullopt};
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return {name.substr(point + 1), number};
  }

  void read_statements() {
    for (const piece& one : pieces()) {
      const std::size_t equals = one.text.find('=');
      if (equals == std::string::npos || equals == 0) {
        wrong({"vārds=vērtība", "name=value"}, {}, one.where);
        continue;
      }
      state(one.text.substr(0, equals), {one.where.begin, one.where.begin + equals},
            one.text.substr(equals + 1), {one.where.begin + equals + 1, one.where.end});
    }
  }

  void state(const std::string& name, span name_at, const std::string& text, span text_at) {
    const auto [plain, number] = without_person(name);
    const auto id = book_.find_spoken(plain);
    const bool of_person = id && book_.at(*id).of == entity::person;
    const auto found =
        find_fact(book_, plain, id ? of_person : number.has_value(), {whole_.source, name_at, {}}, errors_);
    if (!found) return;
    need what{*found, std::nullopt};
    if (of_person) {
      const std::size_t count = next_.stated.persons() ? next_.stated.persons()->size() : 0;
      what.person = number                  ? std::optional(*number - 1)
                    : asked_.missing.person ? asked_.missing.person
                    : count == 1            ? std::optional(std::size_t{0})
                                            : std::nullopt;
      if (!what.person || *what.person >= count)
        return wrong({"zināms, kuras personas fakts tas ir", "to know whose fact it is"},
                     {"piemēram, 1." + latvian_name(book_.at(*found)) + "=…",
                      "such as 1." + book_.at(*found).name + "=…"},
                     name_at, error_code::facts_entity);
    } else if (number) {
      return wrong({"personas fakts", "a fact of a person"}, {}, name_at, error_code::facts_entity);
    }
    if (auto value = read_fact(book_.at(*found), text, {whole_.source, text_at, {}}, errors_))
      put(what, std::move(*value));
  }

  /// `pensija 312,40, alga 200`, `pension=312.40`, or none at all.
  void read_group() {
    const std::string none = folded(text_);
    if (none == "nav" || none == "nekadi" || none == "nekadu" || none == "ne" || none == "none" ||
        none == "no" || none == "0") {
      // That there is none of the first kind completes the group; the rest is then assumed, and said so.
      return put(asked_.missing, {value{rational(0)}, {}});
    }
    std::string name;
    span name_at;
    for (const piece& one : pieces()) {
      const std::size_t equals = one.text.find('=');
      if (equals != std::string::npos && equals > 0 && name.empty()) {
        state(one.text.substr(0, equals), {one.where.begin, one.where.begin + equals},
              one.text.substr(equals + 1), {one.where.begin + equals + 1, one.where.end});
      } else if (!name.empty() && one.text.front() >= '0' && one.text.front() <= '9') {
        state(std::exchange(name, {}), name_at, one.text, one.where);
      } else {
        name_at = {name.empty() ? one.where.begin : name_at.begin, one.where.end};
        name += (name.empty() ? "" : "_") + one.text;
      }
    }
    if (!name.empty())
      wrong({"veids un summa, piemēram, " + sample().lv, "a kind and an amount, such as " + sample().en},
            {"ja ienākumu nav, rakstiet: nav", "if there is none, write: none"}, name_at,
            error_code::facts_amount);
  }

  /// The fact that was asked about, as an example of its group.
  [[nodiscard]] words sample() const {
    const definition& of = book_.at(asked_.missing.definition);
    return {latvian_name(of) + " 500,00", of.name + " 500.00"};
  }

  [[nodiscard]] static const std::string& latvian_name(const definition& of) {
    return of.latvian.empty() ? of.name : of.latvian;
  }

  interview_state& next_;
  const question& asked_;
  const rule_book& book_;
  std::string_view text_;
  place whole_;
  std::vector<error>& errors_;
};

SLIEKSNIS_INLINE void put_answer(interview_state& next, const question& asked, std::string_view text,
                                 std::vector<error>& errors) {
  answer_reader(next, asked, text, errors).read();
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
