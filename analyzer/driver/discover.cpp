#include "driver/discover.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <utility>

#include "base/read_file.h"
#include "driver/selection.h"
#include "driver/source_names.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

enum class EntryType : uint8_t { file, folder, symbolic_link, other };

struct Entry {
  std::string name;
  EntryType type;
};

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

EntryType type_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryType::file;
  if (S_ISDIR(mode)) return EntryType::folder;
  return S_ISLNK(mode) ? EntryType::symbolic_link : EntryType::other;
}

EntryType type_of(DIR* folder, const dirent& entry) {
  if (entry.d_type == DT_REG) return EntryType::file;
  if (entry.d_type == DT_DIR) return EntryType::folder;
  if (entry.d_type == DT_LNK) return EntryType::symbolic_link;
  if (entry.d_type != DT_UNKNOWN) return EntryType::other;
  // Some file systems do not say.
  struct stat status {};
  if (::fstatat(::dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return EntryType::other;
  return type_of(status.st_mode);
}

// 0, or the `errno` of what went wrong.
int read_folder(const std::string& path, std::vector<Entry>& entries) {
  entries.clear();
  OpenFolder folder(::opendir(path.c_str()));
  if (!folder) return errno;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (entry == nullptr) return errno;
    std::string_view name = entry->d_name;
    if (name != "." && name != "..") entries.push_back({std::string(name), type_of(folder.get(), *entry)});
  }
}

// The path without symbolic links, or why there is none.
Result<std::string> canonical(const std::string& path) {
  std::error_code error;
  fs::path found = fs::canonical(path, error);
  if (error) return Error{error.message()};
  return found.string();
}

std::string working_folder() {
  Result<std::string> folder = canonical(".");
  return folder ? *folder : "";
}

// A configuration in a folder that is gone has no say about anything.
Selection selection_of(const DiscoverOptions& options, const std::string& working_folder) {
  Result<std::string> folder = working_folder;
  if (!options.globs_folder.empty()) folder = canonical(options.globs_folder);
  if (!folder || folder->empty()) return Selection("/", {}, {});
  return Selection(*folder, options.include, options.exclude);
}

class Discovery {
 public:
  explicit Discovery(const DiscoverOptions& options)
      : options_(options),
        working_folder_(working_folder()),
        selection_(selection_of(options, working_folder_)) {
    if (!working_folder_.empty()) working_prefix_ = prefix_of(working_folder_);
  }

  void add(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      problem(path, errno == ENOENT ? "no such file or folder" : system_reason(errno));
    } else if (S_ISDIR(status.st_mode)) {
      add_folder(path);
    } else if (!is_source_name(path)) {
      problem(path, "not a JavaScript or TypeScript file");
    } else {
      add_file(path);
    }
  }

  Discovered finish() {
    for (Problem& found : rules_.take_problems()) problem(shown(found.path, found.path), found.message);
    // Named comes first, so that it is what stays of a file that was met on a walk as well.
    auto order = [](const DiscoveredFile& left, const DiscoveredFile& right) {
      return left.path != right.path ? left.path < right.path : left.is_named > right.is_named;
    };
    auto same = [](const DiscoveredFile& left, const DiscoveredFile& right) {
      return left.path == right.path;
    };
    std::sort(found_.files.begin(), found_.files.end(), order);
    found_.files.erase(std::unique(found_.files.begin(), found_.files.end(), same), found_.files.end());
    std::sort(found_.problems.begin(), found_.problems.end());
    found_.problems.erase(std::unique(found_.problems.begin(), found_.problems.end()), found_.problems.end());
    return std::move(found_);
  }

 private:
  struct Folder {
    std::string path;
    RulesInForce rules;  // from above
    bool is_included;
  };

  void problem(std::string path, std::string message) {
    found_.problems.push_back({std::move(path), std::move(message)});
  }

  std::string shown(const std::string& absolute, const std::string& otherwise) const {
    bool is_below = !working_prefix_.empty() && absolute.starts_with(working_prefix_);
    return is_below ? absolute.substr(working_prefix_.size()) : otherwise;
  }

  // How to show what is outside the working folder: as the user did, by an absolute or a relative path.
  std::string shown_outside(const std::string& given, const std::string& absolute) const {
    if (given.starts_with('/') || working_folder_.empty()) return absolute;
    return fs::path(absolute).lexically_relative(working_folder_).generic_string();
  }

  // A link keeps its name, as that has the extension; only the way to its folder is straightened.
  void add_file(const std::string& given) {
    size_t name = given.rfind('/') + 1;
    Result<std::string> folder = canonical(name == 0 ? "." : given.substr(0, name));
    if (!folder) return problem(given, folder.error().text);
    std::string absolute = prefix_of(*folder) + given.substr(name);
    found_.files.push_back({shown(absolute, shown_outside(given, absolute)), true});
  }

  void add_folder(const std::string& given) {
    Result<std::string> found = canonical(given);
    if (!found) return problem(given, "cannot read the folder: " + found.error().text);
    const std::string& root = *found;
    root_length_ = prefix_of(root).size();
    root_shown_ = prefix_of(shown_outside(given, root));
    RulesInForce above = options_.no_ignore ? RulesInForce{} : rules_.above(root, working_folder_);
    folders_.push_back({root, above, selection_.includes_folder(root)});
    while (!folders_.empty()) {
      Folder folder = std::move(folders_.back());
      folders_.pop_back();
      visit(folder);
    }
  }

  void visit(Folder& folder) {
    if (int error = read_folder(folder.path, entries_); error != 0) {
      std::string path = prefix_of(folder.path);
      path.pop_back();
      std::string otherwise =
          path.size() < root_length_ ? root_shown_ : root_shown_ + path.substr(root_length_);
      return problem(shown(path, otherwise), "cannot read the folder: " + system_reason(error));
    }
    if (!options_.no_ignore) {
      FolderSigns signs;
      for (const Entry& entry : entries_) signs.see(entry.name, entry.type == EntryType::symbolic_link);
      folder.rules = rules_.enter(folder.path, signs, folder.rules);
    }
    std::string path = prefix_of(folder.path);
    size_t prefix = path.size();
    for (const Entry& entry : entries_) {
      path.replace(prefix, std::string::npos, entry.name);
      if (entry.type == EntryType::folder) visit_folder(folder, entry.name, path);
      if (entry.type == EntryType::file) visit_file(folder, entry.name, path);
    }
  }

  void visit_folder(const Folder& above, std::string_view name, const std::string& path) {
    if (name == ".git") return;
    if (!options_.no_ignore && (name == "node_modules" || above.rules.ignore(path, true))) return;
    if (selection_.excludes(path, true)) return;
    folders_.push_back({path, above.rules, selection_.includes(path, true, above.is_included)});
  }

  void visit_file(const Folder& folder, std::string_view name, const std::string& path) {
    if (!is_source_name(name)) return;
    if (!options_.no_ignore) {
      if (is_declaration_name(name) || is_minified_name(name) || folder.rules.ignore(path, false)) return;
    }
    if (selection_.excludes(path, false)) return;
    if (!selection_.includes(path, false, folder.is_included)) return;
    found_.files.push_back({shown(path, root_shown_ + path.substr(root_length_)), false});
  }

  const DiscoverOptions& options_;
  std::string working_folder_;  // empty if it is gone
  std::string working_prefix_;
  Selection selection_;
  FolderRules rules_;
  Discovered found_;

  // Of the named folder that is being walked: the folders still to visit, and how to show what is in it.
  std::vector<Folder> folders_;
  std::vector<Entry> entries_;
  std::string root_shown_;
  size_t root_length_ = 0;
};

}  // namespace

Discovered discover(std::span<const std::string> paths, const DiscoverOptions& options) {
  Discovery discovery(options);
  for (const std::string& path : paths) discovery.add(path);
  return discovery.finish();
}

}  // namespace leaklint
