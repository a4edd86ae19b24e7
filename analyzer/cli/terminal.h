#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace leaklint {

/// What a command ends with, as the contract fixes it.
enum ExitCode : int { exit_clean = 0, exit_findings = 1, exit_error = 2 };

/// Writes all of it to standard output. A reader that has gone away (`| head`) is no error of ours; anything
/// else, such as a full disk, is said on standard error. Whether the output arrived, or nobody wants it.
[[nodiscard]] bool write_to_standard_output(std::string_view bytes);

/// All of standard input, which may be a file, a pipe, a socket or a terminal.
Result<std::string> read_standard_input();

/// One line on standard error: "leaklint: MESSAGE".
void complain(std::string_view message);

enum class ColorChoice : uint8_t { automatic, always, never };

/// Whether to colour what goes to standard output: `automatic` asks the terminal, NO_COLOR and TERM.
bool wants_color(ColorChoice choice);

/// The columns of the terminal, or a usual number.
uint32_t terminal_width();

}  // namespace leaklint
