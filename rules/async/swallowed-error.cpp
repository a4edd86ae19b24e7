#include <algorithm>

#include "base/is_one_of.h"
#include "lint/audience.h"
#include "lint/best_effort.h"
#include "lint/file_context.h"
#include "lint/program_context.h"
#include "lint/rethrow_edits.h"
#include "lint/rule.h"
#include "semantics/explained.h"

namespace leaklint {
namespace {

/// One catch clause.
struct Clause {
  ValueId begin;   ///< the try
  ValueId catch_;  ///< the clause
  ValueId next;    ///< the finally or the end of the statement
  ValueId end;     ///< the end of the statement
  FunctionId function;
};

/// What the try statement does that may fail: the awaits, or where there is none, the calls.
std::vector<ValueId> work_of(const FailureReader& reader, const Clause& clause, Op op) {
  std::vector<ValueId> work;
  for (ValueId at = clause.begin; at < clause.catch_; at = ValueId(at.raw + 1))
    if (reader.facts.code[at].op == op) work.push_back(at);
  return work;
}

bool is_clean_up(const FailureReader& reader, const Clause& clause) {
  auto work = work_of(reader, clause, Op::await_);
  for (ValueId& at : work) {
    const ValueId awaited(reader.facts.code[at].a);
    if (!awaited || reader.facts.code[awaited].op != Op::call) return false;
    at = awaited;
  }
  if (work.empty()) work = work_of(reader, clause, Op::call);
  return std::all_of(work.begin(), work.end(), [&](ValueId call) { return reader.may_fail(call); });
}

/// How the failure can be told from success afterwards.
enum class Trace : uint8_t {
  none,
  no_result,  ///< success returns a value, failure none
  clear,      ///< a variable or field keeps its old value, or what follows returns another
};

Trace trace_of(const FailureReader& reader, const Clause& clause) {
  const FileFacts& facts = reader.facts;
  const ControlFlow& control = reader.retention.control_flow(reader.file);
  // Whoever calls learns of a failure in any case, if not of this one.
  for (ValueId at = clause.end; at < facts.functions[clause.function].code_end; at = ValueId(at.raw + 1))
    if (facts.code[at].op == Op::throw_ && control.always_runs_with(clause.begin, at)) return Trace::clear;
  bool returns_value = false;
  for (ValueId at = clause.begin; at < clause.catch_; at = ValueId(at.raw + 1)) {
    const Instruction& row = facts.code[at];
    if (row.op == Op::store && !(row.flags & Instruction::initializer)) return Trace::clear;
    if (row.op == Op::store_member || row.op == Op::store_index || row.op == Op::break_) return Trace::clear;
    if (row.op == Op::return_ && row.a != ValueId::none_raw) returns_value = true;
  }
  if (!returns_value) return Trace::none;
  const ValueId end = facts.functions[clause.function].code_end;
  for (ValueId at = clause.end; at < end; at = ValueId(at.raw + 1)) {
    const Op op = facts.code[at].op;
    if (op == Op::return_ || op == Op::throw_ || op == Op::call) return Trace::clear;
  }
  return Trace::no_result;
}

/// Whether the function itself is there to tidy up.
bool is_in_clean_up(const FailureReader& reader, FunctionId function) {
  for (; function; function = reader.facts.functions[function].parent) {
    const Function& row = reader.facts.functions[function];
    if (row.name && is_clean_up_name(reader.facts.names.text(row.name))) return true;
    if (row.kind != FunctionKind::arrow) break;
  }
  return false;
}

std::string who(const Retention& retention, GlobalFunction function) {
  const std::string_view name = retention.program.function_name(function);
  return name.empty() ? std::string("the function") : '`' + std::string(name) + '`';
}

/// "`db.save(…)`": what fails unnoticed.
std::string work_text(const FailureReader& reader, const Clause& clause) {
  for (Op op : {Op::await_, Op::call})
    for (ValueId at : work_of(reader, clause, op)) {
      const ValueId made = op == Op::await_ ? ValueId(reader.facts.code[at].a) : at;
      if (made && reader.facts.code[made].op == Op::call)
        return '`' + reader.retention.call_text(reader.global(made)) + '`';
    }
  return "what it tries";
}

void finish(Finding& finding) {
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix,
      "rethrow it, return what says that it failed, or say in a comment why it may be lost"));
  finding.fixes.push_back({.description = "Rethrow it", .is_safe = false, .edits = {}});
}

