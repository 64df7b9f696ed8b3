// SPDX-License-Identifier: Apache-2.0
/// \file What is rendered: the decisions about one case on one day.
/// Last stage: decisions in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../decide/decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// Which program, with which rules, made an answer, and when. A library cannot know: whoever renders for a
/// case file says it. Empty parts are not shown.
struct provenance {
  std::string program;             ///< "slieksnis 1.0.0"
  std::string rules;               ///< their checksum, as `embedded_rules_checksum` gives it
  std::optional<date> calculated;  ///< the day on which it was calculated, not the day of assessment
};

/// The decisions about one case, and what they were asked for.
struct answer {
  date on;
  bool on_is_today = false;  ///< nobody named the day; the answer says so
  std::vector<decision> decisions;
  std::vector<std::size_t> not_in_force;  ///< benefits that have no version on the day
  bool wanted_by_name =
      false;  ///< otherwise everything was tried, and what is undetermined is listed shortly
  /// The outcomes of everything else that was tried beside what was asked for by name (see `outcomes_of`).
  std::vector<decision> also;
  provenance made = {};
};

struct render_options {
  language lang = language::en;
  bool explain = false;  ///< formulas with names and numbers, every source with its address, every note
};

}  // namespace v0
}  // namespace slieksnis
