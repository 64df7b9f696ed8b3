// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "csv_fields.hpp"
#include "processors.ipp"
#include "row_blocks.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE std::size_t lines_in(std::string_view text) noexcept {
  std::size_t result = 0;
  const std::size_t whole = text.size() / rows_at_once * rows_at_once;
  on_this_processor([&] {
    for (std::size_t i = 0; i < whole; i += rows_at_once) {
      unsigned char here = 0;  // at most as many as bytes at once
      SLIEKSNIS_ROWS_APART
      for (std::size_t j = 0; j < rows_at_once; ++j)
        here = static_cast<unsigned char>(here + (text[i + j] == '\n' ? 1 : 0));
      result += here;
    }
  });
  return result + static_cast<std::size_t>(
                      std::count(text.begin() + static_cast<std::ptrdiff_t>(whole), text.end(), '\n'));
}

SLIEKSNIS_INLINE bool is_ascii(std::string_view text) noexcept {
  unsigned char all = 0;
  const std::size_t whole = text.size() / rows_at_once * rows_at_once;
  on_this_processor([&] {
    for (std::size_t i = 0; i < whole; i += rows_at_once) {
      unsigned char here = 0;
      SLIEKSNIS_ROWS_APART
      for (std::size_t j = 0; j < rows_at_once; ++j) here |= static_cast<unsigned char>(text[i + j]);
      all |= here;
    }
  });
  for (const char c : text.substr(whole)) all |= static_cast<unsigned char>(c);
  return all < 0x80U;
}

/// The text up to `end` without empty lines at its end; the end of the last line that is not empty stays.
SLIEKSNIS_INLINE std::size_t without_empty_lines(std::string_view text, std::size_t end) noexcept {
  while (end > 0 && text[end - 1] == '\n') {
    const std::size_t line = end - (end > 1 && text[end - 2] == '\r' ? 2 : 1);
    if (line > 0 && text[line - 1] != '\n') return end;
    end = line;
  }
  return end;
}

/// Where the line begins that ends at `end`, which is behind its line end.
SLIEKSNIS_INLINE std::size_t line_before(std::string_view text, std::size_t end) noexcept {
  if (end < 2) return 0;
  const std::size_t found = text.rfind('\n', end - 2);
  return found == std::string_view::npos ? 0 : found + 1;
}

}  // namespace detail

SLIEKSNIS_INLINE void block_reader::fill(std::size_t wanted) {
  if (waiting_.size() < wanted) waiting_.resize(wanted);
  while (!ended_ && used_ < wanted) {
    const std::size_t count = in_.read(std::span(waiting_).subspan(used_, wanted - used_));
    ended_ = count == 0;
    used_ += count;
    read_ += count;
  }
  if (started_ || (used_ < 3 && !ended_)) return;
  started_ = true;
  const std::size_t mark = byte_order_mark({waiting_.data(), used_});
  std::memmove(waiting_.data(), waiting_.data() + mark, used_ - mark);
  used_ -= mark;
}

SLIEKSNIS_INLINE std::string_view block_reader::front() {
  fill(size_);
  return {waiting_.data(), used_};
}

SLIEKSNIS_INLINE bool block_reader::longer() {
  if (ended_ || used_ >= row_bytes_max) return false;
  const std::size_t before = used_;
  fill(std::min(std::max(used_ * 2, size_), row_bytes_max));
  return used_ > before;
}

SLIEKSNIS_INLINE void block_reader::take(std::size_t count) {
  line_ += detail::lines_in({waiting_.data(), count});
  std::memmove(waiting_.data(), waiting_.data() + count, used_ - count);
  used_ -= count;
}

SLIEKSNIS_INLINE void block_reader::cut_rows(row_syntax syntax, char separator,
                                             std::function<std::string(std::string_view)> household) {
  syntax_ = syntax;
  separator_ = separator;
  household_ = std::move(household);
}

/// Where the last household begins. A row that does not tell its household may belong to the one before and
/// to the one behind, so both stay with it.
SLIEKSNIS_INLINE std::size_t block_reader::household_cut(std::size_t end) const {
  const std::string_view text(waiting_.data(), end);
  if (end == 0) return 0;
  std::vector<std::size_t> begins;  // where lines are no rows: of all rows
  const bool lines = syntax_ == row_syntax::ndjson || text.find('"') == std::string_view::npos;
  if (!lines)
    for (std::size_t at = 0; at < end; at = csv_row_end(text, at, separator_)) begins.push_back(at);
  const auto before = [&](std::size_t row_end) {
    if (lines) return detail::line_before(text, row_end);
    begins.pop_back();
    return begins.empty() ? std::size_t{0} : begins.back();
  };
  std::size_t begin = lines ? detail::line_before(text, end) : begins.back();
  std::string later = household_(text.substr(begin, end - begin));
  while (begin > 0) {
    const std::size_t previous = before(begin);
    const std::string earlier = household_(text.substr(previous, begin - previous));
    if (!earlier.empty() && !later.empty() && earlier != later) return begin;
    begin = previous;
    later = earlier;
  }
  return 0;
}

