// SPDX-License-Identifier: Apache-2.0
// The shape of the house: what may stand where, and which room may look into which.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "source_tree.hpp"

namespace {

using layout::findings;
using layout::fs::path;
using ::testing::IsEmpty;

const path root = "include/slieksnis";

/// The order in which a value travels. A stage includes itself and earlier ones.
const std::vector<std::string> stages = {"value", "source", "formula", "rule",
                                         "facts", "decide", "table",   "render"};

/// Headers without a unit test of their own name, and why.
const std::map<std::string, std::string> without_unit_test = {
    {"slieksnis.hpp", "lists the headers; the layout test reads it"},
    {"config.hpp", "two macros; the package tests compare the version"},
};

bool is_detail(const path& header) {
  return std::find(header.begin(), header.end(), path("detail")) != header.end();
}

bool is_front_door(const path& inside) { return inside == "lv.hpp" || *inside.begin() == "lv"; }

std::vector<path> library_files(const std::vector<std::string>& extensions) {
  return layout::files_under(root, extensions);
}

/// Headers a user may include, from include/slieksnis.
std::vector<path> public_headers() {
  std::vector<path> found;
  for (const auto& file : library_files({".hpp"})) {
    if (!is_detail(file)) found.push_back(file.lexically_relative(root));
  }
  return found;
}

/// Where an include line leads inside the library, from include/slieksnis; empty when it leads elsewhere.
path inside_library(const path& file, const layout::include_line& line) {
  if (line.quoted) {
    const auto near = (file.parent_path() / line.name).lexically_normal();
    if (exists(layout::project() / near)) return near.lexically_relative(root);
  }
  return line.name.starts_with("slieksnis/") ? path(line.name).lexically_relative("slieksnis") : path();
}

std::string at(const path& file, int line) { return file.string() + ":" + std::to_string(line) + ": "; }

TEST(layout, the_top_level_has_only_the_agreed_entries) {
  const std::set<std::string> agreed = {"CMakeLists.txt",
                                        "CMakePresets.json",
                                        "README.md",
                                        "LICENSE",
                                        "include",
                                        "src",
                                        "cli",
                                        "rules",
                                        "tests",
                                        "examples",
                                        "build",
                                        "CMakeUserPresets.json"};
  findings wrong;
  for (const auto& entry : layout::fs::directory_iterator(layout::project())) {
    const auto name = entry.path().filename().string();
    if (!name.starts_with('.') && !agreed.contains(name)) wrong.push_back(name);
  }
  EXPECT_THAT(wrong, IsEmpty()) << layout::joined(wrong);
}

TEST(layout, every_folder_of_the_library_is_a_stage) {
  findings wrong;
  for (const auto& entry : layout::fs::directory_iterator(layout::project() / root)) {
    const auto name = entry.path().filename().string();
    const bool known = std::find(stages.begin(), stages.end(), name) != stages.end() || name == "lv";
    if (entry.is_directory() && !known) wrong.push_back(name);
  }
  EXPECT_THAT(wrong, IsEmpty()) << layout::joined(wrong);
}

TEST(layout, the_umbrella_includes_every_public_header) {
  const auto umbrella = layout::read_source(root / "slieksnis.hpp");
  std::set<path> included;
  for (const auto& line : umbrella.includes) included.insert(inside_library(umbrella.path, line));
  findings missing;
  for (const auto& header : public_headers()) {
    if (header == "slieksnis.hpp" || is_front_door(header)) continue;
    if (!included.contains(header)) missing.push_back(header.string());
  }
  EXPECT_THAT(missing, IsEmpty()) << "add to slieksnis.hpp:" << layout::joined(missing);
}

TEST(layout, a_stage_includes_only_itself_and_earlier_stages) {
  const auto order = [](const path& inside) {
    return std::find(stages.begin(), stages.end(), inside.begin()->string()) - stages.begin();
  };
  const auto past_all = static_cast<std::ptrdiff_t>(stages.size());
  findings wrong;
  for (const auto& file : library_files({".hpp", ".ipp"})) {
    const auto own = order(file.lexically_relative(root));
    if (own == past_all) continue;  // the umbrella and the front door stand before all stages
    const auto source = layout::read_source(file);
    for (const auto& line : source.includes) {
      const auto inside = inside_library(file, line);
      if (inside.empty() || inside == "config.hpp" || order(inside) <= own) continue;
      wrong.push_back(at(file, line.line) + "includes " + inside.string());
    }
  }
  EXPECT_THAT(wrong, IsEmpty()) << layout::joined(wrong);
}

TEST(layout, every_include_of_the_library_leads_to_a_file) {
  findings wrong;
  for (const auto& file : library_files({".hpp", ".ipp"})) {
    const auto source = layout::read_source(file);
    for (const auto& line : source.includes) {
      const auto inside = inside_library(file, line);
      if (line.quoted && inside.empty()) wrong.push_back(at(file, line.line) + line.name);
      if (!inside.empty() && !exists(layout::project() / root / inside)) {
        wrong.push_back(at(file, line.line) + line.name);
      }
    }
  }
  EXPECT_THAT(wrong, IsEmpty()) << layout::joined(wrong);
}

TEST(layout, no_header_includes_a_third_party) {
  findings wrong;
  for (const auto& file : library_files({".hpp"})) {
    const auto source = layout::read_source(file);
    for (const auto& line : source.includes) {
      for (const char* folder : {"boost/", "fmt/", "nlohmann/", "CLI/"}) {
        if (line.name.starts_with(folder)) wrong.push_back(at(file, line.line) + line.name);
      }
    }
  }
  EXPECT_THAT(wrong, IsEmpty()) << "third parties belong in .ipp files:" << layout::joined(wrong);
}

TEST(layout, the_library_has_no_binary_floating_point) {
  findings wrong;
  for (const auto& file : library_files({".hpp", ".ipp"})) {
    const auto source = layout::read_source(file);
    for (const auto& found : source.words) {
      if (found.text != "double" && found.text != "float") continue;
      const auto& line = source.lines[static_cast<std::size_t>(found.line) - 1];
      const bool forbids = line.find("= delete") != std::string::npos;  // f(double) = delete; keeps it out
      if (!forbids) wrong.push_back(at(file, found.line) + found.text);
    }
  }
  EXPECT_THAT(wrong, IsEmpty()) << layout::joined(wrong);
}

TEST(layout, the_compiled_variant_has_every_body_once) {
  std::multiset<path> compiled;
  for (const auto& file : layout::files_under("src", {".cpp"})) {
    for (const auto& line : layout::read_source(file).includes) compiled.insert(inside_library(file, line));
  }
  findings wrong;
  for (const auto& file : library_files({".ipp"})) {
    const auto body = file.lexically_relative(root);
    const auto times = compiled.count(body);
    if (times != 1) wrong.push_back(body.string() + ": " + std::to_string(times) + " times");
  }
  EXPECT_THAT(wrong, IsEmpty()) << "src/slieksnis.cpp (for lv.ipp: src/lv.cpp) includes each once:"
                                << layout::joined(wrong);
}

TEST(layout, every_body_is_reached_in_the_header_only_variant) {
  std::set<path> included;
  for (const auto& file : library_files({".hpp", ".ipp"})) {
    for (const auto& line : layout::read_source(file).includes) included.insert(inside_library(file, line));
  }
  findings wrong;
  for (const auto& file : library_files({".ipp"})) {
    if (!included.contains(file.lexically_relative(root))) wrong.push_back(file.string());
  }
  EXPECT_THAT(wrong, IsEmpty()) << "no header ends by including:" << layout::joined(wrong);
}

TEST(layout, every_file_of_the_library_is_read_once) {
  findings wrong;
  for (const auto& file : library_files({".hpp", ".ipp"})) {
    const auto lines = layout::read_lines(file);
    if (std::find(lines.begin(), lines.end(), "#pragma once") == lines.end()) wrong.push_back(file.string());
  }
  EXPECT_THAT(wrong, IsEmpty()) << "#pragma once is missing:" << layout::joined(wrong);
}

TEST(layout, every_public_header_has_a_unit_test) {
  findings missing;
  for (const auto& header : public_headers()) {
    if (without_unit_test.contains(header.generic_string())) continue;
    const auto folder = header.has_parent_path() ? header.parent_path() : path(header.stem());
    const auto test = path("tests/unit") / folder / (header.stem().string() + "_test.cpp");
    if (!exists(layout::project() / test)) missing.push_back(test.string());
  }
  EXPECT_THAT(missing, IsEmpty()) << "write, or exempt with a reason in this file:"
                                  << layout::joined(missing);
}

TEST(layout, the_list_of_exempt_headers_is_current) {
  findings gone;
  for (const auto& [header, reason] : without_unit_test) {
    if (!exists(layout::project() / root / header)) gone.push_back(header);
  }
  EXPECT_THAT(gone, IsEmpty()) << layout::joined(gone);
}

TEST(layout, files_stay_small_enough_to_read) {
  constexpr std::size_t limit = 450;
  findings wrong;
  for (const char* folder : {"include", "src", "cli", "tests", "examples"}) {
    for (const auto& file :
         layout::files_under(folder, {".hpp", ".ipp", ".cpp", ".cmake", ".txt", ".sh", ".py"})) {
      const auto count = layout::read_lines(file).size();
      if (count > limit) wrong.push_back(file.string() + ": " + std::to_string(count) + " lines, split it");
    }
  }
  EXPECT_THAT(wrong, IsEmpty()) << layout::joined(wrong);
}

TEST(layout, no_tabs) {
  findings wrong;
  const auto check = [&wrong](const path& file) {
    int number = 0;
    for (const auto& line : layout::read_lines(file)) {
      ++number;
      if (line.find('\t') != std::string::npos) wrong.push_back(at(file, number) + "tab");
    }
  };
  for (const char* file : {"CMakeLists.txt", "CMakePresets.json"}) check(file);
  for (const char* folder : {"include", "src", "cli", "tests", "examples"}) {
    for (const auto& file :
         layout::files_under(folder, {".hpp", ".ipp", ".cpp", ".cmake", ".in", ".sh", ".py"}))
      check(file);
  }
  for (const auto& file : layout::files_under("rules", {".json", ".md"})) check(file);
  EXPECT_THAT(wrong, IsEmpty()) << layout::joined(wrong);
}

}  // namespace
