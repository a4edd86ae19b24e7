#include <algorithm>

#include "retention/retention.h"

namespace leaklint {

GlobalValue Retention::dropper_of(GlobalFunction function) const {
  const auto callers = flow.callers_of(function);
  const bool is_dropped =
      !callers.empty() && std::all_of(callers.begin(), callers.end(), [](const CallEdge& edge) {
        return edge.call && edge.kind == CallEdge::Kind::callback && edge.callback &&
               edge.callback->drops_result;
      });
  return is_dropped ? callers.front().call : GlobalValue();
}

GlobalValue Retention::dropper_of_closure(GlobalFunction closure) const {
  const Function& row = program.function(closure);
  if (!row.parent || !row.value) return {};
  const FileId file = program.file_of(closure);
  bool is_returned = false;
  std::vector<ValueId> pending = {row.value};
  for (size_t next = 0; next < pending.size() && next < PlacePath::max_steps; ++next)
    for (const ValueUse& use : uses(file).uses_of(pending[next])) {
      if (use.role == UseRole::returned) {
        is_returned = true;
        continue;
      }
      if (use.role != UseRole::stored || facts(file).code[use.user].op != Op::store) return {};
      for (ValueId load : uses(file).loads_of(BindingId(facts(file).code[use.user].a)))
        pending.push_back(load);
    }
  return is_returned ? dropper_of(program.global(file, row.parent)) : GlobalValue();
}

}  // namespace leaklint
