#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/await_edits.h"
#include "lint/file_context.h"
#include "lint/loop_edits.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "semantics/callback_effects.h"
#include "semantics/collection.h"
#include "semantics/iteration_call.h"
#include "semantics/promise_use.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// An iteration whose callback is async.
struct AsyncIteration : IterationCall {
  bool is_proven;  ///< the receiver is a collection of the language, or a library's
};

/// The call as an iteration with an async callback. A callback that is imported is another file's business:
/// only a rule over the whole program can tell whether it is async.
std::optional<AsyncIteration> async_iteration_at(const FileContext& context, NodeId node) {
  const auto call = iteration_call_at(context.tree, context.scopes, node);
  if (!call || !call->function || !is_async_function(context.tree, call->function) ||
      is_generator(context.tree, call->function))
    return std::nullopt;
  const bool is_proven = call->library == Library::imported ||
                         collection_of(context.tree, context.scopes, call->collection) != Collection::unknown;
  return AsyncIteration{*call, is_proven};
}

/// The iteration as what a loop may stand for, where its callback is written in place.
std::optional<ElementCalls> element_calls(const Tree& tree, const AsyncIteration& call) {
  const NodeId callback = without_parentheses(tree, call.argument);
  if (callback != call.function) return std::nullopt;
  return ElementCalls{call.collection, callback};
}

/// `for (const x of list) {…}` in place of `list.forEach(async x => {…})`.
std::optional<Fix> loop_instead(const FileContext& context, const AsyncIteration& call, NodeId statement) {
  const auto calls = element_calls(context.tree, call);
  auto edits = calls ? loop_edits(context, *calls, statement) : std::nullopt;
  if (!edits) return std::nullopt;
  return Fix{.description = "Loop with `for…of`, one element after the other",
             .is_safe = false,
             .edits = std::move(*edits)};
}

/// `await Promise.all(list.map(async x => {…}))` in place of the same with `forEach`.
Fix map_instead(const Tree& tree, const AsyncIteration& call) {
  const Span whole = tree.span(call.call);
  return {.description = "Wait for all elements at once with `Promise.all`",
          .is_safe = false,
          .edits = {{{whole.begin, whole.begin}, "await Promise.all("},
                    {tree.span(call.name), "map"},
                    {{whole.end, whole.end}, ")"}}};
}

/// The same with each call behind a limiter: `list.map((x) => limit(async () => {…}))`.
std::optional<Fix> limited_map_instead(const FileContext& context, const AsyncIteration& call) {
  const Tree& tree = context.tree;
  const std::string_view limiter = limiter_in_scope(tree, context.scopes, context.names, call.call);
  const auto calls = element_calls(tree, call);
  if (limiter.empty() || !calls) return std::nullopt;
  const auto edits = limited_callback_edits(context, *calls, limiter);
  if (!edits) return std::nullopt;
  Fix fix = map_instead(tree, call);
  fix.description =
      "Wait for all elements with `Promise.all`, some at a time with `" + std::string(limiter) + '`';
  fix.edits.insert(fix.edits.begin() + 2, edits->begin(), edits->end());
  return fix;
}

/// All elements at once, where their order cannot be seen: behind a limiter, or freely where the work stays
/// in the process.
std::optional<Fix> all_instead(const FileContext& context, const AsyncIteration& call) {
  const Tree& tree = context.tree;
  const Collection collection = collection_of(tree, context.scopes, call.collection);
  if (collection != Collection::array && collection != Collection::unknown) return std::nullopt;
  if (writes_outside(tree, context.scopes, call.function)) return std::nullopt;
  if (auto fix = limited_map_instead(context, call)) return fix;
  if (may_leave_process(tree, context.scopes, call.function)) return std::nullopt;
  return map_instead(tree, call);
}

/// Both change the order in which things happen, so both are suggestions.
void add_fixes(const FileContext& context, const AsyncIteration& call, Finding& finding) {
  const Tree& tree = context.tree;
  const NodeId statement = statement_of(tree, call.call);
  const NodeId callee = tree.child(call.call, Field::function);
  if (call.library != Library::none || tree.text(call.name) != "forEach" || !statement ||
      argument_count(tree, call.call) != 1 || tree.child(callee, Field::optional_chain) ||
      !can_await_at(context, call.call))
    return;
  if (auto fix = loop_instead(context, call, statement)) finding.fixes.push_back(std::move(*fix));
  if (auto fix = all_instead(context, call)) finding.fixes.push_back(std::move(*fix));
}

