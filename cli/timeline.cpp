// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "answer_case.hpp"
#include "case_names.hpp"
#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/decide/spans.hpp"
#include "slieksnis/facts/load_facts.hpp"
#include "slieksnis/render/timeline_svg.hpp"
#include "slieksnis/render/timeline_text.hpp"
#include "slieksnis/source/nearest.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::chrono::days one_day{1};

/// The days that `2023`, `2023-01`, `01.2023`, `2023-01-15` or `15.01.2023` names.
std::optional<period> named_days(const std::string& text) {
  const auto day = parse_date(text);
  const auto latvian = day ? day : parse_latvian_date(text);
  if (latvian) return period{*latvian, *latvian + one_day};
  const bool year = text.size() == 4;
  if (const auto first = year ? parse_date(text + "-01-01") : std::nullopt)
    return period{*first, add(*first, months_duration{12})};
  const auto first =
      text.find('-') != std::string::npos ? parse_date(text + "-01") : parse_latvian_date("1." + text);
  if (!first) return std::nullopt;
  return period{*first, add(*first, months_duration{1})};
}

/// The days of `--from` and `--to`, both included: of the year that either names, or else of `on`.
period asked_period(const rule_book& book, const command_line& line, date on) {
  std::vector<error> errors;
  const auto read = [&](const char* option) -> std::optional<period> {
    const auto text = line.value(option);
    if (!text) return std::nullopt;
    const auto days = named_days(*text);
    if (!days)
      line.wrong(errors, error_code::command_argument,
                 {{"mēnesis, diena vai gads aiz " + std::string(option),
                   "a month, a day or a year after " + std::string(option)},
                  same(in_quotes(*text)),
                  {"rakstiet 01.2023, 15.01.2023 vai 2023; arī 2023-01 un 2023-01-15",
                   "write 2023-01, 2023-01-15 or 2023; 01.2023 and 15.01.2023 too"}});
    return days;
  };
  const auto from = read("--from");
  const auto to = read("--to");
  if (!errors.empty()) throw unusable(std::move(errors));
  const auto year_of = [](date day) { return std::chrono::year_month_day{day}.year(); };
  const auto year = year_of(from ? from->from : to ? to->last_day() : on);
  period when{date{year / std::chrono::January / 1},
              date{(year + std::chrono::years{1}) / std::chrono::January / 1}};
  if (from) when.from = from->from;
  if (to) when.to = to->to;
  if (when.to <= when.from)
    line.wrong(
        errors, error_code::command_argument,
        {{"--to ne agrāk par --from", "--to not before --from"},
         {in_words(when.from).lv + " un " + in_words(when.last_day()).lv,
          in_words(when.from).en + " and " + in_words(when.last_day()).en},
         {"--to norādītā diena ir pēdējā, kas vēl tiek rādīta", "the day of --to is the last one shown"}});
  const words hint{"noteikumi aptver tikai šīs dienas", "the rules cover these days only"};
  if (errors.empty() && !book.span().contains(when.from))
    errors.push_back(outside_span("--from", book.span(), when.from,
                                  when.from < book.span().to ? hint : law_goes_on_hint(when.from)));
  if (errors.empty() && !book.span().contains(when.last_day()))
    errors.push_back(
        outside_span("--to", book.span(), when.last_day(),
                     when.last_day() < book.span().to ? hint : law_goes_on_hint(when.last_day())));
  if (!errors.empty()) throw unusable(std::move(errors));
  return when;
}

/// The first day on which everything that is stated can be true: nobody is born later.
date all_true_from(const facts& stated, date from) {
  const auto look = [&](const stated_values& values) {
    for (const auto& [id, one] : values)
      if (const auto* day = std::get_if<date>(&one.what); day != nullptr && stated.book().at(id).not_after_on)
        from = std::max(from, *day);
  };
  look(stated.common());
  if (stated.persons())
    for (const stated_values& person : *stated.persons()) look(person);
  return from;
}

/// The benefits and statuses that were named, each once; without any, all that may be decided at some time.
std::vector<std::size_t> wanted_of(const rule_book& book, const command_line& line,
                                   const std::vector<std::string>& operands) {
  std::vector<std::size_t> result = named_benefits(book, line, operands);
  for (std::size_t id = 0; operands.empty() && id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    if (of.is_decided() && (of.of == entity::household || of.of == entity::person)) result.push_back(id);
  }
  return result;
}

/// One decision of each benefit that fails at some time.
std::vector<decision> failed_ones(const std::vector<benefit_course>& courses) {
  std::vector<decision> result;
  for (const benefit_course& course : courses) {
    const auto failed = std::find_if(course.spans.begin(), course.spans.end(),
                                     [](const steady_span& span) { return span.decided.failed; });
    if (failed != course.spans.end()) result.push_back(failed->decided);
  }
  return result;
}

/// Blocks where the environment does not say that the terminal cannot show them.
chart_signs signs_for(const command_line& line) {
  if (line.has("--ascii")) return chart_signs::ascii;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale == nullptr || *locale == '\0') continue;
    const std::string plain = folded(locale);
    const bool utf8 = plain.find("utf-8") != std::string::npos || plain.find("utf8") != std::string::npos ||
                      plain.find("utf_8") != std::string::npos;
    return utf8 ? chart_signs::blocks : chart_signs::ascii;
  }
  return chart_signs::blocks;
}

