#include <algorithm>

#include "program/flow_solver.h"

namespace leaklint {

// Getters and setters run where a property is read or written: calls that the source does not write as such.

/// `object.property = value` runs a setter of that name, of the object's class or one that it extends.
void FlowSolver::apply_setters() {
  if (setters_.empty()) return;
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    const FileFacts& facts = program_.file(file).facts;
    for (ValueId id : ids(facts.code)) {
      const Instruction& row = facts.code[id];
      if (row.op != Op::store_member) continue;
      const auto found = setters_.find(program_.name(file, NameId(row.b)).raw);
      if (found == setters_.end()) continue;
      for (const Accessor& setter : found->second) run_setter(program_.global(file, id), row, setter);
    }
  }
}

void FlowSolver::run_setter(GlobalValue store, const Instruction& row, const Accessor& setter) {
  const FileId file = program_.file_of(store);
  const uint32_t object = state_.vertex(program_.global(file, ValueId(row.a)));
  const auto known = state_.sets.at(object);
  const bool is_own = std::any_of(known.begin(), known.end(), [&](uint32_t id) {
    const Object &held = state_.objects[id], &owner = state_.objects[setter.owner.raw];
    if (ObjectId(id) == setter.owner) return true;
    return held.kind == ObjectKind::instance && owner.kind == ObjectKind::prototype &&
           state_.extends(ObjectId(held.owner), ObjectId(owner.owner));
  });
  if (!is_own) return;
  calls_.push_back({.kind = CallEdge::Kind::direct, .call = store, .callee = setter.function});
  add_edge(object, state_.this_of(setter.function));
  const FileId target = program_.file_of(setter.function);
  const Function& function = program_.function(setter.function);
  if (function.parameter_count == 0) return;
  const Parameter& parameter = program_.file(target).facts.parameters[function.first_parameter];
  add_edge(state_.vertex(program_.global(file, ValueId(row.c))),
           state_.vertex(program_.global(target, parameter.value)));
}

/// What a getter returns flows to the reads of its property, and each of them calls it.
void FlowSolver::add_getter_calls() {
  for (const auto& [vertex, getter] : getters_)
    for (uint32_t at = edge_head_[vertex]; at != none; at = edges_[at].next) {
      const uint32_t to = edges_[at].to;
      if (to >= state_.variable_begin) continue;
      const GlobalValue read(to);
      if (program_.instruction(read).op == Op::member)
        calls_.push_back({.kind = CallEdge::Kind::direct, .call = read, .callee = getter});
    }
}

void FlowSolver::note_accessor(uint32_t vertex, ObjectId owner, GlobalFunction function) {
  if (program_.function(function).kind == FunctionKind::getter) {
    getters_.emplace_back(vertex, function);
    return;
  }
  for (const auto& [name, field] : fields_of_[owner.raw])
    if (field == vertex) setters_[name.raw].push_back({owner, function});
}

}  // namespace leaklint
