#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_id.h"
#include "program/file_finder.h"
#include "program/file_index.h"
#include "program/file_system.h"
#include "program/packages.h"
#include "program/tsconfig.h"

namespace leaklint {

struct ResolvedModule {
  enum class Kind : uint8_t {
    file,      ///< an analysed file
    external,  ///< a package that is not analysed, or a module that the host brings ("bun:sqlite", a URL)
    builtin,   ///< a module of Node
    missing,   ///< nothing: a file that is not analysed or not there, a subpath that its package refuses
  };
  Kind kind = Kind::missing;
  FileId file;
  /// "express", "@scope/x"; "fs" for "node:fs" and "fs/promises"; what was written for another host's module.
  /// Also of a file or a miss where the specifier names a package.
  std::string package;
  std::string subpath;  ///< "promises" of "fs/promises"; "" for the package itself
};

/// What the specifiers in the program's files mean, as Node, TypeScript and bundlers read them; nothing is
/// run, and nothing is guessed from names. Where these disagree, what they would all accept comes first; then
/// Node's choice among what it accepts; so an `import` without an extension finds its file although Node
/// wants one.
///
/// Not for several threads at once: it remembers what it has read.
class ModuleResolver {
 public:
  /// `paths`: of the analysed files by FileId, absolute or relative to the current folder. Only these are
  /// ever the outcome.
  ModuleResolver(std::span<const std::string> paths, FileSystem files);
  ModuleResolver(const ModuleResolver&) = delete;  // its parts refer to each other
  ModuleResolver& operator=(const ModuleResolver&) = delete;

  /// `is_import`: written as `import` or `import()`, not `require()`; they may take different `exports`.
  ResolvedModule resolve(FileId from, std::string_view specifier, bool is_import);

  /// The package that a file is part of, or null. Code that nobody here calls is called from outside when
  /// this is a library and the file is an entry of it.
  const Package* package_of(FileId file) const { return packages_.owner_of(file); }
  /// Can users of its package import the file, or do they start it?
  bool is_entry(FileId file) const { return is_entry_[file.raw]; }

  /// Files that could not be read or understood, in the order in which they were met.
  const std::vector<FileProblem>& problems() const { return reader_.problems(); }

 private:
  /// Where a specifier stands.
  struct Site {
    FileId file;
    std::string_view folder;
    bool is_typescript;
    bool is_import;
  };
  ResolvedModule resolve_at(const Site& site, std::string_view specifier);
  FileId find_relative(const Site& site, std::string_view specifier);
  FileId find_in_virtual_folder(const Site& site, std::string_view path);
  FileId find_absolute(const Site& site, std::string_view path);
  FileId find_configured(const Site& site, std::string_view specifier);
  ResolvedModule resolve_private(const Site& site, std::string_view specifier);
  ResolvedModule resolve_package(const Site& site, std::string_view specifier);
  const Package* analysed_package(const Site& site, std::string_view name);

  FileSystem file_system_;
  ConfigReader reader_;
  FileIndex files_;
  Packages packages_;
  TsConfigs configs_;
  FileFinder finder_;
  std::vector<bool> is_entry_;
  std::string path_;  // of a relative specifier; kept so that each does not allocate its own
};

}  // namespace leaklint
