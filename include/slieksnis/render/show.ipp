// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "format.hpp"
#include "listing.ipp"
#include "sheet.ipp"
#include "show.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// One definition for a terminal. Sources are numbered and listed at the end.
class definition_text {
 public:
  definition_text(const rule_book& book, std::size_t id, language lang)
      : book_(book), of_(book.at(id)), id_(id), lang_(lang), lv_(lang == language::lv) {}

  std::string write(std::optional<date> on) {
    head();
    out_ += notice_lines(book_, lang_);
    if (on) on_day(*on);
    for (const version& rule : of_.versions) write(rule);
    time_line();
    if (!cited_.empty()) out_ += lv_ ? "\nAvoti\n" : "\nSources\n";
    for (std::size_t i = 0; i < cited_.size(); ++i) {
      const citation& source = book_.sources()[cited_[i]];
      out_ += fmt::format("  [{}] {}\n", i + 1, source.name(lang_));
      if (!source.address.empty()) out_ += "      " + source.address + "\n";
    }
    return std::move(out_);
  }

 private:
  void line(const words& name, const std::string& what) {
    if (!what.empty()) out_ += fmt::format("  {}: {}\n", name.in(lang_), what);
  }

  void head() {
    const topic& of_topic = book_.topics()[of_.topic];
    out_ +=
        fmt::format("{}: {}\n", lv_ && !of_.latvian.empty() ? of_.latvian : of_.name, of_.title.in(lang_));
    line({"angliski", "Latvian name"}, lv_ ? of_.name : of_.latvian);
    const words entity_words = slieksnis::described(of_.of);
    line({"veids", "kind"}, lv_ ? described(of_.kind).lv + " (" + entity_words.lv + ")"
                                : described(of_.kind).en + " of " + entity_words.en);
    line({"mērvienība", "unit"}, unit_or_type(book_, of_, lang_));
    line({"jautājums", "question"}, of_.question.in(lang_));
    if (of_.what.is_enumeration()) {
      out_ += lv_ ? "  vērtības:\n" : "  values:\n";
      for (const auto& one : *of_.what.values)
        out_ += fmt::format("    {}: {}\n", one.id, one.title.in(lang_));
    }
    line({"ne mazāk par", "at least"}, of_.minimum ? format_number(*of_.minimum, 0, lang_) : "");
    line({"ne vairāk kā", "at most"}, of_.maximum ? format_number(*of_.maximum, 0, lang_) : "");
    if (of_.otherwise) {
      const std::string what = format_value(book_, of_, of_.otherwise->what, lang_);
      line(of_.otherwise->by_law ? words{"ja nav norādīts, pēc likuma", "unless stated, by law"}
                                 : words{"ja nav norādīts, pieņem", "unless stated, assumed"},
           what);
    }
    if (of_.by_definition)
      line({"versiju nosaka", "the version is chosen by"}, book_.at(*of_.by_definition).name);
    line({"temats", "topic"},
         fmt::format("{}; {} {}", of_topic.title.in(lang_), lv_ ? "pārbaudīts" : "reviewed",
                     format_date(of_topic.reviewed, lang_)));
  }

  void on_day(date on) {
    const version* rule = of_.in_force(on);
    if (rule == nullptr) return;
    out_ += fmt::format("\n{}: ", format_date(on, lang_));
    for (const dated_value& one : values_over_time(book_, id_))
      if (one.when.contains(on) && one.result.known())
        out_ += format_value(book_, of_, one.result.what(), lang_) + "; ";
    out_ += fmt::format("{} {}\n", lv_ ? "versija" : "version", format_period(rule->when, lang_));
  }

