// SPDX-License-Identifier: Apache-2.0
/// \file An interview: which question is worth asking next, and what its answer makes of the case. No input
/// or output of its own, so that a terminal, a form or a test may conduct it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../source/error.hpp"
#include "open_needs.hpp"

namespace slieksnis {
inline namespace v0 {

struct question {
  enum class about {
    day,       ///< the day of assessment
    benefits,  ///< what is asked for
    persons,   ///< who lives in the household
    fact,      ///< one fact or variable, of `missing.person` where it is a person's
    group      ///< all facts of the group of `missing.definition`, of one person
  };
  about what = about::day;
  need missing;
  std::vector<std::size_t> benefits;  ///< that cannot be decided without it
  bool rare = false;                  ///< only facts of special circumstances are left
  friend bool operator==(const question&, const question&) = default;
};

namespace detail {

/// Everything that one answer may change.
struct interview_state {
  facts stated;
  std::optional<date> on;
  std::vector<std::size_t> benefits;
  bool by_name = true;
  std::vector<need> aside;
  std::vector<question> queued;    ///< a group is asked of every person before anything else
  std::size_t group_begun_at = 0;  ///< the number of answers before the first of the group
};

/// The next question in a state.
[[nodiscard]] std::optional<question> find_question(const interview_state& now);
/// Puts an answer into a state, or adds what is wrong with it.
void put_answer(interview_state& next, const question& asked, std::string_view text,
                std::vector<error>& errors);
/// Everything that can be decided on the state's day.
void want_everything(interview_state& next);
/// The short list for the question about benefits.
[[nodiscard]] std::vector<std::size_t> offered_on(const rule_book& book, const std::optional<date>& on);

}  // namespace detail

/// A case that grows by answers. Only what can still change an undecided benefit is asked, the most useful
/// question first: the day, the benefits and who lives in the household; then what concerns the whole
/// household before what concerns a person, what holds up most decisions before what holds up few, and what
/// tells whether a benefit concerns anybody at all before the rest; special circumstances come last.
/// What the law or the rules assume is not asked. The rule book must outlive the interview.
/// Cost: each answer makes a plan and evaluates it, and keeps a copy of the case to go back to.
class interview {
 public:
  /// Starts from a case that may state anything already. Without a day or without benefits (or statuses)
  /// these are the first questions. Throws `unusable` when a benefit has no version on the day.
  interview(facts stated, std::optional<date> on, std::vector<std::size_t> benefits);

  /// The next question; nothing when everything is decided or cannot be decided by asking.
  [[nodiscard]] const std::optional<question>& next() const noexcept { return next_; }

  /// Answers the next question. What is wrong is returned, and then nothing changed. Besides the answer
  /// itself, facts may be stated by name: `pension=312,40`, `2.wage=500` for the second person.
  [[nodiscard]] std::vector<error> answer(std::string_view text);
  /// Nobody can tell: it is not asked again, and what it could be computed from is asked instead. A day is
  /// needed; without benefits everything is tried.
  [[nodiscard]] std::vector<error> dont_know();
  /// Takes back the last answer, so that its question comes next again. False at the beginning.
  bool back();

  [[nodiscard]] const facts& stated() const noexcept { return now().stated; }
  [[nodiscard]] const std::optional<date>& on() const noexcept { return now().on; }
  /// The benefits and statuses that are decided.
  [[nodiscard]] const std::vector<std::size_t>& benefits() const noexcept { return now().benefits; }
  /// Whether the benefits were named, rather than everything tried.
  [[nodiscard]] bool by_name() const noexcept { return now().by_name; }
  /// Who and what was set aside by `dont_know`.
  [[nodiscard]] const std::vector<need>& aside() const noexcept { return now().aside; }
  /// How many answers were given or set aside.
  [[nodiscard]] std::size_t answered() const noexcept { return states_.size() - 1; }

  /// The short list for the question about benefits: what is decided for the whole household on the day.
  [[nodiscard]] std::vector<std::size_t> offered() const;
  /// The labels of the choices of a fact in a list: numbers, or letters where a choice is itself called by a
  /// number. Empty for other facts.
  [[nodiscard]] static std::vector<std::string> labels(const definition& of);

 private:
  [[nodiscard]] const detail::interview_state& now() const noexcept { return states_.back(); }
  [[nodiscard]] std::vector<error> accept(detail::interview_state next, std::vector<error> errors);

  std::vector<detail::interview_state> states_;  ///< one more than answers
  std::optional<question> next_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "interview.ipp"
#endif
