#pragma once

#include <span>
#include <vector>

#include "semantics/facts.h"
#include "semantics/operands.h"

namespace leaklint {

/// One operand slot that holds a value.
struct ValueUse {
  ValueId user;  ///< the instruction; none for an export
  UseRole role;
  uint16_t index = 0;  ///< which argument, property, element; beyond 65,535 the last

  bool is(UseRole asked, uint32_t at) const { return role == asked && index == at; }
};
static_assert(sizeof(ValueUse) == 8);

/// Rows grouped by a dense key: two flat arrays.
template <class Row>
struct GroupedRows {
  std::vector<uint32_t> starts;  // one more than there are keys
  std::vector<Row> rows;

  std::span<const Row> of(uint32_t key) const {
    if (key >= starts.size() - 1) return {};
    return std::span(rows).subspan(starts[key], starts[key + 1] - starts[key]);
  }
};

/// The reverse of one file's operands: who uses a value, a variable, a property name. Every answer is in
/// order of the code. Made in time linear in the file.
class ValueUses {
 public:
  explicit ValueUses(const FileFacts& facts);

  std::span<const ValueUse> uses_of(ValueId value) const { return uses_.of(value.raw); }
  /// `store` instructions, those of nested functions and initialisers included.
  std::span<const ValueId> stores_of(BindingId variable) const { return stores_.of(variable.raw); }
  std::span<const ValueId> loads_of(BindingId variable) const { return loads_.of(variable.raw); }
  /// `store_member` and `delete_member` instructions of that property name, of whatever object.
  std::span<const ValueId> member_writes_of(NameId name) const { return member_writes_.of(name.raw); }
  /// `member` instructions of that property name, of whatever object.
  std::span<const ValueId> member_reads_of(NameId name) const { return member_reads_.of(name.raw); }
  /// `store_global` instructions of that name.
  std::span<const ValueId> global_stores_of(NameId name) const { return global_stores_.of(name.raw); }

  /// The only instruction that ever writes a variable, its initialiser included; none when there are several
  /// or none at all.
  ValueId only_store_of(BindingId variable) const {
    const auto stores = stores_of(variable);
    return stores.size() == 1 ? stores.front() : ValueId();
  }
  /// The call or `new` that calls a value, when there is exactly one such use: the call of `x.on` in
  /// `x.on(…)`. Otherwise none.
  ValueId call_of(ValueId callee) const;

 private:
  GroupedRows<ValueUse> uses_;
  GroupedRows<ValueId> stores_, loads_, member_writes_, member_reads_, global_stores_;
};

/// The value a variable, global or property receives by an instruction that stores; otherwise none.
ValueId stored_value(const Instruction& instruction);

/// Where a value was made, looking through `await` and through variables that are written once:
/// `const p = open(); const c = await p` brings `c` back to the call.
ValueId origin_of(const FileFacts& facts, const ValueUses& uses, ValueId value);

}  // namespace leaklint
