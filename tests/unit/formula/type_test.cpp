// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <slieksnis/formula/type.hpp>

namespace {

using namespace slieksnis;

TEST(type, of_a_number_carries_its_unit) {
  const type euro = type::number(*parse_unit("EUR/month"));
  EXPECT_TRUE(euro.is(type_kind::number));
  EXPECT_EQ(to_string(euro.measure), "EUR/month");
  EXPECT_FALSE(euro.bare);
  EXPECT_NE(described(euro).en.find("EUR/month"), std::string::npos);
  EXPECT_NE(described(euro).lv.find("EUR/month"), std::string::npos);
}

TEST(type, of_a_list_carries_its_element) {
  const type list = type::list_of(type::of(type_kind::boolean), true);
  EXPECT_TRUE(list.is(type_kind::list));
  EXPECT_TRUE(list.per_person);
  EXPECT_TRUE(list.element->is(type_kind::boolean));
  EXPECT_NE(described(list).en.find(described(type::of(type_kind::boolean)).en), std::string::npos);
}

TEST(type, with_listed_values_is_an_enumeration) {
  type text = type::of(type_kind::text);
  EXPECT_FALSE(text.is_enumeration());
  const words plain = described(text);
  text.values = std::make_shared<enumeration>(enumeration{{"a", {"a", "a"}}});
  EXPECT_TRUE(text.is_enumeration());
  EXPECT_NE(described(text), plain);
}

TEST(type, is_said_differently_for_every_kind_in_both_languages) {
  std::set<std::string> lv;
  std::set<std::string> en;
  for (const type_kind kind : {type_kind::number, type_kind::boolean, type_kind::text, type_kind::day,
                               type_kind::months_duration, type_kind::days_duration, type_kind::null,
                               type_kind::any, type_kind::list, type_kind::range, type_kind::person}) {
    const words said = described(type::of(kind));
    EXPECT_FALSE(said.lv.empty());
    EXPECT_FALSE(said.en.empty());
    lv.insert(said.lv);
    en.insert(said.en);
  }
  EXPECT_EQ(lv.size(), 11U);
  EXPECT_EQ(en.size(), 11U);
}

TEST(type, names_entities_as_rule_files_write_them) {
  EXPECT_EQ(name_of(entity::country), "country");
  EXPECT_EQ(name_of(entity::municipality), "municipality");
  EXPECT_EQ(name_of(entity::household), "household");
  EXPECT_EQ(name_of(entity::person), "person");
  for (const entity of : {entity::country, entity::municipality, entity::household, entity::person})
    EXPECT_NE(described(of).en.find(name_of(of)), std::string::npos);
}

}  // namespace
