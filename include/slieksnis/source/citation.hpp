// SPDX-License-Identifier: Apache-2.0
/// \file Where a figure or a formula comes from.
#pragma once

#include <optional>
#include <string>

#include "../value/date.hpp"
#include "../value/words.hpp"

namespace slieksnis {
inline namespace v0 {

/// One source: an act with its article, or the page that published a figure.
struct citation {
  std::string id;
  words act;
  words article;                ///< empty when the source is a page rather than an act
  std::optional<date> edition;  ///< the day of the edition or publication, when it is known
  std::string address;
  std::string kind;  ///< law, regulation, official, municipal, press or report

  /// `Sociālo pakalpojumu un sociālās palīdzības likums, 33. panta otrā daļa`.
  [[nodiscard]] std::string name(language lang) const {
    return article.empty() ? act.in(lang) : act.in(lang) + ", " + article.in(lang);
  }
};

/// How well a figure is supported. Anything below high carries a note that the user sees.
enum class confidence { high, medium, low };

}  // namespace v0
}  // namespace slieksnis
