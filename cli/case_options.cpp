// SPDX-License-Identifier: Apache-2.0
#include "case_options.hpp"

#include <algorithm>
#include <ctime>
#include <set>
#include <utility>

#include "case_names.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/facts/load_facts.hpp"
#include "slieksnis/facts/read_fact.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

/// A value on the command line as a place for errors.
place argument(const std::string& option, const std::string& text) {
  return {std::make_shared<source_text>(option, text, source_kind::argument), {0, text.size()}, {}};
}

bool starts_number(const std::string& text) {
  const char first = text.starts_with('-') && text.size() > 1 ? text[1] : text.empty() ? 'x' : text[0];
  return first >= '0' && first <= '9';
}

/// What a boolean, a number or a choice looks like, for hints.
words sample(const definition& of) {
  if (of.what.is(type_kind::boolean)) return {"jā", "yes"};
  if (of.what.is(type_kind::day)) return {"01.02.2026", "2026-02-01"};
  if (of.what.is_enumeration() && !of.what.values->empty()) return same(of.what.values->front().id);
  if (of.what.is(type_kind::number))
    return of.what.measure.of_money() ? words{"500,50", "500.50"}
           : of.decimals > 0          ? words{"1,5", "1.5"}
                                      : same("4");
  return {"VĒRTĪBA", "VALUE"};
}

/// What stands for the value in help.
words value_word(const definition& of) {
  if (of.what.is(type_kind::boolean)) return {"jā|nē", "yes|no"};
  if (of.what.is(type_kind::day)) return {"DATUMS", "DATE"};
  if (!of.what.is(type_kind::number)) return {"VĒRTĪBA", "VALUE"};
  if (to_string(of.what.measure) == "years") return {"GADI", "YEARS"};
  return of.what.measure.of_money() ? words{"SUMMA", "AMOUNT"}
         : of.decimals > 0          ? words{"SKAITLIS", "NUMBER"}
                                    : words{"SKAITS", "COUNT"};
}

/// Reads the options of one case into facts that may already hold those of a file.
class case_reader {
 public:
  case_reader(const rule_book& book, const command_line& line)
      : book_(book), line_(line), reforms_(takes_reforms(line)), stated_(book) {}

  stated_case read() {
    std::optional<date> on = read_file_facts();
    if (const auto text = line_.value("--on")) {
      if (const auto day = read_day(*text, argument("--on", *text), errors_)) on = day;
    }
    read_rest();
    place_person_facts();
    const bool named = on.has_value();
    if (!on) on = day_of(line_);
    if (errors_.empty()) check_facts_on(stated_, *on, errors_);
    if (!errors_.empty()) throw unusable(std::move(errors_));
    return {std::move(stated_),        *on, !named, std::move(operands_), std::move(cut_short_),
            std::move(personal_codes_)};
  }

 private:
  struct person_fact {
    std::string option;
    std::size_t definition;
    std::string text;
  };

  std::optional<date> read_file_facts() {
    const auto path = line_.value("--facts");
    if (!path) return std::nullopt;
    try {
      const source_pointer text = read_file(*path);
      file_name_ = text->name();
      for (const span where : personal_codes_in(text->bytes())) {
        const position at = text->at(where.begin);
        personal_codes_.push_back(file_name_ + ":" + std::to_string(at.line) + ":" +
                                  std::to_string(at.column));
      }
      case_file read = load_facts(book_, text);
      stated_ = std::move(read.stated);
      if (stated_.persons()) {
        for (std::size_t i = 0; i < stated_.persons()->size(); ++i)
          for (const auto& [id, value] : (*stated_.persons())[i]) stated_of_person_.emplace(i, id);
      }
      return read.on;
    } catch (const unusable& failed) {
      errors_.insert(errors_.end(), failed.errors().begin(), failed.errors().end());
      return std::nullopt;
    }
  }

