// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>
#include <slieksnis/formula/parser.hpp>
#include <slieksnis/formula/type_check.hpp>

namespace {

using namespace slieksnis;

/// Names by hand, so that the check is tested without a rule book.
class small_scope final : public scope {
 public:
  small_scope() {
    const auto add = [&](const char* name, type what, entity of) {
      known_.emplace(name, named_type{known_.size(), std::move(what), of});
    };
    const type euro = type::number(*parse_unit("EUR/month"));
    add("income", euro, entity::household);
    add("level", euro, entity::country);
    add("spent", type::number(*parse_unit("EUR")), entity::municipality);
    add("share", type::number({}), entity::country);
    add("poor", type::of(type_kind::boolean), entity::household);
    add("wage", euro, entity::person);
    add("age", type::number(*parse_unit("years")), entity::person);
    add("born", type::of(type_kind::day), entity::person);
  }
  [[nodiscard]] std::optional<named_type> find(std::string_view name) const override {
    const auto found = known_.find(name);
    return found == known_.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::vector<std::string> names() const override {
    std::vector<std::string> result;
    for (const auto& [name, what] : known_) result.push_back(name);
    return result;
  }

 private:
  std::map<std::string, named_type, std::less<>> known_;
};

const small_scope names;

formula_setting of(entity whose) { return {names, whose, std::nullopt, {}, false, false, false}; }

/// `a number in EUR/month`, or `code part` with the part of the formula that the first problem marks.
std::string checked(std::string_view text, const formula_setting& setting = of(entity::household)) {
  std::vector<formula_problem> problems;
  const auto tree = parse_formula(text, problems);
  if (!tree) return "does not parse";
  const type result = check_types(*tree, setting, problems);
  if (problems.empty()) return described(result).en;
  const auto& [code, where, said] = problems.front();
  return std::string(name_of(code)) + " " + std::string(text.substr(where.begin, where.end - where.begin));
}

TEST(type_check, computes_units) {
  const std::string euro = described(type::number(*parse_unit("EUR/month"))).en;
  const std::string pure = described(type::number({})).en;
  EXPECT_EQ(checked("income + level"), euro);
  EXPECT_EQ(checked("income - level"), euro);
  EXPECT_EQ(checked("income * share"), euro);
  EXPECT_EQ(checked("0.5 * income"), euro);
  EXPECT_EQ(checked("income / 2"), euro);
  EXPECT_EQ(checked("income / level"), pure);
  EXPECT_EQ(checked("max(income - level, 0)"), euro);
  EXPECT_EQ(checked("sum(persons.wage)"), euro);
  EXPECT_EQ(checked("count(persons)"), pure);
  EXPECT_EQ(checked("-income"), euro);
  EXPECT_EQ(checked("if poor then income else 0"), euro);
  EXPECT_EQ(checked("round half up(income, 2)"), euro);
}

TEST(type_check, refuses_units_that_do_not_meet) {
  EXPECT_EQ(checked("income + spent"), "formula.unit spent");
  EXPECT_EQ(checked("income < spent"), "formula.unit spent");
  EXPECT_EQ(checked("income + 5"), "formula.unit 5");
  EXPECT_EQ(checked("income = share"), "formula.unit share");
  EXPECT_EQ(checked("level ** 2"), "formula.unit level");
  EXPECT_EQ(checked("max(income, spent)"), "formula.unit spent");
  EXPECT_EQ(checked("income in [level..spent]"), "formula.unit spent");
}

TEST(type_check, lets_a_written_number_take_any_unit_but_money) {
  EXPECT_EQ(checked("some p in persons satisfies p.age > 17"), "true or false");
  EXPECT_EQ(checked("share + 1"), described(type::number({})).en);
  EXPECT_EQ(checked("income > 0"), "true or false");
  EXPECT_EQ(checked("income > 1"), "formula.unit 1");
  EXPECT_EQ(checked("income > 2 - 2"), "formula.unit 2 - 2") << "only a written zero takes every unit";
}

TEST(type_check, names_what_is_not_known) {
  EXPECT_EQ(checked("incom + level"), "formula.name incom");
  EXPECT_EQ(checked("persons.height"), "formula.name height");
  EXPECT_EQ(checked("persons.income"), "formula.name income");
  EXPECT_EQ(checked("flor(share)"), "formula.function flor");
  EXPECT_EQ(checked("floor(share, 1, 2)"), "formula.arguments floor(share, 1, 2)");
}

TEST(type_check, keeps_entities_apart) {
  EXPECT_EQ(checked("wage"), "formula.entity wage");
  EXPECT_EQ(checked("wage + income", of(entity::person)),
            described(type::number(*parse_unit("EUR/month"))).en);
  EXPECT_EQ(checked("income", of(entity::country)), "formula.entity income");
  EXPECT_EQ(checked("persons.wage", of(entity::country)), "formula.entity persons");
  EXPECT_EQ(checked("level", of(entity::country)), described(type::number(*parse_unit("EUR/month"))).en);
  EXPECT_EQ(checked("income", of(entity::municipality)), "formula.entity income");
  EXPECT_EQ(checked("on", of(entity::country)), "a date");
}

TEST(type_check, keeps_persons_apart) {
  EXPECT_EQ(checked("every p in persons satisfies every q in persons satisfies p.age <= q.age"),
            "formula.entity p");
  EXPECT_EQ(checked("count(persons[age > 5])", of(entity::person)), described(type::number({})).en);
  EXPECT_EQ(checked("some p in persons satisfies p.age > age", of(entity::person)), "formula.entity age");
}

TEST(type_check, gives_its_own_name_and_previous_only_where_allowed) {
  formula_setting setting = of(entity::country);
  setting.own_name = "level";
  setting.itself = names.find("level");
  EXPECT_EQ(checked("level", setting), "rule.cycle level");
  EXPECT_EQ(checked("previous", setting), "rule.previous previous");
  setting.may_name_itself = true;
  setting.may_use_previous = true;
  const std::string euro = described(type::number(*parse_unit("EUR/month"))).en;
  EXPECT_EQ(checked("level", setting), euro);
  EXPECT_EQ(checked("max(previous, level)", setting), euro);
}

TEST(type_check, refuses_null_except_in_the_compatible_mode) {
  EXPECT_EQ(checked("null"), "formula.type null");
  formula_setting compatible = of(entity::household);
  compatible.feel_compatible = true;
  EXPECT_NE(checked("null", compatible), "formula.type null");
  EXPECT_EQ(checked("1 + \"a\"", compatible), "anything");
  EXPECT_EQ(checked("nobody", compatible), "anything");
}

TEST(type_check, reports_each_slip_once) {
  std::vector<formula_problem> problems;
  const auto tree = parse_formula("incom + 1 > levl and pooor", problems);
  static_cast<void>(check_types(*tree, of(entity::household), problems));
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].words.hint.en, "did you mean income?");
}

