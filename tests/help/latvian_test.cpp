// SPDX-License-Identifier: Apache-2.0
// Nothing that the program says in Latvian is left in English: every word of its Latvian output is held
// against the words of its English texts. Words that both languages have, or that are names, are in
// latvian_words.txt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <slieksnis/source/json_tree.hpp>
#include <slieksnis/source/nearest.hpp>
#include <sstream>

#include "golden.hpp"
#include "help.hpp"
#include "program.hpp"
#include "transcript.hpp"

namespace {

namespace fs = std::filesystem;
using namespace slieksnis;
using namespace slieksnis::cli;
using ::testing::IsEmpty;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
  return lines;
}

std::vector<fs::path> files_in(const char* folder, const char* ending) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(SLIEKSNIS_SOURCE_DIR) / folder))
    if (entry.path().string().ends_with(ending)) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

/// All of them: a matcher of containers shows only the first few.
std::string joined(const std::set<std::string>& lines) {
  std::string result;
  for (const std::string& line : lines) result += line + "\n";
  return result;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Without what stands between two of the marks: quoted text is the user's, or a name.
std::string without(const std::string& line, const std::string& open, const std::string& close) {
  std::string result;
  std::size_t from = 0;
  while (true) {
    const std::size_t begin = line.find(open, from);
    const std::size_t end = begin == std::string::npos ? begin : line.find(close, begin + open.size());
    if (end == std::string::npos) return result + line.substr(from);
    result += line.substr(from, begin - from) + " ";
    from = end + close.size();
  }
}

/// The words of a line that a person reads as a sentence, in lower case: no names of the interface,
/// addresses, figures, or words with letters that English has not.
std::vector<std::string> words_in(const std::string& line) {
  std::vector<std::string> result;
  std::istringstream in(line);
  for (std::string word; in >> word;) {
    if (word.find_first_of("_/=@#|\\0123456789") != std::string::npos || word.front() == '-') continue;
    if (word.back() == '(') continue;  // a function
    const std::size_t inside = word.find_first_of(".:[", 1);
    if (inside != std::string::npos && inside + 1 < word.size())
      continue;  // persons[2].born, kļūda[json.depth]
    std::string plain;
    const auto take = [&] {
      if (plain.size() > 1) result.push_back(plain);
      plain.clear();
    };
    bool foreign = false;
    for (const char c : word) {
      if (is_letter(c))
        plain += static_cast<char>(c | 0x20);
      else if ((static_cast<unsigned char>(c) & 0x80U) != 0)
        foreign = foreign || !word.starts_with("\u2026");
      else if (c == '-')
        take();
    }
    if (!foreign) take();
  }
  return result;
}

/// What the names of the rules are, where one of them stands alone.
class interface_names {
 public:
  interface_names() {
    std::vector<source_pointer> files;
    for (const embedded_file& file : embedded_rule_files())
      files.push_back(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)));
    const rule_book book = load_rule_book(files);
    for (const definition& one : book.definitions()) {
      names_.insert(one.name);
      latvian_.insert(folded(one.latvian));
      if (one.what.is_enumeration())
        for (const auto& value : *one.what.values) names_.insert(value.id);
    }
    for (const person_kind& one : book.person_kinds()) {
      names_.insert(one.name);
      latvian_.insert(folded(one.latvian));
    }
    for (const topic& one : book.topics()) names_.insert(one.name);
    for (const command& one : all_commands()) {
      names_.insert(std::string(one.name));
      for (const option& known : one.options) names_.insert(known.choices.begin(), known.choices.end());
    }
    for (const option& known : common_options()) names_.insert(known.choices.begin(), known.choices.end());
    names_.insert({"persons", "completions", "man", "facts", "benefits"});  // operands
  }
  [[nodiscard]] bool contain(const std::string& word) const { return names_.contains(word); }
  /// A word that is a name in Latvian is no English word.
  [[nodiscard]] bool latvian(const std::string& word) const { return latvian_.contains(word); }

 private:
  std::set<std::string> names_;
  std::set<std::string> latvian_;
};

