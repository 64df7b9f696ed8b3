// SPDX-License-Identifier: Apache-2.0
#include "case_line.hpp"

#include <algorithm>
#include <optional>

#include "slieksnis/facts/read_persons.hpp"
#include "slieksnis/facts/write_facts.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

/// Writes the words of one case.
class line_writer {
 public:
  line_writer(const facts& stated, language lang) : stated_(stated), book_(stated.book()), lang_(lang) {}

  [[nodiscard]] std::string write(date on, const std::vector<std::size_t>& benefits) {
    for (const std::size_t id : benefits) word(name(book_.at(id)));
    word("--on");
    word(in_words(on).in(lang_));
    persons();
    for (const auto& [id, one] : stated_.common()) option("--" + name(book_.at(id)), text(book_.at(id), one));
    for (const auto& [id, one] : stated_.overrides())
      option("--set", name(book_.at(id)) + "=" + text(book_.at(id), one));
    return line_;
  }

 private:
  void word(const std::string& text) { line_ += " " + shell_quoted(text); }
  /// A value that looks like an option has to hang on its own.
  void option(const std::string& name, const std::string& text) {
    if (text.starts_with('-') || text.empty()) return word(name + "=" + text);
    word(name);
    word(text);
  }

  [[nodiscard]] std::string in_language(const std::string& english, const std::string& latvian) const {
    std::string result = lang_ == language::lv && !latvian.empty() ? folded(latvian) : english;
    std::replace(result.begin(), result.end(), '_', '-');
    return result;
  }
  [[nodiscard]] std::string name(const definition& of) const { return in_language(of.name, of.latvian); }

  /// The value as people write it in the language.
  [[nodiscard]] std::string text(const definition& of, const stated_value& stated) const {
    if (!stated.months.empty()) {
      std::string months;
      for (const rational& month : stated.months)
        months += (months.empty() ? "" : "/") + number(of, value{month});
      return months;
    }
    if (const bool* truth = std::get_if<bool>(&stated.what))
      return *truth ? words{"jā", "yes"}.in(lang_) : words{"nē", "no"}.in(lang_);
    if (const date* day = std::get_if<date>(&stated.what)) return in_words(*day).in(lang_);
    if (std::holds_alternative<rational>(stated.what)) return number(of, stated.what);
    const std::string plain = plain_value(of, stated.what);
    if (of.what.is_enumeration())
      for (const auto& one : *of.what.values)
        if (one.id == plain && one.title.in(lang_).find_first_of(" \"") == std::string::npos &&
            means(of, one.title.in(lang_), plain))
          return one.title.in(lang_);
    return plain;
  }
  [[nodiscard]] std::string number(const definition& of, const value& what) const {
    std::string result = plain_value(of, what);
    if (lang_ == language::lv) std::replace(result.begin(), result.end(), '.', ',');
    return result;
  }
  [[nodiscard]] static bool means(const definition& of, const std::string& text, const std::string& id) {
    std::vector<error> ignored;
    const auto read = read_fact(of, text, {}, ignored);
    return read && read->what == value{id};
  }

  /// Persons that are exactly of a kind shortly, several of the same kind at once; others in full.
  void persons() {
    if (!stated_.persons()) return;
    const std::size_t count = stated_.persons()->size();
    for (std::size_t i = 0; i < count;) {
      const person_kind* kind = exactly(i);
      if (kind == nullptr) {
        word("--person");
        word(in_full(i));
        ++i;
        continue;
      }
      const std::string kind_name = "--" + in_language(kind->name, kind->latvian);
      if (kind->takes != "count") {
        const std::size_t id = *book_.find(kind->takes);
        option(kind_name, text(book_.at(id), (*stated_.persons())[i].at(id)));
        ++i;
        continue;
      }
      std::size_t end = i + 1;
      while (end < count && exactly(end) == kind) ++end;
      option(kind_name, std::to_string(end - i));
      i = end;
    }
  }

  /// The kind whose words say all that is stated about the person.
  [[nodiscard]] const person_kind* exactly(std::size_t person) const {
    const person_kind* kind = kind_of(stated_, person);
    if (kind == nullptr || !stated_.label(person).empty()) return nullptr;
    const std::size_t takes = kind->takes == "count" ? 0 : 1;
    const bool sets_it = std::any_of(kind->sets.begin(), kind->sets.end(),
                                     [&](const auto& one) { return one.first == kind->takes; });
    if (sets_it || (*stated_.persons())[person].size() != kind->sets.size() + takes) return nullptr;
    return kind;
  }

  [[nodiscard]] std::string in_full(std::size_t person) const {
    std::string result;
    const auto add = [&](const std::string& name, const std::string& text) {
      result += (result.empty() ? "" : " ") + name + "=" + in_person(text);
    };
    const person_kind* kind = kind_of(stated_, person);
    if (!stated_.label(person).empty())
      add(words{"apzīmējums", "label"}.in(lang_), std::string(stated_.label(person)));
    if (kind != nullptr) add(words{"veids", "kind"}.in(lang_), in_language(kind->name, kind->latvian));
    for (const auto& [id, one] : (*stated_.persons())[person]) {
      const auto same_name = [name = book_.at(id).name](const auto& set) { return set.first == name; };
      if (kind == nullptr || std::none_of(kind->sets.begin(), kind->sets.end(), same_name))
        add(name(book_.at(id)), text(book_.at(id), one));
    }
    return result.empty() ? "?" : result;
  }

  /// Blanks divide the facts of a person, so a value with blanks stands in double quotes.
  [[nodiscard]] static std::string in_person(const std::string& text) {
    if (!text.empty() && text.find_first_of(" \"") == std::string::npos) return text;
    std::string result = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
    return result + "\"";
  }

  const facts& stated_;
  const rule_book& book_;
  language lang_;
  std::string line_ = "slieksnis calc";
};

}  // namespace

std::string shell_quoted(const std::string& word) {
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || std::string_view("-_./,:=@%+").find(c) != std::string_view::npos;
  });
  if (plain) return word;
  std::string result = "'";
  for (const char c : word) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string case_line(const facts& stated, date on, const std::vector<std::size_t>& benefits, language lang) {
  return line_writer(stated, lang).write(on, benefits);
}

}  // namespace slieksnis::cli
