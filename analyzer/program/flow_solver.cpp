#include "program/flow_solver.h"

#include <algorithm>
#include <tuple>

namespace leaklint {

FlowSolver::FlowSolver(const Program& program, const Models& models, const ModuleLinks& links,
                       Flow::State& state)
    : program_(program), models_(models), links_(links), state_(state) {
  state_.program = &program;
  state_.variable_begin = program.value_count();
  state_.return_begin = state_.variable_begin + program.variable_count();
  state_.this_begin = state_.return_begin + program.function_count();
  state_.dynamic_begin = state_.this_begin + program.function_count();
  state_.sets.resize(state_.dynamic_begin);
  state_.from_outside.assign(program.function_count(), false);
  state_.from_module.assign(program.function_count(), false);
  edge_head_.assign(state_.dynamic_begin, none);
  watch_head_.assign(state_.dynamic_begin, none);
}

void FlowSolver::run() {
  add_constraints();
  add_modules();
  run_exports();
  solve();
  apply_setters();
  apply_spelled_rows();
  solve();
  add_getter_calls();
  mark_outside(false, state_.from_outside);
  mark_outside(true, state_.from_module);
  finish();
}

uint32_t FlowSolver::new_vertex() {
  const uint32_t vertex = static_cast<uint32_t>(state_.sets.size());
  state_.sets.resize(vertex + 1);
  edge_head_.push_back(none);
  watch_head_.push_back(none);
  field_owner_.push_back({});
  return vertex;
}

void FlowSolver::add_object(uint32_t vertex, ObjectId object) {
  if (vertex >= state_.dynamic_begin && state_.objects[object.raw].kind == ObjectKind::function) {
    if (const ObjectId owner = field_owner_[vertex - state_.dynamic_begin]) {
      const GlobalFunction function(state_.objects[object.raw].owner);
      const FunctionKind kind = program_.function(function).kind;
      if (kind == FunctionKind::getter || kind == FunctionKind::setter) {
        enter_field(owner, object);
        note_accessor(vertex, owner, function);
        if (kind == FunctionKind::getter) add_edge(state_.return_of(function), vertex);
        return;
      }
    }
  }
  if (state_.sets.add(vertex, object.raw)) work_.emplace_back(vertex, object);
}

void FlowSolver::add_edge(uint32_t from, uint32_t to) {
  if (from == to || !seen_edges_.insert((static_cast<uint64_t>(from) << 32) | to).second) return;
  edges_.push_back({to, edge_head_[from]});
  edge_head_[from] = static_cast<uint32_t>(edges_.size() - 1);
  const std::span<const uint32_t> known = state_.sets.at(from);
  const std::vector<uint32_t> copy(known.begin(), known.end());
  for (uint32_t object : copy) add_object(to, ObjectId(object));
}

void FlowSolver::watch(uint32_t vertex, Role role, uint32_t a, uint32_t b) {
  watches_.push_back({role, a, b, watch_head_[vertex]});
  watch_head_[vertex] = static_cast<uint32_t>(watches_.size() - 1);
  // What is there already arrives later: delivering it now would recurse as deep as the program nests.
  for (uint32_t object : state_.sets.at(vertex)) arrivals_.emplace_back(watches_.back(), ObjectId(object));
}

void FlowSolver::solve() {
  while (!work_.empty() || !arrivals_.empty()) {
    if (!arrivals_.empty()) {
      const auto [watched, object] = arrivals_.front();
      arrivals_.pop_front();
      arrive(object, watched);
      continue;
    }
    const auto [vertex, object] = work_.front();
    work_.pop_front();
    if (vertex >= state_.dynamic_begin) {
      const ObjectId owner = field_owner_[vertex - state_.dynamic_begin];
      if (owner) enter_field(owner, object);
    }
    for (uint32_t at = edge_head_[vertex]; at != none; at = edges_[at].next)
      add_object(edges_[at].to, object);
    for (uint32_t at = watch_head_[vertex]; at != none;) {
      const Watch watched = watches_[at];
      at = watched.next;
      arrive(object, watched);
    }
  }
}

void FlowSolver::arrive(ObjectId object, const Watch& watched) {
  switch (watched.role) {
    case Role::member_read:
    case Role::lookup:
      look_up(object, NameId(watched.b), watched.a);
      break;
    case Role::member_write:
      write_member(object, NameId(watched.b), watched.a);
      break;
    case Role::callee:
      call_object(GlobalValue(watched.a), object);
      break;
    case Role::invoke:
      invoke(GlobalValue(watched.a), object);
      break;
    case Role::reflect_apply:
      apply_reflected(GlobalValue(watched.a), object);
      break;
    case Role::super_call:
      call_super(GlobalValue(watched.a), object);
      break;
    case Role::instance_of:
      if (const ObjectKind kind = state_.objects[object.raw].kind;
          kind == ObjectKind::class_ || kind == ObjectKind::function)
        add_object(watched.a, instance_of(object));
      break;
    case Role::callback:
      run_callback(callbacks_[watched.a], watched.a, object);
      break;
    case Role::decorator:
      decorate(GlobalValue(watched.a), object);
      break;
    case Role::compiled_decorator:
      decorate_compiled(watched.a, object);
      break;
    case Role::compiled_class:
      decorate_compiled_class(watched.a, object);
      break;
    case Role::result_of:
      if (const Object& row = state_.objects[object.raw]; row.kind == ObjectKind::function)
        add_edge(state_.return_of(GlobalFunction(row.owner)), watched.a);
      break;
    case Role::copy_fields:
      if (object != ObjectId(watched.a)) copy_fields(object, ObjectId(watched.a), true);
      break;
    case Role::copy_into:
      watch(watched.a, Role::copy_fields, object.raw);
      break;
    case Role::derive:
      watch(watched.a, Role::heritage, object.raw);
      break;
    case Role::all_fields: {
      field_readers_[object.raw].push_back(watched.a);
      const auto fields = fields_of_[object.raw];
      for (const auto& [name, from] : fields)
        if (name != program_.well_known.prototype_link) add_edge(from, watched.a);
      break;
    }
    case Role::heritage:
      inherit(ObjectId(watched.a), object);
      break;
    case Role::prototype_of:
      become_prototype(ObjectId(watched.a), object);
      break;
    case Role::base_of:
      become_base(ObjectId(watched.a), object);
      break;
    case Role::set_prototype:
      add_edge(watched.a, prototype_link(object));
      break;
    case Role::reexport:
      copy_fields(object, ObjectId(watched.a), false);
      break;
  }
}

/// Every field of `from`, known now or later, flows into the same field of `to`.
void FlowSolver::copy_fields(ObjectId from, ObjectId to, bool with_default) {
  field_copies_[from.raw].push_back(to);
  const auto fields = fields_of_[from.raw];
  for (const auto& [name, vertex] : fields)
    if (name != program_.well_known.prototype_link && (with_default || name != program_.well_known.default_))
      add_edge(vertex, field(to, name));
}

ObjectId FlowSolver::make_object(Object row) {
  state_.objects.push_back(row);
  fields_of_.emplace_back();
  field_readers_.emplace_back();
  field_copies_.emplace_back();
  prototype_of_.emplace_back();
  return ObjectId(static_cast<uint32_t>(state_.objects.size() - 1));
}

ObjectId FlowSolver::unique_object(ObjectKind kind, uint32_t owner, GlobalValue site, TypeId type,
                                   const MemberRow* member) {
  const uint64_t key = (static_cast<uint64_t>(owner) << 32 | site.raw) * 31 + static_cast<uint64_t>(kind);
  const uint64_t rest = reinterpret_cast<uintptr_t>(member) ^ (static_cast<uint64_t>(type.raw) << 40);
  for (const auto& [known, object] : unique_[key])
    if (known == rest && state_.objects[object.raw].kind == kind &&
        state_.objects[object.raw].owner == owner && state_.objects[object.raw].site == site)
      return object;
  Object row{.kind = kind, .type = type, .owner = owner, .site = site, .member = member};
  const ObjectId object = make_object(row);
  unique_[key].emplace_back(rest, object);
  return object;
}

uint32_t FlowSolver::field(ObjectId object, NameId name) {
  const uint64_t key = (static_cast<uint64_t>(object.raw) << 32) | name.raw;
  if (const auto found = state_.fields.find(key); found != state_.fields.end()) return found->second;
  const uint32_t vertex = new_vertex();
  state_.fields.emplace(key, vertex);
  field_owner_[vertex - state_.dynamic_begin] = object;
  fields_of_[object.raw].emplace_back(name, vertex);
  if (name == program_.well_known.prototype_link) {
    field_owner_[vertex - state_.dynamic_begin] = {};
    return vertex;
  }
  const auto readers = field_readers_[object.raw];
  for (uint32_t reader : readers) add_edge(vertex, reader);
  const auto copies = field_copies_[object.raw];
  for (ObjectId copy : copies)
    if (copy != object) add_edge(vertex, field(copy, name));
  return vertex;
}

void FlowSolver::finish() {
  state_.edge_count = edges_.size();
  auto& by_callee = state_.by_callee;
  by_callee = calls_;
  const auto key = [](const CallEdge& edge) {
    const CallbackRow* row = edge.callback;
    return std::tuple(edge.callee.raw, edge.call.raw, static_cast<int>(edge.kind),
                      row ? static_cast<int>(row->runs) : -1, row ? row->life.raw : none, edge.is_spelled);
  };
  std::sort(by_callee.begin(), by_callee.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  by_callee.erase(std::unique(by_callee.begin(), by_callee.end(),
                              [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                  by_callee.end());
  state_.by_call = by_callee;
  std::sort(state_.by_call.begin(), state_.by_call.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.call.raw, a.callee.raw, static_cast<int>(a.kind)) <
           std::tuple(b.call.raw, b.callee.raw, static_cast<int>(b.kind));
  });
  std::stable_sort(state_.modelled.begin(), state_.modelled.end(),
                   [](const auto& a, const auto& b) { return a.call.raw < b.call.raw; });
}

}  // namespace leaklint
