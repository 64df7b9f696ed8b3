// SPDX-License-Identifier: Apache-2.0
#include "reform_options.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "output.hpp"
#include "slieksnis/facts/load_facts.hpp"
#include "slieksnis/facts/read_fact.hpp"
#include "slieksnis/render/reforms.hpp"
#include "slieksnis/rule/embedded_rules.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::array<std::string_view, 5> sections{"facts", "parameters", "variables", "statuses",
                                                   "benefits"};

std::string json_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  }
  return result + "\"";
}

/// One `--set NAME=VALUE@DATE` that was understood.
struct dated_value {
  place at;
  std::size_t definition = 0;
  date from;
  std::string substance;  ///< `"value": "0.3"`
};

/// Turns the options into an overlay of the rule files' shape, so that they are checked and laid over like
/// one.
class set_reader {
 public:
  set_reader(const rule_book& book, const std::vector<std::string>& texts) : book_(book) {
    for (const std::string& text : texts) read(text);
    std::stable_sort(values_.begin(), values_.end(), [](const dated_value& a, const dated_value& b) {
      return std::pair(a.definition, a.from) < std::pair(b.definition, b.from);
    });
    for (std::size_t i = 1; i < values_.size(); ++i)
      if (values_[i].definition == values_[i - 1].definition && values_[i].from == values_[i - 1].from)
        errors_.emplace_back(error_code::facts_twice, values_[i].at,
                             complaint{{"viena vērtība no vienas dienas", "one value from one day on"},
                                       {"otra no tās pašas dienas", "a second one from the same day"},
                                       {"atstājiet vienu no abām", "keep one of the two"}});
    if (!errors_.empty()) throw unusable(std::move(errors_));
  }

  [[nodiscard]] source_pointer overlay() const {
    std::map<std::string_view, std::string> parts;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const definition& of = book_.at(values_[i].definition);
      const bool first = i == 0 || values_[i - 1].definition != values_[i].definition;
      const bool last = i + 1 == values_.size() || values_[i + 1].definition != values_[i].definition;
      std::string& part = parts[section_of(of)];
      if (first) part += (part.empty() ? "" : ", ") + json_text(of.name) + R"(: { "versions": [ )";
      part += (first ? "" : ", ") + std::string(R"({ "from": )") + json_text(to_string(values_[i].from));
      // Some definitions end before the rules do.
      if (last) part += R"(, "to": )" + json_text(to_string(of.span().to));
      part += ", " + values_[i].substance + " }" + (last ? " ] }" : "");
    }
    std::string title;
    for (const dated_value& one : values_)
      title += (title.empty() ? "" : ", ") + std::string(one.at.source->bytes());
    title = json_text(title);
    std::string text = R"({ "reform": "set", "title": { "lv": )" + title + R"(, "en": )" + title + " }";
    for (const auto& [section, part] : parts) text += ", " + json_text(section) + ": { " + part + " }";
    return std::make_shared<source_text>("--set", text + " }", source_kind::argument);
  }

  /// Errors of the overlay as errors of the words that it was made of.
  [[nodiscard]] std::vector<error> translated(const std::vector<error>& found) const {
    std::vector<error> result;
    for (const error& one : found) {
      if (one.file() != "--set") {
        result.push_back(one);
        continue;
      }
      place at;
      if (!values_.empty()) at = values_.front().at;
      std::size_t version = 0;
      for (std::size_t i = 0; i < values_.size(); ++i) {
        const definition& of = book_.at(values_[i].definition);
        version = i > 0 && values_[i - 1].definition == values_[i].definition ? version + 1 : 0;
        const std::string pointer =
            "/" + std::string(section_of(of)) + "/" + of.name + "/versions/" + std::to_string(version);
        if ((one.pointer() + "/").starts_with(pointer + "/")) at = values_[i].at;
      }
      result.emplace_back(one.code(), at, complaint{one.expected(), one.found(), one.hint()});
    }
    return result;
  }

 private:
  [[nodiscard]] static std::string_view section_of(const definition& of) {
    return sections[static_cast<std::size_t>(of.kind)];
  }

  void read(const std::string& text) {
    const auto source = std::make_shared<source_text>("--set", text, source_kind::argument);
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::size_t sign = text.rfind('@');
    const auto part = [&](std::size_t begin, std::size_t end) { return place{source, {begin, end}, {}}; };
    if (equals == 0 || sign == std::string::npos || sign < equals) {
      errors_.emplace_back(error_code::command_argument, part(0, text.size()),
                           complaint{{"VĀRDS=VĒRTĪBA@DATUMS", "NAME=VALUE@DATE"}, same(in_quotes(text)), {}});
      return;
    }
    const place name_at = part(0, equals);
    auto id = book_.find_spoken(text.substr(0, equals));
    if (!id) id = find_fact(book_, text.substr(0, equals), false, name_at, errors_);  // says what is wrong
    const auto from = read_day(text.substr(sign + 1), part(sign + 1, text.size()), errors_);
    if (!id) return;
    const definition& of = book_.at(*id);
    const std::string plain = text.substr(equals + 1, sign - equals - 1);
    if (of.kind == definition_kind::fact) {
      errors_.emplace_back(error_code::rule_reference, name_at,
                           complaint{{"lielums, ko nosaka noteikumi", "something that the rules decide"},
                                     {"fakts " + of.name, "the fact " + of.name},
                                     {"faktu norādiet bez dienas: --set " + of.name + "=" + plain,
                                      "state a fact without a day: --set " + of.name + "=" + plain}});
      return;
    }
    const place value_at = part(equals + 1, sign);
    if (of.what.is(type_kind::number) && plain.ends_with('%')) {
      errors_.emplace_back(error_code::facts_amount, value_at,
                           complaint{{"skaitlis bez procentu zīmes", "a number without a percent sign"},
                                     same(in_quotes(plain)),
                                     {"30 % rakstiet kā 0,30", "write 30 % as 0.30"}});
      return;
    }
    const auto known = read_fact(of, plain, value_at, errors_);
    if (!known || !from) return;
    if (!of.span().contains(*from)) {
      errors_.push_back(outside(of, *from, part(sign + 1, text.size())));
      return;
    }
    const std::string written = json_text(to_string(known->what));
    const bool condition = of.kind == definition_kind::status;
    values_.push_back({part(0, text.size()), *id, *from,
                       (condition                             ? "\"entitled_if\": "
                        : of.kind == definition_kind::benefit ? "\"amount\": "
                                                              : "\"value\": ") +
                           written});
  }

  [[nodiscard]] static error outside(const definition& of, date from, const place& at) {
    const words first = in_words(of.span().from);
    const words last = in_words(of.span().last_day());
    return {
        error_code::facts_date_span, at,
        complaint{{"diena no " + first.lv + " līdz " + last.lv, "a day from " + first.en + " to " + last.en},
                  in_words(from),
                  from < of.span().to ? words{"citās dienās noteikumiem šīs vērtības nav: " + of.title.lv,
                                              "the rules have no such value on other days: " + of.title.en}
                                      : law_goes_on_hint(from)}};
  }

  const rule_book& book_;
  std::vector<dated_value> values_;
  std::vector<error> errors_;
};

