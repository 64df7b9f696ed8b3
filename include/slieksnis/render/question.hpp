// SPDX-License-Identifier: Apache-2.0
/// \file The questions of an interview in words, and what its answers come to so far.
#pragma once

#include <string>
#include <vector>

#include "../decide/decision.hpp"
#include "../decide/interview.hpp"
#include "format.hpp"

namespace slieksnis {
inline namespace v0 {

/// One question as a person reads it; every part is a line, empty parts are left out.
struct question_text {
  std::string asks;                  ///< with the person it is about
  std::string why;                   ///< what is decided by it
  std::string expects;               ///< the form of the answer, with an example
  std::vector<std::string> choices;  ///< each with its label
  std::vector<std::string> help;     ///< on demand: what it is, its limits, the law that asks for it
};

[[nodiscard]] question_text question_text_of(const interview& one, language lang);

/// What the interview's benefits come to so far: a line for each of a few decisions, with the bounds that
/// `add_outlook` found; of many, one line with how many are decided and what they add up to.
[[nodiscard]] std::string result_so_far(const rule_book& book, const facts& stated,
                                        const std::vector<decision>& decisions, language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "question.ipp"
#endif
