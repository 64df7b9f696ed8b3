// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

#include "../facts/load_facts.hpp"
#include "../facts/read_fact.hpp"
#include "prove.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The case that a published figure is about.
SLIEKSNIS_INLINE facts case_of(const rule_book& book, const topic& owner, const published_figure& figure,
                               std::vector<error>& errors) {
  facts stated(book);
  if (figure.facts) stated = read_facts(book, owner.source, *figure.facts, figure.at.pointer, errors).stated;
  for (const auto& [name, text] : figure.given) {
    const std::size_t id = *book.find(name);
    if (auto known = read_fact(book.at(id), text, figure.at, errors))
      stated.put_override(id, std::move(*known));
  }
  return stated;
}

/// The plan that computes a published figure; nothing, and an error, on a day without a version.
SLIEKSNIS_INLINE std::optional<plan> plan_of(const rule_book& book, const published_figure& figure,
                                             const facts& stated, std::vector<error>& errors) {
  const definition& of = book.at(figure.of);
  if (of.kind != definition_kind::fact && of.in_force(figure.on) == nullptr && !of.by_definition) {
    errors.emplace_back(
        error_code::rule_published, figure.at,
        complaint{{of.name + " versija šajā dienā", "a version of " + of.name + " on this day"},
                  same(to_string(figure.on)),
                  {}});
    return std::nullopt;
  }
  return make_plan(book, figure.on, std::vector<std::size_t>{figure.of}, shape_of(stated));
}

SLIEKSNIS_INLINE evaluated value_in(const plan& planned, const facts& stated, std::size_t wanted) {
  const evaluation values(planned, stated);
  return values.at(planned.values()[*planned.value_of(wanted)].result);
}

SLIEKSNIS_INLINE proof prove_figure(const rule_book& book, std::size_t topic, const published_figure& figure,
                                    std::vector<error>& errors) {
  proof result{topic, &figure, case_of(book, book.topics()[topic], figure, errors), evaluated::unknown({})};
  if (const auto planned = plan_of(book, figure, result.stated, errors))
    result.computed = value_in(*planned, result.stated, figure.of);
  return result;
}

/// The published figures of a period that depend on a parameter, ready to be computed for any value of it.
class bounding_figures {
 public:
  bounding_figures(const rule_book& book, std::size_t parameter, const period& when) : parameter_(parameter) {
    std::vector<error> ignored;  // proving the figures reports them
    for (const topic& owner : book.topics())
      for (const published_figure& figure : owner.published) {
        if (!when.contains(figure.on) || !figure.conflict.empty() || figure.of == parameter) continue;
        facts stated = case_of(book, owner, figure, ignored);
        const auto planned = plan_of(book, figure, stated, ignored);
        if (!planned || !depends(*planned)) continue;
        stated.put_override(parameter, {});
        plan moved = make_plan(book, figure.on, std::vector<std::size_t>{figure.of}, shape_of(stated));
        all_.push_back({&figure, std::move(stated), std::move(moved)});
      }
    std::stable_sort(all_.begin(), all_.end(), [](const one& a, const one& b) {
      return std::pair(a.figure->of, a.figure->on) < std::pair(b.figure->of, b.figure->on);
    });
  }

  /// Whether every figure is what the rules give when the parameter has this value.
  [[nodiscard]] bool hold(const rational& at) {
    return std::all_of(all_.begin(), all_.end(), [&](one& figure) { return holds(figure, at); });
  }
  [[nodiscard]] std::vector<const published_figure*> failing(const rational& at) {
    std::vector<const published_figure*> result;
    for (one& figure : all_)
      if (!holds(figure, at)) result.push_back(figure.figure);
    return result;
  }

 private:
  struct one {
    const published_figure* figure;
    facts stated;
    plan planned;
  };

  [[nodiscard]] bool depends(const plan& planned) const {
    const auto& used = planned.intervals();
    return std::find(used.begin(), used.end(), parameter_) != used.end();
  }
  [[nodiscard]] bool holds(one& figure, const rational& at) const {
    figure.stated.put_override(parameter_, {at, {}});
    const evaluated computed = value_in(figure.planned, figure.stated, figure.figure->of);
    return computed.known() && computed.what() == figure.figure->what;
  }

  std::size_t parameter_;
  std::vector<one> all_;
};

/// The fraction of smallest terms from `low` to `high`.
SLIEKSNIS_INLINE rational simplest_between(const rational& low, const rational& high) {
  if (high.sign() < 0) return -simplest_between(-high, -low);
  if (low.sign() <= 0) return 0;
  const rational whole = low.floor();
  if (whole == low) return whole;
  if (whole + rational(1) <= high) return whole + rational(1);
  return whole + rational(1) / simplest_between(rational(1) / (high - whole), rational(1) / (low - whole));
}

/// Where the figures cease to hold, going from a value at which they do; nothing if they never cease.
/// Figures are rounded multiples of the parameter: steps that hold without a gap, and whose ends are
/// fractions of small terms. So the end is the simplest fraction in a span too narrow for two of them.
SLIEKSNIS_INLINE std::optional<rational> end_of(bounding_figures& figures, const rational& inside,
                                                int direction) {
  constexpr int doublings = 30;  // a thousand million away from the value nothing is bounded any more
  rational good = inside;
  rational bad = inside + rational(direction);
  for (int i = 0; figures.hold(bad); ++i) {
    if (i == doublings) return std::nullopt;
    const rational next = bad + (bad - inside);
    good = std::exchange(bad, next);
  }
  const rational narrow(1, std::int64_t{1} << 36);
  while ((bad - good) * rational(direction) > narrow) {
    const rational middle = (good + bad) / rational(2);
    (figures.hold(middle) ? good : bad) = middle;
  }
  return simplest_between(std::min(good, bad), std::max(good, bad));
}