/// Without a command as it is typed: `slieksnis list --help`.
std::string without_commands(const std::string& line, const interface_names& names) {
  std::string result = line.substr(0, std::min(line.find_first_not_of(' '), line.size()));
  std::istringstream in(line);
  bool typed = false;
  for (std::string word; in >> word;) {
    const std::size_t start = word.front() == '(' ? 1 : 0;
    const std::string name = word.substr(start, word.find_first_of(":;.", start) - start);
    typed = name == "slieksnis" || name.starts_with("--") || (typed && names.contain(folded(name))) ||
            (word.ends_with(':') && names.contain(name));
    if (!typed) result += word + " ";
  }
  return result;
}

/// The line without the names of the interface that stand where names stand.
std::string sentence_of(std::string line, const interface_names& names) {
  const std::size_t bar = line.find_first_not_of(" 0123456789");
  if (bar != std::string::npos && line[bar] == '|') return {};  // the text that an error points into
  if (line.find("<(slieksnis") != std::string::npos || line.find(" | man ") != std::string::npos)
    return {};                                                           // an example for a shell
  if (line.starts_with("> ")) return {};                                 // what a person typed
  if (line == "true" || line == "false" || line == "[true]") return {};  // a value as FEEL writes it
  for (const char* before_names :
       {"vai domāts", "formula: ", "apmērs: ", "pienākas, ja: ", "angliski: ", "versiju nosaka: ",
        "viena no vērtībām: ", "kas no šī: ", "viens no: ", "iespējamās atslēgas: ", "gadījumam ",
        "noteikumi: ", "tabula, der pirmā rinda: ", "tabula, der viena rinda: ", "vieta: "}) {
    const std::size_t at = line.find(before_names);
    if (at == std::string::npos) continue;
    const std::size_t end = line.find("; atrasts:", at);
    line = line.substr(0, at) + (end == std::string::npos ? "" : line.substr(end));
  }
  line = without(line, "\"", "\"");
  line = without(line, "`", "`");
  if (line.find("case.expectation]") != std::string::npos) line = without(line, " (", ")");  // a case's name
  line = without(line, "<http", ">");
  if (line.find(" aiz -") != std::string::npos)
    line = without(line, "gaidīts:", " aiz ");  // what may be chosen
  line = without_commands(line, names);
  for (const char* before_name : {"vajadzīgs: ", "atrasts: ", "kāda no ", "aiz ", ""}) {
    const std::size_t found = line.find(before_name);
    if (found == std::string::npos) continue;
    const std::size_t at = line.find_first_not_of(" -*", found + std::string(before_name).size());
    if (at == std::string::npos) continue;
    const std::size_t end = std::min(line.find_first_of(" ;:,", at), line.size());
    if (names.contain(line.substr(at, end - at))) line.erase(at, end - at);
  }
  return line;
}

/// The English words of the product: those of the rules, and what the transcripts and sheets show.
std::set<std::string> english_words(const interface_names& names) {
  std::set<std::string> result;
  const auto add = [&](const std::string& text) {
    for (const std::string& line : lines_of(text))
      for (std::string& word : words_in(without(line, "\"", "\"")))
        if (!names.latvian(word)) result.insert(std::move(word));
  };
  const auto add_tree = [&](const auto& self, const json_node& node) -> void {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (node.kind == json_kind::object && node.keys[i].name == "en" &&
          node.items[i].kind == json_kind::text)
        add(std::string(node.items[i].text));
      self(self, node.items[i]);
    }
  };
  for (const embedded_file& file : embedded_rule_files()) {
    std::vector<error> errors;
    const auto tree =
        parse_json(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)), errors);
    if (tree) add_tree(add_tree, *tree);
  }
  for (const auto& file : files_in("examples/cases", ".en.txt")) add(golden::read(file));
  for (const command& one : all_commands()) {
    add(one.summary.en + "\n" + one.more.en);
    for (const option& known : one.options) add(known.help.en);
    for (const example& shown : one.examples) add(shown.what.en);
  }
  for (const char* kind : {"tests/errors/rules", "tests/errors/facts"})
    for (const auto& file : files_in(kind, ".expected"))
      for (const std::string& line : lines_of(golden::read(file))) {
        if (line.find("kļūda[") != std::string::npos) break;  // the Latvian half
        if (line.find(" | ") == std::string::npos) add(line);
      }
  return result;
}

