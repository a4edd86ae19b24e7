#include <algorithm>

#include "lint/await_edits.h"
#include "lint/list_fix.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "retention/promise_answers.h"
#include "semantics/dead_code.h"
#include "semantics/ways_out.h"

namespace leaklint {
namespace {

/// A way on which a promise kept in a variable is given up.
std::optional<WayOut> missed_way(const PromiseAnswers& answers, const PromiseFate& fate) {
  const FileId file = answers.program.file_of(fate.origin);
  const FileFacts& facts = answers.retention.facts(file);
  const GlobalFunction function = answers.program.function_of(fate.origin);
  const BindingId variable = answers.program.local(fate.variable);
  if (facts.variables[variable].is_captured || !answers.retention.uses(file).only_store_of(variable))
    return std::nullopt;
  std::vector<ValueId> handled;
  for (GlobalValue at : fate.handled_at) {
    if (answers.program.function_of(at) != function) return std::nullopt;
    // A loop that awaits each of a list runs as often as the list is long.
    if (fate.kind == Promised::list &&
        answers.retention.control_flow(file).loop_around(answers.program.local(at)))
      return std::nullopt;
    handled.push_back(answers.program.local(at));
  }
  WaysOutQuery query;
  query.from = answers.program.local(fate.origin);
  query.is_release = [&](ValueId id) { return std::binary_search(handled.begin(), handled.end(), id); };
  for (const WayOut& way :
       ways_out(facts, answers.retention.uses(file), answers.retention.control_flow(file), query))
    if (way.kind != WayOut::Kind::loop_again) return way;
  return std::nullopt;
}

std::string way_text(const PromiseAnswers& answers, FileId file, const WayOut& way) {
  const Retention& retention = answers.retention;
  const auto at = [&] { return retention.location(retention.place(answers.program.global(file, way.at))); };
  switch (way.kind) {
    case WayOut::Kind::return_:
      return "after the return at " + at();
    case WayOut::Kind::throw_:
      return "after the throw at " + at();
    case WayOut::Kind::throw_after_await:
      return "when the await at " + at() + " rejects";
    default:
      return "at the end of the function";
  }
}

bool is_startup(const PromiseAnswers& answers, GlobalValue at) {
  return answers.program.function(answers.program.function_of(at)).kind == FunctionKind::module;
}

/// `Promise.reject(error);`: meant to be heard as an unhandled rejection.
bool is_meant_unhandled(const PromiseAnswers& answers, const PromiseFate& fate) {
  const Instruction& row = answers.program.instruction(fate.origin);
  if (row.op != Op::call) return false;
  const FileFacts& facts = answers.retention.facts(answers.program.file_of(fate.origin));
  const Instruction& callee = facts.code[ValueId(row.a)];
  return callee.op == Op::member && is_global_promise(facts, ValueId(callee.a)) &&
         facts.names.text(NameId(callee.b)) == "reject";
}

/// `promise.finally(tidyUp)` beside others who take the promise, and hear when it fails.
bool is_finally_of_another(const PromiseAnswers& answers, const PromiseFate& fate) {
  const PromiseFate* parent = fate.parent ? answers.promises.fate_of(fate.parent) : nullptr;
  if (!parent || answers.program.instruction(fate.origin).op != Op::call) return false;
  const FileFacts& facts = answers.retention.facts(answers.program.file_of(fate.origin));
  const Instruction& callee = facts.code[ValueId(answers.program.instruction(fate.origin).a)];
  return facts.names.text(NameId(callee.b)) == "finally" &&
         std::any_of(parent->handled_at.begin(), parent->handled_at.end(),
                     [&](GlobalValue at) { return at != fate.origin; });
}

Confidence confidence_of(const PromiseAnswers& answers, const PromiseFate& fate, GlobalValue rejection) {
  // Start-up code that fails should end the process, as an unhandled rejection does; and what cannot fail
  // loses nothing but its end.
  if (!rejection || is_startup(answers, fate.origin) || is_meant_unhandled(answers, fate))
    return Confidence::low;
  // What gives something back is rarely waited for, and done with.
  for (const ModelledCall& call : answers.retention.flow.modelled(fate.origin))
    for (const EffectRow& effect : call.row->effects)
      if (effect.kind == EffectRow::Kind::release && effect.handle == EffectRow::no_argument)
        return Confidence::low;
  if (is_finally_of_another(answers, fate)) return Confidence::low;
  const auto callees = answers.promises.callees_of(fate.origin);
  for (GlobalFunction callee : callees)
    if (answers.promises.is_result_mixed(callee) || !answers.failures.may_reject(callee))
      return Confidence::low;
  return callees.size() > 1 ? Confidence::medium : Confidence::high;
}

/// "`save(…)`", "`save(…).then(…)`", or what stands for it.
std::string promise_text(const PromiseAnswers& answers, const PromiseFate& fate) {
  std::string chain;
  const PromiseFate* at = &fate;
  for (int steps = 0; steps < 3 && at->parent; ++steps) {
    const FileFacts& facts = answers.retention.facts(answers.program.file_of(at->origin));
    const Instruction& row = answers.program.instruction(at->origin);
    const PromiseFate* parent = answers.promises.fate_of(at->parent);
    if (row.op != Op::call || !parent) break;
    chain.insert(0, '.' + std::string(facts.names.text(NameId(facts.code[ValueId(row.a)].b))) + "(…)");
    at = parent;
  }
  const Instruction& row = answers.program.instruction(at->origin);
  switch (row.op) {
    case Op::new_:
      return "`new Promise(…)" + chain + '`';
    case Op::import_call:
      return "`import(…)" + chain + '`';
    case Op::await_:
      return "the awaited list";
    default:
      break;
  }
  const FileFacts& facts = answers.retention.facts(answers.program.file_of(at->origin));
  if (row.op == Op::call && facts.code[ValueId(row.a)].op == Op::function)
    return chain.empty() ? "the async function that is called here" : "`(async …)()" + chain + '`';
  return '`' + answers.retention.call_text(at->origin) + chain + '`';
}

void add_notes(const PromiseAnswers& answers, const PromiseFate& fate, GlobalValue rejection,
               Finding& finding) {
  const Retention& retention = answers.retention;
  const auto callees = answers.promises.callees_of(fate.origin);
  if (!callees.empty()) {
    const GlobalFunction callee = callees.front();
    const bool is_async = answers.program.function(callee).is_async;
    finding.notes.push_back(ProgramContext::line(Note::Label::because,
                                                 retention.function_text(callee) +
                                                     (is_async ? " is async at " : " returns a promise at ") +
                                                     retention.location(retention.place(callee))));
  }
  if (rejection && rejection != fate.origin)
    finding.notes.push_back(ProgramContext::line(
        Note::Label::because, "it may reject at " + retention.location(retention.place(rejection))));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, fate.kind == Promised::list
                            ? "await `Promise.all(…)` of them, or return that"
                            : "await it, return it, or give it a `catch` that deals with the failure"));
}

