// SPDX-License-Identifier: Apache-2.0
// A run over many rows that is ended, interrupted or runs out of room: its output is whole or not there.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "golden.hpp"
#include "process.hpp"

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using clock_type = std::chrono::steady_clock;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> what_is_wanted = {
    "--on",
    "2023-07-01",
    "--want",
    "gmi-benefit,housing-benefit,poor-household,low-income-household",
    "--low-income-first",
    "501",
    "--low-income-next",
    "351",
    "--threads",
    "2"};

/// How a program ended.
struct ending {
  int code = 0;   ///< as a shell tells it: 128 and the signal where one ended it
  long peak = 0;  ///< the most memory, in KiB
  bool in_time = true;
};

/// A program that runs while the test goes on. Its standard error goes to a file.
class running {
 public:
  running(std::vector<std::string> words, const fs::path& errors, int input) {
    words.insert(words.begin(), {SLIEKSNIS_CLI_PATH, "batch"});
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ != 0) return;
    const int log = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(log, 2);
    ::dup2(input, 0);
    ::execv(list[0], list.data());
    ::_exit(127);
  }
  ~running() {
    if (pid_ > 0) static_cast<void>(end(SIGKILL));
  }
  running(const running&) = delete;
  running& operator=(const running&) = delete;

  void send(int signal) const { ::kill(pid_, signal); }
  [[nodiscard]] ending end(int signal = 0) {
    if (signal != 0) send(signal);
    int status = 0;
    rusage used{};
    ending result;
    const auto last = clock_type::now() + 100s;
    while (::wait4(pid_, &status, WNOHANG, &used) == 0) {
      if (clock_type::now() > last) {
        result.in_time = false;
        ::kill(pid_, SIGKILL);
      }
      std::this_thread::sleep_for(1ms);
    }
    pid_ = -1;
    result.code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    result.peak = used.ru_maxrss;
    return result;
  }

 private:
  pid_t pid_ = -1;
};

class batch_files : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "slieksnis-batch-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    out_ = folder_ / "decisions.csv";
    errors_ = folder_.string() + ".errors";
  }
  void TearDown() override {
    fs::remove_all(folder_);
    fs::remove(errors_);
  }

  /// The program's own made-up population, outside the folder that is watched.
  void make_rows(int households) {
    rows_ = folder_.string() + ".csv";
    const auto made =
        process::run({.words = {SLIEKSNIS_CLI_PATH, "population", "--households", std::to_string(households),
                                "--rows", "households", "-o", rows_.string()}});
    ASSERT_EQ(made.exit_code, 0) << made.err;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder_))
      found.push_back(entry.path().filename().string());
    std::sort(found.begin(), found.end());
    return found;
  }
  [[nodiscard]] static std::vector<std::string> wanted(std::vector<std::string> words) {
    words.insert(words.end(), what_is_wanted.begin(), what_is_wanted.end());
    return words;
  }
  [[nodiscard]] static process::result run(std::vector<std::string> words) {
    words = wanted(std::move(words));
    words.insert(words.begin(), {SLIEKSNIS_CLI_PATH, "batch"});
    return process::run({.words = std::move(words), .folder = SLIEKSNIS_SOURCE_DIR});
  }
  [[nodiscard]] std::string said() const { return golden::read(errors_); }

  fs::path folder_;
  fs::path out_;
  fs::path errors_;
  fs::path rows_;
};

TEST_F(batch_files, are_whole_or_absent_whenever_the_program_is_ended) {
  make_rows(100'000);
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const auto begin = clock_type::now();
  ASSERT_EQ(running(wanted({rows_, "-o", out_}), errors_, nothing).end().code, 0) << said();
  const auto whole_run = clock_type::now() - begin;
  const std::string whole = golden::read(out_);
  ASSERT_GT(whole.size(), 1'000'000U);
  EXPECT_THAT(names(), ElementsAre("decisions.csv"));

  std::mt19937_64 numbers(2026);
  int interrupted = 0;
  for (int point = 0; point < 20; ++point) {
    const int signal = std::vector{SIGKILL, SIGINT, SIGTERM}[static_cast<std::size_t>(point % 3)];
    const bool there_before = point % 2 == 1;
    for (const std::string& name : names()) fs::remove(folder_ / name);
    if (there_before) std::ofstream(out_) << "before\n";
    running one(wanted({rows_, "-o", out_}), errors_, nothing);
    std::this_thread::sleep_for(whole_run * static_cast<long>(numbers() % 1000) / 1000);
    const ending end = one.end(signal);
    ASSERT_TRUE(end.in_time);
    const std::string found = fs::exists(out_) ? golden::read(out_) : "";
    if (found != whole) {
      EXPECT_EQ(found, there_before ? "before\n" : "") << point;
      EXPECT_EQ(end.code, 128 + signal) << point;
      ++interrupted;
    }
    if (signal == SIGKILL) continue;  // nobody can clean up after it
    std::vector<std::string> left = names();
    std::erase(left, "decisions.csv");
    EXPECT_THAT(left, IsEmpty()) << point;
  }
  EXPECT_GE(interrupted, 5);
  ::close(nothing);
  fs::remove(rows_);
}

/// While it waits for rows that do not come.
TEST_F(batch_files, are_not_written_when_it_is_interrupted_while_it_waits) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const fs::path rejected = folder_ / "rejected.csv";
    running one({"-", "-o", out_, "--on-error", "mark", "--rejected", rejected, "--on", "2023-07-01",
                 "--want", "gmi-benefit", "--lang", "lv"},
                errors_, ends[0]);
    const std::string some = "members,income\n1,100.00\n2,30.00\n";
    ASSERT_EQ(::write(ends[1], some.data(), some.size()), static_cast<ssize_t>(some.size()));
    for (int i = 0; i < 5000 && names().size() < 2; ++i) std::this_thread::sleep_for(1ms);
    EXPECT_EQ(names().size(), 2U);  // both files are in the making
    const auto sent = clock_type::now();
    const ending end = one.end(signal);
    EXPECT_LT(clock_type::now() - sent, 20s);
    EXPECT_EQ(end.code, 128 + signal);
    EXPECT_THAT(names(), IsEmpty());
    EXPECT_THAT(said(), HasSubstr("atrasts: pārtraukums; fails nav uzrakstīts"));
    ::close(ends[0]);
    ::close(ends[1]);
  }
}

