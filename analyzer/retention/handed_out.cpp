#include "retention/handed_out.h"

#include <algorithm>

namespace leaklint {

std::optional<uint32_t> parameter_index(const Program& program, GlobalFunction function, GlobalValue value) {
  if (!value) return std::nullopt;
  const Instruction& read = program.instruction(value);
  if (read.op != Op::load) return std::nullopt;
  const Function& row = program.function(function);
  const FileFacts& facts = program.file(program.file_of(function)).facts;
  for (uint32_t at = 0; at < row.parameter_count; ++at)
    if (facts.parameters[row.first_parameter + at].binding == BindingId(read.a)) return at;
  return std::nullopt;
}

bool is_returned(const Program& program, GlobalFunction closure) {
  const FileId file = program.file_of(closure);
  const FileFacts& facts = program.file(file).facts;
  const Function& row = program.function(closure);
  if (!row.value || !row.parent) return false;
  const Function& around = facts.functions[row.parent];
  for (uint32_t raw = around.code_begin.raw; raw < around.code_end.raw; ++raw) {
    const Instruction& instruction = facts.code[ValueId(raw)];
    if (instruction.op == Op::return_ && ValueId(instruction.a) == row.value) return true;
  }
  return false;
}

namespace {

/// Whether all that takes out of the collection is the function that `add`'s own function returns.
bool is_undone_by_result_only(const Retention& retention, const Effect& add) {
  const auto trims = retention.trims_of(add);
  const auto is_by_result = [&](EffectId id) {
    const GlobalFunction closure = retention.effects[id].function;
    const Function& row = retention.program.function(closure);
    const FileId file = retention.program.file_of(closure);
    return row.parent && retention.program.global(file, row.parent) == add.function &&
           is_returned(retention.program, closure);
  };
  return !trims.empty() && std::all_of(trims.begin(), trims.end(), is_by_result);
}

}  // namespace

std::vector<DroppedSubscription> dropped_subscriptions(const Retention& retention) {
  std::vector<DroppedSubscription> dropped;
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::grow)) {
    const Effect& add = retention.effects[id];
    const auto index = parameter_index(retention.program, add.function, add.value ? add.value : add.key);
    if (!index || !is_undone_by_result_only(retention, add)) continue;
    for (const CallEdge& edge : retention.flow.callers_of(add.function)) {
      if (!edge.call || edge.kind != CallEdge::Kind::direct || !retention.is_discarded(edge.call)) continue;
      const Instruction& call = retention.program.instruction(edge.call);
      if (*index >= call.operand_count) continue;
      const FileId file = retention.program.file_of(edge.call);
      const GlobalValue listener =
          retention.program.global(file, retention.facts(file).operand(call, *index));
      if (!retention.functions_of(listener).empty()) dropped.push_back({edge.call, listener, id});
    }
  }
  std::sort(dropped.begin(), dropped.end(),
            [](const auto& one, const auto& other) { return one.call < other.call; });
  return dropped;
}

}  // namespace leaklint
