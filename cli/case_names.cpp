// SPDX-License-Identifier: Apache-2.0
#include "case_names.hpp"

#include <algorithm>
#include <utility>

#include "slieksnis/facts/facts.hpp"
#include "slieksnis/facts/read_fact.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

/// Both names of everything that may be meant, those of the user's language first, since they are what an
/// error lists.
class name_list {
 public:
  explicit name_list(language first) : first_(first) {}

  void add(const std::string& english, const std::string& latvian, std::size_t meaning) {
    const std::string in_latvian = folded(latvian);
    if (first_ == language::lv && !in_latvian.empty()) names_.push_back({in_latvian, meaning});
    names_.push_back({english, meaning});
    if (first_ != language::lv && !in_latvian.empty()) names_.push_back({in_latvian, meaning});
  }
  [[nodiscard]] std::vector<known_name> meant_by(std::string_view brief) const {
    return short_for(brief, names_);
  }

 private:
  language first_;
  std::vector<known_name> names_;
};

/// The names as an error lists them; after a few, the others only make it long.
std::vector<std::string> listed(const std::vector<known_name>& meant, std::string_view before) {
  std::vector<std::string> result;
  for (const known_name& one : meant) result.push_back(std::string(before) + hyphened(one.name));
  constexpr std::size_t most = 6;
  if (result.size() > most) {
    result.resize(most);
    result.emplace_back("…");
  }
  return result;
}

words did_you_mean_one_of(const std::vector<known_name>& meant, std::string_view before) {
  const words names = either(listed(meant, before));
  return {"vai domāts " + names.lv + "?", "did you mean " + names.en + "?"};
}

/// The names that only the rules know, as options.
std::vector<std::string> option_names(const rule_book& book) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& english, const std::string& latvian) {
    names.push_back("--" + hyphened(english));
    if (!latvian.empty()) names.push_back("--" + hyphened(folded(latvian)));
  };
  for (const person_kind& kind : book.person_kinds()) add(kind.name, kind.latvian);
  for (const definition& one : book.definitions()) add(one.name, one.latvian);
  return names;
}

/// What people state of a case; steps of a computation and benefits are stated seldom, and then in full.
bool may_be_cut_short(const definition& of) {
  return (of.askable() || of.kind == definition_kind::status) && of.of != entity::country;
}

}  // namespace

