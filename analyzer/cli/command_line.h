#pragma once

#include <functional>

namespace leaklint {

/// Does what the arguments say and returns the exit code. `serve` is the other face, which `leaklint lsp`
/// shows.
int run_command_line(int argument_count, char** arguments, std::function<int()> serve);

}  // namespace leaklint
