// SPDX-License-Identifier: Apache-2.0
#include "vary_options.hpp"

#include <charconv>
#include <utility>

#include "output.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

/// Where the parts of `NAME=FROM..TO/STEP[@DATE]` stand in the text.
struct written_variation {
  place whole;
  place name;
  place from;
  place to;
  place step;
  std::optional<place> since;
  [[nodiscard]] std::string text(const place& part) const {
    return std::string(part.source->bytes().substr(part.where.begin, part.where.end - part.where.begin));
  }
};

class variation_reader {
 public:
  variation_reader(const rule_book& book, const command_line& line, facts& stated, std::optional<date> on,
                   const sweep_style& style)
      : book_(book), line_(line), stated_(stated), on_(on), style_(style) {}

  std::vector<variation> read() {
    std::vector<variation> result;
    std::size_t asked = 0;
    for (const loose_word& word : line_.rest) {
      if (!word.is_option || word.text != "--vary") continue;
      ++asked;
      const auto parts = parts_of(*word.value);
      if (!parts) continue;
      if (auto one = variation_of(*parts)) result.push_back(std::move(*one));
    }
    if (asked == 0)
      line_.wrong(errors_, error_code::command_argument,
                  {{"--vary vienu vai divas reizes", "--vary once or twice"},
                   {"nevienas", "none"},
                   {"rakstiet, piemēram, --vary ienakumi=0..1200/10",
                    "write, for example, --vary income=0..1200/10"}});
    if (asked > 2)
      line_.wrong(errors_, error_code::command_argument,
                  {{"--vary ne vairāk kā divas reizes", "--vary at most twice"},
                   same(std::to_string(asked)),
                   {"pārējos lielumus norādiet kā faktus vai ar --set",
                    "state the other values as facts or with --set"}});
    if (errors_.empty()) check_together(result);
    if (!errors_.empty()) throw unusable(std::move(errors_));
    return result;
  }

 private:
  void wrong(const place& at, error_code code, const complaint& words) {
    errors_.emplace_back(code, at, words);
  }

  std::optional<written_variation> parts_of(const std::string& text) {
    written_variation parts;
    parts.whole = {
        std::make_shared<source_text>("--vary", text, source_kind::argument), {0, text.size()}, {}};
    const auto part = [&](std::size_t begin, std::size_t end) {
      return place{parts.whole.source, {begin, end}, {}};
    };
    const std::size_t equals = text.find('=');
    const std::size_t dots = text.find("..", equals == std::string::npos ? 0 : equals);
    const std::size_t slash = dots == std::string::npos ? dots : text.find('/', dots);
    if (equals == 0 || slash == std::string::npos || equals + 1 == dots || dots + 2 == slash ||
        equals == std::string::npos) {
      wrong(parts.whole, error_code::command_argument,
            {{"VĀRDS=NO..LĪDZ/SOLIS aiz --vary", "NAME=FROM..TO/STEP after --vary"},
             same(in_quotes(text)),
             {"rakstiet, piemēram, ienakumi=0..1200/10 vai gmi_dala=0,20..0,40/0,01@01.01.2026",
              "write, for example, income=0..1200/10 or gmi_share=0.20..0.40/0.01@2026-01-01"}});
      return std::nullopt;
    }
    const std::size_t at = std::min(text.find('@', slash), text.size());
    parts.name = part(0, equals);
    parts.from = part(equals + 1, dots);
    parts.to = part(dots + 2, slash);
    parts.step = part(slash + 1, at);
    if (at < text.size()) parts.since = part(at + 1, text.size());
    return parts;
  }

