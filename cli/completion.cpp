// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <utility>

#include "help.hpp"
#include "load_rules.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The name as people type it: hyphens, no Latvian marks.
std::string typed_name(const std::string& name) {
  std::string result = folded(name);
  std::replace(result.begin(), result.end(), '_', '-');
  return result;
}

/// Operands of a usage line as alternatives of words: `[COMMAND|completions SHELL]`.
std::vector<std::vector<std::string>> alternatives_of(std::string_view usage) {
  std::vector<std::vector<std::string>> result(1);
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) result.back().push_back(std::exchange(word, {}));
  };
  while (!usage.empty()) {
    const char c = usage.front();
    if (c == '|' || c == ' ') end_word();
    if (c == '|') result.emplace_back();
    const bool part_of_word = c != '|' && c != ' ' && c != '[' && c != ']' && c != '\'';
    if (usage.starts_with("…")) {
      usage.remove_prefix(std::string_view("…").size());
      continue;
    }
    if (part_of_word) word += c;
    usage.remove_prefix(1);
  }
  end_word();
  return result;
}

/// Capital letters stand for something; anything else is written as it is.
bool is_placeholder(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class completer {
 public:
  completer(const std::vector<command>& commands, const std::vector<std::string>& typed)
      : commands_(commands), before_(typed), lang_(language_of(typed)) {
    if (!before_.empty()) {
      word_ = std::move(before_.back());
      before_.pop_back();
    }
  }

  std::string write() {
    read_before();
    const std::size_t equals = word_.find('=');
    if (!expecting_.empty()) {
      values(expecting_, word_, "");
    } else if (word_.starts_with("--") && equals != std::string::npos) {
      values(word_.substr(0, equals), word_.substr(equals + 1), word_.substr(0, equals + 1));
    } else if ((word_.starts_with("-") && !only_operands_) ||
               (chosen_ != nullptr && chosen_->operands.empty())) {
      options();
    } else if (chosen_ == nullptr) {
      for (const command& one : commands_) offer(one.name, one.summary.in(lang_), word_, "");
    } else {
      operands();
    }
    return std::move(out_);
  }

 private:
  /// The command, what `--rules` names, and whether the word is the value of an option.
  void read_before() {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const std::string& word = before_[i];
      if (word == "--" && !only_operands_) {
        only_operands_ = true;
      } else if (word.starts_with("--") && !only_operands_) {
        const std::size_t equals = word.find('=');
        const std::string name = "--" + typed_name(word.substr(2, equals - std::min<std::size_t>(equals, 2)));
        used_.insert(name);
        if (equals != std::string::npos) {
          if (name == "--rules") rules_ = word.substr(equals + 1);
        } else if (i + 1 == before_.size()) {
          if (takes_value(name)) expecting_ = name;
        } else if (takes_value(name)) {
          ++i;
          if (name == "--rules") rules_ = before_[i];
        }
      } else if (chosen_ == nullptr) {
        const auto known = std::find_if(commands_.begin(), commands_.end(),
                                        [&](const command& one) { return one.name == word; });
        if (known != commands_.end()) chosen_ = &*known;
      } else if (word.find_first_not_of("0123456789") != std::string::npos) {
        operands_.push_back(word);  // a number belongs to the kind of persons before it
      }
    }
  }

  [[nodiscard]] std::vector<option> fixed_options() const {
    std::vector<option> result;
    if (chosen_ != nullptr) result = chosen_->options;
    for (option& one : common_options()) result.push_back(std::move(one));
    return result;
  }

  [[nodiscard]] bool takes_value(const std::string& name) {
    for (const option& one : fixed_options())
      if (one.name == name) return !one.value.empty();
    if (chosen_ == nullptr || !chosen_->takes_facts || book() == nullptr) return false;
    if (const person_kind* kind = kind_named(name.substr(2))) return kind->takes != "count";
    return book()->find_spoken(name.substr(2)).has_value();
  }

  [[nodiscard]] const person_kind* kind_named(std::string_view name) {
    for (const person_kind& one : book()->person_kinds())
      if (folded(one.name) == folded(name) || folded(one.latvian) == folded(name)) return &one;
    return nullptr;
  }

  /// A candidate that begins as the word does. `lead` is what stands before it in the same word.
  bool offer(std::string_view candidate, std::string_view meaning, std::string_view begun,
             std::string_view lead) {
    if (!folded(candidate).starts_with(folded(begun))) return false;
    out_ += std::string(lead) + std::string(candidate) + "\t" +
            std::string(meaning.substr(0, std::min(meaning.find('\n'), meaning.size()))) + "\n";
    return true;
  }

  struct named {
    std::string latvian;
    std::string english;
    const words* title;
  };
  /// In the user's language; in the other one where only that begins as the word does.
  void offer_names(const std::vector<named>& names, std::string_view begun, std::string_view lead) {
    const auto in = [&](language lang) {
      bool any = false;
      for (const named& one : names) {
        const std::string& name = lang == language::lv && !one.latvian.empty() ? one.latvian : one.english;
        any = offer(name, one.title->in(lang_), begun, lead) || any;
      }
      return any;
    };
    if (!in(lang_)) in(lang_ == language::lv ? language::en : language::lv);
  }

  template <typename Predicate>
  void offer_definitions(std::string_view begun, std::string_view lead, const std::string& before,
                         const std::string& after, Predicate fits) {
    if (book() == nullptr) return;
    std::vector<named> names;
    for (const definition& one : book()->definitions())
      if (fits(one))
        names.push_back({one.latvian.empty() ? "" : before + typed_name(one.latvian) + after,
                         before + typed_name(one.name) + after, &one.title});
    offer_names(names, begun, lead);
  }

  void options() {
    for (const option& one : fixed_options())
      if (one.repeated || !used_.contains(std::string(one.name)))
        offer(one.name, one.help.in(lang_), word_, "");
    if (chosen_ == nullptr || !chosen_->takes_facts || book() == nullptr) return;
    std::vector<named> kinds;
    for (const person_kind& one : book()->person_kinds())
      kinds.push_back({"--" + typed_name(one.latvian), "--" + typed_name(one.name), &one.title});
    if (chosen_->takes_persons) offer_names(kinds, word_, "");
    offer_definitions(word_, "", "--", "", [&](const definition& one) {
      return one.askable() && one.of != entity::country &&
             (chosen_->takes_persons || one.of != entity::person) &&
             !used_.contains("--" + typed_name(one.name)) && !used_.contains("--" + typed_name(one.latvian));
    });
  }

  void operands() {
    const bool repeated = contains(chosen_->operands.en, "…");
    const std::size_t at = repeated ? 0 : operands_.size();
    const auto all = alternatives_of(chosen_->operands.en);
    const auto shown = alternatives_of(chosen_->operands.in(lang_));
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].size() <= at) continue;
      bool fits = true;
      for (std::size_t j = 0; j < at; ++j)
        fits = fits && (is_placeholder(all[i][j]) || folded(operands_[j]) == all[i][j] ||
                        folded(operands_[j]) == shown[i][j]);
      if (!fits) continue;
      if (is_placeholder(all[i][at]))
        placeholder(all[i][at]);
      else if (!offer(shown[i][at], "", word_, "") && shown[i][at] != all[i][at])
        offer(all[i][at], "", word_, "");
    }
  }

  void placeholder(std::string_view what) {
    if (what == "PATH" || what == "FILE" || what == "FOLDER") out_ += ":files\n";
    if (what == "COMMAND")
      for (const command& one : commands_) offer(one.name, one.summary.in(lang_), word_, "");
    if (what == "SHELL")
      for (const auto shell : completed_shells()) offer(shell, "", word_, "");
    if (what == "BENEFIT")
      offer_definitions(word_, "", "", "", [](const definition& of) { return of.is_decided(); });
    if (what == "NAME") offer_definitions(word_, "", "", "", [](const definition&) { return true; });
    if (what == "TOPIC" && book() != nullptr)
      for (const topic& one : book()->topics()) offer(one.name, one.title.in(lang_), word_, "");
    if (what == "FORMULA") formula_names();
  }

  /// A formula takes names exactly as they are in the rules; the last one of what is written is completed.
  void formula_names() {
    if (book() == nullptr) return;
    std::size_t begin = word_.size();
    const auto of_name = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    while (begin > 0 && of_name(word_[begin - 1])) --begin;
    for (const definition& one : book()->definitions())
      offer(one.name, one.title.in(lang_), word_.substr(begin), word_.substr(0, begin));
  }

  void values(const std::string& name, const std::string& begun, const std::string& lead) {
    for (const option& one : fixed_options()) {
      if (one.name != name) continue;
      for (const auto choice : one.choices) offer(choice, "", begun, lead);
      if (one.value.en == "FILE" || one.value.en == "FOLDER" || one.value.en == "PATH") out_ += ":files\n";
      if (name == "--set") override_words(begun, lead);
      if (name == "--want") listed_benefits(begun, lead);
      if (name == "--person") person_words(begun, lead);
      return;
    }
    if (chosen_ == nullptr || !chosen_->takes_facts || book() == nullptr) return;
    if (const person_kind* kind = kind_named(name.substr(2)))
      values_of(kind->takes, begun, lead);
    else
      values_of(name.substr(2), begun, lead);
  }

  void values_of(std::string_view name, const std::string& begun, const std::string& lead) {
    const auto id = book()->find_spoken(name);
    if (!id) return;
    const definition& of = book()->at(*id);
    if (of.what.is(type_kind::boolean)) {
      const words yes{"jā", "yes"};
      const words no{"nē", "no"};
      offer(yes.in(lang_), "", begun, lead);
      offer(no.in(lang_), "", begun, lead);
    }
    if (!of.what.is_enumeration()) return;
    bool any = false;
    for (const auto& one : *of.what.values) any = offer(one.id, one.title.in(lang_), begun, lead) || any;
    if (any) return;
    for (const auto& one : *of.what.values)  // `Tukuma novads` for tukums
      if (folded(one.title.in(lang_)).starts_with(folded(begun)))
        offer(one.id, one.title.in(lang_), "", lead);
  }

  /// The last of the names with commas between them.
  void listed_benefits(const std::string& begun, const std::string& before) {
    const std::size_t start = begun.rfind(',') + 1;  // zero where there is none
    offer_definitions(begun.substr(start), before + begun.substr(0, start), "", "",
                      [](const definition& of) { return of.is_decided(); });
  }

  void override_words(const std::string& begun, const std::string& lead) {
    if (book() == nullptr) return;
    const std::size_t equals = begun.find('=');
    if (equals != std::string::npos)
      return values_of(begun.substr(0, equals), begun.substr(equals + 1), lead + begun.substr(0, equals + 1));
    offer_definitions(begun, lead, "", "=", [](const definition& one) { return one.of != entity::person; });
  }

  /// The last of the words `kind=pensioner pension=312,40`.
  void person_words(const std::string& begun, const std::string& before) {
    if (book() == nullptr) return;
    const std::size_t blank = begun.rfind(' ');
    const std::size_t start = blank == std::string::npos ? 0 : blank + 1;
    const std::string lead = before + begun.substr(0, start);
    const std::string piece = begun.substr(start);
    const words of_kind{"veids", "kind"};
    const words of_label{"apzīmējums", "label"};
    const std::size_t equals = piece.find('=');
    if (equals == std::string::npos) {
      static const words kind_title{"personas veids", "kind of person"};
      static const words label_title{"kā atbilde personu sauks", "how the answer calls the person"};
      offer_names({{"veids=", "kind=", &kind_title}, {"label=", "label=", &label_title}}, piece, lead);
      offer_definitions(piece, lead, "", "=",
                        [](const definition& one) { return one.askable() && one.of == entity::person; });
      return;
    }
    const std::string name = folded(piece.substr(0, equals));
    const std::string value_lead = lead + piece.substr(0, equals + 1);
    if (name != "kind" && name != "veids") return values_of(name, piece.substr(equals + 1), value_lead);
    std::vector<named> kinds;
    for (const person_kind& one : book()->person_kinds())
      kinds.push_back({typed_name(one.latvian), typed_name(one.name), &one.title});
    offer_names(kinds, piece.substr(equals + 1), value_lead);
  }

  /// Null when the rules cannot be read: then nothing that depends on them is offered.
  [[nodiscard]] const rule_book* book() {
    if (!tried_) {
      tried_ = true;
      try {
        std::vector<std::string> words;
        if (!rules_.empty()) words = {"--rules", rules_};
        const command_line line = read_command_line(commands_, words);
        book_ = load_rule_book(read_rules(line, false).rules, book_use::answers);
      } catch (const unusable&) {
      }
    }
    return book_ ? &*book_ : nullptr;
  }

  const std::vector<command>& commands_;
  std::vector<std::string> before_;
  language lang_;
  std::string word_;
  const command* chosen_ = nullptr;
  std::string rules_;
  std::string expecting_;
  std::vector<std::string> operands_;
  std::set<std::string> used_;
  bool only_operands_ = false;
  bool tried_ = false;
  std::optional<rule_book> book_;
  std::string out_;
};

}  // namespace

std::string completions_of(const std::vector<command>& commands, const std::vector<std::string>& typed) {
  return completer(commands, typed).write();
}

}  // namespace slieksnis::cli
