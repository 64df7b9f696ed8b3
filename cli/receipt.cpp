// SPDX-License-Identifier: Apache-2.0
#include "receipt.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "case_names.hpp"
#include "slieksnis/source/object_reader.hpp"

namespace slieksnis::cli {
namespace {

/// Members that make up the result: who gets what, and what has to be known. The others tell the way to it.
bool is_result(std::string_view member) {
  constexpr std::array<std::string_view, 12> members{"on",   "on_is_today", "decisions", "totals",
                                                     "id",   "person",      "outcome",   "amount",
                                                     "unit", "paid",        "needs",     "amount_between"};
  return std::find(members.begin(), members.end(), member) != members.end();
}

std::string as_json(const source_text& source, const json_node& node) {
  return std::string(source.bytes().substr(node.where.begin, node.where.end - node.where.begin));
}

/// Walks two trees side by side, in the order of the recorded one.
class tree_comparison {
 public:
  tree_comparison(const source_text& recorded, const source_text& computed, comparison what)
      : recorded_(recorded), computed_(computed), what_(what) {}

  std::optional<receipt_difference> compare(const json_node& recorded, const json_node& computed,
                                            const std::string& pointer) const {
    const bool differ = recorded.kind != computed.kind ||
                        (recorded.items.empty() && computed.items.empty() && recorded.text != computed.text);
    if (differ) return different(recorded, &recorded, &computed, pointer);
    return recorded.kind == json_kind::object ? compare_objects(recorded, computed, pointer)
                                              : compare_lists(recorded, computed, pointer);
  }

