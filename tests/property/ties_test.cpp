// SPDX-License-Identifier: Apache-2.0
// Exact ties: rates and medians whose product lies halfway between two euros or two cents, and incomes that
// lie on a share of a median to the last digit. Every reading agrees with whole numbers computed here.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <sstream>

#include "../rules/shipped_rules.hpp"
#include "../unit/support/rule_text.hpp"
#include "random_table.hpp"
#include "text_batch.hpp"

namespace {

using namespace slieksnis;
using random_tables::dice;

constexpr std::size_t count = 10'000;
constexpr std::int64_t rate_scale = 10'000;  // rates have four decimals, medians and incomes two
const date on = *parse_date("2023-07-01");

const rule_book& book() {
  using namespace rule_text;
  const auto benefit = [](const char* name, const char* to) {
    return named(
        name, R"("of": "household", "unit": "EUR/month", "paid": "month", )" +
                  versions({since("2020-01-01",
                                  R"("entitled_if": "true", "amount": "rate * median", "round": { "to": ")" +
                                      std::string(to) + R"(", "mode": "half_up", "source": "s" })")}));
  };
  static const rule_book result = rule_text::book(
      {section("facts", {asked("rate", R"("of": "household", "unit": "1", "decimals": 4)"),
                         asked("median", R"("of": "household", "unit": "EUR/month", "decimals": 2)"),
                         asked("income", R"("of": "household", "unit": "EUR/month", "decimals": 2)")}),
       section(
           "statuses",
           {named("poor", R"("of": "household", )" +
                              versions({since("2020-01-01", R"("entitled_if": "income <= rate * median")")})),
            named("below",
                  R"("of": "household", )" +
                      versions({since("2020-01-01", R"("entitled_if": "income < rate * median")")}))}),
       section("benefits", {benefit("to_euro", "1"), benefit("to_cent", "0.01")})});
  return result;
}

/// Columns of rates, medians and incomes in units of their last decimal.
struct rows {
  std::vector<std::int64_t> rate;
  std::vector<std::int64_t> median;
  std::vector<std::int64_t> income;

  void add(std::int64_t r, std::int64_t m, std::int64_t i) {
    rate.push_back(r);
    median.push_back(m);
    income.push_back(i);
  }
  [[nodiscard]] fact_table table() const {
    fact_table result(book(), rate.size());
    result.numbers("rate", rate, 4).numbers("median", median, 2).numbers("income", income, 2);
    return result;
  }
};

/// A median with which `rate * median` is `rest` modulo `modulus`, in units of both last decimals.
std::optional<std::int64_t> median_for(std::int64_t rate, std::int64_t rest, std::int64_t modulus) {
  const std::int64_t shared = std::gcd(rate, modulus);
  if (rest % shared != 0) return std::nullopt;
  const std::int64_t of = modulus / shared;
  // The inverse of rate / shared modulo `of`, by Euclid's algorithm.
  std::int64_t a = rate / shared % of;
  std::int64_t b = of;
  std::int64_t x = 1;
  std::int64_t y = 0;
  while (b != 0) {
    const std::int64_t q = a / b;
    a -= q * b;
    std::swap(a, b);
    x -= q * y;
    std::swap(x, y);
  }
  const std::int64_t inverse = (x % of + of) % of;
  return rest / shared % of * inverse % of;
}

/// Half of the rows are exact ties when rounded to `step` units of a cent; each other one is a last digit
/// off, or anything.
rows ties(std::int64_t step, dice& draw) {
  rows result;
  const std::int64_t modulus = rate_scale * step;
  while (result.rate.size() < count) {
    const std::int64_t rate = draw.between(1, 19'999);
    const auto least = median_for(rate, modulus / 2, modulus);
    if (!least) continue;
    const std::int64_t again = modulus / std::gcd(rate, modulus);
    const std::int64_t median = *least + again * draw.between(0, std::max<std::int64_t>(0, 500'000 / again));
    result.add(rate, median, 0);
    result.add(draw.one_in(2) ? rate : rate + 1, median + draw.between(-2, -1), 0);
  }
  return result;
}

/// The product in cents, rounded half up to whole steps of `step` cents; all above zero.
std::int64_t rounded(std::int64_t rate, std::int64_t median, std::int64_t step) {
  const std::int64_t unit = rate_scale * step;
  return (2 * rate * median + unit) / (2 * unit) * step;
}

/// A whole number of last decimals, written with a comma.
std::string written(std::int64_t number, int decimals) {
  std::string text = std::to_string(number);
  while (text.size() <= static_cast<std::size_t>(decimals)) text.insert(0, "0");
  return text.insert(text.size() - static_cast<std::size_t>(decimals), ",");
}

/// The same rows as a table of a spreadsheet: what `run_batch` answers to each.
std::vector<std::string> answers_of_batch(const rows& drawn, std::size_t wanted) {
  std::string text = "rate;median;income\n";
  for (std::size_t row = 0; row < drawn.rate.size(); ++row)
    text += written(drawn.rate[row], 4) + ";" + written(drawn.median[row], 2) + ";" +
            written(drawn.income[row], 2) + "\n";
  batch_options options;
  options.wanted = {wanted};
  options.on = on;
  options.threads = 2;
  std::istringstream lines(text_batch::run(book(), facts(book()), options, text).out);
  std::vector<std::string> result;
  std::string line;
  std::getline(lines, line);  // the header
  while (std::getline(lines, line)) {
    for (int field = 0; field < 3; ++field) line.erase(0, line.find(';') + 1);
    std::string answer = line.substr(0, line.find(';'));
    line.erase(0, line.find(';') + 1);
    if (book().at(wanted).kind == definition_kind::benefit) {
      std::string amount = line.substr(0, line.find(';'));
      line.erase(0, line.find(';') + 1);
      std::replace(amount.begin(), amount.end(), ',', '.');
      if (const auto number = parse_decimal(amount)) answer += " " + to_string(rational(*number));
    }
    result.push_back(line.empty() ? answer : answer + " " + line);
  }
  return result;
}

/// Every way of reading the table, and each row alone.
void expect_in_every_reading(const rows& drawn, const char* wanted_name,
                             const std::function<std::string(std::size_t)>& expected) {
  const std::vector<std::size_t> wanted{*book().find(wanted_name)};
  const fact_table table = drawn.table();
  const table_decider decider(table, on, wanted);
  EXPECT_TRUE(decider.program().holds());
  table_workspace workspace;
  table_decisions all;
  for (const lane_width least :
       {lane_width::bits_32, lane_width::bits_64, lane_width::bits_128, lane_width::exact})
    for (const std::size_t block : {std::size_t{1024}, std::size_t{1}}) {
      decider.decide(table, all, workspace, {.block = block, .least = least});
      EXPECT_EQ(all.households_read_exactly, least == lane_width::exact ? drawn.rate.size() : 0U);
      std::size_t wrong = 0;
      for (std::size_t row = 0; row < drawn.rate.size(); ++row)
        wrong += tables::shown(all, 0, row) == expected(row) ? 0U : 1U;
      EXPECT_EQ(wrong, 0U) << "width " << static_cast<int>(least) << " blocks of " << block;
    }
  const std::vector<std::string> batch = answers_of_batch(drawn, wanted.front());
  ASSERT_EQ(batch.size(), drawn.rate.size());
  for (std::size_t row = 0; row < drawn.rate.size(); ++row)
    ASSERT_EQ(batch[row], expected(row)) << "in a batch: " << drawn.rate[row] << " * " << drawn.median[row];
  tables::one_at_a_time alone(book(), on, wanted);
  for (std::size_t row = 0; row < drawn.rate.size(); ++row) {
    facts stated(book());
    stated.put(*book().find("rate"), {rational(drawn.rate[row], rate_scale), {}});
    stated.put(*book().find("median"), {rational(drawn.median[row], 100), {}});
    stated.put(*book().find("income"), {rational(drawn.income[row], 100), {}});
    ASSERT_EQ(alone.answers(stated)[0][0], expected(row)) << drawn.rate[row] << " * " << drawn.median[row];
  }
}

TEST(ties, of_rates_and_medians_go_up) {
  dice draw(20'230'701);
  for (const std::int64_t step : {std::int64_t{100}, std::int64_t{1}}) {
    const rows drawn = ties(step, draw);
    ASSERT_EQ(drawn.rate.size(), count);
    std::size_t exact_ties = 0;
    for (std::size_t row = 0; row < count; ++row) {
      const std::int64_t unit = rate_scale * step;
      exact_ties += drawn.rate[row] * drawn.median[row] % unit * 2 == unit ? 1U : 0U;
    }
    EXPECT_GE(exact_ties, count / 2);
    EXPECT_LT(exact_ties, count * 3 / 4) << "the others are near ties";
    expect_in_every_reading(drawn, step == 100 ? "to_euro" : "to_cent", [&](std::size_t row) {
      return "granted " + to_string(rational(rounded(drawn.rate[row], drawn.median[row], step), 100));
    });
  }
}

TEST(ties, of_incomes_with_a_share_of_the_median_are_not_above_it) {
  dice draw(20'230'702);
  rows drawn;
  while (drawn.rate.size() < count) {
    const std::int64_t rate = draw.between(1, 10'000);
    // A median whose share has no more than two decimals, so that an income can lie exactly on it.
    const std::int64_t median =
        rate_scale / std::gcd(rate, rate_scale) * draw.between(1, 500'000 / rate_scale + 1);
    const std::int64_t share = rate * median / rate_scale;
    drawn.add(rate, median, share);
    drawn.add(rate, median + draw.between(-1, 1), share + draw.between(-1, 1));
  }
  std::size_t on_it = 0;
  for (std::size_t row = 0; row < count; ++row)
    on_it += drawn.income[row] * rate_scale == drawn.rate[row] * drawn.median[row] ? 1U : 0U;
  EXPECT_GE(on_it, count / 2);
  EXPECT_LT(on_it, count * 3 / 4);
  const auto gap = [&](std::size_t row) {
    return drawn.income[row] * rate_scale - drawn.rate[row] * drawn.median[row];
  };
  expect_in_every_reading(drawn, "poor", [&](std::size_t row) {
    return std::string(gap(row) <= 0 ? "granted" : "refused income <= rate * median");
  });
  expect_in_every_reading(drawn, "below", [&](std::size_t row) {
    return std::string(gap(row) < 0 ? "granted" : "refused income < rate * median");
  });
}

/// The shipped rule itself: the GMI threshold is a share of the median, rounded half up to a whole euro.
TEST(ties, of_the_shipped_share_and_median_go_up) {
  dice draw(20'250'301);
  const rows drawn = ties(100, draw);
  const rule_book& law = shipped::book();
  const std::size_t share = *law.find("gmi_share");
  const std::size_t median = *law.find("income_median");
  std::size_t compared = 0;
  for (std::size_t row = 0; row < count; row += count / random_tables::rounds(2'000)) {
    // Below the threshold of an earlier year it would stay as it was.
    if (drawn.rate[row] * drawn.median[row] < 200 * 100 * rate_scale) continue;
    facts stated(law);
    stated.put_override(share, {rational(drawn.rate[row], rate_scale), {}});
    stated.put_override(median, {rational(drawn.median[row], 100), {}});
    const auto threshold = value_of(law, *parse_date("2025-03-01"), "gmi_first", stated);
    ASSERT_NE(threshold.as<rational>(), nullptr);
    EXPECT_EQ(*threshold.as<rational>(), rational(rounded(drawn.rate[row], drawn.median[row], 100), 100))
        << drawn.rate[row] << " * " << drawn.median[row];
    ++compared;
  }
  EXPECT_GT(compared, random_tables::rounds(2'000) / 2);
}

}  // namespace
