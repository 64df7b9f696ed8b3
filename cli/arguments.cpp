// SPDX-License-Identifier: Apache-2.0
#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

/// `--Housing_costs` as `--housing-costs`: hyphens and underscores are the same to the command line.
std::string plain_name(std::string_view written) {
  std::string result = "--" + folded(written.substr(2));
  std::replace(result.begin() + 2, result.end(), '_', '-');
  return result;
}

words joined(const std::vector<std::string_view>& choices) {
  words result;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const bool last = i > 0 && i + 1 == choices.size();
    result.lv += (i == 0 ? "" : last ? " vai " : ", ") + std::string(choices[i]);
    result.en += (i == 0 ? "" : last ? " or " : ", ") + std::string(choices[i]);
  }
  return result;
}

bool is_latvian(const char* locale) {
  const std::string_view name = locale;
  return name.starts_with("lv") &&
         (name.size() == 2 || name[2] == '_' || name[2] == '.' || name[2] == '@' || name[2] == '-');
}

}  // namespace

language language_of(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const bool apart = words[i] == "--lang" && i + 1 < words.size();
    const std::string_view asked = apart                             ? std::string_view(words[i + 1])
                                   : words[i].starts_with("--lang=") ? std::string_view(words[i]).substr(7)
                                                                     : "";
    if (asked == "lv") return language::lv;
    if (asked == "en") return language::en;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale != nullptr && *locale != '\0') return is_latvian(locale) ? language::lv : language::en;
  }
  return language::en;
}

std::optional<std::string> command_line::value(std::string_view option) const {
  const auto found = fixed_.find(std::string(option));
  return found == fixed_.end() || found->second.empty() ? std::nullopt : std::optional(found->second.front());
}

complaint command_line::unknown_option(const std::string& name, std::vector<std::string> more) const {
  for (const option& one : common_options()) more.emplace_back(one.name);
  if (chosen != nullptr)
    for (const option& one : chosen->options) more.emplace_back(one.name);
  words hint = did_you_mean(name, more);
  if (hint.empty())
    hint = {"visas opcijas rāda: " + called + " --help", called + " --help shows every option"};
  return {{"zināma opcija", "a known option"}, same(in_quotes(name)), std::move(hint)};
}

bool command_line::is_repeated(const std::string& name) const {
  return chosen != nullptr &&
         std::any_of(chosen->options.begin(), chosen->options.end(),
                     [&](const option& one) { return one.repeated && one.name == name; });
}

