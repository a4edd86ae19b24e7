#include "retention/release_ways.h"

#include <algorithm>

namespace leaklint {
namespace {

bool returns_receiver(const CallRow& row) {
  return std::find(row.returns.begin(), row.returns.end(), "@receiver") != row.returns.end();
}

std::string way_text(const Retention& retention, FileId file, const WayOut& way) {
  const auto at = [&] { return retention.location(retention.place(retention.program.global(file, way.at))); };
  switch (way.kind) {
    case WayOut::Kind::end:
      return "at the end of the function";
    case WayOut::Kind::return_:
      return "on the return at " + at();
    case WayOut::Kind::throw_:
      return "on the throw at " + at();
    case WayOut::Kind::throw_after_await:
      return "when the await at " + at() + " rejects";
    case WayOut::Kind::loop_again:
      return "when the loop comes round again";
  }
  return {};
}

}  // namespace

std::vector<MissedWay> missed_ways(const Retention& retention, GlobalValue from,
                                   std::span<const GlobalValue> releases) {
  const FileId file = retention.program.file_of(from);
  const GlobalFunction function = retention.program.function_of(from);
  std::vector<ValueId> inside;
  for (GlobalValue release : releases) {
    if (retention.program.function_of(release) != function) return {};
    inside.push_back(retention.program.local(release));
  }
  if (inside.empty()) return {};
  WaysOutQuery query;
  query.from = retention.program.local(from);
  query.is_release = [&](ValueId id) { return std::find(inside.begin(), inside.end(), id) != inside.end(); };
  std::vector<MissedWay> missed;
  for (const WayOut& way :
       ways_out(retention.facts(file), retention.uses(file), retention.control_flow(file), query)) {
    const Place place =
        way.at ? retention.place(retention.program.global(file, way.at)) : retention.place(from);
    missed.push_back({way_text(retention, file, way), place});
  }
  return missed;
}

std::optional<GlobalValue> restart_without_release(const Retention& retention, GlobalValue from,
                                                   std::span<const GlobalValue> releases) {
  const Program& program = retention.program;
  const FileId file = program.file_of(from);
  const FileFacts& facts = retention.facts(file);
  const GlobalFunction adding = program.function_of(from);
  for (GlobalValue release : releases) {
    const GlobalFunction closure = program.function_of(release);
    if (closure == adding || program.file_of(release) != file) continue;
    if (program.global(file, program.function(closure).parent) != adding) continue;
    for (const CallEdge& edge : retention.flow.callers_of(adding)) {
      if (!edge.call || edge.kind != CallEdge::Kind::direct || program.function_of(edge.call) != closure)
        continue;
      const bool is_released = std::any_of(releases.begin(), releases.end(), [&](GlobalValue other) {
        return program.function_of(other) == closure &&
               retention.control_flow(file).always_runs_with(program.local(edge.call), program.local(other));
      });
      if (!is_released && facts.code[program.local(edge.call)].op == Op::call) return edge.call;
    }
  }
  return std::nullopt;
}

std::optional<GlobalValue> handed_on_at(const Retention& retention, GlobalValue value, bool fields_count) {
  const FileId file = retention.program.file_of(value);
  const FileFacts& facts = retention.facts(file);
  const ValueUses& uses = retention.uses(file);
  // A value has few uses and each is followed once: through variables, choices, await and chained calls.
  std::vector<ValueId> pending = {retention.program.local(value)};
  for (size_t at = 0; at < pending.size() && at < 64; ++at) {
    for (const ValueUse& use : uses.uses_of(pending[at])) {
      const GlobalValue user = use.user ? retention.program.global(file, use.user) : value;
      switch (use.role) {
        case UseRole::returned:
        case UseRole::argument:
        case UseRole::property:
        case UseRole::element:
        case UseRole::yielded:
        case UseRole::exported:
          return user;
        case UseRole::stored_in:
          if (fields_count) return user;
          break;
        case UseRole::object:  // `disposable.dispose` may be what is handed on
        case UseRole::chosen:
        case UseRole::awaited:
          pending.push_back(use.user);
          break;
        case UseRole::receiver:
          // `open().unref()` and its like return the handle itself.
          if (const ValueId call = uses.call_of(use.user))
            for (const ModelledCall& row : retention.flow.modelled(retention.program.global(file, call)))
              if (returns_receiver(*row.row)) pending.push_back(call);
          break;
        case UseRole::stored:
          if (facts.code[use.user].op == Op::store) {
            const auto loads = uses.loads_of(BindingId(facts.code[use.user].a));
            pending.insert(pending.end(), loads.begin(), loads.end());
          }
          break;
        default:
          break;
      }
    }
  }
  return std::nullopt;
}

std::vector<GlobalValue> releases_of(const Retention& retention, GlobalValue handle,
                                     const EffectRow& acquire) {
  std::vector<GlobalValue> found;
  for (uint32_t raw = 0; raw < retention.program.file_count(); ++raw) {
    const FileId file(raw);
    const FileFacts& facts = retention.facts(file);
    for (const std::string& member : acquire.releases) {
      const NameId name = facts.names.find(member);
      if (!name) continue;
      for (ValueId read : retention.uses(file).member_reads_of(name)) {
        const GlobalValue object = retention.program.global(file, ValueId(facts.code[read].a));
        if (!retention.is_same_place(handle, object)) continue;
        const ValueId call = retention.uses(file).call_of(read);
        // `res.on('close', stream.destroy)` hands the release over uncalled; it counts as well.
        found.push_back(retention.program.global(file, call ? call : read));
      }
    }
  }
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::release))
    if (retention.is_same_place(handle, retention.effects[id].handle))
      found.push_back(retention.effects[id].at);
  return found;
}

}  // namespace leaklint
