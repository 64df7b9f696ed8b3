// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "../formula/parser.hpp"
#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE version rule_book_builder::read_version(const definition& owner, const json_value& value) {
  version result;
  result.at = value.opening();
  object_reader object(value.known_as(result.at.pointer), rule_codes);
  result.when.from = read_date(object, "from", true).value_or(first_date);
  result.to = read_date(object, "to", false);
  read_substance(object, owner, result);
  read_round(object, owner, result);
  if (const auto review = object.optional("reviewed_each")) {
    result.reviewed_each =
        review->node.kind == json_kind::text ? parse_day_of_year(review->node.text) : std::nullopt;
    if (!result.reviewed_each)
      review->wrong_kind(error_code::rule_review_day,
                         {"mēnesis un diena, piemēram, \"01-01\"", "a month and a day, such as \"01-01\""},
                         {"vispirms mēnesis, tad diena", "the month comes first, then the day"});
  }
  result.reform = reform_;
  result.sources = read_source_ids(object, !reform_);
  if (reform_ && result.sources.empty()) result.sources.push_back(book_.reforms_[*reform_].citation);
  result.support = read_confidence(object);
  result.note = read_words(object, "note", false);
  need_note(object, result.support, result.note);
  read_between(object, result);
  object.finish();
  return result;
}

SLIEKSNIS_INLINE void rule_book_builder::read_substance(object_reader& object, const definition& owner,
                                                        version& target) {
  const auto plain_value = object.optional("value");
  const auto one_formula = object.optional("formula");
  const auto several = object.optional("formulas");
  const auto table = object.optional("table");
  const auto entitled = object.optional("entitled_if");
  const auto amount = object.optional("amount");
  if (entitled) target.entitled_if = read_formula(*entitled);
  if (amount) target.alternatives.push_back(read_formula(*amount));
  if (plain_value) {
    target.plain_value = true;
    if (auto known = read_value(*plain_value, owner)) {
      check_bounds(owner, *known, *plain_value);
      target.alternatives.push_back(plain(*plain_value, std::move(*known)));
    }
  }
  if (one_formula) target.alternatives.push_back(read_formula(*one_formula));
  if (several) {
    if (several->node.kind != json_kind::list || several->node.items.empty())
      several->wrong_kind(error_code::rule_kind, {"formulu saraksts", "a list of formulas"});
    else
      for (std::size_t i = 0; i < several->node.items.size(); ++i)
        target.alternatives.push_back(read_formula(several->item(i)));
  }
  if (table) read_table(owner, *table, target);

  const int values = int{plain_value.has_value()} + int{one_formula.has_value()} + int{several.has_value()} +
                     int{table.has_value()};
  const auto wrong = [&](words wanted) {
    const json_value& value = object.value();
    const std::vector<std::string> keys{"value", "formula", "formulas", "table", "entitled_if", "amount"};
    if (!object.is_object() || object.misspelt(keys)) return;
    words found;
    for (const auto& key : keys) {
      if (value.node.find(key) == nullptr) continue;
      found.lv += (found.lv.empty() ? "" : " un ") + in_quotes(key);
      found.en += (found.en.empty() ? "" : " and ") + in_quotes(key);
    }
    if (found.empty()) found = {"versija bez tā", "a version without it"};
    errors_.emplace_back(error_code::rule_one_of, value.opening(),
                         complaint{std::move(wanted),
                                   std::move(found),
                                   {"versijā norādiet tikai to, kas šeit gaidīts",
                                    "give the version what is expected here and nothing else"}});
  };
  switch (owner.kind) {
    case definition_kind::benefit:
      // A reform may change one of the two and leave the other as the law has it.
      if ((reform_ ? !entitled && !amount : !entitled || !amount) || values != 0)
        wrong({"\"entitled_if\" un \"amount\"", "\"entitled_if\" and \"amount\""});
      break;
    case definition_kind::status:
      if (!entitled || amount || values != 0) wrong(same("\"entitled_if\""));
      break;
    case definition_kind::parameter:
      if (!plain_value || values != 1 || entitled || amount) wrong(same("\"value\""));
      break;
    default:
      if (values != 1 || entitled || amount)
        wrong({"tieši viens no: \"value\", \"formula\", \"formulas\", \"table\"",
               "exactly one of \"value\", \"formula\", \"formulas\", \"table\""});
  }
}