  void read_rest() {
    const auto& rest = line_.rest;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (!rest[i].is_option) {
        operands_.push_back(rest[i].text);
        continue;
      }
      const bool has_next =
          i + 1 < rest.size() && !rest[i + 1].is_option && rest[i + 1].index == rest[i].index + 1;
      const std::string* next = rest[i].value ? &*rest[i].value : has_next ? &rest[i + 1].text : nullptr;
      const bool taken = option(rest[i], next);
      if (taken && !rest[i].value && next != nullptr) ++i;
    }
  }

  /// Whether the option took the value.
  bool option(const loose_word& word, const std::string* next) {
    if (next != nullptr && !personal_codes_in(*next).empty()) personal_codes_.push_back(word.text);
    if (word.text == "--reform" || word.text == "--baseline" || word.text == "--vary") return false;
    if (word.text == "--set" && reforms_ && is_dated(*word.value)) return false;
    if (word.text == "--person" || word.text == "--set") {
      word.text == "--person" ? read_person(*word.value) : read_override(*word.value);
      return false;
    }
    const auto name = name_of_option(book_, line_, word.text, errors_);
    if (!name) return true;  // its value would only be a second error
    const std::string& known = name->full.empty() ? word.text : name->full;
    if (!name->full.empty()) cut_short_.emplace_back(word.text, name->full);
    if (name->kind != nullptr) return persons(word, *name->kind, known, next);
    const std::size_t id = *name->definition;
    const definition& of = book_.at(id);
    if (next == nullptr) {
      missing_value(known, sample(of));
      return false;
    }
    if (of.of == entity::person) {
      person_facts_.push_back({known, id, *next});
      return true;
    }
    if (stated_.has(id)) {
      twice(word.text, stated_by_option_.contains(id)
                           ? words{"otrreiz", "a second time"}
                           : words{"jau norādīts failā " + file_name_, "stated already in " + file_name_});
      return true;
    }
    stated_by_option_.insert(id);
    if (auto value = read_fact(of, *next, argument(known, *next), errors_))
      stated_.put(id, std::move(*value));
    return true;
  }

  bool persons(const loose_word& word, const person_kind& kind, const std::string& known,
               const std::string* next) {
    const bool counts = kind.takes == "count";
    // A count may be left out, so a word that is no number is an operand.
    if (counts && !word.value && next != nullptr && !starts_number(*next)) next = nullptr;
    if (!counts && next == nullptr) {
      missing_value(known, sample(book_.at(*book_.find(kind.takes))));
      return false;
    }
    const std::string text = next != nullptr ? *next : std::string();
    add_persons_of_kind(stated_, kind, text, argument(known, text), errors_);
    return next != nullptr;
  }

  void missing_value(const std::string& option, const words& example) {
    line_.wrong(errors_, error_code::command_argument,
                {{"vērtība aiz " + option, "a value after " + option},
                 {"nekas", "nothing"},
                 {"rakstiet, piemēram, " + option + " " + example.lv,
                  "write, for example, " + option + " " + example.en}});
  }

  void twice(const std::string& name, const words& how) {
    errors_.emplace_back(error_code::facts_twice, name,
                         complaint{{"katrs fakts vienu reizi", "each fact once"},
                                   how,
                                   {"norādiet to vienā vietā", "state it in one place"}});
  }

  /// `kind=pensioner pension=312,40`.
  void read_person(const std::string& text) {
    const place whole = argument("--person", text);
    if (text.find_first_not_of(' ') == std::string::npos) {
      errors_.emplace_back(error_code::facts_kind, whole,
                           complaint{{"vārds=vērtība", "name=value"}, {"nekas", "nothing"}, {}});
      return;
    }
    const std::size_t before = stated_.persons() ? stated_.persons()->size() : 0;
    std::vector<std::pair<std::size_t, std::pair<std::string, place>>> values;
    std::set<std::size_t> seen;
    const person_kind* kind = nullptr;
    std::string label;
    for (const person_word& word : person_words(text)) {
      const place here{whole.source, word.where, {}};
      const place value_at{whole.source, word.value_where, {}};
      const auto again = [&] {
        errors_.emplace_back(
            error_code::facts_twice, here,
            complaint{{"katrs fakts vienu reizi", "each fact once"}, {"otrreiz", "a second time"}, {}});
      };
      if (!word.has_value) {
        if (word.name == "?") continue;  // nothing is known of the person but that there is one
        const person_kind* found = kind_in_short(book_, word.name);
        if (found == nullptr)
          no_value(word.name, here);
        else if (std::exchange(kind, found) != nullptr)
          again();
        continue;
      }
      const auto name = name_in_person(book_, word.name, here, errors_);
      if (!name) continue;
      if (!name->full.empty()) cut_short_.emplace_back(word.name, name->full);
      switch (name->what) {
        case person_name::label:
          label = word.value;
          break;
        case person_name::kind:
          if (const person_kind* found = kind_in_short(book_, word.value); found == nullptr)
            unknown_kind(word.value, value_at);
          else if (std::exchange(kind, found) != nullptr)
            again();
          break;
        case person_name::fact:
          if (!seen.insert(name->definition).second) again();
          values.push_back({name->definition, {word.value, value_at}});
      }
    }
    if (before == persons_max) {
      errors_.emplace_back(error_code::facts_persons, whole,
                           complaint{{"ne vairāk par " + std::to_string(persons_max) + " personām",
                                      "at most " + std::to_string(persons_max) + " persons"},
                                     {"vēl viena", "one more"},
                                     {}});
      return;
    }
    const std::size_t person = stated_.add_person();
    if (kind != nullptr) set_kind(person, *kind);
    if (!label.empty()) stated_.set_label(person, std::move(label));
    for (const auto& [id, one] : values) {
      stated_of_person_.emplace(person, id);
      if (auto value = read_fact(book_.at(id), one.first, one.second, errors_))
        stated_.put_person(person, id, std::move(*value));
    }
  }

  /// A word by itself is a kind of person; any other has lost its name or its value.
  void no_value(const std::string& word, const place& at) {
    const words near = did_you_mean(word, kind_names(book_));
    const bool number = starts_number(word);
    errors_.emplace_back(
        error_code::facts_kind, at,
        complaint{{"vārds=vērtība vai personas veids", "name=value or a kind of person"},
                  same(in_quotes(word)),
                  number || near.empty() ? words{"vērtību ar atstarpēm lieciet pēdiņās: alga=\"1 234,50\"",
                                                 "put a value with blanks into quotes: wage=\"1 234.50\""}
                                         : near});
  }

  void unknown_kind(const std::string& value, const place& at) {
    const std::vector<std::string> names = kind_names(book_);
    errors_.emplace_back(error_code::facts_enumeration, at,
                         complaint{{"zināms personas veids", "a known kind of person"},
                                   same(in_quotes(value)),
                                   did_you_mean(value, names)});
  }

  void set_kind(std::size_t person, const person_kind& kind) {
    for (const auto& [name, text] : kind.sets) {
      const std::size_t id = *book_.find(name);
      if (auto value = read_fact(book_.at(id), text, kind.at, errors_))
        stated_.put_person(person, id, std::move(*value));
    }
  }

  /// A person's fact by itself belongs to the only person there is.
  void place_person_facts() {
    if (person_facts_.empty()) return;
    if (!stated_.persons() || stated_.persons()->empty()) stated_.add_person();
    const std::size_t count = stated_.persons()->size();
    for (const person_fact& one : person_facts_) {
      if (count != 1) {
        const std::string number = std::to_string(count);
        errors_.emplace_back(
            error_code::facts_entity, one.option,
            complaint{
                {"zināms, kuras personas fakts tas ir", "to know whose fact it is"},
                {number + " personas", number + " persons"},
                {"norādiet to pie personas: --person '" + one.option.substr(2) + "=" + one.text + " …'",
                 "state it with the person: --person '" + one.option.substr(2) + "=" + one.text + " …'"}});
        continue;
      }
      if (!stated_of_person_.emplace(0, one.definition).second) {
        twice(one.option, {"jau norādīts", "stated already"});
        continue;
      }
      if (auto value = read_fact(book_.at(one.definition), one.text, argument(one.option, one.text), errors_))
        stated_.put_person(0, one.definition, std::move(*value));
    }
  }

  void read_override(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      line_.wrong(errors_, error_code::command_argument,
                  {{"VĀRDS=VĒRTĪBA aiz --set", "NAME=VALUE after --set"}, same(in_quotes(text)), {}});
      return;
    }
    const place name_at{argument("--set", text).source, {0, equals}, {}};
    const place value_at{name_at.source, {equals + 1, text.size()}, {}};
    const auto id = find_fact(book_, text.substr(0, equals), false, name_at, errors_);
    if (!id) return;
    if (!overridden_.insert(*id).second)
      return twice("--set " + text.substr(0, equals), {"otrreiz", "a second time"});
    if (auto value = read_fact(book_.at(*id), text.substr(equals + 1), value_at, errors_))
      stated_.put_override(*id, std::move(*value));
  }

  const rule_book& book_;
  const command_line& line_;
  bool reforms_ = false;  ///< the command takes reforms, and so values from a day on
  facts stated_;
  std::vector<error> errors_;
  std::vector<std::string> operands_;
  std::vector<std::pair<std::string, std::string>> cut_short_;
  std::vector<std::string> personal_codes_;
  std::string file_name_;
  std::set<std::size_t> stated_by_option_;
  std::set<std::size_t> overridden_;
  std::set<std::pair<std::size_t, std::size_t>>
      stated_of_person_;  // what a kind of person brings does not count
  std::vector<person_fact> person_facts_;
};

}  // namespace