class judge {
 public:
  judge() : english_(english_words(names_)) {
    for (const std::string& line : lines_of(golden::read("tests/help/latvian_words.txt")))
      if (!line.starts_with("#"))
        for (std::string& word : words_in(line)) english_.erase(word);
  }

  /// The English words of a line that should be Latvian.
  [[nodiscard]] std::vector<std::string> leftovers(const std::string& line) const {
    std::vector<std::string> found;
    for (std::string& word : words_in(sentence_of(line, names_)))
      if (english_.contains(word)) found.push_back(std::move(word));
    return found;
  }

  /// Each line with leftovers once, with them in front.
  void add(const std::string& text, std::set<std::string>& found) const {
    for (const std::string& line : lines_of(text)) {
      const auto words = leftovers(line);
      if (words.empty()) continue;
      std::string shown;
      for (const std::string& word : words) shown += word + " ";
      found.insert(shown + "<- " + line);
    }
  }

 private:
  interface_names names_;
  std::set<std::string> english_;
};

const judge& the_judge() {
  static const judge one;
  return one;
}

/// Strings of a JSON answer that are sentences.
/// What a drawing or page shows: no elements, no style.
std::string shown_of(const std::string& page) {
  std::string result;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t open = std::min(page.find('<', at), page.size());
    result += page.substr(at, open - at) + "\n";
    const bool style = page.compare(open, 6, "<style") == 0;
    const std::size_t end = style ? page.find("</style>", open) : page.find('>', open);
    at = std::min(end, page.size() - 1) + (style ? 8 : 1);
  }
  return result;
}

std::string sentences_of(const std::string& json) {
  std::vector<error> errors;
  const auto tree = parse_json(std::make_shared<source_text>("answer", json), errors);
  std::string result;
  const auto add = [&](const auto& self, const json_node& node, std::string_view key) -> void {
    static const std::set<std::string_view> of_people = {
        "title", "note", "question", "act", "article", "found", "decided", "reason", "assumptions", "text"};
    if (node.kind == json_kind::text && of_people.contains(key)) result += std::string(node.text) + "\n";
    for (std::size_t i = 0; i < node.items.size(); ++i)
      self(self, node.items[i], node.kind == json_kind::object ? std::string_view(node.keys[i].name) : key);
  };
  if (tree) add(add, *tree, "");
  return result;
}

TEST(latvian, has_no_english_in_any_transcript) {
  std::set<std::string> found;
  std::set<std::vector<std::string>> seen;
  int count = 0;
  for (const auto& file : files_in("tests/cli", ".test"))
    for (const auto& session : transcript::read(file)) {
      const auto call = transcript::parse(session.command);
      auto words = call.words;
      if (!call.output_to.empty() || call.reader_leaves) continue;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang" && i + 1 < words.size() && words[i + 1].size() == 2) words[i + 1] = "lv";
        if (words[i] == "--lang=en") words[i] = "--lang=lv";
      }
      std::string input;
      for (const std::string& line : session.input) input += line + "\n";
      auto key = words;
      key.push_back(input);
      if (!seen.insert(key).second) continue;
      const auto got = help_test::run(words, language::lv, input);
      the_judge().add(got.out.starts_with("{")   ? sentences_of(got.out)
                      : got.out.starts_with("<") ? shown_of(got.out)
                                                 : got.out,
                      found);
      the_judge().add(got.err, found);
      ++count;
    }
  EXPECT_GT(count, 100);
  EXPECT_TRUE(found.empty()) << joined(found);
}

