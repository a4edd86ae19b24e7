#include "program/module_resolver.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <utility>

#include "program/node_builtins.h"
#include "program/package_entries.h"
#include "program/package_exports.h"
#include "program/path_text.h"

namespace leaklint {
namespace {

using Kind = ResolvedModule::Kind;

std::vector<std::string> absolute_paths(std::span<const std::string> paths, std::string_view current_folder) {
  const std::string folder = join_path("", current_folder);
  std::vector<std::string> absolute;
  absolute.reserve(paths.size());
  for (const std::string& path : paths) absolute.push_back(join_path(folder, path));
  return absolute;
}

bool is_relative(std::string_view specifier) {
  return specifier == "." || specifier == ".." || specifier.starts_with("./") || specifier.starts_with("../");
}

/// "./", "..", "./x/.": Node looks for a folder only.
bool names_folder(std::string_view specifier) {
  const std::string_view last = last_part(specifier);
  return last.empty() || last == "." || last == "..";
}

/// "node" of "node:fs"; "" without one. One letter is a drive.
std::string_view scheme_of(std::string_view specifier) {
  const size_t colon = specifier.find(':');
  if (colon == std::string_view::npos || colon < 2) return {};
  const std::string_view scheme = specifier.substr(0, colon);
  const auto may_stand = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '-' || c == '.';
  };
  return std::all_of(scheme.begin(), scheme.end(), may_stand) ? scheme : std::string_view();
}

/// "a%20b" → "a b".
std::string percent_decoded(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    uint8_t byte = 0;
    const char* digits = text.data() + at + 1;
    if (text[at] == '%' && at + 2 < text.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
      out.push_back(static_cast<char>(byte));
      at += 2;
    } else {
      out.push_back(text[at]);
    }
  }
  return out;
}

/// "file:///a/b.js" → "/a/b.js".
std::string path_of_file_url(std::string_view url) {
  std::string_view rest = url.substr(std::string_view("file:").size());
  if (rest.starts_with("//")) rest = rest.substr(std::min(rest.find('/', 2), rest.size()));
  return percent_decoded(rest.substr(0, rest.find_first_of("?#")));
}

ResolvedModule file_or_missing(FileId file) {
  return {.kind = file ? Kind::file : Kind::missing, .file = file, .package = {}, .subpath = {}};
}

ResolvedModule named(Kind kind, PackagePath path) {
  return {.kind = kind, .file = {}, .package = std::string(path.name), .subpath = std::string(path.subpath)};
}

/// "express@4/lib/x", "@scope/x@1" → the same without the version.
ResolvedModule without_version(std::string_view specifier) {
  PackagePath path = split_package_path(specifier);
  if (const size_t at = path.name.find('@', 1); at != std::string_view::npos)
    path.name = path.name.substr(0, at);
  return named(path.name.empty() ? Kind::missing : Kind::external, path);
}

ResolvedModule builtin(std::string_view specifier) {
  const size_t slash = specifier.find('/');
  return named(Kind::builtin,
               {specifier.substr(0, slash),
                slash == std::string_view::npos ? std::string_view() : specifier.substr(slash + 1)});
}

}  // namespace

ModuleResolver::ModuleResolver(std::span<const std::string> paths, FileSystem files)
    : file_system_(std::move(files)),
      reader_(file_system_),
      files_(absolute_paths(paths, file_system_.current_folder)),
      packages_(files_, reader_),
      configs_(reader_),
      finder_(files_, packages_, configs_),
      is_entry_(paths.size()) {
  find_package_entries(files_, packages_, finder_);
  for (const Package& package : packages_.all()) {
    for (const FileId file : package.entries) is_entry_[file.raw] = true;
    for (const FileId file : package.programs) is_entry_[file.raw] = true;
  }
}

ResolvedModule ModuleResolver::resolve(FileId from, std::string_view specifier, bool is_import) {
  return resolve_at({from, parent_folder(files_.path(from)), files_.is_typescript(from), is_import},
                    specifier);
}

ResolvedModule ModuleResolver::resolve_at(const Site& site, std::string_view specifier) {
  if (specifier.empty()) return {};
  if (is_relative(specifier)) return file_or_missing(find_relative(site, specifier));
  if (specifier.starts_with('/')) return file_or_missing(find_absolute(site, specifier));
  if (const std::string_view scheme = scheme_of(specifier); !scheme.empty()) {
    const std::string_view rest = specifier.substr(scheme.size() + 1);
    if (scheme == "node") return builtin(rest);
    if (scheme == "npm") return without_version(rest);
    if (scheme == "file") return file_or_missing(find_absolute(site, path_of_file_url(specifier)));
    if (scheme == "data") return named(Kind::external, {"data:", {}});
    return named(Kind::external, {specifier, {}});
  }
  if (is_node_builtin(specifier)) return builtin(specifier);
  if (const FileId file = find_configured(site, specifier)) {
    ResolvedModule module = named(Kind::file, split_package_path(specifier));
    module.file = file;
    return module;
  }
  return specifier.starts_with('#') ? resolve_private(site, specifier) : resolve_package(site, specifier);
}

