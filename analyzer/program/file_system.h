#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace leaklint {

/// All that the link reads besides the analysed sources: package.json, tsconfig.json and their like. A seam,
/// so that tests need no disk and the editor can answer with unsaved text.
struct FileSystem {
  /// What relative paths are relative to; absolute.
  std::string current_folder = "/";
  /// The bytes of a file, none where there is no such file, an error where it cannot be read.
  std::function<Result<std::optional<std::string>>(const std::string& path)> read;
};

FileSystem disk();

/// What was wrong with one of those files. The link goes on without it.
struct FileProblem {
  std::string path;
  std::string message;
};

}  // namespace leaklint
