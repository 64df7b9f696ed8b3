// SPDX-License-Identifier: Apache-2.0
/// \file Everything that was tried, shortly: what is due, what it adds up to, what is refused and why, and
/// what has to be known to decide the rest.
#pragma once

#include <string>
#include <vector>

#include "sheet.hpp"

namespace slieksnis {
inline namespace v0 {

/// One granted benefit or status.
struct overview_line {
  std::string title;    ///< with the person it is for
  std::string value;    ///< the amount with its unit and how often it is paid; "yes" for a status
  std::string formula;  ///< of the amount, with names and with numbers; empty where it is one figure
  std::string source;   ///< act and article of the benefit itself
};

/// A fact that is missing, and all that cannot be decided without it.
struct open_question {
  std::string question;  ///< its name, the question and the persons it concerns
  std::vector<std::string> benefits;
};

struct overview {
  std::vector<overview_line> granted;
  std::vector<overview_line> known;  ///< granted by the letter, but no money or service for the household
  std::vector<std::string> totals;   ///< "385.00 EUR a month"
  std::vector<std::string> refused;
  std::vector<std::string> not_concerned;  ///< titles: a gate of the rules keeps everybody from them
  std::vector<open_question> open;         ///< the question that holds up most decisions first
  std::vector<std::string> rare;           ///< facts of special circumstances that are not stated
  std::vector<std::string> not_in_force;
  std::vector<std::string> no_information;  ///< of which the sources say nothing for this day
  std::vector<std::string> assumptions;     ///< that what is granted or refused rests on
  std::vector<std::string> cautions;        ///< about what is granted, or refused by a number
};

[[nodiscard]] overview overview_of(const rule_book& book, const facts& stated, const answer& given,
                                   language lang);

/// Whether the answer shows this decision as a sheet of its own: what was asked for by name; and, in the long
/// form, all that is decided.
[[nodiscard]] bool shown_in_full(const answer& given, const decision& decided, bool explain) noexcept;

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "overview.ipp"
#endif
