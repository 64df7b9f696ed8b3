// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "help.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "slieksnis/config.hpp"
#include "slieksnis/render/format.hpp"
#include "slieksnis/render/wrap.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

/// Columns of a terminal of eighty, less the margins of a manual page.
constexpr std::size_t example_width = 70;

/// Text as roff reads it; a leading point or quote would be a request.
std::string escaped(std::string_view text, bool code) {
  std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    if (c == '\\')
      result += "\\e";
    else if (code && c == '-')
      result += "\\-";
    else if (code && c == '\'')
      result += "\\(aq";
    else if (code && c == '^')
      result += "\\(ha";
    else if (code && c == '~')
      result += "\\(ti";
    else
      result += c;
  }
  return result;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text, true) + "\\fR"; }
std::string slanted(std::string_view text) { return "\\fI" + escaped(text, true) + "\\fR"; }

/// A command line as words, quotes taken off: the examples of the page are run without a shell.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> result;
  bool inside = false;
  bool quoted = false;
  for (const char c : line) {
    if (c == ' ' && !quoted) {
      inside = false;
      continue;
    }
    if (!inside) result.emplace_back();
    inside = true;
    if (c == '\'')
      quoted = !quoted;
    else
      result.back() += c;
  }
  return result;
}

std::string verbatim(const std::string& text) {
  std::string result = ".RS 4\n.EX\n";
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    result += end == 0 ? "\\&\n" : escaped(rest.substr(0, end), true) + "\n";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return result + ".EE\n.RE\n";
}

class page {
 public:
  page(const std::vector<command>& commands, const command_line& line)
      : commands_(commands), line_(line), lang_(line.lang) {}

  std::string write() {
    head();
    synopsis();
    description();
    section({"KOMANDAS", "COMMANDS"});
    for (const command& one : commands_) about(one);
    section({"OPCIJAS VISĀM KOMANDĀM", "OPTIONS OF EVERY COMMAND"});
    options(common_options());
    stating_facts();
    section({"IZEJAS KODS", "EXIT STATUS"});
    for (const auto& [code, meaning] : told_exit_codes())
      item(bold(std::to_string(static_cast<int>(code))), meaning);
    section({"VIDE", "ENVIRONMENT"});
    for (const auto& [name, meaning] : told_variables()) item(bold(name), meaning);
    section({"FAILI", "FILES"});
    for (const auto& [name, meaning] : told_files()) item(bold(name.in(lang_)), meaning);
    examples();
    section({"PIEZĪMES", "NOTES"});
    paragraph(
        {"Tas nav juridisks padoms un nav iestādes kalkulators: kur avoti klusē vai ir pretrunīgi, atbilde "
         "pasaka, kas pieņemts.",
         "It is not legal advice and not an official calculator: where the sources are silent or disagree, "
         "the answer says what was assumed."});
    section({"SKATĪT ARĪ", "SEE ALSO"});
    out_ += "\\fBless\\fR(1), \\fBman\\fR(1)\n";
    return std::move(out_);
  }

 private:
  void section(const words& title) {
    out_ += ".SH " + escaped(title.in(lang_), false) + "\n";
    after_heading_ = true;  // a heading begins a paragraph by itself
  }
  void paragraph(const words& text) {
    out_ += (std::exchange(after_heading_, false) ? "" : ".PP\n") + flowing(text.in(lang_));
  }
  void item(const std::string& what, const words& text) {
    out_ += ".TP\n" + what + "\n" + flowing(text.in(lang_));
  }
  /// Lines of the file that are easy to read and compare; roff fills them anew.
  static std::string flowing(const std::string& text) {
    std::string result;
    const std::string lines = flowed(text, 100);
    std::string_view rest = lines;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      result += escaped(rest.substr(0, end), false) + "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
  }

  /// The page is of the day on which the rules were last held against the law.
  void head() {
    date reviewed{};
    for (const topic& one : book().topics()) reviewed = std::max(reviewed, one.reviewed);
    out_ += ".\\\" SPDX-License-Identifier: Apache-2.0\n.\\\" " +
            words{"Lapu raksta: slieksnis help man --lang lv", "Written by: slieksnis help man --lang en"}.in(
                lang_) +
            "\n.TH SLIEKSNIS 1 " + to_string(reviewed) + " \"slieksnis " SLIEKSNIS_VERSION "\" \"" +
            words{"Lietotāja komandas", "User Commands"}.in(lang_) + "\"\n";
    section({"NOSAUKUMS", "NAME"});
    out_ += "slieksnis \\- " +
            words{"Latvijas minimālo ienākumu sliekšņi un pabalsti, precīzi un ar pamatojumu",
                  "Latvian minimum income thresholds and benefits, exact and with reasons"}
                .in(lang_) +
            "\n";
  }

  [[nodiscard]] std::string usage(const command& one) const {
    std::string result = bold("slieksnis " + std::string(one.name));
    if (!one.operands.empty()) result += " " + slanted(one.operands.in(lang_));
    return result + " [" + slanted(words{"OPCIJAS", "OPTIONS"}.in(lang_)) + "]";
  }

