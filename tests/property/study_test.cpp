// SPDX-License-Identifier: Apache-2.0
// Studies of random populations under the shipped rules and a reform: sums by group are those that the rows
// of `batch` give when they are added up one by one; they depend on neither order nor threads; and what
// changes nothing changes nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "random_study.hpp"

namespace {

using namespace slieksnis;
using namespace random_study;

// --- the oracle: each household alone, by `decide`, and sums of rational numbers
// ----------------------------

facts facts_of(const rule_book& book, const population& of, const household& one) {
  facts result(book);
  const auto headers = split(of.header);
  static const std::set<std::string> no_facts{"id", "region", "weight"};
  if (of.of_persons) result.state_persons();
  for (std::size_t row = 0; row < one.rows.size(); ++row) {
    const std::size_t person = of.of_persons ? result.add_person() : 0;
    const auto cells = split(one.rows[row]);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty() || no_facts.contains(headers[i])) continue;
      if (book.at(*book.find(headers[i])).of == entity::person)
        result.set_person(person, headers[i], cells[i]);
      else if (row == 0)
        result.set(headers[i], cells[i]);
    }
  }
  return result;
}

struct stand {
  outcome made = outcome::refused;
  rational amount;
  void join(const stand& one) {
    if (one.made == outcome::undetermined || made == outcome::refused)
      made = one.made == outcome::refused ? made : one.made;
    amount = amount + one.amount;
  }
};

/// One household in one scenario.
struct seen {
  std::vector<std::vector<stand>> measures;  ///< one stand, or one for each person
  std::optional<rational> income;
  std::optional<std::string> composition;
  outcome poor = outcome::undetermined;
  std::optional<rational> oldest;
};

seen look(const rule_book& book, const population& of, const household& one) {
  const facts stated = facts_of(book, of, one);
  const auto names = wanted_names(of);
  std::vector<std::string> all = names;
  for (const char* name : {"income", "composition", "poor_level"}) all.emplace_back(name);
  if (of.of_persons) all.emplace_back("age");
  const auto wanted = found(book, all);
  const plan planned = make_plan(book, on, wanted, shape_of(stated));
  const evaluation values(planned, stated);
  const auto place = [&](const std::string& name) -> const planned_value& {
    return planned.values()[*planned.value_of(*book.find(name))];
  };
  const auto number = [&](const std::string& name, std::size_t person) -> std::optional<rational> {
    const auto* known = values.at(place(name).result, person).as<rational>();
    return known == nullptr ? std::nullopt : std::optional(*known);
  };
  seen result;
  for (const std::string& name : names) {
    auto& stands = result.measures.emplace_back();
    const bool of_person = book.at(*book.find(name)).of == entity::person;
    for (std::size_t p = 0; p < (of_person ? one.rows.size() : 1); ++p) {
      const decision made = outcome_of(values, place(name), of_person ? std::optional(p) : std::nullopt);
      stands.push_back({made.outcome, made.amount.value_or(rational(0))});
    }
  }
  result.poor = result.measures[2][0].made;
  result.income = number("income", 0);
  if (const auto* text = values.at(place("composition").result, 0).as<std::string>())
    result.composition = *text;
  for (std::size_t p = 0; of.of_persons && p < one.rows.size(); ++p) {
    const auto age = number("age", p);
    if (!age) {
      result.oldest.reset();
      break;
    }
    result.oldest = p == 0 ? *age : std::max(*result.oldest, *age);
  }
  stand total;
  for (const auto& stands : result.measures)
    for (const stand& part : stands) total.join(part);
  // The status has no amount, and only benefits add up.
  total = {};
  for (std::size_t m = 0; m < names.size(); ++m)
    if (m != 2)
      for (const stand& part : result.measures[m]) total.join(part);
  result.measures.push_back({total});
  stand missing;
  const auto level = number("poor_level", 0);
  if (!level || !result.income || total.made == outcome::undetermined) {
    missing.made = outcome::undetermined;
  } else if (const rational gap = *level - *result.income - total.amount; gap.sign() > 0) {
    missing = {outcome::granted, gap};
  }
  result.measures.push_back({missing});
  return result;
}

