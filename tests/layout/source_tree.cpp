// SPDX-License-Identifier: Apache-2.0
#include "source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace layout {
namespace {

bool starts_word(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Just enough of C++'s lexical grammar to tell words from comments, text and numbers.
class word_reader {
 public:
  explicit word_reader(std::string_view text) : text_(text) {}

  std::vector<word> read() {
    while (at_ < text_.size()) step();
    return std::move(words_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (rest().starts_with("//")) {
      skip_to("\n");
    } else if (rest().starts_with("/*")) {
      at_ += 2;
      skip_past("*/");
    } else if (c == '"' || c == '\'') {
      skip_quoted(c);
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      while (at_ < text_.size() && (in_word(text_[at_]) || text_[at_] == '.' || text_[at_] == '\'')) ++at_;
    } else if (starts_word(c)) {
      take_word();
    } else {
      line_ += c == '\n' ? 1 : 0;
      ++at_;
    }
  }

  void take_word() {
    const auto from = at_;
    while (at_ < text_.size() && in_word(text_[at_])) ++at_;
    const auto found = text_.substr(from, at_ - from);
    if (found.ends_with('R') && rest().starts_with('"')) {  // R"x( ... )x"
      const auto open = text_.find('(', at_);
      const std::string close = ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
      skip_past(close);
    } else {
      words_.push_back({line_, std::string(found)});
    }
  }

  void skip_quoted(char quote) {
    for (++at_; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    if (at_ < text_.size() && text_[at_] == quote) ++at_;
  }

  void skip_to(std::string_view mark) {
    const auto found = std::min(text_.find(mark, at_), text_.size());
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(found), '\n'));
    at_ = found;
  }

  void skip_past(std::string_view mark) {
    skip_to(mark);
    at_ = std::min(at_ + mark.size(), text_.size());
  }

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<word> words_;
};

}  // namespace

fs::path project() { return SLIEKSNIS_SOURCE_DIR; }

std::vector<std::string> read_lines(const fs::path& path) {
  std::ifstream in(project() / path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

source_file read_source(const fs::path& path) {
  static const std::regex pattern(R"rx(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)rx");
  source_file file{path, read_lines(path), {}, {}};
  std::string code;
  int number = 0;
  for (const auto& line : file.lines) {
    ++number;
    std::smatch match;
    if (std::regex_match(line, match, pattern)) {
      file.includes.push_back({number, match[2], match[1] == "\""});
    } else {
      code += line;
    }
    code += '\n';
  }
  file.words = word_reader(code).read();
  return file;
}

std::vector<fs::path> files_under(const fs::path& folder, const std::vector<std::string>& extensions) {
  std::vector<fs::path> found;
  if (!fs::is_directory(project() / folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(project() / folder)) {
    const auto extension = entry.path().extension().string();
    if (entry.is_regular_file() &&
        std::find(extensions.begin(), extensions.end(), extension) != extensions.end()) {
      found.push_back(fs::relative(entry.path(), project()));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string joined(const findings& all) {
  std::string text;
  for (const auto& one : all) text += "\n  " + one;
  return text;
}

}  // namespace layout