/// The place where the promise is last seen: `promise;`, or the statement that it is left in.
GlobalValue last_seen(const PromiseFate& fate) {
  return fate.left_at.empty() || !fate.read_at.empty() ? fate.origin : fate.left_at.front();
}

/// A function that gives a promise only sometimes may decide that by its arguments, such as a callback.
bool may_be_no_promise(const PromiseAnswers& answers, const PromiseFate& fate) {
  if (answers.program.instruction(fate.origin).operand_count == 0) return false;
  for (GlobalFunction callee : answers.promises.callees_of(fate.origin))
    if (answers.promises.is_result_mixed(callee)) return true;
  return false;
}

/// `options.onDrop(event)`, `this.callback(error)`.
bool is_handler_name(std::string_view name) {
  const bool is_event = name.size() > 2 && name.starts_with("on") && name[2] >= 'A' && name[2] <= 'Z';
  return is_event || name == "callback" || name == "cb" || name == "handler" || name == "listener";
}

/// `listener(event)`: what the function does is the business of those who handed it in, here one of several.
bool calls_back(const PromiseAnswers& answers, const PromiseFate& fate) {
  const Instruction& row = answers.program.instruction(fate.origin);
  if (row.op != Op::call) return false;
  const FileId file = answers.program.file_of(fate.origin);
  const FileFacts& facts = answers.retention.facts(file);
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op == Op::load && facts.variables[BindingId(callee.a)].kind == BindingKind::parameter)
    return true;
  if (callee.op == Op::member && is_handler_name(facts.names.text(NameId(callee.b)))) return true;
  switch (facts.code[origin_of(facts, answers.retention.uses(file), ValueId(row.a))].op) {
    case Op::param:
    case Op::rest_param:
    case Op::element:
    case Op::index:
      return true;
    default:
      return false;
  }
}

