#include "retention/promise_ways.h"

#include <algorithm>

#include "retention/listeners.h"

namespace leaklint {
namespace {

/// Closures that call closures: deeper ones are rare, and recursive ones must end.
constexpr int max_depth = 3;

/// `new Promise((resolve, reject) => …)`: the ways on which closures of the executor settle the promise.
class Settling {
 public:
  Settling(const Retention& retention, GlobalValue from, std::span<const GlobalValue> releases)
      : retention_(retention),
        program_(retention.program),
        file_(program_.file_of(from)),
        facts_(retention.facts(file_)),
        uses_(retention.uses(file_)),
        flow_(retention.control_flow(file_)),
        executor_(facts_.function_of(program_.local(from))) {
    for (GlobalValue release : releases)
      if (program_.file_of(release) == file_) releases_.push_back(program_.local(release));
    is_whole_ = releases_.size() == releases.size();
    if (const auto add = retention.effects.at(from, EffectRow::Kind::add_listener)) {
      const Effect& listener = retention.effects[*add];
      // A signal aborts once.
      if (listener.once || has_once_option(retention, listener) ||
          retention.constant_text(listener.event) == "abort")
        handlers_ = retention.functions_of(listener.handler);
      return;
    }
    add_own_ends(from);
  }

  std::optional<MissedWay> find() const {
    if (!is_executor() || !is_whole_ || releases_.empty()) return std::nullopt;
    for (ValueId release : releases_)
      if (!is_inside(facts_.function_of(release))) return std::nullopt;
    bool is_released_somewhere = false;
    ValueId missed;
    const Function& row = facts_.functions[executor_];
    for (uint32_t at = 0; at < row.parameter_count && at < 2; ++at) {
      const BindingId settle = facts_.parameters[row.first_parameter + at].binding;
      if (!settle) return std::nullopt;
      for (ValueId load : uses_.loads_of(settle)) {
        for (const ValueUse& use : uses_.uses_of(load)) {
          if (!settles(use)) return std::nullopt;
          if (use.role == UseRole::callee && facts_.function_of(use.user) == executor_) continue;
          if (is_released(use.user, 0))
            is_released_somewhere = true;
          else if (!missed)
            missed = use.user;
        }
      }
    }
    if (!is_released_somewhere || !missed) return std::nullopt;
    const Place place = retention_.place(program_.global(file_, missed));
    return MissedWay{"where the promise is settled at " + retention_.location(place), place};
  }

 private:
  /// What a resource itself tells of its end, by whichever event, comes when it ends.
  void add_own_ends(GlobalValue resource) {
    for (EffectId id : retention_.effects.of_kind(EffectRow::Kind::add_listener)) {
      const Effect& listener = retention_.effects[id];
      const auto event = retention_.constant_text(listener.event);
      const bool is_end = event == "error" || event == "close" || event == "end" || event == "exit";
      if (!is_end || !listener.receiver || !retention_.is_same_place(resource, listener.receiver)) continue;
      ends_.push_back(program_.local(listener.at));
      for (GlobalFunction function : retention_.functions_of(listener.handler)) handlers_.push_back(function);
    }
  }

  bool is_executor() const {
    const ValueId value = facts_.functions[executor_].value;
    if (!value) return false;
    for (const ValueUse& use : uses_.uses_of(value)) {
      if (!use.user || !use.is(UseRole::argument, 0)) continue;
      const Instruction& made = facts_.code[use.user];
      if (made.op != Op::new_) continue;
      const Instruction& constructor = facts_.code[ValueId(made.a)];
      if (constructor.op == Op::load_global && facts_.names.text(NameId(constructor.a)) == "Promise")
        return true;
    }
    return false;
  }

  /// A closure in the executor, whatever is in between.
  bool is_inside(FunctionId function) const {
    if (function == executor_) return false;
    while (function && function != executor_) function = facts_.functions[function].parent;
    return static_cast<bool>(function);
  }

  /// Whether a use of `resolve` or `reject` settles the promise sooner or later; what hands it on to code
  /// that is not known may do anything.
  bool settles(const ValueUse& use) const {
    if (!use.user) return false;
    if (use.role == UseRole::callee) return true;
    if (use.role != UseRole::argument) return false;
    const GlobalValue call = program_.global(file_, use.user);
    return retention_.effects.at(call, EffectRow::Kind::add_listener) ||
           retention_.effects.at(call, EffectRow::Kind::start_timeout);
  }

  bool is_released(ValueId at, int depth) const {
    const FunctionId function = facts_.function_of(at);
    if (std::find(ends_.begin(), ends_.end(), at) != ends_.end()) return true;
    if (function == executor_ || depth > max_depth) return false;
    // It is the listener itself that hears its last event.
    if (std::find(handlers_.begin(), handlers_.end(), program_.global(file_, function)) != handlers_.end())
      return true;
    for (ValueId release : releases_)
      if (facts_.function_of(release) == function && flow_.always_runs_with(at, release)) return true;
    return calls_release(at, function) || callers_release(function, depth);
  }

  /// `cleanup()` beside it.
  bool calls_release(ValueId at, FunctionId function) const {
    const Function& row = facts_.functions[function];
    for (uint32_t raw = row.code_begin.raw; raw < row.code_end.raw; ++raw) {
      const ValueId call(raw);
      if (facts_.code[call].op == Op::call && flow_.always_runs_with(at, call) && reaches_release(call, 0))
        return true;
    }
    return false;
  }