void add(study_count& to, const rational& weight) {
  ++to.rows;
  to.weight = to.weight + weight;
}

void add(study_figures& to, const stand& before, const stand& now, const rational& weight, bool compares) {
  add(now.made == outcome::granted   ? to.granted
      : now.made == outcome::refused ? to.refused
                                     : to.undetermined,
      weight);
  to.amount = to.amount + now.amount * weight;
  if (!compares) return;
  if (before.made == outcome::undetermined || now.made == outcome::undetermined) {
    add(to.unknown, weight);
    return;
  }
  if (before.made != now.made) add(now.made == outcome::granted ? to.newly : to.no_longer, weight);
  const rational change = now.amount - before.amount;
  if (change.sign() > 0) {
    add(to.winners, weight);
    to.gain = to.gain + change * weight;
  } else if (change.sign() < 0) {
    add(to.losers, weight);
    to.loss = to.loss - change * weight;
  }
}

struct oracle {
  const population& of;
  std::vector<std::vector<seen>> by_household;  ///< and scenario

  oracle(const population& people, const std::vector<const rule_book*>& books) : of(people) {
    for (const household& one : people.households) {
      auto& row = by_household.emplace_back();
      for (const rule_book* book : books) row.push_back(look(*book, people, one));
    }
  }

  /// Of the households for which `belongs` says yes.
  template <typename Belongs>
  std::string group(const Belongs& belongs) const {
    study_group result;
    const std::size_t scenarios = by_household.front().size();
    const std::size_t measures = by_household.front().front().measures.size();
    result.figures.resize(scenarios * measures);
    for (std::size_t i = 0; i < of.households.size(); ++i) {
      if (!belongs(i)) continue;
      const rational& weight = of.households[i].weight;
      add(result.households, weight);
      for (std::size_t s = 0; s < scenarios; ++s)
        for (std::size_t m = 0; m < measures; ++m)
          for (std::size_t unit = 0; unit < by_household[i][s].measures[m].size(); ++unit)
            add(result.figures[s * measures + m], by_household[i][0].measures[m][unit],
                by_household[i][s].measures[m][unit], weight, s > 0);
    }
    return figures(result);
  }

  static std::string figures(const study_group& of) {
    std::string result = shown(of.households) + "\n";
    for (const study_figures& one : of.figures) result += shown(one);
    return result;
  }

  const seen& at(std::size_t household) const { return by_household[household][0]; }

  /// To which of `parts` a household belongs: by the weight of all with less.
  std::optional<std::size_t> part(std::size_t household, std::int64_t parts) const {
    if (!at(household).income) return std::nullopt;
    rational whole;
    rational below;
    for (std::size_t i = 0; i < of.households.size(); ++i) {
      if (!at(i).income) continue;
      whole = whole + of.households[i].weight;
      if (*at(i).income < *at(household).income) below = below + of.households[i].weight;
    }
    if (whole.sign() == 0) return 1;
    const auto place = (rational(parts) * below / whole).floor().as_integer();
    return static_cast<std::size_t>(std::min(*place, parts - 1)) + 1;
  }
};

const study_table& named(const study_result& of, std::size_t index) { return of.tables.at(index); }