TEST(type_check, checks_that_a_formula_fits_its_definition) {
  const auto fits = [](std::string_view text, const type& wanted) {
    std::vector<formula_problem> problems;
    const auto tree = parse_formula(text, problems);
    check_fits(*tree, wanted, of(entity::household), problems);
    return problems.empty() ? std::string("fits") : std::string(name_of(problems.front().code));
  };
  const type euro = type::number(*parse_unit("EUR/month"));
  EXPECT_EQ(fits("income", euro), "fits");
  EXPECT_EQ(fits("0", euro), "fits");
  EXPECT_EQ(fits("5", euro), "formula.unit");
  EXPECT_EQ(fits("if poor then income else 5", euro), "formula.unit");
  EXPECT_EQ(fits("spent", euro), "formula.unit");
  EXPECT_EQ(fits("poor", euro), "formula.type");
  EXPECT_EQ(fits("persons.wage", euro), "formula.type");
  type choice = type::of(type_kind::text);
  choice.values = std::make_shared<enumeration>(enumeration{{"a", {"a", "a"}}, {"b", {"b", "b"}}});
  EXPECT_EQ(fits("if poor then \"a\" else \"b\"", choice), "fits");
  EXPECT_EQ(fits("if poor then \"a\" else \"c\"", choice), "formula.enumeration");
}

}  // namespace
