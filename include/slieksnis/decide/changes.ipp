// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../facts/load_facts.hpp"
#include "changes.hpp"
#include "days.ipp"
#include "explain.hpp"
#include "interval.hpp"
#include "trial.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// One definition's value in a case that might be another: a fact, or a variable that may be asked for.
struct changeable {
  std::size_t definition = 0;
  std::optional<std::size_t> person;
  step_id step = 0;

  void put(facts& target, value what) const {
    stated_value stated{std::move(what), {}};
    if (target.overrides().contains(definition))
      target.put_override(definition, std::move(stated));
    else if (person)
      target.put_person(*person, definition, std::move(stated));
    else
      target.put(definition, std::move(stated));
  }
  [[nodiscard]] const stated_value* stated_in(const facts& stated) const {
    const auto in = [&](const stated_values& values) -> const stated_value* {
      const auto found = values.find(definition);
      return found == values.end() ? nullptr : &found->second;
    };
    if (stated.overrides().contains(definition)) return in(stated.overrides());
    return person ? in((*stated.persons())[*person]) : in(stated.common());
  }
};

/// How a definition counts the persons of the household: all of them, or those for whom something holds.
enum class counting { nobody, everybody, some };
[[nodiscard]] inline counting counts_persons(const definition& of, date on) {
  const version* rule = of.in_force(on);
  if (rule == nullptr) return counting::nobody;
  for (const formula& one : rule->alternatives) {
    const expression& e = *one.tree;
    if (e.kind != expression_kind::call || e.name != "count" || e.operands.size() != 1) continue;
    const bool filtered = e.operands[0]->kind == expression_kind::filter;
    const expression& list = filtered ? *e.operands[0]->operands[0] : *e.operands[0];
    if (list.kind == expression_kind::name && list.meaning == name_meaning::persons)
      return filtered ? counting::some : counting::everybody;
  }
  return counting::nobody;
}

/// Adds one person of a kind; a kind that takes a number, such as an age, with the least there is. False
/// where the kind needs to be told more.
[[nodiscard]] SLIEKSNIS_INLINE bool add_person_of(facts& target, const person_kind& kind) {
  std::string argument;
  if (kind.takes != "count") {
    const auto id = target.book().find(kind.takes);
    if (!id || !target.book().at(*id).minimum) return false;
    argument = to_string(*target.book().at(*id).minimum);
  }
  if (target.persons() && target.persons()->size() >= persons_max) return false;
  std::vector<error> errors;
  add_persons_of_kind(target, kind, argument, kind.at, errors);
  return errors.empty();
}

/// Numbers from the one stated outwards, in steps of the last decimal place: the first is the nearest.
class numbers_outwards {
 public:
  numbers_outwards(const definition& of, const rational& stated, bool rises)
      : step_(rational::power(rational(10), -of.decimals)), rises_(rises) {
    const rational places = stated / step_;
    first_ = rises ? (places.floor() + rational(1)) * step_ : -(((-places).floor() + rational(1)) * step_);
    const auto& limit = rises ? of.maximum : of.minimum;
    if (!limit) return;
    const rational away = (rises ? *limit - first_ : first_ - *limit) / step_;
    most_ = away.sign() < 0 ? -1 : away.floor().as_integer().value_or(most_);
  }
  /// -1: the stated number is the last one of the domain.
  [[nodiscard]] std::int64_t most() const noexcept { return most_; }
  [[nodiscard]] rational operator[](std::int64_t index) const {
    return rises_ ? first_ + rational(index) * step_ : first_ - rational(index) * step_;
  }

 private:
  rational step_;
  bool rises_;
  rational first_;
  std::int64_t most_ = 1'000'000'000'000;  // where the domain has no end
};

/// Searches the neighbourhood of one refused case.
class change_finder {
 public:
  change_finder(const rule_book& book, const facts& stated, const decision& refused)
      : book_(book), stated_(stated), refused_(refused), again_(book, refused.benefit, refused.person) {}

  [[nodiscard]] std::vector<possible_change> find() {
    if (!again_.refused(stated_, refused_.on)) return {};
    // The first plan, since trials of other shapes replace it.
    const plan planned = again_.last_plan();
    const evaluation values(planned, stated_);
    std::vector<possible_change> choices;
    if (!about_gate()) {
      const std::vector<bool> below = values.reached(failed_steps(planned), refused_.person);
      for (const changeable& one : changeables(values, below)) try_value(values, one, choices);
      try_persons(planned, below);
    }
    try_days();
    found_.insert(found_.end(), choices.begin(), choices.end());
    return std::move(found_);
  }

 private:
  static constexpr std::size_t most_of_a_kind = 3;

  [[nodiscard]] bool about_gate() const {
    return std::any_of(refused_.reasons.begin(), refused_.reasons.end(),
                       [&](const auto& one) { return is_about_gate(book_, one); });
  }

