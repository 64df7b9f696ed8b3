// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/source/citation.hpp>

namespace {

using namespace slieksnis;

TEST(citation, names_the_act_and_its_article) {
  citation law;
  law.act = {"Likums", "Law"};
  law.article = {"33. pants", "Section 33"};
  EXPECT_EQ(law.name(language::lv), "Likums, 33. pants");
  EXPECT_EQ(law.name(language::en), "Law, Section 33");
}

TEST(citation, names_a_page_without_an_article) {
  citation page;
  page.act = {"Ministrijas lapa", "Ministry page"};
  EXPECT_EQ(page.name(language::lv), "Ministrijas lapa");
  EXPECT_EQ(page.name(language::en), "Ministry page");
}

TEST(citation, knows_no_edition_unless_told) { EXPECT_EQ(citation{}.edition, std::nullopt); }

}  // namespace