/// Where a version of a reform was written: its file, or the words after `--set`.
place written_at(const rule_book& book, const reform_change& one, const command_line& line) {
  if (one.rule->at.source->name() != "--set") return one.rule->at;
  for (const loose_word& word : line.rest) {
    if (word.text != "--set" || !word.value || !is_dated(*word.value)) continue;
    if (book.find_spoken(word.value->substr(0, word.value->find('='))) != one.definition) continue;
    return {std::make_shared<source_text>("--set", *word.value, source_kind::argument),
            {0, word.value->size()},
            {}};
  }
  return one.rule->at;
}

/// Years that lie far ahead would tell of nothing but today's figures.
constexpr int most_years_on = 10;

/// Throws `unusable` for a day up to which the law is known, and for one that is too far away.
void check_assumed_days(const rule_book& book, const asked_reforms& asked) {
  if (!asked.goes_on_until) return;
  const date known = book.assumed_days() ? book.assumed_days()->from : book.span().to;
  const date most = add(known, months_duration{12 * most_years_on});
  if (book.assumed_days() && *asked.goes_on_until < most) return;
  throw unusable(outside_span("--law-goes-on-until", {known, most}, *asked.goes_on_until,
                              {"likums ir zināms līdz " + in_words(known - std::chrono::days{1}).lv,
                               "the law is known up to " + in_words(known - std::chrono::days{1}).en}));
}

}  // namespace

std::vector<option> reform_options() {
  return {{"--reform",
           {"FAILS", "FILE"},
           {"rēķināt ar reformu no šī JSON faila; var atkārtot",
            "calculate with the reform in this JSON file; may be repeated"},
           {},
           true},
          {"--law-goes-on-until",
           {"DATUMS", "DATE"},
           {"pieņemt, ka pēc pēdējās zināmās dienas līdz šai likums nemainās",
            "assume that after the last day that is known the law stays as it is up to this day"}},
          {"--strict",
           {},
           {"reforma, ko atbilde nelieto, ir kļūda (3), nevis brīdinājums",
            "a reform that the answer does not use is an error (3), not a warning"}}};
}

words law_goes_on_hint(date day) {
  const words until = in_words(day);
  return {"--law-goes-on-until " + until.lv + " pieņem, ka likums līdz tai dienai nemainās",
          "--law-goes-on-until " + until.en + " assumes that the law stays as it is up to that day"};
}

