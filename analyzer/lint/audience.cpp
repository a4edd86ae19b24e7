#include "lint/audience.h"

#include <algorithm>

#include "base/is_one_of.h"

namespace leaklint {
namespace {

/// Whether the function is written as an argument of a call with such a name.
bool is_given_to(const FailureReader& reader, GlobalFunction id, bool (*is_such)(std::string_view)) {
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
bool is_given_in_options(const FailureReader& reader, GlobalFunction id) {
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

/// Whether a list of results is looked through afterwards: `(await Promise.all(list)).filter(Boolean)`.
bool is_sifted(const Retention& retention, GlobalValue list) {
  constexpr std::string_view methods[] = {"filter", "some", "every", "find", "reduce", "flatMap", "includes"};
  const FailureReader reader(retention, retention.program.file_of(list));
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
  const FailureReader reader(retention, retention.program.file_of(list));
  for (const ValueUse& use : reader.uses.uses_of(retention.program.local(list))) {
    if (use.role != UseRole::argument) continue;
    const Instruction& callee = reader.facts.code[ValueId(reader.facts.code[use.user].a)];
    if (callee.op == Op::member && is_global_promise(reader.facts, ValueId(callee.a))) return true;
  }
  return false;
}

}  // namespace

bool is_in_test(const FailureReader& reader, FunctionId function) {
  for (; function; function = reader.facts.functions[function].parent)
    if (is_given_to(reader, reader.retention.program.global(reader.file, function), is_test_name))
      return true;
  return false;
}

bool has_audience(const Retention& retention, GlobalFunction function) {
  std::vector<GlobalFunction> pending = {function};
  constexpr size_t most = 16;
  for (size_t at = 0; at < pending.size() && at < most; ++at) {
    const GlobalFunction id = pending[at];
    if (retention.program.function(id).kind == FunctionKind::module) continue;
    if (is_given_to(FailureReader(retention, retention.program.file_of(id)), id, is_event_name)) continue;
    const auto edges = retention.flow.callers_of(id);
    if (edges.empty() && !is_given_in_options(FailureReader(retention, retention.program.file_of(id)), id))
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

bool is_mapped(const Retention& retention, GlobalFunction id) {
  for (const CallEdge& edge : retention.flow.callers_of(id)) {
    if (edge.call && edge.kind == CallEdge::Kind::callback && is_list_of_promises(retention, edge.call) &&
        !is_sifted(retention, edge.call))
      return true;
  }
  return false;
}

}  // namespace leaklint
