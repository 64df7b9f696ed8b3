// SPDX-License-Identifier: Apache-2.0
/// \file A formula's text as tokens.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../source/error.hpp"

namespace slieksnis {
inline namespace v0 {

enum class token_kind { number, text, at_text, name, keyword, symbol, end };

struct token {
  token_kind kind = token_kind::end;
  span where;
  std::string text;  ///< a text's characters without quotes; everything else as written
};

/// One thing wrong with a formula, at bytes of its text.
struct formula_problem {
  error_code code;
  span where;
  complaint words;
};

/// The tokens, the last one of kind `end`. What no token can start with is added to `problems` and left out.
[[nodiscard]] std::vector<token> tokens_of(std::string_view formula, std::vector<formula_problem>& problems);

/// The words that cannot be names.
[[nodiscard]] bool is_keyword(std::string_view word) noexcept;

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "lexer.ipp"
#endif
