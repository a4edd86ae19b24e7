#pragma once

#include <optional>
#include <vector>

#include "semantics/value_uses.h"

namespace leaklint {

/// An object that an expression makes anew each time it is evaluated, and that is the same each time: written
/// with literals, functions that keep nothing of the call alive, and module-level variables that are never
/// written again.
struct FreshConstant {
  enum class Kind : uint8_t {
    object,
    array,
    collection,  ///< a Map or Set
    pattern,     ///< `new RegExp(…)` without state; a regular expression literal is cheap to evaluate
    formatter,   ///< of Intl
  };
  Kind kind = Kind::object;
  ValueId value;
  uint32_t elements = 0;       ///< properties and elements, with those of what is inside
  bool is_frozen = false;      ///< by Object.freeze()
  bool has_objects = false;    ///< holds objects that others may get hold of
  std::vector<ValueId> parts;  ///< the instructions that make it, itself included
};

/// The constant that `value` makes; nothing when it makes none, or one with state of its own.
std::optional<FreshConstant> fresh_constant_at(const FileFacts& facts, const ValueUses& uses, ValueId value);

/// What the code does with such an object.
enum class ConstantFate : uint8_t {
  stays,         ///< reads from it only
  lends_inside,  ///< hands an object inside of it to code that may write to it
  leaves,        ///< writes to it, keeps it, returns it or passes it on
};
ConstantFate fate_of(const FileFacts& facts, const ValueUses& uses, const FreshConstant& constant);

}  // namespace leaklint
