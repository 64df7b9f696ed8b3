// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <utility>

#include "slieksnis/source/error.hpp"
#include "study_request.hpp"

namespace slieksnis::cli {
namespace {

/// More parts than this would be households rather than groups.
constexpr std::size_t most_parts = 1000;

void wrong_group(const command_line& line, const std::string& text, words expected, words hint,
                 std::vector<error>& errors) {
  line.wrong(errors, error_code::command_argument,
             {std::move(expected), same(in_quotes("--by " + text)), std::move(hint)});
}

std::optional<grouping> by_parts(const command_line& line, const std::string& text, std::size_t slash,
                                 std::vector<error>& errors) {
  grouping result;
  result.name = text.substr(0, slash);
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + slash + 1, end, result.parts);
  if (read.ec == std::errc() && read.ptr == end && result.parts >= 2 && result.parts <= most_parts)
    return result;
  const std::string most = std::to_string(most_parts);
  wrong_group(line, text,
              {"daļu skaits no 2 līdz " + most + " aiz /", "from 2 to " + most + " parts after /"},
              same("--by income/10"), errors);
  return std::nullopt;
}

std::optional<grouping> by_classes(const command_line& line, const std::string& text, std::size_t equals,
                                   std::vector<error>& errors) {
  grouping result;
  result.name = text.substr(0, equals);
  for (std::size_t begin = equals + 1; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const auto bound = parse_decimal(text.substr(begin, comma - begin));
    if (!bound || (!result.bounds.empty() && rational(*bound) <= result.bounds.back())) {
      wrong_group(line, text,
                  {"augošas robežas ar komatiem starp tām un decimālpunktu",
                   "rising bounds with commas between them and decimal points"},
                  {"--by ienakumi=0,250.50,500", "--by income=0,250.50,500"}, errors);
      return std::nullopt;
    }
    result.bounds.emplace_back(*bound);
    begin = comma + 1;
  }
  return result;
}

std::optional<grouping> read_group(const command_line& line, const std::string& text,
                                   std::vector<error>& errors) {
  for (const std::string_view mark : {"column:", "kolonna:"}) {
    if (!text.starts_with(mark)) continue;
    if (text.size() > mark.size()) return grouping{text.substr(mark.size()), true, {}, 0};
    wrong_group(line, text, {"kolonnas virsraksts aiz column:", "the header of a column after column:"}, {},
                errors);
    return std::nullopt;
  }
  if (const std::size_t equals = text.find('='); equals != std::string::npos && equals > 0)
    return by_classes(line, text, equals, errors);
  if (const std::size_t slash = text.find('/'); slash != std::string::npos && slash > 0)
    return by_parts(line, text, slash, errors);
  return grouping{text, false, {}, 0};
}

}  // namespace

std::vector<grouping> groups_asked(const command_line& line, std::vector<error>& errors) {
  std::vector<grouping> result;
  for (const loose_word& word : line.rest) {
    if (!word.is_option || word.text != "--by" || word.value == "none") continue;
    if (auto one = read_group(line, word.value.value_or(""), errors)) result.push_back(std::move(*one));
  }
  return result;
}

std::vector<grouping> usual_groups(const rule_book& book, bool of_persons) {
  std::vector<grouping> result;
  const auto add = [&](grouping one) {
    if (book.find(one.name)) result.push_back(std::move(one));
  };
  add({"composition", false, {}, 0});
  add({"municipality", false, {}, 0});
  add({"members", false, {}, 0});
  // Age groups as official statistics of income have them.
  if (of_persons)
    add({"age", false, {rational(18), rational(25), rational(50), rational(65), rational(75)}, 0});
  add({"income", false, {}, 10});
  return result;
}

}  // namespace slieksnis::cli