option dated_set_option() {
  return {"--set",
          {"VĀRDS=VĒRTĪBA@DATUMS", "NAME=VALUE@DATE"},
          {"reforma: šī vērtība no šīs dienas līdz noteikumu beigām vai nākamajam --set; var atkārtot",
           "a reform: this value from this day to the end of the rules or the next --set; may be repeated"},
          {},
          true};
}

std::vector<option> rule_reform_options() {
  std::vector<option> result = reform_options();
  result.insert(result.begin() + 1, dated_set_option());
  return result;
}

bool takes_reforms(const command_line& line) {
  const auto& known = line.chosen->options;
  return std::any_of(known.begin(), known.end(), [](const option& one) { return one.name == "--reform"; });
}

bool is_dated(std::string_view set_text) {
  const std::size_t sign = set_text.rfind('@');
  return sign != std::string_view::npos && set_text.find('=') < sign;
}

void asked_reforms::add_texts(std::vector<std::string_view>& into) const {
  for (const auto* group : {&baseline, &before, &files})
    for (const source_pointer& file : *group) into.push_back(file->bytes());
  for (const std::string& one : sets) into.push_back(one);
}

asked_reforms reforms_asked(const command_line& line) {
  asked_reforms result;
  result.strict = line.has("--strict");
  std::vector<error> errors;
  for (const loose_word& word : line.rest) {
    if (!word.is_option || !word.value) continue;
    try {
      if (word.text == "--reform") result.files.push_back(read_file(*word.value));
      if (word.text == "--baseline") result.baseline.push_back(read_file(*word.value));
      if (word.text == "--before") result.before.push_back(read_file(*word.value));
    } catch (const unusable& failed) {
      errors.insert(errors.end(), failed.errors().begin(), failed.errors().end());
    }
    if (word.text == "--set" && (is_dated(*word.value) || !line.chosen->takes_facts))
      result.sets.push_back(*word.value);
  }
  if (const auto text = line.value("--law-goes-on-until")) {
    const auto source = std::make_shared<source_text>("--law-goes-on-until", *text, source_kind::argument);
    result.goes_on_until = read_day(*text, {source, {0, text->size()}, {}}, errors);
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return result;
}

reformed_rules load_reformed(const std::vector<source_pointer>& files, book_use use,
                             const asked_reforms& asked) {
  std::vector<source_pointer> first = asked.baseline;
  first.insert(first.end(), asked.before.begin(), asked.before.end());
  reformed_rules result{load_rule_book(files, use, first, asked.goes_on_until), std::nullopt};
  check_assumed_days(result.baseline, asked);
  if (asked.changes_nothing()) return result;
  std::vector<source_pointer> overlays = asked.baseline;
  overlays.insert(overlays.end(), asked.files.begin(), asked.files.end());
  if (asked.sets.empty()) {
    result.reformed = load_rule_book(files, use, overlays, asked.goes_on_until);
    return result;
  }
  // A value may be set that only a reform brings.
  std::optional<rule_book> with_files;
  if (!asked.files.empty()) with_files = load_rule_book(files, use, overlays, asked.goes_on_until);
  const set_reader sets(with_files ? *with_files : result.baseline, asked.sets);
  overlays.push_back(sets.overlay());
  try {
    result.reformed = load_rule_book(files, use, overlays, asked.goes_on_until);
  } catch (const unusable& failed) {
    throw unusable(sets.translated(failed.errors()));
  }
  return result;
}

reformed_rules load_reformed(const command_line& line) {
  return load_reformed(read_rules(line, false).rules, book_use::everything, reforms_asked(line));
}

exit_code with_rules(const command_line& line, operands_are operands,
                     const std::function<exit_code(const reformed_rules&)>& answer) {
  const asked_reforms asked = reforms_asked(line);
  std::vector<std::string_view> texts;
  asked.add_texts(texts);
  if (const auto part = part_for(line, operands, texts)) {
    try {
      return answer(load_reformed(*part, book_use::answers, asked));
    } catch (const unusable&) {  // said again below, with every name known
    }
  }
  return answer(load_reformed(read_rules(line, false).rules, book_use::everything, asked));
}

void note_reforms(const rule_book& book, const command_line& line, const output& out) {
  for (const std::string& notice : reform_notices(book, line.lang)) out.complain(notice + "\n");
}

void tell_unread(const rule_book& book, const std::vector<reform_change>& changes, std::optional<date> on,
                 const command_line& line, const output& out) {
  std::vector<error> errors;
  for (const reform_change& one : unread(changes)) {
    if (line.has("--strict"))
      errors.emplace_back(error_code::reform_unread, written_at(book, one, line),
                          unread_complaint(book, changes, one, on));
    else
      out.complain(unread_warning(book, changes, one, on).in(line.lang) + "\n");
  }
  if (!errors.empty()) throw unusable(std::move(errors));
}

}  // namespace slieksnis::cli
