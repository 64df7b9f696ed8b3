// SPDX-License-Identifier: Apache-2.0
/// \file What a synthetic population looks like: how many households of each kind there are, how old people
/// are, what they earn.
///
/// All of it is made up: plausible for Latvia in the first half of the decade, and nothing more. No figure
/// here is a statistic, none comes from a source, and results for such a population say nothing of the
/// country. It serves examples, tests of whole runs and measurements of speed.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace slieksnis::cli::margins {

// A share is a part of the sum of the shares of its table. Amounts are in cents.

/// Kinds of households by how many persons of working age, of pension age and how many children they have.
struct household_kind {
  unsigned working_age, pension_age, children;
  std::uint32_t share;
};
inline constexpr std::array households{
    household_kind{1, 0, 0, 16'500}, household_kind{0, 1, 0, 17'500}, household_kind{2, 0, 0, 13'500},
    household_kind{0, 2, 0, 10'000}, household_kind{1, 1, 0, 6'500},  household_kind{1, 0, 1, 5'000},
    household_kind{1, 0, 2, 2'200},  household_kind{1, 0, 3, 610},    household_kind{2, 0, 1, 9'500},
    household_kind{2, 0, 2, 7'800},  household_kind{2, 0, 3, 2'200},  household_kind{2, 0, 4, 490},
    household_kind{3, 0, 0, 3'000},  household_kind{3, 0, 1, 2'000},  household_kind{2, 1, 0, 1'500},
    household_kind{2, 1, 1, 1'210},  household_kind{1, 1, 1, 490},
};

/// Ages in completed years, both ends included; each age of a band is as likely.
struct age_band {
  unsigned from, to;
  std::uint32_t share;
};
/// Between working age and pension age lie the years in which the pension age falls: nobody has those ages,
/// so that the kind of a household is certain on every day the rules cover.
inline constexpr std::array working_ages{age_band{18, 24, 10}, age_band{25, 34, 21}, age_band{35, 44, 25},
                                         age_band{45, 54, 24}, age_band{55, 62, 20}};
/// Where there are children.
inline constexpr std::array parents_ages{age_band{25, 29, 16}, age_band{30, 34, 24}, age_band{35, 39, 27},
                                         age_band{40, 44, 21}, age_band{45, 54, 12}};
inline constexpr std::array pension_ages{age_band{65, 69, 28}, age_band{70, 74, 24}, age_band{75, 79, 19},
                                         age_band{80, 84, 16}, age_band{85, 94, 13}};
inline constexpr std::array childrens_ages{age_band{0, 2, 15}, age_band{3, 6, 23}, age_band{7, 11, 29},
                                           age_band{12, 15, 22}, age_band{16, 17, 11}};
/// By so many years at least a child is younger than the youngest person of working age.
inline constexpr unsigned years_between = 19;

/// One of the ids of an enumeration.
struct choice {
  std::string_view id;
  std::uint32_t share;
};
inline constexpr std::array disability_in_working_age{choice{"none", 91}, choice{"group_1", 1},
                                                      choice{"group_2", 4}, choice{"group_3", 4}};
inline constexpr std::array disability_in_pension_age{choice{"none", 86}, choice{"group_1", 3},
                                                      choice{"group_2", 7}, choice{"group_3", 4}};
/// Of a thousand children so many have been found disabled.
inline constexpr std::uint32_t disabled_children = 22;

/// School begins at this age; the older pupils may go to vocational schools.
inline constexpr unsigned school_age = 7;
inline constexpr unsigned choice_of_school_age = 16;
inline constexpr std::array education_of_oldest_children{choice{"not_studying", 4}, choice{"general", 71},
                                                         choice{"vocational", 25}};
/// Of the youngest band of working age; the others do not study.
inline constexpr std::array education_of_young_adults{
    choice{"not_studying", 46}, choice{"general", 10}, choice{"vocational", 12},
    choice{"higher_full_time", 26}, choice{"higher_part_time", 6}};

inline constexpr std::array municipalities{choice{"riga", 320}, choice{"liepaja", 36}, choice{"ogre", 30},
                                           choice{"tukums", 24}, choice{"other_municipality", 590}};

/// Of a hundred: who earns a wage.
inline constexpr std::uint32_t earning = 81;
inline constexpr std::uint32_t earning_students = 24;
inline constexpr std::uint32_t earning_group_1 = 12;
inline constexpr std::uint32_t earning_group_2 = 34;
inline constexpr std::uint32_t earning_group_3 = 58;
inline constexpr std::uint32_t earning_pensioners = 28;  ///< up to the age below
inline constexpr unsigned earning_pensioners_to = 71;
/// Of a hundred persons of working age without a wage: who gets an unemployment benefit.
inline constexpr std::uint32_t with_unemployment_benefit = 24;
/// Of a hundred persons of pension age: who gets a pension. Of working age: each person with a disability.
inline constexpr std::uint32_t with_pension = 97;
/// Of a hundred households: who has housing costs that are recognised.
inline constexpr std::uint32_t with_housing_costs = 96;

/// A point of a distribution: so many of a hundred have less. Amounts between two points are as likely.
struct amount_point {
  std::uint32_t below;
  std::uint32_t cents;
};
using amounts = std::array<amount_point, 10>;
/// After tax, a month.
inline constexpr amounts wages{{{0, 8'000},
                                {5, 31'040},
                                {10, 46'030},
                                {25, 61'020},
                                {50, 90'510},
                                {75, 131'070},
                                {90, 191'030},
                                {95, 246'090},
                                {99, 412'050},
                                {100, 905'000}}};
inline constexpr std::uint32_t student_wage_percent = 55;
inline constexpr amounts old_age_pensions{{{0, 9'600},
                                           {5, 18'770},
                                           {10, 24'030},
                                           {25, 33'310},
                                           {50, 42'640},
                                           {75, 53'080},
                                           {90, 71'920},
                                           {95, 93'050},
                                           {99, 158'060},
                                           {100, 296'000}}};
inline constexpr amounts disability_pensions{{{0, 9'100},
                                              {5, 12'070},
                                              {10, 13'590},
                                              {25, 18'030},
                                              {50, 25'410},
                                              {75, 33'090},
                                              {90, 45'080},
                                              {95, 55'020},
                                              {99, 82'030},
                                              {100, 121'000}}};
inline constexpr amounts unemployment_benefits{{{0, 5'200},
                                                {5, 11'030},
                                                {10, 15'020},
                                                {25, 24'070},
                                                {50, 36'050},
                                                {75, 53'010},
                                                {90, 78'030},
                                                {95, 95'060},
                                                {99, 142'080},
                                                {100, 206'000}}};
/// Of one person; each further person adds so much of a hundred.
inline constexpr amounts housing_costs{{{0, 1'200},
                                        {5, 3'640},
                                        {10, 5'420},
                                        {25, 8'830},
                                        {50, 13'720},
                                        {75, 19'940},
                                        {90, 28'450},
                                        {95, 35'380},
                                        {99, 56'090},
                                        {100, 94'000}}};
inline constexpr std::uint32_t housing_costs_further_percent = 13;

}  // namespace slieksnis::cli::margins
