#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "driver/discover.h"
#include "driver/settings_lookup.h"

namespace leaklint {

/// The files to analyse for what the user names, where the configuration above each named folder has a say:
/// what it excludes is not even entered. An error is that of a configuration.
Result<Discovered> discover_configured(std::span<const std::string> paths, bool no_ignore,
                                       SettingsLookup& lookup);

}  // namespace leaklint
