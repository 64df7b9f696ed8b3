// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "../decide/changes.ipp"
#include "format.ipp"
#include "sheet.hpp"
#include "sheet_words.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What a decision leaves open, in words. Titles and values keep the form in which the rules write them.
class outlook_words {
 public:
  outlook_words(const rule_book& book, const facts& stated, const decision& decided, language lang)
      : book_(book), stated_(stated), decided_(decided), lang_(lang), lv_(lang == language::lv) {}

  /// "average monthly income of the household – at most 336.99 EUR a month: 0.01 EUR a month would be
  /// granted".
  [[nodiscard]] std::string change(const possible_change& one) const {
    return difference(one) + ": " + consequence(one);
  }

  /// "the amount may be from 0.00 to 267.50 EUR a month"; empty where nothing limits it from above, or only
  /// the greatest household that there may be.
  [[nodiscard]] std::string bounds(const amount_bounds& one) const {
    const bool size_unknown =
        std::any_of(decided_.needs.begin(), decided_.needs.end(), [&](const need& missing) {
          return missing.definition == need::persons ||
                 counts_persons(book_.at(missing.definition), decided_.on) != counting::nobody;
        });
    if (!one.greatest || size_unknown) return {};
    const definition& of = book_.at(decided_.benefit);
    const std::string greatest = format_value(book_, of, *one.greatest, lang_);
    return detail::say(lang_, "summa var būt no {} līdz {}; to nosaka: {}",
                       "the amount may be from {} to {}; it depends on: {}",
                       format_bare(of, value{one.least}, lang_), greatest, missing());
  }

  /// "the same answer with these facts: 2026-01-01 to 2026-04-30".
  [[nodiscard]] std::string holds(const period& when) const {
    const bool to_the_end = when.to == book_.topics()[book_.at(decided_.benefit).topic].covers.to;
    return detail::say(lang_, "ar šiem pašiem faktiem tāda pati atbilde: {}{}",
                       "with the same facts the same answer: {}{}", format_period(when, lang_),
                       !to_the_end ? ""
                       : lv_       ? " (vēlāki noteikumi vēl nav zināmi)"
                                   : " (later rules are not known yet)");
  }

 private:
  /// The titles of what is missing, each once.
  [[nodiscard]] std::string missing() const {
    std::vector<std::size_t> named;
    std::string result;
    for (const need& one : decided_.needs) {
      if (std::find(named.begin(), named.end(), one.definition) != named.end()) continue;
      named.push_back(one.definition);
      const std::string title = one.definition == need::persons
                                    ? (lv_ ? "mājsaimniecības personas" : "the persons of the household")
                                    : book_.at(one.definition).title.in(lang_);
      result += (result.empty() ? "" : "; ") + title;
    }
    return result;
  }

  [[nodiscard]] std::string difference(const possible_change& one) const {
    switch (one.kind) {
      case change_kind::number:
      case change_kind::choice: {
        const definition& of = book_.at(one.definition);
        std::string title = with_person(of.title.in(lang_), one.person, stated_, lang_);
        if (one.mean) title += lv_ ? ", triju mēnešu vidējais" : ", mean of three months";
        const std::string to = format_value(book_, of, one.to, lang_);
        if (one.kind == change_kind::choice) return title + " – " + to;
        return one.rises ? detail::say(lang_, "{} – vismaz {}", "{} – at least {}", title, to)
                         : detail::say(lang_, "{} – ne vairāk kā {}", "{} – at most {}", title, to);
      }
      case change_kind::persons:
        return persons(one);
      case change_kind::later_day:
        return detail::say(lang_, "no {} ar šiem pašiem faktiem", "from {} with the same facts",
                           format_date(one.on, lang_));
      case change_kind::earlier_day:
        break;
    }
    return detail::say(lang_, "līdz {} ar šiem pašiem faktiem", "up to {} with the same facts",
                       format_date(one.on, lang_));
  }

  [[nodiscard]] std::string persons(const possible_change& one) const {
    static constexpr const char* latvian[] = {"vēl viena persona", "vēl divas personas", "vēl trīs personas"};
    static constexpr const char* english[] = {"one more person", "two more persons", "three more persons"};
    std::string who;
    const auto add = [&](const std::string& name) {
      who += (who.empty() ? "" : lv_ ? " vai " : " or ") + name;
    };
    if (!one.any_kind)
      for (const person_kind* kind : one.kinds) add(kind_words(*kind));
    // Of the stated counts the last is the one that says who; the first may count everybody.
    if (one.counts.size() > 1) add(book_.at(one.counts.back()).title.in(lang_));
    return detail::say(
        lang_, "mājsaimniecībā {}{}, ienākumiem nemainoties", "{}{} in the household, with the same income",
        lv_ ? latvian[one.more - 1] : english[one.more - 1], who.empty() ? "" : " (" + who + ")");
  }

  /// "pieaugušais", or "bērns (vecums pilnos gados: 0 gadi)".
  [[nodiscard]] std::string kind_words(const person_kind& kind) const {
    std::string name = lv_ && !kind.latvian.empty() ? kind.latvian : kind.name;
    for (char& c : name)
      if (c == '_') c = ' ';
    const auto takes = book_.find(kind.takes);
    if (!takes || !book_.at(*takes).minimum) return name;
    const definition& of = book_.at(*takes);
    return fmt::format("{}, {}: {}", name, of.title.in(lang_), format_value(book_, of, *of.minimum, lang_));
  }

  [[nodiscard]] std::string consequence(const possible_change& one) const {
    const definition& of = book_.at(decided_.benefit);
    const bool was = one.kind == change_kind::earlier_day;
    if (of.kind == definition_kind::status)
      return was ? (lv_ ? "statuss bija" : "the status was granted")
                 : (lv_ ? "statusu piešķirtu" : "the status would be granted");
    if (!one.amount)
      return was ? (lv_ ? "pienācās" : "was granted") : (lv_ ? "pienāktos" : "would be granted");
    const std::string often = payment_words(*of.paid).in(lang_);
    const std::string amount =
        format_value(book_, of, *one.amount, lang_) + (often.empty() ? "" : " (" + often + ")");
    return was ? detail::say(lang_, "pienācās {}", "{} was granted", amount)
               : detail::say(lang_, "pienāktos {}", "{} would be granted", amount);
  }

  const rule_book& book_;
  const facts& stated_;
  const decision& decided_;
  language lang_;
  bool lv_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
