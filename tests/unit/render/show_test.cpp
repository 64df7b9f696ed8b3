// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/show.hpp>

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

std::string shown(const char* name, language lang, std::optional<date> on = {}) {
  return show_text(lv::law(), *lv::law().find(name), on, lang);
}

TEST(show, has_the_whole_history_of_a_threshold) {
  const std::string text = shown("gmi_first", language::en);
  EXPECT_THAT(text, HasSubstr("formula: max(previous, gmi_share * income_median)\n"));
  EXPECT_THAT(text, HasSubstr("The value over time\n"));
  EXPECT_THAT(text, HasSubstr("Sources\n"));
}

TEST(show, names_the_value_and_the_version_of_a_day) {
  const date on = *parse_date("2025-03-01");
  EXPECT_THAT(shown("gmi_first", language::lv, on), HasSubstr("\n01.03.2025: "));
  EXPECT_THAT(shown("gmi_first", language::lv), Not(HasSubstr("01.03.2025")));
}

TEST(show, has_tables_notes_and_assumptions) {
  EXPECT_THAT(shown("housing_coefficient_by_law", language::en),
              HasSubstr("table, one row fits: composition\n"));
  EXPECT_THAT(shown("all_households_with_children", language::lv), HasSubstr("ticamība: zema\n"));
  EXPECT_THAT(shown("property_within_limits", language::en), HasSubstr("unless stated, assumed: yes\n"));
}

/// Every name can be shown, in both languages and forms, with every source that its versions have.
TEST(show, works_for_every_name) {
  for (std::size_t id = 0; id < lv::law().definitions().size(); ++id) {
    const definition& of = lv::law().at(id);
    for (const language lang : {language::lv, language::en}) {
      const std::string text = show_text(lv::law(), id, {}, lang);
      EXPECT_THAT(text, HasSubstr(of.title.in(lang)));
      for (const version& rule : of.versions)
        for (const std::size_t source : rule.sources)
          EXPECT_THAT(text, HasSubstr(lv::law().sources()[source].address)) << of.name;
      EXPECT_THAT(show_json(lv::law(), id, {}, lang), HasSubstr("\"id\": \"" + of.name + "\""));
    }
  }
}

}  // namespace
