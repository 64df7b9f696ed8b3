// SPDX-License-Identifier: Apache-2.0
#include "bad_rows.hpp"

#include <algorithm>
#include <utility>

#include "output.hpp"
#include "slieksnis/render/batch_summary.hpp"

namespace slieksnis::cli {

void tell_bad_rows(const batch_summary& sum, const command_line& line, const output& out) {
  constexpr std::size_t errors_shown = 20;
  const std::size_t shown = std::min(sum.first_errors.size(), errors_shown);
  if (shown == 0) return;
  const auto end = sum.first_errors.begin() + static_cast<std::ptrdiff_t>(shown);
  std::string text = unusable(std::vector<error>(sum.first_errors.begin(), end)).text(line.lang);
  if (sum.errors > shown) {
    const std::string more = grouped_digits(std::to_string(sum.errors - shown), line.lang);
    text += words{"\nvēl kļūdas: " + more + "\n", "\nfurther errors: " + more + "\n"}.in(line.lang);
  }
  out.complain(text + "\n");
}

}  // namespace slieksnis::cli
