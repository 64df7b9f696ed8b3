// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "format.ipp"
#include "sheet.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// A part of the formula whose condition failed.
SLIEKSNIS_INLINE std::string part_words(const rule_book& book, const failed_condition& reason,
                                        const span& where, formula_style style, language lang) {
  std::vector<shown_mention> inside;
  for (const auto& one : reason.mentions) {
    if (one.where.begin < where.begin || one.where.end > where.end) continue;
    inside.push_back(one);
    inside.back().where = {one.where.begin - where.begin, one.where.end - where.begin};
  }
  const std::string_view part =
      std::string_view(reason.source->source.text).substr(where.begin, where.end - where.begin);
  return format_formula(book, book.at(reason.within), part, inside, style, lang);
}

/// The mention that is all of an expression, if it is one name.
[[nodiscard]] inline const shown_mention* only_name(const failed_condition& reason, const expression& e) {
  const auto found = std::find_if(reason.mentions.begin(), reason.mentions.end(), [&](const auto& one) {
    return one.where.begin == e.where.begin && one.where.end == e.where.end && !one.list;
  });
  return found == reason.mentions.end() ? nullptr : &*found;
}

/// Two numbers, days or durations of which one should be greater, both known; or numbers that should be
/// equal.
[[nodiscard]] inline bool is_comparison(const failed_condition& reason) {
  if (reason.by) return true;
  const expression& e = *reason.condition;
  if (e.kind != expression_kind::binary || !reason.left || !reason.right) return false;
  const bool order = e.op == operation::less || e.op == operation::less_equal || e.op == operation::greater ||
                     e.op == operation::greater_equal;
  return order && reason.left->index() == reason.right->index();
}

[[nodiscard]] inline bool is_day_of_assessment(const expression& e) {
  return e.kind == expression_kind::name && e.meaning == name_meaning::on;
}

[[nodiscard]] inline bool is_written(const expression& e) { return e.kind == expression_kind::literal; }

/// Why a benefit is refused, in sentences about what is compared. Values stand after their names, so that
/// every Latvian word keeps the form in which the rules write it.
class reason_words {
 public:
  reason_words(const rule_book& book, language lang) : book_(book), lang_(lang), lv_(lang == language::lv) {}

  /// "income – 810.00 EUR a month; required: less than 425.00 EUR a month (GMI level); exceeded by …".
  [[nodiscard]] std::string sentence(const failed_condition& reason) const {
    if (is_comparison(reason)) return compared(reason);
    std::string chosen = choice(reason, true);
    if (!chosen.empty()) return chosen;
    if (!plain(reason).empty()) return plain(reason);
    const span whole = reason.condition->where;
    const std::string names = part_words(book_, reason, whole, formula_style::names, lang_);
    const std::string numbers = part_words(book_, reason, whole, formula_style::numbers, lang_);
    return detail::say(lang_, "neizpildās nosacījums: {}", "condition not met: {}", names) +
           (numbers != names ? detail::say(lang_, "; tas ir, {}", "; that is, {}", numbers) : "");
  }

  /// The same in a few words: a comparison in full, but other conditions by title.
  [[nodiscard]] std::string short_sentence(std::size_t benefit, const failed_condition& reason) const {
    return says_more(benefit, reason) ? compared(reason) : requirement(benefit, reason);
  }

  /// Without the case's own values, so that it holds for several persons: "income – required less than GMI
  /// level".
  [[nodiscard]] std::string requirement(std::size_t benefit, const failed_condition& reason) const {
    if (says_more(benefit, reason)) {
      const expression& e = *reason.condition;
      return detail::say(lang_, "{} – prasīts {} {}", "{} – required {} {}",
                         name_of_side(reason, *e.operands[0]), operator_words(e),
                         is_written(*e.operands[1]) ? value_of_side(reason, *reason.right)
                                                    : name_of_side(reason, *e.operands[1]));
    }
    std::string chosen = choice(reason, false);
    if (!chosen.empty()) return chosen;
    if (!plain(reason).empty()) return plain(reason);
    const bool titled = reason.within != benefit && !book_.at(reason.within).title.in(lang_).empty();
    return detail::say(lang_, "neizpildās: {}", "not met: {}",
                       titled
                           ? book_.at(reason.within).title.in(lang_)
                           : part_words(book_, reason, reason.condition->where, formula_style::names, lang_));
  }

 private:
  /// Days compared inside another definition explain less than its title.
  [[nodiscard]] bool says_more(std::size_t benefit, const failed_condition& reason) const {
    return reason.by || (is_comparison(reason) &&
                         (reason.within == benefit || book_.at(reason.within).title.in(lang_).empty()));
  }

  [[nodiscard]] std::string operator_words(const expression& e) const {
    const bool days = e.operands[0]->what.is(type_kind::day);
    switch (e.op) {
      case operation::less:
        return days ? (lv_ ? "agrāk nekā" : "before") : (lv_ ? "mazāk nekā" : "less than");
      case operation::less_equal:
        return days ? (lv_ ? "ne vēlāk kā" : "not after") : (lv_ ? "ne vairāk kā" : "at most");
      case operation::greater:
        return days ? (lv_ ? "vēlāk nekā" : "after") : (lv_ ? "vairāk nekā" : "more than");
      case operation::greater_equal:
        return days ? (lv_ ? "ne agrāk kā" : "not before") : (lv_ ? "vismaz" : "at least");
      case operation::not_equal:
        return lv_ ? "kas cits, nevis" : "anything but";
      default:
        return lv_ ? "tieši" : "exactly";
    }
  }

