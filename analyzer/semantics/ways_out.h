#pragma once

#include <functional>
#include <span>
#include <vector>

#include "semantics/control_flow.h"
#include "semantics/value_uses.h"

namespace leaklint {

/// A way on which control leaves a function, or comes back to where something was acquired, while what was
/// acquired has not been released.
struct WayOut {
  enum class Kind : uint8_t {
    end,                ///< falls off the end of the function
    return_,            ///< at: the return
    throw_,             ///< at: the throw; or the call that throws, where that was asked for
    throw_after_await,  ///< at: the await (or the loop_begin of a for await) whose promise may reject
    loop_again,         ///< acquires again while the one before is still held; at: the acquiring instruction
  };
  Kind kind = Kind::end;
  ValueId at;  ///< none for `end`
  friend bool operator==(const WayOut&, const WayOut&) = default;
};

struct WaysOutQuery {
  ValueId from;  ///< the instruction that acquires
  /// Whether an instruction releases what `from` acquired. Asked in the order of the code, for instructions
  /// that may run while it is held.
  std::function<bool(ValueId)> is_release;
  /// Whether responsibility passes to someone else there: the value is returned, stored in something that
  /// lives longer, given away. May be empty.
  std::function<bool(ValueId)> is_handoff = {};
  /// Whether a condition that is true means that there is something to release, beside the tests of the value
  /// and its places that are known anyway. May be empty.
  std::function<bool(ValueId)> is_handle_test = {};
  /// Whether every call counts as one that may throw out of the function. Calls inside a try statement may
  /// always throw to its catch clause: that is what the clause was written for.
  bool calls_may_throw = false;
};

/// The ways on which no release comes after `from`, in the order of the code. Linear in the code that follows
/// `from` (or the outermost loop around it) up to where nothing is held any more.
std::vector<WayOut> ways_out(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                             const WaysOutQuery& query);

/// Whether `to` runs after `from` on every way out of the function, exceptions and loops included.
bool always_runs_after(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow, ValueId from,
                       ValueId to);

/// Whether every run of `later` in one call has one of `earlier` behind it, as after an `if` both of whose
/// branches have one. All of one function; a `later` inside a loop has to be told by one of them alone.
bool one_always_runs_before(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                            std::span<const ValueId> earlier, ValueId later);

}  // namespace leaklint