  /// `persons[2].wage`: the person from 1, and the name behind it.
  std::optional<std::size_t> person_in(std::string& name, const place& at, bool& failed) {
    const std::string_view text(name);
    if (!text.starts_with("persons[") && !text.starts_with("personas[")) return std::nullopt;
    const std::size_t begin = text.find('[') + 1;
    const std::size_t end = text.find("].");
    std::size_t number = 0;
    const char* last = text.data() + std::min(end, text.size());
    const auto [stop, failure] = std::from_chars(text.data() + begin, last, number);
    const std::size_t count = stated_.persons() ? stated_.persons()->size() : 0;
    if (end == std::string_view::npos || failure != std::errc() || stop != last || number == 0 ||
        number > count) {
      failed = true;
      wrong(at, error_code::facts_persons,
            {{"persona no 1 līdz " + std::to_string(count), "a person from 1 to " + std::to_string(count)},
             same(in_quotes(name)),
             {"rakstiet, piemēram, persons[1].alga; personas norāda ar --person",
              "write, for example, persons[1].wage; persons are stated with --person"}});
      return std::nullopt;
    }
    name.erase(0, end + 2);
    return number - 1;
  }

  std::optional<variation> variation_of(const written_variation& parts) {
    variation result;
    std::string name = parts.text(parts.name);
    bool failed = false;
    result.person = person_in(name, parts.name, failed);
    if (failed) return std::nullopt;
    const auto found = book_.find_spoken(name);
    const bool of_person =
        result.person.has_value() || (found && book_.at(*found).of == entity::person && style_.of_a_case);
    const auto id = find_fact(book_, name, of_person, parts.name, errors_);
    if (!id) return std::nullopt;
    result.definition = *id;
    if (of_person && !result.person) result.person = only_person(parts, name);
    if (of_person && !result.person) return std::nullopt;
    const definition& of = book_.at(*id);
    if (!of.what.is(type_kind::number)) {
      wrong(parts.name, error_code::facts_kind,
            {{"lielums, kas ir skaitlis", "a value that is a number"},
             same(in_quotes(name)),
             {"citus lielumus maina ar --set, vienu aprēķinu katrai vērtībai",
              "other values are changed with --set, one calculation for each value"}});
      return std::nullopt;
    }
    return with_range(std::move(result), parts, of);
  }

  std::optional<std::size_t> only_person(const written_variation& parts, const std::string& name) {
    if (!stated_.persons() || stated_.persons()->empty()) stated_.add_person();
    const std::size_t count = stated_.persons()->size();
    if (count == 1) return 0;
    wrong(parts.name, error_code::facts_entity,
          {{"zināms, kuras personas fakts tas ir", "to know whose fact it is"},
           {std::to_string(count) + " personas", std::to_string(count) + " persons"},
           {"rakstiet, piemēram, persons[1]." + name, "write, for example, persons[1]." + name}});
    return std::nullopt;
  }

  std::optional<variation> with_range(variation result, const written_variation& parts,
                                      const definition& of) {
    definition step_of = of;  // a step may be less than the least value
    step_of.minimum.reset();
    step_of.maximum.reset();
    step_of.averaged = false;
    definition ends_of = of;
    ends_of.averaged = false;
    const auto number = [&](const definition& like, const place& at) -> std::optional<rational> {
      const auto read = read_fact(like, parts.text(at), at, errors_);
      return read ? std::optional(std::get<rational>(read->what)) : std::nullopt;
    };
    const auto first = number(ends_of, parts.from);
    const auto last = number(ends_of, parts.to);
    const auto step = number(step_of, parts.step);
    if (parts.since) {
      result.since = read_day(parts.text(*parts.since), *parts.since, errors_);
      if (!result.since) return std::nullopt;
      check_since(*result.since, *parts.since, of);
    }
    if (!first || !last || !step) return std::nullopt;
    if (step->sign() <= 0)
      wrong(parts.step, error_code::command_argument,
            {{"solis, kas lielāks par nulli", "a step above zero"},
             same(in_quotes(parts.text(parts.step))),
             {"virziens vienmēr ir no mazākā uz lielāko", "it always goes from the least to the greatest"}});
    if (*last <= *first)
      wrong(parts.to, error_code::command_argument,
            {{"beigas, kas lielākas par sākumu", "an end greater than the beginning"},
             same(in_quotes(parts.text(parts.from) + ".." + parts.text(parts.to))),
             {"rakstiet mazāko skaitli pirmo", "write the lesser number first"}});
    if (!errors_.empty()) return std::nullopt;
    result.first = *first;
    result.last = *last;
    result.step = *step;
    return result;
  }

