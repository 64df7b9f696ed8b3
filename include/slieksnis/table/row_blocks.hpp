// SPDX-License-Identifier: Apache-2.0
/// \file A stream of rows in pieces that end where a row ends, and where a household ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "../source/error.hpp"
#include "byte_stream.hpp"
#include "row_format.hpp"

namespace slieksnis {
inline namespace v0 {

/// Whole rows. Behind the text stand a line end and some bytes that may be read.
struct row_block {
  std::vector<char> bytes;
  std::size_t size = 0;
  std::size_t lines = 0;         ///< line ends in the text
  std::uint64_t first_line = 1;  ///< of the file

  [[nodiscard]] std::string_view text() const noexcept { return {bytes.data(), size}; }
};

/// How much text a block has, as a rule.
inline constexpr std::size_t block_bytes = std::size_t{256} << 10U;
/// The most that a row, or the rows of one household, may take.
inline constexpr std::size_t row_bytes_max = std::size_t{16} << 20U;
/// How many bytes behind the text of a block may be read.
inline constexpr std::size_t block_padding = 64;

/// Cuts what a source gives. One block after another, by one thread at a time.
class block_reader {
 public:
  /// `file` is its name in errors.
  block_reader(byte_source& in, std::string file, std::size_t size = block_bytes)
      : in_(in), file_(std::move(file)), size_(size) {}

  /// The front of what is not taken yet, without a byte order mark: a block, or all where there is less.
  [[nodiscard]] std::string_view front();
  /// Takes bytes off the front, such as the header.
  void take(std::size_t count);
  /// Makes the front longer; false when there is no more, or it has `row_bytes_max`.
  bool longer();

  /// How rows end, before the first block. `household`, if any, tells of a row whose it is: then rows of one
  /// household stay in one block.
  void cut_rows(row_syntax syntax, char separator,
                std::function<std::string(std::string_view)> household = {});

  /// The next block; false at the end. Empty lines at the end of the text are left out.
  /// Errors: `unusable` for a quote that is never closed, and for a row, or a household, of more than
  /// `row_bytes_max`.
  [[nodiscard]] bool next(row_block& into);

  /// Bytes read so far, and the line on which the front begins.
  [[nodiscard]] std::uint64_t bytes() const noexcept { return read_; }
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }

 private:
  void fill(std::size_t wanted);
  [[nodiscard]] std::size_t cut() const;
  [[nodiscard]] std::size_t household_cut(std::size_t end) const;
  [[noreturn]] void refuse() const;

  byte_source& in_;
  std::string file_;
  std::size_t size_;
  row_syntax syntax_ = row_syntax::csv;
  char separator_ = ',';
  std::function<std::string(std::string_view)> household_;
  std::vector<char> waiting_;  ///< read, not taken: `used_` bytes of it
  std::size_t used_ = 0;
  bool started_ = false;
  bool ended_ = false;
  std::uint64_t read_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "row_blocks.ipp"
#endif
