#include <algorithm>

#include "retention/retention.h"

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

/// Whether a call that the program writes out hands over something else than `function` at that place. A call
/// whose arguments cannot be counted, or are not known, hands over anything.
bool hands_over_others(const Retention& retention, GlobalValue call, uint32_t index,
                       GlobalFunction function) {
  const Instruction& row = retention.program.instruction(call);
  if (row.op != Op::call && row.op != Op::new_) return false;
  const FileId file = retention.program.file_of(call);
  const FileFacts& facts = retention.facts(file);
  for (uint32_t at = 0; at < row.operand_count && at <= index; ++at)
    if (facts.code[facts.operand(row, at)].op == Op::spread) return false;
  if (index >= row.operand_count) return true;
  const auto functions = retention.functions_of(retention.program.global(file, facts.operand(row, index)));
  return !functions.empty() && std::find(functions.begin(), functions.end(), function) == functions.end();
}

/// A callback is run for those who hand it over, and a chain of calls knows all callers of a function at
/// once: `each(request) ▸ load(…) ▸ done(…) ▸ start-up's own callback` never happens. Whether some link calls
/// a parameter that the same chain filled with something else.
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
    if (is_direct && hands_over_others(retention, run.call, parameter->index, chain[inner])) return true;
  }
  return false;
}

}  // namespace

std::optional<Growth> Retention::traffic_of(GlobalFunction function) const {
  const auto chain = lives.chain(function);
  const Execution& entry = lives.of(chain.back());
  if (entry.reason != Execution::Reason::life && entry.reason != Execution::Reason::convention)
    return std::nullopt;
  if (!entry.life || !models.lives[entry.life].is_traffic || mixes_callers(*this, chain)) return std::nullopt;
  return growth_from(function, Confidence::high);
}

}  // namespace leaklint