  void synopsis() {
    section({"LIETOŠANA", "SYNOPSIS"});
    out_ += ".nf\n";
    for (const command& one : commands_) out_ += usage(one) + "\n";
    out_ += ".fi\n";
  }

  void description() {
    section({"APRAKSTS", "DESCRIPTION"});
    paragraph(
        {"slieksnis jebkurai dienai, ko aptver tā noteikumi, atbild: kas šai mājsaimniecībai pienākas, "
         "cik un kāpēc (vai kāpēc ne). Katram skaitlim ir formula, spēkā esības laiks un avots.",
         "slieksnis answers for any day that its rules cover: what does this household get, how much and "
         "why (or why not)? Each figure has its formula, its period and its source."});
    paragraph(
        {"Kas nav norādīts, par to jautā; to nekad nepieņem par nulli. Ja likums vai noteikumi ļauj kaut ko "
         "pieņemt, pieņēmums ir atbildē. Skaitļi ir precīzi; noapaļo tikai tur, kur to saka noteikumi.",
         "What is not stated is asked for and never taken as zero. Where something is assumed, the answer "
         "says so. Numbers are exact and rounded only where the rules say so."});
    paragraph(
        {"Vārdus raksta latviski vai angliski, ar garumzīmēm vai bez tām, ar defisi vai pasvītru "
         "(majokla-pabalsts, housing_benefit); dienas kā 01.02.2026 vai 2026-02-01; summas kā 500,50 vai "
         "500.50.",
         "Names are written in English or Latvian, with or without Latvian marks, with hyphens or "
         "underscores (housing-benefit, majokla_pabalsts); days as 2026-02-01 or 01.02.2026; amounts as "
         "500.50 or 500,50."});
  }

  void options(const std::vector<option>& all) {
    for (const option& one : all) {
      std::string what = bold(one.name);
      if (!one.value.empty())
        what += " " + (one.choices.empty() ? slanted(one.value.in(lang_)) : bold(one.value.in(lang_)));
      item(what, one.help);
    }
  }

  void about(const command& one) {
    out_ += ".SS " + std::string(one.name) + "\n" + usage(one) + "\n";
    paragraph({capitalised(one.summary.lv) + ".", capitalised(one.summary.en) + "."});
    if (!one.more.empty()) paragraph(one.more);
    options(one.options);
    for (const example& shown : one.examples) {
      paragraph({shown.what.lv + ":", shown.what.en + ":"});
      out_ += verbatim(broken_command(shown.line.in(lang_), example_width));
    }
  }

  void stating_facts() {
    section({"FAKTI PAR MĀJSAIMNIECĪBU", "STATING FACTS"});
    paragraph(
        {"Katrs fakts ir opcija; slieksnis list facts rāda visus. Personu raksta ar veidu vai pilnībā ar "
         "--person; faktu, kas attiecas uz vienu personu, drīkst rakstīt arī tieši, ja persona ir viena. "
         "Summa var būt viena mēneša vai trīs pēdējo mēnešu (300/310/320): ņem to precīzo vidējo. Personas "
         "vārdu un kodu nevajag; lai atbilde pateiktu, par kuru personu runa, dod apzīmējumu "
         "(label=vecmāmiņa).",
         "Each fact is an option; slieksnis list facts shows all of them. A person is stated by a kind or in "
         "full with --person; a fact of a person may also stand alone while there is only one. An amount may "
         "be that of one month or of the last three (300/310/320): their exact mean is taken. Names and "
         "personal codes are not needed; a label (label=grandmother) lets the answer say whom it means."});
    paragraph({"Personu veidi:", "Kinds of persons:"});
    for (const person_kind& kind : book().person_kinds()) {
      std::string name = "--" + (lang_ == language::lv ? folded(kind.latvian) : kind.name);
      std::replace(name.begin(), name.end(), '_', '-');
      item(bold(name), kind.title);
    }
    paragraph({"Failā, ko norāda ar --facts:", "In a file that --facts names:"});
    out_ += verbatim(
        "{ \"on\": \"2026-02-01\",\n"
        "  \"household\": { \"housing_costs\": \"300.00\" },\n"
        "  \"persons\": [ { \"born\": \"1950-03-12\", \"pension\": \"312.40\" }, { \"age\": 9 } ] }");
  }

