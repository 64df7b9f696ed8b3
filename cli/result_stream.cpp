// SPDX-License-Identifier: Apache-2.0
#include "result_stream.hpp"

#include <unistd.h>

#include <cerrno>

#include "output.hpp"

namespace slieksnis::cli {

result_stream::result_stream(const std::string& path) {
  if (!path.empty() && path != "-") file_.emplace(path);
}

void result_stream::write(std::string_view bytes) {
  if (file_) return file_->write(bytes);
  const int failure = write_all(STDOUT_FILENO, bytes);
  if (failure == EPIPE) throw reader_left();
  if (failure != 0) throw unusable(unwritable_stdout(failure));
}

void result_stream::flush() {
  if (file_) file_->flush();
}

void result_stream::keep() {
  if (file_) file_->keep();
}

}  // namespace slieksnis::cli
