#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leaklint {

/// "a.{js,ts}" -> "a.js", "a.ts": what a line of .gitignore lacks for a pattern of a configuration. Groups
/// may be nested. An error when there are too many alternatives to be meant.
Result<std::vector<std::string>> expand_braces(std::string_view pattern);

}  // namespace leaklint
