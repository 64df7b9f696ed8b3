// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "answer_case.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "receipt.hpp"
#include "slieksnis/render/format.hpp"
#include "slieksnis/render/json.hpp"

namespace slieksnis::cli {
namespace {

/// "Housing benefit (person 2)": whose decision a pointer into the recorded answer leads to; empty for none.
std::string decision_at(const rule_book& book, const recorded_receipt& recorded, const std::string& pointer,
                        language lang) {
  const std::string_view before = "/answer/decisions/";
  if (!pointer.starts_with(before)) return {};
  const std::size_t index = std::strtoul(pointer.c_str() + before.size(), nullptr, 10);
  const json_node* decisions = recorded.answer().find("decisions");
  if (decisions == nullptr || index >= decisions->items.size()) return {};
  const json_node* name = decisions->items[index].find("id");
  const json_node* person = decisions->items[index].find("person");
  const auto id = name == nullptr ? std::nullopt : book.find(name->text);
  if (!id) return {};
  std::string result = capitalised(book.at(*id).title.in(lang));
  if (person != nullptr) {
    const std::string number(person->text);
    result += " (" + (lang == language::lv ? number + ". persona" : "person " + number) + ")";
  }
  return result;
}

/// One receipt after the other.
class verifier {
 public:
  verifier(const rule_book& book, const command_line& line)
      : book_(book), line_(line), now_(provenance_of(line)) {}

  /// What is said of a receipt that is equal. Throws `unusable` for any other.
  [[nodiscard]] std::string verify(const std::string& path) const {
    const recorded_receipt recorded = read_receipt(book_, read_file(path));
    answer given =
        answer_case(book_, recorded.stated, recorded.on, {recorded.wanted, recorded.explain, false});
    given.on_is_today = recorded.answer().find("on_is_today") != nullptr;
    const auto computed = std::make_shared<source_text>(
        path, render_json(book_, recorded.stated, given, {recorded.lang, recorded.explain}));
    const bool same_rules = recorded.made.rules == now_.rules;
    const bool same_program = recorded.made.program == now_.program;
    const bool all_same = same_rules && same_program;
    if (const auto found =
            first_difference(recorded, computed, all_same ? comparison::everything : comparison::results))
      throw unusable(different(recorded, *found, same_rules, same_program));
    std::string result = equal(path, recorded, given.decisions.size());
    result += others(recorded, same_rules, same_program);
    if (!all_same)
      if (const auto found = first_difference(recorded, computed, comparison::everything))
        result += say("  rezultāti ir tie paši; pirmā atšķirība aprēķina gaitā vai aprakstā: ",
                      "  the results are the same; the first difference on the way or in the words: ") +
                  found->pointer + "\n    " + say("pierakstā ", "in the receipt ") +
                  shown(found->recorded).in(line_.lang) + say(", tagad ", ", now ") +
                  shown(found->computed).in(line_.lang) + "\n";
    return result;
  }

 private:
  /// A value as JSON; of an object or a list only its beginning.
  [[nodiscard]] static words shown(const std::string& json) {
    if (json.empty()) return {"nekas", "nothing"};
    const std::size_t end = json.find('\n');
    return same(end == std::string::npos ? json : json.substr(0, end) + " …");
  }
  [[nodiscard]] std::string say(const char* lv, const char* en) const {
    return line_.lang == language::lv ? lv : en;
  }

  [[nodiscard]] std::string equal(const std::string& path, const recorded_receipt& recorded,
                                  std::size_t decisions) const {
    std::string result = path + say(": sakrīt\n", ": equal\n");
    result += say("  novērtējuma diena ", "  day of assessment ") + format_date(recorded.on, line_.lang);
    if (recorded.made.calculated)
      result += say(", aprēķināts ", ", calculated ") + format_date(*recorded.made.calculated, line_.lang);
    return result + say(", lēmumu skaits: ", ", number of decisions: ") + std::to_string(decisions) + "\n";
  }

  [[nodiscard]] std::string others(const recorded_receipt& recorded, bool same_rules,
                                   bool same_program) const {
    std::string result;
    if (!same_program)
      result += say("  cita programma: tagad ", "  another program: now ") + now_.program +
                say(", pierakstā ", ", in the receipt ") + recorded.made.program + "\n";
    if (!same_rules)
      result += say("  citi noteikumi: tagad ", "  other rules: now ") + now_.rules.substr(0, 12) +
                say(", pierakstā ", ", in the receipt ") + recorded.made.rules.substr(0, 12) + "\n";
    return result;
  }

  [[nodiscard]] error different(const recorded_receipt& recorded, const receipt_difference& found,
                                bool same_rules, bool same_program) const {
    const std::string_view hint_lv =
        !same_rules     ? "noteikumi kopš tā laika ir mainījušies"
        : !same_program ? "programma kopš tā laika ir mainījusies"
                        : "pieraksts ir mainīts vai programma nav tā izlaistā versija, par ko tā sevi sauc";
    const std::string_view hint_en =
        !same_rules     ? "the rules have changed since"
        : !same_program ? "the program has changed since"
                        : "the receipt was changed, or the program is not the released version it names";
    const auto about = [&](language lang) {
      const std::string decision = decision_at(book_, recorded, found.pointer, lang);
      return decision.empty() ? decision : decision + ": ";
    };
    const words computed = shown(found.computed);
    return {error_code::receipt_differs,
            place{recorded.text, found.where, found.pointer},
            {{about(language::lv) + computed.lv, about(language::en) + computed.en},
             shown(found.recorded),
             {std::string(hint_lv), std::string(hint_en)}}};
  }

  const rule_book& book_;
  const command_line& line_;
  provenance now_;
};

exit_code run(const command_line& line, output& out) {
  const std::vector<std::string> paths = line.operands();
  if (paths.empty()) {
    std::vector<error> errors;
    line.wrong(errors, error_code::command_argument,
               {{"vismaz viens pieraksts", "at least one receipt"},
                {"nekas", "nothing"},
                {"pierakstu izveido: slieksnis calc … --receipt FAILS",
                 "slieksnis calc … --receipt FILE makes one"}});
    throw unusable(std::move(errors));
  }
  const rule_book book = load_book(line);
  const verifier all(book, line);
  exit_code result = exit_code::answered;
  for (const std::string& path : paths) {  // one that fails does not keep the others from being looked at
    try {
      out.print(all.verify(path));
    } catch (const unusable& failed) {
      out.complain(failed.text(line.lang));
      result = std::max(result, exit_code_of(failed));
    }
  }
  return result;
}

}  // namespace

command verify_command() {
  return {
      "verify",
      {"PIERAKSTS…", "RECEIPT…"},
      {"pārrēķināt pierakstītu aprēķinu un salīdzināt", "recompute a recorded calculation and compare"},
      {"Pierakstu izveido calc --receipt. Tajā ir fakti, atbilde ar katru soli, programmas versija un "
       "noteikumu\nkontrolsumma. Pārrēķina bez tīkla; ja rezultāts nesakrīt, rāda pirmo atšķirību un beidz "
       "ar "
       "3.",
       "calc --receipt makes a receipt: the facts, the answer with every step, the program’s version and the "
       "checksum\nof the rules. No network is needed; where a result is not equal, the first difference is "
       "shown, and the exit code is 3."},
      {},
      false,
      {{{"Pārbaudīt pierakstu", "Check a receipt"},
        same("slieksnis verify examples/receipts/four-persons-2022.json")},
       {{"Ko dotu citi noteikumi", "What other rules would give"},
        same("slieksnis verify examples/receipts/four-persons-2022.json --rules rules")}},
      run};
}

}  // namespace slieksnis::cli