TEST_F(batch_files, are_not_written_where_there_is_no_room) {
  make_rows(3'000);
  // A limit on the size of files, such as of a quota.
  std::string line = "ulimit -f 64; exec \"$0\" \"$@\"";
  std::vector<std::string> words = wanted({rows_, "-o", out_});
  words.insert(words.begin(), {"/bin/sh", "-c", line, SLIEKSNIS_CLI_PATH, "batch"});
  const auto limited = process::run({.words = words});
  EXPECT_EQ(limited.exit_code, 4);
  EXPECT_THAT(limited.err, HasSubstr("decisions.csv: error[file.write]"));
  EXPECT_THAT(limited.err, HasSubstr("found more than the allowed size of a file"));
  EXPECT_THAT(names(), IsEmpty());

  const auto full = run({rows_, "-o", "/dev/full"});
  EXPECT_EQ(full.exit_code, 4);
  EXPECT_THAT(full.err, HasSubstr("/dev/full: error[file.write]"));
  EXPECT_THAT(full.err, HasSubstr("found no space left"));

  const auto rejected = run({rows_, "-o", out_, "--on-error", "mark", "--rejected", "/no/such/folder/x"});
  EXPECT_EQ(rejected.exit_code, 4);
  EXPECT_THAT(rejected.err, HasSubstr("/no/such/folder/x: error[file.write]"));
  const auto summary = run({rows_, "-o", out_, "--summary", "/no/such/folder/x"});
  EXPECT_EQ(summary.exit_code, 4);
  EXPECT_THAT(names(), IsEmpty());
  fs::remove(rows_);
}

TEST_F(batch_files, the_standard_output_may_be_full_or_have_no_reader) {
  make_rows(3'000);
  std::vector<std::string> words = wanted({rows_});
  words.insert(words.begin(), {SLIEKSNIS_CLI_PATH, "batch"});
  const auto full = process::run({.words = words, .output_to = "/dev/full"});
  EXPECT_EQ(full.exit_code, 4);
  EXPECT_EQ(full.err,
            "stdout: error[file.write]: expected an output that can be written; found no space left\n");
  const auto alone = process::run({.words = words, .reader_leaves = true});
  EXPECT_EQ(alone.exit_code, 4);
  EXPECT_EQ(
      alone.err,
      "stdout: error[file.write]: expected a reader that takes all rows; found a reader that has gone\n");
  fs::remove(rows_);
}

TEST_F(batch_files, an_input_that_cannot_be_read_leaves_everything_as_it_was) {
  std::ofstream(out_) << "before\n";
  for (const std::string& path : {std::string("/no/such/rows.csv"), folder_.string()}) {
    const auto got = run({path, "-o", out_});
    EXPECT_EQ(got.exit_code, 4);
    EXPECT_THAT(got.err, HasSubstr(path + ": error[file.read]: expected a file that can be read"));
    EXPECT_EQ(golden::read(out_), "before\n");
    EXPECT_THAT(names(), ElementsAre("decisions.csv"));
  }
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_is_its_own = false;  // a sanitizer keeps what is freed
#elif defined(__has_feature)
constexpr bool memory_is_its_own =
    !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer) && !__has_feature(memory_sanitizer);
#else
constexpr bool memory_is_its_own = true;
#endif

TEST_F(batch_files, memory_does_not_grow_with_the_rows_of_a_pipe) {
  if (!memory_is_its_own) GTEST_SKIP() << "a sanitizer's memory would be measured";
  make_rows(40'000);
  const std::string rows = golden::read(rows_);
  const std::size_t head = rows.find('\n') + 1;
  long peaks[2] = {};
  for (const int times : {1, 10}) {
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    running one(wanted({"-", "-o", out_}), errors_, ends[0]);
    ::close(ends[0]);
    const auto send = [&](std::string_view bytes) {
      while (!bytes.empty()) {
        const ssize_t count = ::write(ends[1], bytes.data(), bytes.size());
        ASSERT_GT(count, 0);
        bytes.remove_prefix(static_cast<std::size_t>(count));
      }
    };
    send(std::string_view(rows).substr(0, head));
    for (int i = 0; i < times; ++i) send(std::string_view(rows).substr(head));
    ::close(ends[1]);
    const ending end = one.end();
    EXPECT_EQ(end.code, 0) << said();
    EXPECT_THAT(said(), HasSubstr(times == 1 ? "rows: 40,000;" : "rows: 400,000;"));
    peaks[times == 1 ? 0 : 1] = end.peak;
  }
  EXPECT_LT(peaks[1], 64 * 1024);  // KiB
  EXPECT_LT(peaks[1] - peaks[0], 8 * 1024);
  fs::remove(rows_);
}

/// The output may take the place of the input.
TEST_F(batch_files, a_file_may_be_replaced_by_itself_with_decisions) {
  make_rows(50);
  ASSERT_EQ(run({rows_, "-o", out_}).exit_code, 0);
  const auto got = run({rows_, "-o", rows_});
  EXPECT_EQ(got.exit_code, 0) << got.err;
  EXPECT_EQ(golden::read(rows_), golden::read(out_));
  fs::remove(rows_);
}

}  // namespace