/// Functions that TypeScript writes into what it compiles, and bundlers number: the compiler awaits what they
/// give where there is something to wait for.
bool is_helper_name(std::string_view name) {
  name = name.substr(0, name.find('$'));
  for (std::string_view helper :
       {"__awaiter", "__addDisposableResource", "__disposeResources", "__asyncValues", "__asyncDelegator",
        "__asyncGenerator", "__esDecorate", "__runInitializers"})
    if (name == helper) return true;
  return false;
}

/// Whether the function is such a helper: `var __awaiter = (this && this.__awaiter) || function …`.
bool is_helper(const PromiseAnswers& answers, GlobalFunction function) {
  const GlobalValue made = answers.program.function(function).value
                               ? answers.program.global(answers.program.file_of(function),
                                                        answers.program.function(function).value)
                               : GlobalValue();
  if (!made) return false;
  const FileId file = answers.program.file_of(function);
  const FileFacts& facts = answers.retention.facts(file);
  ValueId value = answers.program.local(made);
  for (int steps = 0; steps < 4; ++steps) {
    const auto uses = answers.retention.uses(file).uses_of(value);
    if (uses.size() != 1) return false;
    const Instruction& user = facts.code[uses.front().user];
    if (uses.front().role == UseRole::stored && user.op == Op::store)
      return is_helper_name(facts.names.text(facts.variables[BindingId(user.a)].name));
    value = uses.front().user;
  }
  return false;
}

bool is_compilers_business(const PromiseAnswers& answers, const PromiseFate& fate) {
  const FileId file = answers.program.file_of(fate.origin);
  const FileFacts& facts = answers.retention.facts(file);
  const Instruction& row = answers.program.instruction(fate.origin);
  if (row.op != Op::call) return false;
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op == Op::load && is_helper_name(facts.names.text(facts.variables[BindingId(callee.a)].name)))
    return true;
  if (callee.op == Op::member && is_helper_name(facts.names.text(NameId(callee.b)))) return true;
  for (GlobalFunction function : answers.promises.callees_of(fate.origin))
    for (FunctionId around = answers.program.local(function); around;
         around = answers.retention.facts(answers.program.file_of(function)).functions[around].parent)
      if (is_helper(answers, answers.program.global(answers.program.file_of(function), around))) return true;
  return false;
}

std::string consequence(GlobalValue rejection) {
  return rejection ? ", so the code goes on before it is done and nobody hears when it fails"
                   : ", so the code goes on before it is done";
}

/// "`this.ready`": what keeps a promise that nothing reads from there.
std::string keeper_text(const PromiseAnswers& answers, GlobalValue at) {
  const Retention& retention = answers.retention;
  const FileId file = answers.program.file_of(at);
  const FileFacts& facts = retention.facts(file);
  const Instruction& row = answers.program.instruction(at);
  const auto text_of = [&](uint32_t raw) {
    return retention.place_text(answers.program.global(file, ValueId(raw)));
  };
  switch (row.op) {
    case Op::store:
      return '`' + std::string(facts.names.text(facts.variables[BindingId(row.a)].name)) + '`';
    case Op::store_member:
      return '`' + text_of(row.a) + '.' + std::string(facts.names.text(NameId(row.b))) + '`';
    default:
      return '`' + text_of(facts.code[ValueId(row.a)].a) + '`';
  }
}

// What `complete` is to write.
constexpr std::string_view await_it = "Await it";
constexpr std::string_view await_all = "Wait for all of them with `Promise.all`";
constexpr std::string_view log_it = "Log its failure";
constexpr std::string_view void_it = "Say with `void` that nobody waits for it";
constexpr std::string_view list_it = "Resolve to the results instead of a list of promises";

