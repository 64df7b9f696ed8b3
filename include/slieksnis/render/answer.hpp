// SPDX-License-Identifier: Apache-2.0
/// \file What is rendered: the decisions about one case on one day.
/// Last stage: decisions in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../decide/decision.hpp"
#include "../decide/reform_changes.hpp"

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
  std::vector<reform_change> reformed = {};  ///< what the reforms of the rules changed
};

/// What a terminal is sent before and after words that matter, such as the sequences that switch colour.
/// Empty by default, and only the text for a terminal uses it. Colour never says what words do not.
struct text_style {
  std::string heading;
  std::string granted;
  std::string refused;
  std::string undetermined;
  std::string source;
  std::string end;  ///< after each of them

  [[nodiscard]] const std::string& of(outcome what) const noexcept {
    return what == outcome::granted ? granted : what == outcome::refused ? refused : undetermined;
  }
  /// The text between `begin` and the end; as it is where there is no style.
  [[nodiscard]] std::string mark(const std::string& begin, const std::string& text) const {
    return begin.empty() || text.empty() ? text : begin + text + end;
  }
};

struct render_options {
  language lang = language::en;
  bool explain = false;  ///< formulas with names and numbers, every source with its address, every note
  text_style style = {};
  bool all_steps = false;  ///< every step also in the short form
};

}  // namespace v0
}  // namespace slieksnis
