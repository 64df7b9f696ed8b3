// SPDX-License-Identifier: Apache-2.0
// An interview answered from a hidden complete case ends where deciding that case ends.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/interview.hpp>
#include <slieksnis/facts/read_persons.hpp>
#include <slieksnis/facts/write_facts.hpp>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/format.hpp>

#include "random_facts.hpp"

namespace {

using namespace slieksnis;

const rule_book& law() { return lv::law(); }

/// A household of which every fact is known that the rules do not assume.
struct hidden_case {
  facts stated{law()};
  std::string persons;  ///< as people say who they are
  date on;

  /// The value of a need: as stated, or computed from the rest; nothing where even the complete case cannot
  /// tell, or where it is no number that can be written.
  [[nodiscard]] std::optional<std::string> value_of(const need& what) const {
    const definition& of = law().at(what.definition);
    const stated_values& values = what.person ? (*stated.persons())[*what.person] : stated.common();
    if (const auto found = values.find(what.definition); found != values.end())
      return plain_value(of, found->second.what);
    if (of.kind == definition_kind::fact) return std::nullopt;
    const plan planned = make_plan(law(), on, std::vector<std::size_t>{what.definition}, shape_of(stated));
    const evaluation evaluated_case(planned, stated);
    const auto& value = evaluated_case.at(planned.values()[*planned.value_of(what.definition)].result,
                                          what.person.value_or(0));
    std::vector<error> ignored;
    if (!value.known() || value.is_null() || !fits_domain(of, value.what(), {}, ignored)) return std::nullopt;
    return plain_value(of, value.what());
  }
};

/// Values near what matters: few different amounts, and days around the one that is asked about.
stated_value likely_value(const definition& of, date on) {
  stated_value result = random_facts::value_for(of, on);
  if (!result.months.empty()) result = {value{result.months.front()}, {}};
  if (of.what.measure.of_money() && of.what.is(type_kind::number) && *rc::gen::arbitrary<bool>()) {
    const rational amount(*rc::gen::element(0, 50, 100, 150, 300, 500, 700));
    if ((!of.minimum || amount >= *of.minimum) && (!of.maximum || amount <= *of.maximum))
      result.what = amount;
  }
  return result;
}

hidden_case any_case() {
  hidden_case result;
  const date first = *parse_date("2021-07-01");
  result.on = first + std::chrono::days{*rc::gen::inRange(0, 2000)};
  if (*rc::gen::arbitrary<bool>()) {
    result.persons = *rc::gen::element<std::string>("1", "2 personas", "3");
  } else {
    result.persons = *rc::gen::element<std::string>(
        "pensionārs", "2 pieaugušie, bērns 7", "adult and child 1, 16",
        "persona ar invaliditāti I grupa; pensionārs", "pieaugusī, 2 bērni 3 10, 1 persona");
  }
  std::vector<error> errors;
  const place nowhere{std::make_shared<source_text>("persons", result.persons), {0, 0}, {}};
  RC_ASSERT(read_persons(result.stated, result.persons, nowhere, errors));
  for (std::size_t id = 0; id < law().definitions().size(); ++id) {
    const definition& of = law().at(id);
    const bool income = asked_as_group(of) && *rc::gen::inRange(0, 8) == 0;
    if (of.kind != definition_kind::fact || (of.otherwise && !income)) continue;
    if (of.of != entity::person) {
      result.stated.put(id, likely_value(of, result.on));
      continue;
    }
    for (std::size_t person = 0; person < result.stated.persons()->size(); ++person)
      if (!(*result.stated.persons())[person].contains(id))
        result.stated.put_person(person, id, likely_value(of, result.on));
  }
  // At least one income, so that the total follows from the parts.
  result.stated.put_person(0, *law().find("wage"), {value{rational(*rc::gen::inRange(0, 900))}, {}});
  return result;
}

/// Benefits that some day decides for the household or a person.
std::vector<std::size_t> decided_on(date on) {
  std::vector<std::size_t> result;
  for (std::size_t id = 0; id < law().definitions().size(); ++id) {
    const definition& of = law().at(id);
    const bool decided = of.kind == definition_kind::benefit || of.kind == definition_kind::status;
    if (decided && of.of != entity::country && of.of != entity::municipality && of.in_force(on) != nullptr &&
        !of.by_definition)
      result.push_back(id);
  }
  return result;
}

std::string group_answer(const hidden_case& hidden, const question& asked) {
  std::string answer;
  const auto& group = law().at(asked.missing.definition).group;
  for (const auto& [id, one] : (*hidden.stated.persons())[*asked.missing.person])
    if (law().at(id).group == group)
      answer += (answer.empty() ? "" : ", ") + law().at(id).name + " " + plain_value(law().at(id), one.what);
  return answer.empty() ? "nav" : answer;
}

/// What the hidden case answers; nothing for "don't know".
std::optional<std::string> answer_to(const hidden_case& hidden, const question& asked) {
  switch (asked.what) {
    case question::about::persons:
      return hidden.persons;
    case question::about::group:
      return group_answer(hidden, asked);
    case question::about::fact:
      return hidden.value_of(asked.missing);
    default:
      return std::nullopt;
  }
}

std::vector<decision> decisions_of(const interview& one) {
  return decide(make_plan(law(), *one.on(), one.benefits(), shape_of(one.stated())), one.stated(),
                one.benefits());
}

/// Answers everything and checks what holds on the way; the questions that were asked.
std::vector<question> conduct(interview& one, const hidden_case& hidden, bool go_back) {
  std::vector<question> asked;
  while (one.next()) {
    const question now = *one.next();
    RC_ASSERT(std::find_if(asked.begin(), asked.end(), [&](const question& earlier) {
                return earlier.what == now.what && earlier.missing == now.missing;
              }) == asked.end());
    asked.push_back(now);
    RC_ASSERT(asked.size() < 1000U);
    const auto text = answer_to(hidden, now);
    const auto give = [&] {
      const auto errors = text ? one.answer(*text) : one.dont_know();
      for (const error& wrong : errors) RC_LOG() << wrong.text(language::en);
      RC_ASSERT(errors.empty());
    };
    give();
    if (!go_back || *rc::gen::inRange(0, 3) != 0) continue;
    const auto next = one.next();
    const facts stated = one.stated();
    const auto aside = one.aside();
    RC_ASSERT(one.back());
    RC_ASSERT(one.next() == now);
    give();
    RC_ASSERT(one.next() == next);
    RC_ASSERT(one.stated() == stated);
    RC_ASSERT(one.aside() == aside);
  }
  return asked;
}

void ends_where_deciding_ends(const hidden_case& hidden, const std::vector<std::size_t>& wanted,
                              bool go_back) {
  RC_LOG() << "on " << to_string(hidden.on) << "\n" << write_facts(hidden.stated, std::nullopt);
  interview one(facts(law()), hidden.on, wanted);
  const auto asked = conduct(one, hidden, go_back);
  for (const question& each : asked)
    RC_LOG() << "asked " << static_cast<int>(each.what) << " " << name_of(law(), each.missing) << "\n";
  const auto complete =
      decide(make_plan(law(), hidden.on, wanted, shape_of(hidden.stated)), hidden.stated, wanted);
  for (const decision& got : decisions_of(one))
    for (const decision& right : complete) {
      if (right.benefit != got.benefit) continue;
      // Undecided for nobody in particular, as long as nobody asked who there is: then nobody can decide it.
      if (got.person != right.person && got.person) continue;
      RC_LOG() << law().at(got.benefit).name << "\n";
      RC_ASSERT(got.outcome == right.outcome);
      RC_ASSERT(got.amount == right.amount);
    }
}

RC_GTEST_PROP(interview_property, decides_one_benefit_as_the_complete_case_does, ()) {
  const hidden_case hidden = any_case();
  ends_where_deciding_ends(hidden, {*rc::gen::elementOf(decided_on(hidden.on))}, true);
}

RC_GTEST_PROP(interview_property, decides_several_benefits_as_the_complete_case_does, ()) {
  const hidden_case hidden = any_case();
  auto wanted = *rc::gen::container<std::vector<std::size_t>>(4, rc::gen::elementOf(decided_on(hidden.on)));
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  ends_where_deciding_ends(hidden, wanted, false);
}

RC_GTEST_PROP(interview_property, decides_everything_as_the_complete_case_does, ()) {
  if (*rc::gen::inRange(0, 25) != 0) return;  // a hundred questions each: a few cases are enough
  const hidden_case hidden = any_case();
  interview one(facts(law()), hidden.on, {});
  RC_ASSERT(one.answer("visi").empty());
  ends_where_deciding_ends(hidden, one.benefits(), false);
}

}  // namespace
