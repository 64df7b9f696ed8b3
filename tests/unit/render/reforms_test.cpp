// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/render/reforms.hpp>

#include "../support/reform_text.hpp"

namespace {

using namespace slieksnis;
using reform_text::change;
using rule_text::section;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const rule_book& law() { return benefit_book::book(); }
const date may_2024 = *parse_date("2024-05-01");

/// Two figures, one of which `plain_level` reads, and a formula.
rule_book reformed() {
  return reform_text::book({reform_text::file(
      "r",
      {section("parameters", {change("rate", "2024-03-01", R"("to": "2024-09-01", "value": "0.30")"),
                              change("grown", "2025-01-01", R"("value": "16")")}),
       section("variables", {change("plain_level", "2024-05-01", R"("formula": "2 * rate * median")")})})});
}

std::vector<reform_change> changes_on(const rule_book& book, date on) {
  const plan planned = make_plan(book, on, std::vector<std::string_view>{"plain_level"});
  return reform_changes(law(), book, {&planned});
}

TEST(reforms, are_announced_one_by_one) {
  EXPECT_THAT(reform_notices(law(), language::en), IsEmpty());
  EXPECT_THAT(reform_notices(reformed(), language::en),
              ElementsAre("Assumption: the reform “t”; this is not the law in force"));
  EXPECT_THAT(reform_notices(reformed(), language::lv),
              ElementsAre("Pieņēmums: reforma „t”; tas nav spēkā esošais likums"));
}

TEST(reforms, tell_old_and_new_values_and_whether_they_count) {
  const rule_book book = reformed();
  EXPECT_THAT(
      reform_lines(book, changes_on(book, may_2024), may_2024, language::en),
      ElementsAre("rate (rate): 0.2 → 0.3, 2024-03-01 to 2024-08-31; used",
                  "grown (grown): 18 years → 16 years, 2025-01-01 to 2029-12-31; not used: it is about "
                  "other days",
                  "plain_level (plain_level): rate × median → 2 × rate × median, 2024-05-01 to "
                  "2029-12-31; used"));
  EXPECT_THAT(
      reform_lines(book, changes_on(book, may_2024), {}, language::lv),
      ElementsAre("rate (rate_lv): 0,2 → 0,3, 01.03.2024–31.08.2024; izmantots",
                  "grown (grown_lv): 18 gadi → 16 gadi, 01.01.2025–31.12.2029; nav izmantots: prasītais "
                  "no tā nav atkarīgs",
                  "plain_level (plain_level_lv): rate lv × median lv → 2 × rate lv × median lv, "
                  "01.05.2024–31.12.2029; izmantots"));
}

TEST(reforms, join_days_on_which_the_same_takes_the_place_of_the_same) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("statuses", {change("poor", "2024-03-01", R"("entitled_if": "yes")")}),
            section("parameters", {change("median", "2021-07-01", R"("value": "900")")})})});
  EXPECT_THAT(reform_lines(book, reform_changes(law(), book, {}), {}, language::en), testing::SizeIs(6))
      << "each median of the law by itself, and the status";
  EXPECT_EQ(version_in_words(book, book.at(*book.find("poor")), &book.at(*book.find("poor")).versions.back(),
                             language::lv),
            "pienākas, ja yes lv");
}

TEST(reforms, that_do_nothing_say_why) {
  const rule_book book = reformed();
  const auto changes = changes_on(book, may_2024);
  const auto idle = unread(changes);
  ASSERT_EQ(idle.size(), 1U);
  EXPECT_EQ(
      unread_warning(book, changes, idle[0], may_2024).en,
      "warning: of the reform “t”, the change of grown (grown) is not used here: it is about 2025-01-01 to "
      "2029-12-31, not about 2024-05-01");
  EXPECT_EQ(
      unread_warning(book, changes, idle[0], {}).lv,
      "brīdinājums: reformas „t” izmaiņa „grown (grown_lv)” šeit nav izmantota: nekas no prasītā no tās nav "
      "atkarīgs");
  EXPECT_EQ(unread_complaint(book, changes, idle[0], may_2024).found.lv,
            "grown (grown_lv) tikai 01.01.2025–31.12.2029, ne 01.05.2024");
  EXPECT_EQ(unread_complaint(book, changes, idle[0], {}).hint.en,
            "ask for a benefit that depends on it, or take it out of the reform");
}

TEST(reforms, of_tables_and_of_nothing_are_told_in_words) {
  const definition& by_group = law().at(*law().find("by_group"));
  EXPECT_EQ(version_in_words(law(), by_group, &by_group.versions.front(), language::en), "a table, 3 rows");
  EXPECT_EQ(version_in_words(law(), by_group, &by_group.versions.front(), language::lv), "tabula, 3 rindas");
  EXPECT_EQ(version_in_words(law(), by_group, nullptr, language::lv), "nav");
}

}  // namespace
