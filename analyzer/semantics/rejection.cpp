#include "semantics/rejection.h"

namespace leaklint {
namespace {

bool is_named(const FileFacts& facts, ValueId callee, std::string_view name) {
  const Instruction& member = facts.code[callee];
  return member.op == Op::member && facts.names.text(NameId(member.b)) == name;
}

/// `new Promise((resolve) => …)`: nothing can reject it, its executor does not even take the function to do
/// so.
bool never_rejects_itself(const FileFacts& facts, const Instruction& made) {
  const Instruction& callee = facts.code[ValueId(made.a)];
  if (callee.op != Op::load_global || facts.names.text(NameId(callee.a)) != "Promise") return false;
  if (made.operand_count != 1) return false;
  const Instruction& executor = facts.code[facts.operand(made, 0)];
  return executor.op == Op::function && facts.functions[FunctionId(executor.a)].parameter_count <= 1;
}

/// `Promise.resolve(value)`, unless the value may be a promise itself.
bool is_resolved(const FileFacts& facts, const Instruction& call) {
  const Instruction& callee = facts.code[ValueId(call.a)];
  if (callee.op != Op::member || !is_named(facts, ValueId(call.a), "resolve")) return false;
  const Instruction& object = facts.code[ValueId(callee.a)];
  if (object.op != Op::load_global || facts.names.text(NameId(object.a)) != "Promise") return false;
  if (call.operand_count == 0) return true;
  const Op op = facts.code[facts.operand(call, 0)].op;
  return op != Op::call && op != Op::new_ && op != Op::choose && op != Op::load;
}

}  // namespace

bool may_reject(const FileFacts& facts, const ValueUses& uses, ValueId await) {
  if (facts.code[await].a == ValueId::none_raw) return false;
  ValueId promise(facts.code[await].a);
  // `const p = x.catch(…); await p` is safe; what went through another await is not the promise any more.
  if (facts.code[promise].op == Op::load)
    if (const ValueId store = uses.only_store_of(BindingId(facts.code[promise].a)))
      promise = stored_value(facts.code[store]);
  const Instruction& made = facts.code[promise];
  switch (made.op) {
    case Op::constant:
    case Op::object:
    case Op::array:
    case Op::primitive:
    case Op::function:
      return false;
    case Op::new_:
      return !never_rejects_itself(facts, made);
    case Op::call:
      if (is_named(facts, ValueId(made.a), "catch")) return made.operand_count == 0;
      if (is_named(facts, ValueId(made.a), "then")) return made.operand_count < 2;
      return !is_named(facts, ValueId(made.a), "allSettled") && !is_resolved(facts, made);
    default:
      return true;
  }
}

}  // namespace leaklint
