// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <utility>

#include "../source/object_reader.ipp"
#include "book_scope.hpp"
#include "rule_book_builder.hpp"
#include "walk.ipp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void rule_book_builder::report(const formula_text& source,
                                                std::vector<formula_problem>& problems) {
  for (auto& one : problems) errors_.emplace_back(one.code, source.part(one.where), std::move(one.words));
  problems.clear();
}

SLIEKSNIS_INLINE void rule_book_builder::check_definition(definition& checked) {
  if (!checked.by.empty()) {
    checked.by_definition = book_.find(checked.by);
    const definition* chooses = checked.by_definition ? &book_.at(*checked.by_definition) : nullptr;
    const bool reaches = chooses != nullptr &&
                         (chooses->of != entity::person || checked.of == entity::person) &&
                         checked.of != entity::country;
    if (!reaches || !chooses->what.is(type_kind::day))
      errors_.emplace_back(error_code::rule_by, member(checked.at, "/by"),
                           complaint{{"tās pašas personas vai mājsaimniecības datuma fakts",
                                      "a date fact of the same person or household"},
                                     same(in_quotes(checked.by)),
                                     nearest_name(checked.by)});
  }
  for (const auto& [name, at] : checked.shown_names) {
    if (const auto shown = book_.find(name)) {
      checked.shows.push_back(*shown);
      continue;
    }
    errors_.emplace_back(
        error_code::rule_reference, at,
        complaint{{"zināms nosaukums", "a known name"}, same(in_quotes(name)), nearest_name(name)});
  }
  const auto resolve = [&](const std::pair<std::string, place>& name, auto fits, words expected) {
    if (name.first.empty()) return std::optional<std::size_t>();
    const auto id = book_.find(name.first);
    if (id && fits(book_.at(*id))) return id;
    if (!id && book_.partial_) return std::optional<std::size_t>();  // it plays no part in this answer
    errors_.emplace_back(
        error_code::rule_reference, name.second,
        complaint{std::move(expected), same(in_quotes(name.first)), nearest_name(name.first)});
    return std::optional<std::size_t>();
  };
  checked.instead_of = resolve(checked.instead_of_name,
                               [](const definition& of) { return of.kind == definition_kind::benefit; },
                               {"cits pabalsts", "another benefit"});
  checked.counted_as = resolve(
      checked.counted_as_name,
      [&](const definition& of) { return of.kind == definition_kind::fact && of.of == entity::person; },
      {"personas fakts", "a fact of the person"});
  for (version& one : checked.versions) {
    const type amount = checked.what;
    if (one.table) check_table(checked, one);
    for (const auto& alternative : one.alternatives) check_formula(alternative, checked, one, amount);
    if (one.entitled_if) check_formula(*one.entitled_if, checked, one, type::of(type_kind::boolean));
  }
}

SLIEKSNIS_INLINE void rule_book_builder::check_formula(const formula& checked, const definition& owner,
                                                       const version& in, const type& wanted) {
  if (!checked.tree) return;
  if (in.plain_value || checked.tree->kind == expression_kind::literal) {
    // A figure of the law has the unit of its definition; only figures inside formulas are bare.
    const auto* number = std::get_if<rational>(&checked.tree->written);
    if (number != nullptr && wanted.is(type_kind::number)) {
      checked.tree->what = wanted;
      return;
    }
  }
  const book_scope names(book_);
  const auto id = book_.find(owner.name);
  const formula_setting setting{names,      owner.of,        named_type{id.value_or(0), owner.what, owner.of},
                                owner.name, owner.askable(), in.reviewed_each.has_value()};
  std::vector<formula_problem> problems;
  check_fits(*checked.tree, wanted, setting, problems);
  const bool first = &in == &owner.versions.front();
  detail::walk(*checked.tree, [&](const expression& e) {
    if (first && e.meaning == name_meaning::previous && problems.empty())
      problems.push_back({error_code::rule_previous,
                          e.where,
                          {{"agrāka versija, kuras vērtību ņemt", "an earlier version to take the value of"},
                           {"`previous` pirmajā versijā", "`previous` in the first version"},
                           {"sāciet ar versiju bez `previous`", "begin with a version without `previous`"}}});
  });
  const bool sound = problems.empty();
  report(checked.source, problems);
  if (sound && !periods_wrong_[id.value_or(0)]) check_reach(*checked.tree, checked.source, in);
}

