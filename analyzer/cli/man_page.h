#pragma once

#include <string>

#include "cli/command_table.h"

namespace leaklint {

/// The program's manual, as `man` reads it.
std::string man_page(const CommandRow& program, const std::string& version);

}  // namespace leaklint
