// SPDX-License-Identifier: Apache-2.0
// An interview on a terminal or through a pipe. What is asked and why is the library's business
// (decide/interview.hpp, render/question.hpp); here are the prompts and the commands between answers.
#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "answer_case.hpp"
#include "case_line.hpp"
#include "case_options.hpp"
#include "line_input.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "slieksnis/decide/decide.hpp"
#include "slieksnis/decide/outlook.hpp"
#include "slieksnis/facts/write_facts.hpp"
#include "slieksnis/render/question.hpp"
#include "slieksnis/render/text.hpp"
#include "slieksnis/source/nearest.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

enum class said { answer, help, dont_know, back, save, result, done, quit };

/// What a line is: a command in either language, with or without marks, or an answer. The rest of `save` is
/// left in `line`.
said meaning_of(std::string& line) {
  const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
  line = line.substr(first, line.find_last_not_of(" \t") + 1 - first);
  const std::string word = folded(line);
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (is({"?", "palidziba", "help"})) return said::help;
  if (is({"nezinu", "nezinams", "don't_know", "don’t_know", "dont_know", "unknown"})) return said::dont_know;
  if (is({"atpakal", "back"})) return said::back;
  if (is({"rezultats", "result"})) return said::result;
  if (is({"beigt", "done"})) return said::done;
  if (is({"partraukt", "quit"})) return said::quit;
  for (const std::string_view save : {"saglabat", "save"}) {
    if (word != save && !word.starts_with(std::string(save) + "_")) continue;
    const std::size_t blank = line.find(' ');
    const std::size_t name = blank == std::string::npos ? blank : line.find_first_not_of(' ', blank);
    line = name == std::string::npos ? std::string() : line.substr(name);
    return said::save;
  }
  return said::answer;
}

/// One conversation from the first question to the sheet.
class conversation {
 public:
  conversation(const rule_book& book, const command_line& line, output& out, stated_case one,
               std::vector<std::size_t> benefits)
      : book_(book),
        line_(line),
        out_(out),
        lang_(line.lang),
        interview_(std::move(one.stated), one.on_is_today ? std::nullopt : std::optional(one.on),
                   std::move(benefits)) {}

  exit_code run() {
    tell(
        {"Atbildiet uz jautājumiem. Jebkurā brīdī var rakstīt: ? (paskaidrojums), nezinu, atpakaļ, "
         "rezultāts, "
         "saglabāt FAILS, beigt, pārtraukt.",
         "Answer the questions. At any time you may write: ? (explanation), don't know, back, result, save "
         "FILE, done, quit."});
    bool ask = true;
    while (!over_) {
      if (ask) put_question();
      out_.say("> ");
      auto line = input_.next();
      if (input_.interrupted()) return quit(true);
      if (!line) {
        out_.say("\n");
        break;
      }
      if (!input_.is_terminal()) out_.say(*line + "\n");  // a terminal has shown it itself
      ask = hear(std::move(*line));
    }
    return left_ ? quit(false) : finish();
  }

 private:
  void tell(const words& text) const { out_.say(text.in(lang_) + "\n"); }
  void indent(const std::string& text) const {
    if (!text.empty()) out_.say("   " + text + "\n");
  }

  void put_question() {
    const auto& next = interview_.next();
    if (!next) {
      tell(
          {"\nJautājumu vairs nav. Enter – rādīt aprēķinu; var arī: atpakaļ, rezultāts, saglabāt FAILS, "
           "pārtraukt.",
           "\nNo more questions. Enter shows the calculation; or: back, result, save FILE, quit."});
      return;
    }
    if (next->rare && !told_rare_) {
      told_rare_ = true;
      tell({"\nAtlikuši jautājumi par īpašiem gadījumiem; ja neviens neattiecas, rakstiet: beigt.",
            "\nOnly questions about special circumstances are left; if none applies, write: done."});
    }
    const question_text text = question_text_of(interview_, lang_);
    out_.say("\n" + std::to_string(interview_.answered() + 1) + ". " + text.asks + "\n");
    indent(text.why);
    for (const auto& choice : text.choices) indent("  " + choice);
    indent((lang_ == language::lv ? "Atbilde: " : "Answer: ") + text.expects);
  }

