// SPDX-License-Identifier: Apache-2.0
// The command that an interview prints in the end states the same case again, read by a real shell.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/facts/write_facts.hpp>
#include <slieksnis/lv.hpp>

#include "../../../cli/arguments.hpp"
#include "../../../cli/case_line.hpp"
#include "../../../cli/case_options.hpp"
#include "../../property/random_facts.hpp"
#include "../../unit/support/household_book.hpp"
#include "process.hpp"

namespace {

using namespace slieksnis;

/// The words as a POSIX shell passes them on.
std::vector<std::string> words_of(const std::string& line) {
  process::command shell;
  shell.words = {"/bin/sh", "-c", "set -- " + line + "; printf '%s\\0' \"$@\""};
  const auto got = process::run(shell);
  EXPECT_EQ(got.exit_code, 0) << got.err;
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < got.out.size();) {
    const std::size_t end = got.out.find('\0', begin);
    words.push_back(got.out.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

cli::stated_case read_back(const rule_book& book, const std::string& line) {
  auto words = words_of(line);
  words.erase(words.begin());  // the program's name
  const auto commands = cli::all_commands();
  return cli::read_case(book, cli::read_command_line(commands, words));
}

const date day = *parse_date("2026-02-01");

RC_GTEST_PROP(case_line_property, states_the_same_case_again, ()) {
  const rule_book& book = *rc::gen::arbitrary<bool>() ? household_book::book() : lv::law();
  facts stated = random_facts::any_facts(book, day);
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    std::vector<error> errors;
    const person_kind& kind = *rc::gen::elementOf(book.person_kinds());
    const char* argument = kind.takes == "disability_group" ? "I" : kind.takes == "born" ? "2025-11-01" : "7";
    add_persons_of_kind(stated, kind, argument, kind.at, errors);
    if (kind.takes == "count") add_persons_of_kind(stated, kind, "2", kind.at, errors);
    RC_ASSERT(errors.empty());
  }
  if (stated.persons() && stated.persons()->empty()) return;  // says nothing, and no command can say it
  std::vector<error> contradictions;  // such as another number of members than persons
  check_facts_on(stated, day, contradictions);
  RC_PRE(contradictions.empty());
  const auto lang = *rc::gen::element(language::lv, language::en);
  const std::string line = cli::case_line(stated, day, {}, lang);
  RC_LOG() << line << "\n" << write_facts(stated, day);
  const auto read = read_back(book, line);
  RC_LOG() << write_facts(read.stated, read.on);
  RC_ASSERT(read.stated == stated);
  RC_ASSERT(read.on == day);
  RC_ASSERT(!read.on_is_today);
  RC_ASSERT(read.operands.empty());
}

std::string line_of(const facts& stated, const char* benefit, language lang) {
  return cli::case_line(stated, day, {*lv::law().find(benefit)}, lang);
}

TEST(case_line, is_what_a_person_would_write) {
  facts one(lv::law());
  std::vector<error> errors;
  add_persons_of_kind(one, *lv::law().find_person_kind("pensioner"), "2", {}, errors);
  add_persons_of_kind(one, *lv::law().find_person_kind("child"), "7", {}, errors);
  one.set("income", "500,50").set("housing_costs", "300");
  EXPECT_EQ(line_of(one, "housing_benefit", language::en),
            "slieksnis calc housing-benefit --on 2026-02-01 --pensioner 2 --child 7 --housing-costs 300.00 "
            "--income "
            "500.50");
  EXPECT_EQ(
      line_of(one, "housing_benefit", language::lv),
      "slieksnis calc majokla-pabalsts --on 01.02.2026 --pensionars 2 --berns 7 --majokla-izdevumi 300,00 "
      "--ienakumi 500,50");
}

TEST(case_line, writes_persons_that_are_more_than_a_kind_in_full) {
  facts one(lv::law());
  std::vector<error> errors;
  add_persons_of_kind(one, *lv::law().find_person_kind("pensioner"), "1", {}, errors);
  one.set_label(0, "vecā māte").set_person(0, "pension", "300/310/320");
  one.add_person();
  one.give("gmi_share", "0.25");
  EXPECT_EQ(line_of(one, "gmi_benefit", language::en),
            "slieksnis calc gmi-benefit --on 2026-02-01 --person 'label=\"vecā māte\" kind=pensioner "
            "pension=300.00/310.00/320.00' --person '?' --set gmi-share=0.25");
}

TEST(shell_quoted, leaves_plain_words_and_quotes_others) {
  EXPECT_EQ(cli::shell_quoted("--on"), "--on");
  EXPECT_EQ(cli::shell_quoted("mājoklis"), "mājoklis");
  EXPECT_EQ(cli::shell_quoted("a b"), "'a b'");
  EXPECT_EQ(cli::shell_quoted("it's"), "'it'\\''s'");
  EXPECT_EQ(cli::shell_quoted(""), "''");
  EXPECT_EQ(cli::shell_quoted("$(rm)"), "'$(rm)'");
}

}  // namespace
