#include "program/lives.h"

#include <algorithm>
#include <array>

#include "base/is_one_of.h"
#include "program/handed_functions.h"

namespace leaklint {
namespace {

/// A call that can run more functions than this says little about any one of them.
constexpr size_t ambiguous_from = 2;

/// Whether a function's parameters are named as those of a request handler are: a convention, not a proof.
bool looks_like_handler(const Program& program, GlobalFunction id) {
  const FileId file = program.file_of(id);
  const Function& row = program.function(id);
  if (row.parameter_count < 2 || row.parameter_count > 4) return false;
  const auto name = [&](uint32_t at) {
    return program.text(
        program.name(file, program.file(file).facts.parameters[row.first_parameter + at].name));
  };
  const uint32_t first = row.parameter_count == 4 && is_one_of(name(0), {"err", "error"}) ? 1 : 0;
  if (first + 1 >= row.parameter_count) return false;
  return is_one_of(name(first), {"req", "request"}) &&
         is_one_of(name(first + 1), {"res", "response", "reply", "resp"});
}

/// Whether a method is by its name one that the framework of a component calls when it is mounted.
bool names_mount(const Program& program, GlobalFunction id) {
  if (!program.function(id).class_) return false;
  return is_one_of(program.function_name(id),
                   {"componentDidMount", "connectedCallback", "ngOnInit", "ngAfterViewInit"});
}

}  // namespace

Lives::Lives(const Program& program, const Models& models, const Flow& flow, OnceTest runs_once)
    : program_(program), models_(models), flow_(flow), runs_once_(std::move(runs_once)) {
  executions_.resize(program.function_count());
  calls_of_.resize(program.function_count());
  pending_.resize(static_cast<size_t>(Multiplicity::many) + 1);
  for (uint32_t raw = 0; raw < program.function_count(); ++raw)
    for (const CallEdge& edge : flow.callers_of(GlobalFunction(raw)))
      if (edge.call && is_guarded(edge.call))
        calls_of_[program.function_of(edge.call).raw].push_back(edge);
      else
        for (const CallEdge& origin : edges_of_origin(program, flow, edge))
          if (origin.call) calls_of_[program.function_of(origin.call).raw].push_back(origin);
  find_inner_functions();
  seed();
  // The most frequent first: a function keeps the first, strongest reason that reaches it. Calls that may run
  // one of several functions come last, and only for functions that nothing else explains.
  constexpr Multiplicity levels[] = {Multiplicity::many, Multiplicity::many_outside, Multiplicity::once};
  for (Multiplicity level : levels) spread(level, false);
  pending_[static_cast<size_t>(Multiplicity::many_outside)].clear();
  seed_events();
  spread(Multiplicity::many_outside, false);
  seed_uncalled_exports();
  spread(Multiplicity::many_outside, false);
  for (Multiplicity level : levels) {
    pending_[static_cast<size_t>(level)].clear();
    for (uint32_t raw = 0; raw < program.function_count(); ++raw)
      if (executions_[raw].multiplicity == level)
        pending_[static_cast<size_t>(level)].push_back(GlobalFunction(raw));
    spread(level, true);
  }
}

void Lives::raise(GlobalFunction function, Execution execution) {
  Execution& known = executions_[function.raw];
  if (known.multiplicity >= execution.multiplicity) return;
  if (only_unreached_ && known.multiplicity != Multiplicity::unreached) return;
  known = execution;
  pending_[static_cast<size_t>(execution.multiplicity)].push_back(function);
}

bool Lives::is_guarded(GlobalValue call) {
  const auto [known, is_new] = guarded_.try_emplace(call.raw, false);
  if (is_new) known->second = runs_once_(call);
  return known->second;
}

void Lives::find_inner_functions() {
  inner_functions_.resize(program_.function_count());
  for (uint32_t raw = 0; raw < program_.function_count(); ++raw) {
    const Function& row = program_.function(GlobalFunction(raw));
    if (!row.parent || !row.value) continue;
    const FileId file = program_.file_of(GlobalFunction(raw));
    inner_functions_[program_.global(file, row.parent).raw].push_back(GlobalFunction(raw));
  }
}

void Lives::seed() {
  const LifeId event = models_.life("event"), request = models_.life("request");
  for (uint32_t raw = 0; raw < program_.function_count(); ++raw) {
    const GlobalFunction function(raw);
    const Function& row = program_.function(function);
    if (row.kind == FunctionKind::module) {
      raise(function, {.multiplicity = Multiplicity::once,
                       .reason = Execution::Reason::module_start,
                       .life = {},
                       .call = {},
                       .caller = {}});
      continue;
    }
    bool is_started = false;
    for (const CallEdge& edge : flow_.callers_of(function)) {
      // What a library finds and runs by itself, it runs when it starts.
      is_started |=
          !edge.call && (edge.kind == CallEdge::Kind::construct || edge.callback->runs == Runs::inherit);
      if (is_started)
        raise(function, {.multiplicity = Multiplicity::once,
                         .reason = Execution::Reason::module_start,
                         .life = {},
                         .call = {},
                         .caller = {},
                         .is_convention = edge.is_spelled});
      if (edge.kind != CallEdge::Kind::callback || edge.callback->runs != Runs::life) continue;
      // Any event of any emitter: how often it fires, and for how long, is the emitter's to say. See
      // seed_events.
      if (edge.callback->life == event) continue;
      const bool is_vague = edge.is_spelled;
      raise(function, {.multiplicity = is_vague ? Multiplicity::many_outside : Multiplicity::many,
                       .reason = Execution::Reason::life,
                       .life = edge.callback->life,
                       .call = edge.call,
                       .caller = {},
                       .is_convention = edge.is_spelled});
    }
    if (names_mount(program_, function))
      raise(function, {.multiplicity = Multiplicity::many_outside,
                       .reason = Execution::Reason::convention,
                       .life = models_.life("mount"),
                       .call = {},
                       .caller = {},
                       .is_convention = true});
    if (looks_like_handler(program_, function))
      raise(function, {.multiplicity = Multiplicity::many_outside,
                       .reason = Execution::Reason::convention,
                       .life = request,
                       .call = {},
                       .caller = {},
                       .is_convention = true});
    if (flow_.is_reachable_from_outside(function) && !is_started)
      raise(function, {.multiplicity = Multiplicity::many_outside,
                       .reason = Execution::Reason::exported,
                       .life = {},
                       .call = {},
                       .caller = {}});
  }
}

/// Listeners that start-up code adds hear events as long as the process runs. One that is added by code which
/// runs often hears those of an emitter that comes and goes with it, and runs as its closure does.
void Lives::seed_events() {
  const LifeId event = models_.life("event");
  for (uint32_t raw = 0; raw < program_.function_count(); ++raw)
    for (const CallEdge& edge : flow_.callers_of(GlobalFunction(raw))) {
      if (edge.kind != CallEdge::Kind::callback || edge.callback->runs != Runs::life ||
          edge.callback->life != event)
        continue;
      if (!edge.call || executions_[program_.function_of(edge.call).raw].multiplicity != Multiplicity::once)
        continue;
      raise(edge.callee, {.multiplicity = Multiplicity::many_outside,
                          .reason = Execution::Reason::life,
                          .life = event,
                          .call = edge.call,
                          .caller = {},
                          .is_convention = edge.is_spelled});
    }
}

/// A function that its module exports and that nothing seen here calls: a call of it was not understood.
/// Start-up code stays start-up code, so only functions that nothing reached are touched.
void Lives::seed_uncalled_exports() {
  only_unreached_ = true;
  pending_[static_cast<size_t>(Multiplicity::many_outside)].clear();
  for (uint32_t raw = 0; raw < program_.function_count(); ++raw)
    if (flow_.is_exported(GlobalFunction(raw)))
      raise(GlobalFunction(raw), {.multiplicity = Multiplicity::many_outside,
                                  .reason = Execution::Reason::exported,
                                  .life = {},
                                  .call = {},
                                  .caller = {}});
}

void Lives::spread(Multiplicity level, bool ambiguous) {
  auto& pending = pending_[static_cast<size_t>(level)];
  for (size_t at = 0; at < pending.size(); ++at) {
    const GlobalFunction caller = pending[at];
    if (executions_[caller.raw].multiplicity != level) continue;
    spread_calls(caller, level, false);
    if (level > Multiplicity::once) spread_closures(caller, level);
    if (ambiguous) spread_calls(caller, level, true);
  }
}

void Lives::spread_calls(GlobalFunction caller, Multiplicity level, bool ambiguous) {
  const Execution execution = executions_[caller.raw];
  for (const CallEdge& edge : calls_of_[caller.raw]) {
    if (edge.callback && (edge.callback->runs == Runs::never || edge.callback->runs == Runs::life)) continue;
    // A call of several functions proves little about each of them.
    if ((flow_.callees_of(edge.call).size() > ambiguous_from) != ambiguous) continue;
    raise(edge.callee, {.multiplicity = is_guarded(edge.call) ? Multiplicity::once : level,
                        .reason = Execution::Reason::called,
                        .life = execution.life,
                        .call = edge.call,
                        .caller = caller,
                        .is_convention = execution.is_convention || edge.is_spelled,
                        .is_ambiguous = execution.is_ambiguous || ambiguous});
  }
}

/// A closure is made anew by every run of the function it is written in, and made to be called: by code that
/// we cannot see, or by a parameter's caller that takes many. It runs as often as that function does.
void Lives::spread_closures(GlobalFunction maker, Multiplicity level) {
  const Execution execution = executions_[maker.raw];
  const FileId file = program_.file_of(maker);
  for (GlobalFunction inner : inner_functions_[maker.raw]) {
    const GlobalValue made = program_.global(file, program_.function(inner).value);
    raise(inner, {.multiplicity = is_guarded(made) ? Multiplicity::once : level,
                  .reason = Execution::Reason::called,
                  .life = execution.life,
                  .call = made,
                  .caller = maker,
                  .is_convention = true,
                  .is_ambiguous = execution.is_ambiguous});
  }
}

std::vector<GlobalFunction> Lives::chain(GlobalFunction function) const {
  std::vector<GlobalFunction> links;
  for (GlobalFunction at = function; at; at = executions_[at.raw].caller) {
    if (std::find(links.begin(), links.end(), at) != links.end()) break;
    links.push_back(at);
  }
  return links;
}

}  // namespace leaklint
