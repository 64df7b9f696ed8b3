// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/bounds.hpp>
#include <slieksnis/decide/decide.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

constexpr date day{std::chrono::year{2025} / 6 / 15};

std::string bounds(const char* benefit, const facts& stated) {
  const rule_book& book = benefit_book::book();
  const auto found = bounds_for(book, stated, decide(book, day, benefit, stated));
  if (!found) return "none";
  return to_string(found->least) + ".." + (found->greatest ? to_string(*found->greatest) : "");
}

facts nothing() { return facts(benefit_book::book()); }

TEST(bounds, are_of_what_is_undetermined) {
  EXPECT_EQ(bounds("aid", nothing().set("members", 2)), "0..400");
  EXPECT_EQ(bounds("aid", nothing().set("members", 2).set("income", 100)), "none") << "granted";
  EXPECT_EQ(bounds("aid", nothing().set("members", 1).set("income", 300)), "none") << "refused";
  EXPECT_EQ(bounds("poor", nothing()), "none") << "no amount";
}

TEST(bounds, have_no_end_where_the_missing_facts_set_none) {
  EXPECT_EQ(bounds("aid", nothing()), "0..");
  EXPECT_EQ(bounds("third", nothing()), "0..");
}

TEST(bounds, begin_above_zero_where_it_is_sure_to_be_granted) {
  const facts costs_missing = nothing().set("yes", true).set("costs", 100);
  EXPECT_EQ(bounds("either", nothing().set("yes", true)), "0..");
  EXPECT_EQ(bounds("either", costs_missing), "none");
}

TEST(bounds, need_to_know_who_the_persons_are) { EXPECT_EQ(bounds("care", nothing()), "none"); }

}  // namespace
