// SPDX-License-Identifier: Apache-2.0
// What is wrong with a text that is no JSON, in words.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "error.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What the grammar asks for where a text goes wrong.
enum class json_wanted { value, key, colon, comma_or_brace, comma_or_bracket, end };

inline constexpr std::string_view json_blanks = " \t\r\n";

[[nodiscard]] inline bool is_control(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
}

/// The bytes that a person takes for one word, from `begin` on: a text with its quotes, a bracket, a number.
SLIEKSNIS_INLINE span json_token(std::string_view bytes, std::size_t begin) {
  const std::string_view rest = bytes.substr(begin, bytes.find('\n', begin) - begin);
  const char first = bytes[begin];
  std::size_t length = 1;
  if (first == '"') {
    while (length < rest.size() && rest[length] != '"') length += rest[length] == '\\' ? 2U : 1U;
    length = std::min(length + 1, rest.size());
  } else if (!is_control(first) && std::string_view("{}[],:").find(first) == std::string_view::npos) {
    length = std::max<std::size_t>(std::min(rest.find_first_of(" \t\r,:{}[]\""), rest.size()), 1);
  }
  return {begin, begin + length};
}

SLIEKSNIS_INLINE words described_control(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  const std::string code{'U', '+', '0', '0', digits[byte >> 4U], digits[byte & 0xFU]};
  return {"vadības zīme " + code, "the control character " + code};
}

/// A token in quotes; a text's own quotes are not repeated.
SLIEKSNIS_INLINE words described_token(std::string_view token) {
  if (is_control(token.front())) return described_control(token.front());
  if (!token.starts_with('"')) return same(in_quotes(token));
  return same(in_quotes(token.substr(1, token.size() - (token.size() > 1 && token.ends_with('"') ? 2 : 1))));
}

SLIEKSNIS_INLINE complaint wrong_token(json_wanted wanted, std::string_view token) {
  words found = described_token(token);
  const words look_here{"pārbaudiet pēdiņas, komatus un iekavas šajā vietā",
                        "check the quotes, commas and brackets here"};
  const words no_comments{"JSON failā komentārus neraksta; izņemiet to", "JSON has no comments; take it out"};
  const bool comment = token.starts_with('/');
  switch (wanted) {
    case json_wanted::key:
      return {{"atslēga pēdiņās", "a key in quotes"},
              std::move(found),
              token == "}" ? words{"izņemiet komatu pirms iekavas", "remove the comma before the bracket"}
              : comment    ? no_comments
                           : words{"atslēgas raksta dubultpēdiņās", "write keys in double quotes"}};
    case json_wanted::colon:
      return {{"kols aiz atslēgas", "a colon after the key"}, std::move(found), {}};
    case json_wanted::comma_or_brace:
      return {{"komats vai }", "a comma or }"}, std::move(found), look_here};
    case json_wanted::comma_or_bracket:
      return {{"komats vai ]", "a comma or ]"}, std::move(found), look_here};
    case json_wanted::end:
      return {
          {"teksta beigas", "the end of the text"},
          std::move(found),
          {"pārbaudiet, vai iekava nav aizvērta par agru", "check whether a bracket is closed too early"}};
    case json_wanted::value:
      break;
  }
  return {{"vērtība", "a value"},
          std::move(found),
          token == "]" || token == "}" ? words{"izņemiet lieko komatu vai pierakstiet vērtību",
                                               "remove the extra comma or write the value"}
          : comment                    ? no_comments
                    : words{"tekstus raksta dubultpēdiņās", "write texts in double quotes"}};
}

SLIEKSNIS_INLINE complaint ended_early(words expected) {
  return {std::move(expected),
          {"teksta beigas", "the end of the text"},
          {"aizveriet visas pēdiņas un iekavas", "close every quote and bracket"}};
}

SLIEKSNIS_INLINE complaint unclosed_text(char control) {
  const bool line = control == '\n' || control == '\r';
  return {{"pēdiņa teksta beigās", "a quote at the end of the text"},
          line              ? words{"rindas beigas", "the end of the line"}
          : control == '\t' ? words{"tabulācijas zīme", "a tab"}
                            : described_control(control),
          {"aizveriet tekstu ar pēdiņu; rindas beigas tekstā raksta \\n, tabulāciju \\t",
           "close the text with a quote; inside a text write \\n for a new line and \\t for a tab"}};
}

/// `escape` is the backslash with what belongs to it.
SLIEKSNIS_INLINE complaint wrong_escape(words expected, std::string_view escape) {
  return {std::move(expected),
          same(in_quotes(escape)),
          {"slīpsvītru tekstā raksta divreiz: \\\\", "write a backslash in a text twice: \\\\"}};
}

SLIEKSNIS_INLINE complaint half_a_pair(std::string_view escape) {
  return {{"\\uD800–\\uDBFF un tūlīt aiz tā \\uDC00–\\uDFFF",
           "\\uD800–\\uDBFF and right after it \\uDC00–\\uDFFF"},
          {in_quotes(escape) + " bez otras puses", in_quotes(escape) + " without its other half"},
          {"rakstiet pašu zīmi UTF-8 kodējumā", "write the character itself in UTF-8"}};
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