TEST(latvian, has_no_english_in_any_error_of_a_file) {
  std::set<std::string> found;
  for (const char* kind : {"tests/errors/rules", "tests/errors/facts"})
    for (const auto& file : files_in(kind, ".expected")) {
      const std::string text = golden::read(file);
      const std::size_t latvian = text.find("kļūda[");
      ASSERT_NE(latvian, std::string::npos) << file;
      the_judge().add(text.substr(text.rfind('\n', latvian) + 1), found);
    }
  EXPECT_TRUE(found.empty()) << joined(found);
}

TEST(latvian, has_no_english_in_sheets_help_manual_and_lists) {
  std::set<std::string> found;
  for (const auto& file : files_in("examples/cases", ".lv.txt")) the_judge().add(golden::read(file), found);
  for (const command& one : all_commands())
    the_judge().add(help_test::run({"help", std::string(one.name)}, language::lv).out, found);
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"help"}, {"list"}, {"thresholds", "--on", "2026-02-01"}, {"reconcile"}, {"coverage"}})
    the_judge().add(help_test::run(words, language::lv).out, found);
  for (const std::string& line : lines_of(golden::read("cli/slieksnis.lv.1")))
    if (!line.starts_with(".") && !line.starts_with("\\fB") && !line.starts_with("$ "))
      the_judge().add(line, found);
  EXPECT_TRUE(found.empty()) << joined(found);
}

/// The rules' own Latvian texts, whether or not any command above has shown them.
TEST(latvian, has_no_english_in_the_rules) {
  std::set<std::string> found;
  const auto add = [&](const auto& self, const json_node& node) -> void {
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      if (node.kind == json_kind::object && node.keys[i].name == "lv" &&
          node.items[i].kind == json_kind::text)
        the_judge().add(std::string(node.items[i].text), found);
      self(self, node.items[i]);
    }
  };
  for (const embedded_file& file : embedded_rule_files()) {
    std::vector<error> errors;
    const auto tree =
        parse_json(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)), errors);
    ASSERT_TRUE(tree) << file.path;
    add(add, *tree);
  }
  EXPECT_TRUE(found.empty()) << joined(found);
}

/// The proof that a leftover would be found: put in among the Latvian, each English line is noticed.
TEST(latvian, would_notice_any_english_line_of_three_words) {
  std::vector<std::string> missed;
  int lines = 0;
  const auto check = [&](const std::string& text) {
    for (const std::string& line : lines_of(text)) {
      if (line.starts_with("      \"")) continue;
      const std::size_t source = line.find_first_not_of(" 0123456789");
      if (source != std::string::npos && (line[source] == '|' || line[source] == '[')) continue;
      const auto words = words_in(without(line, "\"", "\""));
      if (words.size() < 3 || line.find("slieksnis ") != std::string::npos) continue;
      ++lines;
      if (the_judge().leftovers(line).empty()) missed.push_back(line);
    }
  };
  for (const auto& file : files_in("examples/cases", ".en.txt")) check(golden::read(file));
  for (const command& one : all_commands())
    check(help_test::run({"help", std::string(one.name)}, language::en).out);
  EXPECT_GT(lines, 500);
  EXPECT_TRUE(missed.empty()) << joined({missed.begin(), missed.end()});
  EXPECT_THAT(the_judge().leftovers("  Ņemt vērā: the amount is rounded"), ::testing::Contains("amount"));
  EXPECT_THAT(the_judge().leftovers("  income – the income of the household"), ::testing::Contains("income"));
  EXPECT_THAT(the_judge().leftovers("GMI pabalsts: granted 187,00 EUR mēnesī"),
              ::testing::ElementsAre("granted"));
  EXPECT_THAT(the_judge().leftovers("GMI pabalsts: pienākas 187,00 EUR mēnesī"), IsEmpty());
}

}  // namespace
