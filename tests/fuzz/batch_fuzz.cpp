// SPDX-License-Identifier: Apache-2.0
// Any bytes as a table for the shipped rules. The first byte chooses how it is read; whatever the rest is,
// each row comes back once, threads and portions change nothing, and the output can be read again.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <slieksnis/lv.hpp>
#include <slieksnis/source/json_tree.hpp>
#include <slieksnis/table/batch.hpp>
#include <string>

namespace {

using namespace slieksnis;

void expect(bool holds) {
  if (!holds) std::abort();
}

class text_source : public byte_source {
 public:
  text_source(std::string_view text, std::size_t portion) : text_(text), portion_(portion) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t count = std::min({into.size(), portion_, text_.size()});
    std::copy_n(text_.data(), count, into.data());
    text_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view text_;
  std::size_t portion_;
};

class text_sink : public byte_sink {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

struct run_result {
  std::string out;
  std::string rejected;
  batch_summary summary;
};

run_result run(const batch_options& options, std::string_view text, std::size_t portion) {
  text_source in(text, portion);
  text_sink out;
  text_sink rejected;
  run_result result;
  result.summary = run_batch(lv::law(), facts(lv::law()), options, in, out, &rejected);
  result.out = out.text;
  result.rejected = rejected.text;
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const unsigned how = data[0];
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  batch_options options;
  for (const char* name : {"gmi_benefit", "housing_benefit", "poor_household"})
    options.wanted.push_back(*lv::law().find(name));
  options.file = "table";
  options.on = parse_date("2023-08-01");
  if ((how & 1U) != 0) options.household_column = "household";
  if ((how & 2U) != 0) {
    options.on.reset();
    options.date_column = "day";
  }
  if ((how & 4U) != 0) options.output = row_syntax::ndjson;
  if ((how & 8U) != 0) options.output = row_syntax::csv;
  if ((how & 16U) == 0) options.on_error = bad_rows::mark;
  try {
    const run_result one = run(options, text, size);
    options.threads = 2;
    const run_result other = run(options, text, 3);
    expect(one.out == other.out && one.rejected == other.rejected);
    expect(one.summary.rows == other.summary.rows && one.summary.errors == other.summary.errors);
    expect((one.summary.errors == 0) == (one.summary.bad_rows == 0));
    for (const batch_of_benefit& of : one.summary.benefits) {
      const std::uint64_t good = one.summary.benefits.front().granted + one.summary.benefits.front().refused +
                                 one.summary.benefits.front().undetermined;
      expect(of.granted + of.refused + of.undetermined == good);
    }
    if (options.output.value_or(*one.summary.recognised.syntax) != row_syntax::ndjson) return 0;
    std::size_t rows = 0;
    for (std::size_t at = 0; at < one.out.size(); ++rows) {
      const std::size_t end = one.out.find('\n', at);
      expect(end != std::string::npos);
      std::vector<error> errors;
      static_cast<void>(
          parse_json(std::make_shared<source_text>("out", one.out.substr(at, end - at)), errors));
      for (const error& problem : errors) expect(problem.code() == error_code::json_encoding);
      at = end + 1;
    }
    expect(rows == one.summary.rows);
  } catch (const unusable& wrong) {
    expect(!wrong.errors().empty());
    for (const auto& one : wrong.errors())
      expect(!one.text(language::lv).empty() && !one.text(language::en).empty());
  }
  return 0;
}
