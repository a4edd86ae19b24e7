#pragma once

#include <optional>
#include <vector>

#include "retention/retention.h"

namespace leaklint {

/// Which parameter of `function` a value is read from, or nothing.
std::optional<uint32_t> parameter_index(const Program& program, GlobalFunction function, GlobalValue value);

/// Whether a function expression is what the function around it returns.
bool is_returned(const Program& program, GlobalFunction closure);

/// A call of a program's own `subscribe(listener)`, which puts the listener into a collection and returns the
/// function that takes it out again: the caller drops that function.
struct DroppedSubscription {
  GlobalValue call;
  GlobalValue listener;  ///< as the caller gives it
  EffectId add;          ///< inside of the called function
};

/// Every one of them, in order of place. Where something else takes out of the collection too, there are
/// none.
std::vector<DroppedSubscription> dropped_subscriptions(const Retention& retention);

}  // namespace leaklint
