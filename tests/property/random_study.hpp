// SPDX-License-Identifier: Apache-2.0
/// \file Random populations for studies, and a study's result as text.
#pragma once

#include <map>
#include <slieksnis/table/study.hpp>
#include <string>
#include <vector>

#include "../rules/shipped_rules.hpp"
#include "random_table.hpp"
#include "text_batch.hpp"

namespace random_study {

using namespace slieksnis;
using random_tables::dice;

inline const date on = *parse_date("2025-06-15");

inline source_pointer share_of(std::string_view share) {
  return std::make_shared<source_text>(
      "share.json", R"({ "reform": "share", "title": { "lv": "t", "en": "t" }, "parameters": { "gmi_share": {
      "versions": [ { "from": "2025-01-01", "value": ")" +
                        std::string(share) + "\" } ] } } }");
}

inline rule_book reformed(const std::vector<source_pointer>& reforms) {
  return load_rule_book(shipped::files(), book_use::answers, reforms);
}

inline const rule_book& raised() {
  static const rule_book result = reformed({share_of("0.27")});
  return result;
}

/// A household as rows of a table whose columns are those of `header`.
struct household {
  std::vector<std::string> rows;
  rational weight = 1;
  std::string region;
};

struct population {
  bool of_persons = false;
  bool weighted = false;
  std::string header;
  std::vector<household> households;

  [[nodiscard]] std::string text() const {
    std::string result = header + "\n";
    for (const household& one : households)
      for (const std::string& row : one.rows) result += row + "\n";
    return result;
  }
};

inline std::string money(dice& draw, std::int64_t most) {
  if (draw.one_in(12)) return "";
  const std::int64_t cents = draw.one_in(4)   ? 0
                             : draw.one_in(3) ? 100 * draw.between(0, 5)
                                              : draw.between(0, most);
  return std::to_string(cents / 100) +
         (cents % 100 == 0 ? ""
                           : "." + std::string(cents % 100 < 10 ? "0" : "") + std::to_string(cents % 100));
}

inline population any_population(dice& draw, std::size_t count) {
  population made;
  made.of_persons = draw.one_in(2);
  made.weighted = draw.one_in(2);
  made.header = made.of_persons ? "id,born,disability_group,wage,pension,housing_costs,region,weight"
                                : "id,composition,adults,children,income,housing_costs,region,weight";
  const std::vector<std::string> compositions{"lone_pension_age_or_disabled", "only_pension_age_or_disabled",
                                              "other", ""};
  const std::vector<std::string> groups{"none", "group_1", "group_2", ""};
  for (std::size_t i = 0; i < count; ++i) {
    household one;
    one.region = draw.of(std::vector<std::string>{"Vidzeme", "Latgale", "zone 10", "zone 9", ""});
    std::string weight = "1";
    if (made.weighted) {
      weight = draw.one_in(6)
                   ? "0"
                   : std::to_string(draw.between(0, 400)) + "." + std::to_string(draw.between(1, 99'999));
      one.weight = rational(*parse_decimal(weight));
    }
    const std::string behind = "," + money(draw, 30'000) + "," + one.region + "," + weight;
    const std::string id = std::to_string(100'000 + i) + ",";
    if (made.of_persons) {
      const std::size_t persons = 1 + draw.below(3);
      for (std::size_t p = 0; p < persons; ++p)
        one.rows.push_back(
            id + (draw.one_in(20) ? "" : to_string(date{on - std::chrono::days{draw.between(1, 33'000)}})) +
            "," + draw.of(groups) + "," + money(draw, 90'000) + "," + money(draw, 50'000) + behind);
    } else {
      one.rows.push_back(id + draw.of(compositions) + "," + std::to_string(draw.between(1, 3)) + "," +
                         (draw.one_in(20) ? "" : std::to_string(draw.between(0, 3))) + "," +
                         money(draw, 120'000) + behind);
    }
    made.households.push_back(std::move(one));
  }
  return made;
}

inline std::vector<std::size_t> found(const rule_book& book, const std::vector<std::string>& names) {
  std::vector<std::size_t> result;
  for (const std::string& name : names) result.push_back(*book.find(name));
  return result;
}

inline std::vector<std::string> wanted_names(const population& of) {
  std::vector<std::string> result{"gmi_benefit", "housing_benefit", "poor_household"};
  if (of.of_persons) result.emplace_back("state_social_security_benefit");
  return result;
}

inline study_options asked(const population& of, const std::vector<const rule_book*>& books) {
  study_options result;
  result.rows.wanted = found(*books.front(), wanted_names(of));
  result.rows.file = "t.csv";
  if (of.of_persons) result.rows.household_column = "id";
  for (const rule_book* one : books) result.scenarios.push_back({"s", one, facts(*one), on});
  if (of.weighted) result.weight_column = "weight";
  result.groups.push_back({"region", true, {}, 0});
  result.groups.push_back({"composition", false, {}, 0});
  result.groups.push_back({"income", false, {}, 5});
  result.groups.push_back({"income", false, {rational(0), rational(100), rational(300)}, 0});
  result.groups.push_back({"poor_household", false, {}, 0});
  if (of.of_persons) result.groups.push_back({"age", false, {rational(18), rational(65)}, 0});
  result.threshold = "poor_level";
  result.income = "income";
  return result;
}

inline study_result run(const study_options& options, const population& of, std::size_t portion = 1U << 20U,
                        std::string* rows = nullptr) {
  text_batch::source in(of.text(), portion);
  text_batch::sink out;
  study_result result = run_study(options, in, rows == nullptr ? nullptr : &out);
  if (rows != nullptr) *rows = out.text;
  return result;
}

inline std::string shown(const study_count& count) {
  return std::to_string(count.rows) + "/" + to_string(count.weight);
}
inline std::string shown(const study_figures& one) {
  return shown(one.granted) + " " + shown(one.refused) + " " + shown(one.undetermined) + " " +
         to_string(one.amount) + " | " + shown(one.newly) + " " + shown(one.no_longer) + " " +
         shown(one.winners) + " " + shown(one.losers) + " " + shown(one.unknown) + " " + to_string(one.gain) +
         " " + to_string(one.loss) + "\n";
}
inline std::string shown(const study_group& one) {
  std::string result = one.value + " " + (one.from ? to_string(*one.from) : "-") + " " +
                       (one.to ? to_string(*one.to) : "-") + " " + std::to_string(one.part) +
                       (one.unknown ? " unknown " : " ") + shown(one.households) + "\n";
  for (const study_figures& figures : one.figures) result += "  " + shown(figures);
  return result;
}
inline std::string shown(const study_result& of) {
  std::string result = shown(of.all);
  for (const study_table& table : of.tables) {
    result += table.by.name + "\n";
    for (const study_group& group : table.groups) result += shown(group);
  }
  return result;
}

inline std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> result(1);
  bool quoted = false;
  for (const char c : line)
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      result.emplace_back();
    else
      result.back() += c;
  return result;
}

/// The lines of a table by header.
inline std::vector<std::map<std::string, std::string>> table(const std::string& text) {
  std::vector<std::map<std::string, std::string>> result;
  std::vector<std::string> headers;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const auto cells = split(text.substr(at, end - at));
    at = end + 1;
    if (headers.empty()) {
      headers = cells;
      continue;
    }
    auto& row = result.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[headers.at(i)] = cells[i];
  }
  return result;
}

}  // namespace random_study
