// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "../source/json_tree.hpp"
#include "csv_fields.hpp"
#include "translate_rows.ipp"
#include "write_rows.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Copies in pieces of 32 bytes, so that short texts need no call. Both sides have room for it.
inline constexpr std::size_t copy_size = 32;
inline char* copied(char* to, const char* from, std::size_t size) noexcept {
  for (std::size_t done = 0; done < size; done += copy_size) std::memcpy(to + done, from + done, copy_size);
  return to + size;
}

/// The digits of a number, at least `least` of them.
inline char* digits(char* to, std::uint64_t number, int least) noexcept {
  std::array<char, 24> reversed;
  int count = 0;
  while (number != 0 || count < least) {
    reversed[static_cast<std::size_t>(count++)] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
  while (count > 0) *to++ = reversed[static_cast<std::size_t>(--count)];
  return to;
}

/// Room for an amount: twenty digits, sign and mark.
inline constexpr std::size_t amount_room = 24;

}  // namespace detail

SLIEKSNIS_INLINE row_writer::row_writer(const rule_book& book, const table_columns& columns,
                                        std::vector<std::size_t> wanted, const row_style& style)
    : book_(book),
      columns_(columns),
      wanted_(std::move(wanted)),
      style_(style),
      quote_amounts_(style.syntax == row_syntax::ndjson || style.separator == style.decimal_mark) {}

SLIEKSNIS_INLINE std::string row_writer::header(std::string_view came) const {
  std::string result;
  if (style_.syntax == row_syntax::ndjson) return result;
  if (columns_.syntax == row_syntax::csv) {
    result = came;
  } else {
    for (const batch_column& one : columns_.columns) {
      if (!result.empty()) result += style_.separator;
      append_csv(result, one.header, style_.separator);
    }
  }
  for (const std::size_t id : wanted_)
    for (const std::string& name : added_columns(book_.at(id))) {
      result += style_.separator;
      result += name;
    }
  return result.append(style_.line_end);
}

SLIEKSNIS_INLINE row_writer::piece row_writer::keep(std::string_view text) {
  const piece result{static_cast<std::uint32_t>(room_.size()), static_cast<std::uint32_t>(text.size())};
  room_ += text;
  return result;
}

SLIEKSNIS_INLINE void row_writer::make_pieces(const std::vector<std::string>& reasons) {
  if (reasons == reasons_ && !pieces_.empty()) return;
  reasons_ = reasons;
  pieces_.clear();
  room_.clear();
  longest_ = 0;
  const bool json = style_.syntax == row_syntax::ndjson;
  const std::string quote = quote_amounts_ ? "\"" : "";
  for (const std::size_t id : wanted_) {
    const definition& of = book_.at(id);
    benefit_pieces made;
    made.has_amount = of.kind == definition_kind::benefit;
    std::size_t longest = 0;
    const auto outcome_text = [&](std::string_view outcome) {
      return json ? ",\"" + of.name + "_outcome\":\"" + std::string(outcome) + "\""
                  : style_.separator + std::string(outcome);
    };
    const auto reason_text = [&](const std::string& reason) {
      std::string result = json ? ",\"" + of.name + "_reason\":" : std::string(1, style_.separator);
      if (!json)
        append_csv(result, reason, style_.separator);
      else if (reason.empty())
        result += "null";
      else
        append_json(result, reason);
      return result;
    };
    const std::string amount_name = json ? ",\"" + of.name + "_amount\":" : std::string(1, style_.separator);
    const std::string no_amount = !made.has_amount ? "" : amount_name + (json ? "null" : "");
    made.granted = keep(outcome_text("granted") + (made.has_amount ? amount_name + quote : ""));
    made.behind = keep((made.has_amount ? quote : "") + reason_text({}));
    longest = made.granted.size + detail::amount_room + made.behind.size;
    for (const std::string& reason : reasons) {
      made.others.push_back(keep(outcome_text("refused") + no_amount + reason_text(reason)));
      made.others.push_back(keep(outcome_text("undetermined") + no_amount + reason_text(reason)));
      longest = std::max<std::size_t>(longest, made.others.back().size);
    }
    pieces_.push_back(std::move(made));
    longest_ += longest;
  }
  room_.append(detail::copy_size, '\0');
}

SLIEKSNIS_INLINE std::string row_writer::bad_text(error_code code) const {
  std::string result;
  for (const std::size_t id : wanted_) {
    const definition& of = book_.at(id);
    const bool has_amount = of.kind == definition_kind::benefit;
    if (style_.syntax == row_syntax::ndjson) {
      result += ",\"" + of.name + "_outcome\":\"error\"";
      if (has_amount) result += ",\"" + of.name + "_amount\":null";
      result += ",\"" + of.name + "_reason\":\"" + std::string(name_of(code)) + "\"";
    } else {
      result += style_.separator;
      result += "error";
      if (has_amount) result += style_.separator;
      result += style_.separator;
      result += name_of(code);
    }
  }
  return result;
}

