#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/terminal.h"
#include "lint/baseline.h"
#include "lint/configuration.h"

namespace CLI {
class App;
}

namespace leaklint {

/// The options of `check` as they were typed.
struct CheckFlags {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output;
  std::string configuration;
  std::string preset;
  std::string confidence;
  std::string fail_on = "warning";
  std::string color = "auto";
  std::string standard_input_name;
  std::string baseline;
  std::string revision;
  std::vector<std::string> rules;
  std::string threads;
  std::string max_warnings;
  std::string sarif_category = "leaklint";
  std::string cache_folder;
  bool fixes = false;
  bool dry_run = false;
  bool staged = false;
  bool no_baseline = false;
  bool no_cache = false;
  bool no_ignore = false;
  bool quiet = false;
  bool stats = false;
  bool sarif_suppressed = false;
};

enum class Format : uint8_t { text, json, sarif, github, html, junit };

/// The same, understood.
struct CheckPlan {
  CheckFlags flags;
  Format format = Format::text;
  ColorChoice color = ColorChoice::automatic;
  Severity fail_on = Severity::warning;  ///< `off` for never
  Settings settings;
  std::optional<Configuration> configuration;
  std::optional<Baseline> baseline;  ///< of --baseline, which replaces all others
  unsigned threads = 1;
  std::optional<int> max_warnings;
};

void declare_check_flags(CLI::App& command, CheckFlags& flags);
/// Those that also make sense for `baseline`.
void declare_baseline_flags(CLI::App& command, CheckFlags& flags);

/// An error is one line that names the option and the nearest right spelling.
Result<CheckPlan> understand(CheckFlags flags, RuleTable rules);

}  // namespace leaklint
