#pragma once

#include <string>
#include <string_view>

namespace leaklint {

// Paths as the link compares them: absolute, with `/`, without `.`, `..`, doubled or closing slashes. The
// root is "", so that folder + "/" + name is a path for every folder.

/// `path` as seen from `folder`. More `..` than there are folders stay at the root, as everywhere.
std::string join_path(std::string_view folder, std::string_view path);

/// The same into a string that is used again and again; `out` must not hold `folder` or `path`.
void join_path(std::string_view folder, std::string_view path, std::string& out);

/// "/a/b" → "/a" → "" → "".
std::string_view parent_folder(std::string_view path);
/// "/a/b" → "b".
std::string_view last_part(std::string_view path);
/// Is `path` the folder, or anything below it?
bool is_within(std::string_view path, std::string_view folder);
/// What follows "folder/"; empty for the folder itself. Only to be asked of what is within.
std::string_view path_below(std::string_view path, std::string_view folder);

/// "@scope/name/sub/path" → "@scope/name" and "sub/path". No name where npm could not have such a package.
struct PackagePath {
  std::string_view name;
  std::string_view subpath;
};
PackagePath split_package_path(std::string_view specifier);

/// Is the folder named as a package manager places one: …/node_modules/name or …/node_modules/@scope/name?
bool is_installed(std::string_view folder);

}  // namespace leaklint