SLIEKSNIS_INLINE void rule_book_builder::check_bounds(const definition& owner, const value& known,
                                                      const json_value& written) {
  const auto* number = std::get_if<rational>(&known);
  if (number == nullptr) return;
  if ((!owner.minimum || *number >= *owner.minimum) && (!owner.maximum || *number <= *owner.maximum)) return;
  const std::string low = owner.minimum ? to_string(*owner.minimum) : "";
  const std::string high = owner.maximum ? to_string(*owner.maximum) : "";
  written.wrong(error_code::rule_domain,
                {high.empty()  ? words{"vismaz " + low, "at least " + low}
                 : low.empty() ? words{"ne vairāk kā " + high, "at most " + high}
                               : words{"no " + low + " līdz " + high, "from " + low + " to " + high},
                 described(written.node),
                 {"tās ir robežas, kas noteikumos dotas lielumam " + owner.name,
                  "these are the bounds that the rules give " + owner.name}});
}

SLIEKSNIS_INLINE formula rule_book_builder::read_formula(const json_value& value) {
  formula result;
  result.source = {std::string(value.node.text), value.at(), true};
  if (value.node.kind != json_kind::text) {
    value.wrong_kind(error_code::rule_kind, {"formula pēdiņās", "a formula in quotes"});
    return result;
  }
  std::vector<formula_problem> problems;
  result.tree = parse_formula(result.source.text, problems);
  report(result.source, problems);
  return result;
}

SLIEKSNIS_INLINE formula rule_book_builder::plain(const json_value& text, value known) {
  formula result;
  result.source = {std::string(text.node.text), text.at(), true};
  auto tree = std::make_unique<expression>();
  tree->where = {0, text.node.text.size()};
  tree->written = std::move(known);
  result.tree = std::move(tree);
  return result;
}

SLIEKSNIS_INLINE void rule_book_builder::read_round(object_reader& object, const definition& owner,
                                                    version& target) {
  const auto found = object.optional("round");
  if (!found) {
    if (owner.kind == definition_kind::benefit && object.is_object() && !reform_)
      static_cast<void>(
          object.required("round"));  // reported: an amount never leaves without a named rounding
    return;
  }
  object_reader round(*found, rule_codes);
  rounding_rule result;
  if (const auto to = round.required("to")) {
    if (const auto step = read_number(*to)) {
      result.to = rational(*step);
      if (result.to.sign() <= 0)
        to->wrong(error_code::rule_rounding, {{"solis, kas lielāks par 0", "a step above 0"},
                                              described(to->node),
                                              {"piemēram, \"0.01\" centiem vai \"1\" veseliem eiro",
                                               "such as \"0.01\" for cents or \"1\" for whole euros"}});
    }
  }
  if (const auto mode = round.required("mode")) {
    const auto known = rounding_mode_named(mode->node.text);
    if (known)
      result.mode = *known;
    else
      mode->wrong_kind(error_code::rule_rounding,
                       {"viens no: half_up, half_down, half_even, up, down, floor, ceiling",
                        "one of half_up, half_down, half_even, up, down, floor, ceiling"},
                       did_you_mean(mode->node.text,
                                    {"half_up", "half_down", "half_even", "up", "down", "floor", "ceiling"}));
  }
  const auto source = round.required("source");
  if (source && source->node.text != "assumed") result.sources = read_source_ids(round, true);
  result.note = read_words(round, "note", false);
  round.finish();
  if (!owner.what.is(type_kind::number))
    found->wrong(error_code::rule_rounding, {{"\"round\" tikai skaitlim", "\"round\" for a number only"},
                                             described(owner.what),
                                             {"izņemiet \"round\"", "take \"round\" out"}});
  if (result.to.sign() > 0) target.round = std::move(result);
}

