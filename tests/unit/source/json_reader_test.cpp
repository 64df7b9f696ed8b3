// SPDX-License-Identifier: Apache-2.0
// RFC 8259 to the letter: what is JSON, what is not, and how that is told.
#include <gtest/gtest.h>

#include <slieksnis/source/json_tree.hpp>

#include "../support/codes.hpp"

namespace {

using namespace slieksnis;
using namespace std::string_literals;

struct outcome {
  std::optional<json_tree> tree;
  std::vector<error> errors;
};

outcome read(std::string bytes) {
  outcome result;
  result.tree = parse_json(std::make_shared<source_text>("a.json", std::move(bytes)), result.errors);
  EXPECT_NE(result.tree.has_value(), !result.errors.empty());
  return result;
}

std::string code_of(std::string bytes) { return codes_of(read(std::move(bytes)).errors); }

/// "line:column expected X; found Y" of the only error.
std::string complaint_of(std::string bytes) {
  const auto errors = read(std::move(bytes)).errors;
  if (errors.size() != 1) return std::to_string(errors.size()) + " errors";
  const error& one = errors.front();
  return std::to_string(one.at().line) + ":" + std::to_string(one.at().column) + " expected " +
         one.expected().en + "; found " + one.found().en;
}

TEST(json_reader, takes_every_number_of_the_grammar) {
  for (const char* number : {"0",
                             "-0",
                             "7",
                             "-12",
                             "10",
                             "0.5",
                             "-0.0",
                             "1.50",
                             "1e5",
                             "1E5",
                             "1e+5",
                             "1e-5",
                             "0e0",
                             "0.1e01",
                             "-1.5E-10",
                             "12345678901234567890123",
                             "3.0000000000000000001",
                             "1e400",
                             "-1e400",
                             "1e-400"}) {
    for (const std::string& text : {std::string(number), " " + std::string(number) + "\n"}) {
      const auto json = read(text);
      ASSERT_TRUE(json.tree) << number;
      EXPECT_EQ(json.tree->kind, json_kind::number);
      EXPECT_EQ(json.tree->text, number) << "as it is written";
    }
    EXPECT_EQ(code_of("[" + std::string(number) + "]"), "") << number;
  }
}

TEST(json_reader, refuses_every_other_number) {
  for (const char* number :
       {"01",  "-01",        "00",    "1.",   "-1.", ".5",       "-.5",       "+1",  "-",     "--1",
        "1e",  "1e+",        "1.e5",  "1.5e", "e5",  "0x10",     "1_000",     "1,5", "1 000", "1.2.3",
        "1-2", "2026-02-01", "12:30", "10%",  "NaN", "Infinity", "-Infinity", "٣",   "½"})
    EXPECT_EQ(code_of(number), "json.syntax") << number;
}

TEST(json_reader, takes_every_value_and_no_other_word) {
  for (const char* text :
       {"null", "true", "false", "\"\"", "[]", "{}", "[[],{}]", " [ ] ", "{ }", "[null,true]", "{\"\":\"\"}",
        "{\"a\":{\"a\":[{\"a\":1}]}}", "\r\n\t [\r1\t,\n2 ]"})
    EXPECT_EQ(code_of(text), "") << text;
  for (const char* text : {"nul", "nulL", "Null", "TRUE", "tru", "truee", "falsy", "nan", "undefined", "None",
                           "'a'", "a", "`a`", "“a”"})
    EXPECT_EQ(code_of(text), "json.syntax") << text;
}

TEST(json_reader, wants_each_comma_colon_and_bracket_once) {
  for (const char* text : {"[",          "]",
                           "{",          "}",
                           "[1",         "[1,",
                           "[1,]",       "[,1]",
                           "[,]",        "[1,,2]",
                           "[1 2]",      "[1:2]",
                           "[1}",        "{]",
                           "{\"a\"",     "{\"a\":",
                           "{\"a\":}",   "{\"a\":1",
                           "{\"a\":1,",  "{\"a\":1,}",
                           "{,}",        "{\"a\":1,,\"b\":2}",
                           "{\"a\"}",    "{\"a\",1}",
                           "{\"a\"::1}", "{\"a\":1 \"b\":2}",
                           "{\"a\":1]",  "{1:2}",
                           "{a:1}",      "{'a':1}",
                           "{null:1}",   "{[]:1}",
                           "[1]]",       "{}}",
                           "[][]",       "{} {}",
                           "1 2",        "[1],",
                           ",[1]",       "\"a\" \"b\"",
                           "[1;2]"})
    EXPECT_EQ(code_of(text), "json.syntax") << text;
}

TEST(json_reader, knows_no_comments_and_no_other_blanks) {
  for (const char* text : {"// x\n1", "1 // x", "/* x */ 1", "# x\n1", "[1, // x\n2]", "\v1", "\f1", "1\b",
                           "\xC2\xA0"
                           "1",
                           "1\xE2\x80\xA8",
                           "\xEF\xBB\xBF\xEF\xBB\xBF"
                           "1"})
    EXPECT_EQ(code_of(text), "json.syntax") << text;
  EXPECT_EQ(code_of("\xEF\xBB\xBF 1"), "") << "one byte order mark is passed over";
}

TEST(json_reader, refuses_an_empty_text) {
  for (const char* text : {"", " ", "\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"})
    EXPECT_EQ(read(text).errors.front().found().en, "the end of the text") << text;
}

TEST(json_reader, resolves_every_escape) {
  const auto text = [](const char* json) { return std::string(read(json).tree.value().text); };
  EXPECT_EQ(text(R"("\"\\\/\b\f\n\r\t")"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(text(R"("\u0041\u007f\u0080\u07FF\u0800\uFFFF")"),
            "A\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF");
  EXPECT_EQ(text(R"("\u0101\u010D\u00e9\u00E9")"), "āčéé");
  EXPECT_EQ(text(R"("\uD834\uDD1E\uD800\uDC00\udbff\udfff")"), "𝄞𐀀\xF4\x8F\xBF\xBF");
  EXPECT_EQ(text(R"("\u0000a")"), "\0a"s);
  EXPECT_EQ(text("\"\x7F\""), "\x7F") << "not among the control characters of JSON";
  EXPECT_EQ(read(R"({"\u0061\"": 1})").tree.value().keys[0].name, "a\"");
}