  void check_since(date since, const place& at, const definition& of) {
    if (of.kind == definition_kind::fact) {
      wrong(at, error_code::command_argument,
            {{"fakts bez datuma", "a fact without a date"},
             same(in_quotes(of.name)),
             {"datums ir lielumiem, ko nosaka noteikumi", "a date belongs to what the rules set"}});
    } else if (on_ && *on_ < since) {
      wrong(at, error_code::command_argument,
            {{"diena, kas nav vēlāka par to, par kuru jautā (" + in_words(*on_).lv + ")",
              "a day not after the one asked about (" + in_words(*on_).en + ")"},
             in_words(since),
             {"jautājiet par vēlāku dienu ar --on", "ask about a later day with --on"}});
    }
  }

  void check_together(const std::vector<variation>& all) {
    if (all.size() == 2 && all[0].definition == all[1].definition && all[0].person == all[1].person)
      line_.wrong(errors_, error_code::facts_twice,
                  {{"divi dažādi lielumi", "two different values"},
                   same(in_quotes(book_.at(all[0].definition).name)),
                   {"norādiet to vienā --vary", "state it in one --vary"}});
    for (const variation& one : all)
      if (stated_.overrides().contains(one.definition))
        line_.wrong(errors_, error_code::facts_twice,
                    {{"lielums vai nu aiz --vary, vai aiz --set", "a value after either --vary or --set"},
                     same(in_quotes(book_.at(one.definition).name)),
                     {"atstājiet vienu no tiem", "leave one of them"}});
    std::optional<std::size_t> settings = 1;
    for (const variation& one : all) {
      const auto count = count_of(one);
      settings =
          count && settings && *count <= style_.most ? std::optional(*settings * *count) : std::nullopt;
    }
    if (!settings || *settings > style_.most)
      line_.wrong(errors_, error_code::command_argument,
                  {{"ne vairāk par " + std::to_string(style_.most) + " iestatījumiem",
                    "at most " + std::to_string(style_.most) + " settings"},
                   settings ? same(std::to_string(*settings)) : words{"vairāk", "more"},
                   {"ņemiet lielāku soli vai mazāku posmu", "take a greater step or a shorter range"}});
  }

  const rule_book& book_;
  const command_line& line_;
  facts& stated_;
  std::optional<date> on_;
  sweep_style style_;
  std::vector<error> errors_;
};

}  // namespace

option vary_option() {
  return {
      "--vary",
      {"VĀRDS=NO..LĪDZ/SOLIS[@DATUMS]", "NAME=FROM..TO/STEP[@DATE]"},
      {"mainīt faktu, parametru vai lielumu no pirmā skaitļa līdz otrajam, abus ieskaitot; vienu vai divas "
       "reizes",
       "vary a fact, parameter or variable from the first number to the second, both included; once or "
       "twice"},
      {},
      true};
}

std::vector<variation> read_variations(const rule_book& book, const command_line& line, facts& stated,
                                       std::optional<date> on, const sweep_style& style) {
  return variation_reader(book, line, stated, on, style).read();
}

void note_nothing_reads(const definition& varied, const command_line& line, const output& out) {
  out.complain(line.lang == language::lv
                   ? "brīdinājums: " + varied.name + " maina, bet nekas prasītais no tā nav atkarīgs\n"
                   : "warning: " + varied.name + " is varied, but nothing that is asked for depends on it\n");
}

}  // namespace slieksnis::cli
