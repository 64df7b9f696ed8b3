// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <memory>
#include <type_traits>

#include "text_batch.hpp"

namespace {

using namespace slieksnis;

TEST(byte_stream, a_program_gives_its_own_bytes_in_portions) {
  const std::unique_ptr<byte_source> in = std::make_unique<text_batch::source>("abcde", 2);
  std::array<char, 10> room{};
  std::string read;
  while (const std::size_t count = in->read(room)) read += std::string(room.data(), count) + "|";
  EXPECT_EQ(read, "ab|cd|e|");
}

TEST(byte_stream, streams_are_not_copied) {
  static_assert(!std::is_copy_constructible_v<text_batch::source>);
  static_assert(!std::is_copy_assignable_v<text_batch::sink>);
}

}  // namespace
