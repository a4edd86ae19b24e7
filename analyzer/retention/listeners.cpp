#include "retention/listeners.h"

#include <algorithm>
#include <array>

namespace leaklint {
namespace {

constexpr auto enders = std::to_array<std::string_view>(
    {"destroy", "close", "end", "kill", "terminate", "disconnect", "destroySoon"});

/// The capture flag of a listener of an EventTarget, when it can be read off.
std::optional<bool> capture_of(const Retention& retention, GlobalValue options) {
  if (!options) return false;
  const FileId file = retention.program.file_of(options);
  const FileFacts& facts = retention.facts(file);
  const ValueId local = retention.program.local(options);
  const ValueId origin = origin_of(facts, retention.uses(file), local);
  const Instruction& row = facts.code[origin ? origin : local];
  if (row.op == Op::constant) return constant_outcome(facts, origin ? origin : local);
  if (row.op != Op::object) return std::nullopt;
  for (uint32_t at = 0; at < facts.property_count(row); ++at) {
    const Property property = facts.property(row, at);
    if (!property.key) return std::nullopt;
    if (facts.names.text(property.key) == "capture") return constant_outcome(facts, property.value);
  }
  return false;
}

bool takes_capture(const Effect& effect) {
  return effect.row && effect.row->options >= 0;
}

bool differs_in_capture(const Retention& retention, const Effect& add, const Effect& removal) {
  if (!takes_capture(add) || !takes_capture(removal)) return false;
  const auto added = capture_of(retention, add.options), removed = capture_of(retention, removal.options);
  return added && removed && *added != *removed;
}

/// Whether two values are certainly not the same function: one is made on the spot, or all that either can be
/// is known.
bool is_other_function(const Retention& retention, GlobalValue added, GlobalValue removed) {
  if (retention.is_same_handler(added, removed)) return false;
  if (retention.is_fresh_function(removed)) return true;
  const auto of_added = retention.functions_of(added), of_removed = retention.functions_of(removed);
  if (of_added.empty() || of_removed.empty()) return false;
  return std::none_of(of_added.begin(), of_added.end(), [&](GlobalFunction function) {
    return std::find(of_removed.begin(), of_removed.end(), function) != of_removed.end();
  });
}

bool can_be_event(const Retention& retention, GlobalValue event, std::string_view name) {
  const auto text = retention.constant_text(event);
  return !text || *text == name;
}

/// Whether some listener is there for a removal to take away: added to the same emitter, for the same event.
bool has_listener(const Retention& retention, const Effect& removal) {
  const auto event = retention.constant_text(removal.event);
  const auto& adds = retention.effects.of_kind(EffectRow::Kind::add_listener);
  return std::any_of(adds.begin(), adds.end(), [&](EffectId id) {
    const Effect& other = retention.effects[id];
    return other.handler && (!event || can_be_event(retention, other.event, *event)) &&
           !is_other_function(retention, other.handler, removal.handler) &&
           !differs_in_capture(retention, other, removal) &&
           retention.is_same_place(other.receiver, removal.receiver);
  });
}

/// Whether both are one known function, or read from one variable or field.
bool is_known_same(const Retention& retention, GlobalValue a, GlobalValue b) {
  if (!retention.is_same_handler(a, b) || retention.is_fresh_function(b)) return false;
  return !retention.functions_of(a).empty() && !retention.functions_of(b).empty();
}

/// What is wrong with a removal of the same emitter, or "" when nothing is, or nobody can tell.
std::string fault_of(const Retention& retention, const Effect& add, const Effect& removal) {
  const auto event = retention.constant_text(add.event), other = retention.constant_text(removal.event);
  if (!event || !other) return {};
  if (*event == *other && differs_in_capture(retention, add, removal)) return "has another capture flag";
  if (*event == *other && retention.is_fresh_function(removal.handler))
    return "is given a function made on the spot";
  // In the code that adds, it is more likely about another listener.
  if (add.function == removal.function) return {};
  if (*event == *other) return "is given another function";
  return is_known_same(retention, add.handler, removal.handler)
             ? "is for '" + std::string(*other) + "', not '" + std::string(*event) + '\''
             : std::string();
}

/// Whether a removal may take the listener away, as far as anybody can tell.
bool may_remove(const Retention& retention, const Effect& add, const Effect& removal) {
  const auto event = retention.constant_text(add.event);
  if (event && !can_be_event(retention, removal.event, *event)) return false;
  if (removal.kind == EffectRow::Kind::remove_all_listeners || !removal.handler) return true;
  return !is_other_function(retention, add.handler, removal.handler) &&
         !differs_in_capture(retention, add, removal);
}

/// `socket.off('error', first); socket.on('error', second)` puts one in the place of the other.
bool runs_before(const Retention& retention, const Effect& removal, const Effect& add) {
  const FileId file = retention.program.file_of(add.at);
  return retention.control_flow(file).dominates(retention.program.local(removal.at),
                                                retention.program.local(add.at));
}

GlobalFunction parent_of(const Retention& retention, GlobalFunction function) {
  const FunctionId parent = retention.program.function(function).parent;
  return parent ? retention.program.global(retention.program.file_of(function), parent) : GlobalFunction();
}

}  // namespace

bool has_once_option(const Retention& retention, const Effect& add) {
  if (!add.options || retention.program.instruction(add.options).op != Op::object) return false;
  const FileId file = retention.program.file_of(add.options);
  const FileFacts& facts = retention.facts(file);
  const Instruction& options = retention.program.instruction(add.options);
  for (uint32_t at = 0; at < facts.property_count(options); ++at)
    if (facts.names.text(facts.property(options, at).key) == "once") return true;
  return false;
}

bool is_handed_back(const Retention& retention, const Effect& add) {
  const FileId file = retention.program.file_of(add.handler);
  const FileFacts& facts = retention.facts(file);
  const Instruction& handler = retention.program.instruction(add.handler);
  if (handler.op != Op::load) return false;
  for (ValueId load : retention.uses(file).loads_of(BindingId(handler.a)))
    for (const ValueUse& use : retention.uses(file).uses_of(load))
      if (use.role == UseRole::returned &&
          facts.function_of(use.user) == retention.program.local(add.function))
        return true;
  return false;
}

GlobalValue dropper_of_removal(const Retention& retention, const Effect& add) {
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::remove_listener)) {
    const Effect& removal = retention.effects[id];
    const GlobalValue dropper = retention.dropper_of_closure(removal.function);
    if (dropper && retention.is_same_place(add.receiver, removal.receiver) &&
        retention.is_same_handler(add.handler, removal.handler))
      return dropper;
  }
  return {};
}

