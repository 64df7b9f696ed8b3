// SPDX-License-Identifier: Apache-2.0
// Random households under the shipped rules, written as rows in random dialects: every row is decided as
// `decide` decides its case alone, whatever the dialect, the portions and the threads.
#include <gtest/gtest.h>

#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/table/read_csv.hpp>
#include <slieksnis/table/read_ndjson.hpp>

#include "../rules/shipped_rules.hpp"
#include "random_rows.hpp"
#include "tables.hpp"
#include "text_batch.hpp"

namespace {

using namespace slieksnis;
using random_rows::dialect;
using random_rows::dice;
using random_rows::population;

/// What a row of the output says of a benefit, as `tables::shown` writes it.
std::string said(const std::string& outcome, std::string amount, const std::string& reason) {
  std::replace(amount.begin(), amount.end(), ',', '.');
  std::string result = outcome;
  if (!amount.empty()) {
    const auto written = parse_decimal(amount);
    result += " " + (written ? to_string(rational(*written)) : amount);
  }
  return reason.empty() ? result : result + " " + reason;
}

/// By row and benefit.
std::vector<std::vector<std::string>> read_output(const rule_book& book,
                                                  const std::vector<std::size_t>& wanted, const dialect& how,
                                                  std::string_view out) {
  std::vector<std::vector<std::string>> result;
  const bool csv = how.syntax == row_syntax::csv;
  std::vector<std::string> headers;
  for (std::size_t at = 0; at < out.size();) {
    std::map<std::string, std::string> cells;
    if (csv) {
      std::size_t next = 0;
      const auto fields = csv_row(out, at, how.separator, next);
      std::string room;
      for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string text(fields[i].says(out, room));
        if (at == 0)
          headers.push_back(text);
        else
          cells[headers.at(i)] = text;
      }
      EXPECT_TRUE(at == 0 || fields.size() == headers.size());
      const bool first = at == 0;
      at = next;
      if (first) continue;
    } else {
      const std::size_t end = out.find('\n', at);
      const std::string line(out.substr(at, end - at));
      at = end + 1;
      std::vector<error> errors;
      const auto tree = parse_json(std::make_shared<source_text>("out", line), errors);
      EXPECT_TRUE(errors.empty()) << line;
      if (!tree) continue;
      for (std::size_t i = 0; i < tree->keys.size(); ++i)
        if (tree->items[i].kind == json_kind::text)
          cells[std::string(tree->keys[i].name)] = std::string(tree->items[i].text);
    }
    std::vector<std::string> row;
    for (const std::size_t id : wanted) {
      const std::string& name = book.at(id).name;
      row.push_back(said(cells[name + "_outcome"], cells[name + "_amount"], cells[name + "_reason"]));
    }
    result.push_back(std::move(row));
  }
  return result;
}

struct tally {
  std::size_t rows = 0;
  std::size_t bad = 0;
  std::size_t persons = 0;
  std::size_t granted = 0;
  std::size_t days = 0;
};