  /// In the unit of what is compared: a number that the formula writes has none of its own.
  [[nodiscard]] std::string value_of_side(const failed_condition& reason, const value& known) const {
    const expression& first = *reason.condition->operands[0];
    definition like;
    like.what = is_written(first) ? reason.condition->operands[1]->what : first.what;
    return format_value(book_, like, known, lang_);
  }

  [[nodiscard]] std::string name_of_side(const failed_condition& reason, const expression& side) const {
    if (is_day_of_assessment(side)) return lv_ ? "aprēķina diena" : "day of assessment";
    const shown_mention* name = only_name(reason, side);
    return name != nullptr ? book_.at(name->definition).title.in(lang_)
                           : part_words(book_, reason, side.where, formula_style::names, lang_);
  }

  /// "; exceeded by 385.00 EUR a month": which way, and by how much.
  [[nodiscard]] std::string difference(const failed_condition& reason) const {
    return reason.by ? "; " + difference_words(reason) : std::string();
  }
  [[nodiscard]] std::string difference_words(const failed_condition& reason) const {
    const expression& e = *reason.condition;
    const bool too_much = e.op == operation::less || e.op == operation::less_equal;
    const bool too_little = e.op == operation::greater || e.op == operation::greater_equal;
    if (reason.by->sign() == 0)
      return too_much ? (lv_ ? "tieši tikpat, bet jābūt mazāk" : "exactly as much, but it has to be less")
                      : (lv_ ? "tieši tikpat, bet jābūt vairāk" : "exactly as much, but it has to be more");
    const std::string by = value_of_side(reason, *reason.by);
    if (too_much) return detail::say(lang_, "pārsniegums – {}", "exceeded by {}", by);
    if (too_little) return detail::say(lang_, "trūkst – {}", "short by {}", by);
    return detail::say(lang_, "starpība – {}", "difference – {}", by);
  }

  [[nodiscard]] std::string compared(const failed_condition& reason) const {
    const expression& left = *reason.condition->operands[0];
    const expression& right = *reason.condition->operands[1];
    // A sum or product shows what it is made of.
    const auto made_of = [&](const expression& side) {
      const bool sum = only_name(reason, side) == nullptr && !is_written(side) && !is_day_of_assessment(side);
      return sum ? " = " + part_words(book_, reason, side.where, formula_style::numbers, lang_) : "";
    };
    const std::string inside =
        is_written(right) ? std::string() : " (" + name_of_side(reason, right) + made_of(right) + ")";
    const std::string parts = made_of(left);
    return detail::say(lang_, "{}{}{}; prasīts: {} {}{}{}", "{}{}{}; required: {} {}{}{}",
                       name_of_side(reason, left), parts.empty() ? " – " : parts + " = ",
                       value_of_side(reason, *reason.left), operator_words(*reason.condition),
                       value_of_side(reason, *reason.right), inside, difference(reason));
  }

  /// A choice with what is required of it; empty for other conditions.
  [[nodiscard]] std::string choice(const failed_condition& reason, bool with_value) const {
    const expression& e = *reason.condition;
    const bool equality =
        e.kind == expression_kind::binary && (e.op == operation::equal || e.op == operation::not_equal);
    if ((!equality && e.kind != expression_kind::in) || e.operands.size() < 2) return {};
    const shown_mention* name = only_name(reason, *e.operands[0]);
    if (name == nullptr || !book_.at(name->definition).what.is_enumeration() || !name->values.front().known())
      return {};
    const definition& of = book_.at(name->definition);
    std::string wanted;
    for (std::size_t i = 1; i < e.operands.size(); ++i) {
      if (!is_written(*e.operands[i])) return {};
      wanted += (wanted.empty() ? ""
                 : lv_          ? " vai "
                                : " or ") +
                format_bare(of, e.operands[i]->written, lang_);
    }
    const std::string title = of.title.in(lang_);
    const std::string now = format_bare(of, name->values.front().what(), lang_);
    if (equality && e.op == operation::not_equal)
      return detail::say(lang_, "{} – {}; ar to nepienākas", "{} – {}; this excludes it", title, now);
    return with_value
               ? detail::say(lang_, "{} – {}; prasīts: {}", "{} – {}; required: {}", title, now, wanted)
               : detail::say(lang_, "{} – prasīts {}", "{} – required {}", title, wanted);
  }

  /// A condition that is one name, or that it is not so: by its title.
  [[nodiscard]] std::string plain(const failed_condition& reason) const {
    const expression& e = *reason.condition;
    if (only_name(reason, e) != nullptr)
      return detail::say(lang_, "neizpildās: {}", "not met: {}",
                         book_.at(only_name(reason, e)->definition).title.in(lang_));
    const bool negation = e.kind == expression_kind::call && e.name == "not" && e.operands.size() == 1;
    if (!negation || only_name(reason, *e.operands[0]) == nullptr) return {};
    return detail::say(lang_, "kavē: {}", "in the way: {}",
                       book_.at(only_name(reason, *e.operands[0])->definition).title.in(lang_));
  }

  const rule_book& book_;
  language lang_;
  bool lv_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
