// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <slieksnis/table/decide_table.hpp>

#include "../support/benefit_book.hpp"
#include "../support/codes.hpp"
#include "../support/table_book.hpp"
#include "tables.hpp"

namespace {

using namespace slieksnis;
using tables::owned_table;
using ::testing::ElementsAre;

const rule_book& book() { return benefit_book::book(); }
const date on = *parse_date("2023-06-15");  // level 100, rate * median 120.10

std::vector<std::size_t> ids(std::initializer_list<const char*> names) {
  std::vector<std::size_t> result;
  for (const char* name : names) result.push_back(*book().find(name));
  return result;
}

std::vector<std::string> column(const table_decisions& all, std::size_t place) {
  std::vector<std::string> result;
  for (std::size_t row = 0; row < all.columns[place].outcomes.size(); ++row)
    result.push_back(tables::shown(all, place, row));
  return result;
}

/// Five households whose `aid` is granted, refused for two reasons, and open for two facts.
void state_five(owned_table& made) {
  made.numbers("income", {10'050, 99'999, 50'000, {}, 1'000}, 2)
      .numbers("members", {1, 2, 1, 3, {}}, 0)
      .truths("within_limits", {1, 1, 0, 1, 1});
  made.table.shared().set("level", "200");
}

TEST(decide_table, gives_outcome_amount_and_reason_of_every_household) {
  owned_table made(book(), 5);
  state_five(made);
  const table_decisions all = decide_table(made.table, on, ids({"aid", "poor", "third"}));
  ASSERT_EQ(all.columns.size(), 3U);
  EXPECT_THAT(column(all, 0), ElementsAre("granted 99.5", "refused poor", "refused poor",
                                          "undetermined income", "undetermined members"));
  EXPECT_THAT(column(all, 1), ElementsAre("granted", "refused income <= 2 * level", "refused within_limits",
                                          "undetermined income", "granted"));
  EXPECT_THAT(column(all, 2), ElementsAre("granted 33.5", "granted 333.33", "granted 166.67",
                                          "undetermined income", "granted 3.33"));
  EXPECT_EQ(all.columns[0].definition, *book().find("aid"));
  EXPECT_EQ(all.columns[0].decimals, 2);
  EXPECT_EQ(all.columns[0].amounts.size(), 5U);
  EXPECT_EQ(all.columns[0].amounts[0], 9'950);
  EXPECT_FALSE(all.columns[0].of_persons);
  EXPECT_TRUE(all.columns[1].amounts.empty()) << "a status has none";
  EXPECT_EQ(all.households_read_exactly, 0U);
  EXPECT_THAT(all.blocks, ElementsAre(1, 0, 0));
}

TEST(decide_table, gives_persons_their_own_decisions) {
  owned_table made(book(), 3);
  made.persons({0, 2, 2, 3})
      .days("born", {"1970-01-01", "2015-01-01", {}})
      .numbers("wage", {5'050, {}, 100}, 2);
  made.table.shared().set("level", "200");
  const table_decisions all = decide_table(made.table, on, ids({"care"}));
  EXPECT_TRUE(all.columns[0].of_persons);
  EXPECT_THAT(column(all, 0), ElementsAre("granted 149.5", "refused age >= grown", "undetermined age"));
}

TEST(decide_table, gives_the_same_for_any_threads_and_blocks) {
  constexpr std::size_t households = 700;
  owned_table made(book(), households);
  tables::cells<std::int64_t> income;
  tables::cells<std::int64_t> divisor;
  for (std::size_t i = 0; i < households; ++i) {
    income.push_back(static_cast<std::int64_t>(i * i * 7 % 50'000));
    divisor.push_back(i % 5 == 0 ? std::nullopt
                                 : std::optional<std::int64_t>(static_cast<std::int64_t>(i % 7)));
  }
  made.numbers("income", income, 2).numbers("divisor", divisor, 0);
  const auto wanted = ids({"third", "divided"});
  const table_decisions one = decide_table(made.table, on, wanted);
  for (const unsigned threads : {1U, 2U, 3U, 1000U})
    for (const std::size_t block : {std::size_t{0}, std::size_t{1}, std::size_t{63}, std::size_t{64},
                                    std::size_t{699}, std::size_t{100'000}}) {
      const table_decisions other =
          decide_table(made.table, on, wanted, {.threads = threads, .block = block});
      EXPECT_EQ(other.reasons, one.reasons);
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_EQ(other.columns[i].outcomes, one.columns[i].outcomes);
        EXPECT_EQ(other.columns[i].amounts, one.columns[i].amounts);
        EXPECT_EQ(other.columns[i].reasons, one.columns[i].reasons);
        EXPECT_EQ(other.columns[i].other_amounts, one.columns[i].other_amounts);
      }
    }
  EXPECT_EQ(tables::difference(one, made.table, on, wanted, tables::households_of(made.table)), "");
}

TEST(decide_table, counts_which_lanes_were_wide_enough) {
  owned_table made(book(), 4);
  made.numbers("income", {1, 1'000'000'000, 1'000'000'000'000'000'000, 2}, 2);
  const auto wanted = ids({"third"});
  const table_decisions one_each = decide_table(made.table, on, wanted, {.block = 1});
  EXPECT_EQ(one_each.blocks[0], 3U);
  EXPECT_EQ(one_each.blocks[1], 1U);
  EXPECT_EQ(one_each.blocks[2], 0U);
  EXPECT_THAT(column(one_each, 0),
              ElementsAre("granted 0", "granted 3333333.33", "granted 3333333333333333.33", "granted 0.01"));
  for (const lane_width least : {lane_width::bits_64, lane_width::bits_128, lane_width::exact}) {
    const table_decisions wider = decide_table(made.table, on, wanted, {.least = least});
    EXPECT_EQ(wider.columns[0].amounts, one_each.columns[0].amounts);
    EXPECT_EQ(wider.households_read_exactly, least == lane_width::exact ? 4U : 0U);
  }
}

TEST(decide_table, reads_exactly_what_columns_do_not_hold) {
  owned_table made(book(), 3);
  made.numbers("income", {10'000, 10'000, 1}, 2).numbers("divisor", {3, 0, 7}, 0);
  const table_decisions all = decide_table(made.table, on, ids({"divided", "third"}));
  EXPECT_THAT(column(all, 0), ElementsAre("granted 33.33", "undetermined", "granted 0"));
  EXPECT_THAT(column(all, 1), ElementsAre("granted 33.33", "granted 33.33", "granted 0"));
  EXPECT_EQ(all.households_read_exactly, 3U);
}

TEST(decide_table, keeps_amounts_that_64_bits_do_not_hold) {
  const std::int64_t much = std::numeric_limits<std::int64_t>::max();
  const rule_book& sum = table_book::book({.amount = "income + income"});
  const std::vector<std::size_t> wanted{*sum.find("aid")};
  owned_table made(sum, 3);
  made.numbers("income", {much, 1, -much}, 2);
  const table_decisions all = decide_table(made.table, on, wanted);
  EXPECT_EQ(tables::difference(all, made.table, on, wanted, tables::households_of(made.table)), "");
  EXPECT_EQ(all.columns[0].amount(0), rational(much, 50));
  EXPECT_EQ(all.columns[0].amount(1), rational(2, 100));
  EXPECT_EQ(all.columns[0].amounts, (std::vector<std::int64_t>{0, 2, 0}));
  EXPECT_EQ(all.columns[0].other_amounts.size(), 2U);
}

TEST(decide_table, keeps_stated_amounts_of_more_decimals) {
  owned_table made(book(), 3);
  made.numbers("income", {1'000, 1'000, 1'000}, 2).numbers("third", {123'456, {}, 0}, 4);
  const auto wanted = ids({"third"});
  const table_decisions all = decide_table(made.table, on, wanted);
  EXPECT_THAT(column(all, 0), ElementsAre("granted 12.3456", "granted 3.33", "refused"));
}

TEST(decide_table, keeps_what_rows_state_about_a_status) {
  owned_table made(book(), 4);
  made.numbers("income", {1'000, 99'999, 1'000, 99'999}, 2).truths("poor", {0, 1, {}, {}});
  made.table.shared().set("level", "200").set("members", 1);
  const auto wanted = ids({"poor", "aid"});
  const table_decisions all = decide_table(made.table, on, wanted);
  EXPECT_THAT(column(all, 0), ElementsAre("refused", "granted", "granted", "refused income <= 2 * level"));
  EXPECT_THAT(column(all, 1),
              ElementsAre("refused poor", "refused income < need_level", "granted 190", "refused poor"));
  EXPECT_EQ(tables::difference(all, made.table, on, wanted, tables::households_of(made.table)), "");
}

TEST(decide_table, takes_overrides_for_all_rows) {
  owned_table made(book(), 2);
  made.numbers("income", {10'000, 20'000}, 2).numbers("members", {1, 1}, 0);
  made.table.shared().give("income", "50").give("level", "120");
  EXPECT_THAT(column(decide_table(made.table, on, ids({"aid"})), 0), ElementsAre("granted 70", "granted 70"));
}

TEST(decide_table, of_no_households_has_no_rows) {
  owned_table made(book(), 0);
  made.numbers("income", {}, 2);
  const table_decisions all = decide_table(made.table, on, ids({"third"}), {.threads = 4});
  EXPECT_TRUE(all.columns[0].outcomes.empty());
  EXPECT_THAT(all.blocks, ElementsAre(0, 0, 0));
}

TEST(decide_table, of_columns_without_a_stated_cell_is_open) {
  const std::vector<std::uint8_t> codes(70, 0);
  const std::vector<std::uint64_t> nothing{0, 0};
  const rule_book& by_group = table_book::book({.entitled_if = R"(group = \"a\")"});
  fact_table table(by_group, 70);
  table.choices("group", codes, {}, nothing);
  const table_decisions all = decide_table(table, on, {*by_group.find("aid")});
  for (std::size_t row = 0; row < 70; ++row) EXPECT_EQ(tables::shown(all, 0, row), "undetermined group");
}

TEST(decide_table, refuses_a_day_without_a_version) {
  owned_table made(book(), 1);
  made.numbers("income", {1}, 2);
  EXPECT_NE(codes_thrown_by([&] {
              static_cast<void>(decide_table(made.table, *parse_date("2019-12-31"), ids({"third"})));
            }),
            "");
}

TEST(decide_table, knows_the_shape_of_a_table) {
  owned_table made(book(), 2);
  made.persons({0, 1, 2})
      .numbers("income", {1, 2}, 2)
      .numbers("members", {1, 2}, 0)
      .numbers("adults", {1, {}}, 0)
      .numbers("pay", {1, {}}, 2);
  made.table.shared().set("level", "200").give("rate", "0.5");
  const case_shape shape = shape_of(made.table);
  EXPECT_THAT(shape.common, ElementsAre(*book().find("level"), *book().find("members")));
  EXPECT_THAT(shape.sometimes, ElementsAre(*book().find("adults")));
  EXPECT_THAT(shape.of_persons, ElementsAre(*book().find("pay")));
  EXPECT_THAT(shape.overridden, ElementsAre(*book().find("rate")));
}

TEST(table_decider, decides_table_after_table) {
  owned_table like(book(), 5);
  state_five(like);
  const table_decider decider(like.table, on, ids({"aid", "third"}));
  table_decisions into;
  table_workspace workspace;
  for (const std::int64_t income : {100, 50'000, 30'000}) {
    owned_table next(book(), 3);
    next.numbers("income", {income, {}, income + 1}, 2)
        .numbers("members", {1, 1, 1}, 0)
        .truths("within_limits", {1, 1, 0});
    next.table.shared().set("level", "200");
    decider.decide(next.table, into, workspace);
    EXPECT_EQ(
        tables::difference(into, next.table, on, ids({"aid", "third"}), tables::households_of(next.table)),
        "");
  }
}

TEST(table_decider, refuses_a_table_of_other_columns) {
  owned_table like(book(), 5);
  state_five(like);
  const table_decider decider(like.table, on, ids({"aid"}));
  const auto refusal = [&](auto change) {
    owned_table other(book(), 1);
    change(other);
    table_decisions into;
    table_workspace workspace;
    return codes_thrown_by([&] { decider.decide(other.table, into, workspace); }) != "";
  };
  const auto as_before = [](owned_table& t) {
    t.numbers("income", {1}, 2).numbers("members", {1}, 0).truths("within_limits", {1});
    t.table.shared().set("level", "200");
  };
  EXPECT_FALSE(refusal(as_before));
  EXPECT_TRUE(refusal([](owned_table&) {}));
  EXPECT_TRUE(refusal([&](owned_table& t) {
    as_before(t);
    t.numbers("costs", {1}, 2);
  }));
  EXPECT_TRUE(refusal([&](owned_table& t) {
    t.persons({0, 1});
    as_before(t);
  }));
  EXPECT_TRUE(refusal([&](owned_table& t) {
    as_before(t);
    t.table.shared().give("level", "3");
  }));
  EXPECT_TRUE(refusal([](owned_table& t) {
    t.numbers("income", {1}, 3).numbers("members", {1}, 0).truths("within_limits", {1});
    t.table.shared().set("level", "200");
  }));
  EXPECT_TRUE(refusal([](owned_table& t) {
    t.numbers("income", {1}, 2).numbers("members", {1}, 0).truths("within_limits", {{}});
    t.table.shared().set("level", "200");
  })) << "everywhere stated before";
}

}  // namespace