TEST(json_reader, refuses_every_other_escape) {
  for (const char* text :
       {R"("\q")",           R"("\a")",           R"("\'")",     R"("\x41")",         R"("\0")",
        R"("\N")",           R"("\U0041")",       R"("\ ")",     R"("\ā")",           "\"\\\n\"",
        R"("\u")",           R"("\u1")",          R"("\u12")",   R"("\u123")",        R"("\u123g")",
        R"("\u 123")",       R"("\u+123")",       R"("\uD834")", R"("\uD834x")",      R"("\uD834\n")",
        R"("\uD834\u0041")", R"("\uD834\uD834")", R"("\uDD1E")", R"("\uDD1E\uD834")", R"("\uD834\uDD1")",
        R"({"\q": 1})"})
    EXPECT_EQ(code_of(text), "json.syntax") << text;
}

TEST(json_reader, refuses_control_characters_and_texts_without_an_end) {
  for (char c = 0; c < 0x20; ++c) {
    EXPECT_EQ(code_of("\"" + std::string(1, c) + "\""), "json.syntax") << int{c};
    EXPECT_EQ(code_of("{\"a" + std::string(1, c) + "\": 1}"), "json.syntax") << int{c};
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    EXPECT_EQ(code_of("[1" + std::string(1, c) + "]"), blank ? "" : "json.syntax") << int{c};
    EXPECT_EQ(code_of("1" + std::string(1, c)), blank ? "" : "json.syntax") << int{c};
  }
  for (const char* text : {"\"", "\"x", "\"\\\"", "\"\\", "\"\\u", "[\"x]", "{\"x"})
    EXPECT_EQ(code_of(text), "json.syntax") << text;
}

TEST(json_reader, finds_the_end_of_a_text_of_any_length_at_any_place) {
  for (std::size_t before = 0; before < 10; ++before) {
    for (std::size_t length = 0; length < 40; ++length) {
      const std::string plain(length, 'x');
      const std::string blanks(before, ' ');
      EXPECT_EQ(read(blanks + "\"" + plain + "\"").tree.value().text, plain);
      EXPECT_EQ(read(blanks + "\"" + plain + "\\n" + plain + "\"").tree.value().text, plain + "\n" + plain);
      EXPECT_EQ(read(blanks + "\"" + plain + "ā\"").tree.value().text, plain + "ā");
      EXPECT_EQ(code_of(blanks + "\"" + plain + "\x1F" + plain + "\""), "json.syntax");
      EXPECT_EQ(code_of(blanks + "\"" + plain), "json.syntax");
    }
  }
}

