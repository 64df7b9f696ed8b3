// SPDX-License-Identifier: Apache-2.0
/// \file Several threads that each take the next piece of work, with parts that are done in the order of the
/// pieces.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

/// What one piece of work may do in turn: after that part of the piece before, and before that of the next.
/// When a piece fails, those before it are finished and those behind it are not.
class turns {
 public:
  explicit turns(std::size_t parts) : next_(parts, 0) {}

  /// Thrown by `in_turn` where an earlier piece has failed; for `run_in_turn` only.
  struct stopped {};

  /// Does part `part` of piece `piece` when it is its turn.
  void in_turn(std::size_t part, std::uint64_t piece, const std::function<void()>& work);
  /// Piece `piece` has failed; the earliest piece that does counts.
  void fail(std::uint64_t piece, std::exception_ptr failure);
  /// Whether a piece before this one has failed.
  [[nodiscard]] bool is_stopped(std::uint64_t piece);
  /// Throws what the earliest piece that failed has thrown.
  void rethrow() const;

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::uint64_t> next_;  ///< by part: whose turn it is
  std::uint64_t failed_ = static_cast<std::uint64_t>(-1);
  std::exception_ptr failure_;
};

/// Runs `threads` threads, the caller's among them. Each makes itself a worker with `make`, which is called
/// with its number, and lets it work: piece after piece, until it returns false. A worker is called with the
/// number of its next piece, from 0. Throws what the earliest piece that failed has thrown.
void run_in_turn(turns& order, unsigned threads,
                 const std::function<std::function<bool(std::uint64_t)>(unsigned)>& make);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "in_turn.ipp"
#endif
