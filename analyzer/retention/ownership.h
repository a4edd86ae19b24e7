#pragma once

#include "retention/retention.h"

namespace leaklint {

/// Whether two values in different files are certainly not the same, because each file reads its own: a field
/// of objects of unrelated classes, or a variable that the other file does not see. `this.onResize` of one
/// component is not that of another.
bool are_of_different_owners(const Retention& retention, GlobalValue a, GlobalValue b);

}  // namespace leaklint
