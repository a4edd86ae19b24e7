#pragma once

#include "lint/configuration.h"
#include "lint/file_linter.h"

namespace leaklint {

/// What holds for the files to which the same configuration and the same overrides apply; shared by threads.
struct FileSettings {
  RuleStates states;
  Confidence confidence = Confidence::medium;  ///< findings below it are hidden
  GlobalNames globals;
  FileLinter linter;
};

/// `flags` are the command line's: they come after, and instead of, what `configuration` says; its presets
/// count for nothing once a preset is asked for. `configuration` may be null. `applies` tells for each
/// override whether it does.
FileSettings resolve_settings(RuleTable rules, const Settings& flags, const Configuration* configuration,
                              const std::vector<bool>& applies);

}  // namespace leaklint