SLIEKSNIS_INLINE void rule_book_builder::read_between(object_reader& object, version& target) {
  const auto found = object.optional("between");
  if (!found) return;
  std::optional<decimal> low;
  std::optional<decimal> high;
  if (found->node.kind == json_kind::list && found->node.items.size() == 2) {
    low = read_number(found->item(0));
    high = read_number(found->item(1));
    if (!low || !high) return;
  }
  if (target.plain_value && target.alternatives.empty()) return;  // the value itself is wrong, and reported
  const rational* inside = nullptr;
  if (target.plain_value && target.alternatives.size() == 1 && target.alternatives[0].tree)
    inside = std::get_if<rational>(&target.alternatives[0].tree->written);
  if (low && high && inside != nullptr && rational(*low) <= *inside && *inside < rational(*high)) {
    target.between.emplace(*low, *high);
    return;
  }
  found->wrong(
      error_code::rule_between,
      {{"divi skaitļi, starp kuriem ir \"value\"", "two numbers with \"value\" between them"},
       same(std::string(found->source->bytes().substr(
           found->node.where.begin,
           std::min<std::size_t>(found->node.where.end - found->node.where.begin, 40)))),
       {"pirmais skaitlis ir iekļauts, otrais nav", "the first number is included, the second is not"}});
}

SLIEKSNIS_INLINE void rule_book_builder::read_table(const definition& owner, const json_value& value,
                                                    version& target) {
  object_reader object(value, rule_codes);
  decision_table table;
  table.at = value.opening();
  if (const auto inputs = object.required("inputs")) {
    if (inputs->node.kind != json_kind::list || inputs->node.items.empty())
      inputs->wrong_kind(error_code::rule_kind, {"nosaukumu saraksts", "a list of names"});
    else
      for (const auto& item : inputs->node.items) table.inputs.emplace_back(item.text);
  }
  const std::string hit = object.text("hit", true).value_or("unique");
  table.unique = hit == "unique";
  if (hit != "unique" && hit != "first")
    object.required("hit")->wrong_kind(error_code::rule_kind,
                                       {"\"unique\" vai \"first\"", "\"unique\" or \"first\""});
  if (const auto otherwise = object.text("otherwise", false)) {
    table.otherwise_stated = *otherwise == "stated";
    if (!table.otherwise_stated || !owner.askable())
      object.required("otherwise")
          ->wrong(error_code::rule_table_row,
                  {{"\"stated\" lielumam, kam ir \"question\"",
                    "\"stated\", for a definition with a \"question\""},
                   table.otherwise_stated
                       ? words{"lielums bez \"question\"", "a definition without a \"question\""}
                       : same(in_quotes(*otherwise)),
                   {"pievienojiet \"question\" vai izņemiet \"otherwise\"",
                    "add a \"question\", or take \"otherwise\" out"}});
  }
  const auto rows = object.required("rows");
  if (rows && rows->node.kind != json_kind::list)
    rows->wrong_kind(error_code::rule_kind, {"rindu saraksts", "a list of rows"});
  for (std::size_t i = 0; rows && rows->node.kind == json_kind::list && i < rows->node.items.size(); ++i) {
    object_reader row(rows->item(i), rule_codes);
    table_row result;
    result.at = row.value().at();
    if (const auto when = row.required("when")) {
      if (when->node.kind == json_kind::list)
        for (const auto& cell : when->node.items) {
          result.cells.emplace_back(cell.text);
          result.cell_places.push_back(cell.where);
        }
      if (result.cells.size() != table.inputs.size())
        when->wrong(
            error_code::rule_table_row,
            {{"šūnu skaits " + std::to_string(table.inputs.size()) +
                  ", pa vienai katram \"inputs\" nosaukumam",
              "as many cells as \"inputs\", " + std::to_string(table.inputs.size())},
             same(std::to_string(result.cells.size())),
             {"ja vērtībai nav nozīmes, rakstiet \"-\"", "where the value does not matter write \"-\""}});
      result.at = when->at();
    }
    if (const auto amount = row.required("value")) {
      auto known =
          amount->node.kind == json_kind::text ? parse_value(amount->node.text, owner) : std::nullopt;
      if (known) {
        check_bounds(owner, *known, *amount);
        result.amount = plain(*amount, std::move(*known));
      } else if (amount->node.kind == json_kind::number) {
        static_cast<void>(read_number(*amount));
      } else {
        result.amount = read_formula(*amount);
      }
    }
    result.title = read_words(row, "title", false);
    result.sources = read_source_ids(row, false);
    result.support = read_confidence(row);
    result.note = read_words(row, "note", false);
    need_note(row, result.support, result.note);
    row.finish();
    table.rows.push_back(std::move(result));
  }
  object.finish();
  target.table = std::move(table);
}

}  // namespace v0
}  // namespace slieksnis
