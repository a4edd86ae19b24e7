#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leaklint {

/// "file:///a%20b/c.js" -> "/a b/c.js"; nothing for other schemes, and for files of other machines.
std::optional<std::string> path_of_uri(std::string_view uri);

/// The way back, for an absolute path.
std::string uri_of_path(std::string_view path);

/// Between the paths that the analysis shows, which are relative to the working folder where they lie below
/// it, and URIs. The client may know the working folder by another name than the system does, through a
/// symbolic link; its name is the one that counts.
class PathNames {
 public:
  /// Absolute, without a slash at its end.
  explicit PathNames(std::string root = "") : root_(std::move(root)) {}

  std::optional<std::string> shown(std::string_view uri) const;
  std::string uri(std::string_view shown) const;
  const std::string& root() const { return root_; }

 private:
  std::string root_;
};

}  // namespace leaklint
