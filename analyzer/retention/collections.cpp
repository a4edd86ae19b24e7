#include "retention/collections.h"

#include <algorithm>

namespace leaklint {

bool Collections::is_collection(const Effect& add) const {
  if (add.row) return !add.is_spelled;
  const auto objects = retention_.flow.objects_of(add.receiver);
  return !objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
    return retention_.flow.object(id).kind == ObjectKind::literal;
  });
}

bool Collections::is_from_loop(FileId file, ValueId key) const {
  const FileFacts& facts = retention_.facts(file);
  const Instruction& row = facts.code[key];
  if (row.op == Op::key || row.op == Op::element) return true;
  if (row.op != Op::load) return false;
  for (ValueId store : retention_.uses(file).stores_of(BindingId(row.a))) {
    const Instruction& instruction = facts.code[store];
    const Op made = facts.code[ValueId(instruction.b)].op;
    if (made == Op::key) return true;
    // `i++` of a local counter walks an index; a counter that outlives the call makes a new key each time.
    const Variable& variable = facts.variables[BindingId(row.a)];
    if ((instruction.flags & Instruction::compound) && variable.function == facts.function_of(key))
      return true;
  }
  return false;
}

bool Collections::has_bounded_key(const Effect& add) const {
  if (!add.key) return false;
  const FileId file = retention_.program.file_of(add.key);
  const ValueId key = retention_.program.local(add.key);
  const Instruction& row = retention_.facts(file).code[key];
  if (row.op == Op::constant || row.op == Op::regexp) return true;
  if (row.op == Op::primitive) {
    const auto kind = static_cast<Operator>(row.aux);
    if (kind == Operator::typeof_ || kind == Operator::not_ || kind == Operator::equal) return true;
  }
  if (add.row && add.row->key != add.row->value) return retention_.constant_text(add.key).has_value();
  if (add.row) return false;
  return retention_.constant_text(add.key).has_value() || is_from_loop(file, key);
}

bool Collections::is_replaced(GlobalValue receiver) const {
  const auto path = retention_.place_of(receiver);
  if (!path) return false;
  const FileId file = retention_.program.file_of(receiver);
  const FileFacts& facts = retention_.facts(file);
  const ValueUses& uses = retention_.uses(file);
  if (path->root() == PlacePath::Root::variable && !path->has_steps()) {
    const auto stores = uses.stores_of(path->variable());
    // The initialiser makes it; any other store puts a new one in its place.
    return std::count_if(stores.begin(), stores.end(), [&](ValueId id) {
             const Instruction& row = facts.code[id];
             return !(row.flags & Instruction::initializer) && !(row.flags & Instruction::logical_assign) &&
                    facts.functions[facts.function_of(id)].kind != FunctionKind::module;
           }) > 0;
  }
  const NameId name = path->last_name();
  if (!name) return false;
  for (ValueId id : uses.member_writes_of(name)) {
    const Instruction& row = facts.code[id];
    if (row.op != Op::store_member || (row.flags & (Instruction::initializer | Instruction::logical_assign)))
      continue;
    const Function& function = facts.functions[facts.function_of(id)];
    if (function.kind == FunctionKind::constructor || function.kind == FunctionKind::module) continue;
    const auto written = place_written(facts, uses, id);
    if (!written || !is_same_place(facts, *written, *path)) continue;
    // A constructor function of the old style makes its fields as a constructor does.
    const ObjectId constructor =
        retention_.flow.constructor_of_this(retention_.program.global(file, facts.function_of(id)));
    if (constructor && retention_.flow.object(constructor).kind == ObjectKind::function &&
        GlobalFunction(retention_.flow.object(constructor).owner) ==
            retention_.program.global(file, facts.function_of(id)))
      continue;
    return true;
  }
  return false;
}

bool Collections::is_trimmed(const Effect& add) const {
  return !retention_.trims_of(add).empty() || is_replaced(add.receiver);
}

bool Collections::checks_size(const Effect& add) const {
  const FileId file = retention_.program.file_of(add.receiver);
  const FileFacts& facts = retention_.facts(file);
  const ValueUses& uses = retention_.uses(file);
  for (const char* member : {"size", "length"}) {
    const NameId name = facts.names.find(member);
    if (!name) continue;
    for (ValueId id : uses.member_reads_of(name)) {
      const bool compared = [&] {
        for (const ValueUse& use : uses.uses_of(id)) {
          if (use.role != UseRole::operand) continue;
          const auto kind = static_cast<Operator>(facts.code[use.user].aux);
          if (kind == Operator::less || kind == Operator::greater) return true;
        }
        return false;
      }();
      if (!compared) continue;
      // A loop over the whole list compares its length too; that bounds nothing.
      const ValueId object(facts.code[id].a);
      const ValueId block = facts.code[id].block;
      const bool is_loop = block && facts.code[block].op == Op::loop_begin;
      if (!is_loop && retention_.is_same_place(add.receiver, retention_.program.global(file, object)))
        return true;
    }
  }
  return false;
}

bool Collections::is_parameter(GlobalValue value, GlobalFunction function) const {
  if (!value) return false;
  const auto path = retention_.place_of(value);
  if (!path || path->has_steps()) return false;
  const FileId file = retention_.program.file_of(value);
  if (path->root() != PlacePath::Root::variable) return path->root() == PlacePath::Root::parameter;
  const Variable& variable = retention_.facts(file).variables[path->variable()];
  return variable.kind == BindingKind::parameter &&
         retention_.program.global(file, variable.function) == function;
}

bool Collections::is_registration(const Effect& add) const {
  const Execution& execution = retention_.lives.of(add.function);
  if (execution.reason != Execution::Reason::exported) return false;
  const bool keeps_argument = is_parameter(add.value ? add.value : add.key, add.function);
  return keeps_argument && (!add.key || add.key == add.value || is_parameter(add.key, add.function));
}

bool Collections::is_memo(const Effect& add) const {
  if (!add.key) return false;
  const FileId file = retention_.program.file_of(add.at);
  const FileFacts& facts = retention_.facts(file);
  const Function& function = retention_.program.function(add.function);
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw) {
    const Instruction& row = facts.code[ValueId(raw)];
    GlobalValue object, key;
    if (row.op == Op::index) {
      object = retention_.program.global(file, ValueId(row.a));
      key = retention_.program.global(file, ValueId(row.b));
    } else if (row.op == Op::call && row.operand_count == 1) {
      const Instruction& callee = facts.code[ValueId(row.a)];
      if (callee.op != Op::member) continue;
      const std::string_view name = facts.names.text(NameId(callee.b));
      if (name != "get" && name != "has") continue;
      object = retention_.program.global(file, ValueId(callee.a));
      key = retention_.program.global(file, facts.operand(row, 0));
    } else {
      continue;
    }
    if (retention_.is_same_place(object, add.receiver) && retention_.is_same_place(key, add.key)) return true;
  }
  return false;
}

}  // namespace leaklint
