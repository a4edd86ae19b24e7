#include "semantics/binder.h"

namespace leaklint {

void Binder::visit_signature(NodeId node) {
  const NodeId types = tree_.child(node, Field::type_parameters);
  const NodeId first = types ? types : tree_.child(node, Field::parameters);
  // In a class it is a method without a body, an overload; elsewhere it is a type.
  const NodeId parent = tree_.parent(node);
  const bool is_method =
      tree_.kind(node) == Kind::method_signature && parent && tree_.kind(parent) == Kind::class_body;
  plan(is_method ? Step::Kind::function : Step::Kind::function_type, node, first);
}

void Binder::declare_type_with_parameters(NodeId node, BindingKind kind) {
  declare_name_of(node, kind);
  plan(Step::Kind::types, node, tree_.child(node, Field::type_parameters));
}

void Binder::visit_module(NodeId node) {
  NodeId name = tree_.child(node, Field::name);
  if (!name || tree_.kind(name) == Kind::string) return;
  begin_chain(name, not_a_use);
  // `namespace a.b.c {}` declares only `a` here.
  while (name && tree_.kind(name) != Kind::identifier) name = tree_.first_child(name);
  if (name) declare(name, BindingKind::namespace_, scope_, is_exported(node));
}

void Binder::visit_enum_body(NodeId node) {
  const ScopeId scope = open_scope(ScopeKind::enum_body, tree_.parent(node), raw_, tree_.end(node));
  for (NodeId member : tree_.children(node)) {
    const bool has_value = tree_.kind(member) == Kind::enum_assignment;
    const NodeId name = has_value ? tree_.child(member, Field::name) : member;
    if (!name) continue;
    const Kind kind = tree_.kind(name);
    if (kind == Kind::property_identifier || kind == Kind::string)
      declare(name, BindingKind::enum_member, scope, false);
  }
}

void Binder::visit_conditional_type(NodeId node) {
  const NodeId alternative = tree_.child(node, Field::alternative);
  // What `infer` declares is not visible in the false branch.
  open_scope(ScopeKind::conditional_type, node, raw_, alternative ? alternative.raw : tree_.end(node));
}

void Binder::visit_mapped_type(NodeId node) {
  const NodeId signature = tree_.parent(node);
  const NodeId object = signature ? tree_.parent(signature) : NodeId();
  if (object) open_scope(ScopeKind::mapped_type, object, raw_, tree_.end(signature));
}

}  // namespace leaklint