  [[nodiscard]] std::vector<step_id> failed_steps(const plan& planned) const {
    std::vector<step_id> result;
    const auto search = [&](const planned_formula& in) {
      for (const auto& [node, step] : in.nodes)
        for (const failed_condition& reason : refused_.reasons)
          if (reason.condition == node) result.push_back(step);
    };
    for (const planned_value& one : planned.values()) {
      if (one.on != planned.on()) continue;
      const auto search_all = [&](const planned_value& value) {
        if (value.entitled) search(*value.entitled);
        for (const planned_formula& alternative : value.alternatives) search(alternative);
      };
      search_all(one);
      for (const planned_value& version : one.by_version) search_all(version);
    }
    return result;
  }

  /// What might be otherwise, of the household first.
  [[nodiscard]] std::vector<changeable> changeables(const evaluation& values,
                                                    const std::vector<bool>& below) const {
    std::vector<changeable> result;
    const plan& planned = values.of();
    for (const entity whose : {entity::household, entity::person})
      for (const planned_value& one : planned.values()) {
        const definition& of = book_.at(one.definition);
        if (one.on != planned.on() || of.of != whose || !below[one.result] || !of.askable() || of.fixed ||
            of.gate || counts_persons(of, planned.on()) != counting::nobody)
          continue;
        const std::size_t rows = whose == entity::person ? values.persons() : 1;
        for (std::size_t row = 0; row < rows; ++row) {
          const changeable found{one.definition, whose == entity::person ? std::optional(row) : std::nullopt,
                                 one.result};
          const bool computed = of.kind == definition_kind::variable && of.what.is(type_kind::number);
          if (values.at(one.result, row).known() && (computed || found.stated_in(stated_) != nullptr))
            result.push_back(found);
        }
      }
    return result;
  }

  void try_value(const evaluation& values, const changeable& one, std::vector<possible_change>& choices) {
    const definition& of = book_.at(one.definition);
    const bool number = of.what.is(type_kind::number);
    if ((number ? found_ : choices).size() >= most_of_a_kind) return;
    if (!number && !of.what.is(type_kind::boolean) && !of.what.is_enumeration()) return;
    // Would anything at all do, in place of what is stated?
    const std::size_t row = one.person.value_or(0);
    const interval_reading anything(values, interval_reading::freed{one.step, row});
    const planned_value& wanted = values.of().values()[*values.of().value_of(refused_.benefit)];
    if (!wanted.entitled || !anything.at(wanted.entitled->result, refused_.person.value_or(0)).may_be(true))
      return;
    if (number) {
      try_number(one, *values.at(one.step, row).as<rational>());
      return;
    }
    for (const value& other : domain_of(of, refused_.on).among) {
      if (other == values.at(one.step, row).what() || choices.size() >= most_of_a_kind) continue;
      facts moved = stated_;
      one.put(moved, other);
      if (const auto then = again_.granted(moved, refused_.on))
        choices.push_back(change_of(change_kind::choice, one, other, *then));
    }
  }

  [[nodiscard]] possible_change change_of(change_kind kind, const changeable& one, value to,
                                          const decision& then) const {
    possible_change result;
    result.kind = kind;
    result.definition = one.definition;
    result.person = one.person;
    result.to = std::move(to);
    result.on = then.on;
    result.amount = then.amount;
    const stated_value* stated = one.stated_in(stated_);
    result.mean = stated != nullptr && !stated->months.empty();
    return result;
  }

  /// Ever farther out until it is granted, then back to where it just is.
  void try_number(const changeable& one, const rational& now) {
    const definition& of = book_.at(one.definition);
    std::optional<possible_change> nearest;
    const auto away = [&](const possible_change& change) {
      const rational distance = std::get<rational>(change.to) - now;
      return distance.sign() < 0 ? -distance : distance;
    };
    facts moved = stated_;
    for (const bool rises : {false, true}) {
      const numbers_outwards numbers(of, now, rises);
      const auto granted_at = [&](std::int64_t index) {
        one.put(moved, numbers[index]);
        return again_.granted(moved, refused_.on);
      };
      std::int64_t refused = -1;
      std::int64_t tried = std::min<std::int64_t>(0, numbers.most());
      std::optional<decision> then;
      while (tried > refused && !(then = granted_at(tried))) {
        refused = tried;
        tried = std::min(2 * tried + 1, numbers.most());
      }
      if (!then) continue;
      while (tried - refused > 1) {
        const std::int64_t middle = refused + (tried - refused) / 2;
        if (auto found = granted_at(middle)) {
          tried = middle;
          then = std::move(found);
        } else {
          refused = middle;
        }
      }
      // One step nearer it may be undetermined; then nobody knows where it begins.
      one.put(moved, refused < 0 ? value{now} : value{numbers[refused]});
      if (!again_.refused(moved, refused_.on)) continue;
      possible_change change = change_of(change_kind::number, one, numbers[tried], *then);
      change.rises = rises;
      if (!nearest || away(change) < away(*nearest)) nearest = std::move(change);
    }
    if (nearest) found_.push_back(std::move(*nearest));
  }

