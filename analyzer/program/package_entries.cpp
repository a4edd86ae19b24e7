#include "program/package_entries.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "program/package_exports.h"
#include "program/path_text.h"

namespace leaklint {
namespace {

std::string_view without_extension(std::string_view path) {
  const size_t dot = path.rfind('.');
  return dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos ? path
                                                                                        : path.substr(0, dot);
}

std::string with_text(std::string_view pattern, size_t star, std::string_view text) {
  return std::string(pattern.substr(0, star)).append(text).append(pattern.substr(star + 1));
}

class EntryFinder {
 public:
  EntryFinder(const FileIndex& files, const Packages& packages, FileFinder& finder)
      : files_(files), packages_(packages), finder_(finder), by_path_(files.file_count()) {
    std::iota(by_path_.begin(), by_path_.end(), 0);
    const auto before = [&](uint32_t left, uint32_t right) { return path(left) < path(right); };
    if (!std::is_sorted(by_path_.begin(), by_path_.end(), before)) {
      std::sort(by_path_.begin(), by_path_.end(), before);
    }
  }

  void add_exports(Package& package) {
    for (const ExportedTarget& exported : exported_targets(package.json)) {
      if (exported.subpath.ends_with('/')) {
        add_pattern(package, std::string(exported.subpath) + "*", std::string(exported.target) + "*");
      } else if (exported.target.find('*') != std::string_view::npos) {
        add_pattern(package, exported.subpath, exported.target);
      } else {
        add(package, finder_.find_named(join_path(package.folder(), exported.target), false));
      }
    }
  }

  /// `described` is the package, or a folder of it with a package.json of its own.
  void add_main(Package& package, const Package& described) {
    const PackageJson& json = described.json;
    for (const std::string* entry : {&json.main, &json.module, &json.browser, &json.source}) {
      if (!entry->empty()) add(package, finder_.find(join_path(json.folder, *entry), false));
    }
    if (!json.exports()) add(package, finder_.main_of(described, false));
    for (const auto& [replaced, replacement] : json.browser_files) {
      const FileId file = finder_.find(join_path(json.folder, replaced), false);
      if (is_entry(package, file)) add(package, finder_.find(join_path(json.folder, replacement), false));
    }
  }

  void add_programs(Package& package) {
    for (const std::string& program : package.json.programs) {
      const FileId file = finder_.find(join_path(package.folder(), program), false);
      if (file) package.programs.push_back(file);
    }
  }

 private:
  const std::string& path(uint32_t raw) const { return files_.path(FileId(raw)); }

  static void add(Package& package, FileId file) {
    if (file) package.entries.push_back(file);
  }
  static bool is_entry(const Package& package, FileId file) {
    return std::find(package.entries.begin(), package.entries.end(), file) != package.entries.end();
  }

  /// Tries the pattern backwards: a file gives the text that the '*' would have to stand for.
  void add_pattern(Package& package, std::string_view subpath, std::string_view target) {
    const size_t star = target.find('*');
    if (star == std::string_view::npos || subpath.find('*') == std::string_view::npos) return;
    const std::string written = join_path(package.folder(), parent_folder(target.substr(0, star)));
    std::vector<std::string> places = finder_.sources_of(written);
    places.push_back(written);
    for (const std::string& place : places) {
      for (const FileId file : files_below(place)) {
        if (packages_.owner_of(file) != &package) continue;
        const std::string below = join_path(written, path_below(files_.path(file), place));
        const std::string named = "./" + std::string(path_below(below, package.folder()));
        if (is_exported(package, subpath, target, named, file)) add(package, file);
      }
    }
  }

  /// `named` is where the file is, or will be when it is built.
  bool is_exported(const Package& package, std::string_view subpath, std::string_view target,
                   std::string_view named, FileId file) {
    const size_t star = target.find('*');
    const std::string_view after = target.substr(star + 1);
    if (!named.starts_with(target.substr(0, star))) return false;
    const std::string_view texts[] = {starred(named, star, after),
                                      starred(without_extension(named), star, without_extension(after))};
    for (const std::string_view text : texts) {
      if (text.empty()) continue;
      const std::string path = join_path(package.folder(), with_text(target, star, text));
      if (finder_.find_named(path, false) != file && finder_.find_named(path, true) != file) continue;
      const std::string asked = with_text(subpath, subpath.find('*'), text);
      return !refuses_any(package) || !find_export(package.json, asked, true).all.empty();
    }
    return false;
  }

  /// Does some `"./subpath": null` take back what a pattern gives?
  static bool refuses_any(const Package& package) {
    const JsonValue exports = package.json.exports();
    if (!exports.is_object()) return false;
    for (const JsonValue value : exports) {
      if (value.kind() == JsonValue::Kind::null) return true;
    }
    return false;
  }

  std::vector<FileId> files_below(const std::string& folder) const {
    const std::string prefix = folder + "/";
    auto each = std::lower_bound(by_path_.begin(), by_path_.end(), prefix,
                                 [&](uint32_t raw, const std::string& text) { return path(raw) < text; });
    std::vector<FileId> files;
    for (; each != by_path_.end() && path(*each).starts_with(prefix); ++each) files.emplace_back(*each);
    return files;
  }

  /// What stands between the first `begin` bytes and `after`.
  static std::string_view starred(std::string_view path, size_t begin, std::string_view after) {
    if (path.size() <= begin + after.size() || !path.ends_with(after)) return {};
    return path.substr(begin, path.size() - begin - after.size());
  }

  const FileIndex& files_;
  const Packages& packages_;
  FileFinder& finder_;
  std::vector<uint32_t> by_path_;
};

void sort_and_unite(std::vector<FileId>& files) {
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
}

}  // namespace

void find_package_entries(const FileIndex& files, Packages& packages, FileFinder& finder) {
  EntryFinder entries(files, packages, finder);
  for (Package& package : packages.all()) {
    entries.add_exports(package);
    entries.add_main(package, package);
    entries.add_programs(package);
  }
  // "name/sub" can be a folder of the package that has a package.json of its own.
  for (const Package& stub : packages.all()) {
    Package* owner = packages.owner_of_folder(stub.folder());
    if (owner != nullptr && owner != &stub) entries.add_main(*owner, stub);
  }
  for (Package& package : packages.all()) {
    sort_and_unite(package.entries);
    sort_and_unite(package.programs);
  }
}

}  // namespace leaklint
