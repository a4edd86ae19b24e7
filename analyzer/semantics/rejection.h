#pragma once

#include "semantics/facts.h"
#include "semantics/value_uses.h"

namespace leaklint {

/// Whether awaiting may throw. `await p.catch(…)`, `await Promise.allSettled(…)` and the wait of
/// `await new Promise((resolve) => setTimeout(resolve, ms))` do not.
bool may_reject(const FileFacts& facts, const ValueUses& uses, ValueId await);

}  // namespace leaklint
