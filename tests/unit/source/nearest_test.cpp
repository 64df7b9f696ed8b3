// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/source/nearest.hpp>

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::string> known{"income",  "income_median", "housing_costs",
                                     "members", "children",      "adults"};

TEST(nearest, folds_marks_hyphens_blanks_and_capitals) {
  EXPECT_EQ(folded("Mājokļa-pabalsts"), "majokla_pabalsts");
  EXPECT_EQ(folded("GMI līmenis"), "gmi_limenis");
  EXPECT_EQ(folded("āčēģīķļņšūž"), "acegiklnsuz");
  EXPECT_EQ(folded("ĀČĒĢĪĶĻŅŠŪŽ"), "acegiklnsuz");
  EXPECT_EQ(folded("already_folded_1"), "already_folded_1");
  EXPECT_EQ(folded(""), "");
}

TEST(nearest, leaves_letters_it_does_not_know) { EXPECT_EQ(folded("öé"), "öé"); }

TEST(nearest, forgives_a_slip_of_the_finger) {
  EXPECT_THAT(nearest("incme", known), ElementsAre("income"));
  EXPECT_THAT(nearest("incoem", known), ElementsAre("income"));
  EXPECT_THAT(nearest("Housing-Cost", known), ElementsAre("housing_costs"));
  EXPECT_THAT(nearest("chidlren", known), ElementsAre("children"));
}

TEST(nearest, takes_a_whole_word_for_an_abbreviation) {
  EXPECT_THAT(nearest("median", known), ElementsAre("income_median"));
  EXPECT_THAT(nearest("costs", known), ElementsAre("housing_costs"));
}

TEST(nearest, puts_the_closest_first_and_names_three_at_most) {
  EXPECT_THAT(nearest("abcdefghi", {"abcdexyzi", "abcdefgxy", "abcdefghx"}),
              ElementsAre("abcdefghx", "abcdefgxy"));
  EXPECT_THAT(nearest("abc", {"abd", "abe", "abf", "abg"}), ElementsAre("abd", "abe", "abf"));
}

TEST(nearest, suggests_nothing_far_away) {
  EXPECT_THAT(nearest("abcdef", {"abcxyz"}), IsEmpty()) << "a third of the letters may differ";
  EXPECT_THAT(nearest("abcdef", {"abcdxy"}), ElementsAre("abcdxy"));
  EXPECT_THAT(nearest("pension", known), IsEmpty());
  EXPECT_THAT(nearest("", known), IsEmpty());
  EXPECT_THAT(nearest("x", {}), IsEmpty());
  EXPECT_THAT(nearest(std::string(81, 'a'), {std::string(81, 'a')}), IsEmpty())
      << "nobody means a name this long";
  EXPECT_THAT(nearest(std::string(80, 'a'), {std::string(80, 'a')}), ElementsAre(std::string(80, 'a')));
}

TEST(nearest, asks_whether_it_was_meant) {
  EXPECT_EQ(did_you_mean("incme", known), (words{"vai domāts income?", "did you mean income?"}));
  EXPECT_EQ(did_you_mean("abc", {"abd", "abe"}),
            (words{"vai domāts abd vai abe?", "did you mean abd or abe?"}));
  EXPECT_EQ(did_you_mean("abc", {"abd", "abe", "abf"}).en, "did you mean abd, abe or abf?");
  EXPECT_TRUE(did_you_mean("zzzzzz", known).empty());
}

TEST(nearest, leaves_out_marks_that_stand_by_themselves) {
  EXPECT_EQ(folded("Ma\u0304jokl\u0327a"), "majokla");
  EXPECT_EQ(folded("s\u030Ck"), "sk");
  EXPECT_EQ(folded("\xCC"), "\xCC") << "a broken character stays";
}

TEST(nearest, joins_names_as_in_a_sentence) {
  EXPECT_EQ(either({"a"}), (words{"a", "a"}));
  EXPECT_EQ(either({"a", "b", "c"}), (words{"a, b vai c", "a, b or c"}));
}

TEST(nearest, takes_the_beginnings_of_words_for_a_name) {
  EXPECT_TRUE(is_short_for("majokla_izd", "majokla_izdevumi"));
  EXPECT_TRUE(is_short_for("maj_izd", "majokla_izdevumi"));
  EXPECT_TRUE(is_short_for("maj", "majokla_izdevumi"));
  EXPECT_TRUE(is_short_for("majokla_izdevumi", "majokla_izdevumi"));
  for (const char* brief :
       {"ma", "m_i", "", "_", "izdevumi", "majokla_", "majokla__i", "majokla_izdevumi_x", "majoklis"})
    EXPECT_FALSE(is_short_for(brief, "majokla_izdevumi")) << brief;
}

TEST(nearest, finds_what_a_word_is_short_for) {
  const std::vector<known_name> names{{"pension", 0},      {"pensija", 0},         {"pensioner", 1},
                                      {"pensionārs", 1},   {"housing_costs", 2},   {"housing_benefit", 3},
                                      {"gmi_pabalsts", 4}, {"gmi_pabalsts_bez", 5}};
  const auto meant = [&](std::string_view brief) {
    std::string result;
    for (const auto& one : short_for(brief, names)) result += one.name + " ";
    return result;
  };
  EXPECT_EQ(meant("Hous-C"), "housing_costs ");
  EXPECT_EQ(meant("pens"), "pension pensioner ") << "one name a meaning";
  EXPECT_EQ(meant("pensi"), "pension pensioner ");
  EXPECT_EQ(meant("pensij"), "pensija ");
  EXPECT_EQ(meant("housing"), "housing_costs housing_benefit ");
  EXPECT_EQ(meant("gmi-pab"), "gmi_pabalsts ") << "each word is there";
  EXPECT_EQ(meant("gmi-pab-b"), "gmi_pabalsts_bez ");
  EXPECT_EQ(meant("gmi"), "gmi_pabalsts gmi_pabalsts_bez ");
  EXPECT_EQ(meant("x"), "");
}

}  // namespace
