#include <algorithm>

#include "base/is_one_of.h"
#include "lint/best_effort.h"
#include "lint/file_context.h"
#include "lint/program_context.h"
#include "lint/rethrow_edits.h"
#include "lint/rule.h"
#include "semantics/explained.h"

namespace leaklint {
namespace {

/// What code does with a failure that it has caught.
enum class Reaction : uint8_t {
  none,
  mentions,  ///< a log entry that calls it no error
  logs,
  gives_null,
  deals,
};

/// Answers for one file.
class Reader {
 public:
  Reader(const Retention& retention_, FileId file_)
      : retention(retention_), file(file_), facts(retention_.facts(file_)), uses(retention_.uses(file_)) {}

  const Retention& retention;
  const FileId file;
  const FileFacts& facts;
  const ValueUses& uses;

  GlobalValue global(ValueId id) const { return retention.program.global(file, id); }
  /// The last name of what is called: `close` of `await this.db.close()`; "" when there is none.
  std::string_view called_name(ValueId call) const;
  bool is_logging(ValueId call) const;
  std::vector<std::string_view> texts_of(ValueId value) const;
  Reaction reaction_of_call(ValueId call) const;
  bool is_written_for_a_time(ValueId call) const;
  bool may_fail(ValueId call) const;
  Reaction reaction_in(ValueId begin, ValueId end) const;
  Reaction reaction_of(GlobalFunction function) const;
};

std::string_view Reader::called_name(ValueId call) const {
  return facts.last_name(ValueId(facts.code[call].a));
}

/// Logging is known by its name: every project has a logger of its own.
bool Reader::is_logging(ValueId call) const {
  constexpr std::string_view methods[] = {"log",   "info",  "warn",    "warning", "error",  "debug",
                                          "trace", "fatal", "verbose", "silly",   "notice", "dir"};
  constexpr std::string_view functions[] = {"log", "debug", "warn", "logError", "logWarning", "logger"};
  const Instruction& callee = facts.code[ValueId(facts.code[call].a)];
  const std::string_view name = called_name(call);
  if (callee.op != Op::member) return is_one_of(name, functions);
  if (!is_one_of(name, methods)) return false;
  const Op receiver = facts.code[ValueId(callee.a)].op;
  std::string object = retention.place_text(global(ValueId(callee.a)));
  std::transform(object.begin(), object.end(), object.begin(), [](char c) { return c | 0x20; });
  if (object == "console" || object.find("log") != std::string::npos) return true;
  return receiver == Op::call && is_logging(ValueId(callee.a));
}

/// The texts that an argument is made of: a constant, or those of a sum or template.
std::vector<std::string_view> Reader::texts_of(ValueId value) const {
  if (const auto text = facts.constant_text(value)) return {*text};
  const Instruction& row = facts.code[value];
  std::vector<std::string_view> texts;
  if (row.op == Op::primitive)
    for (uint32_t at = 0; at < row.operand_count; ++at)
      if (const auto part = facts.constant_text(facts.operand(row, at))) texts.push_back(*part);
  return texts;
}

Reaction Reader::reaction_of_call(ValueId call) const {
  if (!is_logging(call)) return Reaction::deals;
  bool is_mild = is_mild_level(called_name(call)) || called_name(call) == "logWarning";
  const Instruction& row = facts.code[call];
  for (uint32_t at = 0; at < row.operand_count && !is_mild; ++at)
    for (std::string_view text : texts_of(facts.operand(row, at)))
      is_mild = is_mild || is_mild_level(text) || says_it_goes_on(text);
  return is_mild ? Reaction::mentions : Reaction::logs;
}

/// `client.set(key, value, 'EX', 60)`: what goes by itself may be missing at any time.
bool Reader::is_written_for_a_time(ValueId call) const {
  constexpr std::string_view marks[] = {"EX", "PX", "EXAT", "PXAT"};
  const Instruction& row = facts.code[call];
  for (uint32_t at = 0; at < row.operand_count; ++at) {
    const auto text = facts.constant_text(facts.operand(row, at));
    if (text && is_one_of(*text, marks)) return true;
  }
  return called_name(call) == "setex" || called_name(call) == "setEx";
}

/// Work that is done on the way out, where a failure changes nothing any more; or a question whose answer the
/// failure is.
bool Reader::may_fail(ValueId call) const {
  constexpr std::string_view questions[] = {"access", "stat", "lstat", "realpath",   "readlink", "pathExists",
                                            "exists", "ping", "head",  "accessSync", "statSync"};
  const std::string_view name = called_name(call);
  if (is_clean_up_name(name) || is_notice_name(name) || is_one_of(name, questions)) return true;
  if (name.starts_with("waitFor") || is_written_for_a_time(call)) return true;
  for (const ModelledCall& row : retention.flow.modelled(global(call)))
    for (const EffectRow& effect : row.row->effects)
      if (effect.kind == EffectRow::Kind::release || effect.kind == EffectRow::Kind::clear_timer) return true;
  return false;
}

Reaction worse(Reaction a, Reaction b) {
  return std::max(a, b);
}

Reaction Reader::reaction_in(ValueId begin, ValueId end) const {
  Reaction reaction = Reaction::none;
  for (ValueId at = begin; at < end; at = ValueId(at.raw + 1)) {
    const Instruction& row = facts.code[at];
    switch (row.op) {
      case Op::call:
        reaction = worse(reaction, reaction_of_call(at));
        break;
      case Op::return_: {
        if (row.a == ValueId::none_raw) break;
        const Instruction& value = facts.code[ValueId(row.a)];
        const bool is_logged = value.op == Op::call && is_logging(ValueId(row.a));
        const bool is_null =
            value.op == Op::constant && (static_cast<Constant>(value.a) == Constant::null ||
                                         static_cast<Constant>(value.a) == Constant::undefined);
        if (!is_logged) reaction = worse(reaction, is_null ? Reaction::gives_null : Reaction::deals);
        break;
      }
      case Op::store:
        // The caught value itself, and what the handler declares for its own use.
        for (ValueId load : uses.loads_of(BindingId(row.a)))
          if (load < begin || load >= end) return Reaction::deals;
        if (!(row.flags & Instruction::initializer) && facts.code[ValueId(row.b)].op != Op::caught &&
            facts.code[ValueId(row.b)].op != Op::param)
          return Reaction::deals;
        break;
      case Op::throw_:
      case Op::new_:
      case Op::import_call:
      case Op::store_member:
      case Op::store_index:
      case Op::store_global:
      case Op::delete_member:
      case Op::delete_index:
      case Op::break_:
      case Op::await_:
      case Op::yield_:
      case Op::try_begin:
        return Reaction::deals;
      default:
        break;
    }
  }
  return reaction;
}

Reaction Reader::reaction_of(GlobalFunction id) const {
  const Function& function = retention.program.function(id);
  if (retention.program.file_of(id) != file) return Reaction::deals;
  return reaction_in(function.code_begin, function.code_end);
}

/// Whether the function writes to what lives outside of it.
bool writes_outside(const Reader& reader, GlobalFunction id) {
  if (reader.retention.program.file_of(id) != reader.file) return false;
  const Function& function = reader.retention.program.function(id);
  const FunctionId own = reader.retention.program.local(id);
  for (ValueId at = function.code_begin; at < function.code_end; at = ValueId(at.raw + 1)) {
    const Instruction& row = reader.facts.code[at];
    if (row.op == Op::store_member || row.op == Op::store_index) return true;
    if (row.op == Op::store && reader.facts.variables[BindingId(row.a)].function != own) return true;
  }
  return false;
}

/// One catch clause.
struct Clause {
  ValueId begin;   ///< the try
  ValueId catch_;  ///< the clause
  ValueId next;    ///< the finally or the end of the statement
  ValueId end;     ///< the end of the statement
  FunctionId function;
};

/// What the try statement does that may fail: the awaits, or where there is none, the calls.
std::vector<ValueId> work_of(const Reader& reader, const Clause& clause, Op op) {
  std::vector<ValueId> work;
  for (ValueId at = clause.begin; at < clause.catch_; at = ValueId(at.raw + 1))
    if (reader.facts.code[at].op == op) work.push_back(at);
  return work;
}

bool is_clean_up(const Reader& reader, const Clause& clause) {
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

Trace trace_of(const Reader& reader, const Clause& clause) {
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

/// Whether the function is written as an argument of a call with such a name.
bool is_given_to(const Reader& reader, GlobalFunction id, bool (*is_such)(std::string_view)) {
  const ValueId value = reader.retention.program.function(id).value;
  if (!value) return false;
  for (const ValueUse& use : reader.uses.uses_of(value))
    if (use.role == UseRole::argument && reader.facts.code[use.user].op == Op::call &&
        is_such(reader.called_name(use.user)))
      return true;
  return false;
}

/// Names of functions that call back when something happens, and have nobody to tell how that went.
bool is_event_name(std::string_view name) {
  constexpr std::string_view names[] = {"on",
                                        "once",
                                        "subscribe",
                                        "addListener",
                                        "addEventListener",
                                        "watch",
                                        "consume",
                                        "debounce",
                                        "throttle",
                                        "listen",
                                        "tap",
                                        "setTimeout",
                                        "setInterval",
                                        "setImmediate",
                                        "nextTick",
                                        "queueMicrotask"};
  return is_one_of(name, names) || name.starts_with("schedule") || name.starts_with("cron") ||
         (name.starts_with("on") && name.size() > 2 && name[2] >= 'A' && name[2] <= 'Z');
}

/// `new Client({ connected: async () => {…} })`: a callback that somebody else runs when something happens.
bool is_given_in_options(const Reader& reader, GlobalFunction id) {
  const ValueId value = reader.retention.program.function(id).value;
  if (!value) return false;
  for (const ValueUse& use : reader.uses.uses_of(value)) {
    if (use.role != UseRole::property) continue;
    for (const ValueUse& object : reader.uses.uses_of(use.user))
      if (object.role == UseRole::argument) return true;
  }
  return false;
}

/// A test says itself what it expects to fail.
bool is_test_name(std::string_view name) {
  constexpr std::string_view names[] = {"it",         "test",      "describe",  "before",  "after",
                                        "beforeEach", "afterEach", "beforeAll", "afterAll"};
  return is_one_of(name, names);
}

bool is_in_test(const Reader& reader, FunctionId function) {
  for (; function; function = reader.facts.functions[function].parent)
    if (is_given_to(reader, reader.retention.program.global(reader.file, function), is_test_name))
      return true;
  return false;
}

/// Whether the function itself is there to tidy up.
bool is_in_clean_up(const Reader& reader, FunctionId function) {
  for (; function; function = reader.facts.functions[function].parent) {
    const Function& row = reader.facts.functions[function];
    if (row.name && is_clean_up_name(reader.facts.names.text(row.name))) return true;
    if (row.kind != FunctionKind::arrow) break;
  }
  return false;
}

/// Whether a call of the function, or what registers it, passes on how it ended. `callers` are those that
/// await it, and have to have an audience themselves.
bool is_heard(const Retention& retention, const CallEdge& edge, std::vector<GlobalFunction>& callers) {
  if (!edge.call) return true;  // the library that finds the function by its name waits for it
  const PromiseFate* fate = retention.promises().fate_of(edge.call);
  if (edge.kind == CallEdge::Kind::callback) {
    if (edge.callback && edge.callback->runs == Runs::life)
      return retention.models.lives[edge.callback->life].name == "request";
    // What runs for each element of a list is the work of whoever runs through the list.
    return fate ? fate->is_handled() : edge.callback && edge.callback->runs == Runs::sync;
  }
  if (edge.kind == CallEdge::Kind::construct) return false;
  if (!fate || !fate->is_handled()) return !fate;
  callers.push_back(retention.program.function_of(edge.call));
  return false;
}

/// Whether anybody learns from the function how it ended: somebody awaits it, maps with it, or may do so
/// outside of the program. Events, timers and calls that drop its promise do not, nor do functions that only
/// those run.
bool has_audience(const Retention& retention, GlobalFunction function) {
  std::vector<GlobalFunction> pending = {function};
  constexpr size_t most = 16;
  for (size_t at = 0; at < pending.size() && at < most; ++at) {
    const GlobalFunction id = pending[at];
    if (retention.program.function(id).kind == FunctionKind::module) continue;
    if (is_given_to(Reader(retention, retention.program.file_of(id)), id, is_event_name)) continue;
    const auto edges = retention.flow.callers_of(id);
    if (edges.empty() && !is_given_in_options(Reader(retention, retention.program.file_of(id)), id))
      return true;
    for (const CallEdge& edge : edges) {
      std::vector<GlobalFunction> callers;
      if (is_heard(retention, edge, callers)) return true;
      for (GlobalFunction caller : callers)
        if (std::find(pending.begin(), pending.end(), caller) == pending.end()) pending.push_back(caller);
    }
  }
  return pending.size() >= most;
}

/// Whether a list of results is looked through afterwards: `(await Promise.all(list)).filter(Boolean)`.
bool is_sifted(const Retention& retention, GlobalValue list) {
  constexpr std::string_view methods[] = {"filter", "some", "every", "find", "reduce", "flatMap", "includes"};
  const Reader reader(retention, retention.program.file_of(list));
  std::vector<ValueId> pending = {retention.program.local(list)};
  for (size_t at = 0; at < pending.size() && at < 32; ++at)
    for (const ValueUse& use : reader.uses.uses_of(pending[at])) {
      const Instruction& user = reader.facts.code[use.user ? use.user : pending[at]];
      if (use.role == UseRole::receiver) {
        const std::string_view name = reader.facts.names.text(NameId(user.b));
        if (is_one_of(name, methods)) return true;
        const ValueId next = reader.uses.call_of(use.user);
        if (next && (name == "map" || name == "flat" || name == "slice")) pending.push_back(next);
      }
      if (use.role == UseRole::awaited || use.role == UseRole::argument) pending.push_back(use.user);
      if (use.role == UseRole::stored && user.op == Op::store)
        for (ValueId load : reader.uses.loads_of(BindingId(user.a))) pending.push_back(load);
    }
  return false;
}

/// Known as one, or given to `Promise.all` or one of its like.
bool is_list_of_promises(const Retention& retention, GlobalValue list) {
  if (const PromiseFate* fate = retention.promises().fate_of(list)) return fate->kind == Promised::list;
  const Reader reader(retention, retention.program.file_of(list));
  for (const ValueUse& use : reader.uses.uses_of(retention.program.local(list))) {
    if (use.role != UseRole::argument) continue;
    const Instruction& callee = reader.facts.code[ValueId(reader.facts.code[use.user].a)];
    if (callee.op == Op::member && is_global_promise(reader.facts, ValueId(callee.a))) return true;
  }
  return false;
}

/// Whether the function's results are collected by `map`, and nobody looks through them: nulls among them
/// pass for results.
bool is_mapped(const Retention& retention, GlobalFunction id) {
  for (const CallEdge& edge : retention.flow.callers_of(id)) {
    if (edge.call && edge.kind == CallEdge::Kind::callback && is_list_of_promises(retention, edge.call) &&
        !is_sifted(retention, edge.call))
      return true;
  }
  return false;
}

std::string who(const Retention& retention, GlobalFunction function) {
  const std::string_view name = retention.program.function_name(function);
  return name.empty() ? std::string("the function") : '`' + std::string(name) + '`';
}

/// "`db.save(…)`": what fails unnoticed.
std::string work_text(const Reader& reader, const Clause& clause) {
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
bool is_empty(const Reader& reader, const Clause& clause) {
  for (ValueId at(clause.catch_.raw + 1); at < clause.next; at = ValueId(at.raw + 1))
    if (reader.facts.code[at].op != Op::caught && reader.facts.code[at].op != Op::store) return false;
  return true;
}

void check_clause(ProgramContext& context, const Reader& reader, const Clause& clause) {
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
ValueId source_of(const Reader& reader, ValueId value) {
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

HandlerUse use_of(const Reader& reader, ValueId call) {
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

Reaction reaction_of_handler(const Reader& reader, ValueId handler) {
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
void check_handler(ProgramContext& context, const Reader& reader, ValueId call) {
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
  const Reader reader(context.retention, file);
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