void expect_as_each_alone(const population& people, const study_result& made, const oracle& truth) {
  EXPECT_EQ(oracle::figures(made.all), truth.group([](std::size_t) { return true; }));
  const auto each = [&](std::size_t index, const auto& belongs) {
    std::uint64_t households = 0;
    for (const study_group& group : named(made, index).groups) {
      SCOPED_TRACE(named(made, index).by.name + " " + group.value + " " + std::to_string(group.part));
      EXPECT_EQ(oracle::figures(group), truth.group([&](std::size_t i) { return belongs(group, i); }));
      households += group.households.rows;
    }
    EXPECT_EQ(households, people.households.size());
  };
  each(0, [&](const study_group& group, std::size_t i) {
    return people.households[i].region == group.value && group.unknown == group.value.empty();
  });
  each(1, [&](const study_group& group, std::size_t i) {
    return group.unknown ? !truth.at(i).composition : truth.at(i).composition == group.value;
  });
  each(2, [&](const study_group& group, std::size_t i) {
    const auto part = truth.part(i, 5);
    return group.unknown ? !part : part == group.part;
  });
  const auto in_class = [](const study_group& group, const std::optional<rational>& number) {
    if (group.unknown || !number) return group.unknown && !number;
    return (!group.from || *number >= *group.from) && (!group.to || *number < *group.to);
  };
  each(3, [&](const study_group& group, std::size_t i) { return in_class(group, truth.at(i).income); });
  each(4, [&](const study_group& group, std::size_t i) {
    return group.unknown ? truth.at(i).poor == outcome::undetermined
                         : name_of(truth.at(i).poor) == group.value;
  });
  if (people.of_persons)
    each(5, [&](const study_group& group, std::size_t i) { return in_class(group, truth.at(i).oldest); });
}

TEST(study, sums_are_those_of_each_household_alone) {
  std::uint64_t moved = 0;
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    SCOPED_TRACE(seed);
    dice draw(seed);
    const population people = any_population(draw, 1 + draw.below(60));
    const std::vector<const rule_book*> books{&shipped::book(), &raised()};
    const study_result made = run(asked(people, books), people);
    expect_as_each_alone(people, made, oracle(people, books));
    for (const study_figures& one : made.all.figures)
      moved += one.winners.rows + one.losers.rows + one.newly.rows;
  }
  EXPECT_GT(moved, 300U);
}

