#include "program/passed_through.h"

namespace leaklint {
namespace {

class ReturnedParameter {
 public:
  ReturnedParameter(const FileFacts& facts, FunctionId function)
      : facts_(facts), function_(facts.functions[function]) {}

  std::optional<uint32_t> find() const {
    if (function_.is_async || function_.is_generator || function_.parameter_count == 0) return std::nullopt;
    std::optional<uint32_t> found;
    for (uint32_t raw = function_.code_begin.raw; raw < function_.code_end.raw; ++raw) {
      const Instruction& row = facts_.code[ValueId(raw)];
      if (row.op != Op::return_) continue;
      const auto index = row.a == ValueId::none_raw ? std::nullopt : parameter_at(ValueId(row.a), 4);
      if (!index || (found && *found != *index)) return std::nullopt;
      found = index;
    }
    return found;
  }

 private:
  /// The parameter that a value is, through `depth` variables and bindings.
  std::optional<uint32_t> parameter_at(ValueId value, int depth) const {
    const Instruction& row = facts_.code[value];
    if (depth == 0) return std::nullopt;
    if (row.op == Op::param) return row.a;
    if (row.op == Op::call) {
      const Instruction& callee = facts_.code[ValueId(row.a)];
      if (callee.op != Op::member || facts_.names.text(NameId(callee.b)) != "bind") return std::nullopt;
      return parameter_at(ValueId(callee.a), depth - 1);
    }
    if (row.op != Op::load) return std::nullopt;
    const ValueId store = only_store_of(BindingId(row.a));
    return store ? parameter_at(ValueId(facts_.code[store].b), depth - 1) : std::nullopt;
  }

  /// The one store to a variable, when it is this function's own and nothing inside writes it again.
  ValueId only_store_of(BindingId variable) const {
    const Variable& row = facts_.variables[variable];
    if (row.is_reassigned) return {};
    ValueId found;
    for (uint32_t raw = function_.code_begin.raw; raw < function_.code_end.raw; ++raw) {
      const Instruction& store = facts_.code[ValueId(raw)];
      if (store.op == Op::store && store.a == variable.raw) {
        if (found) return {};
        found = ValueId(raw);
      }
    }
    return found;
  }

  const FileFacts& facts_;
  const Function& function_;
};

}  // namespace

std::optional<uint32_t> parameter_returned_by(const FileFacts& facts, FunctionId function) {
  return ReturnedParameter(facts, function).find();
}

}  // namespace leaklint
