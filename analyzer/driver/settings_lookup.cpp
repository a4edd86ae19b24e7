#include "driver/settings_lookup.h"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "base/read_file.h"
#include "driver/paths.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t largest_configuration = 16 << 20;

/// The "type" of a package.json; "" when it has none, or cannot be understood.
std::string read_package_type(const std::string& path) {
  const auto text = read_file(path, largest_configuration);
  if (!text) return "";
  const auto package = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!package.is_object() || !package.contains("type") || !package["type"].is_string()) return "";
  return package["type"].get<std::string>();
}

}  // namespace

Result<Configuration> read_configuration(const std::string& path, RuleTable rules) {
  auto text = read_file(path, largest_configuration);
  if (!text) return text.error();
  auto configuration = parse_configuration(path, std::move(*text), rules);
  if (configuration) {
    const std::string absolute = absolute_path(working_directory(), path);
    configuration->folder = std::string(folder_above(absolute).value_or(""));
  }
  return configuration;
}

SettingsLookup::SettingsLookup(RuleTable rules, Settings flags, std::optional<Configuration> configuration)
    : rules_(rules), flags_(std::move(flags)) {
  working_directory_ = working_directory();
  if (configuration) only_ = keep(std::move(*configuration));
}

const SettingsLookup::Loaded* SettingsLookup::keep(Configuration configuration) {
  const std::string folder = configuration.folder.empty() ? "/" : configuration.folder;
  Selection selection(folder, configuration.include, configuration.exclude);
  std::vector<Selection> overrides;
  for (const Override& one : configuration.overrides)
    overrides.emplace_back(folder, one.files, std::vector<std::string>());
  loaded_.push_back(
      std::make_unique<Loaded>(Loaded{std::move(configuration), std::move(selection), std::move(overrides)}));
  return loaded_.back().get();
}

Result<FileSituation> SettingsLookup::find(const std::string& path) {
  const std::string absolute = absolute_path(working_directory_, path);
  const std::string_view folder = folder_above(absolute).value_or("");
  const auto loaded = loaded_above(folder);
  if (!loaded) return loaded.error();
  const bool is_left_out = *loaded != nullptr && !(*loaded)->selection.takes(absolute);
  return FileSituation{&settings_of(*loaded, absolute), is_left_out, package_type_above(folder)};
}

Result<const Configuration*> SettingsLookup::configuration_of_folder(const std::string& path) {
  std::string absolute = absolute_path(working_directory_, path);
  while (absolute.ends_with('/')) absolute.pop_back();
  const auto loaded = loaded_above(absolute);
  if (!loaded) return loaded.error();
  return *loaded == nullptr ? nullptr : &(*loaded)->configuration;
}

std::vector<std::string> SettingsLookup::model_files() const {
  std::vector<std::string> paths;
  for (const auto& loaded : loaded_) {
    const fs::path folder = fs::path(loaded->configuration.path).parent_path();
    for (const std::string& model : loaded->configuration.models) {
      std::string path = (folder / model).lexically_normal().string();
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(std::move(path));
    }
  }
  return paths;
}

Result<const SettingsLookup::Loaded*> SettingsLookup::loaded_above(std::string_view folder) {
  if (only_ != nullptr) return only_;
  std::vector<std::string> asked;
  const Loaded* found = nullptr;
  for (std::optional<std::string_view> here = folder; here && found == nullptr; here = folder_above(*here)) {
    asked.emplace_back(*here);
    if (const auto known = loaded_above_folder_.find(asked.back()); known != loaded_above_folder_.end()) {
      found = known->second;
      break;
    }
    const auto loaded = load_from(asked.back());
    if (!loaded) return loaded.error();
    found = *loaded;
  }
  for (const std::string& one : asked) loaded_above_folder_[one] = found;
  return found;
}

Result<const SettingsLookup::Loaded*> SettingsLookup::load_from(const std::string& folder) {
  const std::string path = folder + "/" + std::string(configuration_file_name);
  if (!is_file(path)) return static_cast<const Loaded*>(nullptr);
  auto configuration = read_configuration(shown_path(working_directory_, path), rules_);
  if (!configuration) return configuration.error();
  return keep(std::move(*configuration));
}

std::optional<std::string> SettingsLookup::package_type_above(std::string_view folder) {
  std::vector<std::string> asked;
  std::optional<std::string> found;
  for (std::optional<std::string_view> here = folder; here; here = folder_above(*here)) {
    // Node does not look out of node_modules: a package without a package.json there has none.
    if (here->ends_with("/node_modules")) break;
    asked.emplace_back(*here);
    if (const auto known = package_type_above_folder_.find(asked.back());
        known != package_type_above_folder_.end()) {
      found = known->second;
      break;
    }
    const std::string path = asked.back() + "/package.json";
    if (!is_file(path)) continue;
    found = read_package_type(path);
    break;
  }
  for (const std::string& one : asked) package_type_above_folder_[one] = found;
  return found;
}

const FileSettings& SettingsLookup::settings_of(const Loaded* loaded, std::string_view path) {
  std::vector<bool> applies;
  if (loaded != nullptr) {
    // Only with --config can a file lie outside of the folder; then no pattern is about it.
    const bool is_below = path.starts_with(loaded->configuration.folder + "/");
    for (const Selection& files : loaded->overrides) applies.push_back(is_below && files.takes(path));
  }
  auto& settings = settings_[{loaded, applies}];
  if (!settings) {
    const Configuration* configuration = loaded == nullptr ? nullptr : &loaded->configuration;
    settings = std::make_unique<FileSettings>(resolve_settings(rules_, flags_, configuration, applies));
  }
  return *settings;
}

}  // namespace leaklint
