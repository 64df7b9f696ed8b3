// SPDX-License-Identifier: Apache-2.0
/// \file Tables in memory: texts as sources and sinks, and a whole batch in one call.
#pragma once

#include <algorithm>
#include <slieksnis/table/batch.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

namespace text_batch {

using namespace slieksnis;

/// A text, given in portions as a pipe would.
class source : public byte_source {
 public:
  explicit source(std::string text, std::size_t portion = 1U << 20U)
      : text_(std::move(text)), portion_(portion) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t count = std::min({into.size(), portion_, text_.size() - at_});
    std::copy_n(text_.data() + at_, count, into.data());
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t portion_;
  std::size_t at_ = 0;
};

class sink : public byte_sink {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  std::string text;
};

/// What a batch gave.
struct result {
  std::string out;
  std::string rejected;
  batch_summary summary;
};

inline result run(const rule_book& book, const facts& shared, const batch_options& options,
                  const std::string& text, std::size_t portion = 1U << 20U) {
  source in(text, portion);
  sink out;
  sink rejected;
  result made;
  made.summary = run_batch(book, shared, options, in, out, &rejected);
  made.out = out.text;
  made.rejected = rejected.text;
  return made;
}

/// The errors that a batch found, or was stopped by, in English.
inline std::string errors_of(const rule_book& book, const facts& shared, const batch_options& options,
                             const std::string& text) {
  try {
    std::string result;
    for (const error& one : run(book, shared, options, text).summary.first_errors)
      result += (result.empty() ? "" : "\n") + one.text(language::en);
    return result;
  } catch (const unusable& problem) {
    return problem.text(language::en);
  }
}

}  // namespace text_batch