/// Where the finding is at the promise itself, and not at what keeps it. A listener that waits would hand its
/// rejection to nobody instead.
void add_fixes(const PromiseAnswers& answers, const PromiseFate& fate, GlobalValue rejection,
               Finding& finding) {
  const Op op = answers.program.instruction(last_seen(fate)).op;
  if (last_seen(fate) != fate.origin && op != Op::load) return;
  const auto add = [&](std::string_view what) {
    finding.fixes.push_back({.description = std::string(what), .is_safe = false, .edits = {}});
  };
  const bool is_deaf =
      std::any_of(answers.dropped_callbacks.begin(), answers.dropped_callbacks.end(),
                  [&, around = answers.program.function_of(fate.origin)](const DroppedCallback& dropped) {
                    return dropped.function == around;
                  });
  if (fate.kind != Promised::promise_of_list && !(rejection && is_deaf))
    add(fate.kind == Promised::list ? await_all : await_it);
  if (!fate.read_at.empty() || fate.unread_at || fate.kind == Promised::list) return;
  if (rejection) add(log_it);
  add(void_it);
}

void report_dropped(ProgramContext& context, const PromiseAnswers& answers, const PromiseFate& fate) {
  const FileId file = answers.program.file_of(fate.origin);
  if (is_dead(answers.retention.facts(file), answers.retention.uses(file),
              answers.retention.control_flow(file), answers.program.local(fate.origin)))
    return;
  if (may_be_no_promise(answers, fate)) return;
  const GlobalValue rejection = answers.rejection_of(fate);
  const std::string text = promise_text(answers, fate);
  std::string message;
  if (fate.unread_at)
    message = "The promise of " + text + " is kept in " + keeper_text(answers, fate.unread_at) +
              ", which nothing reads" + consequence(rejection);
  else if (!fate.read_at.empty())
    message = text + " gives a promise, which is used here as if it were the value; nobody awaits it";
  else if (fate.kind == Promised::list)
    message = "Nobody awaits the promises of " + text + consequence(rejection);
  else if (fate.parent)
    message = "Nobody awaits " + text + ", and no handler takes its rejection";
  else
    message = "Nobody awaits " + text + consequence(rejection);
  Finding& finding =
      context.report(last_seen(fate), std::move(message), confidence_of(answers, fate, rejection));
  add_notes(answers, fate, rejection, finding);
  add_fixes(answers, fate, rejection, finding);
}

void report_missed_way(ProgramContext& context, const PromiseAnswers& answers, const PromiseFate& fate) {
  const GlobalValue rejection = answers.rejection_of(fate);
  if (!rejection || is_startup(answers, fate.origin)) return;
  const FileId file = answers.program.file_of(fate.origin);
  // Inside `try` any call may throw to the catch clause, which proves little.
  if (answers.retention.control_flow(file).try_around(answers.program.local(fate.origin))) return;
  const auto way = missed_way(answers, fate);
  if (!way) return;
  const std::string name(
      answers.retention.facts(file).names.text(answers.program.variable(fate.variable).name));
  Finding& finding =
      context.report(fate.origin,
                     "The promise in `" + name + "` is given up " + way_text(answers, file, *way) +
                         ", and its rejection then goes unhandled",
                     std::min(Confidence::medium, confidence_of(answers, fate, rejection)));
  add_notes(answers, fate, rejection, finding);
}

/// An async function that returns a list of promises which nobody in sight calls: whoever awaits it gets the
/// list at once.
void check_returned_list(ProgramContext& context, const PromiseAnswers& answers, const PromiseFate& fate) {
  const Program& program = answers.program;
  GlobalFunction function;
  for (GlobalValue at : fate.handled_at) {
    function = program.function_of(at);
    if (program.instruction(at).op != Op::return_ || !program.function(function).is_async) return;
  }
  for (const CallEdge& edge : answers.retention.flow.callers_of(function))
    if (edge.kind == CallEdge::Kind::direct) return;
  // A property of an object literal is a callback of whoever gets the object, who may wait for lists as well.
  const FileId file = program.file_of(function);
  if (const ValueId value = program.function(function).value)
    for (const ValueUse& use : answers.retention.uses(file).uses_of(value))
      if (use.role == UseRole::property) return;
  const GlobalValue rejection = answers.rejection_of(fate);
  Finding& finding = context.report(
      fate.origin,
      answers.retention.function_text(function) +
          " is async and resolves to a list of promises, so whoever awaits it waits for none of them",
      Confidence::medium);
  add_notes(answers, fate, rejection, finding);
  finding.fixes.push_back({.description = std::string(list_it), .is_safe = false, .edits = {}});
}

