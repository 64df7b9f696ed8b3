// SPDX-License-Identifier: Apache-2.0
// The whole program as a user starts it: time from start to end, and the most memory it held.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <string>
#include <vector>

extern char** environ;

namespace {

/// Runs the program once with its output thrown away; the most memory it held, in MB, or below zero.
double run_once(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const auto& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT: the old interface
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int started = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  if (started != 0 || wait4(child, &status, 0, &usage) != child || status != 0) return -1;
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void command(benchmark::State& state, const std::vector<std::string>& words) {
  double memory = 0;
  for ([[maybe_unused]] auto turn : state) {
    memory = run_once(words);
    if (memory < 0) state.SkipWithError("the program did not answer");
  }
  state.counters["MB"] = memory;
}

const std::string program = SLIEKSNIS_CLI_PATH;

BENCHMARK_CAPTURE(command, true_as_a_floor, std::vector<std::string>{"/bin/true"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(command, calc,
                  std::vector<std::string>{program, "calc", "housing-benefit", "--on", "2026-02-01",
                                           "--pensioner", "1", "--income", "500", "--housing-costs", "300"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(command, calc_everything,
                  std::vector<std::string>{program, "calc", "--on", "2026-02-01", "--pensioner", "1",
                                           "--income", "500", "--housing-costs", "300", "--format", "json"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(command, thresholds, std::vector<std::string>{program, "thresholds", "--on", "2026-02-01"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