TEST(study, order_threads_and_portions_change_no_total) {
  for (std::uint64_t seed = 100; seed < 103; ++seed) {
    SCOPED_TRACE(seed);
    dice draw(seed);
    population people = any_population(draw, 6'000);  // several blocks of text
    study_options options = asked(people, {&shipped::book(), &raised()});
    const std::string one = shown(run(options, people));
    options.rows.threads = 3;
    EXPECT_EQ(shown(run(options, people)), one);
    EXPECT_EQ(shown(run(options, people, 4'099)), one);
    for (std::size_t i = people.households.size() - 1; i > 0; --i)
      std::swap(people.households[i], people.households[draw.below(i + 1)]);
    EXPECT_EQ(shown(run(options, people)), one);
    options.rows.threads = 1;
    EXPECT_EQ(shown(run(options, people)), one);
  }
}

bool is_zero(const study_count& one) { return one.rows == 0 && one.weight.sign() == 0; }

TEST(study, what_changes_nothing_changes_nothing) {
  const rule_book none = reformed({std::make_shared<source_text>(
      "none.json", R"({ "reform": "none", "title": { "lv": "t", "en": "t" } })")});
  const rule_book same = reformed({share_of("0.22")});  // what the law says from that day on
  for (std::uint64_t seed = 200; seed < 206; ++seed) {
    SCOPED_TRACE(seed);
    dice draw(seed);
    const population people = any_population(draw, 200);
    const study_result made = run(asked(people, {&shipped::book(), &none, &same}), people);
    std::vector<const study_group*> groups{&made.all};
    for (const study_table& table : made.tables)
      for (const study_group& group : table.groups) groups.push_back(&group);
    for (const study_group* group : groups)
      for (std::size_t m = 0; m < made.measures.size(); ++m)
        for (const std::size_t scenario : {1U, 2U}) {
          const study_figures& before = made.figures(*group, 0, m);
          const study_figures& now = made.figures(*group, scenario, m);
          EXPECT_EQ(shown(now.granted), shown(before.granted));
          EXPECT_EQ(to_string(now.amount), to_string(before.amount));
          EXPECT_TRUE(is_zero(now.newly) && is_zero(now.no_longer) && is_zero(now.winners) &&
                      is_zero(now.losers));
          EXPECT_TRUE(now.gain.sign() == 0 && now.loss.sign() == 0);
          EXPECT_EQ(shown(now.unknown), shown(before.undetermined));
        }
  }
}

TEST(study, the_way_back_is_the_way_there_mirrored) {
  for (std::uint64_t seed = 300; seed < 306; ++seed) {
    SCOPED_TRACE(seed);
    dice draw(seed);
    const population people = any_population(draw, 200);
    const study_result there = run(asked(people, {&shipped::book(), &raised(), &shipped::book()}), people);
    const study_result back = run(asked(people, {&raised(), &shipped::book()}), people);
    for (std::size_t m = 0; m < there.measures.size(); ++m) {
      const study_figures& up = there.figures(there.all, 1, m);
      const study_figures& down = back.figures(back.all, 1, m);
      EXPECT_EQ(to_string(up.gain), to_string(down.loss));
      EXPECT_EQ(to_string(up.loss), to_string(down.gain));
      EXPECT_EQ(shown(up.newly), shown(down.no_longer));
      EXPECT_EQ(shown(up.winners), shown(down.losers));
      const study_figures& returned = there.figures(there.all, 2, m);
      EXPECT_EQ(to_string(returned.amount), to_string(there.figures(there.all, 0, m).amount));
      EXPECT_TRUE(is_zero(returned.winners) && is_zero(returned.losers));
      // Who is undetermined on neither side accounts for the whole change.
      if (is_zero(up.unknown)) {
        EXPECT_EQ(to_string(up.gain - up.loss), to_string(up.amount - there.figures(there.all, 0, m).amount));
      }
    }
  }
}

TEST(study, columns_of_households_add_up_to_the_totals) {
  for (std::uint64_t seed = 400; seed < 412; ++seed) {
    SCOPED_TRACE(seed);
    dice draw(seed);
    const population people = any_population(draw, 300);
    study_options options = asked(people, {&shipped::book(), &raised()});
    options.rows.threads = 2;
    std::string text;
    const study_result made = run(options, people, 1U << 20U, &text);
    const auto rows = table(text);
    std::vector<std::string> names = wanted_names(people);
    for (const char* name : {"total_month", "shortfall"}) names.emplace_back(name);
    ASSERT_EQ(names.size(), made.measures.size());
    for (std::size_t m = 0; m < names.size(); ++m) {
      if (!made.measures[m].has_amount) continue;
      // A total or shortfall of which something is undetermined is an empty cell, though parts of it count.
      if (!is_zero(made.figures(made.all, 0, m).undetermined) && m + 2 >= names.size()) continue;
      SCOPED_TRACE(names[m]);
      rational before;
      rational after;
      rational gain;
      rational loss;
      for (const auto& row : rows) {
        const rational weight(*parse_decimal(row.at("weight")));
        const auto in = [&](const char* column) {
          const std::string& says = row.at(names[m] + column);
          return says.empty() ? rational(0) : rational(*parse_decimal(says)) * weight;
        };
        before = before + in("_before");
        after = after + in("_after");
        const rational change = in("_change");
        (change.sign() > 0 ? gain : loss) = change.sign() > 0 ? gain + change : loss - change;
      }
      EXPECT_EQ(to_string(before), to_string(made.figures(made.all, 0, m).amount));
      EXPECT_EQ(to_string(after), to_string(made.figures(made.all, 1, m).amount));
      EXPECT_EQ(to_string(gain), to_string(made.figures(made.all, 1, m).gain));
      EXPECT_EQ(to_string(loss), to_string(made.figures(made.all, 1, m).loss));
    }
  }
}

}  // namespace
