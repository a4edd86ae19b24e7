#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "lint/global_names.h"
#include "lint/registry.h"
#include "lint/rule_states.h"
#include "lint/words.h"

namespace leaklint {

/// What a configuration, or the command line, says about one rule.
struct RuleChange {
  uint16_t rule;
  std::optional<Severity> severity;  ///< none: the rule's own
  OptionMap options;
};

/// What may be said for all files of a configuration, or for some.
struct Settings {
  std::optional<PresetChoice> preset;
  std::optional<Confidence> confidence;
  std::vector<RuleChange> rules;
  GlobalNames globals;
};

struct Override {
  std::vector<std::string> files;
  Settings settings;
};

/// One leaklint.json. The nearest one above a file is the only one that counts for it: nothing is inherited
/// from those further up, so that one file says it all. Patterns are lines as of a .gitignore in its folder;
/// a pattern with {a,b} has become several.
struct Configuration {
  std::string path;
  std::string folder;  ///< what its patterns and paths are relative to; without a slash at its end
  Settings settings;
  std::vector<Override> overrides;
  std::vector<std::string> include;  ///< empty: everything
  std::vector<std::string> exclude;
  std::vector<std::string> models;  ///< the user's own model files, relative to the folder
};

inline constexpr std::string_view configuration_file_name = "leaklint.json";

/// Reads a configuration's text. An error is one line that names the file, the line and column, what is
/// wrong, and the nearest right spelling.
Result<Configuration> parse_configuration(std::string path, std::string text, RuleTable rules);

/// The keys that a configuration may have.
std::span<const std::string_view> configuration_keys();

}  // namespace leaklint
