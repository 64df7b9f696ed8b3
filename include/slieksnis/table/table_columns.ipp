// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <set>

#include "../decide/make_plan.hpp"
#include "../source/nearest.hpp"
#include "table_columns.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::size_t table_columns::find(std::string_view header) const noexcept {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].header == header) return i;
  return none;
}

SLIEKSNIS_INLINE std::vector<std::string> added_columns(const definition& wanted) {
  std::vector<std::string> result{wanted.name + "_outcome"};
  if (wanted.kind == definition_kind::benefit) result.push_back(wanted.name + "_amount");
  result.push_back(wanted.name + "_reason");
  return result;
}

namespace detail {

/// Finds out what each header means.
class column_reader {
 public:
  column_reader(const rule_book& book, const facts& shared, const batch_options& options,
                std::vector<error>& errors)
      : book_(book), shared_(shared), options_(options), errors_(errors) {
    for (const definition& one : book.definitions()) {
      names_.push_back(one.name);
      if (!one.latvian.empty()) names_.push_back(one.latvian);
    }
    for (const std::size_t id : options.wanted)
      for (const std::string& name : added_columns(book.at(id))) added_.insert(name);
  }

  table_columns read(const std::vector<std::pair<std::string, place>>& headers) {
    result_.groups.assign(options_.group_columns.size(), table_columns::none);
    for (const auto& [header, at] : headers) one(header, at);
    const place all = headers.empty() ? place{} : place{headers.front().second.source, {0, 1}, {}};
    must_be_there(options_.household_column, result_.household, all);
    must_be_there(options_.date_column, result_.day, all);
    must_be_there(options_.weight_column, result_.weight, all);
    for (std::size_t i = 0; i < options_.group_columns.size(); ++i)
      must_be_there(options_.group_columns[i], result_.groups[i], all);
    if (result_.weight != table_columns::none) result_.lanes[result_.weight] = result_.facts.size();
    for (const auto& [header, name] : options_.columns)
      if (result_.find(header) == table_columns::none) missing(header, all);
    return std::move(result_);
  }

 private:
  void one(const std::string& header, const place& at) {
    const std::size_t index = result_.columns.size();
    batch_column column{header, column_use::passed, 0, {}};
    if (added_.contains(header))
      errors_.emplace_back(
          error_code::table_header, at,
          complaint{
              {"kolonnas, kuru rezultātā vēl nav", "columns that the result does not add"},
              same(in_quotes(header)),
              {"izņemiet iepriekšējā rezultāta kolonnas", "take out the columns of an earlier result"}});
    if (result_.find(header) != table_columns::none) {
      errors_.emplace_back(
          error_code::table_header, at,
          complaint{{"katra kolonna vienu reizi", "each column once"},
                    {in_quotes(header) + " vēlreiz", in_quotes(header) + " again"},
                    {"izņemiet vai pārdēvējiet vienu no abām", "take out or rename one of the two"}});
    } else if (names(header, options_.household_column)) {
      column.use = column_use::household;
      result_.household = index;
    } else if (names(header, options_.date_column)) {
      column.use = column_use::day;
      result_.day = index;
    } else if (names(header, options_.weight_column)) {
      column.use = column_use::weight;
      result_.weight = index;
    } else if (const auto place = group_of(header)) {
      column.use = column_use::group;
      result_.groups[*place] = index;
    } else if (const auto id = meaning(header, at, column)) {
      take(*id, header, at, column);
    }
    result_.lanes.push_back(table_columns::none);
    if (column.use == column_use::fact) {
      result_.lanes.back() = result_.facts.size();
      result_.facts.push_back(column.definition);
    }
    result_.columns.push_back(std::move(column));
  }

  [[nodiscard]] static bool names(const std::string& header, const std::string& option) {
    return !option.empty() && (header == option || folded(header) == folded(option));
  }

  [[nodiscard]] std::optional<std::size_t> group_of(const std::string& header) const {
    for (std::size_t i = 0; i < options_.group_columns.size(); ++i)
      if (names(header, options_.group_columns[i])) return i;
    return std::nullopt;
  }

  std::optional<std::size_t> meaning(const std::string& header, const place& at, batch_column& column) {
    for (const auto& [from, name] : options_.columns) {
      if (from != header) continue;
      if (name.empty()) return std::nullopt;
      const auto id = book_.find_spoken(name);
      if (!id)
        errors_.emplace_back(
            error_code::facts_unknown_name, at,
            complaint{{"zināms fakta vai lieluma nosaukums", "the name of a known fact or variable"},
                      same(in_quotes(name)),
                      did_you_mean(name, names_)});
      return id;
    }
    const auto id = book_.find_spoken(header);
    if (!id) column.near = nearest(header, names_);
    return id;
  }