FileId ModuleResolver::find_relative(const Site& site, std::string_view specifier) {
  join_path(site.folder, specifier, path_);
  if (names_folder(specifier)) return finder_.find_folder(path_, site.is_typescript);
  if (const FileId file = finder_.find(path_, site.is_typescript)) return file;
  if (const FileId file = find_in_virtual_folder(site, path_)) return file;
  // "./x.js?v=1" is a module of its own with the same text.
  const size_t query = specifier.find('?');
  if (query == std::string_view::npos) return {};
  return finder_.find(join_path(site.folder, specifier.substr(0, query)), site.is_typescript);
}

FileId ModuleResolver::find_in_virtual_folder(const Site& site, std::string_view path) {
  for (const TsConfig* config : configs_.around(site.folder)) {
    const auto& roots = config->virtual_roots;
    const auto root =
        std::find_if(roots.begin(), roots.end(), [&](auto& each) { return is_within(path, each); });
    if (root == roots.end()) continue;
    for (const std::string& other : roots) {
      const std::string place = join_path(other, path_below(path, *root));
      if (const FileId file = finder_.find(place, site.is_typescript)) return file;
    }
  }
  return {};
}

/// A path of the disk; in a page or its modules, one below the folder that the server shows.
FileId ModuleResolver::find_absolute(const Site& site, std::string_view path) {
  if (const FileId file = finder_.find(join_path("", path), site.is_typescript)) return file;
  const Package* package = packages_.owner_of(site.file);
  if (package == nullptr) return {};
  return finder_.find(join_path(package->folder(), "." + std::string(path)), site.is_typescript);
}

/// By `paths` and `baseUrl` of a tsconfig.json.
FileId ModuleResolver::find_configured(const Site& site, std::string_view specifier) {
  for (const TsConfig* config : configs_.around(site.folder)) {
    for (const std::string& path : config->candidates(specifier)) {
      if (const FileId file = finder_.find(path, site.is_typescript)) return file;
    }
  }
  return {};
}

/// "#x": by `imports` of the package's own package.json.
ResolvedModule ModuleResolver::resolve_private(const Site& site, std::string_view specifier) {
  const Package* package = packages_.scope_of(site.file);
  if (package == nullptr || !package->json.imports()) package = packages_.owner_of(site.file);
  if (package == nullptr) return {};
  PackageTargets targets = find_import(package->json, specifier, site.is_import);
  targets.all.insert(targets.all.begin(), targets.chosen);
  for (const std::string& target : targets.all) {
    if (target.starts_with("./")) {
      const FileId file = finder_.find_named(join_path(package->folder(), target), site.is_typescript);
      if (file) return file_or_missing(file);
    } else if (&target == &targets.all.front() && !target.empty() && !target.starts_with('#')) {
      return resolve_at(site, target);
    }
  }
  return {};
}

ResolvedModule ModuleResolver::resolve_package(const Site& site, std::string_view specifier) {
  const PackagePath path = split_package_path(specifier);
  if (path.name.empty()) return {};
  ResolvedModule module = named(Kind::external, path);
  // "punycode/" is how to name a package that a module of Node hides.
  if (module.subpath.ends_with('/')) module.subpath.pop_back();
  if (const Package* package = analysed_package(site, path.name)) {
    if (specifier.ends_with('/') && package->json.exports()) module.kind = Kind::missing;
    if (module.kind == Kind::missing) return module;
    const auto exported = finder_.find_exported(*package, module.subpath, site.is_import, site.is_typescript);
    module.file = exported.file;
    if (exported.file) module.kind = Kind::file;
    if (exported.is_refused) module.kind = Kind::missing;
    return module;
  }
  if (const auto folder = packages_.installed_folder(path.name, site.folder); !folder.empty()) {
    // A package without a package.json, or with one that cannot be read.
    module.file = finder_.find(join_path(folder, path.subpath), site.is_typescript);
    if (module.file) module.kind = Kind::file;
    return module;
  }
  const Package* owner = packages_.owner_of(site.file);
  if (owner == nullptr) return module;
  const std::string_view place = owner->json.redirection_of(path.name);
  if (place.starts_with("npm:")) module.package = without_version(place.substr(4)).package;
  return module;
}

/// The package.json of a name, among the analysed folders, as it is seen from a file; or null.
const Package* ModuleResolver::analysed_package(const Site& site, std::string_view name) {
  const Package* owner = packages_.owner_of(site.file);
  const bool is_own_name = owner != nullptr && owner->name() == name;
  if (is_own_name && owner->json.exports()) return owner;
  if (const auto folder = packages_.installed_folder(name, site.folder); !folder.empty()) {
    return packages_.in_folder(folder);
  }
  if (owner != nullptr) {
    const std::string_view place = owner->json.redirection_of(name);
    for (const std::string_view protocol : {"file:", "link:", "portal:"}) {
      if (!place.starts_with(protocol)) continue;
      const std::string folder = join_path(owner->folder(), place.substr(protocol.size()));
      if (files_.has_folder(folder)) return packages_.in_folder(folder);
    }
    if (place.starts_with("workspace:") && packages_.only_one(name) != nullptr)
      return packages_.only_one(name);
  }
  if (const Package* member = packages_.workspace_member(name, site.folder)) return member;
  return is_own_name ? owner : nullptr;
}

}  // namespace leaklint
