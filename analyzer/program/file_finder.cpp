#include "program/file_finder.h"

#include <utility>

#include "program/package_exports.h"
#include "program/path_text.h"

namespace leaklint {

FileId FileFinder::find(std::string_view path, bool from_typescript) {
  if (const FileId file = files_.find_file(path, from_typescript)) return file;
  if (const FileId file = find_folder(path, from_typescript)) return file;
  return find_source(path, from_typescript);
}

FileId FileFinder::find_folder(std::string_view folder, bool from_typescript) {
  // A folder without analysed files can still lead to one by its package.json. Not worth the disk for
  // style.css.
  const bool may_be_folder =
      files_.has_folder(folder) || last_part(folder).find('.') == std::string_view::npos;
  if (!may_be_folder) return {};
  if (const Package* package = packages_.in_folder(folder)) return main_of(*package, from_typescript);
  return files_.find_index(folder, from_typescript);
}

FileId FileFinder::find_named(std::string_view path, bool from_typescript) {
  if (const FileId file = files_.find_exact(path, from_typescript)) return file;
  return find_source(path, from_typescript);
}

std::vector<std::string> FileFinder::sources_of(std::string_view path) {
  std::vector<std::string> sources;
  for (const TsConfig* config : configs_.around(parent_folder(path))) {
    for (std::string& source : config->sources_of(path)) sources.push_back(std::move(source));
  }
  return sources;
}

FileId FileFinder::find_source(std::string_view path, bool from_typescript) {
  for (const std::string& source : sources_of(path)) {
    if (const FileId file = files_.find_file(source, from_typescript)) return file;
    if (const FileId file = files_.find_index(source, from_typescript)) return file;
  }
  return {};
}

FileId FileFinder::main_of(const Package& package, bool from_typescript) {
  const PackageJson& json = package.json;
  // Node asks `main` and for index.js alone. The others tell where the source is of a `main` that is only
  // there after a build.
  if (json.main.empty()) {
    if (const FileId file = files_.find_index(json.folder, from_typescript)) return file;
  }
  for (const std::string* entry : {&json.main, &json.source, &json.module, &json.browser, &json.types}) {
    if (entry->empty()) continue;
    const std::string path = join_path(json.folder, *entry);
    if (const FileId file = files_.find_file(path, from_typescript)) return file;
    if (const FileId file = files_.find_index(path, from_typescript)) return file;
    if (const FileId file = find_source(path, from_typescript)) return file;
  }
  return files_.find_index(json.folder, from_typescript);
}

FileFinder::Exported FileFinder::find_exported(const Package& package, std::string_view subpath,
                                               bool is_import, bool from_typescript) {
  // Remembered, since a long `exports` is searched from its beginning.
  std::string key = package.folder();
  key.append(is_import ? "\ni" : "\nr").append(from_typescript ? "t" : "j").append(subpath);
  const auto [found, is_new] = exported_.try_emplace(std::move(key));
  if (is_new) found->second = choose_exported(package, subpath, is_import, from_typescript);
  return found->second;
}

FileFinder::Exported FileFinder::choose_exported(const Package& package, std::string_view subpath,
                                                 bool is_import, bool from_typescript) {
  const std::string& folder = package.folder();
  if (!package.json.exports()) {
    if (subpath.empty()) return {main_of(package, from_typescript)};
    return {find(join_path(folder, subpath), from_typescript)};
  }
  const std::string wanted = subpath.empty() ? "." : "./" + std::string(subpath);
  const PackageTargets targets = find_export(package.json, wanted, is_import);
  if (!targets.chosen.empty()) {
    if (const FileId file = find_named(join_path(folder, targets.chosen), from_typescript)) return {file};
  }
  for (const std::string& target : targets.all) {
    if (const FileId file = find_named(join_path(folder, target), from_typescript)) return {file};
  }
  return {{}, targets.chosen.empty() && targets.all.empty()};
}

}  // namespace leaklint