exit_code answer_from(const reformed_rules& rules, const command_line& line, output& out) {
  const rule_book& book = rules.book();
  const stated_case one = read_case(book, line);
  timeline given;
  const std::vector<std::size_t> wanted = wanted_of(book, line, one.operands);
  given.wanted_by_name = !one.operands.empty();
  given.when = asked_period(book, line, one.on);
  const date from = all_true_from(one.stated, given.when.from);
  if (from >= given.when.to) {
    std::vector<error> errors;
    check_facts_on(one.stated, given.when.last_day(), errors);
    throw unusable(std::move(errors));
  }
  if (from != given.when.from) given.asked_from = std::exchange(given.when.from, from);
  given.courses = spans_of(book, one.stated, wanted, given.when);
  check_failed(book, failed_ones(given.courses));
  given.reformed = reform_changes(rules.baseline, book, wanted, shape_of(one.stated), given.when);
  tell_unread(book, given.reformed, std::nullopt, line, out);

  const render_options how{line.lang, line.has("--explain")};
  if (one.on_is_today && !line.has("--from") && !line.has("--to")) note_today(line, out, one.on);
  if (const auto path = line.value("--svg")) write_file(*path, timeline_svg(book, one.stated, given, how));
  const std::string format = line.value("--format").value_or("text");
  if (format == "csv") note_reforms(book, line, out);
  out.print(format == "json"  ? timeline_json(book, one.stated, given, how)
            : format == "md"  ? timeline_markdown(book, one.stated, given, how)
            : format == "csv" ? timeline_csv(book, one.stated, given)
                              : timeline_text(book, one.stated, given, how, signs_for(line)));
  return exit_code::answered;
}

/// A case may be named without `--facts`: an operand that ends in `.json`.
command_line with_case_file(const command_line& line) {
  command_line result = line;
  std::vector<error> errors;
  for (auto word = result.rest.begin(); word != result.rest.end();) {
    if (word->is_option || !word->text.ends_with(".json")) {
      ++word;
      continue;
    }
    if (result.has("--facts"))
      line.wrong(errors, error_code::command_argument,
                 {{"viens faktu fails", "one file of facts"}, same(in_quotes(word->text)), {}});
    else
      result.set_value("--facts", word->text);
    word = result.rest.erase(word);
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return result;
}

exit_code run(const command_line& given, output& out) {
  const command_line line = with_case_file(given);
  return with_rules(line, operands_are::benefits,
                    [&](const reformed_rules& rules) { return answer_from(rules, line, out); });
}

}  // namespace

command timeline_command() {
  command result{
      "timeline",
      {"[PABALSTS…] [FAKTI.json]", "[BENEFIT…] [FACTS.json]"},
      {"kas mājsaimniecībai mainās laika gaitā un kāpēc", "what changes for a household in time, and why"},
      {"Rāda katru izmaiņu ar iemeslu un avotu, summas pa mēnešiem un diagrammu. Fakti ir tādi paši kā "
       "komandai calc;\nvecums mainās, ja norādīts dzimšanas datums. Bez PABALSTA: viss, kas šajā laikā kaut "
       "reizi pienākas.\nBez --from un --to: novērtējuma dienas gads; ja norādīts tikai viens, tā gads.",
       "Shows every change with its cause and source, the amounts month by month and a chart. Facts are "
       "those "
       "of calc;\nages grow where a date of birth is stated. Without a BENEFIT: all that is granted at some "
       "time.\nWithout --from and --to: the year of the day of assessment; with one of them, the year it "
       "names."},
      {{"--from",
        {"LAIKS", "TIME"},
        {"pirmā diena: 01.2023, 15.01.2023 vai 2023", "the first day: 2023-01, 2023-01-15 or 2023"}},
       {"--to",
        {"LAIKS", "TIME"},
        {"pēdējā diena vai mēnesis, ieskaitot", "the last day or month, included"}},
       on_option()},
      true,
      {{{"Pensionāra mājokļa pabalsts četros gados", "A pensioner's housing benefit over four years"},
        {"slieksnis timeline majokla-pabalsts --from 01.2023 --to 12.2026 --pensionars 1 --ienakumi 500 "
         "--majokla-izdevumi 300",
         "slieksnis timeline housing-benefit --from 2023-01 --to 2026-12 --pensioner 1 --income 500 "
         "--housing-costs 300"}},
       {{"Ģimene no faila, ar diagrammu failā", "A family from a file, with a chart in a file"},
        {"slieksnis timeline gimene.json --from 2023 --to 2026 --svg gimene.svg",
         "slieksnis timeline family.json --from 2023 --to 2026 --svg family.svg"}},
       {{"Tabula citai programmai", "A table for another program"},
        {"slieksnis timeline gmi-pabalsts --from 2020 --to 2026 --locekli 2 --ienakumi 100 --format csv",
         "slieksnis timeline gmi-benefit --from 2020 --to 2026 --members 2 --income 100 --format csv"}}},
      run};
  for (auto& one : case_options(true)) result.options.push_back(std::move(one));
  result.options.push_back({"--explain",
                            {},
                            {"rādīt visus iemeslus, avotus un katru izmaiņu atsevišķi",
                             "show all causes and sources, and each change by itself"}});
  result.options.push_back(format_option({"text", "md", "json", "csv"}));
  result.options.push_back({"--svg",
                            {"FAILS", "FILE"},
                            {"ierakstīt diagrammu SVG failā", "write the chart to an SVG file as well"}});
  for (auto& one : reform_options()) result.options.push_back(std::move(one));
  result.options.push_back(
      {"--ascii", {}, {"diagramma bez īpašām zīmēm", "the chart without special signs"}});
  return result;
}

}  // namespace slieksnis::cli