/// Whether nothing is written in the clause.
bool is_empty(const FailureReader& reader, const Clause& clause) {
  for (ValueId at(clause.catch_.raw + 1); at < clause.next; at = ValueId(at.raw + 1))
    if (reader.facts.code[at].op != Op::caught && reader.facts.code[at].op != Op::store) return false;
  return true;
}

void check_clause(ProgramContext& context, const FailureReader& reader, const Clause& clause) {
  const Retention& retention = context.retention;
  const Reaction reaction = reader.reaction_in(ValueId(clause.catch_.raw + 1), clause.next);
  const GlobalFunction function = context.program.global(reader.file, clause.function);
  if (reaction == Reaction::deals) return;
  const bool is_null = reaction == Reaction::gives_null;
  if (is_null && !is_mapped(retention, function)) return;
  const bool is_async = !work_of(reader, clause, Op::await_).empty();
  const bool is_request = retention.lives.of(function).multiplicity == Multiplicity::many;
  if (!is_async && !is_request && !reader.facts.functions[clause.function].is_async) return;
  const Span whole{reader.facts.code[clause.begin].span.begin, reader.facts.code[clause.catch_].span.end};
  if (is_explained(reader.facts, whole) || is_clean_up(reader, clause)) return;
  if (is_in_clean_up(reader, clause.function) || is_in_test(reader, clause.function)) return;
  if (is_aside(context.program.file(reader.file).path)) return;
  const Trace trace = is_null ? Trace::none : trace_of(reader, clause);
  if (trace == Trace::clear) return;
  const bool is_logged = reaction == Reaction::logs || reaction == Reaction::mentions;
  if (is_logged && !has_audience(retention, function)) return;
  const std::string work = work_text(reader, clause);
  std::string message;
  if (is_null)
    message = "When " + work + " fails, its place in the mapped list is null, which passes for a result";
  else if (is_logged)
    message =
        "When " + work + " fails, " + who(retention, function) + " logs it and goes on as if it had worked";
  else
    message = "When " + work + " fails, nobody learns of it: the catch clause " +
              (is_empty(reader, clause) ? "is empty" : "does nothing with it");
  Confidence confidence = reaction == Reaction::none ? Confidence::high : Confidence::medium;
  // Without an await it is likely to ask whether something works at all.
  if (!is_async) confidence = Confidence::low;
  // A loop that goes on with the next element does what it can.
  const ValueId loop = retention.control_flow(reader.file).loop_around(clause.begin);
  const bool is_one_of_many = loop || (is_logged && is_mapped(retention, function));
  if (reaction == Reaction::mentions || trace == Trace::no_result || is_one_of_many ||
      (reaction == Reaction::none && reader.facts.has_lost_comments))
    confidence = Confidence::low;
  finish(context.report(reader.global(clause.catch_), std::move(message), confidence));
}

/// The call that a chain of `then` and `finally` starts from; none when that is a promise that is kept, which
/// somebody else may await, and none when a step of the chain writes down its success.
ValueId source_of(const FailureReader& reader, ValueId value) {
  const FileFacts& facts = reader.facts;
  for (int steps = 0; steps < 16 && facts.code[value].op == Op::call; ++steps) {
    const Instruction& row = facts.code[value];
    const std::string_view name = reader.called_name(value);
    const bool is_step = facts.code[ValueId(row.a)].op == Op::member && (name == "then" || name == "finally");
    if (!is_step) return value;
    for (uint32_t at = 0; at < row.operand_count; ++at)
      for (GlobalFunction function : reader.retention.functions_of(reader.global(facts.operand(row, at))))
        if (writes_outside(reader, function)) return {};
    value = ValueId(facts.code[ValueId(row.a)].a);
  }
  return {};
}

/// What is done with the promise that `.catch(…)` gives.
struct HandlerUse {
  bool is_awaited = false, is_returned = false, is_looked_at = false;
};

HandlerUse use_of(const FailureReader& reader, ValueId call) {
  HandlerUse result;
  for (const ValueUse& use : reader.uses.uses_of(call)) {
    if (use.role == UseRole::returned)
      result.is_returned = true;
    else if (use.role != UseRole::awaited || !reader.uses.uses_of(use.user).empty())
      result.is_looked_at = true;
    else
      result.is_awaited = true;
  }
  return result;
}

