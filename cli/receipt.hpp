// SPDX-License-Identifier: Apache-2.0
/// \file Receipts read back, recomputed and compared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "slieksnis/facts/load_facts.hpp"
#include "slieksnis/render/answer.hpp"

namespace slieksnis::cli {

/// What a receipt records; the tree holds the recorded answer.
struct recorded_receipt {
  source_pointer text;
  json_tree tree;
  provenance made;
  language lang = language::en;
  bool explain = false;
  date on;
  std::vector<std::size_t> wanted;
  facts stated;

  [[nodiscard]] const json_node& answer() const { return *tree.find("answer"); }
};

/// Throws `unusable` with every error of the text.
[[nodiscard]] recorded_receipt read_receipt(const rule_book& book, const source_pointer& text);

/// The first place where two answers differ.
struct receipt_difference {
  std::string pointer;   ///< in the receipt
  span where;            ///< of what is recorded, or of what it is missing from
  std::string recorded;  ///< as JSON; empty when there is none
  std::string computed;
};

/// What is compared. With other rules or another program the way to a result may be another one, or be told
/// in other words; then only the results have to be the same.
enum class comparison { everything, results };

/// The first difference of the recorded answer from the computed one (JSON both); nothing when there is none.
[[nodiscard]] std::optional<receipt_difference> first_difference(const recorded_receipt& recorded,
                                                                 const source_pointer& computed,
                                                                 comparison what);

}  // namespace slieksnis::cli
