// SPDX-License-Identifier: Apache-2.0
/// \file Where rows come from and go to: a program's own files, pipes or memory.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

/// Bytes to read. What it throws leaves `run_batch` as it is.
class byte_source {
 public:
  byte_source() = default;
  byte_source(const byte_source&) = delete;
  byte_source& operator=(const byte_source&) = delete;
  virtual ~byte_source() = default;
  /// Fills the front of `into`, which is not empty, and returns how many bytes; 0 at the end, and only there.
  [[nodiscard]] virtual std::size_t read(std::span<char> into) = 0;
};

/// Bytes that are written. What it throws leaves `run_batch` as it is.
class byte_sink {
 public:
  byte_sink() = default;
  byte_sink(const byte_sink&) = delete;
  byte_sink& operator=(const byte_sink&) = delete;
  virtual ~byte_sink() = default;
  /// Takes all of the bytes.
  virtual void write(std::string_view bytes) = 0;
};

}  // namespace v0
}  // namespace slieksnis