  void write(const version& rule) {
    const char* whose = rule.reform ? (lv_ ? " (reforma)" : " (reform)") : "";
    out_ += fmt::format("\n{}{}{}\n", format_period(rule.when, lang_), whose, cite(rule.sources));
    if (rule.entitled_if) line({"pienākas, ja", "entitled if"}, rule.entitled_if->source.text);
    if (rule.plain_value && !rule.alternatives.empty())
      line({"vērtība", "value"}, figure(rule.alternatives.front()));
    else if (of_.kind != definition_kind::status)
      for (const formula& one : rule.alternatives)
        line(of_.kind == definition_kind::benefit ? words{"apmērs", "amount"} : words{"formula", "formula"},
             one.source.text);
    if (rule.table) table(*rule.table);
    if (rule.between)
      line({"zināms tikai intervāls", "known only as an interval"},
           fmt::format("[{}; {})", format_number(rule.between->first, 0, lang_),
                       format_number(rule.between->second, 0, lang_)));
    if (rule.reviewed_each)
      line({"pārskata katru gadu", "reviewed each year on"},
           fmt::format("{:02}-{:02}", rule.reviewed_each->month, rule.reviewed_each->day));
    if (rule.round) {
      const std::string assumed =
          rule.round->sources.empty() ? (lv_ ? ", pieņemts" : ", assumed") : cite(rule.round->sources);
      line({"noapaļo līdz", "rounded to"}, fmt::format("{} ({}){}", format_number(rule.round->to, 0, lang_),
                                                       described(rule.round->mode).in(lang_), assumed));
      line({"par noapaļošanu", "about the rounding"}, rule.round->note.in(lang_));
    }
    about(rule.support, rule.note, "  ");
  }

  void about(confidence support, const words& note, const char* indent) {
    if (support != confidence::high)
      out_ += fmt::format("{}{}: {}\n", indent, lv_ ? "ticamība" : "confidence",
                          slieksnis::described(support).in(lang_));
    if (!note.empty()) out_ += fmt::format("{}{}: {}\n", indent, lv_ ? "piezīme" : "note", note.in(lang_));
  }

  void table(const decision_table& of) {
    std::string inputs;
    for (const auto& input : of.inputs) inputs += (inputs.empty() ? "" : ", ") + input;
    line(of.unique ? words{"tabula, der viena rinda", "table, one row fits"}
                   : words{"tabula, der pirmā rinda", "table, the first row that fits"},
         inputs);
    std::size_t width = 0;
    for (const auto& row : of.rows) width = std::max(width, code_points(cells(row)));
    for (const table_row& row : of.rows) {
      out_ += fmt::format("    {:<{}}  {}{}\n", cells(row), width, figure(row.amount), cite(row.sources));
      about(row.support, row.note, "      ");
    }
    if (of.otherwise_stated)
      out_ += lv_ ? "    citādi vērtība jānorāda\n" : "    otherwise the value has to be stated\n";
  }

  [[nodiscard]] static std::string cells(const table_row& row) {
    std::string result;
    for (const auto& cell : row.cells) result += (result.empty() ? "" : "; ") + cell;
    return result;
  }

  /// A figure with its unit; a formula as it is written.
  [[nodiscard]] std::string figure(const formula& one) const {
    if (one.tree && one.tree->kind == expression_kind::literal)
      return format_value(book_, of_, one.tree->written, lang_);
    return one.source.text;
  }

  /// Only where the versions do not tell already: formulas of the country.
  void time_line() {
    const auto computed = [](const version& rule) { return !rule.plain_value; };
    if (std::none_of(of_.versions.begin(), of_.versions.end(), computed)) return;
    const auto values = values_over_time(book_, id_);
    if (values.empty()) return;
    out_ += lv_ ? "\nVērtība laikā\n" : "\nThe value over time\n";
    for (const dated_value& one : values)
      out_ += fmt::format("  {}  {}\n", format_period(one.when, lang_),
                          one.result.known() ? format_value(book_, of_, one.result.what(), lang_)
                          : lv_              ? "nezināms"
                                             : "unknown");
  }

  [[nodiscard]] std::string cite(const std::vector<std::size_t>& sources) {
    std::string numbers;
    for (const std::size_t source : sources) {
      auto at = std::find(cited_.begin(), cited_.end(), source);
      if (at == cited_.end()) at = cited_.insert(cited_.end(), source);
      numbers += (numbers.empty() ? "" : ", ") + std::to_string(at - cited_.begin() + 1);
    }
    return numbers.empty() ? "" : " [" + numbers + "]";
  }

  const rule_book& book_;
  const definition& of_;
  std::size_t id_;
  language lang_;
  bool lv_;
  std::string out_;
  std::vector<std::size_t> cited_;
};

