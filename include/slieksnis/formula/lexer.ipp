// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>

#include "lexer.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

inline constexpr std::array<std::string_view, 16> keywords{
    "and",  "between", "else",   "every",     "false", "for",  "if",   "in",
    "null", "or",      "return", "satisfies", "some",  "then", "true", "instance"};
inline constexpr std::array<std::string_view, 6> long_symbols{"**", "<=", ">=", "!=", "..", "->"};

SLIEKSNIS_INLINE bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
/// Every byte of a letter outside ASCII counts as a letter, so names may carry Latvian marks.
SLIEKSNIS_INLINE bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

/// What other languages, word processors and tired fingers write, and how FEEL writes it.
struct other_writing {
  std::string_view found;
  std::string_view write;
};
inline constexpr std::array<other_writing, 19> other_writings{{
    {"&", "and"},      {"AND", "and"}, {"|", "or"}, {"OR", "or"}, {"!", "not(…)"},
    {"NOT", "not(…)"}, {"%", "/ 100"}, {"^", "**"}, {"≤", "<="},  {"≥", ">="},
    {"≠", "!="},       {"×", "*"},     {"–", "-"},  {"−", "-"},   {"'", "\""},
    {"“", "\""},       {"”", "\""},    {"„", "\""}, {"IF", "if"},
}};

SLIEKSNIS_INLINE words feel_for(std::string_view found) {
  for (const auto& known : other_writings)
    if (found == known.found ||
        (static_cast<unsigned char>(known.found.front()) >= 0x80U && found.starts_with(known.found)))
      return known.write == "\"" ? words{"lietojiet taisnās dubultpēdiņas", "use straight double quotes"}
                                 : words{"rakstiet `" + std::string(known.write) + "`",
                                         "write `" + std::string(known.write) + "`"};
  return {};
}

}  // namespace detail

SLIEKSNIS_INLINE bool is_keyword(std::string_view word) noexcept {
  return std::find(detail::keywords.begin(), detail::keywords.end(), word) != detail::keywords.end();
}

SLIEKSNIS_INLINE std::vector<token> tokens_of(std::string_view formula,
                                              std::vector<formula_problem>& problems) {
  std::vector<token> tokens;
  tokens.reserve(formula.size() / 3 + 2);  // as a rule enough
  std::size_t at = 0;
  const auto peek = [&](std::size_t ahead) {
    return at + ahead < formula.size() ? formula[at + ahead] : '\0';
  };
  const auto add = [&](token_kind kind, std::size_t begin, std::string text) {
    tokens.push_back({kind, {begin, at}, std::move(text)});
  };
  while (at < formula.size()) {
    const std::size_t begin = at;
    const char c = formula[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at;
    } else if (detail::is_digit(c) || (c == '.' && detail::is_digit(peek(1)))) {
      while (detail::is_digit(peek(0))) ++at;
      if (peek(0) == '.' && detail::is_digit(peek(1))) {  // not the dots of a range
        ++at;
        while (detail::is_digit(peek(0))) ++at;
      }
      add(token_kind::number, begin, std::string(formula.substr(begin, at - begin)));
    } else if (detail::is_letter(c)) {
      while (detail::is_letter(peek(0)) || detail::is_digit(peek(0))) ++at;
      std::string word(formula.substr(begin, at - begin));
      const token_kind kind = is_keyword(word) ? token_kind::keyword : token_kind::name;
      add(kind, begin, std::move(word));
    } else if (c == '"' || (c == '@' && peek(1) == '"')) {
      at += c == '@' ? 2 : 1;
      std::string text;
      while (at < formula.size() && formula[at] != '"') {
        if (formula[at] == '\\' && at + 1 < formula.size()) ++at;
        text += formula[at++];
      }
      if (at == formula.size()) {
        problems.push_back({error_code::formula_syntax,
                            {begin, begin + 1},
                            {{"pēdiņa teksta beigās", "a quote at the end of the text"},
                             {"formulas beigas", "the end of the formula"},
                             {"aizveriet tekstu ar pēdiņu", "close the text with a quote"}}});
      } else {
        ++at;
      }
      add(c == '@' ? token_kind::at_text : token_kind::text, begin, std::move(text));
    } else {
      const std::string_view two = formula.substr(at, 2);
      const bool is_long = std::find(detail::long_symbols.begin(), detail::long_symbols.end(), two) !=
                           detail::long_symbols.end();
      at += is_long ? 2 : 1;
      if (is_long || std::string_view("+-*/()[]{},.<>=:").find(c) != std::string_view::npos) {
        add(token_kind::symbol, begin, std::string(formula.substr(begin, at - begin)));
      } else {
        while (at < formula.size() && formula[at] == c) ++at;  // `&&` is one slip
        if (const auto closing = formula.find(c, at); c == '\'' && closing != std::string_view::npos)
          at = closing + 1;
        words hint = detail::feel_for(formula.substr(begin, 1));
        if (hint.empty()) hint = {"izņemiet šo zīmi", "remove this character"};
        problems.push_back({error_code::formula_syntax,
                            {begin, at},
                            {{"formulas valodas zīme", "a character of the formula language"},
                             same(in_quotes(formula.substr(begin, at - begin))),
                             std::move(hint)}});
      }
    }
  }
  tokens.push_back({token_kind::end, {at, at}, {}});
  return tokens;
}

}  // namespace v0
}  // namespace slieksnis