  /// Whether the next question is to be put; otherwise only the prompt comes again.
  bool hear(std::string line) {
    switch (meaning_of(line)) {
      case said::help:
        help();
        return false;
      case said::dont_know:
        return accepted(interview_.dont_know());
      case said::back:
        return back();
      case said::save:
        save(line);
        return false;
      case said::result:
        out_.say("\n" + render_text(book_, interview_.stated(), answer_so_far(), render_options{lang_}));
        return false;
      case said::done:
        over_ = true;
        return false;
      case said::quit:
        over_ = left_ = true;
        return false;
      case said::answer:
        break;
    }
    return take_answer(std::move(line));
  }

  bool take_answer(std::string text) {
    if (!interview_.next()) {
      if (text.empty())
        over_ = true;
      else
        tell({"   jautājumu vairs nav; labot var ar: atpakaļ",
              "   there are no more questions; to correct: back"});
      return false;
    }
    const bool day = interview_.next()->what == question::about::day;
    if (day) on_is_today_ = text.empty();
    if (day && text.empty()) text = to_string(today());
    return accepted(interview_.answer(text));
  }

  bool accepted(const std::vector<error>& errors) {
    for (const error& wrong : errors) tell_wrong(wrong);
    if (errors.empty()) tell_result();
    return errors.empty();
  }

  /// Shorter than an error elsewhere: the line that is meant stands right above.
  void tell_wrong(const error& wrong) const {
    indent((lang_ == language::lv ? "gaidīts: " : "expected: ") + wrong.expected().in(lang_) +
           (lang_ == language::lv ? "; atrasts: " : "; found: ") + wrong.found().in(lang_) + " [" +
           std::string(name_of(wrong.code())) + "]");
    if (!wrong.hint().empty())
      indent((lang_ == language::lv ? "padoms: " : "hint: ") + wrong.hint().in(lang_));
  }

  bool back() {
    if (interview_.back()) return true;
    tell({"   šis ir pirmais jautājums", "   this is the first question"});
    return false;
  }

  void help() const {
    if (interview_.next())
      for (const auto& text : question_text_of(interview_, lang_).help) indent(text);
    indent(
        words{"? – šis paskaidrojums; nezinu – izlaist, ja nav zināms; atpakaļ – labot iepriekšējo atbildi; "
              "rezultāts – aprēķins līdz šim; saglabāt FAILS – saglabāt faktus; beigt – rādīt aprēķinu; "
              "pārtraukt – beigt bez aprēķina. Citu faktu norāda ar nosaukumu: ienākumi=500 vai 2.alga=300.",
              "? – this explanation; don't know – skip what is not known; back – correct the answer before; "
              "result – the calculation so far; save FILE – keep the facts; done – show the calculation; "
              "quit – leave without it. Another fact is stated by name: income=500 or 2.wage=300."}
            .in(lang_));
  }

  /// The decisions with what is known; bounds only where few are asked for, as they take time.
  [[nodiscard]] std::vector<decision> decisions_so_far() const {
    const auto& benefits = interview_.benefits();
    constexpr std::size_t few = 3;
    auto result = decide(make_plan(book_, *interview_.on(), benefits, shape_of(interview_.stated())),
                         interview_.stated(), benefits);
    if (result.size() <= few)
      for (decision& one : result)
        if (one.outcome == outcome::undetermined) add_outlook(book_, interview_.stated(), one);
    return result;
  }

