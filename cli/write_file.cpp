// SPDX-License-Identifier: Apache-2.0
#include "write_file.hpp"

namespace slieksnis::cli {

void write_file(const std::string& path, std::string_view bytes) {
  whole_file file(path);
  file.write(bytes);
  file.keep();
}

}  // namespace slieksnis::cli
