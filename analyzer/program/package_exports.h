#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "program/package_json.h"

namespace leaklint {

/// Where `exports` or `imports` of a package.json lead.
struct PackageTargets {
  /// The one that Node takes; "" when it refuses.
  std::string chosen;
  /// Those of all conditions, in their order. The chosen one is often what a build will write; the source
  /// that it is written from stands under "source", "development" or a condition of the project's own.
  std::vector<std::string> all;
};

/// `subpath` is "." or "./sub/path". Conditions are those of Node: "node", "module-sync",
/// "import" or "require", and "default".
PackageTargets find_export(const PackageJson& package, std::string_view subpath, bool is_import);
/// `specifier` begins with '#'.
PackageTargets find_import(const PackageJson& package, std::string_view specifier, bool is_import);

/// All targets of all subpaths and conditions that `exports` names. A '*' in a subpath stands for any text,
/// and for the same in the target.
struct ExportedTarget {
  std::string_view subpath;
  std::string_view target;
};
std::vector<ExportedTarget> exported_targets(const PackageJson& package);

}  // namespace leaklint
