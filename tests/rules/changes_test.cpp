// SPDX-License-Identifier: Apache-2.0
// Every change that a refusal names is made and decided again: it must be granted with the amount that was
// named, and one step nearer to the case as it is it must be refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <slieksnis/decide/changes.hpp>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/facts/load_facts.hpp>
#include <sstream>
#include <string>

#include "shipped_rules.hpp"

namespace {

using namespace slieksnis;

decision decided_again(const rule_book& book, const facts& stated, date on, const decision& like) {
  const plan planned = make_plan(book, on, std::vector<std::size_t>{like.benefit}, shape_of(stated));
  const auto all = decide(planned, stated, {like.benefit});
  return all[like.person.value_or(0)];
}

/// States another value in place of the one that is stated.
void state(facts& target, const possible_change& change, value what) {
  if (target.overrides().contains(change.definition))
    target.put_override(change.definition, {std::move(what), {}});
  else if (change.person)
    target.put_person(*change.person, change.definition, {std::move(what), {}});
  else
    target.put(change.definition, {std::move(what), {}});
}

/// What is stated or computed now.
rational number_now(const facts& stated, const decision& refused, const possible_change& change) {
  const plan planned =
      make_plan(stated.book(), refused.on, std::vector<std::size_t>{refused.benefit}, shape_of(stated));
  const evaluation values(planned, stated);
  const step_id id = planned.values()[*planned.value_of(change.definition)].result;
  return *values.at(id, change.person.value_or(0)).as<rational>();
}

/// The case with the change, put together without the library's own help.
facts with(const facts& stated, const possible_change& change, const person_kind* kind, std::size_t more) {
  facts result = stated;
  switch (change.kind) {
    case change_kind::number:
    case change_kind::choice:
      state(result, change, change.to);
      break;
    case change_kind::persons:
      for (std::size_t i = 0; i < more && kind != nullptr; ++i) {
        const std::size_t person = result.add_person();
        for (const auto& [name, text] : kind->sets) result.set_person(person, name, text);
        if (kind->takes != "count")
          result.set_person(person, kind->takes,
                            to_string(*stated.book().at(*stated.book().find(kind->takes)).minimum));
      }
      for (const std::size_t id : change.counts)
        result.put(
            id, {std::get<rational>(stated.common().at(id).what) + rational(static_cast<std::int64_t>(more)),
                 {}});
      break;
    case change_kind::later_day:
    case change_kind::earlier_day:
      break;
  }
  return result;
}

/// Counts the changes that hold, by their kind.
class checker {
 public:
  std::map<change_kind, std::size_t> counted;

  void check(const facts& stated, const decision& refused) {
    const rule_book& book = stated.book();
    SCOPED_TRACE(book.at(refused.benefit).name + " on " + to_string(refused.on));
    for (const possible_change& change : changes_for(book, stated, refused)) {
      SCOPED_TRACE("kind " + std::to_string(static_cast<int>(change.kind)) +
                   (change.kind == change_kind::number || change.kind == change_kind::choice
                        ? " " + book.at(change.definition).name + " " + to_string(change.to)
                        : ""));
      ++counted[change.kind];
      expect_granted(refused, with(stated, change, nullptr, 0), change);
      check_own_words(stated, change);
      switch (change.kind) {
        case change_kind::number:
          check_number(stated, refused, change);
          break;
        case change_kind::persons:
          check_persons(stated, refused, change);
          break;
        case change_kind::later_day:
          EXPECT_GT(change.on, refused.on);
          expect_refused(refused, stated, change.on - std::chrono::days{1});
          break;
        case change_kind::earlier_day:
          EXPECT_LT(change.on, refused.on);
          expect_refused(refused, stated, change.on + std::chrono::days{1});
          break;
        case change_kind::choice:
          break;
      }
    }
  }

 private:
  static void expect_granted(const decision& refused, const facts& moved, const possible_change& change) {
    if (change.kind == change_kind::persons) return;  // for each kind below
    const decision then = decided_again(moved.book(), moved, change.on, refused);
    EXPECT_EQ(then.outcome, outcome::granted);
    EXPECT_EQ(then.amount, change.amount);
  }
  static void expect_refused(const decision& refused, const facts& moved, date on) {
    EXPECT_EQ(decided_again(moved.book(), moved, on, refused).outcome, outcome::refused);
  }

