// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>

#include "sweep.hpp"
#include "sweep.ipp"
#include "text.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Rows of cells: the first column at the left, the others at the right.
SLIEKSNIS_INLINE std::string right_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], code_points(row[i]));
    }
  std::string out;
  for (const auto& row : rows) {
    std::string line = "  " + padded_to(row[0], widths[0]);
    for (std::size_t i = 1; i < row.size(); ++i)
      line += "  " + std::string(widths[i] - code_points(row[i]), ' ') + row[i];
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

/// "Income: 0.00 to 1200.00 EUR a month, every 10.00".
SLIEKSNIS_INLINE std::string range_words(const rule_book& book, const facts& stated, const variation& one,
                                         language lang) {
  const definition& of = book.at(one.definition);
  std::string result = say(
      lang, "{}: no {} līdz {}, ik pa {}", "{}: {} to {}, every {}",
      sweep_title(book, stated, one.definition, one.person, lang), format_bare(of, value{one.first}, lang),
      format_value(book, of, value{one.last}, lang), format_bare(of, value{one.step}, lang));
  if (one.since) result += say(lang, " (spēkā no {})", " (in force from {})", format_date(*one.since, lang));
  return result;
}

/// Writes a sweep for a terminal.
class sweep_text_writer {
 public:
  sweep_text_writer(const rule_book& book, const facts& stated, const sweep& given,
                    const render_options& options)
      : book_(book),
        stated_(stated),
        given_(given),
        options_(options),
        lang_(options.lang),
        lv_(options.lang == language::lv) {}

  [[nodiscard]] std::string write() {
    out_ = options_.style.mark(options_.style.heading, say(lang_, "Aprēķins par {}", "Answer for {}",
                                                           format_date(given_.on, lang_))) +
           "\n";
    for (const variation& one : given_.varied) out_ += "  " + range_words(book_, stated_, one, lang_) + "\n";
    out_ += "  " +
            counted(static_cast<std::int64_t>(given_.settings.size()), lang_,
                    {"iestatījums", "iestatījumi", "setting", "settings"}) +
            "\n";
    for (const std::size_t i : given_.nothing_reads)
      out_ +=
          say(lang_, "\n  Uzmanību: no tā nekas nav atkarīgs: {}\n", "\n  Caution: nothing depends on {}\n",
              sweep_name(book_, given_.varied[i].definition, given_.varied[i].person));
    if (given_.columns.empty()) {
      out_ += lv_ ? "\nNevienā iestatījumā nekas nepienākas.\n" : "\nNothing is granted at any setting.\n";
    } else if (given_.varied.size() == 1) {
      turns();
      runs();
      losses();
    } else {
      matrix();
    }
    list("Vajadzīgs, lai noteiktu", "Needed to decide", needs_of(book_, given_));
    const sweep_doubts doubts = doubts_of(book_, stated_, given_, options_);
    list("Pieņēmumi", "Assumptions", doubts.assumptions);
    list("Ņemt vērā", "Take care", doubts.cautions);
    return std::move(out_);
  }

 private:
  void begin(const char* lv, const char* en) {
    out_ += "\n" + options_.style.mark(options_.style.heading, lv_ ? lv : en) + "\n";
  }
  void list(const char* lv, const char* en, const std::vector<std::string>& lines) {
    if (!lines.empty()) begin(lv, en);
    for (const std::string& line : lines) out_ += "  " + line + "\n";
  }

  [[nodiscard]] std::string bare(std::size_t definition, const rational& number) const {
    return format_bare(book_.at(definition), value{number}, lang_);
  }
  [[nodiscard]] std::string at(std::size_t setting, std::size_t varied = 0) const {
    return bare(given_.varied[varied].definition, given_.settings[setting].at[varied]);
  }
  [[nodiscard]] std::string money(const rational& amount) const { return format_number(amount, 2, lang_); }

  // --- one variation ---

  [[nodiscard]] std::string standing(const sweep_column& column, const sweep_cell& cell) const {
    const definition& of = book_.at(column.benefit);
    if (cell.failed) return lv_ ? "dalīšana ar nulli" : "a division by zero";
    switch (cell.outcome) {
      case outcome::granted:
        if (cell.amount) return format_value(book_, of, value{*cell.amount}, lang_);
        return of.kind == definition_kind::status ? (lv_ ? "ir" : "yes") : (lv_ ? "pienākas" : "granted");
      case outcome::refused:
        return of.kind == definition_kind::status ? (lv_ ? "nav" : "no") : (lv_ ? "nepienākas" : "refused");
      case outcome::undetermined:
        break;
    }
    return lv_ ? "nevar noteikt" : "undetermined";
  }

  void turns() {
    begin("Kur sākas un beidzas", "Where it begins and ends");
    const std::vector<sweep_turn> all = turns_of(given_);
    for (std::size_t column = 0; column < given_.columns.size(); ++column) {
      const sweep_column& of = given_.columns[column];
      const std::string title = sweep_title(book_, stated_, of.benefit, of.person, lang_);
      std::string said;
      for (const sweep_turn& one : all) {
        if (one.column != column) continue;
        said += (said.empty() ? "" : "; ") + say(lang_, "{} → {}: {} → {}", "{} → {}: {} → {}", at(one.after),
                                                 at(one.after + 1),
                                                 standing(of, given_.settings[one.after].cells[column]),
                                                 standing(of, given_.settings[one.after + 1].cells[column]));
      }
      if (said.empty()) said = say(lang_, "visur: {}", "everywhere: {}", ever(of, column));
      out_ += "  " + title + ": " + said + "\n";
    }
  }

  /// The outcome that is the same at all settings; the amounts from the least to the greatest.
  [[nodiscard]] std::string ever(const sweep_column& column, std::size_t index) const {
    const sweep_cell& first = given_.settings.front().cells[index];
    if (!first.amount) return standing(column, first);
    rational least = *first.amount;
    rational greatest = least;
    for (const sweep_setting& one : given_.settings) {
      least = std::min(least, *one.cells[index].amount);
      greatest = std::max(greatest, *one.cells[index].amount);
    }
    const std::string last = format_value(book_, book_.at(column.benefit), value{greatest}, lang_);
    return least == greatest ? last : bare(column.benefit, least) + "–" + last;
  }

  void runs() {
    constexpr std::size_t runs_max = 40;
    const std::vector<sweep_run> all = runs_of(given_);
    if (all.size() > runs_max) {
      begin("Summas", "Amounts");
      out_ += say(
          lang_, "  {}; visus iestatījumus rāda --format csv un --format svg\n",
          "  {}; --format csv and --format svg show every setting\n",
          counted(static_cast<std::int64_t>(all.size()), lang_, {"posms", "posmi", "stretch", "stretches"}));
      return;
    }
    begin("Posmi, kuros summas mainās vienmērīgi", "Stretches on which amounts change evenly");
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < given_.columns.size(); ++i)
      if (has_amount(book_, given_.columns[i])) shown.push_back(i);
    constexpr std::size_t columns_max = 2;  // more do not fit a terminal; what they add up to does
    const bool each = shown.size() <= columns_max;
    std::vector<std::vector<std::string>> rows{{lv_ ? "posms" : "stretch"}};
    for (const std::size_t i : shown)
      if (each)
        rows[0].push_back(
            sweep_title(book_, stated_, given_.columns[i].benefit, given_.columns[i].person, lang_));
    if (!each) rows[0].push_back(lv_ ? "pabalsti" : "benefits");
    if (given_.income) rows[0].push_back(lv_ ? "kopā" : "in all");
    rows[0].push_back(given_.income ? (lv_ ? "zaudē no eiro" : "lost of a euro") : (lv_ ? "solī" : "a step"));
    for (const sweep_run& run : all) rows.push_back(run_row(run, shown, each));
    out_ += right_table(rows);
    out_ += given_.income ? (lv_ ? "  Summas: EUR mēnesī; kopā: pašu ienākumi un pabalsti\n"
                                 : "  Amounts: EUR a month; in all: own income and benefits\n")
                          : "";
  }

  [[nodiscard]] std::vector<std::string> run_row(const sweep_run& run, const std::vector<std::size_t>& shown,
                                                 bool each) const {
    const sweep_setting& from = given_.settings[run.first];
    const sweep_setting& to = given_.settings[run.last];
    const bool single = run.first == run.last;
    const auto course = [&](const std::string& begins, const std::string& ends) {
      return begins == ends ? begins : begins + " → " + ends;
    };
    std::vector<std::string> row{single ? at(run.first) : at(run.first) + "–" + at(run.last)};
    std::string step;
    if (each)
      for (const std::size_t i : shown) {
        const auto cell = [&](const sweep_setting& one) {
          const std::size_t benefit = given_.columns[i].benefit;
          return one.cells[i].amount                             ? bare(benefit, *one.cells[i].amount)
                 : one.cells[i].outcome == outcome::undetermined ? std::string("?")
                                                                 : std::string("–");
        };
        row.push_back(course(cell(from), cell(to)));
        if (!single)
          step += (step.empty() ? "" : "; ") + signed_number(run.slopes[i] * given_.varied[0].step);
      }
    else
      row.push_back(course(money(from.benefits), money(to.benefits)));
    if (given_.income) {
      row.push_back(course(money(*from.own_income + from.benefits), money(*to.own_income + to.benefits)));
      row.push_back(run.marginal_loss ? format_number(*run.marginal_loss, 0, lang_) : "");
    } else {
      if (!each && !single)
        step = signed_number((to.benefits - from.benefits) / (to.at[0] - from.at[0]) * given_.varied[0].step);
      row.push_back(step);
    }
    return row;
  }

  [[nodiscard]] std::string signed_number(const rational& number) const {
    return (number.sign() > 0 ? "+" : "") + format_number(number, 2, lang_);
  }

  /// Where one more euro earned loses a whole one, and where it loses most.
  void losses() {
    if (!given_.income) return;
    std::vector<std::string> lines;
    const rational one(1);
    std::optional<std::size_t> begun;
    std::optional<std::size_t> steepest;
    for (std::size_t i = 1; i <= given_.settings.size(); ++i) {
      const bool all = i < given_.settings.size() && given_.settings[i].marginal_loss == one;
      if (all && !begun) begun = i - 1;
      if (!all && begun) {
        lines.push_back(say(lang_, "no {} līdz {} katru vēl nopelnīto eiro zaudē pilnībā",
                            "from {} to {} each further euro earned is lost in full", at(*begun), at(i - 1)));
        begun.reset();
      }
      if (i < given_.settings.size() && given_.settings[i].marginal_loss &&
          (!steepest || *given_.settings[i].marginal_loss > *given_.settings[*steepest].marginal_loss))
        steepest = i;
      if (i < given_.settings.size() && given_.settings[i].marginal_loss &&
          *given_.settings[i].marginal_loss > one)
        cliffs_.push_back(i);
    }
    constexpr std::size_t cliffs_max = 10;
    for (std::size_t i = 0; i < cliffs_.size() && i < cliffs_max; ++i) lines.push_back(cliff(cliffs_[i]));
    if (cliffs_.size() > cliffs_max)
      lines.push_back(
          say(lang_, "… un vēl {} tādas vietas", "… and {} more such places", cliffs_.size() - cliffs_max));
    const rational most = steepest ? *given_.settings[*steepest].marginal_loss : rational(0);
    if (most == one) steepest.reset();  // said above
    if (steepest && most.sign() > 0)
      lines.push_back(say(lang_, "visvairāk zaudē no {} līdz {}: {} no katra nopelnītā eiro",
                          "most is lost from {} to {}: {} of each euro earned", at(*steepest - 1),
                          at(*steepest), format_number(*given_.settings[*steepest].marginal_loss, 2, lang_)));
    else if (steepest)
      lines.emplace_back(lv_ ? "neko nezaudē: pabalsti, ienākumiem augot, nesamazinās"
                             : "nothing is lost: benefits do not fall while income grows");
    list("Ko zaudē, nopelnot vairāk", "What is lost by earning more", lines);
  }

  [[nodiscard]] std::string cliff(std::size_t setting) const {
    const sweep_setting& before = given_.settings[setting - 1];
    const sweep_setting& here = given_.settings[setting];
    const rational earned = *here.own_income - *before.own_income;
    return say(lang_,
               "slieksnis: no {} līdz {} nopelna par {} eiro vairāk, bet kopā paliek par {} eiro mazāk",
               "a cliff: from {} to {} the household earns {} euro more and in all has {} euro less",
               at(setting - 1), at(setting), money(earned), money(before.benefits - here.benefits - earned));
  }

  // --- two variations ---

  void matrix() {
    constexpr std::size_t rows_max = 60;
    constexpr std::size_t columns_max = 8;
    begin("Pabalsti kopā, EUR mēnesī", "Benefits in all, EUR a month");
    if (given_.counts[0] > rows_max || given_.counts[1] > columns_max) {
      out_ += lv_ ? "  visus iestatījumus rāda --format csv un --format svg\n"
                  : "  --format csv and --format svg show every setting\n";
      return;
    }
    std::vector<std::vector<std::string>> rows{
        {sweep_name(book_, given_.varied[0].definition, given_.varied[0].person) + " \\ " +
         sweep_name(book_, given_.varied[1].definition, given_.varied[1].person)}};
    for (std::size_t second = 0; second < given_.counts[1]; ++second)
      rows[0].push_back(at(given_.index(0, second), 1));
    for (std::size_t first = 0; first < given_.counts[0]; ++first) {
      rows.push_back({at(given_.index(first))});
      for (std::size_t second = 0; second < given_.counts[1]; ++second)
        rows.back().push_back(money(given_.settings[given_.index(first, second)].benefits));
    }
    out_ += right_table(rows);
  }

  const rule_book& book_;
  const facts& stated_;
  const sweep& given_;
  const render_options& options_;
  language lang_;
  bool lv_;
  std::string out_;
  std::vector<std::size_t> cliffs_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string sweep_text(const rule_book& book, const facts& stated, const sweep& given,
                                        const render_options& options) {
  return detail::sweep_text_writer(book, stated, given, options).write();
}

}  // namespace v0
}  // namespace slieksnis
