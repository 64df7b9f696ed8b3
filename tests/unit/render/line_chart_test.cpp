// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/line_chart.hpp>

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

line_chart chart_of(std::vector<std::pair<rational, std::optional<rational>>> points) {
  return {"Cost & more",
          "2026",
          "share",
          {{"Cost", "EUR", 2, {{"A < B", std::move(points)}}}},
          {{"Notes", {"one"}}}};
}

TEST(line_chart, draws_from_corner_to_corner_and_leaves_out_what_is_straight) {
  const std::string svg =
      line_chart_svg(chart_of({{0, rational(0)}, {1, rational(5)}, {2, rational(10)}}), language::en);
  EXPECT_THAT(svg, HasSubstr("d=\"M84 414L920 118\""));
  EXPECT_THAT(svg, HasSubstr("Cost &amp; more"));
  EXPECT_THAT(svg, HasSubstr("<title>A &lt; B</title>"));
  EXPECT_THAT(svg, HasSubstr("Cost, A &lt; B: first 0.00, last 10.00, least 0.00, greatest 10.00 EUR."));
}

TEST(line_chart, breaks_where_nothing_is_known) {
  const std::string svg = line_chart_svg(
      chart_of(
          {{0, rational(10)}, {1, std::nullopt}, {2, rational(10)}, {3, rational(10)}, {4, std::nullopt}}),
      language::en);
  EXPECT_THAT(svg, HasSubstr("d=\"M84 118h2M502 118L711 118\""));
}

TEST(line_chart, goes_below_zero) {
  const std::string svg = line_chart_svg(chart_of({{0, rational(-10)}, {1, rational(10)}}), language::lv);
  EXPECT_THAT(svg, HasSubstr("d=\"M84 414L920 118\""));
  EXPECT_THAT(svg, HasSubstr(">−10</text>"));
}

TEST(line_chart, of_one_point_or_none_is_still_a_page) {
  EXPECT_THAT(line_chart_svg(chart_of({{5, rational(1)}}), language::en), HasSubstr("h2\""));
  const std::string none = line_chart_svg(chart_of({{5, std::nullopt}}), language::en);
  EXPECT_THAT(none, HasSubstr("There is nothing to draw."));
  EXPECT_THAT(none, Not(HasSubstr("class=\"line\"")));
}

TEST(line_chart, writes_numbers_of_any_size) {
  const std::string svg = line_chart_svg(
      chart_of({{rational(1, 1000), rational(1'000'000'000)}, {rational(2, 1000), rational(2'000'000'000)}}),
      language::lv);
  EXPECT_THAT(svg, HasSubstr(">0,0015</text>"));
  EXPECT_THAT(svg, HasSubstr(">2000000000</text>"));
}

TEST(heat_map, has_six_shades_and_hatches_what_is_not_known) {
  heat_map map{"Map", "2026", "x", "y", "EUR", {1, 2, 3}, {10, 20}, {}, {}};
  map.values = {rational(0), rational(60), rational(30), std::nullopt, rational(30), rational(59)};
  const std::string svg = heat_map_svg(map, language::en);
  EXPECT_THAT(svg, HasSubstr("class=\"open\""));
  EXPECT_THAT(svg, HasSubstr(">50.00–60.00</text>"));
  EXPECT_THAT(svg, HasSubstr("Least 0.00, greatest 60.00 EUR."));
  // The two cells of 30 are one: two thirds of the width.
  EXPECT_THAT(svg, HasSubstr("width=\"557.34\""));
}

TEST(heat_map, of_one_value_has_one_class) {
  heat_map map{"Map", "2026", "x", "y", "EUR", {1}, {10}, {rational(5)}, {}};
  EXPECT_THAT(heat_map_svg(map, language::lv), HasSubstr(">5,00</text>"));
}

}  // namespace
