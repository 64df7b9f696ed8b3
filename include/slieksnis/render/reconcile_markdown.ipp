// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "markdown.ipp"
#include "reconcile.hpp"
#include "reconcile.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Sources as links in a cell of a table.
SLIEKSNIS_INLINE std::string source_links(const rule_book& book, const std::vector<std::size_t>& ids,
                                          language lang) {
  std::string result;
  for (const std::size_t id : ids) {
    const citation& source = book.sources()[id];
    std::string address = source.address;
    for (std::size_t at = 0; (at = address.find('|', at)) != std::string::npos; at += 3)
      address.replace(at, 1, "%7C");
    result += fmt::format("{}[{}](<{}>)", result.empty() ? "" : "; ", escaped(source.name(lang)), address);
  }
  return result;
}

/// The reconciliation as Markdown tables.
class reconciliation_markdown {
 public:
  reconciliation_markdown(const rule_book& book, const reconciliation& all, language lang)
      : book_(book), all_(all), lang_(lang), lv_(lang == language::lv) {}

  std::string write() {
    out_ = fmt::format("# {}\n\n{}.\n",
                       lv_ ? "Noteikumi un publicētie avoti" : "The rules and what was published",
                       summary_words(all_, lang_));
    figures();
    intervals();
    conflicts();
    return std::move(out_);
  }

 private:
  void section(const words& title) {
    out_ += "\n## " + title.in(lang_) + "\n";
    topic_ = book_.topics().size();
  }
  /// The heading and the head of a table where a topic begins.
  void topic(std::size_t id, const words& columns) {
    if (id == topic_) return;
    topic_ = id;
    const std::string& names = columns.in(lang_);
    out_ += fmt::format("\n### {}\n\n| {} |\n|", escaped(book_.topics()[id].title.in(lang_)), names);
    for (auto left = std::count(names.begin(), names.end(), '|') + 1; left > 0; --left) out_ += "---|";
    out_ += '\n';
  }
  void row(const std::vector<std::string>& cells) {
    for (const auto& cell : cells) out_ += "| " + cell + (cell.empty() ? "" : " ");
    out_ += "|\n";
  }
  [[nodiscard]] std::string titled(const definition& of) const {
    return fmt::format("{} (`{}`)", escaped(capitalised(of.title.in(lang_))), name_in(of, lang_));
  }
  [[nodiscard]] std::string value_of_figure(const published_figure& one) const {
    return escaped(format_value(book_, book_.at(one.of), one.what, lang_));
  }

  void figures() {
    if (!all_.figures.empty()) section(part_titles{}.figures);
    for (const proof& one : all_.figures) {
      const published_figure& figure = *one.figure;
      const definition& of = book_.at(figure.of);
      topic(of.topic, {"Nosaukums | Diena | Gadījums | Publicēts | Pēc noteikumiem | Secinājums | Avoti",
                       "Name | Day | Case | Published | By the rules | Verdict | Sources"});
      const std::string why = figure.conflict.empty() ? "" : ". " + escaped(figure.conflict.in(lang_));
      row({titled(of), format_date(figure.on, lang_), escaped(case_words(book_, one.stated, lang_)),
           value_of_figure(figure), escaped(computed_words(book_, one, lang_)),
           described(verdict_of(one)).in(lang_) + why, source_links(book_, figure.sources, lang_)});
    }
  }

  void intervals() {
    if (!all_.intervals.empty()) section(part_titles{}.intervals);
    for (const implied_interval& one : all_.intervals) {
      const definition& of = book_.at(one.parameter);
      topic(of.topic,
            {"Nosaukums | Periods | No publicētajiem skaitļiem izriet | Noteikumos rakstīts | "
             "Aprēķinos lieto | Apakšējo robežu nosaka | Augšējo robežu nosaka",
             "Name | Period | Implied by the published figures | Written in the rules | Value used | "
             "Lower end bound by | Upper end bound by"});
      row({titled(of), format_period(one.rule->when, lang_), interval_words(book_, one, lang_),
           written_words(one, lang_), escaped(format_value(book_, of, one.working, lang_)),
           binding(one.bind_low), binding(one.bind_high)});
    }
  }

  [[nodiscard]] std::string binding(const std::vector<const published_figure*>& figures) const {
    std::string result;
    for (const published_figure* one : figures)
      result += fmt::format("{}`{}`, {}: {} ({})", result.empty() ? "" : "; ",
                            name_in(book_.at(one->of), lang_), format_date(one->on, lang_),
                            value_of_figure(*one), source_links(book_, one->sources, lang_));
    return result;
  }

  void conflicts() {
    if (!all_.conflicts.empty()) section(part_titles{}.conflicts);
    for (const auto& [topic_id, one] : all_.conflicts) {
      topic(topic_id,
            {"Nr. | Par ko | Avotos teikts | Nolemts | Pamatojums | Stāvoklis | Attiecas uz | Avoti",
             "Id | About | Found | Decided | Reason | State | Concerns | Sources"});
      std::string about;
      for (const std::size_t id : one->about)
        about += fmt::format("{}`{}`", about.empty() ? "" : ", ", name_in(book_.at(id), lang_));
      row({escaped(one->id), escaped(one->title.in(lang_)), escaped(one->found.in(lang_)),
           escaped(one->decided.in(lang_)), escaped(one->reason.in(lang_)), state_words(*one).in(lang_),
           about, source_links(book_, one->sources, lang_)});
    }
  }

  const rule_book& book_;
  const reconciliation& all_;
  language lang_;
  bool lv_;
  std::size_t topic_ = 0;
  std::string out_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string reconcile_markdown(const rule_book& book, const reconciled_part& part,
                                                language lang) {
  return detail::reconciliation_markdown(book, detail::reconcile(book, part), lang).write();
}

}  // namespace v0
}  // namespace slieksnis
