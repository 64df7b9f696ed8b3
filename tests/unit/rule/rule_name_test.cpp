// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/rule/rule_name.hpp>

namespace {

using namespace slieksnis;

TEST(rule_name, is_lower_case_ascii_with_underscores) {
  for (const char* good : {"a", "gmi_first", "gmi1", "a__b", "a_"}) EXPECT_TRUE(is_rule_name(good)) << good;
  for (const char* bad :
       {"", "A", "gmiFirst", "_a", "1a", "gmi-first", "gmi first", "mājoklis", "a.b", "a\n"})
    EXPECT_FALSE(is_rule_name(bad)) << bad;
}

TEST(rule_name, is_no_word_of_the_formula_language) {
  for (const char* word : {"and", "if", "true", "null", "between", "on", "persons", "previous", "item"})
    EXPECT_FALSE(is_rule_name(word)) << word;
  EXPECT_TRUE(is_rule_name("android"));
  EXPECT_TRUE(is_rule_name("person"));
}

}  // namespace
