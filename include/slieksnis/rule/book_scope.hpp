// SPDX-License-Identifier: Apache-2.0
/// \file The names of a rule book as formulas see them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../formula/type_check.hpp"
#include "rule_book.hpp"

namespace slieksnis {
inline namespace v0 {

/// Finds definitions by their exact names; the book must outlive it.
class book_scope final : public scope {
 public:
  explicit book_scope(const rule_book& book) : book_(book) {}
  [[nodiscard]] std::optional<named_type> find(std::string_view name) const override {
    const auto id = book_.find(name);
    if (!id) return std::nullopt;
    const definition& found = book_.at(*id);
    return named_type{*id, found.what, found.of};
  }
  [[nodiscard]] std::vector<std::string> names() const override {
    std::vector<std::string> result;
    for (const auto& one : book_.definitions()) result.push_back(one.name);
    return result;
  }

 private:
  const rule_book& book_;
};

}  // namespace v0
}  // namespace slieksnis