  void tell_result() const {
    if (!interview_.on() || interview_.benefits().empty()) return;
    std::string lines = result_so_far(book_, interview_.stated(), decisions_so_far(), lang_);
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      out_.say("→ " + lines.substr(begin, end - begin) + "\n");
      begin = end + 1;
    }
  }

  /// The day and the benefits as far as they are named.
  [[nodiscard]] answer answer_so_far() const {
    wanted_answer wanted =
        wanted_by(line_, interview_.by_name() ? interview_.benefits() : std::vector<std::size_t>{});
    answer given =
        answer_case(book_, interview_.stated(), interview_.on().value_or(today()), std::move(wanted));
    given.on_is_today = !interview_.on() || on_is_today_;
    return given;
  }

  void save(const std::string& path) {
    if (path.empty())
      return tell({"   norādiet failu: saglabāt gimene.json", "   name a file: save family.json"});
    try {
      write_case(path);
    } catch (const unusable& failed) {
      out_.say(failed.text(lang_));
    }
  }

  void write_case(const std::string& path) {
    std::error_code ignored;
    const bool replaces = std::filesystem::exists(path, ignored);
    write_file(path, write_facts(interview_.stated(), interview_.on()));
    saved_ = path;
    tell(replaces ? words{"   saglabāts iepriekšējā vietā: " + path, "   saved over what was there: " + path}
                  : words{"   saglabāts: " + path, "   saved: " + path});
  }

  exit_code quit(bool by_signal) {
    if (by_signal) out_.say("\n");
    tell(saved_.empty() ? words{"Pārtraukts; nekas nav saglabāts.", "Interrupted; nothing was saved."}
                        : words{"Pārtraukts; saglabāts tika " + saved_ + ".",
                                "Interrupted; " + saved_ + " had been saved."});
    return exit_code::interrupted;
  }

  exit_code finish() {
    const answer given = answer_so_far();
    if (!line_.value("--output")) out_.say("\n");
    out_.print(sheet_text(book_, interview_.stated(), given, line_));
    std::string repeat =
        case_line(interview_.stated(), given.on,
                  given.wanted_by_name ? interview_.benefits() : std::vector<std::size_t>{}, lang_);
    if (const auto rules = line_.value("--rules")) repeat += " --rules " + shell_quoted(*rules);
    out_.say_afterwards(
        std::string(lang_ == language::lv ? "\nTas pats vienā rindā:\n" : "\nThe same in one line:\n") +
        "  " + repeat + "\n");
    if (const auto path = line_.value("--save")) {
      try {
        write_case(*path);
      } catch (const unusable& failed) {
        out_.complain(failed.text(lang_));
        return exit_code::no_access;
      }
    }
    return line_.has("--exit-status") && !is_granted(given) ? exit_code::not_granted : exit_code::answered;
  }

  const rule_book& book_;
  const command_line& line_;
  output& out_;
  language lang_;
  interview interview_;
  line_input input_;
  bool over_ = false;
  bool left_ = false;  ///< without an answer
  bool told_rare_ = false;
  bool on_is_today_ = false;
  std::string saved_;
};

exit_code run(const command_line& line, output& out) {
  const rule_book book = load_book(line);  // any fact may come up
  stated_case one = read_case(book, line);
  check_span(book, one.on);
  auto benefits = named_benefits(book, line, one.operands);
  return conversation(book, line, out, std::move(one), std::move(benefits)).run();
}

}  // namespace

command ask_command() {
  command result{"ask",
                 {"[PABALSTS…]", "[BENEFIT…]"},
                 {"intervija: jautā tikai to, no kā vēl ir atkarīga atbilde",
                  "an interview: asks only what the answer still depends on"},
                 {"Jautā pa vienam, svarīgāko vispirms, un pasaka, kam tas vajadzīgs; pieņem arī „nezinu” un "
                  "„atpakaļ”.\n"
                  "Beigās rāda aprēķinu un komandu, kas to atkārto. Strādā arī ar atbildēm no faila vai "
                  "caurules, pa rindai "
                  "katra.\nKad izvade nav terminālis, tajā ir tikai aprēķins.",
                  "Asks one thing at a time, the most useful first, and says what it is needed for; takes "
                  "\"don't know\" "
                  "and \"back\".\nIn the end it shows the calculation and the command that repeats it. "
                  "Answers may also come "
                  "from a file or a pipe, one a line.\nWhere the output is no terminal, it has nothing but "
                  "the calculation."},
                 {},
                 true,
                 {{{"Intervija par mājokļa pabalstu", "An interview about housing benefit"},
                   {"slieksnis ask majokla-pabalsts", "slieksnis ask housing-benefit"}},
                  {{"Turpināt saglabātu lietu un saglabāt to", "Go on with a saved case and save it"},
                   {"slieksnis ask --facts examples/cases/02-lone-pensioner-winter.json --save gimene.json",
                    "slieksnis ask --facts examples/cases/02-lone-pensioner-winter.json --save "
                    "family.json"}}},
                 run};
  result.options = {on_option()};
  for (auto& one : case_options()) result.options.push_back(std::move(one));
  result.options.push_back({"--save",
                            {"FAILS", "FILE"},
                            {"beigās saglabāt faktus šajā failā", "save the facts to this file in the end"}});
  result.options.push_back(
      {"--explain",
       {},
       {"rādīt katru aprēķina soli ar avotu", "show every step of the computation with its source"}});
  result.options.push_back(format_option(sheet_formats()));
  result.options.push_back(
      {"--exit-status",
       {},
       {"beigt ar 1, ja prasītais nav piešķirts", "exit with 1 unless what was asked for is granted"}});
  return result;
}

}  // namespace slieksnis::cli