bool ends_emitter_after(const Retention& retention, const Effect& add) {
  const FileId file = retention.program.file_of(add.at);
  const FileFacts& facts = retention.facts(file);
  const ValueId at = retention.program.local(add.at);
  for (std::string_view name : enders) {
    const NameId id = facts.names.find(name);
    if (!id) continue;
    for (ValueId read : retention.uses(file).member_reads_of(id)) {
      const ValueId call = retention.uses(file).call_of(read);
      if (!call || call < at || !retention.control_flow(file).always_runs_with(at, call)) continue;
      const GlobalValue object = retention.program.global(file, ValueId(facts.code[read].a));
      const auto ended = retention.place_of(object), emitter = retention.place_of(add.receiver);
      if (ended && emitter && is_same_place(facts, *ended, *emitter)) return true;
    }
  }
  return false;
}

bool ends_a_subscription(const Retention& retention, const Effect& add) {
  if (retention.constant_text(add.event) != "abort") return false;
  const auto handlers = retention.functions_of(add.handler);
  const auto is_in_handler = [&](const Release& removal) {
    return std::find(handlers.begin(), handlers.end(), retention.effects[removal.effect].function) !=
           handlers.end();
  };
  const auto& adds = retention.effects.of_kind(EffectRow::Kind::add_listener);
  return std::any_of(adds.begin(), adds.end(), [&](EffectId id) {
    const Effect& other = retention.effects[id];
    if (other.function != add.function || other.at == add.at || other.once || !other.handler) return false;
    auto removals = retention.removals_of(other);
    std::erase_if(removals, [](const Release& removal) { return !removal.same_handler; });
    return !removals.empty() && std::all_of(removals.begin(), removals.end(), is_in_handler);
  });
}

bool is_near(const Retention& retention, const Effect& add, const Effect& removal) {
  if (retention.program.file_of(add.at) != retention.program.file_of(removal.at)) return false;
  const auto path = retention.place_of(add.receiver);
  if (path && path->root() != PlacePath::Root::global) return true;
  const ClassId class_a = retention.program.function(add.function).class_;
  const ClassId class_b = retention.program.function(removal.function).class_;
  if (class_a && class_a == class_b) return true;
  for (GlobalFunction a = add.function; a; a = parent_of(retention, a)) {
    if (a == removal.function) return true;
    const bool is_module = retention.program.local(a).raw == 0;
    if (!is_module && parent_of(retention, a) == parent_of(retention, removal.function)) return true;
  }
  for (GlobalFunction b = removal.function; b; b = parent_of(retention, b))
    if (b == add.function) return true;
  return false;
}

std::optional<BrokenRemoval> broken_removal_of(const Retention& retention, const Effect& add) {
  if (!add.handler || !retention.constant_text(add.event)) return std::nullopt;
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::remove_all_listeners))
    if (retention.is_same_place(add.receiver, retention.effects[id].receiver)) return std::nullopt;
  std::optional<BrokenRemoval> found;
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::remove_listener)) {
    const Effect& removal = retention.effects[id];
    if (!retention.is_same_place(add.receiver, removal.receiver)) continue;
    if (may_remove(retention, add, removal)) return std::nullopt;
    if (found || !removal.handler || !is_near(retention, add, removal)) continue;
    if (runs_before(retention, removal, add)) continue;
    std::string why = fault_of(retention, add, removal);
    if (!why.empty() && !has_listener(retention, removal)) {
      const bool is_fresh = retention.is_fresh_function(removal.handler);
      found = BrokenRemoval{removal.at, std::move(why), is_fresh};
    }
  }
  return found;
}

}  // namespace leaklint
