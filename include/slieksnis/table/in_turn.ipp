// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <thread>
#include <utility>

#include "in_turn.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void turns::in_turn(std::size_t part, std::uint64_t piece,
                                     const std::function<void()>& work) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return next_[part] == piece || failed_ < piece; });
    if (failed_ < piece) throw stopped();
  }
  work();
  const std::lock_guard lock(mutex_);
  ++next_[part];
  changed_.notify_all();
}

SLIEKSNIS_INLINE void turns::fail(std::uint64_t piece, std::exception_ptr failure) {
  const std::lock_guard lock(mutex_);
  if (piece < failed_) {
    failed_ = piece;
    failure_ = std::move(failure);
  }
  changed_.notify_all();
}

SLIEKSNIS_INLINE bool turns::is_stopped(std::uint64_t piece) {
  const std::lock_guard lock(mutex_);
  return failed_ < piece;
}

SLIEKSNIS_INLINE void turns::rethrow() const {
  if (failure_) std::rethrow_exception(failure_);
}

SLIEKSNIS_INLINE void run_in_turn(turns& order, unsigned threads,
                                  const std::function<std::function<bool(std::uint64_t)>(unsigned)>& make) {
  std::atomic<std::uint64_t> next{0};
  const auto work = [&](unsigned thread) {
    std::uint64_t piece = 0;
    try {
      const std::function<bool(std::uint64_t)> worker = make(thread);
      do {
        piece = next++;
      } while (!order.is_stopped(piece) && worker(piece));
    } catch (const turns::stopped&) {
      return;
    } catch (...) {
      order.fail(piece, std::current_exception());
    }
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) {
    try {
      others.emplace_back(work, i);
    } catch (const std::system_error&) {
      break;  // fewer threads do the same
    }
  }
  work(0);
  for (std::thread& one : others) one.join();
  order.rethrow();
}

}  // namespace v0
}  // namespace slieksnis
