#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "program/config_reader.h"

namespace leaklint {

/// What a tsconfig.json or jsconfig.json says about the places of modules, with all that it extends. Paths
/// are absolute.
struct TsConfig {
  struct Pattern {
    std::string before, after;  ///< around its '*'
    std::vector<std::string> targets;
  };
  std::optional<std::string> base_url;
  std::unordered_map<std::string, std::vector<std::string>> exact_paths;
  std::vector<Pattern> patterns;  ///< in the order in which they are tried: longest `before` first
  std::optional<std::string> out_folder;
  std::vector<std::string>
      source_folders;  ///< what is compiled into `out_folder`: `rootDir`, or what it includes
  std::vector<std::string> virtual_roots;  ///< `rootDirs`: folders that are one folder when the program runs
  std::vector<std::string> references;     ///< the configurations that it is split into

  /// The paths that `paths`, else `baseUrl`, give for a specifier that is not relative, best first.
  std::vector<std::string> candidates(std::string_view specifier) const;
  /// The paths that may be the source of a file that the compiler writes.
  std::vector<std::string> sources_of(std::string_view written) const;
};

/// Reads each configuration once.
class TsConfigs {
 public:
  explicit TsConfigs(ConfigReader& reader) : reader_(reader) {}

  /// The configuration in a folder (tsconfig.json before jsconfig.json), or null.
  const TsConfig* in_folder(std::string_view folder);
  const TsConfig* at(const std::string& path);
  /// The configurations that a folder's files may be compiled with: the nearest one, and those that it is
  /// split into. What is in node_modules has only its own.
  std::vector<const TsConfig*> around(std::string_view folder);

 private:
  const TsConfig* nearest(std::string_view folder);
  std::unique_ptr<TsConfig> load(const std::string& path);
  std::string find_extended(const std::string& from, std::string_view specifier);
  const JsonTree* json_at(const std::string& path);

  ConfigReader& reader_;
  std::unordered_map<std::string, std::unique_ptr<TsConfig>> by_path_;
  std::unordered_map<std::string, std::unique_ptr<JsonTree>> json_by_path_;
  std::unordered_map<std::string, const TsConfig*> by_folder_;
};

}  // namespace leaklint
