// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "format.hpp"
#include "reforms.ipp"
#include "rule_differences.hpp"
#include "show.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE const definition& subject_of(const rule_difference& one) {
  return one.after != nullptr ? *one.after : *one.before;
}

/// Differences of one definition stand together.
template <typename Visit>
void each_definition(const std::vector<rule_difference>& all, const Visit& visit) {
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end = std::find_if(begin, all.end(), [&](const rule_difference& one) {
      return one.before != begin->before || one.after != begin->after;
    });
    visit(begin, end);
    begin = end;
  }
}

/// The differences of two books for a reader.
class difference_writer {
 public:
  difference_writer(const compared_rules& what, language lang)
      : what_(what), lang_(lang), lv_(lang == language::lv) {}

  [[nodiscard]] std::string write() {
    const auto all = differences(*what_.before, *what_.after);
    out_ = say(lang_, "No „{}” uz „{}”\n", "From “{}” to “{}”\n", what_.before_name, what_.after_name);
    for (const rule_book* book : {what_.before, what_.after}) out_ += notice_lines(*book, lang_);
    if (all.empty()) {
      out_ += lv_ ? "\nAtšķirību nav: likums abos ir viens un tas pats.\n"
                  : "\nNo differences: both say the same law.\n";
      return std::move(out_);
    }
    std::size_t names = 0;
    each_definition(all, [&](auto, auto) { ++names; });
    constexpr std::array<const char*, 4> forms{"atšķiras {} vārds", "atšķiras {} vārdi", "{} name differs",
                                               "{} names differ"};
    const bool one = lv_ ? names % 10 == 1 && names % 100 != 11 : names == 1;
    const char* form = forms[(lv_ ? 0U : 2U) + (one ? 0U : 1U)];
    out_ += capitalised(fmt::format(fmt::runtime(form), names)) + "\n";
    each_definition(all, [&](auto begin, auto end) {
      const definition& of = subject_of(*begin);
      out_ += "\n" + capitalised(title_and_name(of, lang_)) + "; " + described(of.kind).in(lang_);
      if (begin->before == nullptr)
        out_ += lv_ ? "; ir tikai otrajā" : "; only in the second";
      else if (begin->after == nullptr)
        out_ += lv_ ? "; ir tikai pirmajā" : "; only in the first";
      out_ += "\n";
      for (auto it = begin; it != end; ++it) write(*it);
    });
    return std::move(out_);
  }

 private:
  void line(const std::string& text, int depth = 2) {
    out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
  }
  [[nodiscard]] std::string word(const char* lv, const char* en) const { return lv_ ? lv : en; }

  /// "formula: A → B", on two lines where they are long.
  void changed(const std::string& name, const std::string& before, const std::string& after) {
    constexpr std::size_t longest_line = 90;
    if (before == after) return;
    const std::string& none = word("nav", "none");
    const std::string& a = before.empty() ? none : before;
    const std::string& b = after.empty() ? none : after;
    if (code_points(name) + code_points(a) + code_points(b) <= longest_line)
      return line(name + ": " + a + " → " + b);
    line(name + ":");
    line("  " + a);
    line("→ " + b);
  }

  void write(const rule_difference& one) {
    if (one.of_meaning()) return meaning(one);
    out_ += "  " + format_period(one.when, lang_);
    if (one.old_rule == nullptr || one.new_rule == nullptr) {
      const bool added = one.old_rule == nullptr;
      out_ += (added ? word(": jauna versija", ": a new version")
                     : word(": versijas vairs nav", ": no version any more")) +
              "\n";
    } else {
      out_ += one.only_sources() ? word(": atšķiras tikai avots", ": only the source differs") + "\n" : "\n";
    }
    rules(one);
    changed(word("avots", "source"), sources(what_.before, one.old_rule), sources(what_.after, one.new_rule));
  }

