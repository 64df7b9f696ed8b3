// SPDX-License-Identifier: Apache-2.0
/// \file What a step gives for one case: a known value, "not known, because…", or a failure.
/// Sixth stage: from rules and facts to decisions.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "../value/value.hpp"

namespace slieksnis {
inline namespace v0 {

/// A fact that is missing: a definition, of one person where it is a person's.
struct need {
  /// Stands for "who the persons are" where the list of persons itself is missing.
  static constexpr std::size_t persons = static_cast<std::size_t>(-1);

  std::size_t definition = persons;
  std::optional<std::size_t> person;
  friend bool operator==(const need&, const need&) = default;
};

enum class knowledge {
  known,
  unknown,  ///< facts are missing: Kleene's third truth value, and the same for numbers
  failed    ///< division by zero, or the least of no values; an error if a decision depends on it
};

/// The value of one step for one case (and one person).
class evaluated {
 public:
  evaluated() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a known value is one
  evaluated(value known) : what_(std::move(known)) {}
  [[nodiscard]] static evaluated unknown(std::vector<need> missing) {
    evaluated result;
    result.state_ = knowledge::unknown;
    result.needs_ = std::make_shared<const std::vector<need>>(std::move(missing));
    return result;
  }
  [[nodiscard]] static evaluated failed() {
    evaluated result;
    result.state_ = knowledge::failed;
    return result;
  }

  [[nodiscard]] bool known() const noexcept { return state_ == knowledge::known; }
  [[nodiscard]] knowledge state() const noexcept { return state_; }
  /// Only for known values.
  [[nodiscard]] const value& what() const noexcept { return what_; }
  template <typename Type>
  [[nodiscard]] const Type* as() const noexcept {
    return known() ? std::get_if<Type>(&what_) : nullptr;
  }
  [[nodiscard]] bool is_null() const noexcept { return as<null_value>() != nullptr; }
  [[nodiscard]] bool is(bool wanted) const noexcept {
    const bool* truth = as<bool>();
    return truth != nullptr && *truth == wanted;
  }
  [[nodiscard]] const std::vector<need>& needs() const noexcept {
    static const std::vector<need> none;
    return needs_ ? *needs_ : none;
  }

 private:
  knowledge state_ = knowledge::known;
  value what_;
  std::shared_ptr<const std::vector<need>> needs_;
};

}  // namespace v0
}  // namespace slieksnis
