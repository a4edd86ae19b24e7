#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/json_tree.h"
#include "base/result.h"

namespace leaklint {

enum class PackageRole : uint8_t {
  library,      ///< published for others to import: who calls what it exports is unknown
  application,  ///< all that calls its code is in sight, or is the host that starts it
};

/// What the link needs of one package.json. Paths are as written there.
struct PackageJson {
  std::string folder;
  std::string name;  ///< "" when it has none
  std::string main;
  std::string module;
  std::string source;  ///< of Parcel and microbundle
  std::string types;
  std::string browser;                                             ///< when it replaces main
  std::vector<std::pair<std::string, std::string>> browser_files;  ///< when it replaces files one by one
  std::vector<std::string> programs;                               ///< of `bin`
  std::vector<std::string> workspaces;                             ///< patterns
  std::set<std::string, std::less<>> dependencies;                 ///< of every kind, by name
  /// Dependencies that are not taken from the registry by their own name: "npm:express@4", "file:../x".
  std::unordered_map<std::string, std::string> redirected;
  PackageRole role = PackageRole::application;
  /// Only says how the files of one folder are to be read ({"type": "commonjs"}, {"main": "../dist/x.js"});
  /// the package is the one around it.
  bool is_stub = false;
  JsonTree json;

  /// What stands for the dependency of this name; empty where that is the registry's.
  std::string_view redirection_of(std::string_view dependency) const;
  JsonValue exports() const { return json.root().member("exports"); }
  JsonValue imports() const { return json.root().member("imports"); }
};

Result<PackageJson> read_package_json(std::string folder, std::string_view text);

}  // namespace leaklint