  void take(std::size_t id, const std::string& header, const place& at, batch_column& column) {
    const definition& of = book_.at(id);
    const auto again = std::find(result_.facts.begin(), result_.facts.end(), id);
    if (again != result_.facts.end() || states(id)) {
      const auto first = std::find_if(
          result_.columns.begin(), result_.columns.end(),
          [&](const batch_column& known) { return known.use == column_use::fact && known.definition == id; });
      const bool column_twice = first != result_.columns.end();
      errors_.emplace_back(
          error_code::facts_twice, at,
          complaint{{"katrs fakts vienu reizi", "each fact once"},
                    column_twice
                        ? words{in_quotes(header) + ", kas jau ir kolonnā " + in_quotes(first->header),
                                in_quotes(header) + ", already in the column " + in_quotes(first->header)}
                        : words{in_quotes(header) + ", kas jau norādīts visām rindām",
                                in_quotes(header) + ", already stated for all rows"},
                    {"paturiet vienu no abiem", "keep one of the two"}});
      return;
    }
    if (of.of == entity::person && options_.household_column.empty()) {
      errors_.emplace_back(
          error_code::facts_entity, at,
          complaint{{"mājsaimniecības fakts", "a fact of the household"},
                    {of.name + ", kas ir " + value_of(of.of).lv, of.name + ", " + value_of(of.of).en},
                    {"norādiet kolonnu, kas rāda, kurai mājsaimniecībai persona pieder",
                     "say which column tells to which household a person belongs"}});
      return;
    }
    column.use = column_use::fact;
    column.definition = id;
  }

  [[nodiscard]] bool states(std::size_t id) const {
    return shared_.common().contains(id) || shared_.overrides().contains(id);
  }

  void must_be_there(const std::string& wanted, std::size_t found, const place& at) {
    if (!wanted.empty() && found == table_columns::none) missing(wanted, at);
  }

  void missing(const std::string& wanted, const place& at) {
    std::vector<std::string> headers;
    for (const batch_column& one : result_.columns) headers.push_back(one.header);
    errors_.emplace_back(error_code::table_header, at,
                         complaint{{"kolonna " + in_quotes(wanted), "the column " + in_quotes(wanted)},
                                   {"tās nav", "none"},
                                   did_you_mean(wanted, headers)});
  }

  const rule_book& book_;
  const facts& shared_;
  const batch_options& options_;
  std::vector<error>& errors_;
  std::vector<std::string> names_;
  std::set<std::string> added_;
  table_columns result_;
};

}  // namespace detail

SLIEKSNIS_INLINE table_columns read_columns(const rule_book& book, const facts& shared,
                                            const batch_options& options,
                                            const std::vector<std::pair<std::string, place>>& headers,
                                            std::vector<error>& errors) {
  return detail::column_reader(book, shared, options, errors).read(headers);
}

SLIEKSNIS_INLINE void check_some_use(const rule_book& book, const facts& shared, const batch_options& options,
                                     const table_columns& columns, std::vector<error>& errors) {
  plan planned;
  try {
    planned = make_plan(book, options.on.value_or(book.span().last_day()), options.wanted, shape_of(shared));
  } catch (const unusable&) {
    if (options.on) throw;
    return;  // the rows' own days may be others
  }
  // Persons are a fact in themselves: a benefit may depend on how many there are.
  std::vector<std::string> needed;
  for (const planned_value& value : planned.values()) {
    const definition& of = book.at(value.definition);
    if (std::find(columns.facts.begin(), columns.facts.end(), value.definition) != columns.facts.end())
      return;
    const bool stated =
        shared.common().contains(value.definition) || shared.overrides().contains(value.definition);
    const bool fits = of.of != entity::person || columns.of_persons();
    if (of.askable() && !stated && fits && of.of != entity::country) needed.push_back(of.name);
  }
  if (needed.empty() || columns.of_persons()) return;
  constexpr std::size_t shown = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(needed.size(), shown); ++i) list += (i == 0 ? "" : ", ") + needed[i];
  if (needed.size() > shown) list += ", …";
  std::string found;
  for (const batch_column& one : columns.columns) found += (found.empty() ? "" : ", ") + one.header;
  errors.emplace_back(error_code::table_header, options.file,
                      complaint{{"vismaz viena kolonna, ko prasītie pabalsti izmanto",
                                 "at least one column that the wanted benefits use"},
                                same(in_quotes(found)),
                                {"vajadzīgs kas no šī: " + list, "needed is some of " + list}});
}

}  // namespace v0
}  // namespace slieksnis
