// SPDX-License-Identifier: Apache-2.0
// Made-up populations: the same for the same seed, as the table of their shares says, and the same as rows of
// persons and of households.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <functional>
#include <map>

#include "golden.hpp"
#include "population_margins.hpp"
#include "process.hpp"
#include "sha256.hpp"
#include "synthetic_population.hpp"

namespace {

namespace fs = std::filesystem;
using namespace slieksnis;
using namespace slieksnis::cli;

process::result run(std::vector<std::string> words) {
  words.insert(words.begin(), {SLIEKSNIS_CLI_PATH, "population"});
  return process::run({.words = std::move(words), .folder = SLIEKSNIS_SOURCE_DIR});
}

TEST(population, is_the_same_for_the_same_seed_on_every_machine) {
  const auto got = run({"--households", "1000", "--seed", "1"});
  EXPECT_EQ(got.exit_code, 0) << got.err;
  EXPECT_TRUE(
      golden::compare("tests/cli/population/head.csv", got.out.substr(0, got.out.find("synthetic-000013"))));
  EXPECT_TRUE(golden::compare(
      "tests/cli/population/sums.txt",
      "persons " + sha256(got.out) + "\nhouseholds " +
          sha256(run({"--households", "1000", "--seed", "1", "--rows", "households"}).out) + "\n"));
}

TEST(population, is_the_beginning_of_a_longer_one) {
  const std::string few = run({"--households", "40", "--seed", "9"}).out;
  const std::string many = run({"--households", "400", "--seed", "9"}).out;
  EXPECT_EQ(many.substr(0, few.size()), few);
  EXPECT_NE(run({"--households", "40", "--seed", "10"}).out, few);
  EXPECT_EQ(run({"--households", "40"}).out, run({"--households", "40", "--seed", "1"}).out);
}

TEST(population, goes_to_a_file_whole) {
  const fs::path folder = fs::temp_directory_path() / ("slieksnis-population-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const std::string path = (folder / "iedzivotaji.csv").string();
  const auto got = run({"--households", "50", "-o", path});
  EXPECT_EQ(got.exit_code, 0);
  EXPECT_EQ(got.out, "");
  EXPECT_EQ(golden::read(path), run({"--households", "50"}).out);
  fs::remove_all(folder);
}

/// How often something was seen among how many.
struct frequency {
  double seen = 0;
  double of = 0;
};

/// The share is what the table says, within five standard deviations of chance.
void expect_share(const frequency& found, double expected, const std::string& what) {
  ASSERT_GT(found.of, 1000) << what;
  const double chance = std::sqrt(expected * (1 - expected) / found.of);
  EXPECT_NEAR(found.seen / found.of, expected, 5 * chance + 1e-9) << what;
}

template <typename Table>
double sum_of(const Table& table) {
  double sum = 0;
  for (const auto& one : table) sum += one.share;
  return sum;
}

class population_shares : public ::testing::Test {
 protected:
  static constexpr int count = 200'000;
  static void SetUpTestSuite() {
    all_.clear();
    synthetic_population made(20'230'701, *parse_date("2023-07-01"));
    for (int i = 0; i < count; ++i) all_.push_back(made.next());
  }
  static void TearDownTestSuite() { all_.clear(); }

  static bool has_children(const synthetic_household& one) {
    return one.persons.back().group == age_group::child;
  }
  using condition = std::function<bool(const synthetic_household&, const synthetic_person&)>;
  static frequency persons(const condition& among, const condition& seen) {
    frequency result;
    for (const auto& household : all_)
      for (const auto& person : household.persons) {
        if (!among(household, person)) continue;
        ++result.of;
        if (seen(household, person)) ++result.seen;
      }
    return result;
  }
  static condition in_group(age_group group) {
    return [group](const auto&, const synthetic_person& one) { return one.group == group; };
  }

  template <typename Bands>
  static void expect_ages(const Bands& bands, const condition& among) {
    for (const margins::age_band& band : bands) {
      expect_share(persons(among,
                           [&](const auto&, const synthetic_person& one) {
                             return one.age >= band.from && one.age <= band.to;
                           }),
                   band.share / sum_of(bands), "ages from " + std::to_string(band.from));
    }
  }
  /// Amounts that are not zero have the quantiles of the table.
  static void expect_amounts(const margins::amounts& points, const condition& among,
                             std::uint64_t synthetic_person::*amount) {
    const condition paid = [&](const auto& household, const synthetic_person& one) {
      return among(household, one) && one.*amount > 0;
    };
    for (const margins::amount_point& point : points)
      expect_share(
          persons(paid, [&](const auto&, const synthetic_person& one) { return one.*amount < point.cents; }),
          point.below / 100.0, "below " + std::to_string(point.cents));
  }
  template <typename Choices>
  static void expect_choices(const Choices& choices, const condition& among,
                             std::string_view synthetic_person::*chosen) {
    for (const margins::choice& one : choices)
      expect_share(persons(among, [&](const auto&, const auto& person) { return person.*chosen == one.id; }),
                   one.share / sum_of(choices), std::string(one.id));
  }

  static inline std::vector<synthetic_household> all_;
};

TEST_F(population_shares, kinds_of_households) {
  std::map<std::tuple<unsigned, unsigned, unsigned>, double> found;
  for (const auto& household : all_) {
    unsigned counts[3] = {};
    for (const auto& person : household.persons) ++counts[static_cast<int>(person.group)];
    ++found[{counts[1], counts[2], counts[0]}];
  }
  EXPECT_EQ(found.size(), margins::households.size());
  for (const auto& kind : margins::households)
    expect_share({found[{kind.working_age, kind.pension_age, kind.children}], count},
                 kind.share / sum_of(margins::households), "kind of household");
}

TEST_F(population_shares, ages) {
  expect_ages(margins::working_ages, [](const auto& household, const auto& one) {
    return one.group == age_group::working_age && !has_children(household);
  });
  expect_ages(margins::parents_ages, [](const auto& household, const auto& one) {
    return one.group == age_group::working_age && has_children(household);
  });
  expect_ages(margins::pension_ages, in_group(age_group::pension_age));
  for (const auto& household : all_)
    for (const auto& person : household.persons) {
      ASSERT_EQ(months_between(person.born, *parse_date("2023-07-01")).months / 12,
                static_cast<int>(person.age));
      if (person.group != age_group::child) continue;
      ASSERT_LE(person.age, margins::childrens_ages.back().to);
      for (const auto& other : household.persons)
        if (other.group == age_group::working_age) {
          ASSERT_GE(other.age, person.age + margins::years_between);
        }
    }
  // Children of parents old enough for children of every age.
  expect_ages(margins::childrens_ages, [](const auto& household, const auto& one) {
    if (one.group != age_group::child) return false;
    for (const auto& other : household.persons)
      if (other.group == age_group::working_age && other.age < 36) return false;
    return true;
  });
}

TEST_F(population_shares, disability_and_education) {
  expect_choices(margins::disability_in_working_age, in_group(age_group::working_age),
                 &synthetic_person::disability_group);
  expect_choices(margins::disability_in_pension_age, in_group(age_group::pension_age),
                 &synthetic_person::disability_group);
  expect_share(
      persons(in_group(age_group::child), [](const auto&, const auto& one) { return one.child_disability; }),
      margins::disabled_children / 1000.0, "disabled children");
  expect_choices(
      margins::education_of_oldest_children,
      [](const auto&, const auto& one) {
        return one.group == age_group::child && one.age >= margins::choice_of_school_age;
      },
      &synthetic_person::education);
  expect_choices(
      margins::education_of_young_adults,
      [](const auto&, const auto& one) {
        return one.group == age_group::working_age && one.age <= margins::working_ages.front().to;
      },
      &synthetic_person::education);
}

TEST_F(population_shares, who_has_what_income) {
  const auto working = [](std::string_view disability, bool studies) -> condition {
    return [=](const auto&, const synthetic_person& one) {
      return one.group == age_group::working_age && one.disability_group == disability &&
             (one.education != "not_studying") == studies;
    };
  };
  const condition earns = [](const auto&, const auto& one) { return one.wage > 0; };
  expect_share(persons(working("none", false), earns), margins::earning / 100.0, "wages");
  expect_share(persons(working("none", true), earns), margins::earning_students / 100.0, "students' wages");
  expect_share(persons(working("group_1", false), earns), margins::earning_group_1 / 100.0, "group 1");
  expect_share(persons(working("group_2", false), earns), margins::earning_group_2 / 100.0, "group 2");
  expect_share(persons(working("group_3", false), earns), margins::earning_group_3 / 100.0, "group 3");
  expect_share(persons(
                   [](const auto&, const auto& one) {
                     return one.group == age_group::pension_age && one.age <= margins::earning_pensioners_to;
                   },
                   earns),
               margins::earning_pensioners / 100.0, "wages of pensioners");
  expect_share(
      persons([&](const auto& household,
                  const auto& one) { return working("none", false)(household, one) && one.wage == 0; },
              [](const auto&, const auto& one) { return one.unemployment_benefit > 0; }),
      margins::with_unemployment_benefit / 100.0, "unemployment benefit");
  expect_share(
      persons(in_group(age_group::pension_age), [](const auto&, const auto& one) { return one.pension > 0; }),
      margins::with_pension / 100.0, "pensions");
}

TEST_F(population_shares, amounts) {
  const condition not_studying = [](const auto&, const auto& one) { return one.education == "not_studying"; };
  expect_amounts(margins::wages, not_studying, &synthetic_person::wage);
  expect_amounts(margins::old_age_pensions, in_group(age_group::pension_age), &synthetic_person::pension);
  expect_amounts(margins::disability_pensions, in_group(age_group::working_age), &synthetic_person::pension);
  expect_amounts(margins::unemployment_benefits, in_group(age_group::working_age),
                 &synthetic_person::unemployment_benefit);
  for (const auto& household : all_)
    for (const auto& person : household.persons)
      if (person.group == age_group::child) {
        ASSERT_EQ(person.wage + person.pension + person.unemployment_benefit, 0U);
      }
}

TEST_F(population_shares, housing_costs_and_municipalities) {
  frequency with_costs{0, count};
  std::map<std::string_view, double> places;
  std::vector<std::uint64_t> alone;
  for (const auto& household : all_) {
    if (household.housing_costs > 0) ++with_costs.seen;
    if (household.housing_costs > 0 && household.persons.size() == 1)
      alone.push_back(household.housing_costs);
    ++places[household.municipality];
  }
  expect_share(with_costs, margins::with_housing_costs / 100.0, "housing costs");
  for (const auto& one : margins::municipalities)
    expect_share({places[one.id], count}, one.share / sum_of(margins::municipalities), std::string(one.id));
  for (const auto& point : margins::housing_costs) {
    frequency below{0, static_cast<double>(alone.size())};
    for (const std::uint64_t cents : alone)
      if (cents < point.cents) ++below.seen;
    expect_share(below, point.below / 100.0, "housing costs below " + std::to_string(point.cents));
  }
}

}  // namespace