  void try_persons(const plan& planned, const std::vector<bool>& below) {
    std::vector<std::size_t> everybody;
    std::vector<std::size_t> some;
    for (const auto& [id, one] : stated_.common()) {
      const counting how = counts_persons(book_.at(id), refused_.on);
      if (how == counting::everybody) everybody.push_back(id);
      if (how == counting::some) some.push_back(id);
    }
    if (stated_.persons() && !stated_.persons()->empty()) {
      bool over_persons = false;
      for (step_id id = 0; id < below.size(); ++id)
        over_persons = over_persons || (below[id] && planned.steps()[id].over_persons);
      // Counts that are stated beside the persons would no longer agree with them.
      if (over_persons && everybody.empty() && some.empty()) try_kinds();
      return;
    }
    if (some.empty() && !everybody.empty()) try_counts(everybody);
    for (const std::size_t id : some) {
      std::vector<std::size_t> counts = everybody;
      counts.push_back(id);
      try_counts(std::move(counts));
    }
  }

  void try_kinds() {
    for (std::size_t more = 1; more <= most_of_a_kind; ++more) {
      possible_change change;
      change.kind = change_kind::persons;
      change.more = more;
      change.on = refused_.on;
      std::size_t tried = 0;
      for (const person_kind& kind : book_.person_kinds()) {
        facts moved = stated_;
        bool added = true;
        for (std::size_t i = 0; i < more && added; ++i) added = add_person_of(moved, kind);
        if (!added) continue;
        ++tried;
        const auto then = again_.granted(moved, refused_.on);
        if (!then || (!change.kinds.empty() && then->amount != change.amount)) continue;
        change.amount = then->amount;
        change.kinds.push_back(&kind);
      }
      if (change.kinds.empty()) continue;
      change.any_kind = change.kinds.size() == tried;
      found_.push_back(std::move(change));
      return;
    }
  }

  void try_counts(std::vector<std::size_t> counts) {
    possible_change change;
    change.kind = change_kind::persons;
    change.counts = std::move(counts);
    change.on = refused_.on;
    for (change.more = 1; change.more <= most_of_a_kind; ++change.more) {
      const facts moved = changed(stated_, change);
      for (const std::size_t id : change.counts) {
        const auto& most = book_.at(id).maximum;
        if (most && *most < *std::get_if<rational>(&moved.common().at(id).what)) return;
      }
      const auto then = again_.granted(moved, refused_.on);
      if (!then) continue;
      change.amount = then->amount;
      found_.push_back(std::move(change));
      return;
    }
  }

  void try_days() {
    const auto add = [&](change_kind kind, date on, const decision& then) {
      possible_change change;
      change.kind = kind;
      change.on = on;
      change.amount = then.amount;
      found_.push_back(std::move(change));
    };
    bool refused = true;
    for (auto span = span_from(again_, stated_, refused_.on); span;
         span = span_from(again_, stated_, span->when.to)) {
      if (span->what.granted()) {
        // After days on which it is undetermined nobody knows when it begins.
        if (refused) add(change_kind::later_day, span->when.from, span->what);
        break;
      }
      refused = span->what.outcome == outcome::refused;
    }
    const auto before = spans_before(again_, stated_, refused_.on);
    for (std::size_t i = before.size(); i-- > 0;) {
      if (before[i].what.outcome == outcome::refused) continue;
      const bool next_is_refused = i + 1 == before.size() || before[i].when.to == before[i + 1].when.from;
      if (before[i].what.granted() && next_is_refused)
        add(change_kind::earlier_day, before[i].when.last_day(), before[i].what);
      break;
    }
  }

  const rule_book& book_;
  const facts& stated_;
  const decision& refused_;
  trial again_;
  std::vector<possible_change> found_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::vector<possible_change> changes_for(const rule_book& book, const facts& stated,
                                                          const decision& refused) {
  if (refused.outcome != outcome::refused) return {};
  return detail::change_finder(book, stated, refused).find();
}

SLIEKSNIS_INLINE facts changed(const facts& stated, const possible_change& change) {
  facts result = stated;
  if (change.kind == change_kind::number || change.kind == change_kind::choice)
    detail::changeable{change.definition, change.person, 0}.put(result, change.to);
  for (std::size_t i = 0; i < change.more && !change.kinds.empty(); ++i)
    static_cast<void>(detail::add_person_of(result, *change.kinds.front()));
  for (const std::size_t id : change.counts) {
    const rational now = std::get<rational>(stated.common().at(id).what);
    result.put(id, {now + rational(static_cast<std::int64_t>(change.more)), {}});
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