/// Where the rows end that can be taken; 0 where more has to be read.
SLIEKSNIS_INLINE std::size_t block_reader::cut() const {
  const std::string_view text(waiting_.data(), used_);
  std::size_t end = 0;
  if (syntax_ == row_syntax::ndjson || text.find('"') == std::string_view::npos) {
    const std::size_t last = text.rfind('\n');
    end = ended_ ? used_ : last == std::string_view::npos ? 0 : last + 1;
  } else {
    for (std::size_t at = 0; at < used_ && at != std::string_view::npos;) {
      end = at;
      at = csv_row_end(text, at, separator_);
      if (at == used_) end = used_;
    }
    if (ended_ && end < used_) {
      std::size_t next = 0;
      for (const csv_field& one : csv_row(text, end, separator_, next))
        if (one.unclosed) return 0;
      end = used_;
    }
  }
  end = detail::without_empty_lines(text, end);
  return ended_ || !household_ ? end : household_cut(end);
}

/// Says why no row ends in all that may be waiting.
SLIEKSNIS_INLINE void block_reader::refuse() const {
  const std::string_view text(waiting_.data(), used_);
  std::size_t begin = 0;
  if (syntax_ == row_syntax::csv) {
    for (std::size_t at = 0; at < used_ && at != std::string_view::npos;) {
      begin = at;
      at = csv_row_end(text, at, separator_);
    }
    std::size_t next = 0;
    for (const csv_field& one : csv_row(text, begin, separator_, next)) {
      if (!one.unclosed) continue;
      // Only the line of the quote: the rest may be megabytes.
      const std::size_t end = std::min(text.find('\n', one.where.begin), used_);
      const std::size_t line = line_ + detail::lines_in(text.substr(0, begin)) +
                               detail::lines_in(text.substr(begin, one.where.begin - begin));
      const std::size_t line_begin =
          one.where.begin == 0 ? 0 : text.rfind('\n', one.where.begin - 1) + 1;  // npos + 1 is 0
      const auto source = std::make_shared<source_text>(
          file_, std::string(text.substr(line_begin, end - line_begin)), source_kind::file, line);
      throw unusable(
          error(error_code::table_syntax,
                place{source, {one.where.begin - line_begin, one.where.begin - line_begin + 1}, {}},
                {{"aizverošā pēdiņa", "a closing quote"},
                 {"tās nav", "none"},
                 {"ielieciet aizverošo pēdiņu vai izņemiet šo",
                  "put the closing quote in, or take this one out"}}));
    }
  }
  const std::string limit = std::to_string(row_bytes_max >> 20U) + " MB";
  const auto source = std::make_shared<source_text>(
      file_, std::string(text.substr(begin, std::min(text.find('\n', begin), begin + 200) - begin)),
      source_kind::file, line_ + detail::lines_in(text.substr(0, begin)));
  throw unusable(error(error_code::table_syntax, place{source, {0, 1}, {}},
                       {household_ ? words{"mājsaimniecības rindas, kas nepārsniedz " + limit,
                                           "rows of a household of at most " + limit}
                                   : words{"rinda, kas nepārsniedz " + limit, "a row of at most " + limit},
                        {"vairāk", "more"},
                        {}}));
}

SLIEKSNIS_INLINE bool block_reader::next(row_block& into) {
  fill(size_);
  while (true) {
    if (ended_ && detail::without_empty_lines({waiting_.data(), used_}, used_) == 0) return false;
    const std::size_t end = cut();
    if (end > 0) {
      const std::string_view text(waiting_.data(), end);
      if (into.bytes.size() < end + block_padding) into.bytes.resize(end + block_padding);
      std::memcpy(into.bytes.data(), waiting_.data(), end);
      std::memset(into.bytes.data() + end, 0, block_padding);
      into.bytes[end] = '\n';
      into.size = end;
      into.lines = detail::lines_in(text);
      into.first_line = line_;
      std::memmove(waiting_.data(), waiting_.data() + end, used_ - end);
      used_ -= end;
      line_ += into.lines;
      return true;
    }
    if (!longer()) refuse();
  }
}

}  // namespace v0
}  // namespace slieksnis
