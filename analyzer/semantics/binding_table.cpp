#include "semantics/binding_table.h"

#include <algorithm>

namespace leaklint {
namespace {

constexpr uint32_t empty_slot = UINT32_MAX;

bool is_erased(BindingKind kind) {
  return kind == BindingKind::type_alias || kind == BindingKind::interface ||
         kind == BindingKind::type_parameter;
}

bool names_a_type(BindingKind kind) {
  switch (kind) {
    case BindingKind::class_:
    case BindingKind::enum_:
    case BindingKind::enum_member:
    case BindingKind::import:
    case BindingKind::namespace_:
      return true;
    default:
      return is_erased(kind);
  }
}

/// Among declarations of one name, the one with the highest rank says what the binding is: a class rather
/// than the namespace or the interface that adds to it, a function rather than its overloads.
uint8_t rank_of(const Declaration& declaration) {
  if (is_erased(declaration.kind) || declaration.is_type_only) return 0;
  return declaration.is_signature || declaration.kind == BindingKind::namespace_ ? 1 : 2;
}

Binding binding_of(const Declaration& declaration) {
  Binding binding{};
  binding.name = declaration.name;
  binding.scope = declaration.scope;
  binding.declaration = declaration.node;
  binding.kind = declaration.kind;
  binding.is_type_only = declaration.is_type_only || is_erased(declaration.kind);
  binding.is_value = !binding.is_type_only;
  binding.is_type = names_a_type(declaration.kind);
  binding.is_ambient = declaration.is_ambient;
  binding.is_exported = declaration.is_exported;
  return binding;
}

}  // namespace

void BindingTable::open_frame(ScopeId scope, uint32_t first, uint32_t end) {
  if (frame_of_scope_.size() <= scope.raw) frame_of_scope_.resize(scope.raw + 1);
  frame_of_scope_[scope.raw] = static_cast<uint32_t>(frames_.size());
  frames_.push_back({first, end, {}});
}

uint32_t BindingTable::slot_of(ScopeId scope, NameId name) const {
  const uint32_t mask = static_cast<uint32_t>(slots_.size() - 1);
  const uint64_t hash = (uint64_t{scope.raw} << 32 | name.raw) * 0x9E3779B97F4A7C15u;
  uint32_t slot = static_cast<uint32_t>(hash >> 32) & mask;
  while (slots_[slot] != empty_slot) {
    const Binding& known = scopes_.bindings[BindingId(slots_[slot])];
    if (known.scope == scope && known.name == name) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

void BindingTable::grow() {
  slots_.assign(slots_.empty() ? 256 : slots_.size() * 2, empty_slot);
  for (BindingId id : ids(scopes_.bindings))
    slots_[slot_of(scopes_.bindings[id].scope, scopes_.bindings[id].name)] = id.raw;
}

BindingId BindingTable::add(const Binding& binding, uint8_t rank) {
  if (slots_.size() < 2 * (scopes_.bindings.size() + 1)) grow();
  const uint32_t slot = slot_of(binding.scope, binding.name);
  const BindingId id = scopes_.bindings.add(binding);
  slots_[slot] = id.raw;
  Frame& frame = frames_[frame_of_scope_[binding.scope.raw]];
  next_in_frame_.push_back(frame.newest);
  frame.newest = id;
  ranks_.push_back(rank);
  return id;
}

BindingId BindingTable::declare(const Declaration& declaration) {
  const uint32_t known = slots_.empty() ? empty_slot : slots_[slot_of(declaration.scope, declaration.name)];
  const BindingId id =
      known == empty_slot ? add(binding_of(declaration), rank_of(declaration)) : BindingId(known);
  if (known != empty_slot) merge(id, declaration);
  BindingId& at_node = scopes_.binding_of_node[declaration.node.raw];
  if (!at_node) at_node = id;
  return id;
}

void BindingTable::merge(BindingId id, const Declaration& declaration) {
  Binding& known = scopes_.bindings[id];
  const Binding added = binding_of(declaration);
  const uint8_t rank = rank_of(declaration);
  // A function takes the place of whatever had the name when its scope is entered.
  if (declaration.kind == BindingKind::function && rank == 2 && ranks_[id.raw] == 2)
    known.is_reassigned = true;
  NodeId other = declaration.node;
  if (rank > ranks_[id.raw] || known.kind == BindingKind::implicit_arguments) {
    other = known.declaration;
    known.declaration = declaration.node;
    known.kind = declaration.kind;
    ranks_[id.raw] = rank;
  }
  if (other) scopes_.redeclarations.push_back({id, other});
  known.is_value |= added.is_value;
  known.is_type |= added.is_type;
  known.is_type_only &= added.is_type_only;
  known.is_ambient &= added.is_ambient;
  known.is_exported |= added.is_exported;
}

void BindingTable::declare_arguments(ScopeId function, NameId name) {
  if (!slots_.empty() && slots_[slot_of(function, name)] != empty_slot) return;
  Binding binding{};
  binding.name = name;
  binding.scope = function;
  binding.kind = BindingKind::implicit_arguments;
  add(binding, 0);
}

}  // namespace leaklint
