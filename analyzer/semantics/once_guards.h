#pragma once

#include <optional>

#include "semantics/control_flow.h"
#include "semantics/place.h"
#include "semantics/value_uses.h"

namespace leaklint {

/// The proof that some code runs once for each holder of a piece of state, and not on every call: it runs
/// only when a test of that state succeeds, and it always changes the state so that the test fails the next
/// time. Who the holder is, `place` tells: a module's variable, an instance (`this.started`), an argument
/// (`emitter.patched`).
struct OnceGuard {
  enum class Kind : uint8_t {
    flag,            ///< `if (started) return; started = true`
    own_value,       ///< `if (!timer) timer = setInterval(…)`, `timer ??= …`: the state is what is made
    counter,         ///< `if (++users === 1)`, `if (!list.length)` before a push
    per_key,         ///< `if (!map.has(key)) map.set(key, …)`: once for each key
    listener_count,  ///< `if (emitter.listenerCount('e') === 0)`: `place` is the emitter, `key` the event
  };
  Kind kind = Kind::flag;
  PlacePath place;        ///< where the state is kept
  ValueId condition;      ///< the test
  ValueId set_at;         ///< what makes it fail the next time
  ValueId reset_at;       ///< what makes it succeed again, or none: from then on the code may run once more
  ValueId key;            ///< per_key, listener_count; none when it cannot be told
  bool may_race = false;  ///< the function may be suspended between test and set: two calls can get through
  bool resets_itself = false;  ///< the reset is in a callback made by the same function
};

/// The nearest such guard of `at`, one that is for all keys before one for each key. State that every call
/// makes anew is no guard, and neither is a flag that the same call always resets (that only keeps calls from
/// overlapping).
std::optional<OnceGuard> once_guard_of(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                                       ValueId at);
/// A weaker proof, for what costs rather than grows: the code runs when a collection lacks a key, and some
/// way from there puts the key in. `if (known[name]) return known[name]; for (…) if (…) known[name] = …`.
std::optional<OnceGuard> memo_guard_of(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                                       ValueId at);

}  // namespace leaklint
