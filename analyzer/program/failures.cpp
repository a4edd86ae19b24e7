#include "program/failures.h"

#include "semantics/rejection.h"

namespace leaklint {
namespace {

/// The executor of `new Promise(executor)`, or none.
ValueId executor_of(const FileFacts& facts, const Instruction& made) {
  if (made.op != Op::new_ || made.operand_count != 1) return {};
  const Instruction& callee = facts.code[ValueId(made.a)];
  if (callee.op != Op::load_global || facts.names.text(NameId(callee.a)) != "Promise") return {};
  const ValueId executor = facts.operand(made, 0);
  return facts.code[executor].op == Op::function ? executor : ValueId();
}

/// A throw of its own. What the functions that an executor calls may throw is too far off to tell.
bool has_throw(const FileFacts& facts, FunctionId id) {
  const Function& function = facts.functions[id];
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw)
    if (facts.code[ValueId(raw)].op == Op::throw_) return true;
  return false;
}

/// `resolve(…)`, `next(…)`: what a caller hands in to be called returns nothing that is waited for.
bool is_call_of_parameter(const FileFacts& facts, ValueId call) {
  const Instruction& callee = facts.code[ValueId(facts.code[call].a)];
  return callee.op == Op::load && facts.variables[BindingId(callee.a)].kind == BindingKind::parameter;
}

/// `x.then(…)` or `x.finally(…)`.
bool is_chain(const FileFacts& facts, ValueId call) {
  const Instruction& callee = facts.code[ValueId(facts.code[call].a)];
  if (facts.code[call].op != Op::call || callee.op != Op::member) return false;
  const std::string_view name = facts.names.text(NameId(callee.b));
  return name == "then" || name == "finally";
}

}  // namespace

Failures::Failures(const Program& program, const Flow& flow, const CodeAnswers& answers)
    : program_(program),
      flow_(flow),
      answers_(answers),
      rows_(program.function_count()),
      dependents_(program.function_count()) {
  for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
    const FileId file(raw);
    for (FunctionId id : ids(program.file(file).facts.functions)) read_function(file, id);
  }
  spread();
  dependents_.clear();
}

void Failures::read_function(FileId file, FunctionId id) {
  const Function& function = program_.file(file).facts.functions[id];
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw)
    read_instruction(file, program_.global(file, id), ValueId(raw));
}

void Failures::read_instruction(FileId file, GlobalFunction function, ValueId id) {
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& row = facts.code[id];
  const GlobalValue at = program_.global(file, id);
  const What own = program_.function(function).is_async ? What::rejects : What::throws;
  switch (row.op) {
    case Op::throw_:
      if (!is_caught(file, id)) fail(function, own, at);
      return;
    case Op::await_:
      if (!is_caught(file, id)) read_handed_on(file, function, id, own);
      return;
    case Op::loop_begin:
      if (static_cast<LoopKind>(row.aux) == LoopKind::for_await && !is_caught(file, id))
        fail(function, own, at);
      return;
    case Op::return_:  // no catch clause sees the rejection of what is returned unawaited
      return read_handed_on(file, function, id, What::rejects);
    case Op::call:
    case Op::new_:
      if (is_caught(file, id)) return;
      for (const CallEdge& edge : flow_.callees_of(at))
        if (edge.kind != CallEdge::Kind::callback) depend(edge.callee, {function, own, What::throws, at});
      return;
    default:
      return;
  }
}

/// An await or a return of a promise: it fails when the promise rejects.
void Failures::read_handed_on(FileId file, GlobalFunction function, ValueId id, What fails) {
  const FileFacts& facts = program_.file(file).facts;
  const GlobalValue at = program_.global(file, id);
  const bool is_return = facts.code[id].op == Op::return_;
  ValueId made = promise_handed_on(file, id);
  if (is_return && (!made || is_call_of_parameter(facts, made))) return;
  if (!leaklint::may_reject(facts, answers_.uses(file), id)) return;
  // `x.then(f)` fails when x does, or f.
  for (int steps = 0; steps < 16 && made && is_chain(facts, made); ++steps) {
    depend_on_handlers(file, made, {function, fails, What::rejects, at});
    const ValueId source(facts.code[ValueId(facts.code[made].a)].a);
    const Op op = facts.code[source].op;
    made = op == Op::call || op == Op::new_ ? source : ValueId();
  }
  if (!made) return fail(function, fails, at);
  if (const ValueId executor = executor_of(facts, facts.code[made])) {
    const FunctionId body(facts.code[executor].a);
    if (facts.functions[body].parameter_count > 1 || has_throw(facts, body)) fail(function, fails, at);
    return;
  }
  bool is_known = false;
  for (const CallEdge& edge : flow_.callees_of(program_.global(file, made))) {
    if (edge.kind != CallEdge::Kind::direct) continue;
    is_known = true;
    depend(edge.callee, {function, fails, What::rejects, at});
  }
  if (!is_known) fail(function, fails, at);
}

void Failures::depend_on_handlers(FileId file, ValueId chain, Dependency dependency) {
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& row = facts.code[chain];
  for (uint32_t at = 0; at < row.operand_count; ++at) {
    const Instruction& handler = facts.code[facts.operand(row, at)];
    if (handler.op != Op::function) continue;
    const FunctionId body(handler.a);
    if (has_throw(facts, body)) fail(dependency.caller, dependency.caller_fails, dependency.at);
    depend(program_.global(file, body), dependency);
  }
}

/// The call or `new` whose promise an await or a return hands on, looking through a variable that is written
/// once; none when it is something else.
ValueId Failures::promise_handed_on(FileId file, ValueId at) const {
  const FileFacts& facts = program_.file(file).facts;
  ValueId value(facts.code[at].a);
  if (!value) return {};
  if (facts.code[value].op == Op::load)
    if (const ValueId store = answers_.uses(file).only_store_of(BindingId(facts.code[value].a)))
      value = stored_value(facts.code[store]);
  const Op op = facts.code[value].op;
  return op == Op::call || op == Op::new_ ? value : ValueId();
}

bool Failures::is_caught(FileId file, ValueId at) const {
  const ControlFlow& control = answers_.control_flow(file);
  for (auto around = control.try_around(at); around; around = control.try_around(around->begin))
    if (around->part == TryAround::Part::body && around->catch_) return true;
  return false;
}

void Failures::depend(GlobalFunction callee, Dependency dependency) {
  dependents_[callee.raw].push_back(dependency);
}

void Failures::fail(GlobalFunction function, What what, GlobalValue at) {
  GlobalValue& why = what == What::throws ? rows_[function.raw].throws : rows_[function.raw].rejects;
  if (why) return;
  why = at;
  new_.push_back({function, what});
}

void Failures::spread() {
  while (!new_.empty()) {
    const auto [callee, what] = new_.back();
    new_.pop_back();
    for (const Dependency& row : dependents_[callee.raw])
      if (row.callee_fails == what) fail(row.caller, row.caller_fails, row.at);
  }
}

}  // namespace leaklint
