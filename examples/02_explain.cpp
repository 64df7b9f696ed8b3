// SPDX-License-Identifier: Apache-2.0
// Why? Every step of a decision, with its formula, period and source; then the same as a finished text.
#include <iostream>
#include <slieksnis/lv.hpp>
#include <slieksnis/slieksnis.hpp>

using namespace slieksnis::literals;
using namespace std::chrono_literals;
namespace lv = slieksnis::lv;

int main() {
  const slieksnis::date on = 2022y / 5 / 1;
  const auto stated = lv::facts_of({.members = 4, .income = 400.00_eur});
  const auto decision = decide(lv::law(), on, "gmi_benefit", stated);

  for (const auto& step : decision.trace) {
    std::cout << lv::law().at(step.definition).name << " = " << to_string(step.result.what());
    if (step.used != nullptr && step.from == slieksnis::origin::computed)
      std::cout << "  <- " << step.used->source.text;
    if (step.rule != nullptr)
      std::cout << "  [" << lv::law().sources()[step.rule->sources.front()].id << ", from "
                << slieksnis::to_string(step.rule->when.from) << "]";
    std::cout << '\n';
  }

  const slieksnis::answer answer{.on = on, .decisions = {decision}, .wanted_by_name = true};
  std::cout << '\n' << render_text(lv::law(), stated, answer, {.lang = slieksnis::language::lv});
}