/// Every definition a version uses must have a version on each of its days.
SLIEKSNIS_INLINE void rule_book_builder::check_reach(const expression& tree, const formula_text& source,
                                                     const version& in) {
  std::vector<std::size_t> reported;
  detail::walk(tree, [&](const expression& e) {
    if (!detail::names_definition(e) || periods_wrong_[e.definition]) return;
    if (std::find(reported.begin(), reported.end(), e.definition) != reported.end()) return;
    const definition& used = book_.at(e.definition);
    if (used.kind == definition_kind::fact || used.versions.empty() || !used.by.empty()) return;
    const period topic = book_.topics_[used.topic].covers;
    const date from = used.versions.front().when.from;
    const date to = used.versions.back().to.value_or(topic.to);
    if (from <= in.when.from && in.when.to <= to) return;
    reported.push_back(e.definition);
    const auto days = [](const period& when) -> words {
      return {"no " + to_string(when.from) + " līdz " + to_string(when.last_day()),
              "from " + to_string(when.from) + " to " + to_string(when.last_day())};
    };
    errors_.emplace_back(
        error_code::rule_covers, source.part(detail::name_part(e)),
        complaint{
            {"lielums, kas zināms " + days(in.when).lv, "a name known " + days(in.when).en},
            {used.name + ", zināms " + days({from, to}).lv, used.name + ", known " + days({from, to}).en},
            {"sadaliet versiju vai papildiniet " + used.name, "split the version, or add to " + used.name}});
  });
}

SLIEKSNIS_INLINE void rule_book_builder::check_cycles() {
  enum class mark { none, open, done };
  std::vector<mark> marks(book_.definitions_.size(), mark::none);
  std::vector<std::size_t> path;
  std::function<void(std::size_t)> visit = [&](std::size_t id) {
    if (marks[id] == mark::done) return;
    if (marks[id] == mark::open) {
      std::string circle;
      for (auto at = std::find(path.begin(), path.end(), id); at != path.end(); ++at)
        circle += book_.at(*at).name + " → ";
      errors_.emplace_back(
          error_code::rule_cycle, book_.at(id).at,
          complaint{{"formulas, kas neved atpakaļ pie sevis", "formulas that do not lead back to themselves"},
                    same(circle + book_.at(id).name),
                    {"pārtrauciet šo apli vienā no formulām", "break this circle in one of the formulas"}});
      return;
    }
    marks[id] = mark::open;
    path.push_back(id);
    std::vector<std::size_t> used;
    for (const version& one : book_.at(id).versions)
      detail::each_tree(one, [&](const expression& tree) {
        detail::walk(tree, [&](const expression& e) {
          if (detail::names_definition(e)) used.push_back(e.definition);
        });
      });
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (const std::size_t next : used) visit(next);
    path.pop_back();
    marks[id] = mark::done;
  };
  for (std::size_t id = 0; id < marks.size(); ++id) visit(id);
}

SLIEKSNIS_INLINE void rule_book_builder::check_published(topic& owner) {
  for (published_figure& figure : owner.published) {
    const auto of = book_.find(figure.of_name);
    place entry = figure.at;  // the figure's place is that of its "value"
    entry.pointer.erase(entry.pointer.rfind('/'));
    const auto reference = [&](const std::string& name, const std::string& path) {
      errors_.emplace_back(
          error_code::rule_reference, member(entry, path),
          complaint{{"zināms nosaukums", "a known name"}, same(in_quotes(name)), nearest_name(name)});
    };
    if (!of) {
      reference(figure.of_name, "/of");
      continue;
    }
    figure.of = *of;
    for (const auto& [name, text] : figure.given)
      if (!book_.find(name)) reference(name, "/given" + detail::pointer_part(name));
    const auto* text = std::get_if<std::string>(&figure.what);
    if (text == nullptr) continue;  // reported when it was read
    auto known = parse_value(*text, book_.at(*of));
    if (known)
      figure.what = std::move(*known);
    else
      errors_.emplace_back(
          error_code::rule_value, figure.at,
          complaint{described_value(book_.at(*of)), same(in_quotes(*text)),
                    book_.at(*of).what.is(type_kind::number)
                        ? words{"tikai cipari un viens decimālpunkts", "digits and one decimal point only"}
                        : words{}});
  }
}

SLIEKSNIS_INLINE void rule_book_builder::check_person_kind(const person_kind& kind) {
  const auto wrong = [&](const place& at, const std::string& found, words expected, words hint) {
    errors_.emplace_back(error_code::rule_person_kind, at,
                         complaint{std::move(expected), same(in_quotes(found)), std::move(hint)});
  };
  const auto person_name = [&](const std::string& name, const std::string& path,
                               bool key) -> const definition* {
    const auto id = book_.find(name);
    if (id && book_.at(*id).of == entity::person && book_.at(*id).askable()) return &book_.at(*id);
    wrong(member(kind.at, path, key), name,
          {"personas fakts vai lielums ar \"question\"",
           "a fact of the person, or a definition with a \"question\""},
          nearest_name(name));
    return nullptr;
  };
  if (kind.takes != "count") person_name(kind.takes, "/takes", false);
  for (const auto& [name, text] : kind.sets) {
    const std::string path = "/sets" + detail::pointer_part(name);
    if (const definition* set = person_name(name, path, true); set != nullptr && !parse_value(text, *set))
      wrong(member(kind.at, path), text, described_value(*set), {});
  }
}

}  // namespace v0
}  // namespace slieksnis
