// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "listing.ipp"
#include "reconcile.hpp"
#include "reconcile.ipp"
#include "sheet.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The reconciliation for a terminal. Sources are numbered and listed at the end.
class reconciliation_text {
 public:
  reconciliation_text(const rule_book& book, const reconciliation& all, language lang)
      : book_(book), all_(all), lang_(lang), lv_(lang == language::lv) {}

  std::string write() {
    figures();
    intervals();
    conflicts();
    if (!cited_.empty()) section({"Avoti", "Sources"});
    for (std::size_t i = 0; i < cited_.size(); ++i) {
      const citation& source = book_.sources()[cited_[i]];
      out_ += fmt::format("  [{}] {}\n      {}\n", i + 1, source.name(lang_), source.address);
    }
    return out_ + (out_.empty() ? "" : "\n") + summary_words(all_, lang_) + "\n";
  }

 private:
  void section(const words& title) {
    out_ += (out_.empty() ? "" : "\n") + title.in(lang_) + "\n";
    topic_ = book_.topics().size();
  }
  void topic(std::size_t id) {
    if (id != topic_) out_ += "\n" + book_.topics()[id].title.in(lang_) + "\n";
    topic_ = id;
  }
  void line(const char* indent, const words& name, const std::string& what) {
    if (!what.empty()) out_ += fmt::format("{}{}: {}\n", indent, name.in(lang_), what);
  }

  struct row {
    std::string day;
    std::string published;
    std::string computed;
    std::string finding;
  };

  void figures() {
    if (all_.figures.empty()) return;
    section(part_titles{}.figures);
    const row head = lv_ ? row{"Diena", "Publicēts", "Pēc noteikumiem", "Secinājums"}
                         : row{"Day", "Published", "By the rules", "Verdict"};
    std::vector<row> rows;
    for (const proof& one : all_.figures)
      rows.push_back({format_date(one.figure->on, lang_),
                      format_value(book_, book_.at(one.figure->of), one.figure->what, lang_),
                      computed_words(book_, one, lang_), described(verdict_of(one)).in(lang_)});
    const auto width = [&](std::string row::*column) {
      std::size_t result = code_points(head.*column);
      for (const row& one : rows) result = std::max(result, code_points(one.*column));
      return result;
    };
    const std::size_t widths[] = {width(&row::day), width(&row::published), width(&row::computed),
                                  width(&row::finding)};
    const auto columns = [&](const row& one, const std::string& sources) {
      out_ += fmt::format("    {}  {}  {}  {}  {}\n", padded(one.day, widths[0]),
                          padded(one.published, widths[1]), padded(one.computed, widths[2]),
                          padded(one.finding, widths[3]), sources);
    };
    columns(head, lv_ ? "Avoti" : "Sources");
    std::size_t shown = book_.definitions().size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const published_figure& figure = *all_.figures[i].figure;
      const definition& of = book_.at(figure.of);
      topic(of.topic);
      if (figure.of != shown) out_ += fmt::format("  {}: {}\n", name_in(of, lang_), of.title.in(lang_));
      shown = figure.of;
      columns(rows[i], references(cite(figure.sources)));
      line("      ", {"gadījums", "case"}, case_words(book_, all_.figures[i].stated, lang_));
      line("      ", {"paskaidrojums", "explanation"}, figure.conflict.in(lang_));
    }
  }

  void intervals() {
    if (all_.intervals.empty()) return;
    section(part_titles{}.intervals);
    for (const implied_interval& one : all_.intervals) {
      const definition& of = book_.at(one.parameter);
      topic(of.topic);
      out_ += fmt::format("  {}: {}, {}\n", name_in(of, lang_), of.title.in(lang_),
                          format_period(one.rule->when, lang_));
      line("    ", {"no publicētajiem skaitļiem izriet", "implied by the published figures"},
           interval_words(book_, one, lang_));
      if (!one.as_written)
        line("    ", {"noteikumos rakstīts", "written in the rules"}, written_words(one, lang_));
      line("    ", {"aprēķinos lieto", "value used"},
           format_value(book_, of, one.working, lang_) + " " + references(cite(one.rule->sources)));
      binding({"apakšējo robežu nosaka", "the lower end is bound by"}, one.bind_low);
      binding({"augšējo robežu nosaka", "the upper end is bound by"}, one.bind_high);
    }
  }

  void binding(const words& title, const std::vector<const published_figure*>& figures) {
    if (!figures.empty()) out_ += "    " + title.in(lang_) + ":\n";
    for (const published_figure* one : figures)
      out_ += fmt::format(
          "      {}, {}: {} {}\n", name_in(book_.at(one->of), lang_), format_date(one->on, lang_),
          format_value(book_, book_.at(one->of), one->what, lang_), references(cite(one->sources)));
  }

  void conflicts() {
    if (all_.conflicts.empty()) return;
    section(part_titles{}.conflicts);
    for (const auto& [topic_id, one] : all_.conflicts) {
      topic(topic_id);
      out_ += fmt::format("  {}: {} ({})\n", one->id, one->title.in(lang_), state_words(*one).in(lang_));
      line("    ", {"avotos teikts", "found"}, one->found.in(lang_));
      line("    ", {"nolemts", "decided"}, one->decided.in(lang_));
      line("    ", {"pamatojums", "reason"}, one->reason.in(lang_));
      std::string about;
      for (const std::size_t id : one->about)
        about += (about.empty() ? "" : ", ") + name_in(book_.at(id), lang_);
      line("    ", {"attiecas uz", "concerns"}, about);
      line("    ", {"avoti", "sources"}, references(cite(one->sources)));
    }
  }

  /// The numbers of sources in the list at the end.
  [[nodiscard]] std::vector<std::size_t> cite(const std::vector<std::size_t>& sources) {
    std::vector<std::size_t> result;
    for (const std::size_t source : sources) {
      auto at = std::find(cited_.begin(), cited_.end(), source);
      if (at == cited_.end()) at = cited_.insert(cited_.end(), source);
      result.push_back(static_cast<std::size_t>(at - cited_.begin()) + 1);
    }
    return result;
  }

  const rule_book& book_;
  const reconciliation& all_;
  language lang_;
  bool lv_;
  std::size_t topic_ = 0;
  std::string out_;
  std::vector<std::size_t> cited_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string reconcile_text(const rule_book& book, const reconciled_part& part,
                                            language lang) {
  return detail::reconciliation_text(book, detail::reconcile(book, part), lang).write();
}

}  // namespace v0
}  // namespace slieksnis
