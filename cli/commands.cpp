// SPDX-License-Identifier: Apache-2.0
#include "command.hpp"

#include <utility>

namespace slieksnis::cli {

std::vector<command> all_commands() {
  std::vector<command> result;
  words group;
  const auto begin = [&](words title) { group = std::move(title); };
  const auto add = [&](command one) {
    one.group = group;
    result.push_back(std::move(one));
  };
  begin({"Mājsaimniecība", "A household"});
  add(calc_command());
  add(ask_command());
  add(timeline_command());
  add(verify_command());
  begin({"Daudzas mājsaimniecības", "Many households"});
  add(batch_command());
  add(population_command());
  begin({"Reformas", "Reforms"});
  add(compare_command());
  add(simulate_command());
  add(sweep_command());
  add(diff_command());
  begin({"Noteikumi", "The rules"});
  add(thresholds_command());
  add(list_command());
  add(show_command());
  add(eval_command());
  begin({"Noteikumu uzturēšana", "Keeping the rules"});
  add(check_command());
  add(test_command());
  add(reconcile_command());
  add(coverage_command());
  begin({"Par programmu", "The program"});
  add(help_command());
  return result;
}

std::vector<option> common_options() {
  return {
      {"--rules",
       {"MAPE", "FOLDER"},
       {"lietot šīs mapes noteikumus iebūvēto vietā",
        "use the rules of this folder instead of the built-in ones"}},
      {"--output",
       {"FAILS", "FILE"},
       {"rakstīt atbildi failā (arī -o); fails ir vesels vai paliek, kāds bijis",
        "write the answer to a file (also -o); the file is whole or stays as it was"}},
      {"--lang",
       {"lv|en", "lv|en"},
       {"valoda; ja nav norādīta, no vides", "the language; from the environment unless given"},
       {"lv", "en"}},
      {"--color",
       {"auto|always|never", "auto|always|never"},
       {"krāsas: tikai terminālī, vienmēr vai nekad", "colour: on a terminal only, always or never"},
       {"auto", "always", "never"}},
      {"--help", {}, {"rādīt šo palīdzību", "show this help"}},
      {"--version",
       {},
       {"rādīt programmas versiju un noteikumu kontrolsummu",
        "show the program's version and the checksum of the rules"}},
  };
}

option on_option() {
  return {"--on",
          {"DATUMS", "DATE"},
          {"novērtējuma diena: 01.02.2026 vai 2026-02-01; ja nav norādīta, šodiena",
           "the day of assessment: 2026-02-01 or 01.02.2026; today unless given"}};
}

option format_option(std::vector<std::string_view> choices) {
  std::string joined;
  for (const auto choice : choices) joined += (joined.empty() ? "" : "|") + std::string(choice);
  return {"--format",
          {joined, joined},
          {"izvades veids; ja nav norādīts, teksts", "the form of the output; text unless given"},
          std::move(choices)};
}

std::vector<option> case_options(bool with_reforms) {
  std::vector<option> result{
      {"--facts",
       {"FAILS", "FILE"},
       {"fakti no JSON faila; - ir standarta ievade", "facts from a JSON file; - is the standard input"}},
      {"--person",
       {"'VĀRDS=VĒRTĪBA …'", "'NAME=VALUE …'"},
       {"vēl viena persona ar saviem faktiem, piemēram, 'pieaugušais alga=500'",
        "one more person with facts of its own, such as 'adult wage=500'"},
       {},
       true},
      {"--set",
       {"VĀRDS=VĒRTĪBA", "NAME=VALUE"},
       {"šoreiz aizstāt jebkuru faktu, parametru vai lielumu",
        "override any fact, parameter or variable for this run"},
       {},
       true},
  };
  if (with_reforms) {
    option& set = result.back();
    set.value = {"VĀRDS=VĒRTĪBA[@DATUMS]", "NAME=VALUE[@DATE]"};
    set.help.lv +=
        "; ar dienu (gmi_dala=0,30@01.07.2026) – reforma no šīs dienas līdz noteikumu beigām vai nākamajam "
        "--set";
    set.help.en +=
        "; with a day (gmi_share=0.30@2026-07-01) a reform from that day to the end of the rules or the next "
        "--set";
  }
  return result;
}

}  // namespace slieksnis::cli
