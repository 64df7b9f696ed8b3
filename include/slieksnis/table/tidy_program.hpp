// SPDX-License-Identifier: Apache-2.0
/// \file A program without steps that are made twice or for nothing, in as few registers as it needs.
#pragma once

#include "table_program.hpp"

namespace slieksnis {
inline namespace v0 {

/// The same results from fewer steps and registers: what is used soon again stays in the processor's cache.
[[nodiscard]] table_program tidied(table_program program);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "tidy_program.ipp"
#endif
