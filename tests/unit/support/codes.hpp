// SPDX-License-Identifier: Apache-2.0
/// \file Errors as short text, so that a table of bad inputs stays readable.
#pragma once

#include <slieksnis/source/error.hpp>
#include <string>
#include <vector>

/// `rule.gap rule.overlap`: the codes in order, empty without errors.
inline std::string codes_of(const std::vector<slieksnis::error>& errors) {
  std::string result;
  for (const auto& one : errors) result += (result.empty() ? "" : " ") + std::string(name_of(one.code()));
  return result;
}

/// The codes that `work` throws with; empty when it does not throw.
template <typename Work>
std::string codes_thrown_by(const Work& work) {
  try {
    work();
  } catch (const slieksnis::unusable& thrown) {
    return codes_of(thrown.errors());
  }
  return {};
}