/// What is wrong with an interval: it is right when every figure holds at its ends and some figure fails just
/// outside of them.
SLIEKSNIS_INLINE words fault_of(bounding_figures& figures, const rational& low, const rational& high) {
  if (!figures.hold(low) || !figures.hold(just_below(high)))
    return {"intervāls, kura galos kāds skaitlis neatbilst",
            "an interval at whose ends some figure does not hold"};
  if (figures.hold(just_below(low)))
    return {"intervāls, zem kura vērtības arī der", "an interval below which values fit as well"};
  if (figures.hold(high))
    return {"intervāls, virs kura vērtības arī der", "an interval above which values fit as well"};
  return {};
}

SLIEKSNIS_INLINE void prove_interval(const rule_book& book, std::size_t id, const version& rule,
                                     std::vector<error>& errors) {
  bounding_figures figures(book, id, rule.when);
  words fault = fault_of(figures, rule.between->first, rule.between->second);
  if (fault.empty()) return;
  errors.emplace_back(error_code::rule_interval, rule.at,
                      complaint{{"intervāls, ko kopā nosaka visi publicētie skaitļi",
                                 "the interval that all published figures together imply"},
                                std::move(fault),
                                {"sašauriniet vai paplašiniet \"between\"", "narrow or widen \"between\""}});
}

SLIEKSNIS_INLINE implied_interval imply_interval(const rule_book& book, std::size_t id, const version& rule) {
  implied_interval result;
  result.parameter = id;
  result.rule = &rule;
  result.working = std::get<rational>(rule.alternatives.front().tree->written);
  bounding_figures figures(book, id, rule.when);
  result.fits = figures.hold(result.working);
  if (!result.fits) return result;
  result.low = end_of(figures, result.working, -1);
  result.high = end_of(figures, result.working, 1);
  if (result.low) result.bind_low = figures.failing(just_below(*result.low));
  if (result.high) result.bind_high = figures.failing(just_above(*result.high));
  result.as_written = fault_of(figures, rule.between->first, rule.between->second).empty();
  return result;
}

/// Calls `see` with every version that is known only as an interval.
template <typename See>
void each_interval(const rule_book& book, const See& see) {
  for (std::size_t id = 0; id < book.definitions().size(); ++id)
    for (const version& rule : book.at(id).versions)
      if (rule.between) see(id, rule);
}

}  // namespace detail

SLIEKSNIS_INLINE verdict verdict_of(const proof& one) {
  if (one.equal()) return verdict::equal;
  if (one.figure->conflict.empty()) return verdict::unexplained;
  return one.figure->open ? verdict::open : verdict::explained;
}

SLIEKSNIS_INLINE std::vector<proof> prove_figures(const rule_book& book) {
  std::vector<proof> result;
  std::vector<error> errors;
  for (std::size_t id = 0; id < book.topics().size(); ++id)
    for (const published_figure& figure : book.topics()[id].published)
      result.push_back(detail::prove_figure(book, id, figure, errors));
  return result;
}

SLIEKSNIS_INLINE std::vector<implied_interval> imply_intervals(const rule_book& book) {
  std::vector<implied_interval> result;
  detail::each_interval(book, [&](std::size_t id, const version& rule) {
    result.push_back(detail::imply_interval(book, id, rule));
  });
  return result;
}

SLIEKSNIS_INLINE std::vector<error> prove_published(const rule_book& book) {
  std::vector<error> errors;
  for (std::size_t id = 0; id < book.topics().size(); ++id) {
    for (const published_figure& figure : book.topics()[id].published) {
      const std::size_t before = errors.size();
      const proof one = detail::prove_figure(book, id, figure, errors);
      if (errors.size() != before) continue;
      const std::string printed = to_string(figure.what);
      const words computed =
          one.computed.known() ? same(to_string(one.computed.what())) : words{"nezināms", "unknown"};
      if (one.equal() && !figure.conflict.empty())
        errors.emplace_back(
            error_code::rule_conflict, figure.at,
            complaint{{"skaitlis, kas atšķiras no formulas", "a figure that differs from the formula"},
                      {computed.lv + ", kas sakrīt", computed.en + ", which agrees"},
                      {"izņemiet \"conflict\"", "remove \"conflict\""}});
      if (verdict_of(one) == verdict::unexplained)
        errors.emplace_back(
            error_code::rule_published, figure.at,
            complaint{{"publicētais " + book.at(figure.of).name + " = " + printed,
                       "the published " + book.at(figure.of).name + " = " + printed},
                      {"formulas rezultāts " + computed.lv, "the formula's result " + computed.en},
                      {"izlabojiet formulu vai paskaidrojiet atšķirību ar \"conflict\"",
                       "correct the formula, or explain the difference with \"conflict\""}});
    }
  }
  detail::each_interval(book, [&](std::size_t id, const version& rule) {
    if (errors.empty()) detail::prove_interval(book, id, rule, errors);
  });
  return errors;
}

}  // namespace v0
}  // namespace slieksnis
