#include <algorithm>

#include "retention/retention.h"
#include "semantics/number.h"

namespace leaklint {
namespace {

/// A parameter: of which function, and at which place.
struct ParameterRef {
  GlobalFunction function;
  uint32_t index;
};

/// The parameter that a call calls: `done` in `done(error)`, whichever function around declares it.
std::optional<ParameterRef> called_parameter(const Retention& retention, GlobalValue call) {
  const Program& program = retention.program;
  const FileId file = program.file_of(call);
  const FileFacts& facts = retention.facts(file);
  const Instruction& row = program.instruction(call);
  if (row.op != Op::call) return std::nullopt;
  const auto place = retention.place_of(program.global(file, ValueId(row.a)));
  if (!place || place->has_steps() || !place->variable()) return std::nullopt;
  const FunctionId owner = facts.variables[place->variable()].function;
  const Function& function = facts.functions[owner];
  for (uint32_t at = 0; at < function.parameter_count; ++at)
    if (facts.parameters[function.first_parameter + at].binding == place->variable())
      return ParameterRef{program.global(file, owner), at};
  return std::nullopt;
}

/// Whether a call that the program writes out is known to hand over that function at that place. A call whose
/// arguments cannot be counted may.
bool may_hand_over(const Retention& retention, GlobalValue call, uint32_t index, GlobalFunction function) {
  const Instruction& row = retention.program.instruction(call);
  if (row.op != Op::call && row.op != Op::new_) return true;
  const FileId file = retention.program.file_of(call);
  const FileFacts& facts = retention.facts(file);
  for (uint32_t at = 0; at < row.operand_count && at <= index; ++at)
    if (facts.code[facts.operand(row, at)].op == Op::spread) return true;
  if (index >= row.operand_count) return false;
  const auto functions = retention.functions_of(retention.program.global(file, facts.operand(row, index)));
  return std::find(functions.begin(), functions.end(), function) != functions.end();
}

/// A callback is run for those who hand it over, and a chain of calls knows all callers of a function at
/// once: `each(request) ▸ load(…) ▸ done(…) ▸ start-up's own callback` never happens. Whether some link calls
/// a parameter that the same chain did not fill with what it runs.
bool mixes_callers(const Retention& retention, const std::vector<GlobalFunction>& chain) {
  for (size_t inner = 0; inner + 1 < chain.size(); ++inner) {
    const Execution& link = retention.lives.of(chain[inner]);
    if (link.reason != Execution::Reason::called || !link.call) continue;
    const auto parameter = called_parameter(retention, link.call);
    if (!parameter) continue;
    const auto owner =
        std::find(chain.begin() + static_cast<ptrdiff_t>(inner) + 1, chain.end(), parameter->function);
    if (owner == chain.end()) continue;
    const Execution& run = retention.lives.of(*owner);
    if (run.reason != Execution::Reason::called || !run.call) continue;
    const auto callees = retention.flow.callees_of(run.call);
    const bool is_direct = std::any_of(callees.begin(), callees.end(), [&](const CallEdge& edge) {
      return edge.callee == *owner && edge.kind != CallEdge::Kind::callback;
    });
    if (is_direct && !may_hand_over(retention, run.call, parameter->index, chain[inner])) return true;
  }
  return false;
}

/// How many links of a chain are closures of which nobody knows who runs them, and when.
size_t unseen_calls(const Retention& retention, const std::vector<GlobalFunction>& chain) {
  return static_cast<size_t>(std::count_if(chain.begin(), chain.end(), [&](GlobalFunction function) {
    const Execution& link = retention.lives.of(function);
    return link.reason == Execution::Reason::called && link.call &&
           retention.program.instruction(link.call).op == Op::function;
  }));
}

/// Whether an interval is an hour or longer, as far as the file writes that out: whoever waits then waits
/// once in a while.
bool is_rare(const Retention& retention, GlobalValue interval) {
  const Instruction& call = retention.program.instruction(interval);
  if (call.op != Op::call || call.operand_count < 2) return false;
  const auto modelled = retention.flow.modelled(interval);
  const bool is_interval = std::any_of(modelled.begin(), modelled.end(), [](const ModelledCall& row) {
    const auto& effects = row.row->effects;
    return std::any_of(effects.begin(), effects.end(), [](const EffectRow& effect) {
      return effect.kind == EffectRow::Kind::start_interval;
    });
  });
  if (!is_interval) return false;
  constexpr double hour = 60.0 * 60 * 1000;
  const FileId file = retention.program.file_of(interval);
  const FileFacts& facts = retention.facts(file);
  return number_of(facts, retention.uses(file), facts.operand(call, 1)).value_or(0) >= hour;
}

/// Whether an interval's callback clears an interval: it polls for something, and stops.
bool is_a_poll(const Retention& retention, GlobalFunction callback) {
  const auto& clears = retention.effects.of_kind(EffectRow::Kind::clear_timer);
  return std::any_of(clears.begin(), clears.end(),
                     [&](EffectId id) { return retention.effects[id].function == callback; });
}

}  // namespace

std::optional<Growth> Retention::traffic_of(GlobalFunction function) const {
  const auto chain = lives.chain(function);
  const Execution& entry = lives.of(chain.back());
  if (entry.reason != Execution::Reason::life && entry.reason != Execution::Reason::convention)
    return std::nullopt;
  if (!entry.life || !models.lives[entry.life].is_traffic || mixes_callers(*this, chain)) return std::nullopt;
  // How long an interval is, is rarely known, so it proves less than a request does.
  const bool is_tick = entry.life == models.life("tick");
  if (is_tick && (is_a_poll(*this, chain.back()) || is_rare(*this, entry.call))) return std::nullopt;
  // One such closure is the callback of some library; after several it is anybody's guess how often it runs.
  const size_t most_unseen_calls = is_tick ? 0 : 3;
  if (unseen_calls(*this, chain) > most_unseen_calls) return growth_from(function, Confidence::low);
  return growth_from(function, is_tick ? Confidence::medium : Confidence::high);
}

}  // namespace leaklint
