#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/config_reader.h"
#include "program/file_index.h"
#include "program/package_json.h"
#include "program/workspaces.h"

namespace leaklint {

struct Package {
  PackageJson json;
  /// The files that others can import: what `main`, `module`, `browser`, `source` and every subpath of
  /// `exports` name, or index.js. Sorted, and only those that are analysed: none of a package that publishes
  /// what is built.
  std::vector<FileId> entries;
  std::vector<FileId> programs;  ///< the files of `bin`, likewise

  const std::string& name() const { return json.name; }
  const std::string& folder() const { return json.folder; }
  bool is_library() const { return json.role == PackageRole::library; }
};

/// The packages that the analysed files are in, and how they are known to each other.
class Packages {
 public:
  /// Reads the package.json of every folder on the way from a file up to the root.
  Packages(const FileIndex& files, ConfigReader& reader);

  /// The nearest package.json, which decides on `imports`; or null.
  const Package* scope_of(FileId file) const { return folder_of(file).scope; }
  /// The package as its author and users see it; or null.
  const Package* owner_of(FileId file) const { return folder_of(file).owner; }
  Package* owner_of_folder(std::string_view folder) const;
  /// The package.json in this very folder, or null. Reads it where no analysed file is.
  const Package* in_folder(std::string_view folder);
  /// The package of this name in the innermost workspace around a folder, or null.
  const Package* workspace_member(std::string_view name, std::string_view from_folder) const;
  /// The only package of this name outside node_modules; null where there are several.
  const Package* only_one(std::string_view name) const;
  /// The folder of the analysed package that node_modules folders give for a name; empty when there is none.
  std::string_view installed_folder(std::string_view name, std::string_view from_folder) const;

  std::deque<Package>& all() { return packages_; }

 private:
  struct Folder {
    Package* own = nullptr;
    Package* scope = nullptr;
    Package* owner = nullptr;
    const Workspace* workspace = nullptr;  ///< the innermost around it
  };
  const Folder& folder_of(FileId file) const { return *folder_by_file_[file.raw]; }
  Folder& add_folder(std::string_view path);
  void fill(std::string_view path, const Folder& parent, Folder& folder);
  Package* load(std::string_view folder);
  void add_installed(std::string_view folder);

  ConfigReader& reader_;
  std::deque<Package> packages_;
  std::deque<Workspace> workspaces_;
  std::unordered_map<std::string_view, Folder> folders_;  // keys point into FileIndex
  std::vector<const Folder*> folder_by_file_;
  std::unordered_map<std::string, Package*> elsewhere_;  // package.json files where no analysed file is
  std::unordered_map<std::string_view, std::vector<const Package*>> by_name_;
  struct Member {
    const Workspace* workspace;
    const Package* package;
  };
  std::unordered_map<std::string_view, std::vector<Member>> members_;
  std::unordered_set<std::string_view> installed_;  // names of analysed packages in node_modules folders
};

}  // namespace leaklint
