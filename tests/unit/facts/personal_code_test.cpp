// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/facts/facts.hpp>
#include <slieksnis/facts/personal_code.hpp>

#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

TEST(personal_code, is_found_however_it_is_written) {
  for (const char* text : {"010180-12345", "311299-10000", "320001-12345", "32999912345", "01018012345",
                           "PK010180-12345", "p.k.010180-12345.", "010180–12345", "010180 - 12345",
                           "Anna (010180-12345)", "ā010180-12345", "\"01018012345\"", "01018012345,"}) {
    EXPECT_EQ(personal_codes_in(text).size(), 1U) << text;
  }
}

TEST(personal_code, is_found_where_it_stands) {
  const std::string_view text = "māte 010180-12345, tēvs 32345612345";
  const auto found = personal_codes_in(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "010180-12345");
  EXPECT_EQ(text.substr(found[1].begin, found[1].end - found[1].begin), "32345612345");
}

TEST(personal_code, is_not_seen_in_amounts_dates_and_other_numbers) {
  for (const char* text : {"500.50",
                           "1 234 567,89",
                           "010180-1234",
                           "010180-123456",
                           "01.02.2026",
                           "2026-02-01",
                           "01.02.2026-12345",
                           "29123456",
                           "+371 29123456",
                           "37129123456",
                           "LV-1010",
                           "LV80BANK0000435195001",
                           "40003123456",
                           "001080-12345",
                           "321380",
                           "451280-12345",
                           "011380-12345",
                           "330001-12345",
                           "1234567890123",
                           "01018012345.50",
                           "0.01018012345",
                           "a01018012345b",
                           "0b1905ab19268eb74aa33906bd5a56d48610cacb75b0ae8f",
                           "",
                           "-",
                           "010180-",
                           "010180"}) {
    EXPECT_TRUE(personal_codes_in(text).empty()) << text;
  }
}

TEST(personal_code, is_hidden_without_moving_anything) {
  EXPECT_EQ(without_personal_codes("māte 010180-12345, tēvs 32345612345, 500.50"),
            "māte ******-*****, tēvs ***********, 500.50");
  EXPECT_EQ(without_personal_codes("vecmāmiņa"), "vecmāmiņa");
}

TEST(personal_code, is_never_kept_in_a_label_or_a_text) {
  facts stated(household_book::book());
  stated.add_person();
  stated.set_label(0, "Anna 010180-12345");
  EXPECT_EQ(stated.label(0), "Anna ******-*****");
  stated.set("note", "pk 010180-12345");
  EXPECT_EQ(to_string(stated.common().begin()->second.what), "pk ******-*****");
  stated.give("note", "010180-12345");
  EXPECT_EQ(to_string(stated.overrides().begin()->second.what), "******-*****");
}

}  // namespace
