#pragma once

#include <string>
#include <unordered_map>

#include "program/program.h"

namespace leaklint {

/// Where a module name leads from one file.
struct ModuleTarget {
  enum class Kind : uint8_t { missing, file, library };
  Kind kind = Kind::missing;
  FileId file;
  std::string library;  ///< package or builtin name, as models name it ("fs", "fs/promises", "express")
};

/// The answers of module resolution for every specifier that the program's files name, computed once.
struct ModuleLinks {
  std::vector<std::unordered_map<uint32_t, ModuleTarget>>
      targets;                   ///< by file, by program NameId of the specifier
  std::vector<bool> is_entry;    ///< by file: a package gives it to its users
  std::vector<bool> is_library;  ///< by file: its package is a library

  const ModuleTarget* target(FileId from, NameId specifier) const {
    const auto& row = targets[from.raw];
    const auto found = row.find(specifier.raw);
    return found == row.end() ? nullptr : &found->second;
  }
};

}  // namespace leaklint
