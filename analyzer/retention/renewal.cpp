#include <algorithm>

#include "retention/retention.h"
#include "semantics/ways_out.h"

namespace leaklint {
namespace {

/// What a store leaves at the place that lies `steps` below the one it writes: of `x.y = { z: value }` and
/// the step z, that value. None when it cannot be told.
ValueId value_left_at(const FileFacts& facts, ValueId stored, std::span<const PlaceStep> steps) {
  for (const PlaceStep& step : steps) {
    if (!stored || facts.code[stored].op != Op::object || step.kind != PlaceStep::Kind::name) return {};
    const Instruction& object = facts.code[stored];
    ValueId next;
    for (uint32_t at = 0; at < facts.property_count(object); ++at)
      if (facts.property(object, at).key == NameId(step.id)) next = facts.property(object, at).value;
    stored = next;
  }
  return stored;
}

bool is_made_here(const FileFacts& facts, const ValueUses& uses, ValueId value) {
  value = value ? origin_of(facts, uses, value) : value;
  if (!value) return false;
  const Op op = facts.code[value].op;
  return op == Op::call || op == Op::new_;
}

/// The stores of one function that may write a place or something it is a part of.
std::vector<ValueId> stores_towards(const FileFacts& facts, const ValueUses& uses, const PlacePath& path,
                                    const Function& function) {
  std::vector<ValueId> found;
  const auto add = [&](std::span<const ValueId> stores) {
    for (ValueId store : stores)
      if (store.raw >= function.code_begin.raw && store.raw < function.code_end.raw) found.push_back(store);
  };
  if (path.root() == PlacePath::Root::variable) add(uses.stores_of(path.variable()));
  bool has_key = false;
  for (const PlaceStep& step : path.steps()) {
    if (step.kind == PlaceStep::Kind::name)
      add(uses.member_writes_of(NameId(step.id)));
    else
      has_key = true;
  }
  for (uint32_t raw = function.code_begin.raw; has_key && raw < function.code_end.raw; ++raw)
    if (facts.code[ValueId(raw)].op == Op::store_index) found.push_back(ValueId(raw));
  return found;
}

/// Whether a value is what its function returns, or a part of it.
bool is_returned_at_once(const ValueUses& uses, const FileFacts& facts, ValueId value) {
  constexpr int deepest = 4;
  for (int depth = 0; depth < deepest; ++depth) {
    const auto found = uses.uses_of(value);
    if (found.size() != 1) return false;
    if (found.front().role == UseRole::returned) return true;
    if (found.front().role != UseRole::property || facts.code[found.front().user].op != Op::object)
      return false;
    value = found.front().user;
  }
  return false;
}

}  // namespace

bool Retention::is_made_by_getter(std::span<const ObjectId> objects) const {
  return !objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
    const Object& object = flow.object(id);
    if (object.kind != ObjectKind::literal || !object.site) return false;
    const FileId file = program.file_of(object.site);
    return program.function(program.function_of(object.site)).kind == FunctionKind::getter &&
           is_returned_at_once(uses(file), facts(file), program.local(object.site));
  });
}

/// The stores of one function that put something made there at a place, or at what it is a part of.
std::vector<ValueId> Retention::renewals_in(FileId file, FunctionId function, const PlacePath& path) const {
  const FileFacts& code = facts(file);
  std::vector<ValueId> found = stores_towards(code, uses(file), path, code.functions[function]);
  std::erase_if(found, [&](ValueId store) {
    const auto written = place_written(code, uses(file), store);
    if (!written || !written->contains(path)) return true;
    const ValueId stored = stored_value(code.code[store]);
    const auto below = path.steps().subspan(written->steps().size());
    return !is_made_here(code, uses(file), stored) &&
           !is_made_here(code, uses(file), value_left_at(code, stored, below));
  });
  return found;
}

/// `if (!this.child) { try { this.child = fork(…) } … this.child.on(…) }`: what is there now was put there
/// since.
bool Retention::was_empty(FileId file, ValueId at, const PlacePath& path) const {
  const auto guards = control_flow(file).guards_of(at);
  return std::any_of(guards.begin(), guards.end(), [&](const Guard& guard) {
    const auto tested = leaklint::place_of(facts(file), uses(file), guard.condition);
    return !guard.sense && tested && tested->contains(path);
  });
}

bool Retention::is_renewed_before(GlobalValue value, const PlacePath& path) const {
  const FileId file = program.file_of(value);
  const FileFacts& code = facts(file);
  const ValueId at = program.local(value);
  FunctionId function = code.function_of(at);
  if (function.raw == 0) return false;
  auto renewals = renewals_in(file, function, path);
  std::erase_if(renewals, [&](ValueId store) { return store >= at; });
  if (!renewals.empty() && (was_empty(file, at, path) ||
                            one_always_runs_before(code, uses(file), control_flow(file), renewals, at)))
    return true;
  // A closure that does not repeat by itself meets what this run of the function around it has made, be it
  // after the closure, as for the callback of that very constructor.
  while (lives.of(program.global(file, function)).reason == Execution::Reason::called) {
    const Function& closure = code.functions[function];
    function = closure.parent;
    if (!closure.value || !function || function.raw == 0) return false;
    for (ValueId store : renewals_in(file, function, path))
      if (control_flow(file).always_runs_with(closure.value, store)) return true;
  }
  return false;
}

}  // namespace leaklint