TEST(json_reader, tells_equal_keys_in_small_and_large_objects) {
  for (const int size : {2, 5, 16, 17, 200}) {
    std::string members;
    for (int i = 0; i < size; ++i) members += "\"k" + std::to_string(i) + "\": 1, ";
    EXPECT_EQ(code_of("{" + members + "\"k\": 1}"), "") << size;
    EXPECT_EQ(code_of("{" + members + "\"k0\": 1}"), "json.duplicate_key") << size;
    EXPECT_EQ(code_of("{" + members + "\"\\u006b1\": 1, \"k0\": 2, \"k0\": 3}"),
              "json.duplicate_key json.duplicate_key json.duplicate_key")
        << size;
  }
}

TEST(json_reader, says_what_is_missing_where) {
  EXPECT_EQ(complaint_of("{\"a\": 1 \"b\": 2}"), "1:9 expected a comma or }; found \"b\"");
  EXPECT_EQ(complaint_of("[1 2]"), "1:4 expected a comma or ]; found \"2\"");
  EXPECT_EQ(complaint_of("[2026-02-01]"), "1:6 expected a comma or ]; found \"-02-01\"");
  EXPECT_EQ(complaint_of("{\"a\" 1}"), "1:6 expected a colon after the key; found \"1\"");
  EXPECT_EQ(complaint_of("{a: 1}"), "1:2 expected a key in quotes; found \"a\"");
  EXPECT_EQ(complaint_of("[01]"), "1:3 expected a comma or ]; found \"1\"");
  EXPECT_EQ(complaint_of("[.5]"), "1:2 expected a value; found \".5\"");
  EXPECT_EQ(complaint_of("[1]\n]"), "2:1 expected the end of the text; found \"]\"");
  EXPECT_EQ(complaint_of("{\"a\":\n"), "1:5 expected well-formed JSON; found the end of the text");
}

TEST(json_reader, says_what_is_wrong_inside_a_text) {
  EXPECT_EQ(complaint_of("[\"ab\ncd\"]"),
            "1:2 expected a quote at the end of the text; found the end of the line");
  EXPECT_EQ(complaint_of("[\"ab\tcd\"]"), "1:2 expected a quote at the end of the text; found a tab");
  EXPECT_EQ(complaint_of("[\"ab\x01\"]"),
            "1:2 expected a quote at the end of the text; found the control character U+0001");
  EXPECT_EQ(complaint_of("[\"ab]"), "1:2 expected a closing quote; found the end of the text");
  EXPECT_EQ(complaint_of("[\"ab\\"), "1:2 expected a closing quote; found the end of the text");
  EXPECT_EQ(complaint_of("[\"ab\\u00"), "1:2 expected a closing quote; found the end of the text");
  EXPECT_EQ(complaint_of(R"(["a\ā"])"), "1:4 expected one of \" \\ / b f n r t u after \\; found \"\\ā\"");
  EXPECT_EQ(complaint_of(R"(["C:\users"])"), "1:5 expected four hexadecimal digits after \\u; found \"\\u\"");
  EXPECT_EQ(complaint_of(R"(["\u12"])"), "1:3 expected four hexadecimal digits after \\u; found \"\\u12\"");
  EXPECT_EQ(complaint_of(R"(["a\uDD1E"])"),
            "1:4 expected \\uD800–\\uDBFF and right after it \\uDC00–\\uDFFF; found \"\\uDD1E\" without its "
            "other half");
}

TEST(json_reader, calls_a_zero_byte_by_its_name) {
  EXPECT_EQ(complaint_of("\0"s), "1:1 expected a value; found the control character U+0000");
  EXPECT_EQ(complaint_of("[1,\0]"s), "1:4 expected a value; found the control character U+0000");
  EXPECT_EQ(complaint_of("[1\0]"s), "1:3 expected a comma or ]; found the control character U+0000");
  EXPECT_EQ(complaint_of("{\0}"s), "1:2 expected a key in quotes; found the control character U+0000");
  EXPECT_EQ(complaint_of("1\0"s), "1:2 expected the end of the text; found the control character U+0000");
  EXPECT_EQ(complaint_of("\"a\0\""s),
            "1:1 expected a quote at the end of the text; found the control character U+0000");
}

}  // namespace
