// SPDX-License-Identifier: Apache-2.0
// Every published example fits on one command line, in Latvian and in English, and prints the figures that
// were published. The figures come from the examples' own data (tests/rules/published_examples.json).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <slieksnis/value/date.hpp>
#include <sstream>

#include "../rules/shipped_rules.hpp"
#include "golden.hpp"
#include "process.hpp"
#include "transcript.hpp"

namespace {

using namespace slieksnis;

struct one_liner {
  std::string example;
  words line;
};

json_tree read_json(const std::string& path) {
  std::vector<error> errors;
  auto tree = parse_json(std::make_shared<source_text>(path, golden::read(path)), errors);
  if (!tree) throw unusable(std::move(errors));
  return std::move(*tree);
}

std::vector<one_liner> one_liners() {
  std::vector<one_liner> result;
  const auto tree = read_json("tests/cli/one_liners.json");
  for (const json_node& one : tree.items)
    result.push_back({std::string(one.find("example")->text),
                      {std::string(one.find("lv")->text), std::string(one.find("en")->text)}});
  return result;
}

using figures = std::vector<std::pair<std::string, std::string>>;  ///< name and figure, as published

/// The published examples, by their names.
std::map<std::string, figures> published() {
  std::map<std::string, figures> result;
  const auto tree = read_json("tests/rules/published_examples.json");
  for (const json_node& one : tree.find("examples")->items) {
    figures& printed = result[std::string(one.find("id")->text)];
    const json_node& members = *one.find("printed");
    for (std::size_t i = 0; i < members.keys.size(); ++i) {
      const std::string name(members.keys[i].name);
      if (members.items[i].kind == json_kind::text) printed.emplace_back(name, members.items[i].text);
      for (const json_node& item : members.items[i].items) printed.emplace_back(name, item.text);
    }
  }
  return result;
}

std::string output_of(const std::string& line, language lang) {
  const auto call = transcript::parse(line);
  process::command what;
  what.words = call.words;
  what.words.insert(what.words.begin(), SLIEKSNIS_CLI_PATH);
  what.environment = {{"LC_ALL", lang == language::lv ? "lv_LV.UTF-8" : "C"}};
  what.folder = SLIEKSNIS_SOURCE_DIR;
  const auto done = process::run(what);
  EXPECT_EQ(done.exit_code, 0) << line << '\n' << done.err;
  EXPECT_TRUE(done.err.empty() ||
              done.err.starts_with(lang == language::lv ? "piezīme: saīsinājumi" : "note: short names"))
      << line << '\n'
      << done.err;
  return done.out;
}

/// The numbers of a text whose decimals follow `mark`. Parts of dates and of other numbers do not count, so
/// `267.50` has no number where the mark is a comma.
std::vector<rational> numbers_in(const std::string& text, char mark) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const auto joint = [&](std::size_t i) { return i < text.size() && (text[i] == '.' || text[i] == ','); };
  std::vector<rational> result;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!digit(begin)) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (digit(end) || (joint(end) && digit(end + 1))) ++end;
    std::string word = text.substr(begin, end - begin);
    begin = end;
    const std::size_t at = word.find_first_of(".,");
    if (at != std::string::npos && word[at] != mark) continue;
    if (at != std::string::npos) word[at] = '.';
    if (const auto number = parse_decimal(word)) result.emplace_back(*number);
  }
  return result;
}

/// Whether the examples' source cut the cents off.
bool cut_to_euro(const std::string& example) {
  const auto& cases = shipped::cases();
  return std::any_of(cases.begin(), cases.end(), [&](const expected_case& one) {
    return one.cut_to_euro &&
           std::find(one.published.begin(), one.published.end(), example) != one.published.end();
  });
}

