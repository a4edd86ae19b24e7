#include "program/path_text.h"

#include <algorithm>

namespace leaklint {

void join_path(std::string_view folder, std::string_view path, std::string& out) {
  out.clear();
  if (path.empty() || path.front() != '/') out = folder;
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      out.resize(parent_folder(out).size());
    } else {
      out.append(1, '/').append(part);
    }
  }
}

std::string join_path(std::string_view folder, std::string_view path) {
  std::string out;
  join_path(folder, path, out);
  return out;
}

std::string_view parent_folder(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_within(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string_view path_below(std::string_view path, std::string_view folder) {
  return path.substr(std::min(folder.size() + 1, path.size()));
}

PackagePath split_package_path(std::string_view specifier) {
  size_t slash = specifier.find('/');
  if (specifier.starts_with('@')) {
    // "@/x" is no package but what bundlers are told to read as "src/x".
    if (slash == std::string_view::npos || slash == 1 || slash + 1 == specifier.size()) return {};
    slash = specifier.find('/', slash + 1);
  }
  const std::string_view name = specifier.substr(0, slash);
  // "~/x" is another such alias, "raw-loader!./x" a bundler's own language.
  if (name.empty() || name.starts_with('.') || name == "~" || name.ends_with('/')) return {};
  if (name.find_first_of("!%\\?*: \n") != std::string_view::npos) return {};
  return {name, slash == std::string_view::npos ? std::string_view() : specifier.substr(slash + 1)};
}

bool is_installed(std::string_view folder) {
  std::string_view holder = parent_folder(folder);
  if (last_part(holder).starts_with('@')) holder = parent_folder(holder);
  return last_part(holder) == "node_modules";
}

}  // namespace leaklint