std::string callback_words(const FileContext& context, const AsyncIteration& call) {
  const NodeId written = without_types(context.tree, call.argument);
  if (context.tree.contains(written, call.function)) return "its async callback";
  return "the async function `" + std::string(context.tree.text(written)) + "`";
}

std::string message_of(const FileContext& context, const AsyncIteration& call, NodeId use) {
  const std::string method = "`" + std::string(context.tree.text(call.name)) + "`";
  const std::string callback = callback_words(context, call);
  switch (call.method->outcome) {
    case Outcome::dropped:
      return method + " drops the promise of " + callback +
             ", so nobody waits for the work or sees it fail. Loop with `for…of` and `await`, or await "
             "`Promise.all` over `map`.";
    case Outcome::tested:
      return method + " takes the promise of " + callback + " for true, so " +
             std::string(call.method->effect_of_promises) +
             ". Await the answers first, with `Promise.all` over `map`.";
    case Outcome::compared:
      return method + " compares the promises of " + callback + " instead of values, so " +
             std::string(call.method->effect_of_promises) +
             ". Await the values first, with `Promise.all` over `map`.";
    case Outcome::folded:
      return method + " hands " + callback +
             " a promise as accumulator, and it is not awaited. Await it first, or loop with `for…of`.";
    case Outcome::collected:
      return method + " gives the promises of " + callback + ", and `" + std::string(context.tree.text(use)) +
             "` uses them as if they were values. Await them first, with `Promise.all`.";
  }
  return {};
}

/// A function whose first parameter is an error is a Node-style callback: the method is not the array's.
bool is_node_callback(const Tree& tree, NodeId callback) {
  const NodeId first = parameter_at(tree, callback, 0);
  return first && (tree.text(first) == "err" || tree.text(first) == "error");
}

/// Whether somebody else's method of that name may be meant: one whose result is awaited, that hands an error
/// to its callback, or that is called for what it does, as no test of an array is.
bool may_be_another_method(const Tree& tree, const AsyncIteration& call) {
  if (is_awaited(tree, call.call) || is_node_callback(tree, call.function)) return true;
  return call.method->outcome == Outcome::tested && call.method->name != "filter" &&
         statement_of(tree, call.call);
}

/// Where a list of promises is used as values, for `map`; the call itself for the others; none when all is
/// well.
NodeId misuse_of(const FileContext& context, const AsyncIteration& call) {
  const Tree& tree = context.tree;
  if (call.library == Library::none &&
      has_own_method(tree, context.scopes, call.collection, tree.text(call.name)))
    return {};
  switch (call.method->outcome) {
    case Outcome::dropped:
      return call.is_proven || (is_discarded(tree, call.call) && !is_awaited(tree, call.call)) ? call.call
                                                                                               : NodeId();
    case Outcome::tested:
    case Outcome::compared:
      return call.is_proven || !may_be_another_method(tree, call) ? call.call : NodeId();
    case Outcome::folded:
      return awaits_first_parameter(tree, context.scopes, call.function) ? NodeId() : call.call;
    case Outcome::collected:
      return is_awaited(tree, call.call) ? NodeId() : value_use_of_promises(tree, context.scopes, call.call);
  }
  return {};
}

/// The callback from its beginning up to its body: a place of one line, as a rule.
Span place_of(const Tree& tree, const AsyncIteration& call) {
  const Span whole = tree.span(call.argument);
  const NodeId body = tree.child(call.function, Field::body);
  if (!body || !tree.contains(call.argument, body)) return whole;
  uint32_t end = tree.span(body).begin;
  while (end > whole.begin && (tree.source()[end - 1] == ' ' || tree.source()[end - 1] == '\n')) --end;
  return {whole.begin, end};
}

/// What an async callback leaves for others to wait for.
struct Waits {
  bool any = false;      ///< it awaits something, or returns what may be a promise
  bool outside = false;  ///< somewhere that no catch clause of its own takes the failure
};

bool is_in_caught_try(const Tree& tree, NodeId node, NodeId callback) {
  for (NodeId at = node, up = tree.parent(node); at != callback; at = up, up = tree.parent(up))
    if (tree.kind(up) == Kind::try_statement && tree.field(at) == Field::body &&
        tree.child(up, Field::handler))
      return true;
  return false;
}

