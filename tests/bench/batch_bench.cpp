// SPDX-License-Identifier: Apache-2.0
// Whole processes from CSV to CSV: `slieksnis batch` beside the same work written by hand for this one file.
// Both outputs are compared byte for byte before anything is measured. SLIEKSNIS_BENCH_ROWS: rows of the
// files, a million unless given. SLIEKSNIS_BENCH_PIPE_ROWS: rows sent through a pipe; without it there is no
// such run.
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "hand_written_csv.hpp"

extern char** environ;

namespace {

namespace fs = std::filesystem;

std::size_t from_environment(const char* name, std::size_t otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

const std::size_t file_rows = from_environment("SLIEKSNIS_BENCH_ROWS", 1'000'000);
const std::size_t pipe_rows = from_environment("SLIEKSNIS_BENCH_PIPE_ROWS", 0);
const std::string program = SLIEKSNIS_CLI_PATH;
std::string self;

/// A folder for the files of this run, gone with it.
class folder {
 public:
  folder() : path_(fs::temp_directory_path() / ("slieksnis-bench-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

const folder& files() {
  static const folder result;
  return result;
}

struct usage {
  bool well = false;
  double mebibytes = 0;  ///< the most memory held
  double seconds = 0;    ///< of processors, of all threads
};

/// Starts a program; its standard input and output may be files that are open already.
pid_t start(const std::vector<std::string>& words, int in = -1, int out = -1) {
  std::vector<char*> arguments;
  for (const auto& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT: the old interface
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (in >= 0) posix_spawn_file_actions_adddup2(&actions, in, 0);
  if (out >= 0)
    posix_spawn_file_actions_adddup2(&actions, out, 1);
  else
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : -1;
}

usage wait_for(pid_t child) {
  usage result;
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child) return result;
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  result.well = status == 0;
  result.mebibytes = static_cast<double>(used.ru_maxrss) / 1024;
  result.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  return result;
}

std::vector<std::string> batch(const std::string& in, const std::string& out, int threads) {
  std::vector<std::string> words{program,
                                 "batch",
                                 in,
                                 "--on",
                                 "2023-07-01",
                                 "--want",
                                 "gmi_benefit,housing_benefit,poor_household,low_income_household",
                                 "--low-income-first",
                                 "501",
                                 "--low-income-next",
                                 "351",
                                 "--threads",
                                 std::to_string(threads)};
  if (!out.empty()) words.insert(words.end(), {"-o", out});
  return words;
}

/// The workload of so many rows as a file, written once.
std::string input(std::size_t rows) {
  const std::string path = files().file(std::to_string(rows) + ".csv");
  if (fs::exists(path)) return path;
  // By a process of its own: what this one held would count as memory of those it starts.
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool whole = file >= 0 && wait_for(start({self, "--write", std::to_string(rows)}, -1, file)).well;
  ::close(file);
  return whole ? path : std::string();
}

bool same_bytes(const std::string& one, const std::string& other) {
  std::ifstream a(one, std::ios::binary);
  std::ifstream b(other, std::ios::binary);
  return a && b &&
         std::equal(std::istreambuf_iterator<char>(a), std::istreambuf_iterator<char>(),
                    std::istreambuf_iterator<char>(b), std::istreambuf_iterator<char>());
}

void count(benchmark::State& state, std::size_t rows, double mebibytes, double seconds) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(rows));
  state.counters["MB"] = mebibytes;
  state.counters["cpu_ms"] = benchmark::Counter(seconds * 1e3, benchmark::Counter::kAvgIterations);
}

/// Runs a program again and again; the file `made` is gone before each turn, so that none pays for freeing
/// it.
void run(benchmark::State& state, std::size_t rows, const std::string& made,
         const std::vector<std::string>& words) {
  double most = 0;
  double seconds = 0;
  for ([[maybe_unused]] auto turn : state) {
    state.PauseTiming();
    fs::remove(made);
    state.ResumeTiming();
    const usage used = wait_for(start(words));
    if (!used.well) return state.SkipWithError("the program did not answer");
    most = std::max(most, used.mebibytes);
    seconds += used.seconds;
  }
  count(state, rows, most, seconds);
}

void csv_by_hand(benchmark::State& state) {
  const std::string made = files().file("by_hand.csv");
  run(state, file_rows, made, {self, "--hand-written", input(file_rows), made});
}
BENCHMARK(csv_by_hand)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Rows and threads.
void csv_batch(benchmark::State& state) {
  const auto rows = static_cast<std::size_t>(state.range(0));
  const std::string made = files().file("batch.csv");
  run(state, rows, made, batch(input(rows), made, static_cast<int>(state.range(1))));
}
BENCHMARK(csv_batch)
    ->ArgNames({"rows", "threads"})
    ->Args({static_cast<std::int64_t>(file_rows), 1})
    ->Args({static_cast<std::int64_t>(file_rows), 2})
    ->Args({static_cast<std::int64_t>(file_rows / 10), 2})
    ->Args({static_cast<std::int64_t>(file_rows / 100), 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// A pipe from a program that writes rows as fast as it can; the result goes nowhere.
void csv_pipe(benchmark::State& state) {
  double most = 0;
  double seconds = 0;
  for ([[maybe_unused]] auto turn : state) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return state.SkipWithError("no pipe");
    const pid_t writer = start({self, "--write-again", std::to_string(pipe_rows)}, -1, ends[1]);
    const pid_t reader = start(batch("-", "", 2), ends[0]);
    ::close(ends[0]);
    ::close(ends[1]);
    const usage of_writer = wait_for(writer);
    const usage of_reader = wait_for(reader);
    if (!of_writer.well || !of_reader.well) return state.SkipWithError("the program did not answer");
    most = std::max(most, of_reader.mebibytes);
    seconds += of_reader.seconds;
  }
  count(state, pipe_rows, most, seconds);
}

/// Both outputs are the same bytes, or nothing is measured.
bool outputs_are_the_same() {
  const std::string in = input(std::min<std::size_t>(file_rows, 200'000));
  const std::string by_hand = files().file("by_hand.csv");
  const std::string by_batch = files().file("batch.csv");
  return wait_for(start({self, "--hand-written", in, by_hand})).well &&
         wait_for(start(batch(in, by_batch, 2))).well && same_bytes(by_hand, by_batch);
}

}  // namespace

int main(int count, char** words) {
  self = fs::read_symlink("/proc/self/exe").string();
  // The floor is a process of its own as well.
  if (count == 4 && std::string_view(words[1]) == "--hand-written") {
    const int in = ::open(words[2], O_RDONLY);
    const int out = ::open(words[3], O_WRONLY | O_CREAT | O_TRUNC, 0600);
    return in >= 0 && out >= 0 && hand_written::csv_loop(in, out).run() ? 0 : 4;
  }
  if (count == 3 && std::string_view(words[1]).starts_with("--write")) {
    const bool again = std::string_view(words[1]) == "--write-again";
    return hand_written::write_workload(1, std::strtoull(words[2], nullptr, 10), again) ? 0 : 4;
  }
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
  if (pipe_rows > 0)
    benchmark::RegisterBenchmark("csv_pipe", csv_pipe)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->Iterations(1);
  if (!outputs_are_the_same()) {
    std::fprintf(stderr, "batch writes other bytes than what is written by hand\n");
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
