// SPDX-License-Identifier: Apache-2.0
// A file is whole or as it was, whatever fails and whenever a signal comes. The linker sends the system calls
// of the program's file through the functions below, so each of them can fail or be interrupted in turn.
#include "write_file.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>

#include "golden.hpp"
#include "process.hpp"
#include "slieksnis/source/error.hpp"

namespace {

/// What happens at the call of that number, from 1; 0 for no call.
struct disturbance {
  int at = 0;
  int error = 0;   ///< the call fails with it
  int signal = 0;  ///< it comes before the call
  int count = 0;
};
disturbance planned;

/// Whether the call is to fail.
bool disturbed() {
  if (planned.at == 0 || ++planned.count != planned.at) return false;
  if (planned.signal != 0) ::raise(planned.signal);
  errno = planned.error;
  return planned.error != 0;
}

}  // namespace

extern "C" {
// NOLINTBEGIN: the linker's names
ssize_t __real_write(int descriptor, const void* bytes, size_t count);
ssize_t __wrap_write(int descriptor, const void* bytes, size_t count) {
  if (descriptor > 2 && disturbed()) return -1;
  // Short writes are allowed; a writer that does not go on leaves a part.
  return __real_write(descriptor, bytes, planned.at != 0 ? std::min<size_t>(count, 700'000) : count);
}
int __real_fsync(int descriptor);
int __wrap_fsync(int descriptor) { return disturbed() ? -1 : __real_fsync(descriptor); }
int __real_close(int descriptor);
int __wrap_close(int descriptor) {
  const bool fails = disturbed();
  const int error = errno;
  const int result = __real_close(descriptor);
  if (fails) errno = error;
  return fails ? -1 : result;
}
int __real_rename(const char* from, const char* to);
int __wrap_rename(const char* from, const char* to) { return disturbed() ? -1 : __real_rename(from, to); }
// NOLINTEND
}

namespace {

namespace fs = std::filesystem;
using slieksnis::cli::write_file;
using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string before = "what was there before\n";
const std::string after(3'000'000, 'n');

class written_files : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "slieksnis-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    path_ = (folder_ / "lapa.html").string();
  }
  void TearDown() override {
    planned = {};
    fs::remove_all(folder_);
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder_))
      found.push_back(entry.path().filename().string());
    return found;
  }
  [[nodiscard]] static std::string complaint_of(const std::string& path, std::string_view bytes,
                                                slieksnis::language lang = slieksnis::language::en) {
    try {
      write_file(path, bytes);
    } catch (const slieksnis::unusable& failed) {
      return failed.text(lang);
    }
    return "written";
  }
  /// The ways a child process can end: a signal, or 0 when the file was written, 1 when it was not.
  struct ending {
    int signal = 0;
    int code = 0;
    std::string said;
  };
  [[nodiscard]] ending in_child(const std::function<void()>& prepare, std::string_view bytes) const {
    const fs::path said = folder_.string() + ".said";
    const pid_t child = ::fork();
    if (child == 0) {
      const int log = ::open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      ::dup2(log, 2);
      prepare();
      const std::string complaint = complaint_of(path_, bytes);
      planned = {};
      ::_exit(complaint == "written" ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ending result{WIFSIGNALED(status) ? WTERMSIG(status) : 0, WIFEXITED(status) ? WEXITSTATUS(status) : 0,
                  golden::read(said)};
    fs::remove(said);
    return result;
  }

  fs::path folder_;
  std::string path_;
};

TEST_F(written_files, are_whole_and_alone) {
  write_file(path_, after);
  EXPECT_EQ(golden::read(path_), after);
  write_file(path_, "");
  EXPECT_EQ(golden::read(path_), "");
  EXPECT_THAT(names(), ElementsAre("lapa.html"));
}

TEST_F(written_files, follow_the_umask_and_keep_permissions_and_links) {
  const mode_t old = ::umask(027);
  write_file(path_, before);
  ::umask(old);
  struct stat found {};
  ASSERT_EQ(::stat(path_.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0640U);
  ASSERT_EQ(::chmod(path_.c_str(), 0600), 0);
  const std::string link = (folder_ / "saite").string();
  fs::create_symlink("lapa.html", link);
  write_file(link, after);
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(golden::read(path_), after);
  ASSERT_EQ(::stat(path_.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600U);
}

TEST_F(written_files, stay_as_they_were_whatever_fails) {
  int calls = 0;
  for (int at = 1;; ++at) {
    for (const int error : {ENOSPC, EIO, EDQUOT}) {
      write_file(path_, before);
      planned = {at, error, 0, 0};
      const std::string said = complaint_of(path_, after);
      calls = planned.count;
      planned = {};
      EXPECT_THAT(names(), ElementsAre("lapa.html"));
      if (said == "written") {
        EXPECT_EQ(golden::read(path_), after) << at;
      } else {
        EXPECT_EQ(golden::read(path_), before) << at;
        EXPECT_THAT(said, HasSubstr("lapa.html: error[file.write]: expected a file that can be written"));
        EXPECT_THAT(said, HasSubstr(error == EIO ? "found system error" : "found no space left"));
      }
    }
    if (at > calls) break;
    ASSERT_LT(at, 100);
  }
  EXPECT_GE(calls, 8);  // five writes, fsync, close, rename
}

TEST_F(written_files, stay_as_they_were_whenever_a_signal_comes) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    int interrupted = 0;
    for (int at = 1; at <= 12; ++at) {
      write_file(path_, before);
      const ending end = in_child([&] { planned = {at, 0, signal, 0}; }, after);
      EXPECT_THAT(names(), ElementsAre("lapa.html"));
      const std::string now = golden::read(path_);
      if (now == before) {
        ++interrupted;
        EXPECT_EQ(end.signal, signal);
        EXPECT_THAT(end.said, HasSubstr("found an interruption; the file was not written"));
      } else {
        EXPECT_EQ(now, after) << at;
        EXPECT_THAT(end.said, IsEmpty());
      }
    }
    EXPECT_GE(interrupted, 6);
  }
}

TEST_F(written_files, are_written_when_the_signal_is_ignored) {
  const ending end = in_child(
      [] {
        std::signal(SIGHUP, SIG_IGN);
        planned = {1, 0, SIGHUP, 0};
      },
      after);
  EXPECT_EQ(end.signal, 0);
  EXPECT_EQ(end.code, 0);
  EXPECT_EQ(golden::read(path_), after);
}

TEST_F(written_files, an_interruption_that_the_program_handles_is_an_error) {
  const ending end = in_child(
      [] {
        std::signal(SIGINT, [](int) {});
        slieksnis::cli::tell_interruptions_in(slieksnis::language::lv);
        planned = {2, 0, SIGINT, 0};
      },
      after);
  EXPECT_EQ(end.signal, 0);
  EXPECT_EQ(end.code, 1);
  EXPECT_THAT(end.said, HasSubstr("atrasts: pārtraukums; fails nav uzrakstīts"));
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(written_files, may_be_too_large) {
  const ending end = in_child(
      [] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit least{1000, 1000};
        ::setrlimit(RLIMIT_FSIZE, &least);
      },
      after);
  EXPECT_EQ(end.signal, 0);
  EXPECT_EQ(end.code, 1);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(written_files, complain_of_the_place) {
  EXPECT_EQ(complaint_of("/dev/full", before),
            "/dev/full: error[file.write]: expected a file that can be written; found no space left\n"
            "  hint: make room or choose another folder\n");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
  EXPECT_EQ(complaint_of("/proc", before, slieksnis::language::lv),
            "/proc: kļūda[file.write]: gaidīts: fails, ko var uzrakstīt; atrasts: mape\n"
            "  padoms: norādiet faila vārdu, ne mapi\n");
  EXPECT_EQ(
      complaint_of("/no/such/folder/x", before, slieksnis::language::lv),
      "/no/such/folder/x: kļūda[file.write]: gaidīts: fails, ko var uzrakstīt; atrasts: nav tādas mapes\n"
      "  padoms: vispirms izveidojiet mapi\n");
  EXPECT_THAT(complaint_of((folder_ / std::string(300, 'a')).string(), before),
              HasSubstr("found a name that is too long"));
  EXPECT_THAT(names(), IsEmpty());
}

/// Root may write anywhere, so somebody else tries where root runs the tests.
TEST_F(written_files, respect_protection) {
  write_file(path_, before);
  for (const std::string& one : {folder_.string(), path_}) {
    if (::geteuid() != 0) break;
    ASSERT_EQ(::chown(one.c_str(), 65534, 65534), 0) << one;
  }
  const auto become_somebody = [] {
    if (::geteuid() == 0 && (::setresgid(65534, 65534, 65534) != 0 || ::setresuid(65534, 65534, 65534) != 0))
      ::_exit(9);
  };
  EXPECT_EQ(in_child(become_somebody, before).code, 0);
  ASSERT_EQ(::chmod(path_.c_str(), 0400), 0);
  EXPECT_EQ(in_child(become_somebody, after).code, 1);
  ASSERT_EQ(::chmod(path_.c_str(), 0600), 0);
  ASSERT_EQ(::chmod(folder_.c_str(), 0500), 0);
  EXPECT_EQ(in_child(become_somebody, after).code, 1);
  ASSERT_EQ(::chmod(folder_.c_str(), 0700), 0);
  EXPECT_EQ(golden::read(path_), before);
  EXPECT_THAT(names(), ElementsAre("lapa.html"));
}

TEST_F(written_files, hold_the_answer_of_a_command) {
  const auto run = [&](std::vector<std::string> words) {
    words.insert(words.begin(), SLIEKSNIS_CLI_PATH);
    return process::run({.words = std::move(words), .folder = SLIEKSNIS_SOURCE_DIR});
  };
  const auto printed = run({"list", "benefits", "--lang", "lv"});
  for (const std::string option : {"-o", "--output"}) {
    const auto got = run({"list", "benefits", "--lang", "lv", option, path_});
    EXPECT_EQ(got.exit_code, 0);
    EXPECT_EQ(got.out + got.err, "");
    EXPECT_EQ(golden::read(path_), printed.out);
    fs::remove(path_);
  }
  EXPECT_EQ(run({"list", "benefits", "--lang", "lv", "-o", "-"}).out, printed.out);
  const auto failed = run({"list", "--lang", "lv", "-o", "/dev/full"});
  EXPECT_EQ(failed.exit_code, 4);
  EXPECT_THAT(failed.err, HasSubstr("diskā nav vietas"));
  EXPECT_EQ(run({"calc", "no-such-benefit", "-o", path_}).exit_code, 2);
  EXPECT_THAT(names(), IsEmpty());
}

}  // namespace
