#include "program/tsconfig.h"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "program/path_text.h"

namespace leaklint {
namespace {

constexpr std::string_view config_folder_variable = "${configDir}";

/// One file of a chain of `extends`.
struct ConfigPart {
  JsonValue root;
  std::string folder;
  std::string_view first_folder;  ///< of the file that the chain begins with

  JsonValue option(std::string_view name) const { return root.member("compilerOptions").member(name); }

  std::string place(std::string_view path) const {
    if (!path.starts_with(config_folder_variable)) return join_path(folder, path);
    return join_path(first_folder, "." + std::string(path.substr(config_folder_variable.size())));
  }
};

void set_folder(const ConfigPart& part, std::string_view name, std::optional<std::string>& out) {
  const JsonValue value = part.option(name);
  if (!out && value.is_text()) out = part.place(value.text());
}

void append_places(const ConfigPart& part, JsonValue list, std::vector<std::string>& out) {
  if (!out.empty() || !list.is_list()) return;
  for (const JsonValue value : list) {
    if (value.is_text()) out.push_back(part.place(value.text()));
  }
}

/// "src/**/*.ts" → "src": the folder that all matches are in.
std::string_view fixed_folder(std::string_view pattern) {
  const size_t star = pattern.find_first_of("*?");
  return star == std::string_view::npos ? pattern : parent_folder(pattern.substr(0, star));
}

void read_source_folders(const ConfigPart& part, TsConfig& config) {
  if (!config.source_folders.empty()) return;
  const JsonValue include = part.root.member("include");
  if (!include.is_list()) return;
  for (const JsonValue pattern : include) {
    if (pattern.is_text()) config.source_folders.push_back(part.place(fixed_folder(pattern.text())));
  }
}

void read_references(const ConfigPart& part, TsConfig& config) {
  const JsonValue references = part.root.member("references");
  if (!references.is_list()) return;
  for (const JsonValue reference : references) {
    const std::string_view path = reference.member("path").text();
    if (path.empty()) continue;
    const std::string place = part.place(path);
    config.references.push_back(path.ends_with(".json") ? place : place + "/tsconfig.json");
  }
}

void read_paths(const ConfigPart& part, std::string_view base, TsConfig& config) {
  for (const JsonValue mapping : part.option("paths")) {
    std::vector<std::string> targets;
    if (!mapping.is_list()) continue;
    for (const JsonValue target : mapping) {
      const bool is_own = target.text().starts_with(config_folder_variable);
      if (target.is_text())
        targets.push_back(is_own ? part.place(target.text()) : join_path(base, target.text()));
    }
    const std::string_view key = mapping.key();
    const size_t star = key.find('*');
    if (star == std::string_view::npos) {
      config.exact_paths.emplace(key, std::move(targets));
    } else {
      config.patterns.push_back(
          {std::string(key.substr(0, star)), std::string(key.substr(star + 1)), std::move(targets)});
    }
  }
  std::stable_sort(config.patterns.begin(), config.patterns.end(), [](const auto& left, const auto& right) {
    return left.before.size() > right.before.size();
  });
}

/// `extends` in the order in which it was written; the later ones win.
std::vector<std::string_view> extended(JsonValue root) {
  std::vector<std::string_view> specifiers;
  const JsonValue extends = root.member("extends");
  if (extends.is_text()) specifiers.push_back(extends.text());
  if (!extends.is_list()) return specifiers;
  for (const JsonValue value : extends) {
    if (value.is_text()) specifiers.push_back(value.text());
  }
  return specifiers;
}

std::string replace_star(std::string_view target, std::string_view match) {
  const size_t star = target.find('*');
  if (star == std::string_view::npos) return std::string(target);
  std::string out(target.substr(0, star));
  return out.append(match).append(target.substr(star + 1));
}

}  // namespace

std::vector<std::string> TsConfig::candidates(std::string_view specifier) const {
  std::vector<std::string> paths;
  if (!exact_paths.empty()) {
    if (const auto exact = exact_paths.find(std::string(specifier)); exact != exact_paths.end())
      paths = exact->second;
  }
  const auto pattern = std::find_if(patterns.begin(), patterns.end(), [&](const Pattern& each) {
    return specifier.size() >= each.before.size() + each.after.size() && specifier.starts_with(each.before) &&
           specifier.ends_with(each.after);
  });
  if (paths.empty() && pattern != patterns.end()) {
    const size_t length = specifier.size() - pattern->before.size() - pattern->after.size();
    const std::string_view match = specifier.substr(pattern->before.size(), length);
    for (const std::string& target : pattern->targets) paths.push_back(replace_star(target, match));
  }
  if (base_url) paths.push_back(join_path(*base_url, specifier));
  return paths;
}

std::vector<std::string> TsConfig::sources_of(std::string_view written) const {
  std::vector<std::string> paths;
  if (!out_folder || !is_within(written, *out_folder)) return paths;
  for (const std::string& folder : source_folders) {
    paths.push_back(join_path(folder, path_below(written, *out_folder)));
  }
  return paths;
}

const TsConfig* TsConfigs::in_folder(std::string_view folder) {
  for (const auto name : {"/tsconfig.json", "/jsconfig.json"}) {
    if (const TsConfig* config = at(std::string(folder) + name)) return config;
  }
  return nullptr;
}

const TsConfig* TsConfigs::at(const std::string& path) {
  const auto [found, is_new] = by_path_.try_emplace(path);
  if (is_new) found->second = load(path);
  return found->second.get();
}

const TsConfig* TsConfigs::nearest(std::string_view folder) {
  std::vector<std::string> asked;
  const TsConfig* config = nullptr;
  for (std::string_view each = folder; last_part(each) != "node_modules"; each = parent_folder(each)) {
    const auto known = by_folder_.find(std::string(each));
    config = known == by_folder_.end() ? in_folder(each) : known->second;
    if (config != nullptr || known != by_folder_.end()) break;
    asked.emplace_back(each);
    if (each.empty()) break;
  }
  by_folder_.emplace(folder, config);
  for (std::string& each : asked) by_folder_.emplace(std::move(each), config);
  return config;
}

std::vector<const TsConfig*> TsConfigs::around(std::string_view folder) {
  std::vector<const TsConfig*> configs;
  const TsConfig* config = nearest(folder);
  if (config == nullptr) return configs;
  configs.push_back(config);
  for (const std::string& reference : config->references) {
    if (const TsConfig* part = at(reference)) configs.push_back(part);
  }
  return configs;
}

const JsonTree* TsConfigs::json_at(const std::string& path) {
  const auto [found, is_new] = json_by_path_.try_emplace(path);
  if (is_new) {
    if (auto json = reader_.read_json(path)) found->second = std::make_unique<JsonTree>(std::move(*json));
  }
  return found->second.get();
}

std::unique_ptr<TsConfig> TsConfigs::load(const std::string& path) {
  if (json_at(path) == nullptr) return nullptr;
  auto config = std::make_unique<TsConfig>();
  std::optional<ConfigPart> with_paths;
  std::optional<std::string> root_folder;
  const std::string_view first_folder = parent_folder(path);
  std::vector<std::string> pending = {path};
  std::unordered_set<std::string> seen;
  // A configuration comes before what it extends, and of those the last before the first: so the first that
  // says something is the one that counts.
  while (!pending.empty()) {
    const std::string current = std::move(pending.back());
    pending.pop_back();
    const JsonTree* json = seen.insert(current).second ? json_at(current) : nullptr;
    if (json == nullptr) continue;
    const ConfigPart part{json->root(), std::string(parent_folder(current)), first_folder};
    set_folder(part, "baseUrl", config->base_url);
    set_folder(part, "outDir", config->out_folder);
    set_folder(part, "rootDir", root_folder);
    read_source_folders(part, *config);
    append_places(part, part.option("rootDirs"), config->virtual_roots);
    if (!with_paths && part.option("paths").is_object()) with_paths = part;
    if (current == path) read_references(part, *config);
    for (const std::string_view specifier : extended(part.root)) {
      if (auto base = find_extended(current, specifier); !base.empty()) pending.push_back(std::move(base));
    }
  }
  if (with_paths) {
    read_paths(*with_paths, config->base_url.value_or(with_paths->folder), *config);
  }
  // Without `rootDir` it is the folder that all sources have in common: one that is included, or that of the
  // file.
  config->source_folders.emplace_back(first_folder);
  if (root_folder) config->source_folders = {std::move(*root_folder)};
  return config;
}

/// Where an extended configuration is; "" when it is nowhere.
std::string TsConfigs::find_extended(const std::string& from, std::string_view specifier) {
  std::vector<std::string> places;
  const bool is_path = specifier.starts_with('.') || specifier.starts_with('/');
  if (is_path) places.push_back(join_path(parent_folder(from), specifier));
  for (std::string_view folder = parent_folder(from); !is_path; folder = parent_folder(folder)) {
    places.push_back(join_path(folder, "node_modules/" + std::string(specifier)));
    if (folder.empty()) break;
  }
  for (const std::string& place : places) {
    for (const auto ending : {"", ".json", "/tsconfig.json"}) {
      if (json_at(place + ending) != nullptr) return place + ending;
    }
  }
  // A package that is not installed is no news; a file that should be there is.
  if (is_path) reader_.add_problem(from, "extends '" + std::string(specifier) + "', which is not there");
  return {};
}

}  // namespace leaklint