SLIEKSNIS_INLINE char* row_writer::amount(char* to, std::int64_t number, int decimals) const noexcept {
  if (number < 0) *to++ = '-';
  const std::uint64_t size =
      number < 0 ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
  if (decimals == 2) {
    to = detail::digits(to, size / 100, 1);
    const auto cents = static_cast<unsigned>(size % 100);
    to[0] = style_.decimal_mark;
    to[1] = static_cast<char>('0' + cents / 10);
    to[2] = static_cast<char>('0' + cents % 10);
    return to + 3;
  }
  if (decimals == 0) return detail::digits(to, size, 1);
  std::uint64_t power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  to = detail::digits(to, size / power, 1);
  *to++ = style_.decimal_mark;
  return detail::digits(to, size % power, decimals);
}

SLIEKSNIS_INLINE std::string row_writer::shown(const rational& amount) const {
  std::string result = to_string(amount);
  std::replace(result.begin(), result.end(), '.', style_.decimal_mark);
  return result;
}

SLIEKSNIS_INLINE char* row_writer::amount_of(char* to, const decision_column& column, std::size_t row) const {
  if (!column.other_amounts.empty())
    if (const auto other = column.other_amounts.find(row); other != column.other_amounts.end()) {
      const std::string text = shown(other->second);
      return std::copy(text.begin(), text.end(), to);
    }
  return amount(to, column.amounts[row], column.decimals);
}

SLIEKSNIS_INLINE char* row_writer::results(char* to, const decided_day& day, std::size_t household,
                                           std::size_t person) {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const decision_column& column = day.decisions.columns[i];
    const benefit_pieces& of = pieces_[i];
    const std::size_t row = column.of_persons ? person : household;
    const auto put = [&](const piece& one) { to = detail::copied(to, room_.data() + one.begin, one.size); };
    const outcome made = column.outcomes[row];
    if (made == outcome::granted) {
      put(of.granted);
      if (of.has_amount) to = amount_of(to, column, row);
      put(of.behind);
    } else {
      put(of.others[2 * std::size_t{column.reasons[row]} + (made == outcome::undetermined ? 1 : 0)]);
    }
  }
  return to;
}

SLIEKSNIS_INLINE std::string_view row_writer::write(const fact_rows& rows, const household_rows& households,
                                                    const row_decisions& decisions) {
  const auto& days = decisions.days();
  const bool json = style_.syntax == row_syntax::ndjson;
  const bool as_it_came = columns_.syntax == style_.syntax;
  std::string_view text = rows.text();
  const row_place* places = rows.rows.data();
  if (!as_it_came) {
    detail::translate_rows(rows, style_.separator, translated_, translated_rows_);
    text = translated_;
    places = translated_rows_.data();
  }
  // What the rows need at most; only bad ones may need more.
  std::size_t longest = 0;
  std::size_t others = 0;
  for (std::size_t k = 0; k < decisions.day_count(); ++k) {
    if (!days[k].day->decider) continue;
    make_pieces(days[k].decisions.reasons);
    longest = std::max(longest, longest_);
    for (const decision_column& column : days[k].decisions.columns)
      for (const auto& [row, amount] : column.other_amounts) others = std::max(others, shown(amount).size());
  }
  longest += others * wanted_.size() + style_.line_end.size() + 8;
  out_.resize(std::max(out_.size(), text.size() + rows.size() * longest + detail::copy_size));

  bad_.assign(rows.any_bad() ? rows.size() : 0, nullptr);
  for (const auto& one : rows.bad_rows) bad_[one.row] = &one;
  char* to = out_.data();
  const auto& by_row = decisions.places();
  std::size_t household = 0;
  const decided_day* last_day = nullptr;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    while (row >= households.offsets()[household + 1]) ++household;
    const row_place& at = places[row];
    const std::string_view came = text.substr(at.begin, at.end - at.begin);
    if (!bad_.empty() && bad_[row] != nullptr) {
      const std::string marked = marked_row(came, bad_text(bad_[row]->code), style_.syntax, style_.separator);
      const auto used = static_cast<std::size_t>(to - out_.data());
      const std::size_t rest = (text.size() - at.end) + (rows.size() - row) * longest + detail::copy_size;
      out_.resize(std::max(out_.size(), used + marked.size() + rest));
      to = std::copy(marked.begin(), marked.end(), out_.data() + used);
    } else {
      const decision_place place = by_row.empty() ? decision_place{0, static_cast<std::uint32_t>(household),
                                                                   static_cast<std::uint32_t>(row)}
                                                  : by_row[row];
      const decided_day& day = days[place.day];
      if (&day != last_day) make_pieces(day.decisions.reasons);
      last_day = &day;
      // The brace that closes an object moves behind what is added.
      const std::size_t kept = json ? came.rfind('}') : came.size();
      to = detail::copied(to, came.data(), kept);
      char* const added = to;
      to = results(to, day, place.household, place.person);
      if (json) {
        const std::size_t last = came.find_last_not_of(" \t", kept - 1);
        if (came[last] == '{' && to != added) {  // no member before: no comma
          std::memmove(added, added + 1, static_cast<std::size_t>(to - added) - 1);
          --to;
        }
        *to++ = '}';
      }
    }
    const std::string_view behind =
        at.next > at.end ? text.substr(at.end, at.next - at.end) : style_.line_end;
    to = std::copy(behind.begin(), behind.end(), to);
  }
  return {out_.data(), static_cast<std::size_t>(to - out_.data())};
}

