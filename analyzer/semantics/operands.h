#pragma once

#include "semantics/facts.h"

namespace leaklint {

/// What an instruction does with one of its operands.
enum class UseRole : uint8_t {
  callee,      ///< of a call or `new`
  argument,    ///< index: which
  receiver,    ///< the object of a member that is called: `x` in `x.on(…)`
  object,      ///< the object of any other member or index read
  key,         ///< of an index read, store or delete
  target,      ///< the object whose property is stored or deleted
  stored,      ///< into a variable or a global
  stored_in,   ///< into a property of an object
  property,    ///< of an object literal; index: which Property row
  element,     ///< of an array literal; index: which
  spread,      ///< `...x`
  chosen,      ///< of `choose`; index: which
  operand,     ///< of a primitive; index: which
  awaited,     ///< `await x`
  yielded,     ///< `yield x`
  returned,    ///< `return x`, the body of an arrow
  thrown,      ///< `throw x`
  condition,   ///< of an if, a loop's exit, ?:, && and ||
  tested,      ///< the discriminant of a switch, or a case's test
  taken_from,  ///< destructured or iterated: elements, keys, the rest
  component,   ///< of a JSX element
  child,       ///< of a JSX element; index: 0 is its properties
  module,      ///< the name given to import()
  decorator,
  heritage,  ///< of the class that the instruction makes
  exported,  ///< `export default x`, `export = x`; no instruction uses it
};

/// Calls `visit(operand, role, index)` for every operand of an instruction that is a value. `receiver` is
/// reported as `object`: only a later instruction tells whether a member is called.
template <class Visit>
void for_each_operand(const FileFacts& facts, const Instruction& instruction, Visit&& visit) {
  const auto one = [&](uint32_t raw, UseRole role, uint32_t index = 0) {
    if (raw != ValueId::none_raw) visit(ValueId(raw), role, index);
  };
  const auto list = [&](UseRole role) {
    for (uint32_t at = 0; at < instruction.operand_count; ++at)
      one(facts.operands[instruction.operands + at], role, at);
  };
  switch (instruction.op) {
    case Op::primitive:
      return list(UseRole::operand);
    case Op::choose:
      return list(UseRole::chosen);
    case Op::array:
      return list(UseRole::element);
    case Op::object:
      for (uint32_t at = 0; at < facts.property_count(instruction); ++at)
        one(facts.property(instruction, at).value.raw, UseRole::property, at);
      return;
    case Op::call:
    case Op::new_:
      one(instruction.a, UseRole::callee);
      return list(UseRole::argument);
    case Op::jsx:
      one(instruction.a, UseRole::component);
      return list(UseRole::child);
    case Op::member:
      return one(instruction.a, UseRole::object);
    case Op::index:
      one(instruction.a, UseRole::object);
      return one(instruction.b, UseRole::key);
    case Op::spread:
      return one(instruction.a, UseRole::spread);
    case Op::await_:
      return one(instruction.a, UseRole::awaited);
    case Op::yield_:
      return one(instruction.a, UseRole::yielded);
    case Op::element:
    case Op::key:
    case Op::rest:
      return one(instruction.a, UseRole::taken_from);
    case Op::import_call:
      return one(instruction.a, UseRole::module);
    case Op::store:
    case Op::store_global:
      return one(instruction.b, UseRole::stored);
    case Op::store_member:
      one(instruction.a, UseRole::target);
      return one(instruction.c, UseRole::stored_in);
    case Op::store_index:
      one(instruction.a, UseRole::target);
      one(instruction.b, UseRole::key);
      return one(instruction.c, UseRole::stored_in);
    case Op::delete_index:
      one(instruction.b, UseRole::key);
      return one(instruction.a, UseRole::target);
    case Op::delete_member:
      return one(instruction.a, UseRole::target);
    case Op::decorate:
      return one(instruction.a, UseRole::decorator);
    case Op::class_:
      return one(facts.classes[ClassId(instruction.a)].heritage.raw, UseRole::heritage);
    case Op::if_begin:
      return one(instruction.a, UseRole::condition);
    case Op::switch_begin:
    case Op::case_:
      return one(instruction.a, UseRole::tested);
    case Op::return_:
      return one(instruction.a, UseRole::returned);
    case Op::throw_:
      return one(instruction.a, UseRole::thrown);
    default:
      return;
  }
}

}  // namespace leaklint
