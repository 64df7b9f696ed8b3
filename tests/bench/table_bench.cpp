// SPDX-License-Identifier: Apache-2.0
// Many cases in memory, on one core by its own time unless the name says otherwise: four benefits and
// statuses of a million households, by column, beside the same written by hand. The hand-written results are
// compared with the library's before anything is measured.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/rule/part_of_rules.hpp>
#include <slieksnis/table/decide_table.hpp>

#include "hand_written.hpp"

namespace {

using namespace slieksnis;

constexpr std::size_t million = 1'000'000;
constexpr std::size_t families_count = 300'000;

const workload::households& households() {
  static const workload::households result(million);
  return result;
}
const workload::families& families() {
  static const workload::families result(families_count);
  return result;
}

/// Ends the program where a hand-written result is not the library's.
void compare(const char* what, const hand_written::results& by_hand, const table_decisions& all) {
  for (std::size_t k = 0; k < all.columns.size(); ++k) {
    const decision_column& of = all.columns[k];
    for (std::size_t i = 0; i < of.outcomes.size(); ++i) {
      const bool granted = of.outcomes[i] == outcome::granted;
      const bool same = granted == (by_hand.outcomes[k][i] == hand_written::granted) &&
                        (of.amounts.empty() || of.amounts[i] == by_hand.amounts[k][i]) &&
                        all.reasons[of.reasons[i]] == hand_written::reason_texts[by_hand.reasons[k][i]];
      if (same) continue;
      std::fprintf(stderr, "%s: row %zu of column %zu differs from what is written by hand\n", what, i, k);
      std::exit(1);
    }
  }
}

void compare_everything() {
  hand_written::results of_households(million);
  hand_written::decide_with_reasons(households(), hand_written::places(of_households));
  compare("households", of_households,
          decide_table(households().table(), workload::on(), workload::wanted()));
  hand_written::results without_reasons(million);
  hand_written::decide(households(), hand_written::places(without_reasons));
  if (without_reasons.amounts != of_households.amounts || without_reasons.outcomes != of_households.outcomes)
    std::exit(1);
  hand_written::results of_families(families_count);
  hand_written::decide_families(families(), hand_written::places(of_families));
  compare("families", of_families, decide_table(families().table(), workload::on(), workload::wanted()));
}

void count_rows(benchmark::State& state, std::size_t rows) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(rows));
}

// --- The floor ---------------------------------------------------------------------------------------------

void by_hand(benchmark::State& state, void (*decide)(const workload::households&, hand_written::places)) {
  hand_written::results to(million);
  for ([[maybe_unused]] auto turn : state) {
    decide(households(), hand_written::places(to));
    benchmark::ClobberMemory();
  }
  count_rows(state, million);
}
BENCHMARK_CAPTURE(by_hand, households, hand_written::decide)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(by_hand, households_for_any_processor, hand_written::decide_for_any_processor)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(by_hand, households_with_reasons, hand_written::decide_with_reasons)
    ->Unit(benchmark::kMillisecond);

void by_hand_families(benchmark::State& state) {
  hand_written::results to(families_count);
  for ([[maybe_unused]] auto turn : state) {
    hand_written::decide_families(families(), hand_written::places(to));
    benchmark::ClobberMemory();
  }
  count_rows(state, families_count);
}
BENCHMARK(by_hand_families)->Unit(benchmark::kMillisecond);

// --- The library -------------------------------------------------------------------------------------------

void decide_again(benchmark::State& state, const fact_table& table, const std::vector<std::size_t>& wanted,
                  unsigned threads = 1) {
  const table_decider decider(table, workload::on(), wanted);
  if (!decider.program().holds()) return state.SkipWithError(decider.program().not_held.front().c_str());
  table_decisions into;
  table_workspace workspace;
  for ([[maybe_unused]] auto turn : state) {
    decider.decide(table, into, workspace, {.threads = threads});
    benchmark::ClobberMemory();
  }
  count_rows(state, table.households());
}