stated_case read_case(const rule_book& book, const command_line& line) {
  return case_reader(book, line).read();
}

date day_of(const command_line& line) {
  if (const auto text = line.value("--on")) {
    std::vector<error> errors;
    const auto day = read_day(*text, argument("--on", *text), errors);
    if (day) return *day;
    if (!errors.empty()) throw unusable(std::move(errors));
  }
  return today();
}

date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);  // the user's calendar: the only place where the time zone counts
  return std::chrono::year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
}

void note_today(const command_line& line, const output& out, date on) {
  out.complain((line.lang == language::lv ? "piezīme: diena nav norādīta, tāpēc ņemta šodiena, "
                                          : "note: no day was given, so today is taken, ") +
               in_words(on).in(line.lang) + "\n");
}

void note_cut_short(const command_line& line, const output& out, const stated_case& one) {
  if (one.cut_short.empty()) return;
  const bool lv = line.lang == language::lv;
  std::string text = lv ? "piezīme: saīsinājumi saprasti tā: " : "note: short names were taken for these: ";
  bool first = true;
  for (const auto& [typed, full] : one.cut_short) {
    text += (first ? "" : ", ") + typed + " = " + full;
    first = false;
  }
  out.complain(text + "\n");
}

void warn_of_personal_codes(const command_line& line, const output& out, const stated_case& one) {
  for (const std::string& where : one.personal_codes) out.complain(personal_code_note(where).in(line.lang));
}

void check_span(const rule_book& book, date on, bool may_go_on) {
  const period span = book.span();
  if (span.contains(on)) return;
  throw unusable(outside_span("--on", span, on,
                              may_go_on && on >= span.to ? law_goes_on_hint(on)
                                                         : words{"noteikumi aptver tikai šīs dienas",
                                                                 "the rules cover these days only"}));
}

std::vector<fact_option> fact_options(const rule_book& book, bool with_persons, language lang) {
  std::vector<fact_option> result;
  const auto name_in = [&](const std::string& english, const std::string& latvian) {
    return "--" + hyphened(lang == language::lv ? folded(latvian) : english);
  };
  for (const person_kind& kind : book.person_kinds()) {
    if (!with_persons) break;
    const std::string value = kind.takes == "count" ? words{"[SKAITS]", "[COUNT]"}.in(lang)
                                                    : value_word(book.at(*book.find(kind.takes))).in(lang);
    result.push_back({name_in(kind.name, kind.latvian) + " " + value, kind.title});
  }
  for (const definition& one : book.definitions())
    if (one.askable() && one.of == entity::household)
      result.push_back({name_in(one.name, one.latvian) + " " + value_word(one).in(lang), one.title});
  return result;
}

}  // namespace slieksnis::cli
