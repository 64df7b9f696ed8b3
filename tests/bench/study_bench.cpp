// SPDX-License-Identifier: Apache-2.0
// What a reform costs: reading it, comparing W (the million households of the table reading) under the law
// and under the reform, and a hundred settings of one parameter, beside one batch run over the same rows. All
// of it reads the same text in memory on one thread and writes nowhere.
#include <benchmark/benchmark.h>

#include <slieksnis/rule/part_of_rules.hpp>
#include <slieksnis/table/study.hpp>

#include <cstdlib>

#include "../support/workload.hpp"

namespace {

using namespace slieksnis;

std::size_t row_count() {
  const char* text = std::getenv("SLIEKSNIS_BENCH_ROWS");
  return text != nullptr ? std::strtoull(text, nullptr, 10) : 1'000'000;
}

std::string csv(std::size_t rows) {
  std::string result = std::string(workload::csv_header) + '\n';
  workload::households(rows).append_csv(result);
  return result;
}

class memory_source : public byte_source {
 public:
  explicit memory_source(const std::string& text) : text_(text) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t count = std::min(into.size(), text_.size() - at_);
    std::copy_n(text_.data() + at_, count, into.data());
    at_ += count;
    return count;
  }

 private:
  const std::string& text_;
  std::size_t at_ = 0;
};

const std::string& text() {
  static const std::string result = csv(row_count());
  return result;
}

class no_sink : public byte_sink {
 public:
  void write(std::string_view bytes) override { benchmark::DoNotOptimize(bytes.data()); }
};

source_pointer reform() {
  return std::make_shared<source_text>("raise.json",
                                       R"({ "reform": "raise", "title": { "lv": "t", "en": "t" },
    "parameters": { "gmi_share": { "versions": [ { "from": "2023-07-01", "to": "2024-01-01", "value": "0.25" } ] } } })");
}

batch_options rows(const rule_book& book) {
  batch_options result;
  for (const char* name : {"gmi_benefit", "housing_benefit", "poor_household", "low_income_household"})
    result.wanted.push_back(*book.find(name));
  result.on = workload::on();
  result.file = "w.csv";
  return result;
}

facts shared(const rule_book& book) {
  facts result(book);
  result.set("low_income_first", "501").set("low_income_next", "351");
  return result;
}

rule_book reformed() {
  std::vector<source_pointer> files;
  for (const auto& file : embedded_rule_files())
    if (!file.path.ends_with("cases.json"))
      files.push_back(std::make_shared<const source_text>(std::string(file.path), std::string(file.bytes)));
  return load_rule_book(files, book_use::answers, {reform()});
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(row_count()));
}

void study_batch(benchmark::State& state) {
  const rule_book& book = workload::book();
  const batch_options options = rows(book);
  for ([[maybe_unused]] auto turn : state) {
    memory_source in(text());
    no_sink out;
    benchmark::DoNotOptimize(run_batch(book, shared(book), options, in, out).rows);
  }
  count(state);
}
BENCHMARK(study_batch)->Unit(benchmark::kMillisecond);

void run(benchmark::State& state, const study_options& options) {
  for ([[maybe_unused]] auto turn : state) {
    memory_source in(text());
    benchmark::DoNotOptimize(run_study(options, in).all.households.rows);
  }
  count(state);
}

/// With all that a comparison tells: class, number of members, deciles of income, and the shortfall.
void group(study_options& options) {
  options.groups = {{"composition", false, {}, 0}, {"members", false, {}, 0}, {"income", false, {}, 10}};
  options.threshold = "poor_level";
  options.income = "income";
}

study_options asked(const rule_book& book) {
  study_options result;
  result.rows = rows(book);
  result.scenarios.push_back({"law", &book, shared(book), workload::on()});
  return result;
}

void study_simulate(benchmark::State& state) {
  study_options options = asked(workload::book());
  group(options);
  run(state, options);
}
BENCHMARK(study_simulate)->Unit(benchmark::kMillisecond);

void study_compare(benchmark::State& state) {
  static const rule_book other = reformed();
  study_options options = asked(workload::book());
  options.scenarios.push_back({"raise", &other, shared(other), workload::on()});
  group(options);
  run(state, options);
}
BENCHMARK(study_compare)->Unit(benchmark::kMillisecond);

void study_compare_totals(benchmark::State& state) {
  static const rule_book other = reformed();
  study_options options = asked(workload::book());
  options.scenarios.push_back({"raise", &other, shared(other), workload::on()});
  run(state, options);
}
BENCHMARK(study_compare_totals)->Unit(benchmark::kMillisecond);

void study_hundred_settings(benchmark::State& state) {
  const rule_book& book = workload::book();
  study_options options = asked(book);
  options.scenarios.clear();
  options.compares = false;
  for (int i = 0; i < 100; ++i) {
    facts one = shared(book);
    one.give("gmi_share", "0." + std::to_string(1500 + 25 * i));
    options.scenarios.push_back({"s", &book, std::move(one), workload::on()});
  }
  run(state, options);
}
BENCHMARK(study_hundred_settings)->Unit(benchmark::kMillisecond);

/// From the texts of a reform and of the rules that the wanted benefits need to a decider of rows.
void study_set_up(benchmark::State& state) {
  const std::string one = csv(1);
  for ([[maybe_unused]] auto turn : state) {
    const std::string names = "gmi_benefit housing_benefit poor_household low_income_household";
    const source_pointer change = reform();
    const rule_book book =
        load_rule_book(part_of_rules(embedded_rule_files(), {names, change->bytes()}, false, {}),
                       book_use::answers, {change});
    study_options options = asked(book);
    memory_source in(one);
    benchmark::DoNotOptimize(run_study(options, in).all.households.rows);
  }
}
BENCHMARK(study_set_up)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
