#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "program/file_index.h"
#include "program/packages.h"
#include "program/tsconfig.h"

namespace leaklint {

/// Which analysed file a path or a package's subpath leads to. `from_typescript` says how the asking file is
/// written. Whatever says "source of" below means: where the path lies in a tsconfig's `outDir`, the file
/// that the compiler makes it from.
class FileFinder {
 public:
  FileFinder(const FileIndex& files, Packages& packages, TsConfigs& configs)
      : files_(files), packages_(packages), configs_(configs) {}

  /// A file with or without its extension, a folder, or the source of one of these.
  FileId find(std::string_view path, bool from_typescript);
  /// A folder: by its package.json, or its index file.
  FileId find_folder(std::string_view folder, bool from_typescript);
  /// A file that is named in full, or its source.
  FileId find_named(std::string_view path, bool from_typescript);
  /// What the package's name alone stands for where it has no `exports`.
  FileId main_of(const Package& package, bool from_typescript);

  /// Where the compiler takes what it writes to a path from.
  std::vector<std::string> sources_of(std::string_view path);

  struct Exported {
    FileId file;
    bool is_refused = false;  ///< the package has `exports`, which do not name this subpath
  };
  /// `subpath` is "" or "sub/path".
  Exported find_exported(const Package& package, std::string_view subpath, bool is_import,
                         bool from_typescript);

 private:
  FileId find_source(std::string_view path, bool from_typescript);
  Exported choose_exported(const Package& package, std::string_view subpath, bool is_import,
                           bool from_typescript);

  const FileIndex& files_;
  Packages& packages_;
  TsConfigs& configs_;
  std::unordered_map<std::string, Exported> exported_;
};

}  // namespace leaklint