 private:
  [[nodiscard]] std::optional<receipt_difference> compare_objects(const json_node& recorded,
                                                                  const json_node& computed,
                                                                  const std::string& pointer) const {
    const bool results = what_ == comparison::results;
    for (std::size_t i = 0; i < recorded.keys.size(); ++i) {
      const std::string_view name = recorded.keys[i].name;
      if (results && !is_result(name)) continue;
      const std::string inside = pointer + "/" + std::string(name);
      const json_node* other = computed.find(name);
      if (other == nullptr) return different(recorded.items[i], &recorded.items[i], nullptr, inside);
      if (auto found = compare(recorded.items[i], *other, inside)) return found;
    }
    for (std::size_t i = 0; i < computed.keys.size(); ++i) {
      const std::string_view name = computed.keys[i].name;
      if ((results && !is_result(name)) || recorded.find(name) != nullptr) continue;
      return different(recorded, nullptr, &computed.items[i], pointer + "/" + std::string(name));
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<receipt_difference> compare_lists(const json_node& recorded,
                                                                const json_node& computed,
                                                                const std::string& pointer) const {
    const std::size_t both = std::min(recorded.items.size(), computed.items.size());
    for (std::size_t i = 0; i < both; ++i)
      if (auto found = compare(recorded.items[i], computed.items[i], pointer + "/" + std::to_string(i)))
        return found;
    const std::string next = pointer + "/" + std::to_string(both);
    if (recorded.items.size() > both)
      return different(recorded.items[both], &recorded.items[both], nullptr, next);
    if (computed.items.size() > both) return different(recorded, nullptr, &computed.items[both], next);
    return std::nullopt;
  }

  [[nodiscard]] receipt_difference different(const json_node& place, const json_node* recorded,
                                             const json_node* computed, const std::string& pointer) const {
    // A missing member is shown at the bracket that it is missing behind.
    const span where = recorded != nullptr ? place.where : span{place.where.begin, place.where.begin + 1};
    return {pointer, where, recorded == nullptr ? "" : as_json(recorded_, *recorded),
            computed == nullptr ? "" : as_json(computed_, *computed)};
  }

  const source_text& recorded_;
  const source_text& computed_;
  comparison what_;
};

/// Reads the members of a receipt.
class receipt_reader {
 public:
  receipt_reader(const rule_book& book, const source_pointer& text) : book_(book), text_(text) {}

  recorded_receipt read() {
    std::optional<json_tree> tree = parse_json(text_, errors_);
    if (!tree) throw unusable(std::move(errors_));
    recorded_receipt result{text_, *tree, {}, language::en, false, {}, {}, facts(book_)};
    object_reader object({text_, result.tree, {}, errors_},
                         {error_code::receipt_kind, error_code::receipt_kind, error_code::receipt_kind});
    check_version(object);
    result.made.program = object.text("program", true).value_or("");
    result.made.rules = object.text("rules", true).value_or("");
    if (const auto day = object.optional("calculated"))
      result.made.calculated = read_day(day->node.text, day->at(), errors_);
    if (const auto lang = object.required("language")) {
      result.lang = lang->node.text == "lv" ? language::lv : language::en;
      if (lang->node.text != "lv" && lang->node.text != "en")
        lang->wrong_kind(error_code::receipt_kind, {"\"lv\" vai \"en\"", "\"lv\" or \"en\""});
    }
    result.explain = object.flag("explain");
    if (const auto names = object.required("wanted")) result.wanted = read_wanted(*names);
    if (const auto stated = object.required("facts")) {
      case_file read = read_facts(book_, text_, stated->node, "/facts", errors_);
      if (read.on) result.on = *read.on;
      if (!read.on && errors_.empty())
        stated->wrong(error_code::receipt_kind,
                      {{"diena \"on\"", "the day \"on\""}, {"fakti bez tās", "facts without it"}, {}});
      result.stated = std::move(read.stated);
    }
    if (const auto answer = object.required("answer"))
      if (answer->node.kind != json_kind::object)
        answer->wrong_kind(error_code::receipt_kind, {"objekts", "an object"});
    object.finish();
    if (errors_.empty()) check_facts_on(result.stated, result.on, errors_);
    if (!errors_.empty()) throw unusable(std::move(errors_));
    return result;
  }

 private:
  /// Another file, or a receipt whose members may mean something else, is one error.
  void check_version(object_reader& object) {
    if (!object.is_object()) throw unusable(std::move(errors_));
    const auto version = object.optional("receipt");
    const json_value& all = object.value();
    if (!version)
      all.wrong_kind(error_code::receipt_kind, {"pieraksts, ko izveido slieksnis calc … --receipt FAILS",
                                                "a receipt that slieksnis calc … --receipt FILE makes"});
    else if (version->node.kind != json_kind::number || version->node.text != "1")
      version->wrong_kind(
          error_code::receipt_kind, {"pieraksta veids 1", "a receipt of version 1"},
          {"jaunākus pierakstus lasa jaunāka programma", "a later program reads later receipts"});
    if (!errors_.empty()) throw unusable(std::move(errors_));
  }

  std::vector<std::size_t> read_wanted(const json_value& names) {
    std::vector<std::size_t> result;
    if (names.node.kind != json_kind::list) {
      names.wrong_kind(error_code::receipt_kind, {"saraksts", "a list"});
      return result;
    }
    for (std::size_t i = 0; i < names.node.items.size(); ++i) {
      const json_value name = names.item(i);
      const auto id = name.node.kind == json_kind::text ? book_.find(name.node.text) : std::nullopt;
      if (id && book_.at(*id).is_decided())
        result.push_back(*id);
      else
        name.wrong_kind(error_code::receipt_kind, {"pabalsts vai statuss", "a benefit or status"},
                        {"šajos noteikumos tāda nav", "these rules have no such one"});
    }
    return result;
  }

  const rule_book& book_;
  const source_pointer& text_;
  std::vector<error> errors_;
};

}  // namespace

recorded_receipt read_receipt(const rule_book& book, const source_pointer& text) {
  return receipt_reader(book, text).read();
}

std::optional<receipt_difference> first_difference(const recorded_receipt& recorded,
                                                   const source_pointer& computed, comparison what) {
  std::vector<error> errors;
  const auto tree = parse_json(computed, errors);
  if (!tree) throw unusable(std::move(errors));
  return tree_comparison(*recorded.text, *computed, what).compare(recorded.answer(), *tree, "/answer");
}

}  // namespace slieksnis::cli
