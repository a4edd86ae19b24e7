#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leaklint {

/// What `git ARGUMENT…` prints, run in the working folder with `input` on its standard input. An error is
/// what git says on standard error, or why it could not be run. User texts among the arguments have to follow
/// `--end-of-options`, as they might look like options.
Result<std::string> run_git(std::vector<std::string> arguments, std::string_view input = "");

/// The parts of a text that git writes with -z, each ended by a NUL byte.
std::vector<std::string> split_at_nul(std::string_view text);

/// The top folder of the work tree that the working folder is in; absolute.
Result<std::string> repository_top();

}  // namespace leaklint
