// SPDX-License-Identifier: Apache-2.0
#include "sha256.hpp"

#include <cryptopp/sha.h>
#include <fmt/format.h>

#include <array>

namespace slieksnis::cli {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, CryptoPP::SHA256::DIGESTSIZE> digest{};
  CryptoPP::SHA256().CalculateDigest(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                     bytes.size());
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace slieksnis::cli
