// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/facts/read_persons.hpp>
#include <slieksnis/lv.hpp>

#include "../support/codes.hpp"

namespace {

using namespace slieksnis;

const rule_book& law() { return lv::law(); }

/// The persons as kinds with age or label, joined; or the codes of what is wrong.
std::string persons(const std::string& text) {
  facts one(law());
  std::vector<error> errors;
  const place at{std::make_shared<source_text>("persons", text, source_kind::argument), {0, text.size()}, {}};
  if (!read_persons(one, text, at, errors)) {
    EXPECT_FALSE(one.persons()) << "nothing is added";
    std::string codes;
    for (const error& each : errors) codes += (codes.empty() ? "" : " ") + std::string(name_of(each.code()));
    return codes;
  }
  std::string result;
  for (std::size_t i = 0; i < one.persons()->size(); ++i) {
    const person_kind* kind = kind_of(one, i);
    result += (result.empty() ? "" : " ") + (kind == nullptr ? "?" : kind->name);
    if (kind != nullptr && kind->takes != "count")
      result += ":" + to_string((*one.persons())[i].at(*law().find(kind->takes)).what);
    if (!one.label(i).empty()) result += "(" + std::string(one.label(i)) + ")";
  }
  return result;
}

TEST(read_persons, takes_kinds_in_the_words_of_both_languages) {
  EXPECT_EQ(persons("pensionārs"), "pensioner");
  EXPECT_EQ(persons("Pensionare"), "pensioner");
  EXPECT_EQ(persons("2 pieaugušie, bērns 7"), "adult adult child:7");
  EXPECT_EQ(persons("pieaugušais, bērns 3, bērns 10"), "adult child:3 child:10");
  EXPECT_EQ(persons("2 adults and child 7"), "adult adult child:7");
  EXPECT_EQ(persons("pieaugusī un pensionārs"), "adult pensioner");
  EXPECT_EQ(persons("adult + pensioner; child 5"), "adult pensioner child:5");
  EXPECT_EQ(persons("pensionārs 2"), "pensioner pensioner");
}

TEST(read_persons, takes_one_argument_for_each_person) {
  EXPECT_EQ(persons("bērni 7 9"), "child:7 child:9");
  EXPECT_EQ(persons("2 bērni 7, 9"), "child:7 child:9");
  EXPECT_EQ(persons("bērns 7, 9 un 11"), "child:7 child:9 child:11");
  EXPECT_EQ(persons("bērns 7 gadi"), "child:7");
  EXPECT_EQ(persons("persona ar invaliditāti I grupa"), "disabled:group_1");
  EXPECT_EQ(persons("personas ar invaliditāti I II"), "disabled:group_1 disabled:group_2");
  EXPECT_EQ(persons("disabled 2, pensioner"), "disabled:group_2 pensioner");
  EXPECT_EQ(persons("bērns"), "facts.persons");
  EXPECT_EQ(persons("3 bērni 7, 9"), "facts.persons");
  EXPECT_EQ(persons("3 bērni 7, pensionārs"), "facts.persons");
  EXPECT_EQ(persons("1 bērns 7 9"), "facts.persons");
}

TEST(read_persons, takes_labels_and_persons_of_whom_nothing_is_known) {
  EXPECT_EQ(persons("pensionārs (vecā māte), bērns 7 (Anna, dvīne)"),
            "pensioner(vecā māte) child:7(Anna, dvīne)");
  EXPECT_EQ(persons("3"), "? ? ?");
  EXPECT_EQ(persons("persona, pensionārs"), "? pensioner");
  EXPECT_EQ(persons("2 persons"), "? ?");
}

TEST(read_persons, refuses_everything_when_a_part_is_wrong) {
  EXPECT_EQ(persons("pensionārs, suns"), "facts.persons");
  EXPECT_EQ(persons("kaķis, suns"), "facts.persons facts.persons");
  EXPECT_EQ(persons("bērns simts"), "facts.amount");
  EXPECT_EQ(persons("pensionārs divi"), "facts.persons");
  EXPECT_EQ(persons("(māte)"), "facts.persons");
  EXPECT_EQ(persons("pensionārs (māte"), "facts.persons");
  EXPECT_EQ(persons(""), "facts.persons");
  EXPECT_EQ(persons(","), "facts.persons");
  EXPECT_EQ(persons("0"), "facts.persons");
  EXPECT_EQ(persons("101"), "facts.persons");
  EXPECT_EQ(persons("99, 99"), "facts.persons");
}

TEST(read_persons, says_what_is_expected) {
  facts one(law());
  std::vector<error> errors;
  const std::string text = "2 pieaugusie, bern 7";
  const place at{std::make_shared<source_text>("persons", text, source_kind::argument), {0, text.size()}, {}};
  EXPECT_FALSE(read_persons(one, text, at, errors));
  EXPECT_EQ(
      errors.front().text(language::lv),
      R"(persons: kļūda[facts.persons]: gaidīts: personas pēc veida (pensionārs, pieaugušais, bērns, persona ar invaliditāti, bērns ar invaliditāti, zīdainis, students, bārenis, grūtniece, vecuma pensionārs, invaliditātes pensionārs, VSNP saņēmējs, bezdarbnieks, ukrainietis) vai to skaits; atrasts: "bern 7"
      | 2 pieaugusie, bern 7
      |               ^^^^^^
  padoms: vai domāts bērni, bērns vai bērnu?
)");
}

TEST(kind_of, is_the_kind_that_says_most) {
  facts one(law());
  const std::size_t person = one.add_person();
  EXPECT_EQ(kind_of(one, person), nullptr);
  one.set_person(person, "age", "7");
  EXPECT_EQ(kind_of(one, person), nullptr);
  EXPECT_EQ(kind_in_words(law(), "BĒRNI")->name, "child");
  EXPECT_EQ(kind_in_words(law(), "suns"), nullptr);
}

}  // namespace
