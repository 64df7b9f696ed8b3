// SPDX-License-Identifier: Apache-2.0
// The same loops for the processor at hand: wider vectors are up to four times as fast, and whole numbers
// give the same bits on all of them. Elsewhere the one portable version remains.
#pragma once

#include <cstddef>

// Registers of different numbers never overlap, but compilers cannot see that.
#if defined(__clang__)
#define SLIEKSNIS_ROWS_APART _Pragma("clang loop vectorize(assume_safety)")
#else
#define SLIEKSNIS_ROWS_APART _Pragma("GCC ivdep")
#endif

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// How many rows one turn of an inner loop handles: a number that compilers turn into whole vectors.
inline constexpr std::size_t rows_at_once = 64;

[[nodiscard]] constexpr std::size_t padded_rows(std::size_t rows) noexcept {
  return (rows + rows_at_once - 1) / rows_at_once * rows_at_once;
}

/// `function` of every row up to a multiple of `rows_at_once`.
template <typename Function>
[[gnu::always_inline]] inline void for_rows(std::size_t rows, const Function& function) {
  for (std::size_t i = 0; i < rows; i += rows_at_once) {
    SLIEKSNIS_ROWS_APART
    for (std::size_t j = 0; j < rows_at_once; ++j) function(i + j);
  }
}

/// The same for memory that has no room past its last row.
template <typename Function>
[[gnu::always_inline]] inline void for_rows_exactly(std::size_t rows, const Function& function) {
  const std::size_t whole = rows / rows_at_once * rows_at_once;
  for_rows(whole, function);
  for (std::size_t i = whole; i < rows; ++i) function(i);
}

#if defined(__x86_64__) && defined(__GNUC__)
template <typename Function>
[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,avx512cd,avx2,bmi,bmi2,fma"), gnu::flatten]] void on_v4(
    const Function& function) {
  function();
}
template <typename Function>
[[gnu::target("avx2,bmi,bmi2,fma"), gnu::flatten]] void on_v3(const Function& function) {
  function();
}
#endif

/// Calls `function`, compiled with everything inside it for this processor.
template <typename Function>
[[gnu::flatten]] void on_this_processor(const Function& function) {
#if defined(__x86_64__) && defined(__GNUC__)
  static const bool v4 = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                         __builtin_cpu_supports("avx512dq");
  static const bool v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  if (v4) return on_v4(function);
  if (v3) return on_v3(function);
#endif
  function();
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