  /// `changed` makes the same case.
  static void check_own_words(const facts& stated, const possible_change& change) {
    const facts theirs = changed(stated, change);
    const facts ours =
        with(stated, change, change.kinds.empty() ? nullptr : change.kinds.front(), change.more);
    EXPECT_EQ(shape_of(theirs), shape_of(ours));
    EXPECT_EQ(theirs.persons() ? theirs.persons()->size() : 0, ours.persons() ? ours.persons()->size() : 0);
  }

  static void check_number(const facts& stated, const decision& refused, const possible_change& change) {
    const definition& of = stated.book().at(change.definition);
    EXPECT_FALSE(of.fixed || of.gate);
    const rational now = number_now(stated, refused, change);
    const rational& to = std::get<rational>(change.to);
    EXPECT_EQ(change.rises, now < to);
    std::vector<error> errors;
    EXPECT_TRUE(fits_domain(of, change.to, {}, errors)) << shipped::text_of(errors);
    const rational step = rational::power(rational(10), -of.decimals);
    rational nearer = change.rises ? to - step : to + step;
    if (change.rises ? nearer < now : now < nearer) nearer = now;
    facts moved = stated;
    state(moved, change, nearer);
    expect_refused(refused, moved, refused.on);
  }

  static void check_persons(const facts& stated, const decision& refused, const possible_change& change) {
    ASSERT_GE(change.more, 1U);
    std::vector<const person_kind*> kinds = change.kinds;
    if (kinds.empty()) kinds.push_back(nullptr);
    for (const person_kind* kind : kinds) {
      const facts moved = with(stated, change, kind, change.more);
      const decision then = decided_again(stated.book(), moved, refused.on, refused);
      EXPECT_EQ(then.outcome, outcome::granted);
      EXPECT_EQ(then.amount, change.amount);
      if (change.more == 1) continue;
      const facts fewer = with(stated, change, kind, change.more - 1);
      EXPECT_NE(decided_again(stated.book(), fewer, refused.on, refused).outcome, outcome::granted);
    }
  }
};

TEST(rules_changes, each_change_of_each_refused_case_holds) {
  const rule_book& book = shipped::book();
  checker all;
  std::size_t refusals = 0;
  for (const expected_case& one : shipped::cases()) {
    SCOPED_TRACE(one.name);
    for (const json_key& key : one.expect.keys) {
      const auto id = book.find_spoken(key.name);
      if (!id) continue;
      const definition& of = book.at(*id);
      if (of.kind != definition_kind::benefit && of.kind != definition_kind::status) continue;
      const plan planned = make_plan(book, one.on, std::vector<std::size_t>{*id}, shape_of(one.stated));
      for (const decision& decided : decide(planned, one.stated, {*id})) {
        if (decided.outcome != outcome::refused) continue;
        ++refusals;
        all.check(one.stated, decided);
      }
    }
    if (testing::Test::HasFailure()) break;  // the first one tells enough
  }
  std::size_t changes = 0;
  for (const auto& [kind, count] : all.counted) {
    changes += count;
    RecordProperty("changes_of_kind_" + std::to_string(static_cast<int>(kind)), static_cast<int>(count));
  }
  RecordProperty("refusals", static_cast<int>(refusals));
  EXPECT_GT(refusals, 3000U);
  EXPECT_GT(changes, 1000U);
  for (const change_kind kind : {change_kind::number, change_kind::choice, change_kind::persons,
                                 change_kind::later_day, change_kind::earlier_day})
    EXPECT_GT(all.counted[kind], 50U) << static_cast<int>(kind);
}

TEST(rules_changes, each_change_of_each_family_holds) {
  const rule_book& book = shipped::book();
  checker all;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SLIEKSNIS_SOURCE_DIR) + "/examples/cases")) {
    if (entry.path().extension() != ".json") continue;
    SCOPED_TRACE(entry.path().filename().string());
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    const case_file family = load_facts(book, std::make_shared<source_text>("family", text.str()));
    std::vector<std::size_t> wanted;
    for (std::size_t id = 0; id < book.definitions().size(); ++id) {
      const definition& of = book.at(id);
      const bool decides = of.kind == definition_kind::benefit || of.kind == definition_kind::status;
      if (decides && of.of != entity::municipality &&
          (of.by_definition || of.in_force(*family.on) != nullptr))
        wanted.push_back(id);
    }
    const plan planned = make_plan(book, *family.on, wanted, shape_of(family.stated));
    for (const decision& decided : decide(planned, family.stated, wanted))
      if (decided.outcome == outcome::refused) all.check(family.stated, decided);
  }
  std::size_t changes = 0;
  for (const auto& [kind, count] : all.counted) changes += count;
  RecordProperty("changes", static_cast<int>(changes));
  EXPECT_GT(changes, 50U);
}

}  // namespace
