#include "retention/release_ways.h"

#include <algorithm>

#include "retention/promise_ways.h"

namespace leaklint {
namespace {

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

/// The event of which a listener hears, as far as a model knows the emitter: nothing for any other function.
struct HeardEvent {
  EventRow::Only only;
  std::string emitter;
  std::string name;
  Place place;
};

std::optional<HeardEvent> heard_event(const Retention& retention, const CallEdge& edge) {
  if (!edge.call || edge.kind != CallEdge::Kind::callback) return std::nullopt;
  const auto add = retention.effects.at(edge.call, EffectRow::Kind::add_listener);
  if (!add) return std::nullopt;
  const Effect& effect = retention.effects[*add];
  const auto name = retention.constant_text(effect.event);
  if (!name || !effect.receiver) return std::nullopt;
  for (ObjectId id : retention.flow.objects_of(effect.receiver)) {
    const TypeId type = retention.flow.object(id).type;
    const EventRow* row = type ? retention.models.event(type, *name) : nullptr;
    if (!row) continue;
    return HeardEvent{row->only, retention.place_text(effect.receiver), std::string(*name),
                      retention.place(edge.call)};
  }
  return std::nullopt;
}

/// Collects the events that run a function, itself or what calls it. False as soon as something else may.
bool collect_events(const Retention& retention, GlobalFunction function, int depth,
                    std::vector<HeardEvent>& events) {
  const auto callers = retention.flow.callers_of(function);
  if (callers.empty() || depth > 3) return false;
  for (const CallEdge& edge : callers) {
    if (auto event = heard_event(retention, edge)) {
      events.push_back(std::move(*event));
      continue;
    }
    if (!edge.call || edge.kind != CallEdge::Kind::direct) return false;
    if (!collect_events(retention, retention.program.function_of(edge.call), depth + 1, events)) return false;
  }
  return true;
}

/// The end of the short life that all releases miss, because each waits for an event of the other end.
std::optional<MissedWay> missed_event(const Retention& retention, std::span<const GlobalValue> releases) {
  std::vector<HeardEvent> events;
  for (GlobalValue release : releases)
    if (!collect_events(retention, retention.program.function_of(release), 0, events)) return std::nullopt;
  if (events.empty()) return std::nullopt;
  const HeardEvent& first = events.front();
  const bool is_one_end = first.only != EventRow::Only::always &&
                          std::all_of(events.begin(), events.end(),
                                      [&](const HeardEvent& event) { return event.only == first.only; });
  if (!is_one_end) return std::nullopt;
  const std::string emitter = first.emitter.empty() ? "it" : '`' + first.emitter + '`';
  return MissedWay{"when " + emitter + " ends without '" + first.name + '\'', first.place};
}

}  // namespace

std::vector<MissedWay> missed_ways(const Retention& retention, GlobalValue from,
                                   std::span<const GlobalValue> releases) {
  const FileId file = retention.program.file_of(from);
  const GlobalFunction function = retention.program.function_of(from);
  std::vector<ValueId> inside;
  for (GlobalValue release : releases)
    if (retention.program.function_of(release) == function)
      inside.push_back(retention.program.local(release));
  if (inside.empty()) {
    auto missed = missed_event(retention, releases);
    if (!missed) missed = missed_promise_way(retention, from, releases);
    return missed ? std::vector<MissedWay>{*missed} : std::vector<MissedWay>();
  }
  if (inside.size() < releases.size()) return {};
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

namespace {

/// A use that hands a value on, and whether a member of it is what goes there.
struct HandOn {
  GlobalValue user;
  UseRole role;
  bool is_member = false;
};

/// `fs.fstatSync(handle)`, `console.log(handle)`: the call uses what it is given, and is done with it.
bool only_borrows(const Retention& retention, GlobalValue call, GlobalValue argument) {
  const auto& borrows = retention.effects.of_kind(EffectRow::Kind::borrow);
  const auto first = std::lower_bound(borrows.begin(), borrows.end(), call, [&](EffectId id, GlobalValue at) {
    return retention.effects[id].at < at;
  });
  for (auto at = first; at != borrows.end() && retention.effects[*at].at == call; ++at)
    if (retention.effects[*at].handle == argument) return true;
  return retention.effects.at(call, EffectRow::Kind::log).has_value();
}

/// Every use that hands the value on, in the order they are met.
std::vector<HandOn> hand_ons_of(const Retention& retention, GlobalValue value, bool fields_count) {
  const FileId file = retention.program.file_of(value);
  const FileFacts& facts = retention.facts(file);
  const ValueUses& uses = retention.uses(file);
  std::vector<HandOn> found;
  struct Alias {
    ValueId value;
    bool is_member = false;
    bool is_chained = false;
  };
  // A value has few uses and each is followed once: through variables, choices, await and chained calls.
  std::vector<Alias> pending = {{.value = retention.program.local(value)}};
  const GlobalFunction owner = retention.program.function_of(value);
  for (size_t at = 0; at < pending.size() && at < 64; ++at) {
    const auto [alias, is_member, is_chained] = pending[at];
    for (const ValueUse& use : uses.uses_of(alias)) {
      const GlobalValue user = use.user ? retention.program.global(file, use.user) : value;
      switch (use.role) {
        case UseRole::returned:
          // `events.forEach((event) => socket.removeAllListeners(event))` gives nothing away.
          if (is_chained && retention.program.function_of(user) != owner) break;
          if (retention.dropper_of(retention.program.function_of(user))) break;
          [[fallthrough]];
        case UseRole::argument:
          if (use.role == UseRole::argument &&
              only_borrows(retention, user, retention.program.global(file, alias)))
            break;
          [[fallthrough]];
        case UseRole::property:
        case UseRole::element:
        case UseRole::yielded:
        case UseRole::exported:
          found.push_back({user, use.role, is_member});
          break;
        case UseRole::stored_in:
          if (fields_count) found.push_back({user, use.role, is_member});
          break;
        case UseRole::object:  // `disposable.dispose` may be what is handed on
          pending.push_back({use.user, true, is_chained});
          break;
        case UseRole::chosen:
        case UseRole::awaited:
          pending.push_back({use.user, is_member, is_chained});
          break;
        case UseRole::receiver:
          // `open().unref()` and its like return the handle itself.
          if (const ValueId call = uses.call_of(use.user))
            for (const ModelledCall& row : retention.flow.modelled(retention.program.global(file, call)))
              if (row.row->may_return("@receiver")) pending.push_back({call, is_member, true});
          break;
        case UseRole::stored:
          if (facts.code[use.user].op != Op::store) break;
          // The language itself disposes of it, on every way out of the block.
          if (facts.variables[BindingId(facts.code[use.user].a)].kind == BindingKind::using_)
            found.push_back({user, use.role, is_member});
          else
            for (ValueId load : uses.loads_of(BindingId(facts.code[use.user].a)))
              pending.push_back({load, is_member, is_chained});
          break;
        default:
          break;
      }
    }
  }
  return found;
}

bool is_nothing(const Instruction& row) {
  if (row.op != Op::constant) return false;
  const auto kind = static_cast<Constant>(row.a);
  return kind == Constant::null || kind == Constant::undefined;
}

/// `callback(null, handle)`
bool is_success_call(const Retention& retention, const HandOn& hand_on) {
  if (hand_on.is_member || hand_on.role != UseRole::argument) return false;
  const FileFacts& facts = retention.facts(retention.program.file_of(hand_on.user));
  const Instruction& call = retention.program.instruction(hand_on.user);
  return call.op == Op::call && call.operand_count >= 2 && is_nothing(facts.code[facts.operand(call, 0)]);
}

}  // namespace

std::optional<GlobalValue> handed_on_at(const Retention& retention, GlobalValue value, bool fields_count,
                                        std::span<const GlobalValue> releases) {
  for (const HandOn& hand_on : hand_ons_of(retention, value, fields_count))
    if (std::find(releases.begin(), releases.end(), hand_on.user) == releases.end()) return hand_on.user;
  return std::nullopt;
}

std::optional<GlobalValue> failure_reported_while_open(const Retention& retention, GlobalValue handle,
                                                       std::span<const GlobalValue> releases) {
  const Program& program = retention.program;
  const FileId file = program.file_of(handle);
  const FileFacts& facts = retention.facts(file);
  const ControlFlow& flow = retention.control_flow(file);
  GlobalValue success;
  for (const HandOn& hand_on : hand_ons_of(retention, handle, true)) {
    // `callback(socket.error)` tells of the handle and does not give it away.
    if (hand_on.is_member && hand_on.role == UseRole::argument) continue;
    if (!is_success_call(retention, hand_on)) return std::nullopt;
    success = hand_on.user;
  }
  if (!success) return std::nullopt;
  const GlobalValue taker = program.global(file, ValueId(program.instruction(success).a));
  const GlobalFunction function = program.function_of(success);
  // In the function that receives the handle, a failure may be that of opening it.
  if (function == program.function_of(handle)) return std::nullopt;
  const auto is_released = [&](GlobalValue call) {
    const auto called = retention.flow.callees_of(call);
    return std::any_of(releases.begin(), releases.end(), [&](GlobalValue release) {
      const GlobalFunction releasing = program.function_of(release);
      if (releasing == function) return flow.always_runs_with(program.local(call), program.local(release));
      return std::any_of(called.begin(), called.end(),
                         [&](const CallEdge& edge) { return edge.callee == releasing; });
    });
  };
  const Function& row = program.function(function);
  for (uint32_t raw = row.code_begin.raw; raw < row.code_end.raw; ++raw) {
    const GlobalValue at = program.global(file, ValueId(raw));
    const Instruction& call = facts.code[ValueId(raw)];
    if (call.op != Op::call || at == success || call.operand_count == 0) continue;
    if (is_nothing(facts.code[facts.operand(call, 0)])) continue;
    if (retention.is_same_place(program.global(file, ValueId(call.a)), taker) && !is_released(at)) return at;
  }
  return std::nullopt;
}

namespace {

/// The parameter beside the handle whose call gives it back: `done` of `pool.connect((error, client, done)
/// => …)`.
GlobalValue releasing_parameter(const Retention& retention, GlobalValue handle, const EffectRow& acquire) {
  for (const std::string& text : acquire.releases) {
    if (!text.starts_with("callback:")) continue;
    const uint32_t index = static_cast<uint32_t>(std::stoul(text.substr(9)));
    const GlobalFunction callback = retention.program.function_of(handle);
    const Function& row = retention.program.function(callback);
    const FileId file = retention.program.file_of(callback);
    if (index < row.parameter_count)
      return retention.program.global(file,
                                      retention.facts(file).parameters[row.first_parameter + index].value);
  }
  return {};
}

/// `watchFile(name, …)`: the argument that it is given back by.
GlobalValue key_of(const Retention& retention, GlobalValue handle, const EffectRow& acquire) {
  if (!acquire.handle_from.starts_with("argument:")) return {};
  const Instruction& call = retention.program.instruction(handle);
  const FileId file = retention.program.file_of(handle);
  const uint32_t index = static_cast<uint32_t>(std::stoul(acquire.handle_from.substr(9)));
  if (call.op != Op::call || index >= call.operand_count) return {};
  return retention.program.global(file, retention.facts(file).operand(call, index));
}

bool is_same_key(const Retention& retention, GlobalValue a, GlobalValue b) {
  if (!a || !b) return false;
  const auto text = retention.constant_text(a);
  return (text && text == retention.constant_text(b)) || retention.is_same_place(a, b) ||
         retention.is_same_handler(a, b);
}

}  // namespace

namespace {

/// Calls of `handle[Symbol.dispose]` and `handle[Symbol.asyncDispose]`.
void add_disposals(const Retention& retention, GlobalValue handle, std::vector<GlobalValue>& found) {
  const FileId file = retention.program.file_of(handle);
  const FileFacts& facts = retention.facts(file);
  for (const char* name : {"dispose", "asyncDispose"}) {
    const NameId id = facts.names.find(name);
    if (!id) continue;
    for (ValueId symbol : retention.uses(file).member_reads_of(id)) {
      const Instruction& object = facts.code[ValueId(facts.code[symbol].a)];
      if (object.op != Op::load_global || facts.names.text(NameId(object.a)) != "Symbol") continue;
      for (const ValueUse& use : retention.uses(file).uses_of(symbol)) {
        if (use.role != UseRole::key || facts.code[use.user].op != Op::index) continue;
        const GlobalValue of = retention.program.global(file, ValueId(facts.code[use.user].a));
        const ValueId call = retention.uses(file).call_of(use.user);
        const bool is_handle = retention.is_same_place(handle, of) ||
                               origin_of(facts, retention.uses(file), ValueId(facts.code[use.user].a)) ==
                                   retention.program.local(handle);
        if (call && is_handle) found.push_back(retention.program.global(file, call));
      }
    }
  }
}

}  // namespace

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
  add_disposals(retention, handle, found);
  std::erase_if(found, [&](GlobalValue at) {
    return static_cast<bool>(retention.dropper_of_closure(retention.program.function_of(at)));
  });
  const GlobalValue done = releasing_parameter(retention, handle, acquire);
  const GlobalValue key = key_of(retention, handle, acquire);
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::release)) {
    const Effect& release = retention.effects[id];
    if (retention.is_same_place(handle, release.handle) ||
        (done && retention.is_same_place(done, release.handle)) ||
        is_same_key(retention, key, release.handle))
      found.push_back(release.at);
  }
  return found;
}

}  // namespace leaklint
