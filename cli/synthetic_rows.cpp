// SPDX-License-Identifier: Apache-2.0
#include "synthetic_rows.hpp"

#include <algorithm>

namespace slieksnis::cli {

synthetic_rows::synthetic_rows(std::uint64_t seed, date on, std::uint64_t households)
    : made_(seed, on), left_(households), ahead_(rows_.head()) {}

std::size_t synthetic_rows::read(std::span<char> into) {
  constexpr std::size_t piece = std::size_t{1} << 16;
  if (taken_ == ahead_.size()) {
    ahead_.clear();
    taken_ = 0;
    for (; left_ > 0 && ahead_.size() < piece; --left_) rows_.append(made_.next(), ahead_);
  }
  const std::size_t count = std::min(into.size(), ahead_.size() - taken_);
  std::copy_n(ahead_.begin() + static_cast<std::ptrdiff_t>(taken_), count, into.begin());
  taken_ += count;
  return count;
}

std::vector<std::string> synthetic_notes(std::uint64_t seed, language lang) {
  const std::string number = std::to_string(seed);
  return {
      words{"Visas mājsaimniecības ir izdomātas (slieksnis population --seed " + number +
                "): tā nav statistika par Latviju.",
            "All households are made up (slieksnis population --seed " + number +
                "): this is no statistics of Latvia."}
          .in(lang),
      words{"Ar ko tās atšķiras no valsts: sastāvi, vecumi, ienākumi un mājokļa izdevumi ir ticami, bet "
            "nekur nav mērīti, un svaru nav; ienākumi ir tikai alga, pensija un bezdarbnieka pabalsts; par "
            "īpašumu un uzkrājumiem nav nekā; nevienam nav vecuma starp darbspējas un pensijas vecumu; "
            "pieņemts, ka ikviens prasa, kas viņam pienākas. Salīdziniet izmaiņu virzienu un summas "
            "vienai mājsaimniecībai, ne skaitu un izmaksas.",
            "How they differ from the country: compositions, ages, incomes and housing costs are plausible "
            "but measured nowhere, and there are no weights; income is wage, pension and unemployment "
            "benefit only; nothing is known of property and savings; nobody has an age between working "
            "age and pension age; everyone is taken to claim what is due. Compare the direction of changes "
            "and amounts of single households, not numbers and costs."}
          .in(lang)};
}

}  // namespace slieksnis::cli
