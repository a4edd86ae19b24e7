#pragma once

#include <optional>

#include "semantics/facts.h"

namespace leaklint {

/// The index of the parameter that a function always returns, as it is or bound: `(self, f) => f.bind(self)`.
/// Each call of such a function returns what that call was given, and not what others were. Nothing for any
/// other function.
std::optional<uint32_t> parameter_returned_by(const FileFacts& facts, FunctionId function);

}  // namespace leaklint
