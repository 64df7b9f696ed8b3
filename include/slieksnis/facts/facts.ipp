// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "facts.hpp"
#include "read_fact.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// A name in a program's call, as a place for errors.
SLIEKSNIS_INLINE place named_place(std::string_view name, std::string_view text) {
  return {std::make_shared<source_text>(std::string(name), std::string(text), source_kind::argument),
          {0, text.size()},
          {}};
}

SLIEKSNIS_INLINE std::size_t must_find(const rule_book& book, std::string_view name, bool of_person,
                                       const place& at) {
  std::vector<error> errors;
  const auto id = find_fact(book, name, of_person, at, errors);
  if (!id) throw unusable(std::move(errors));
  return *id;
}

SLIEKSNIS_INLINE stated_value must_read(const definition& of, std::string_view text, const place& at) {
  std::vector<error> errors;
  auto stated = read_fact(of, text, at, errors);
  if (!stated) throw unusable(std::move(errors));
  return std::move(*stated);
}

SLIEKSNIS_INLINE void must_be_new(const definition& of, bool stated, const place& at) {
  if (stated)
    throw unusable(error(
        error_code::facts_twice, at,
        {{"katrs fakts vienu reizi", "each fact once"}, {of.name + " otrreiz", of.name + " again"}, {}}));
}

SLIEKSNIS_INLINE stated_value must_fit(const definition& of, value what, const place& at) {
  std::vector<error> errors;
  if (!fits_domain(of, what, at, errors)) throw unusable(std::move(errors));
  return {std::move(what), {}};
}

}  // namespace detail

SLIEKSNIS_INLINE facts& facts::set(std::string_view name, std::string_view text) {
  const place at = detail::named_place(name, text);
  const std::size_t id = detail::must_find(*book_, name, false, at);
  detail::must_be_new(book_->at(id), has(id), at);
  put(id, detail::must_read(book_->at(id), text, at));
  return *this;
}

SLIEKSNIS_INLINE facts& facts::set(std::string_view name, value what) {
  const place at = detail::named_place(name, to_string(what));
  const std::size_t id = detail::must_find(*book_, name, false, at);
  detail::must_be_new(book_->at(id), has(id), at);
  put(id, detail::must_fit(book_->at(id), std::move(what), at));
  return *this;
}

SLIEKSNIS_INLINE std::size_t facts::add_person() {
  state_persons();
  if (persons_->size() == persons_max)
    throw unusable(error(error_code::facts_persons, detail::named_place("persons", ""),
                         {{"ne vairāk kā " + std::to_string(persons_max) + " personas",
                           "at most " + std::to_string(persons_max) + " persons"},
                          {"vēl viena", "one more"},
                          {}}));
  persons_->emplace_back();
  return persons_->size() - 1;
}

SLIEKSNIS_INLINE facts& facts::set_person(std::size_t person, std::string_view name, std::string_view text) {
  const place at = detail::named_place(name, text);
  const std::size_t id = detail::must_find(*book_, name, true, at);
  detail::must_be_new(book_->at(id), (*persons_)[person].contains(id), at);
  put_person(person, id, detail::must_read(book_->at(id), text, at));
  return *this;
}

SLIEKSNIS_INLINE facts& facts::set_person(std::size_t person, std::string_view name, value what) {
  const place at = detail::named_place(name, to_string(what));
  const std::size_t id = detail::must_find(*book_, name, true, at);
  detail::must_be_new(book_->at(id), (*persons_)[person].contains(id), at);
  put_person(person, id, detail::must_fit(book_->at(id), std::move(what), at));
  return *this;
}

SLIEKSNIS_INLINE facts& facts::give(std::string_view name, std::string_view text) {
  const place at = detail::named_place(name, text);
  const std::size_t id = detail::must_find(*book_, name, false, at);
  put_override(id, detail::must_read(book_->at(id), text, at));
  return *this;
}

}  // namespace v0
}  // namespace slieksnis