void by_column(benchmark::State& state, unsigned threads) {
  decide_again(state, households().table(), workload::wanted(), threads);
}
BENCHMARK_CAPTURE(by_column, households, 1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(by_column, households_two_threads, 2)->Unit(benchmark::kMillisecond)->UseRealTime();

void by_column_families(benchmark::State& state) {
  decide_again(state, families().table(), workload::wanted());
}
BENCHMARK(by_column_families)->Unit(benchmark::kMillisecond);

/// Everything made anew: plan, operations, memory of the results.
void by_column_once(benchmark::State& state) {
  for ([[maybe_unused]] auto turn : state)
    benchmark::DoNotOptimize(decide_table(households().table(), workload::on(), workload::wanted()));
  count_rows(state, million);
}
BENCHMARK(by_column_once)->Unit(benchmark::kMillisecond);

/// One case at a time: new values in the same cells, one decision.
void one_case(benchmark::State& state) {
  workload::households cells(1);
  const fact_table table = cells.table();
  const table_decider decider(table, workload::on(), workload::wanted());
  table_decisions into;
  table_workspace workspace;
  const workload::households& all = households();
  std::size_t row = 0;
  for ([[maybe_unused]] auto turn : state) {
    cells.adults[0] = all.adults[row];
    cells.children[0] = all.children[row];
    cells.income[0] = all.income[row];
    cells.costs[0] = all.costs[row];
    cells.composition[0] = all.composition[row];
    decider.decide(table, into, workspace);
    benchmark::ClobberMemory();
    row = row + 1 == million ? 0 : row + 1;
  }
  count_rows(state, 1);
}
BENCHMARK(one_case);

/// The exact reading of unbounded fractions, one case after another.
void exactly(benchmark::State& state) {
  constexpr std::size_t rows = 20'000;
  const fact_table table = households().table(rows);
  for ([[maybe_unused]] auto turn : state)
    benchmark::DoNotOptimize(
        decide_table(table, workload::on(), workload::wanted(), {.least = lane_width::exact}));
  count_rows(state, rows);
}
BENCHMARK(exactly)->Unit(benchmark::kMillisecond);

// --- What it grows with ------------------------------------------------------------------------------------

void rows(benchmark::State& state) {
  decide_again(state, households().table(static_cast<std::size_t>(state.range(0))), workload::wanted());
}
BENCHMARK(rows)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// The workload's four and then others of the household that its columns decide.
std::vector<std::size_t> many_wanted(std::size_t count) {
  std::vector<std::size_t> result = workload::wanted();
  const auto& all = workload::book().definitions();
  const fact_table table = households().table(64);
  for (std::size_t id = 0; id < all.size() && result.size() < count; ++id) {
    const definition& of = all[id];
    if (!of.is_decided() || of.of != entity::household || of.by_definition ||
        of.in_force(workload::on()) == nullptr)
      continue;
    if (std::find(result.begin(), result.end(), id) != result.end()) continue;
    try {
      if (table_decider(table, workload::on(), {id}).program().holds()) result.push_back(id);
    } catch (const unusable&) {
      // rests on something that has no version on that day
    }
  }
  result.resize(std::min(result.size(), count));
  return result;
}

void wanted(benchmark::State& state) {
  const auto names = many_wanted(static_cast<std::size_t>(state.range(0)));
  if (names.size() != static_cast<std::size_t>(state.range(0)))
    return state.SkipWithError("too few benefits");
  decide_again(state, households().table(), names);
}
BENCHMARK(wanted)->Arg(1)->Arg(2)->Arg(4)->Arg(8)->Unit(benchmark::kMillisecond);

/// The same question to all rules, and to a book of nothing but what it needs.
void rules(benchmark::State& state, bool all) {
  static const rule_book part = [] {
    return load_rule_book(
        part_of_rules(embedded_rule_files(),
                      {"gmi_benefit housing_benefit poor_household low_income_household adults children "
                       "income housing_costs composition low_income_first low_income_next"}),
        book_use::answers);
  }();
  const rule_book& book = all ? workload::book() : part;
  state.counters["definitions"] = static_cast<double>(book.definitions().size());
  std::vector<std::size_t> ids;
  for (const std::size_t id : workload::wanted()) ids.push_back(*book.find(workload::book().at(id).name));
  decide_again(state, households().table(million, book), ids);
}
BENCHMARK_CAPTURE(rules, all, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rules, only_those_needed, false)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int count, char** words) {
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
  compare_everything();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
