#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "program/config_reader.h"
#include "program/package_json.h"

namespace leaklint {

/// Which folders below one folder are packages that import each other by name.
class Workspace {
 public:
  /// As package managers write them: "packages/*", "./apps/**", "!**/test", "{a,b}/*".
  Workspace(std::string folder, const std::vector<std::string>& patterns);

  const std::string& folder() const { return folder_; }
  bool has_member(std::string_view folder) const;

 private:
  std::string folder_;
  std::vector<Glob> wanted_;
  std::vector<Glob> unwanted_;
};

/// The patterns that a package.json, or pnpm-workspace.yaml or lerna.json beside it, gives; none where it is
/// no workspace.
std::vector<std::string> workspace_patterns(const PackageJson& package, ConfigReader& reader);

/// The list `packages` of a pnpm-workspace.yaml, in the forms that are in use: one item a line, or in
/// brackets.
std::vector<std::string> pnpm_packages(std::string_view yaml);

}  // namespace leaklint