std::vector<std::string> command_line::operands() const {
  std::vector<error> errors;
  std::vector<std::string> result;
  for (const loose_word& word : rest) {
    if (word.is_option && word.value && is_repeated(word.text)) continue;
    if (word.is_option)
      wrong(errors, error_code::command_option, unknown_option(word.text, {}));
    else
      result.push_back(word.text);
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return result;
}

/// Walks the words once: fixed options go to CLI11, everything else stays in order.
class line_reader {
 public:
  line_reader(const std::vector<command>& commands, const std::vector<std::string>& words)
      : commands_(commands), words_(words), options_(common_options()) {
    line_.lang = language_of(words);
    line_.called = "slieksnis";
  }

  command_line read() {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const std::string& word = words_[at_];
      if (only_operands_ || !is_option(word))
        operand(word);
      else if (word == "--")
        only_operands_ = true;
      else
        option_word(word == "-h" ? "--help" : word == "-o" ? "--output" : word);
    }
    parse_fixed();
    if (!errors_.empty()) throw unusable(std::move(errors_));
    return std::move(line_);
  }

 private:
  /// A minus before a digit is a number, and a formula may begin with a minus.
  [[nodiscard]] bool is_option(const std::string& word) const {
    if (word.size() < 2 || word[0] != '-') return false;
    if (word[1] == '-' || word == "-h") return true;
    const bool letter = (word[1] >= 'a' && word[1] <= 'z') || (word[1] >= 'A' && word[1] <= 'Z');
    return letter && (line_.chosen == nullptr || line_.chosen->name != "eval");
  }

  void operand(const std::string& word) {
    if (line_.chosen != nullptr || unknown_command_) {
      line_.rest.push_back({at_, false, word, std::nullopt});
      return;
    }
    for (const command& one : commands_) {
      if (one.name != word) continue;
      line_.chosen = &one;
      line_.called += " " + word;
      options_.insert(options_.end(), one.options.begin(), one.options.end());
      return;
    }
    unknown_command_ = true;  // without the command nothing else can be judged
    std::vector<std::string> names;
    for (const command& one : commands_) names.emplace_back(one.name);
    words hint = did_you_mean(word, names);
    if (hint.empty())
      hint = {"visas komandas rāda: slieksnis --help", "slieksnis --help shows every command"};
    line_.wrong(errors_, error_code::command_unknown,
                {{"zināma komanda", "a known command"}, same(in_quotes(word)), std::move(hint)});
  }

  void option_word(const std::string& word) {
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string name = word.substr(0, equals);
    std::optional<std::string> value;
    if (equals < word.size()) value = word.substr(equals + 1);
    const bool dashes = name.size() > 2 && name[1] == '-';
    const std::string plain = dashes ? plain_name(name) : name;
    const auto known =
        std::find_if(options_.begin(), options_.end(), [&](const option& one) { return one.name == plain; });
    if (known != options_.end()) return fixed(*known, std::move(value));
    line_.rest.push_back({at_, true, name, std::move(value)});
    if (line_.chosen == nullptr && !unknown_command_) {
      line_.wrong(errors_, error_code::command_option, line_.unknown_option(name, {}));
      unknown_command_ = true;
    }
  }

  void fixed(const option& known, std::optional<std::string> value) {
    const std::string name(known.name);
    const bool flag = known.value.empty();
    if (flag && value) {
      line_.wrong(errors_, error_code::command_argument,
                  {{name + " bez vērtības", name + " without a value"}, same(in_quotes(*value)), {}});
      return;
    }
    const bool has_next = at_ + 1 < words_.size() && !words_[at_ + 1].starts_with("--");
    if (!flag && !value && has_next) value = words_[++at_];
    if (!flag && (!value || value->empty())) {
      line_.wrong(errors_, error_code::command_argument,
                  {{"vērtība aiz " + name, "a value after " + name},
                   {"nekas", "nothing"},
                   {name + " " + known.value.lv, name + " " + known.value.en}});
      return;
    }
    if (!known.choices.empty() &&
        std::find(known.choices.begin(), known.choices.end(), *value) == known.choices.end()) {
      const words expected = joined(known.choices);
      line_.wrong(errors_, error_code::command_argument,
                  {{expected.lv + " aiz " + name, expected.en + " after " + name},
                   same(in_quotes(*value)),
                   did_you_mean(*value, {known.choices.begin(), known.choices.end()})});
      return;
    }
    if (known.repeated)
      line_.rest.push_back({at_, true, name, std::move(value)});  // their order among the facts counts
    else
      fixed_words_.push_back(flag ? name : name + "=" + *value);
  }

  void parse_fixed() {
    CLI::App app;
    app.set_help_flag();
    std::vector<std::pair<const option*, CLI::Option*>> made;
    for (const option& one : options_) {
      if (one.repeated) continue;
      const std::string name(one.name);
      CLI::Option* added =
          one.value.empty()
              ? app.add_flag(name)
              : app.add_option(name)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      made.emplace_back(&one, added);
    }
    std::reverse(fixed_words_.begin(), fixed_words_.end());  // CLI11 takes words from the end
    app.parse(std::move(fixed_words_));  // they were judged above, so that errors are ours
    for (const auto& [known, parsed] : made) {
      if (parsed->count() == 0) continue;
      const std::string name(known->name);
      if (parsed->count() > 1 && !known->value.empty())
        line_.wrong(
            errors_, error_code::command_argument,
            {{name + " vienu reizi", name + " once"},
             {std::to_string(parsed->count()) + " reizes", std::to_string(parsed->count()) + " times"},
             {}});
      line_.fixed_[name] = known->value.empty() ? std::vector<std::string>{} : parsed->results();
    }
  }

  const std::vector<command>& commands_;
  const std::vector<std::string>& words_;
  std::vector<option> options_;
  command_line line_;
  std::vector<std::string> fixed_words_;
  std::vector<error> errors_;
  std::size_t at_ = 0;
  bool only_operands_ = false;
  bool unknown_command_ = false;
};

command_line read_command_line(const std::vector<command>& commands, const std::vector<std::string>& words) {
  return line_reader(commands, words).read();
}

}  // namespace slieksnis::cli
