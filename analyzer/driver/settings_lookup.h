#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "driver/selection.h"
#include "lint/file_settings.h"

namespace leaklint {

/// What the folders above a file say about it.
struct FileSituation {
  const FileSettings* settings;
  bool is_left_out;  ///< by `include` or `exclude`
  std::optional<std::string> package_type;
};

/// Finds, for each file, the leaklint.json and the package.json that count for it. Every folder is looked at
/// once. Not for several threads at a time; what it returns stays valid as long as it lives, and may be
/// shared.
class SettingsLookup {
 public:
  /// `flags` are the command line's; `configuration`, when given, replaces all leaklint.json.
  SettingsLookup(RuleTable rules, Settings flags, std::optional<Configuration> configuration);

  /// An error is that of a configuration that cannot be read or is wrong.
  Result<FileSituation> find(const std::string& path);

  /// The model files that the configurations found so far name, each once, in the order of their finding.
  std::vector<std::string> model_files() const;

  /// The configuration that counts for the files of a folder; null when there is none.
  Result<const Configuration*> configuration_of_folder(const std::string& path);

 private:
  /// A configuration whose patterns have been made ready.
  struct Loaded {
    Configuration configuration;
    Selection selection;
    std::vector<Selection> overrides;
  };
  const Loaded* keep(Configuration configuration);
  Result<const Loaded*> loaded_above(std::string_view folder);
  Result<const Loaded*> load_from(const std::string& folder);
  std::optional<std::string> package_type_above(std::string_view folder);
  const FileSettings& settings_of(const Loaded* loaded, std::string_view path);

  RuleTable rules_;
  Settings flags_;
  std::string working_directory_;
  std::vector<std::unique_ptr<Loaded>> loaded_;
  const Loaded* only_ = nullptr;  ///< of --config
  std::unordered_map<std::string, const Loaded*> loaded_above_folder_;
  std::unordered_map<std::string, std::optional<std::string>> package_type_above_folder_;
  std::map<std::pair<const Loaded*, std::vector<bool>>, std::unique_ptr<FileSettings>> settings_;
};

/// Reads the configuration of `--config`. Its patterns are relative to the folder it lies in.
Result<Configuration> read_configuration(const std::string& path, RuleTable rules);

}  // namespace leaklint
