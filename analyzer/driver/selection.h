#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "driver/ignore_rules.h"

namespace leaklint {

// The `include` and `exclude` globs of a configuration, written as lines of a .gitignore in the
// configuration's folder would be: `exclude` leaves out what it matches, and if there is an `include`, only
// what it matches, or what is in a folder that it matches, is taken. Paths are absolute; about those outside
// the folder the globs say nothing, so they are taken.
class Selection {
 public:
  // `folder` is an absolute path without symbolic links.
  Selection(const std::string& folder, const std::vector<std::string>& include,
            const std::vector<std::string>& exclude);

  // For a walk, which asks on its way down, and does not enter what is excluded.
  bool excludes(std::string_view path, bool is_folder) const;
  bool includes(std::string_view path, bool is_folder, bool is_folder_above_included) const;
  bool includes_folder(std::string_view path) const;

  // For a file by itself.
  bool takes(std::string_view file) const;

 private:
  bool is_inside(std::string_view path) const { return path.starts_with(prefix_); }

  IgnoreRules include_;
  IgnoreRules exclude_;
  std::string prefix_;
};

// "/" for "/", and the folder with a '/' behind it otherwise: what the paths of all that is in it start with.
std::string prefix_of(std::string_view folder);

}  // namespace leaklint