  /// What is shown is what the command prints now.
  void examples() {
    section({"PIEMĒRI", "EXAMPLES"});
    const example shown[] = {
        {{"Cik ir viena trešdaļa, ņemta trīs reizes? Skaitļi ir precīzi:",
          "What is three times a third? Numbers are exact:"},
         same("slieksnis eval '(1/3) * 3'")},
        {{"Četru cilvēku mājsaimniecība ar 300 EUR ienākumiem 2022. gadā:",
          "A household of four with an income of 300 EUR in 2022:"},
         {"slieksnis calc gmi-pabalsts --on 01.05.2022 --locekli 4 --ienakumi 300",
          "slieksnis calc gmi-benefit --on 2022-05-01 --members 4 --income 300"}},
        {{"Kas jāzina, lai atbildētu:", "What has to be known for an answer:"},
         {"slieksnis eval gmi_level --on 01.05.2022", "slieksnis eval gmi_level --on 2022-05-01"}},
        {{"Kā mainījies GMI slieksnis:", "How the GMI threshold has changed:"},
         {"slieksnis show gmi-share --on 01.03.2025", "slieksnis show gmi-share --on 2025-03-01"}},
    };
    for (const example& one : shown) {
      paragraph(one.what);
      out_ += verbatim("$ " + broken_command(one.line.in(lang_), example_width) + "\n" +
                       printed_by(one.line.in(lang_)));
    }
  }

  [[nodiscard]] std::string printed_by(const std::string& text) const {
    auto words = words_of(text);
    words.erase(words.begin());
    words.insert(words.end(), {"--lang", lang_ == language::lv ? "lv" : "en"});
    const command_line line = read_command_line(commands_, words);
    output out(lang_);
    static_cast<void>(line.chosen->run(line, out));
    return wrapped(out.answer(), example_width);
  }

  [[nodiscard]] const rule_book& book() {
    if (!book_) book_ = load_book(line_);
    return *book_;
  }

  const std::vector<command>& commands_;
  const command_line& line_;
  language lang_;
  std::optional<rule_book> book_;
  bool after_heading_ = false;
  std::string out_;
};

}  // namespace

std::vector<told_variable> told_variables() {
  return {
      {"LC_ALL",
       {"Valoda, ja --lang to nenosaka: pirmais no LC_ALL, LC_MESSAGES un LANG, kam ir vērtība; latviešu, ja "
        "tā "
        "sākas ar lv, citādi angļu.",
        "The language unless --lang sets it: the first of LC_ALL, LC_MESSAGES and LANG that has a value; "
        "Latvian "
        "when it begins with lv, English otherwise."}},
      {"LC_MESSAGES", {"Sk. LC_ALL.", "See LC_ALL."}},
      {"LC_CTYPE",
       {"Zīmju kopa: pirmais no LC_ALL, LC_CTYPE un LANG, kam ir vērtība; ja tā nav UTF-8, timeline "
        "diagrammu "
        "zīmē ar ASCII zīmēm.",
        "The characters: the first of LC_ALL, LC_CTYPE and LANG that has a value; unless it is UTF-8, "
        "timeline "
        "draws its chart in ASCII."}},
      {"LANG", {"Sk. LC_ALL.", "See LC_ALL."}},
      {"NO_COLOR",
       {"Ja tam ir vērtība, krāsu nav, izņemot ar --color always.",
        "Any value turns colour off, except with --color always."}},
      {"TERM", {"Ja vērtība ir dumb vai tās nav, krāsu nav.", "No colour when it is dumb or not set."}},
      {"COLUMNS",
       {"Termināļa platums, ja terminālis pats to nepasaka.",
        "The width of the terminal, where the terminal itself does not tell."}},
      {"SOURCE_DATE_EPOCH",
       {"Diena (sekundes kopš 1970. gada), ko lapa rāda kā aprēķina dienu šodienas vietā, lai izvade būtu "
        "atkārtojama. Novērtējuma dienu tā nemaina.",
        "The day (seconds since 1970) that a sheet shows as the day of calculation instead of today, so that "
        "its bytes can be reproduced. The day of assessment does not depend on it."}},
      {"TZ",
       {"Laika josla, kurā ir šodiena, ja diena nav norādīta.",
        "The time zone in which today is, when no day is given."}},
  };
}

std::vector<told_file> told_files() {
  return {
      {same("rule.json"),
       {"Viens temats: skaitļi, formulas, to spēkā esības laiks un avoti.",
        "One topic: figures, formulas, their periods and sources."}},
      {same("cases.json"),
       {"Mājsaimniecības ar atbildēm, kādas noteikumiem jādod.",
        "Households with the answers that the rules must give."}},
      {same("sources.json"),
       {"Tiesību akti un lapas, uz ko noteikumi atsaucas.", "The acts and pages that the rules cite."}},
      {{"FAKTI.json", "FACTS.json"},
       {"Viena mājsaimniecība, ko nolasa ar --facts; nosaukums brīvs.",
        "One household, read with --facts; the name is free."}},
      {{"PIERAKSTS.json", "RECEIPT.json"},
       {"Aprēķins, ko izveido calc --receipt un pārbauda verify; nosaukums brīvs.",
        "A calculation, written by calc --receipt and checked by verify; the name is free."}},
  };
}

std::string manual_page(const std::vector<command>& commands, const command_line& line) {
  return page(commands, line).write();
}

}  // namespace slieksnis::cli
