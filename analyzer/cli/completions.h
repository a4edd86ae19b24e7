#pragma once

#include <string>

#include "cli/command_table.h"

namespace leaklint {

/// Scripts that teach a shell to complete commands, options and their values.
std::string bash_completions(const CommandRow& program);
std::string zsh_completions(const CommandRow& program);
std::string fish_completions(const CommandRow& program);

}  // namespace leaklint
