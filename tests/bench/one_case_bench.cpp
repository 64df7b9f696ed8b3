// SPDX-License-Identifier: Apache-2.0
// The library inside a program: reading the rules, making a plan, deciding one case.
#include <benchmark/benchmark.h>
#include <slieksnis/lv.hpp>
#include <slieksnis/slieksnis.hpp>

namespace {

using namespace slieksnis::literals;
using namespace std::chrono_literals;
namespace lv = slieksnis::lv;

const slieksnis::date on = 2023y / 7 / 1;

slieksnis::facts family() {
  return lv::facts_of({.members = 4,
                       .income = 300.00_eur,
                       .housing_costs = 200.00_eur,
                       .composition = lv::composition::other});
}

void read_the_rules(benchmark::State& state) {
  std::vector<slieksnis::source_pointer> files;
  for (const auto& file : slieksnis::embedded_rule_files())
    if (!file.path.ends_with("cases.json"))
      files.push_back(
          std::make_shared<const slieksnis::source_text>(std::string(file.path), std::string(file.bytes)));
  for ([[maybe_unused]] auto turn : state) benchmark::DoNotOptimize(slieksnis::load_rule_book(files));
}
BENCHMARK(read_the_rules)->Unit(benchmark::kMillisecond);

void make_the_plan(benchmark::State& state) {
  const auto shape = shape_of(family());
  const std::vector<std::size_t> wanted{*lv::law().find("housing_benefit")};
  for ([[maybe_unused]] auto turn : state) benchmark::DoNotOptimize(make_plan(lv::law(), on, wanted, shape));
}
BENCHMARK(make_the_plan)->Unit(benchmark::kMicrosecond);

void evaluate_one_case(benchmark::State& state) {
  const auto stated = family();
  const auto plan = make_plan(lv::law(), on, std::vector<std::size_t>{*lv::law().find("housing_benefit")},
                              shape_of(stated));
  for ([[maybe_unused]] auto turn : state) benchmark::DoNotOptimize(slieksnis::evaluation(plan, stated));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(evaluate_one_case)->Unit(benchmark::kMicrosecond);

void decide_one_case_with_trace(benchmark::State& state) {
  const auto stated = family();
  const std::vector<std::size_t> wanted{*lv::law().find("housing_benefit")};
  const auto plan = make_plan(lv::law(), on, wanted, shape_of(stated));
  for ([[maybe_unused]] auto turn : state) benchmark::DoNotOptimize(decide(plan, stated, wanted));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decide_one_case_with_trace)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
