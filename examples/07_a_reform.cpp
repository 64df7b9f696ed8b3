// SPDX-License-Identifier: Apache-2.0
// A reform, as a text of the rules' own shape, laid over the law: three households before and after, and what
// the change costs. The law that the program holds stays what it is.
#include <algorithm>
#include <iostream>
#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <slieksnis/table/study.hpp>

using namespace std::chrono_literals;
using namespace slieksnis;

constexpr std::string_view raise_share = R"({
  "reform": "raise-share",
  "title": { "lv": "GMI slieksnis 30 % no mediānas", "en": "GMI threshold of 30 % of the median" },
  "parameters": { "gmi_share": { "versions": [{ "from": "2026-01-01", "value": "0.30" }] } }
})";

constexpr std::string_view households =
    "adults,children,income,stands_for\n1,0,100.00,1200\n2,1,450.50,800.5\n1,0,210,300\n";

/// Rows of text; a program would read a file here.
class rows_of_text : public byte_source {
 public:
  std::size_t read(std::span<char> into) override {
    const std::size_t count = std::min(into.size(), households.size() - at_);
    std::copy_n(households.data() + at_, count, into.data());
    at_ += count;
    return count;
  }

 private:
  std::size_t at_ = 0;
};

int main() try {
  std::vector<source_pointer> rules;
  for (const embedded_file& file : embedded_rule_files())
    if (role_of(file.path) != rule_file_role::cases)
      rules.push_back(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)));
  const source_pointer reform = std::make_shared<source_text>("raise-share.json", std::string(raise_share));
  const rule_book law = load_rule_book(rules, book_use::answers);
  const rule_book changed = load_rule_book(rules, book_use::answers, {reform});

  study_options asked;
  asked.rows.wanted = {*law.find("gmi_benefit")};
  asked.rows.file = "households";
  asked.weight_column = "stands_for";
  asked.scenarios.push_back({"law", &law, facts(law), 2026y / 2 / 1});
  asked.scenarios.push_back({"reform", &changed, facts(changed), 2026y / 2 / 1});

  rows_of_text rows;
  const study_result made = run_study(asked, rows);
  for (std::size_t scenario = 0; scenario < asked.scenarios.size(); ++scenario) {
    const study_figures& all = made.figures(made.all, scenario, 0);
    std::cout << asked.scenarios[scenario].name << ": " << to_string(all.granted.weight) << " households, "
              << to_string(all.amount) << " EUR a month\n";
  }
  const study_figures& change = made.figures(made.all, 1, 0);
  std::cout << "newly entitled: " << to_string(change.newly.weight) << "; gain of "
            << to_string(change.winners.weight) << " households: " << to_string(change.gain)
            << " EUR a month\n";
} catch (const unusable& refused) {
  std::cerr << refused.what();
  return 3;
}