/// A bad row with something behind it. CSV: fields that are missing are empty. JSON: what is no object
/// becomes one, with the row as a text.
SLIEKSNIS_INLINE std::string row_writer::marked_row(std::string_view came, std::string_view behind,
                                                    row_syntax syntax, char separator) const {
  std::string result(came);
  if (syntax == row_syntax::csv) {
    std::size_t next = 0;
    const std::size_t fields = csv_row(came, 0, separator, next).size();
    if (fields < columns_.columns.size()) result.append(columns_.columns.size() - fields, separator);
    return result.append(behind);
  }
  const auto object = detail::json_object(came);
  if (!object) {
    result.clear();
    detail::append_whole_row(result, came);
  }
  result.resize(result.rfind('}'));
  return result.append(behind.substr(object && object->keys.empty() ? 1 : 0)).append("}");
}

SLIEKSNIS_INLINE std::string row_writer::rejected(const fact_rows& rows) const {
  std::vector<const struct bad_row*> order;
  for (const auto& one : rows.bad_rows) order.push_back(&one);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->row < b->row; });
  std::string result;
  std::size_t line = rows.size() > 0 ? rows.line_of(0) : 1;
  std::size_t counted = 0;
  for (const auto* one : order) {
    const row_place& at = rows.rows[one->row];
    line += detail::lines_in(rows.text().substr(counted, at.begin - counted));
    counted = at.begin;
    std::string why = std::to_string(line) + ": " + std::string(name_of(one->code));
    if (one->column != table_columns::none) why += ": " + columns_.columns[one->column].header;
    std::string behind;
    if (columns_.syntax == row_syntax::csv) {
      behind = columns_.separator;
      append_csv(behind, why, columns_.separator);
    } else {
      behind = ",\"error\":";
      append_json(behind, why);
    }
    result += marked_row(rows.text(one->row), behind, columns_.syntax, columns_.separator);
    result += at.next > at.end ? rows.text().substr(at.end, at.next - at.end) : style_.line_end;
  }
  return result;
}

SLIEKSNIS_INLINE void row_writer::count(const fact_rows& rows, const household_rows& households,
                                        const row_decisions& decisions,
                                        std::vector<benefit_counts>& counts) const {
  counts.resize(wanted_.size());
  for (std::size_t k = 0; k < decisions.day_count(); ++k) {
    const decided_day& day = decisions.days()[k];
    if (!day.day->decider) continue;
    // Which rows of the table are good: as many as households, and as persons.
    std::vector<std::uint8_t> good_households;
    std::vector<std::uint8_t> good_persons;
    if (rows.any_bad()) {
      const bool all = decisions.places().empty();
      const std::size_t number = all ? households.size() : day.households.size();
      for (std::size_t i = 0; i < number; ++i) {
        const std::size_t household = all ? i : day.households[i];
        const std::size_t first = households.offsets()[household];
        good_households.push_back(rows.is_bad(first) ? 0 : 1);
        good_persons.insert(good_persons.end(), households.offsets()[household + 1] - first,
                            good_households.back());
      }
    }
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      const decision_column& column = day.decisions.columns[i];
      count_column(column, column.of_persons ? good_persons : good_households, day.decisions.reasons,
                   counts[i]);
    }
  }
}

SLIEKSNIS_INLINE void row_writer::count_column(const decision_column& column,
                                               const std::vector<std::uint8_t>& good,
                                               const std::vector<std::string>& reasons,
                                               benefit_counts& counts) {
  constexpr std::size_t outcomes = 3;
  std::vector<std::uint64_t> found(outcomes * reasons.size());
  rational total;
  std::int64_t sum = 0;
  for (std::size_t row = 0; row < column.outcomes.size(); ++row) {
    if (!good.empty() && good[row] == 0) continue;
    ++found[column.reasons[row] * outcomes + static_cast<std::size_t>(column.outcomes[row])];
    if (column.amounts.empty()) continue;
    std::int64_t next = 0;
    if (__builtin_add_overflow(sum, column.amounts[row], &next)) {
      total = total + rational(sum);
      next = column.amounts[row];
    }
    sum = next;
  }
  counts.total = counts.total + (total + rational(sum)) / rational::power(rational(10), column.decimals);
  for (const auto& [row, amount] : column.other_amounts)
    if (good.empty() || good[row] != 0) counts.total = counts.total + amount;
  for (std::size_t reason = 0; reason < reasons.size(); ++reason) {
    const auto number = [&](outcome of) { return found[reason * outcomes + static_cast<std::size_t>(of)]; };
    counts.granted += number(outcome::granted);
    counts.refused += number(outcome::refused);
    counts.undetermined += number(outcome::undetermined);
    const std::uint64_t told = number(outcome::refused) + number(outcome::undetermined);
    if (told > 0 && !reasons[reason].empty()) counts.reasons[reasons[reason]] += told;
  }
}

}  // namespace v0
}  // namespace slieksnis