  void rules(const rule_difference& one) {
    const definition& of = subject_of(one);
    const version* a = one.old_rule;
    const version* b = one.new_rule;
    const bool benefit = of.kind == definition_kind::benefit;
    changed(word("pienākas, ja", "entitled if"), condition(a), condition(b));
    const bool plain = (a == nullptr || a->plain_value) && (b == nullptr || b->plain_value);
    if (of.kind != definition_kind::status)
      changed(plain     ? word("vērtība", "value")
              : benefit ? word("apmērs", "amount")
                        : word("formula", "formula"),
              amount(what_.before, one.before, a), amount(what_.after, one.after, b));
    tables(one);
    changed(word("noapaļošana", "rounding"), rounding(a), rounding(b));
    changed(word("pārskata katru gadu", "reviewed each year on"), review(a), review(b));
  }

  [[nodiscard]] static std::string condition(const version* of) {
    return of != nullptr && of->entitled_if ? of->entitled_if->source.text : "";
  }

  [[nodiscard]] std::string amount(const rule_book* book, const definition* of, const version* rule) const {
    std::string text;
    if (rule == nullptr || rule->table) return text;
    if (rule->plain_value) return version_in_words(*book, *of, rule, lang_);
    for (const formula& one : rule->alternatives) text += (text.empty() ? "" : "; ") + one.source.text;
    return text;
  }

  [[nodiscard]] std::string rounding(const version* of) const {
    if (of == nullptr || !of->round) return "";
    return say(lang_, "līdz {} ({})", "to {} ({})", format_number(of->round->to, 0, lang_),
               described(of->round->mode).in(lang_));
  }

  [[nodiscard]] static std::string review(const version* of) {
    if (of == nullptr || !of->reviewed_each) return "";
    return fmt::format("{:02}-{:02}", of->reviewed_each->month, of->reviewed_each->day);
  }

  [[nodiscard]] std::string sources(const rule_book* book, const version* of) const {
    return of == nullptr ? "" : format_sources(*book, of->sources, lang_);
  }

  /// Rows by their conditions: what is gone, what is new, and what has another value.
  void tables(const rule_difference& one) {
    const auto table_of = [](const version* rule) {
      return rule != nullptr && rule->table ? &*rule->table : nullptr;
    };
    const decision_table* a = table_of(one.old_rule);
    const decision_table* b = table_of(one.new_rule);
    if (a == nullptr && b == nullptr) return;
    const auto inputs = [](const decision_table* of) {
      return of == nullptr ? std::string() : fmt::format("{}", fmt::join(of->inputs, ", "));
    };
    changed(word("tabulas ievade", "inputs of the table"), inputs(a), inputs(b));
    const auto hit = [&](const decision_table* of) {
      return of == nullptr ? std::string()
             : of->unique  ? word("der viena rinda", "one row fits")
                           : word("der pirmā rinda", "the first row that fits");
    };
    if (a != nullptr && b != nullptr) changed(word("izvēle", "choice"), hit(a), hit(b));
    const auto row_of = [](const decision_table* in, const table_row& like) -> const table_row* {
      if (in == nullptr) return nullptr;
      const auto found = std::find_if(in->rows.begin(), in->rows.end(),
                                      [&](const table_row& row) { return row.cells == like.cells; });
      return found == in->rows.end() ? nullptr : &*found;
    };
    const std::size_t before = out_.size();
    for (std::size_t i = 0; a != nullptr && i < a->rows.size(); ++i) {
      const table_row* now = row_of(b, a->rows[i]);
      changed(row_name(a->rows[i], now), figure(what_.before, one.before, &a->rows[i]),
              figure(what_.after, one.after, now));
    }
    for (std::size_t i = 0; b != nullptr && i < b->rows.size(); ++i)
      if (row_of(a, b->rows[i]) == nullptr)
        changed(row_name(b->rows[i], nullptr), "", figure(what_.after, one.after, &b->rows[i]));
    if (out_.size() == before && a != nullptr && b != nullptr && a->inputs == b->inputs &&
        a->unique == b->unique && !one.only_sources())
      line(word("tabulas rindas ir citā kārtībā", "the rows of the table are in another order"));
  }

  /// By its title in either table, or else by its conditions.
  [[nodiscard]] std::string row_name(const table_row& row, const table_row* other) const {
    const words& title = row.title.empty() && other != nullptr ? other->title : row.title;
    return word("rinda ", "row ") +
           (title.empty() ? fmt::format("{}", fmt::join(row.cells, "; ")) : title.in(lang_));
  }