std::string hyphened(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

const person_kind* kind_in_short(const rule_book& book, std::string_view name) {
  if (const person_kind* exact = book.find_person_kind(name)) return exact;
  const auto& kinds = book.person_kinds();
  name_list names(language::en);
  for (std::size_t i = 0; i < kinds.size(); ++i) names.add(kinds[i].name, kinds[i].latvian, i);
  const auto meant = names.meant_by(name);
  return meant.size() == 1 ? &kinds[meant.front().meaning] : nullptr;
}

std::vector<std::string> kind_names(const rule_book& book) {
  std::vector<std::string> names;
  for (const person_kind& one : book.person_kinds()) {
    names.push_back(hyphened(one.name));
    names.push_back(hyphened(folded(one.latvian)));
  }
  return names;
}

std::optional<option_name> name_of_option(const rule_book& book, const command_line& line,
                                          const std::string& written, std::vector<error>& errors) {
  const auto& kinds = book.person_kinds();
  const std::size_t definitions = book.definitions().size();
  std::vector<known_name> meant;
  if (written.starts_with("--")) {
    const std::string name = written.substr(2);
    if (const person_kind* kind = book.find_person_kind(name)) return option_name{kind, std::nullopt, {}};
    if (const auto id = book.find_spoken(name)) return option_name{nullptr, *id, {}};
    name_list names(line.lang);
    for (std::size_t id = 0; id < definitions; ++id)
      if (may_be_cut_short(book.at(id))) names.add(book.at(id).name, book.at(id).latvian, id);
    for (std::size_t i = 0; i < kinds.size(); ++i)
      names.add(kinds[i].name, kinds[i].latvian, definitions + i);
    // An option with a fixed name is not cut short, but it may be what was meant.
    std::vector<option> fixed = common_options();
    if (line.chosen != nullptr)
      fixed.insert(fixed.end(), line.chosen->options.begin(), line.chosen->options.end());
    const std::size_t first_fixed = definitions + kinds.size();
    for (std::size_t i = 0; i < fixed.size(); ++i)
      names.add(std::string(fixed[i].name.substr(2)), {}, first_fixed + i);
    meant = names.meant_by(name);
    if (meant.size() == 1 && meant.front().meaning < first_fixed) {
      const std::size_t meaning = meant.front().meaning;
      option_name result{nullptr, std::nullopt, "--" + hyphened(meant.front().name)};
      if (meaning < definitions)
        result.definition = meaning;
      else
        result.kind = &kinds[meaning - definitions];
      return result;
    }
  }
  complaint what = line.unknown_option(written, option_names(book));
  if (!meant.empty()) what.hint = did_you_mean_one_of(meant, "--");
  if (meant.size() > 1)
    what.expected = {"opcija, ko var saprast vienā veidā", "an option that can be understood in one way"};
  line.wrong(errors, error_code::command_option, std::move(what));
  return std::nullopt;
}

std::optional<person_name> name_in_person(const rule_book& book, const std::string& written, const place& at,
                                          std::vector<error>& errors) {
  const std::string name = folded(written);
  const auto is_kind = [](std::string_view word) { return word == "kind" || word == "veids"; };
  if (is_kind(name)) return person_name{person_name::kind};
  if (is_label(name)) return person_name{person_name::label};
  if (!book.find_spoken(written)) {
    name_list names(language::lv);
    for (std::size_t id = 0; id < book.definitions().size(); ++id)
      if (may_be_cut_short(book.at(id)) && book.at(id).of == entity::person)
        names.add(book.at(id).name, book.at(id).latvian, id);
    const auto meant = names.meant_by(written);
    if (meant.size() == 1)
      return person_name{person_name::fact, meant.front().meaning, hyphened(meant.front().name)};
    if (!meant.empty()) {
      errors.emplace_back(
          error_code::facts_unknown_name, at,
          complaint{{"nosaukums, ko var saprast vienā veidā", "a name that can be understood in one way"},
                    same(in_quotes(written)),
                    did_you_mean_one_of(meant, "")});
      return std::nullopt;
    }
  }
  const auto id = find_fact(book, written, true, at, errors);
  return id ? std::optional(person_name{person_name::fact, *id}) : std::nullopt;
}

std::optional<std::size_t> find_decided(const rule_book& book, const command_line& line,
                                        const std::string& written, std::vector<error>& errors) {
  const auto id = book.find_spoken(written);
  if (id && book.at(*id).is_decided()) return id;
  words hint;
  words found = same(in_quotes(written));
  words expected{"pabalsts vai statuss", "a benefit or status"};
  if (id) {
    const std::string name = book.at(*id).name;
    found = {name + " (lielums)", name + " (not a benefit)"};
    hint = {"vērtību rāda: slieksnis eval " + name, "slieksnis eval " + name + " shows its value"};
  } else {
    name_list names(line.lang);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < book.definitions().size(); ++i) {
      const definition& one = book.at(i);
      if (!one.is_decided()) continue;
      names.add(one.name, one.latvian, i);
      all.push_back(hyphened(one.name));
      if (!one.latvian.empty()) all.push_back(hyphened(folded(one.latvian)));
    }
    const auto meant = names.meant_by(written);
    if (meant.size() == 1) return meant.front().meaning;
    if (!meant.empty()) {
      expected = {"pabalsts vai statuss, ko var saprast vienā veidā",
                  "a benefit or status that can be understood in one way"};
      hint = did_you_mean_one_of(meant, "");
    } else {
      hint = did_you_mean(written, all);
    }
    if (hint.empty())
      hint = {"visus pabalstus rāda: slieksnis list benefits", "slieksnis list benefits shows every benefit"};
  }
  line.wrong(errors, error_code::command_argument, {std::move(expected), std::move(found), std::move(hint)});
  return std::nullopt;
}

std::vector<person_word> person_words(const std::string& text) {
  std::vector<person_word> result;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(' ', at)) != std::string::npos) {
    person_word word;
    std::size_t equals = std::string::npos;
    const std::size_t begin = at;
    char quote = 0;
    std::string value;
    for (; at < text.size() && (quote != 0 || text[at] != ' '); ++at) {
      const char c = text[at];
      if (equals == std::string::npos && c == '=' && at > begin) {
        equals = at;
      } else if (equals != std::string::npos && quote != 0 && c == '\\' && at + 1 < text.size()) {
        value += text[++at];  // kept as it is, such as a quote
      } else if (equals != std::string::npos) {
        const bool opens = quote == 0 && (c == '"' || c == '\'') && at == equals + 1;
        if (opens || c == quote)
          quote = opens ? c : '\0';
        else
          value += c;
      }
    }
    if (quote != 0) value.insert(value.begin(), quote);  // never closed: no value reads so
    std::size_t end = at;
    if (end > begin + 1 && (text[end - 1] == ',' || text[end - 1] == ';') && quote == 0) {
      --end;
      if (!value.empty()) value.pop_back();
    }
    word.has_value = equals != std::string::npos;
    const std::size_t name_end = word.has_value ? equals : end;
    word.name = text.substr(begin, name_end - begin);
    word.value = std::move(value);
    word.where = {begin, name_end};
    word.value_where = {word.has_value ? equals + 1 : end, end};
    result.push_back(std::move(word));
  }
  return result;
}

}  // namespace slieksnis::cli
