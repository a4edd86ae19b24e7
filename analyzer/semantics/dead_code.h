#pragma once

#include "semantics/control_flow.h"
#include "semantics/value_uses.h"

namespace leaklint {

/// Whether an instruction stands behind a condition that never holds: a literal, or a variable that is one
/// there.
bool is_dead(const FileFacts& facts, const ValueUses& uses, const ControlFlow& control, ValueId at);

}  // namespace leaklint
