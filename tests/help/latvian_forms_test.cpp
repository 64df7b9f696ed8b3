// SPDX-License-Identifier: Apache-2.0
// Latvian numbers in Latvian text: a decimal comma, dates with points, and the singular after 1, 21, 31 …
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "golden.hpp"
#include "help.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;
using namespace slieksnis;
using namespace slieksnis::cli;

/// What the program says in Latvian at length.
std::string latvian_texts() {
  std::string result;
  for (const auto& entry : fs::directory_iterator(fs::path(SLIEKSNIS_SOURCE_DIR) / "examples/cases"))
    if (entry.path().string().ends_with(".lv.txt")) result += golden::read(entry.path());
  for (const command& one : all_commands())
    result += help_test::run({"help", std::string(one.name)}, language::lv).out;
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"list"},
           {"coverage"},
           {"reconcile"},
           {"thresholds", "--on", "2020-06-01"},
           {"thresholds", "--on", "2026-02-01"},
           {"show", "pension-age"},
           {"calc", "--on", "2026-02-01", "--adult", "--child", "1", "--child", "11", "--child", "21"},
           {"calc", "--facts", "examples/cases/11-pensioner-record-to-1995.json", "--explain"}})
    result += help_test::run(words, language::lv).out;
  return result;
}

struct counted {
  std::string number;
  std::string what;
};

/// Every number with the word after it, within a line.
std::vector<counted> counted_in(const std::string& text) {
  std::vector<counted> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream in(line);
    std::string before;
    for (std::string word; in >> word; before = word) {
      std::string plain = word;
      while (!plain.empty() && std::string_view(".,;:)”").find(plain.back()) != std::string_view::npos)
        plain.pop_back();
      if (!before.empty() &&
          std::all_of(before.begin(), before.end(), [](char c) { return c >= '0' && c <= '9'; }))
        result.push_back({before, plain});
    }
  }
  return result;
}

bool takes_singular(const std::string& number) { return number.ends_with('1') && !number.ends_with("11"); }

std::vector<std::string> wrong_counts(const std::string& text) {
  const std::map<std::string, std::string> forms = {
      {"gads", "gadi"},         {"mēnesis", "mēneši"},    {"diena", "dienas"},
      {"persona", "personas"},  {"bērns", "bērni"},       {"stunda", "stundas"},
      {"reize", "reizes"},      {"pabalsts", "pabalsti"}, {"konsultācija", "konsultācijas"},
      {"gadījums", "gadījumi"}, {"statuss", "statusi"},   {"cipars", "cipari"},
      {"nedēļa", "nedēļas"},    {"paka", "pakas"},        {"punkts", "punkti"}};
  std::vector<std::string> wrong;
  for (const auto& [number, what] : counted_in(text))
    for (const auto& [one, many] : forms)
      if (what == (takes_singular(number) ? many : one)) wrong.push_back(number + " " + what);
  return wrong;
}

/// `187.00` where Latvian has `187,00`. Numbers inside quotes, names and addresses are not text.
std::vector<std::string> decimal_points(const std::string& text) {
  std::vector<std::string> wrong;
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    std::string ordinal = word;  // `16.3. punkts`, `(3.2. un 3.3.), izpilde`
    while (!ordinal.empty() && std::string_view(",;:)").find(ordinal.back()) != std::string_view::npos)
      ordinal.pop_back();
    const int next = (in >> std::ws).peek();
    const bool lower = next >= 0x80 || std::islower(next) != 0;  // no sentence begins with a mark here
    if (ordinal.ends_with('.') && (ordinal != word || lower)) continue;
    if (next == 'p' && text.compare(static_cast<std::size_t>(in.tellg()), 4, "pant") == 0)
      continue;  // 2.2 pants
    while (!word.empty() && std::string_view(".,;:)").find(word.back()) != std::string_view::npos)
      word.pop_back();
    const std::size_t start = word.find_first_not_of("(−-");
    if (start != std::string::npos) word.erase(0, start);
    const std::size_t point = word.find('.');
    const bool figures = !word.empty() && word.find_first_not_of("0123456789.") == std::string::npos;
    if (point == 2 && word.size() == 7) continue;  // a month: 01.2023
    if (figures && point != std::string::npos && word.find('.', point + 1) == std::string::npos)
      wrong.push_back(word);
  }
  return wrong;
}

std::string joined(const std::vector<std::string>& all) {
  std::string result;
  for (const auto& one : std::set<std::string>(all.begin(), all.end())) result += one + "\n";
  return result;
}

TEST(latvian_forms, are_right_after_every_number) {
  const std::string text = latvian_texts();
  EXPECT_GT(counted_in(text).size(), 200U);
  EXPECT_EQ(joined(wrong_counts(text)), "");
}

TEST(latvian_forms, have_a_decimal_comma) { EXPECT_EQ(joined(decimal_points(latvian_texts())), ""); }

TEST(latvian_forms, would_be_noticed_if_they_were_wrong) {
  EXPECT_EQ(joined(wrong_counts("kopā 0 gads un 21 gadi, 11 bērns; 101 dienas.")),
            "0 gads\n101 dienas\n11 bērns\n21 gadi\n");
  EXPECT_EQ(joined(wrong_counts("0 gadi, 21 gads, 11 bērni, 101 diena, 1 persona, 12 personas")), "");
  EXPECT_EQ(joined(decimal_points("apmērs 187.00 EUR (0.22), 01.02.2026., 187,00 EUR. 35. panta 2.1. daļa")),
            "0.22\n187.00\n");
}

}  // namespace
