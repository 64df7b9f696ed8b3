// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <numeric>
#include <slieksnis/table/in_turn.hpp>
#include <stdexcept>

namespace {

using namespace slieksnis;

/// Pieces 0 to 99, with piece `bad` failing in its first part; returns the pieces whose last part was done.
std::vector<std::uint64_t> done(unsigned threads, std::uint64_t bad, std::string* failure = nullptr) {
  turns order(2);
  std::vector<std::uint64_t> result;
  try {
    run_in_turn(order, threads, [&](unsigned) {
      return [&](std::uint64_t piece) {
        order.in_turn(0, piece, [&] {
          if (piece == bad) throw std::runtime_error("piece " + std::to_string(piece));
        });
        if (piece < 100) order.in_turn(1, piece, [&] { result.push_back(piece); });
        return piece < 99;
      };
    });
  } catch (const std::runtime_error& problem) {
    if (failure != nullptr) *failure = problem.what();
  }
  return result;
}

std::vector<std::uint64_t> first(std::size_t count) {
  std::vector<std::uint64_t> result(count);
  std::iota(result.begin(), result.end(), 0U);
  return result;
}

TEST(in_turn, parts_are_done_in_the_order_of_the_pieces) {
  for (const unsigned threads : {1U, 2U, 7U}) EXPECT_EQ(done(threads, 1000), first(100)) << threads;
}

TEST(in_turn, pieces_before_one_that_fails_are_finished_and_none_behind_it) {
  for (const unsigned threads : {1U, 2U, 7U})
    for (int again = 0; again < 20; ++again) {
      std::string failure;
      EXPECT_EQ(done(threads, 30, &failure), first(30)) << threads;
      EXPECT_EQ(failure, "piece 30");
    }
}

}  // namespace
