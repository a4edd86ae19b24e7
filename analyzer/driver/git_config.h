#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leaklint {

// The value of a key such as `core.excludesfile` (in lower case) in the text of a git configuration file; the
// last one counts, as in git. Files that `include.path` names are not read.
std::optional<std::string> git_setting(std::string_view configuration, std::string_view key);

}  // namespace leaklint