void check_fate(ProgramContext& context, const PromiseAnswers& answers, const PromiseFate& fate) {
  if (fate.is_caught) return;
  if (calls_back(answers, fate) || is_compilers_business(answers, fate)) return;
  if (!fate.is_handled()) return report_dropped(context, answers, fate);
  if (fate.variable) return report_missed_way(context, answers, fate);
  if (fate.kind == Promised::list) check_returned_list(context, answers, fate);
}

/// The argument that hands over the function.
GlobalValue argument_that_is(const PromiseAnswers& answers, GlobalValue call, GlobalFunction function) {
  const FileId file = answers.program.file_of(call);
  const Instruction& row = answers.program.instruction(call);
  for (uint32_t at = 0; at < row.operand_count; ++at) {
    const GlobalValue value = answers.program.global(file, answers.retention.facts(file).operand(row, at));
    const auto functions = answers.promises.functions_of(value);
    if (std::find(functions.begin(), functions.end(), function) != functions.end()) return value;
  }
  return call;
}

void report_callback(ProgramContext& context, const PromiseAnswers& answers, GlobalValue call,
                     GlobalFunction function, std::string message, Confidence confidence) {
  const GlobalValue why = answers.failures.rejection_in(function);
  if (!answers.program.function(function).is_async || !why) return;
  Finding& finding =
      context.report(argument_that_is(answers, call, function), std::move(message), confidence);
  finding.notes.push_back(ProgramContext::line(
      Note::Label::because, "it may reject at " + answers.retention.location(answers.retention.place(why))));
  finding.notes.push_back(
      ProgramContext::line(Note::Label::fix, "put what may fail into `try` and deal with the failure there"));
}

void check_callbacks(ProgramContext& context, const PromiseAnswers& answers) {
  for (const DroppedCallback& dropped : answers.dropped_callbacks)
    report_callback(context, answers, dropped.call, dropped.function,
                    '`' + answers.retention.call_text(dropped.call) +
                        "` drops the promise of its async callback, so nobody hears when it fails",
                    dropped.confidence);
}

void check_executors(ProgramContext& context, const PromiseAnswers& answers) {
  for (const PromiseFate& fate : answers.promises.fates()) {
    const Instruction& row = answers.program.instruction(fate.origin);
    if (row.op != Op::new_ || row.operand_count == 0) continue;
    const FileId file = answers.program.file_of(fate.origin);
    const GlobalValue executor = answers.program.global(file, answers.retention.facts(file).operand(row, 0));
    for (GlobalFunction function : answers.promises.functions_of(executor))
      report_callback(
          context, answers, fate.origin, function,
          "The executor is async: when it fails, the promise never settles and nobody hears of it",
          Confidence::high);
  }
}

std::optional<std::vector<TextEdit>> edits_of(const FileContext& context, NodeId node,
                                              std::string_view what) {
  const Span span = context.tree.span(node);
  if (what == await_it) return await_edits(context, node);
  if (what == await_all) return await_all_edits(context, node);
  if (!statement_of(context.tree, node)) return std::nullopt;
  if (what == void_it) return std::vector<TextEdit>{{{span.begin, span.begin}, "void "}};
  // Whoever can wait hears of the failure.
  if (can_await_at(context, node)) return std::nullopt;
  return std::vector<TextEdit>{{{span.end, span.end}, ".catch((error) => console.error(error))"}};
}

void complete(FileContext& context, Finding& finding) {
  const NodeId node = node_at(context.tree, finding.place.span);
  const bool is_there = node && context.tree.span(node) == finding.place.span;
  std::erase_if(finding.fixes, [&](Fix& fix) {
    if (!is_there) return true;
    if (is_mapped_list(context, node)) {
      auto list_fix = list_fix_of(context, node, fix.description == list_it);
      if (list_fix) fix = std::move(*list_fix);
      return !list_fix;
    }
    auto edits = edits_of(context, node, fix.description);
    if (edits) fix.edits = std::move(*edits);
    return !edits;
  });
}

void check(ProgramContext& context) {
  const PromiseAnswers answers(context.retention);
  for (const PromiseFate& fate : answers.promises.fates()) check_fate(context, answers, fate);
  check_callbacks(context, answers);
  check_executors(context, answers);
}

}  // namespace

extern const Rule unawaited_promise_rule;
const Rule unawaited_promise_rule{
    .description = {.summary = "A promise that nobody awaits, returns or gives a rejection handler",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check,
    .complete = complete};

}  // namespace leaklint