SLIEKSNIS_INLINE ordered_json version_json(const rule_book& book, const definition& of, const version& rule,
                                           language lang) {
  ordered_json out;
  out["from"] = to_string(rule.when.from);
  out["to"] = to_string(rule.when.to);
  if (rule.entitled_if) out["entitled_if"] = rule.entitled_if->source.text;
  if (rule.table) {
    ordered_json table;
    table["inputs"] = rule.table->inputs;
    table["hit"] = rule.table->unique ? "unique" : "first";
    for (const table_row& row : rule.table->rows) {
      ordered_json one;
      one["when"] = row.cells;
      one["value"] = row.amount.source.text;
      if (!row.title.empty()) one["title"] = row.title.in(lang);
      if (!row.sources.empty()) one["sources"] = sources_json(book, row.sources, lang);
      if (row.support != confidence::high) one["confidence"] = name_of(row.support);
      if (!row.note.empty()) one["note"] = row.note.in(lang);
      table["rows"].push_back(std::move(one));
    }
    out["table"] = std::move(table);
  } else if (rule.plain_value) {
    out["value"] = rule.alternatives.front().source.text;
  } else if (of.kind != definition_kind::status) {
    for (const formula& one : rule.alternatives) out["formulas"].push_back(one.source.text);
  }
  if (rule.between) out["between"] = {to_string(rule.between->first), to_string(rule.between->second)};
  if (rule.reviewed_each)
    out["reviewed_each"] = fmt::format("{:02}-{:02}", rule.reviewed_each->month, rule.reviewed_each->day);
  if (rule.round)
    out["round"] = {{"to", to_string(rule.round->to)},
                    {"mode", slieksnis::name_of(rule.round->mode)},
                    {"sources", sources_json(book, rule.round->sources, lang)},
                    {"assumed", rule.round->sources.empty()}};
  out["sources"] = sources_json(book, rule.sources, lang);
  out["confidence"] = name_of(rule.support);
  out["note"] = rule.note.empty() ? ordered_json(nullptr) : ordered_json(rule.note.in(lang));
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string show_text(const rule_book& book, std::size_t id, std::optional<date> on,
                                       language lang) {
  return detail::definition_text(book, id, lang).write(on);
}

SLIEKSNIS_INLINE std::string show_json(const rule_book& book, std::size_t id, std::optional<date> on,
                                       language lang) {
  const definition& of = book.at(id);
  detail::ordered_json out;
  detail::add_assumptions(out, book, lang, detail::reform_names_json(book, lang));
  out["id"] = of.name;
  out["latvian"] = of.latvian;
  out["title"] = of.title.in(lang);
  out["kind"] = detail::described(of.kind).en;
  out["entity"] = name_of(of.of);
  out["unit"] = of.what.is(type_kind::number) ? detail::ordered_json(to_string(of.what.measure))
                                              : detail::ordered_json(nullptr);
  if (!of.question.empty()) out["question"] = of.question.in(lang);
  if (of.what.is_enumeration())
    for (const auto& one : *of.what.values)
      out["values"].push_back({{"id", one.id}, {"title", one.title.in(lang)}});
  if (of.minimum) out["minimum"] = to_string(*of.minimum);
  if (of.maximum) out["maximum"] = to_string(*of.maximum);
  out["topic"] = book.topics()[of.topic].name;
  out["reviewed"] = to_string(book.topics()[of.topic].reviewed);
  const auto values = values_over_time(book, id);
  if (on) {
    out["on"] = to_string(*on);
    out["value"] = nullptr;
    for (const dated_value& one : values)
      if (one.when.contains(*on) && one.result.known()) out["value"] = plain_value(of, one.result.what());
  }
  out["versions"] = detail::ordered_json::array();
  for (const version& rule : of.versions)
    out["versions"].push_back(detail::version_json(book, of, rule, lang));
  for (const dated_value& one : values)
    out["history"].push_back(
        {{"from", to_string(one.when.from)},
         {"to", to_string(one.when.to)},
         {"value", one.result.known() ? detail::ordered_json(plain_value(of, one.result.what()))
                                      : detail::ordered_json(nullptr)}});
  return out.dump(2) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