Reaction reaction_of_handler(const FailureReader& reader, ValueId handler) {
  const FileFacts& facts = reader.facts;
  if (facts.code[handler].op == Op::member) {
    const std::string text = reader.retention.place_text(reader.global(handler));
    if (text == "console.error" || text == "console.log") return Reaction::logs;
    if (text.starts_with("console.")) return Reaction::mentions;
  }
  const auto functions = reader.retention.functions_of(reader.global(handler));
  return functions.size() == 1 ? reader.reaction_of(functions.front()) : Reaction::deals;
}

/// `work().catch(() => {})`.
void check_handler(ProgramContext& context, const FailureReader& reader, ValueId call) {
  const Retention& retention = context.retention;
  const FileFacts& facts = reader.facts;
  const Instruction& row = facts.code[call];
  const bool is_catch = row.operand_count == 1 && reader.called_name(call) == "catch";
  const bool is_then = row.operand_count == 2 && reader.called_name(call) == "then";
  if (!is_catch && !is_then) return;
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op != Op::member) return;
  const ValueId source = source_of(reader, ValueId(callee.a));
  if (!source || reader.may_fail(source)) return;
  const Reaction reaction = reaction_of_handler(reader, facts.operand(row, row.operand_count - 1));
  if (reaction == Reaction::deals || is_explained(facts, row.span)) return;
  const FunctionId own = facts.function_of(call);
  const GlobalFunction function = context.program.global(reader.file, own);
  const HandlerUse use = use_of(reader, call);
  const bool is_in_map = use.is_returned && is_mapped(retention, function);
  if (use.is_looked_at || is_in_clean_up(reader, own) || is_in_test(reader, own)) return;
  if (is_aside(context.program.file(reader.file).path)) return;
  if (reaction == Reaction::gives_null && !is_in_map) return;
  const bool is_logged = reaction == Reaction::logs || reaction == Reaction::mentions;
  if (is_logged && !use.is_awaited && !(use.is_returned && has_audience(retention, function))) return;
  const std::string work = '`' + retention.call_text(reader.global(source)) + '`';
  std::string message;
  if (reaction == Reaction::gives_null)
    message = "When " + work + " fails, its place in the mapped list is null, which passes for a result";
  else if (is_logged)
    message =
        "When " + work + " fails, " + who(retention, function) + " logs it and goes on as if it had worked";
  else
    message = "When " + work + " fails, nobody learns of it: " +
              (is_catch ? "the `catch` handler is empty" : "the second handler of `then` is empty");
  // A caller who is given nothing where there should be something may have been told; what is detached, or
  // one of many, is likely to be an extra that may fail.
  const bool is_extra = (!use.is_returned && !use.is_awaited) ||
                        retention.control_flow(reader.file).loop_around(call) ||
                        reaction == Reaction::mentions || (is_logged && is_in_map) ||
                        (reaction == Reaction::none && facts.has_lost_comments);
  finish(context.report(reader.global(call), std::move(message),
                        is_extra || (use.is_returned && !is_in_map) ? Confidence::low : Confidence::medium));
}

void check_file(ProgramContext& context, FileId file) {
  const FailureReader reader(context.retention, file);
  const ControlFlow& control = context.retention.control_flow(file);
  for (FunctionId function : ids(reader.facts.functions)) {
    const Function& row = reader.facts.functions[function];
    for (ValueId at = row.code_begin; at < row.code_end; at = ValueId(at.raw + 1)) {
      const Op op = reader.facts.code[at].op;
      if (op == Op::call) check_handler(context, reader, at);
      if (op != Op::catch_) continue;
      Clause clause{control.first_marker(at), at, control.next_marker(at), {}, function};
      for (clause.end = clause.next; control.next_marker(clause.end);)
        clause.end = control.next_marker(clause.end);
      check_clause(context, reader, clause);
    }
  }
}

void complete(FileContext& context, Finding& finding) {
  auto edits = rethrow_edits(context, finding.place.span);
  if (edits)
    finding.fixes.front().edits = std::move(*edits);
  else
    finding.fixes.clear();
}

void check(ProgramContext& context) {
  for (uint32_t raw = 0; raw < context.program.file_count(); ++raw) check_file(context, FileId(raw));
}

}  // namespace

extern const Rule swallowed_error_rule;
const Rule swallowed_error_rule{
    .description = {.summary = "A failure in async code that is caught and hidden from whoever waits",
                    .severity = Severity::warning,
                    .preset = Preset::strict},
    .check = check,
    .complete = complete};

}  // namespace leaklint
