// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "error.hpp"
#include "source_text.ipp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE error::error(error_code code, const place& at, complaint words)
    : code_(code), pointer_(at.pointer), words_(std::move(words)) {
  if (!at.source) return;
  file_ = at.source->name();
  at_ = at.source->at(at.where.begin);
  has_position_ = at.source->kind() == source_kind::file;
  snippet_ = at.source->snippet(at.where);
}

SLIEKSNIS_INLINE error::error(error_code code, std::string subject, complaint words)
    : code_(code), file_(std::move(subject)), words_(std::move(words)) {}

namespace detail {
/// A pointer may hold a key of any length and any characters.
SLIEKSNIS_INLINE std::string shortened(std::string_view pointer) {
  constexpr std::size_t longest = 200;
  if (pointer.size() <= longest) return printable(pointer);
  std::size_t end = longest;
  while (end > 0 && !starts_code_point(pointer[end])) --end;
  return printable(pointer.substr(0, end)) + "…";
}
}  // namespace detail

SLIEKSNIS_INLINE std::string error::text(language lang) const {
  const bool lv = lang == language::lv;
  std::string result = file_;
  if (has_position_) result += ":" + std::to_string(at_.line) + ":" + std::to_string(at_.column);
  if (!result.empty()) result += ": ";
  result += lv ? "kļūda[" : "error[";
  result += name_of(code_);
  result += lv ? "]: gaidīts: " : "]: expected ";
  result += words_.expected.in(lang) + (lv ? "; atrasts: " : "; found ") + words_.found.in(lang) + "\n";
  if (!pointer_.empty()) result += (lv ? "  vieta: " : "  at ") + detail::shortened(pointer_) + "\n";
  result += snippet_;
  if (!words_.hint.empty()) result += (lv ? "  padoms: " : "  hint: ") + words_.hint.in(lang) + "\n";
  return result;
}

SLIEKSNIS_INLINE unusable::unusable(std::vector<error> errors) : errors_(std::move(errors)) {
  what_ = text(language::en);
}

SLIEKSNIS_INLINE unusable::unusable(error one) : unusable(std::vector<error>{std::move(one)}) {}

SLIEKSNIS_INLINE std::string unusable::text(language lang) const {
  std::string result;
  for (const error& one : errors_) result += (result.empty() ? "" : "\n") + one.text(lang);
  return result;
}

SLIEKSNIS_INLINE std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string result = "\"";
  std::size_t shown = 0;
  while (!text.empty()) {
    if (shown++ == longest) {
      result += "…";
      break;
    }
    const std::size_t length = detail::utf8_length(text);
    const bool plain =
        length > 0 && static_cast<unsigned char>(text.front()) >= 0x20U && text.front() != 0x7F;
    result += plain ? std::string(text.substr(0, length)) : "?";
    text.remove_prefix(length > 0 ? length : 1);
  }
  return result + "\"";
}

SLIEKSNIS_INLINE words same(std::string_view text) { return {std::string(text), std::string(text)}; }

}  // namespace v0
}  // namespace slieksnis
