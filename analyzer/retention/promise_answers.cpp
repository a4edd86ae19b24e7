#include "retention/promise_answers.h"

#include <algorithm>

namespace leaklint {

GlobalValue PromiseAnswers::rejection_of(const PromiseFate& fate) const {
  const PromiseFate* at = &fate;
  // A chain is as long as its source; what it starts from decides unless a handler on the way may fail.
  for (int steps = 0; steps < 64 && at->parent; ++steps) {
    const Instruction& row = program.instruction(at->origin);
    if (row.op == Op::call)
      if (const GlobalValue why = rejection_in_callbacks(program.file_of(at->origin), row)) return why;
    if (at->is_caught) return {};
    const PromiseFate* parent = promises.fate_of(at->parent);
    if (!parent) return at->origin;
    at = parent;
  }
  return rejection_of_made(*at);
}

GlobalValue PromiseAnswers::rejection_in_callbacks(FileId file, const Instruction& call) const {
  for (uint32_t at = 0; at < call.operand_count; ++at)
    for (GlobalFunction function :
         promises.functions_of(program.global(file, retention.facts(file).operand(call, at)))) {
      if (failures.may_reject(function)) return failures.rejection_in(function);
      // What the functions that it calls may throw is too far off to tell.
      const GlobalValue thrown = failures.throw_in(function);
      if (thrown && program.instruction(thrown).op == Op::throw_) return thrown;
    }
  return {};
}

/// What an executor returns is nobody's: only what it throws rejects, itself, since what the functions that
/// it calls may throw is too far off to tell.
GlobalValue PromiseAnswers::throw_in_executor(FileId file, const Instruction& made) const {
  for (uint32_t at = 0; at < made.operand_count; ++at)
    for (GlobalFunction executor :
         promises.functions_of(program.global(file, retention.facts(file).operand(made, at))))
      if (const GlobalValue thrown = failures.throw_in(executor);
          thrown && program.instruction(thrown).op == Op::throw_)
        return thrown;
  return {};
}

GlobalValue PromiseAnswers::rejection_of_made(const PromiseFate& fate) const {
  const FileId file = program.file_of(fate.origin);
  const FileFacts& facts = retention.facts(file);
  const Instruction& row = program.instruction(fate.origin);
  const auto callees = promises.callees_of(fate.origin);
  for (GlobalFunction callee : callees)
    if (failures.may_reject(callee)) return failures.rejection_in(callee);
  if (!callees.empty()) return {};
  if (row.op == Op::new_) {
    const bool takes_reject = std::any_of(
        facts.operands.begin() + row.operands, facts.operands.begin() + row.operands + row.operand_count,
        [&](uint32_t raw) {
          const Instruction& executor = facts.code[ValueId(raw)];
          return executor.op != Op::function || facts.functions[FunctionId(executor.a)].parameter_count > 1;
        });
    return takes_reject ? fate.origin : throw_in_executor(file, row);
  }
  if (row.op != Op::call) return fate.origin;
  // `limit(() => …)` fails when the function does.
  for (const ModelledCall& modelled : retention.flow.modelled(fate.origin))
    for (const std::string& returned : modelled.row->returns)
      if (returned.starts_with("@result")) return rejection_in_callbacks(file, row);
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op == Op::member) {
    const std::string_view name = facts.names.text(NameId(callee.b));
    if (is_global_promise(facts, ValueId(callee.a)) && (name == "resolve" || name == "allSettled")) return {};
    if (fate.kind == Promised::list) return rejection_in_callbacks(file, row);
  }
  return fate.origin;
}

}  // namespace leaklint
