// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/change_days.hpp>
#include <slieksnis/decide/day_course.hpp>

#include "../support/benefit_book.hpp"
#include "../support/evaluate.hpp"

namespace {

using namespace slieksnis;

constexpr std::string_view today = "2025-06-15";  // of `evaluate::formula` too

/// A household whose claim was on 15 January 2025, of a person born on 29 February 2008.
facts household() {
  facts result(benefit_book::book());
  result.set("first_claim", *parse_date("2025-01-15")).set("income", 100).set("yes", true);
  result.add_person();
  return result.set_person(0, "born", *parse_date("2008-02-29"));
}

std::string until(std::string_view text, const facts& stated) {
  struct formula parsed;
  parsed.source.text = std::string(text);
  std::vector<formula_problem> problems;
  parsed.tree = parse_formula(text, problems);
  const auto day =
      next_change(plan_formula(stated.book(), *parse_date(today), parsed, shape_of(stated), false), stated);
  return day ? to_string(*day) : "never";
}

TEST(day_course, ends_where_a_formula_of_the_day_may_change) {
  const facts stated = household();
  const std::string tomorrow = "2025-06-16";
  for (const auto& [text, day] : std::vector<std::pair<std::string, std::string>>{
           {"2 + 2", "never"},
           {"income / 3", "never"},
           {"first_claim", "never"},
           {"on", tomorrow},
           {"on < @\"2025-07-01\"", "2025-07-01"},
           {"on <= @\"2025-07-01\"", "2025-07-01"},  // a day early: it equals the day, then leaves it
           {"on = @\"2025-06-15\"", tomorrow},
           {"on >= @\"2025-06-14\"", "never"},
           {"@\"2025-06-14\" < on", "never"},
           {"first_claim + duration(\"P6M\") > on", "2025-07-15"},
           {"on < first_claim + duration(\"P200D\")", "2025-08-03"},
           {"on + duration(\"P10D\") >= @\"2025-07-01\"", "2025-06-21"},
           {"on - duration(\"P10D\") > on", "never"},
           {"first_claim > on - duration(\"P1Y\")", "2026-01-05"},  // ten days early
           {"age(first_claim, on)", "2026-01-15"},
           {"age(first_claim, on + duration(\"P10D\"))", "2026-01-05"},
           {"years and months duration(first_claim, on).months", "2025-07-15"},
           {"years and months duration(on, @\"2026-01-01\").months", tomorrow},
           {"on.year", "2026-01-01"},
           {"on.month = 6", "2025-07-01"},
           {"on.day", tomorrow},
           {"date(on.year, on.month, 1) + duration(\"P1M\")", "2025-07-01"},
           {"(on - first_claim).days", tomorrow},
           {"(on - on).days", "never"},
           {"if yes then first_claim else on", "never"},
           {"if not(yes) then first_claim else on", tomorrow},
           {"(if yes then on else first_claim) < @\"2026-03-01\"", "2026-03-01"},
           {"yes or on < @\"2025-07-01\"", "never"},
           {"not(yes) and on < @\"2025-07-01\"", "never"},
           {"on < @\"2025-07-01\" and on < @\"2025-08-01\"", "2025-07-01"},
           {"on < @\"2025-07-01\" or on < @\"2025-08-01\"", "2025-08-01"},
           {"max(on, first_claim)", tomorrow},
           {"min([1, 2, on.year])", "2026-01-01"},
           {"persons.age", "2026-02-28"},
           {"sum(persons[age < 18].age)", "2026-02-28"},
           {"some p in persons satisfies p.age < 18", "2026-02-28"},
           {"count(persons)", "never"},
           {"costs / 2", "never"},  // unknown, and it stays so
           {"if costs > rate * median then on.year else 1",
            "2026-01-01"},              // unknown, but not without the day
           {"rate * median", "never"},  // no version ends any more
       })
    EXPECT_EQ(until(text, stated), day) << text;
}

TEST(day_course, never_ends_after_the_value_has_changed) {
  const facts stated = household();
  for (const std::string_view text :
       {"on < @\"2025-07-01\"", "on <= @\"2025-07-01\"", "first_claim > on - duration(\"P1Y\")",
        "on + duration(\"P1M\") >= @\"2025-10-31\"", "on - duration(\"P7M\") > first_claim",
        "age(first_claim, on)", "years and months duration(first_claim, on).months",
        "sum(persons[age < 18].age)", "on.month in (4, 6, 9, 11)", "date(on.year, on.month, 1)",
        "not(on < @\"2025-07-01\") and age(first_claim, on) >= 1"}) {
    struct formula parsed;
    parsed.source.text = std::string(text);
    std::vector<formula_problem> problems;
    parsed.tree = parse_formula(text, problems);
    ASSERT_TRUE(problems.empty()) << text;
    std::optional<date> next;
    std::string before;
    for (date day = *parse_date(today); day < *parse_date("2027-06-15"); day += std::chrono::days{1}) {
      const std::string now = evaluate::formula(stated, text, false, to_string(day));
      if (before.empty() || (next && day >= *next))
        next = next_change(plan_formula(stated.book(), day, parsed, shape_of(stated), false), stated);
      else
        ASSERT_EQ(now, before) << text << " on " << to_string(day);
      before = now;
    }
  }
}

}  // namespace