void compare(const rule_book& book, const std::vector<std::size_t>& wanted, const population& people,
             const dialect& how, dice& draw, tally& seen) {
  const std::string text = random_rows::text_of(book, people, how, draw);
  batch_options options;
  options.wanted = wanted;
  options.file = "rows";
  options.on_error = bad_rows::mark;
  options.threads = static_cast<unsigned>(1 + draw.below(3));
  if (people.own_days)
    options.date_column = "day";
  else
    options.on = people.households.front().on;
  if (people.of_persons) options.household_column = "hh";
  SCOPED_TRACE(text.substr(0, 3000));
  // A header of one column, or with names that hold separators, may not tell the separator.
  if (how.syntax == row_syntax::csv) options.input = {how.syntax, how.separator, {}};
  const auto made = text_batch::run(book, facts(book), options, text, draw.one_in(3) ? 7 : 1U << 16U);
  const auto rows = read_output(book, wanted, how, made.out);
  std::map<date, tables::one_at_a_time> alone;
  std::size_t at = 0;
  std::size_t bad = 0;
  for (const auto& one : people.households) {
    const auto expected = alone.try_emplace(one.on, book, one.on, wanted).first->second.answers(one.stated);
    for (std::size_t row = 0; row < one.rows.size(); ++row, ++at) {
      ASSERT_LT(at, rows.size());
      if (!one.consistent) {
        ++bad;
        EXPECT_TRUE(rows[at].front().starts_with("error ")) << "row " << at;
        continue;
      }
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool of_person = book.at(wanted[i]).of == entity::person;
        const std::string& right = expected[i][of_person ? row : 0];
        ASSERT_EQ(rows[at][i], right) << book.at(wanted[i]).name << ", row " << at;
        if (right.starts_with("granted")) ++seen.granted;
      }
    }
  }
  EXPECT_EQ(at, rows.size());
  EXPECT_EQ(made.summary.bad_rows, bad)
      << (made.summary.first_errors.empty() ? std::string()
                                            : unusable(made.summary.first_errors).text(language::en));
  seen.rows += at;
  seen.bad += bad;
  if (people.of_persons) seen.persons += at;
  if (people.own_days) ++seen.days;
}

TEST(batch_property, decides_rows_of_any_dialect_as_cases_alone) {
  const rule_book& book = shipped::book();
  std::vector<std::size_t> benefits;
  for (std::size_t id = 0; id < book.definitions().size(); ++id)
    if (book.at(id).is_decided() && (book.at(id).of == entity::person || book.at(id).of == entity::household))
      benefits.push_back(id);
  tally seen;
  const std::uint64_t first = random_tables::from_environment("SLIEKSNIS_BATCH_SEED", 1);
  const std::uint64_t rounds = random_tables::from_environment("SLIEKSNIS_BATCH_ROUNDS", 80);
  for (std::uint64_t round = 0; round < rounds && !HasFatalFailure() && !HasNonfatalFailure(); ++round) {
    SCOPED_TRACE("SLIEKSNIS_BATCH_ROUNDS=1 SLIEKSNIS_BATCH_SEED=" + std::to_string(first + round));
    dice draw(first + round);
    std::vector<date> days;
    for (auto count = draw.one_in(3) ? 3 : 1; count > 0; --count)
      days.push_back(*parse_date("2021-01-01") + std::chrono::days{draw.between(0, 2100)});
    std::vector<std::size_t> wanted;
    for (auto more = draw.between(1, 3); more > 0; --more) {
      const std::size_t id = draw.of(benefits);
      if (std::find(wanted.begin(), wanted.end(), id) == wanted.end()) wanted.push_back(id);
    }
    try {
      for (const date on : days) static_cast<void>(make_plan(book, on, wanted));
    } catch (const unusable&) {
      continue;  // something has no version on one of the days
    }
    population people =
        random_rows::any_population(book, days, random_tables::columns_for(book, days.front(), wanted), draw);
    if (!people.of_persons)
      std::erase_if(wanted, [&](std::size_t id) { return book.at(id).of == entity::person; });
    if (wanted.empty()) continue;
    try {
      for (int dialects = 0; dialects < 3; ++dialects)
        compare(book, wanted, people, random_rows::any_dialect(draw), draw, seen);
    } catch (const unusable& problem) {
      // Columns none of which is needed are refused, rightly.
      ASSERT_EQ(problem.errors().front().code(), error_code::table_header) << problem.what();
    }
  }
  std::cout << seen.rows << " rows, " << seen.bad << " bad, " << seen.persons << " of persons, "
            << seen.granted << " granted, " << seen.days << " tables with days of their own\n";
  if (rounds < 60) return;
  EXPECT_GT(seen.rows, 2000U);
  EXPECT_GT(seen.bad, 10U);
  EXPECT_GT(seen.persons, 500U);
  EXPECT_GT(seen.granted, 100U);
  EXPECT_GT(seen.days, 5U);
}

}  // namespace