  bool reaches_release(ValueId call, int depth) const {
    if (depth > max_depth) return false;
    for (const CallEdge& edge : retention_.flow.callees_of(program_.global(file_, call))) {
      if (program_.file_of(edge.callee) != file_) continue;
      const FunctionId called = program_.local(edge.callee);
      if (!is_inside(called)) continue;
      const Function& row = facts_.functions[called];
      for (uint32_t raw = row.code_begin.raw; raw < row.code_end.raw; ++raw) {
        if (std::find(releases_.begin(), releases_.end(), ValueId(raw)) != releases_.end()) return true;
        if (facts_.code[ValueId(raw)].op == Op::call && reaches_release(ValueId(raw), depth + 1)) return true;
      }
    }
    return false;
  }

  /// Whatever calls the closure, or makes it, releases as well.
  bool callers_release(FunctionId function, int depth) const {
    const ValueId made = facts_.functions[function].value;
    if (made && facts_.function_of(made) != executor_ && is_released(made, depth + 1)) return true;
    const auto callers = retention_.flow.callers_of(program_.global(file_, function));
    return !callers.empty() && std::all_of(callers.begin(), callers.end(), [&](const CallEdge& edge) {
      return edge.call && edge.kind == CallEdge::Kind::direct && program_.file_of(edge.call) == file_ &&
             is_released(program_.local(edge.call), depth + 1);
    });
  }

  const Retention& retention_;
  const Program& program_;
  FileId file_;
  const FileFacts& facts_;
  const ValueUses& uses_;
  const ControlFlow& flow_;
  FunctionId executor_;
  std::vector<ValueId> releases_;
  std::vector<GlobalFunction> handlers_;  // of listeners that hear of the end of what is held
  std::vector<ValueId> ends_;             // calls that register such a listener
  bool is_whole_ = false;
};

/// A closure that is given to `then`, `catch` or `finally`.
struct Reaction {
  ValueId call;
  std::string_view method;
  uint32_t index;
};

std::optional<Reaction> reaction_of(const FileFacts& facts, const ValueUses& uses, FunctionId function) {
  const ValueId value = facts.functions[function].value;
  if (!value) return std::nullopt;
  const auto found = uses.uses_of(value);
  if (found.size() != 1 || found.front().role != UseRole::argument) return std::nullopt;
  const ValueId call = found.front().user;
  if (facts.code[call].op != Op::call) return std::nullopt;
  const Instruction& callee = facts.code[ValueId(facts.code[call].a)];
  if (callee.op != Op::member) return std::nullopt;
  return Reaction{call, facts.names.text(NameId(callee.b)), found.front().index};
}

/// The call that makes the promise of a chain, or none where a link before takes the failure already.
ValueId promise_behind(const FileFacts& facts, ValueId call) {
  for (int links = 0; links < 16; ++links) {
    const ValueId receiver(facts.code[ValueId(facts.code[call].a)].a);
    const Instruction& row = facts.code[receiver];
    if (row.op != Op::call) return {};
    const Instruction& callee = facts.code[ValueId(row.a)];
    const std::string_view method =
        callee.op == Op::member ? facts.names.text(NameId(callee.b)) : std::string_view();
    if (method == "catch" || (method == "then" && row.operand_count > 1)) return {};
    if (method != "then" && method != "finally") return receiver;
    call = receiver;
  }
  return {};
}

bool may_reject(const Retention& retention, GlobalValue call) {
  const auto callees = retention.flow.callees_of(call);
  // What a library's call returns may reject where another process or machine is asked.
  if (callees.empty())
    return retention.flow.modelled(call).empty() || retention.effects.at(call, EffectRow::Kind::io);
  return std::any_of(callees.begin(), callees.end(), [&](const CallEdge& edge) {
    return retention.failures().may_reject(edge.callee) || retention.failures().may_throw(edge.callee);
  });
}

/// `run().then(() => emitter.off(…))`: a rejection does not come there.
std::optional<MissedWay> missed_rejection(const Retention& retention, GlobalValue from,
                                          std::span<const GlobalValue> releases) {
  const Program& program = retention.program;
  const FileId file = program.file_of(from);
  const FileFacts& facts = retention.facts(file);
  ValueId promise;
  for (GlobalValue release : releases) {
    if (program.file_of(release) != file) return std::nullopt;
    const FunctionId closure = facts.function_of(program.local(release));
    const auto reaction = reaction_of(facts, retention.uses(file), closure);
    if (!reaction || reaction->method != "then" || reaction->index != 0) return std::nullopt;
    if (facts.function_of(reaction->call) != facts.function_of(program.local(from))) return std::nullopt;
    promise = promise_behind(facts, reaction->call);
    if (!promise || !may_reject(retention, program.global(file, promise))) return std::nullopt;
  }
  if (!promise) return std::nullopt;
  const Place place = retention.place(program.global(file, promise));
  return MissedWay{"when the promise of " + retention.call_text(program.global(file, promise)) + " at " +
                       retention.location(place) + " rejects",
                   place};
}

}  // namespace

std::optional<MissedWay> missed_promise_way(const Retention& retention, GlobalValue from,
                                            std::span<const GlobalValue> releases) {
  if (auto missed = Settling(retention, from, releases).find()) return missed;
  return missed_rejection(retention, from, releases);
}

}  // namespace leaklint
