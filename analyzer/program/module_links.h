#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "program/module_resolver.h"
#include "program/program.h"

namespace leaklint {

/// Where a module name leads from one file.
struct ModuleTarget {
  enum class Kind : uint8_t { missing, file, library };
  Kind kind = Kind::missing;
  FileId file;
  /// Package or builtin name, as models name it ("fs", "fs/promises", "express"); also of an analysed file
  /// that the specifier reaches by its package's name.
  std::string library;
};

/// The answers of module resolution for every specifier that the program's files name, computed once.
struct ModuleLinks {
  std::vector<std::unordered_map<uint32_t, ModuleTarget>>
      targets;                       ///< by file, by program NameId of the specifier
  std::vector<bool> is_entry;        ///< by file: a package gives it to its users
  std::vector<bool> is_library;      ///< by file: its package is a library
  std::vector<uint32_t> package_of;  ///< by file: its package, an index into `dependencies`
  std::vector<std::set<std::string, std::less<>>> dependencies;  ///< by package: names in its package.json

  bool depends_on(FileId file, std::string_view package) const {
    return file.raw < package_of.size() && dependencies[package_of[file.raw]].contains(package);
  }

  const ModuleTarget* target(FileId from, NameId specifier) const {
    const auto& row = targets[from.raw];
    const auto found = row.find(specifier.raw);
    return found == row.end() ? nullptr : &found->second;
  }
};

/// Resolves every module name in imports, re-exports, `require("…")` and `import("…")`. The resolver's paths
/// are those of the program's files, in their order.
ModuleLinks link_modules(const Program& program, ModuleResolver& resolver);

}  // namespace leaklint
