// SPDX-License-Identifier: Apache-2.0
// The whole shape is checked against rules/schemas; here stand the values that scripts rely on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/json.hpp>

#include "../support/housing_answer.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;

std::string json_of(const housing_answer::decided& one) {
  return render_json(lv::law(), one.stated, one.given, {language::lv});
}

TEST(json, writes_amounts_as_text_with_a_point_in_every_language) {
  const std::string text = json_of(housing_answer::pensioner());
  EXPECT_THAT(text, HasSubstr("\"on\": \"2026-02-01\""));
  EXPECT_THAT(text, HasSubstr("\"id\": \"housing_benefit\""));
  EXPECT_THAT(text, HasSubstr("\"outcome\": \"granted\""));
  EXPECT_THAT(text, HasSubstr("\"amount\": \"267.50\""));
  EXPECT_THAT(text, HasSubstr("\"unit\": \"EUR/month\""));
}

TEST(json, names_what_is_needed_and_by_how_much_a_condition_fails) {
  EXPECT_THAT(json_of(housing_answer::make({.members = 4}, "gmi_benefit")),
              HasSubstr("\"needs\": [\n        \"income\"\n      ]"));
  EXPECT_THAT(json_of(housing_answer::make({.members = 4, .income = money::cents(40'000)}, "gmi_benefit",
                                           std::chrono::year{2022} / 5 / 1)),
              HasSubstr("\"by\": \"63.00\""));
}

TEST(json, is_the_same_bytes_each_time) {
  EXPECT_EQ(json_of(housing_answer::pensioner()), json_of(housing_answer::pensioner()));
}

}  // namespace
