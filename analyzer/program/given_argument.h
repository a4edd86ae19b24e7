#pragma once

#include "models/model.h"
#include "program/program.h"

namespace leaklint {

/// Whether a call is given an argument, or an option in an object that is written there. An object that comes
/// from elsewhere, and one that another is spread into, may have the option, and counts.
bool is_given(const Program& program, GlobalValue call, const ArgumentRange& argument);

}  // namespace leaklint
