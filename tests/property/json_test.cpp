// SPDX-License-Identifier: Apache-2.0
// The reader of JSON beside the package that writes it: two readers, one grammar.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <slieksnis/source/json_tree.hpp>

namespace {

using namespace slieksnis;

rc::Gen<std::string> json_text() {
  return rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
      {{8, rc::gen::inRange('a', 'z')},
       {1, rc::gen::element('"', '\\', '/', '\n', '\t', '{', ',', ':', ']', ' ')}}));
}

nlohmann::json random_json(int depth) {
  const int kind = *rc::gen::inRange(0, depth > 0 ? 7 : 5);
  switch (kind) {
    case 0:
      return nullptr;
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return *rc::gen::arbitrary<std::int64_t>();
    case 3: {
      std::string pieces;
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        pieces += *rc::gen::element<std::string>("ā", "𝄞", "\u2028", "\x01", "\"", "\\u0041", "x", "/");
      return pieces;
    }
    case 4:
      return *json_text();
    case 5: {
      auto list = nlohmann::json::array();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) list.push_back(random_json(depth - 1));
      return list;
    }
    default: {
      auto object = nlohmann::json::object();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) object[*json_text()] = random_json(depth - 1);
      return object;
    }
  }
}

/// Every value's span really is that value: reading it alone gives the same.
void same_everywhere(const source_text& source, const json_node& node, const nlohmann::json& expected) {
  const std::string part(source.bytes().substr(node.where.begin, node.where.end - node.where.begin));
  RC_ASSERT(nlohmann::json::parse(part) == expected);
  if (node.kind == json_kind::text) {
    RC_ASSERT(node.text == expected.get<std::string>());
    for (std::size_t offset = 0; offset < node.text.size(); ++offset) {
      if ((static_cast<unsigned char>(node.text[offset]) & 0xC0U) == 0x80U) continue;  // inside a character
      const std::size_t at = offset_in_source(source, node, offset);
      RC_ASSERT(at > node.where.begin && at < node.where.end);
      const std::string rest = "\"" + std::string(source.bytes().substr(at, node.where.end - at));
      RC_ASSERT(nlohmann::json::parse(rest).get<std::string>() == node.text.substr(offset));
    }
  }
  RC_ASSERT(node.keys.size() == (node.kind == json_kind::object ? expected.size() : 0));
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (node.kind == json_kind::list) {
      same_everywhere(source, node.items[i], expected[i]);
      continue;
    }
    const auto& key = node.keys[i];
    RC_ASSERT(nlohmann::json::parse(source.bytes().substr(key.where.begin, key.where.end - key.where.begin))
                  .get<std::string>() == key.name);
    same_everywhere(source, node.items[i], expected[key.name]);
  }
}

RC_GTEST_PROP(json_property, keeps_the_place_of_every_value_and_character, ()) {
  const auto json = random_json(4);
  const int indent = *rc::gen::inRange(-1, 5);
  const bool ascii = *rc::gen::arbitrary<bool>();  // everything else as \u escapes
  const source_pointer source = std::make_shared<source_text>("a.json", json.dump(indent, ' ', ascii));
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  RC_ASSERT(tree.has_value());
  RC_ASSERT(errors.empty());
  same_everywhere(*source, *tree, json);
}

/// JSON with a few slips, some of which leave it JSON.
std::string damaged_json() {
  const auto json = nlohmann::json::array({random_json(4), random_json(3), random_json(2)});
  std::string bytes = json.dump(*rc::gen::inRange(-1, 3), ' ', *rc::gen::arbitrary<bool>());
  for (int i = *rc::gen::inRange(0, 4); i > 0 && !bytes.empty(); --i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        bytes.erase(at, 1);
        break;
      case 1:
        bytes[at] = *rc::gen::arbitrary<char>();
        break;
      default:
        bytes.insert(at, 1, *rc::gen::element('"', '{', '}', '[', ']', ',', ':', '\\', '\xC4', '\0'));
    }
  }
  return bytes;
}

/// Pieces of JSON one after another: mostly not JSON, often nearly.
std::string json_soup() {
  static const std::vector<std::string> pieces{"{",
                                               "}",
                                               "[",
                                               "]",
                                               ",",
                                               ":",
                                               "\"",
                                               "\"a\"",
                                               "\"a\":",
                                               "\"\"",
                                               "\\",
                                               "\\u",
                                               "00",
                                               "0",
                                               "1",
                                               "-",
                                               "+",
                                               ".",
                                               "e",
                                               "E5",
                                               "1.5",
                                               "-0",
                                               "12",
                                               "1e400",
                                               "t",
                                               "tru",
                                               "true",
                                               "false",
                                               "null",
                                               "/",
                                               "\\n",
                                               "\\u0101",
                                               "\\uD834",
                                               "\\uDD1E",
                                               "\\/",
                                               "'",
                                               "ā",
                                               "𝄞",
                                               "\xC4",
                                               "\xFF",
                                               "\n",
                                               "\t",
                                               " ",
                                               "\r",
                                               "\v",
                                               "\x7F",
                                               "\xEF\xBB\xBF",
                                               "[0]",
                                               "[{}",
                                               "{\"\":"};
  std::string result;
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) result += *rc::gen::elementOf(pieces);
  return result;
}

void same_verdict(const std::string& bytes) {
  const source_pointer source = std::make_shared<source_text>("a.json", bytes);
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  RC_ASSERT(tree.has_value() == errors.empty());
  for (const auto& one : errors) {
    RC_ASSERT(one.at().line >= 1U);
    RC_ASSERT(is_utf8(one.text(language::lv)));
  }

  const auto has = [&](error_code code) {
    return std::any_of(errors.begin(), errors.end(), [&](const error& one) { return one.code() == code; });
  };
  if (has(error_code::json_depth)) return;  // only ours is limited
  const bool ours = !has(error_code::json_syntax) && !has(error_code::json_encoding);
  if (bytes.find('\0') != std::string::npos) {  // the package takes a zero byte for the end
    RC_ASSERT(!ours);
    return;
  }
  bool theirs = true;
  nlohmann::json expected;
  try {
    expected = nlohmann::json::parse(bytes);
  } catch (const nlohmann::json::out_of_range&) {
    return;  // JSON so far, but no number for the package, which computes with it
  } catch (const nlohmann::json::parse_error&) {
    theirs = false;
  }
  RC_ASSERT(ours == theirs);
  if (tree) same_everywhere(*source, *tree, expected);  // with equal keys there is none
}

RC_GTEST_PROP(json_property, agrees_with_the_package_on_what_is_json, ()) {
  for (int i = 0; i < 20; ++i)
    same_verdict(*rc::gen::oneOf(rc::gen::exec(damaged_json), rc::gen::exec(json_soup)));
}

}  // namespace