/// Whether a line of the output shows the figure as the value of its name; a formula has no names to show.
bool shows(const std::string& output, const std::string& name, const std::string& figure, bool cut,
           bool formula, language lang) {
  std::string title = shipped::book().at(*shipped::book().find(name)).title.in(lang);
  std::size_t first = 1;  // a capital where it begins a line
  while (first < title.size() && (static_cast<unsigned char>(title[first]) & 0xC0U) == 0x80U) ++first;
  title.erase(0, first);
  const auto day = parse_date(figure);
  const auto wanted = parse_decimal(figure);
  std::istringstream in(output);
  for (std::string line; std::getline(in, line);) {
    if (!formula && line.find(title) == std::string::npos) continue;
    if (day) {
      if (line.find(formula ? figure : in_words(*day).in(lang)) != std::string::npos) return true;
      continue;
    }
    for (const rational& number : numbers_in(line, lang == language::lv && !formula ? ',' : '.'))
      if ((cut ? round(number, rational(1), rounding_mode::floor) : number) == rational(*wanted)) return true;
  }
  return false;
}

/// The amounts in euro, in the order of the output.
std::vector<rational> amounts_in(const std::string& output, language lang) {
  std::vector<rational> result;
  for (std::size_t at = output.find(" EUR"); at != std::string::npos; at = output.find(" EUR", at + 1)) {
    std::size_t begin = at;
    const auto part = [&](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; };
    while (begin > 0 && part(output[begin - 1])) --begin;
    const auto numbers = numbers_in(output.substr(begin, at - begin), lang == language::lv ? ',' : '.');
    result.insert(result.end(), numbers.begin(), numbers.end());
  }
  return result;
}

TEST(one_liners, fit_into_120_characters) {
  for (const auto& one : one_liners())
    for (const std::string& line : {one.line.lv, one.line.en}) {
      EXPECT_LE(code_points(line), 120U) << one.example << ": " << line;
      EXPECT_TRUE(line.starts_with("slieksnis ")) << line;
      EXPECT_EQ(line.find("--facts"), std::string::npos) << line;
    }
}

TEST(one_liners, are_there_for_every_published_example) {
  std::vector<std::string> expected;
  for (const auto& [example, printed] : published()) expected.push_back(example);
  std::vector<std::string> found;
  for (const auto& one : one_liners()) found.push_back(one.example);
  std::sort(found.begin(), found.end());
  EXPECT_EQ(found, expected);
}

TEST(one_liners, print_what_was_published) {
  const auto examples = published();
  for (const auto& one : one_liners()) {
    const auto example = examples.find(one.example);
    ASSERT_NE(example, examples.end()) << one.example;
    const bool cut = cut_to_euro(one.example);
    const std::string latvian = output_of(one.line.lv, language::lv);
    const std::string english = output_of(one.line.en, language::en);
    for (const auto& [name, figure] : example->second) {
      EXPECT_TRUE(shows(latvian, name, figure, cut, one.line.lv.starts_with("slieksnis eval"), language::lv))
          << one.example << ": " << name << " = " << figure << '\n'
          << one.line.lv << '\n'
          << latvian;
      EXPECT_TRUE(shows(english, name, figure, cut, one.line.en.starts_with("slieksnis eval"), language::en))
          << one.example << ": " << name << " = " << figure << '\n'
          << one.line.en << '\n'
          << english;
    }
    EXPECT_EQ(amounts_in(latvian, language::lv), amounts_in(english, language::en)) << one.example;
  }
}

TEST(one_liners, would_fail_on_another_figure) {
  const std::string latvian = "Mājokļa pabalsts: pienākas 267,50 EUR mēnesī\n";
  EXPECT_TRUE(shows(latvian, "housing_benefit", "267.5", false, false, language::lv));
  EXPECT_TRUE(shows(latvian, "housing_benefit", "267", true, false, language::lv));
  EXPECT_FALSE(shows(latvian, "housing_benefit", "267", false, false, language::lv));
  EXPECT_FALSE(shows(latvian, "gmi_benefit", "267.5", false, false, language::lv)) << "of another name";
  EXPECT_FALSE(
      shows("Mājokļa pabalsts: 267.50 EUR\n", "housing_benefit", "267.5", false, false, language::lv))
      << "a point in Latvian";
  EXPECT_EQ(amounts_in(latvian, language::lv), std::vector<rational>{rational(2675, 10)});
}

}  // namespace
