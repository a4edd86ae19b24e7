#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/file_id.h"

namespace leaklint {

/// The analysed files by their paths, and the rules by which a path in a program names one of them. One
/// look-up finds all files of a folder that differ in their extension only, so that trying ten extensions
/// costs no more than one.
class FileIndex {
 public:
  /// Absolute paths, by FileId.
  explicit FileIndex(std::vector<std::string> paths);
  FileIndex(const FileIndex&) = delete;  // the table's keys point into the paths
  FileIndex& operator=(const FileIndex&) = delete;

  const std::string& path(FileId file) const { return paths_[file.raw]; }
  uint32_t file_count() const { return static_cast<uint32_t>(paths_.size()); }
  bool has_folder(std::string_view folder) const { return folders_.contains(folder); }
  const std::unordered_set<std::string_view>& folders() const { return folders_; }
  bool is_typescript(FileId file) const;

  /// The file of this path, or the source that a compiler writes it from: x.js is x.ts where there is a x.ts.
  /// Where both are there, a TypeScript file means the source and others mean what they wrote.
  FileId find_exact(std::string_view path, bool from_typescript) const;
  /// That, or the path with an extension added.
  FileId find_file(std::string_view path, bool from_typescript) const;
  /// The folder's index file.
  FileId find_index(std::string_view folder, bool from_typescript) const;

 private:
  enum class Extension : uint8_t { none, js, mjs, cjs, jsx, ts, tsx, mts, cts, vue };
  static Extension extension_of(std::string_view path);
  static std::span<const Extension> accepted(Extension written, bool from_typescript);
  FileId best(std::string_view stem, std::span<const Extension> accepted) const;

  struct Entry {
    Extension extension;
    FileId next;  // with the same stem
  };
  std::vector<std::string> paths_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, FileId> stems_;  // path without extension → the first such file
  std::unordered_set<std::string_view> folders_;        // that hold analysed files, and their parents
};

}  // namespace leaklint
