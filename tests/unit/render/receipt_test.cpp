// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <slieksnis/render/json.hpp>
#include <slieksnis/render/receipt.hpp>

#include "../support/housing_answer.hpp"

namespace {

using namespace slieksnis;
using nlohmann::ordered_json;

TEST(receipt, holds_what_was_asked_of_which_facts_and_the_answer) {
  auto one = housing_answer::pensioner();
  one.given.made = {"slieksnis 1.0.0", "00ff", std::chrono::year{2026} / 7 / 1};
  const auto wanted = lv::law().find("housing_benefit");
  ASSERT_TRUE(wanted);
  const render_options options{language::lv};
  const std::string text = render_receipt(lv::law(), one.stated, one.given, {*wanted}, options);
  const auto receipt = ordered_json::parse(text);
  EXPECT_EQ(receipt.dump(2) + "\n", text) << "indented as one document";
  std::vector<std::string> names;
  for (const auto& [name, value] : receipt.items()) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{"receipt", "program", "rules", "calculated", "language",
                                             "wanted", "facts", "answer"}));
  EXPECT_EQ(receipt["program"], "slieksnis 1.0.0");
  EXPECT_EQ(receipt["calculated"], "2026-07-01");
  EXPECT_EQ(receipt["language"], "lv");
  EXPECT_EQ(receipt["wanted"], ordered_json::array({"housing_benefit"}));
  EXPECT_EQ(receipt["facts"]["on"], "2026-02-01");
  EXPECT_EQ(receipt["facts"]["household"]["income"], "500.00");
  EXPECT_EQ(receipt["answer"], ordered_json::parse(render_json(lv::law(), one.stated, one.given, options)));
}

}  // namespace
