// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "study.hpp"
#include "study_sheet.ipp"
#include "svg_words.ipp"
#include "wrap.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The report for a terminal.
class study_text_writer {
 public:
  study_text_writer(const study_options& options, const study_result& made, const study_report& report)
      : options_(options), made_(made), report_(report), sheet_(options, made, report) {}

  [[nodiscard]] std::string write() {
    out_ = sheet_.heading() + "\n";
    for (const std::string& one : report_.notes) out_ += "  " + one + "\n";
    if (!report_.notes.empty()) out_ += "\n";
    for (const head_line& one : sheet_.head()) out_ += "  " + one.label + ": " + one.text + "\n";
    for (std::size_t i = 0; i < report_.changes.size(); ++i) changes(i);
    for (const std::size_t measure : sheet_.measures(true)) {
      out_ += "\n";
      table(sheet_.summary(measure));
    }
    for (const study_table& one : made_.tables) groups(one);
    sentences({"Uzmanību", "Warnings"}, sheet_.warnings());
    doubts();
    sentences({"Par skaitļiem", "About the numbers"}, method());
    return without_personal_codes(std::move(out_));
  }

 private:
  static constexpr std::size_t widest_label = 30;

  [[nodiscard]] std::string in(const words& both) const { return both.in(report_.lang); }

  void changes(std::size_t scenario) {
    if (report_.changes[scenario].empty()) return;
    out_ += say(report_.lang, "\nKas mainīts: {}\n", "\nWhat is changed: {}\n",
                options_.scenarios[scenario].name);
    for (const std::string& line : report_.changes[scenario]) out_ += "  " + line + "\n";
  }

  void sentences(const words& title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out_ += "\n" + in(title) + "\n";
    for (const std::string& line : lines) out_ += "  " + line + "\n";
  }

  [[nodiscard]] std::vector<std::string> method() const {
    std::vector<std::string> result = sheet_.method();
    if (!made_.tables.empty() && sheet_.measures(true).size() > grouped().size())
      result.push_back(
          in({"Pa grupām te nav visa; pārējo rāda --format html, csv un json.",
              "Not everything is shown by groups here; --format html, csv and json show the rest."}));
    return result;
  }

  void groups(const study_table& one) {
    out_ += "\n" + sheet_.words().title(one) + "\n";
    for (const std::size_t measure : grouped())
      for (study_block& block : blocks(one, measure)) table(std::move(block));
  }
  /// What is shown by groups: not the parts of a sum, and no shortfall.
  [[nodiscard]] std::vector<std::size_t> grouped() const {
    std::vector<std::size_t> result = sheet_.measures(false);
    std::erase_if(result,
                  [&](std::size_t m) { return made_.measures[m].quantity == study_quantity::shortfall; });
    return result;
  }
  [[nodiscard]] std::vector<study_block> blocks(const study_table& one, std::size_t measure) const {
    std::vector<study_block> result = sheet_.groups(one, measure);
    for (study_block& block : result) block.title = "  " + block.title;
    return result;
  }

  void doubts() {
    const study_doubts found = doubts_of_study(options_, made_, report_.lang);
    const auto both = [&](const words& title, std::vector<std::string> batch_doubts::*lines) {
      std::vector<std::string> all = found.shared.*lines;
      for (std::size_t i = 0; i < found.own.size(); ++i)
        for (const std::string& line : found.own[i].*lines)
          all.push_back(sheet_.words().scenario(i) + ": " + line);
      sentences(title, all);
    };
    both({"Pieņēmumi", "Assumptions"}, &batch_doubts::assumptions);
    both({"Ņemt vērā", "Take care"}, &batch_doubts::cautions);
  }

  /// Numbers to the right under heads that are broken into lines as narrow as the numbers.
  void table(study_block block) {
    const std::size_t columns = block.heads.size();
    std::vector<std::size_t> widths(columns, 0);
    std::vector<std::vector<std::string>> heads;
    std::size_t deepest = 0;
    for (std::size_t i = 0; i < columns; ++i) {
      for (const auto& row : block.rows) widths[i] = std::max(widths[i], columns_of(row.cells[i]));
      heads.push_back(broken(block.heads[i], std::max(widths[i], std::size_t{8})));
      for (const std::string& line : heads[i]) widths[i] = std::max(widths[i], columns_of(line));
      deepest = std::max(deepest, heads[i].size());
    }
    std::vector<std::vector<std::string>> labels;
    std::size_t label = 0;
    for (const auto& row : block.rows) {
      labels.push_back(broken(row.label, widest_label));
      for (std::string& line : labels.back()) {
        line.insert(0, row.part ? "      " : "    ");
        label = std::max(label, columns_of(line));
      }
    }
    out_ += block.title + "\n";
    for (std::size_t line = 0; line < deepest; ++line) {
      std::string text(label, ' ');
      for (std::size_t i = 0; i < columns; ++i) {
        const std::size_t above = deepest - heads[i].size();  // heads stand on the table
        text += "  " + to_right(line < above ? "" : heads[i][line - above], widths[i]);
      }
      add_line(std::move(text));
    }
    for (std::size_t r = 0; r < block.rows.size(); ++r)
      for (std::size_t line = 0; line < labels[r].size(); ++line) {
        const bool last = line + 1 == labels[r].size();
        std::string text = labels[r][line];
        text.append(label - columns_of(text), ' ');
        for (std::size_t i = 0; last && i < columns; ++i)
          text += "  " + to_right(block.rows[r].cells[i], widths[i]);
        add_line(std::move(text));
      }
  }

  void add_line(std::string text) {
    text.erase(std::min(text.find_last_not_of(' ') + 1, text.size()));
    out_ += text + "\n";
  }

  [[nodiscard]] static std::string to_right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, columns_of(text)), ' ') + text;
  }

  const study_options& options_;
  const study_result& made_;
  const study_report& report_;
  study_sheet sheet_;
  std::string out_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string study_text(const study_options& options, const study_result& made,
                                        const study_report& report) {
  return detail::study_text_writer(options, made, report).write();
}

}  // namespace v0
}  // namespace slieksnis
