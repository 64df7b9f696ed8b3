// SPDX-License-Identifier: Apache-2.0
// Every published example in scope is computed by a case that names it, to the figures that were printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <slieksnis/source/json_tree.hpp>
#include <string>
#include <utility>
#include <vector>

#include "golden.hpp"
#include "shipped_rules.hpp"

namespace {

using namespace slieksnis;

struct example {
  std::string id;
  std::string address;
  std::string source;                                        ///< in words, where no address is known
  std::vector<std::pair<std::string, std::string>> printed;  ///< name and figure
};

std::string text_of(const json_node& object, std::string_view key) {
  const json_node* found = object.find(key);
  return std::string(found == nullptr ? "" : found->text);
}

std::vector<example> published_examples() {
  std::vector<error> errors;
  const std::string path = "tests/rules/published_examples.json";
  const auto tree = parse_json(std::make_shared<source_text>(path, golden::read(path)), errors);
  if (!tree) throw unusable(std::move(errors));
  std::vector<example> result;
  for (const json_node& one : tree->find("examples")->items) {
    example next{text_of(one, "id"), text_of(one, "address"), text_of(one, "source"), {}};
    const json_node& printed = *one.find("printed");
    for (std::size_t i = 0; i < printed.keys.size(); ++i) {
      const json_node& figure = printed.items[i];
      if (figure.kind == json_kind::text) next.printed.emplace_back(printed.keys[i].name, figure.text);
      for (const json_node& item : figure.items) next.printed.emplace_back(printed.keys[i].name, item.text);
    }
    result.push_back(std::move(next));
  }
  return result;
}

bool names(const expected_case& one, const std::string& id) {
  return std::find(one.published.begin(), one.published.end(), id) != one.published.end();
}

bool expects(const expected_case& one, const std::string& name, const std::string& figure) {
  const json_node* expected = one.expect.find(name);
  if (expected != nullptr && expected->kind == json_kind::object) expected = expected->find("amount");
  if (expected == nullptr) return false;
  const auto wanted = parse_decimal(figure);
  const auto found = parse_decimal(expected->text);
  if (!wanted || !found) return expected->text == figure;  // a day
  return rational(*wanted) == rational(*found);
}

/// What keeps an example from being proved; empty when nothing does.
std::string unproved(const example& wanted, const std::vector<expected_case>& cases) {
  std::string result;
  bool named = false;
  for (const auto& one : cases) {
    if (!names(one, wanted.id)) continue;
    named = true;
    std::vector<error> errors;
    run_case(shipped::book(), one, errors);
    result += shipped::text_of(errors);
  }
  if (!named) return wanted.id + ": no case names it\n";
  for (const auto& [name, figure] : wanted.printed) {
    const bool proved =
        std::any_of(cases.begin(), cases.end(), [&, name = name, figure = figure](const auto& one) {
          return names(one, wanted.id) && expects(one, name, figure);
        });
    if (!proved) result += wanted.id + ": no case expects " + name + " = " + figure + "\n";
  }
  return result;
}

TEST(published_examples, every_example_is_proved) {
  const auto examples = published_examples();
  EXPECT_EQ(examples.size(), 71U);
  for (const example& one : examples) {
    EXPECT_EQ(unproved(one, shipped::cases()), "");
    EXPECT_TRUE(one.address.starts_with("http") != !one.source.empty())
        << one.id << ": an address, or a source in words";
    EXPECT_FALSE(one.printed.empty()) << one.id;
  }
}

TEST(published_examples, no_case_names_an_unknown_example) {
  const auto examples = published_examples();
  for (const auto& one : shipped::cases())
    for (const auto& id : one.published)
      EXPECT_TRUE(std::any_of(examples.begin(), examples.end(), [&, id = id](const auto& known) {
        return known.id == id;
      })) << one.name;
}

TEST(published_examples, a_wrong_figure_and_a_missing_case_are_noticed) {
  EXPECT_EQ(unproved({"A1", "", "", {{"gmi_benefit", "338"}}}, shipped::cases()),
            "A1: no case expects gmi_benefit = 338\n");
  EXPECT_EQ(unproved({"A8", "", "", {{"housing_benefit", "268"}}}, shipped::cases()),
            "A8: no case expects housing_benefit = 268\n");
  EXPECT_EQ(unproved({"X9", "", "", {{"gmi_benefit", "337"}}}, shipped::cases()), "X9: no case names it\n");
  std::vector<expected_case> reduced;
  for (const auto& one : shipped::cases())
    if (!names(one, "E111")) reduced.push_back(one);
  EXPECT_EQ(unproved({"E111", "", "", {{"gmi_benefit", "37"}}}, reduced), "E111: no case names it\n");
}

}  // namespace