  [[nodiscard]] std::string figure(const rule_book* book, const definition* of, const table_row* row) const {
    if (row == nullptr) return "";
    if (row->amount.tree && row->amount.tree->kind == expression_kind::literal)
      return format_value(*book, *of, row->amount.tree->written, lang_);
    return row->amount.source.text;
  }

  /// What the name itself means.
  void meaning(const rule_difference& one) {
    if (one.before == nullptr || one.after == nullptr) return;  // its heading says so
    const definition& a = *one.before;
    const definition& b = *one.after;
    const auto number = [&](const std::optional<rational>& of) {
      return of ? format_number(*of, 0, lang_) : std::string();
    };
    const auto unstated_value = [&](const rule_book* book, const definition& of) {
      return of.otherwise ? format_value(*book, of, of.otherwise->what, lang_) : std::string();
    };
    out_ += "  " + word("nozīme", "meaning") + "\n";
    changed(word("veids", "kind"), described(a.kind).in(lang_), described(b.kind).in(lang_));
    changed(word("uz ko attiecas", "about"), slieksnis::described(a.of).in(lang_),
            slieksnis::described(b.of).in(lang_));
    changed(word("mērvienība", "unit"), unit_or_type(*what_.before, a, lang_),
            unit_or_type(*what_.after, b, lang_));
    changed(word("cipari aiz komata", "decimal places"), std::to_string(a.decimals),
            std::to_string(b.decimals));
    changed(word("ne mazāk par", "at least"), number(a.minimum), number(b.minimum));
    changed(word("ne vairāk kā", "at most"), number(a.maximum), number(b.maximum));
    changed(word("vērtības", "values"), choices(a), choices(b));
    changed(word("ja nav norādīts", "unless stated"), unstated_value(what_.before, a),
            unstated_value(what_.after, b));
  }

  [[nodiscard]] static std::string choices(const definition& of) {
    std::string result;
    for (std::size_t i = 0; of.what.is_enumeration() && i < of.what.values->size(); ++i)
      result += (i == 0 ? "" : ", ") + (*of.what.values)[i].id;
    return result;
  }

  const compared_rules& what_;
  language lang_;
  bool lv_;
  std::string out_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string rule_differences_text(const compared_rules& what, language lang) {
  return detail::difference_writer(what, lang).write();
}

SLIEKSNIS_INLINE std::string rule_differences_json(const compared_rules& what, language lang) {
  using detail::ordered_json;
  ordered_json out;
  out["before"] = what.before_name;
  out["after"] = what.after_name;
  for (const auto& [book, member] :
       {std::pair(what.before, "reforms_before"), std::pair(what.after, "reforms_after")})
    if (!book->reforms().empty()) out[member] = detail::reform_names_json(*book, lang);
  out["differences"] = ordered_json::array();
  detail::each_definition(differences(*what.before, *what.after), [&](auto begin, auto end) {
    const definition& of = detail::subject_of(*begin);
    ordered_json one;
    one["name"] = of.name;
    one["title"] = of.title.in(lang);
    one["kind"] = detail::described(of.kind).en;
    one["unit"] =
        of.what.is(type_kind::number) ? ordered_json(to_string(of.what.measure)) : ordered_json(nullptr);
    one["change"] = begin->before == nullptr ? "added" : begin->after == nullptr ? "removed" : "changed";
    one["meaning"] = begin->of_meaning();
    one["days"] = ordered_json::array();
    for (auto it = begin; it != end; ++it) {
      if (it->of_meaning()) continue;
      const auto written = [&](const rule_book* book, const definition* owner, const version* rule) {
        return rule == nullptr ? ordered_json(nullptr) : detail::version_json(*book, *owner, *rule, lang);
      };
      ordered_json days;
      days["from"] = to_string(it->when.from);
      days["to"] = to_string(it->when.to);
      days["only_sources"] = it->only_sources();
      days["before"] = written(what.before, it->before, it->old_rule);
      days["after"] = written(what.after, it->after, it->new_rule);
      one["days"].push_back(std::move(days));
    }
    out["differences"].push_back(std::move(one));
  });
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
