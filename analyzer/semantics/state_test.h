#pragma once

#include <optional>

#include "semantics/control_flow.h"
#include "semantics/place.h"

namespace leaklint {

/// What a condition, with the outcome it had, says of the state that is kept at a place.
struct StateTest {
  enum class Kind : uint8_t {
    empty,             ///< false, null, undefined or 0: `!x`, `x === null`
    set,               ///< something
    equals,            ///< the value `other`
    differs,           ///< not the value `other`
    counted,           ///< counts itself while it tests: `++x === 1`, `!x++`; `write` is the store
    empty_collection,  ///< `!x.size`, `x.length === 0`
    lacks_key,         ///< `!x.has(key)`, `!x.get(key)`, `!x.includes(key)`, `!(key in x)`, `!x[key]`
    no_listeners,      ///< `x.listenerCount(key) === 0`, `!x.listeners(key).length`
  };
  Kind kind;
  PlacePath place;
  ValueId other;  ///< equals, differs
  ValueId key;    ///< lacks_key, no_listeners; none when it cannot be told (`!x.some(…)`)
  ValueId write;  ///< counted
};

/// Reads one condition that is no &&, ||, !, as `ControlFlow::guards_of` gives it.
std::optional<StateTest> state_test_of(const FileFacts& facts, const ValueUses& uses, ValueId condition,
                                       bool sense);

/// A method call: what it is called on, and by which name.
struct MethodCall {
  ValueId receiver;
  std::string_view name;
};
std::optional<MethodCall> method_call_of(const FileFacts& facts, ValueId call);

}  // namespace leaklint
