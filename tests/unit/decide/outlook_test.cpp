// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/outlook.hpp>
#include <slieksnis/lv.hpp>

namespace {

using namespace slieksnis;

std::string holds(const char* benefit, const facts& stated, const char* on) {
  const auto found = holds_for(lv::law(), stated, decide(lv::law(), *parse_date(on), benefit, stated));
  return found ? to_string(found->from) + ".." + to_string(found->last_day()) : "none";
}

facts of_four(const char* income) {
  facts result(lv::law());
  result.set("members", 4).set("income", income);
  return result;
}

TEST(outlook, finds_the_days_of_the_same_answer) {
  EXPECT_EQ(holds("gmi_benefit", of_four("300"), "2022-05-01"), "2021-01-01..2023-06-30");
  EXPECT_EQ(holds("gmi_benefit", of_four("300"), "2021-01-01"), "2021-01-01..2023-06-30");
  EXPECT_EQ(holds("gmi_benefit", of_four("300"), "2023-06-30"), "2021-01-01..2023-06-30");
  EXPECT_EQ(holds("gmi_benefit", of_four("300"), "2026-05-01"), "2026-01-01..2026-12-31");
}

TEST(outlook, ends_when_a_person_grows_out_of_it) {
  facts stated(lv::law());
  stated.add_person();
  stated.set_person(0, "born", date{std::chrono::year{2024} / 2 / 10})
      .set_person(0, "care_form", "emergency_guardian");
  EXPECT_EQ(holds("emergency_guardian_upkeep", stated, "2025-01-15").substr(0, 10), "2024-02-10")
      << "not before the birth";
}

TEST(outlook, gives_each_outcome_its_own) {
  decision granted = decide(lv::law(), *parse_date("2022-05-01"), "gmi_benefit", of_four("300"));
  add_outlook(lv::law(), of_four("300"), granted);
  EXPECT_TRUE(granted.holds && granted.changes.empty() && !granted.bounds);
  decision refused = decide(lv::law(), *parse_date("2022-05-01"), "gmi_benefit", of_four("400"));
  add_outlook(lv::law(), of_four("400"), refused);
  EXPECT_TRUE(!refused.holds && !refused.changes.empty() && !refused.bounds);
  facts open(lv::law());
  open.set("members", 4);
  decision undetermined = decide(lv::law(), *parse_date("2022-05-01"), "gmi_benefit", open);
  add_outlook(lv::law(), open, undetermined);
  EXPECT_TRUE(!undetermined.holds && undetermined.changes.empty() && undetermined.bounds);
}

}  // namespace