bool gives_something(const Tree& tree, NodeId return_) {
  for (NodeId child : tree.children(return_))
    if (is_named(tree.kind(child)) && tree.kind(child) != Kind::comment) return true;
  return false;
}

Waits waits_of(const Tree& tree, NodeId callback) {
  Waits waits;
  const NodeId body = tree.child(callback, Field::body);
  if (tree.kind(body) != Kind::statement_block) return {.any = true, .outside = true};
  for (uint32_t raw = body.raw; raw < tree.end(body); ++raw) {
    const NodeId node(raw);
    const Kind kind = tree.kind(node);
    if (is_function_with_body(kind)) {
      raw = tree.end(node) - 1;
      continue;
    }
    // `for await` has the token as its own.
    const bool is_wait =
        kind == Kind::token_await || (kind == Kind::return_statement && gives_something(tree, node));
    if (!is_wait) continue;
    waits.any = true;
    waits.outside = waits.outside || !is_in_caught_try(tree, node, callback);
  }
  return waits;
}

/// Whether nothing waits for the call and nothing comes after it: the last statement of a function that is
/// not async itself, such as a listener.
bool comes_last_in_a_listener(const Tree& tree, NodeId call) {
  const NodeId function = enclosing_function(tree, call);
  if (!function || is_async_function(tree, function)) return false;
  for (NodeId at = statement_of(tree, call); at && at != tree.child(function, Field::body);
       at = tree.parent(at)) {
    const NodeId parent = tree.parent(at);
    if (tree.kind(parent) != Kind::statement_block) continue;
    for (NodeId sibling : tree.children(parent))
      if (sibling > at && is_named(tree.kind(sibling)) && tree.kind(sibling) != Kind::comment) return false;
  }
  return static_cast<bool>(statement_of(tree, call));
}

/// Low where there is nothing to wait for, or nobody who could: the work deals with its failures, and nothing
/// comes after it.
Confidence confidence_of(const Tree& tree, const AsyncIteration& call) {
  if (call.method->outcome == Outcome::dropped) {
    const Waits waits = waits_of(tree, call.function);
    if (!waits.any || (!waits.outside && comes_last_in_a_listener(tree, call.call))) return Confidence::low;
  }
  return call.is_proven ? Confidence::high : Confidence::medium;
}

void visit(FileContext& context, NodeId node) {
  const auto call = async_iteration_at(context, node);
  if (!call) return;
  const NodeId misuse = misuse_of(context, *call);
  if (!misuse) return;
  Finding& finding = context.report(place_of(context.tree, *call), message_of(context, *call, misuse),
                                    confidence_of(context.tree, *call));
  if (call->method->outcome == Outcome::dropped) add_fixes(context, *call, finding);
}

/// Callbacks that another file declares: which function they are is known after the link only. What the file
/// rule sees is left to it.
void check(ProgramContext& context) {
  const Retention& retention = context.retention;
  const Program& program = context.program;
  for (const ModelledCall& call : retention.flow.modelled_calls()) {
    if (!call.member || call.member->name != "forEach") continue;
    const Instruction& row = program.instruction(call.call);
    const FileId file = program.file_of(call.call);
    if (row.operand_count == 0) continue;
    const GlobalValue callback = program.global(file, program.file(file).facts.operand(row, 0));
    const auto functions = retention.functions_of(callback);
    const bool is_imported_async = functions.size() == 1 && program.function(functions.front()).is_async &&
                                   program.file_of(functions.front()) != file;
    if (!is_imported_async) continue;
    Finding& finding = context.report(callback,
                                      "`forEach` does not wait for the promises of " +
                                          retention.function_text(functions.front()) +
                                          ", so its caller goes on before they are done and nobody hears of "
                                          "a rejection. Use `for … of` with `await`.",
                                      call.is_spelled ? Confidence::medium : Confidence::high);
    finding.notes.push_back(ProgramContext::line(
        Note::Label::because, retention.function_text(functions.front()) + " is async at " +
                                  retention.location(retention.place(functions.front()))));
  }
}

constexpr Kind kinds[] = {Kind::call_expression};

}  // namespace

extern const Rule async_foreach_rule;
const Rule async_foreach_rule{
    .description = {.summary =
                        "An async callback given to `forEach` or another method that does not await it",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .kinds = kinds,
    .visit = visit,
    .check = check,
};

}  // namespace leaklint
