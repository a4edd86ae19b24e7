#include "semantics/dead_code.h"

#include <optional>

#include "semantics/ways_out.h"

namespace leaklint {
namespace {

/// The store that a variable's value comes from for sure at this load, or none.
ValueId store_before(const FileFacts& facts, const ValueUses& uses, const ControlFlow& control,
                     ValueId load) {
  const BindingId binding(facts.code[load].a);
  if (const ValueId only = uses.only_store_of(binding); only && only < load) return only;
  if (facts.variables[binding].is_captured) return {};
  ValueId last;
  for (ValueId store : uses.stores_of(binding))
    if (store < load) last = store;
  const bool is_sure = last && control.dominates(last, load) && !control.loop_around(load);
  return is_sure ? last : ValueId();
}

/// What a condition always is, when it is a literal or a variable that holds one there.
std::optional<bool> known_outcome(const FileFacts& facts, const ValueUses& uses, const ControlFlow& control,
                                  ValueId condition) {
  if (facts.code[condition].op == Op::load)
    if (const ValueId store = store_before(facts, uses, control, condition))
      return constant_outcome(facts, stored_value(facts.code[store]));
  return constant_outcome(facts, condition);
}

}  // namespace

bool is_dead(const FileFacts& facts, const ValueUses& uses, const ControlFlow& control, ValueId at) {
  for (const Guard& guard : control.guards_of(at)) {
    const auto outcome = known_outcome(facts, uses, control, guard.condition);
    if (outcome && *outcome != guard.sense) return true;
  }
  return false;
}

}  // namespace leaklint
