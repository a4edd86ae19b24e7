#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace leaklint {

/// A path without `.` and `..`, from the root on. Symbolic links stay as they are.
inline std::string absolute_path(const std::string& working_directory, const std::string& path) {
  return (std::filesystem::path(working_directory) / path).lexically_normal().string();
}

/// "/a/b" -> "/a", "/a" -> "", "" -> nothing: the root is the empty text, so that a file name can be added to
/// any.
inline std::optional<std::string_view> folder_above(std::string_view folder) {
  const size_t slash = folder.rfind('/');
  if (slash == std::string_view::npos) return std::nullopt;
  return folder.substr(0, slash);
}

inline bool is_file(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

/// "" when the working folder is gone.
inline std::string working_directory() {
  std::error_code error;
  return std::filesystem::current_path(error).string();
}

/// As the user would write it: below the working directory by the way from there.
inline std::string shown_path(const std::string& working_directory, const std::string& path) {
  const std::string prefix = working_directory + "/";
  return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
}

}  // namespace leaklint
