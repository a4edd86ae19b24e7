#include "semantics/callback_effects.h"

#include <algorithm>

#include "base/is_one_of.h"
#include "semantics/imported_name.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// Whether the name at a node is declared inside the function, its parameters included.
bool is_own(const Tree& tree, const Scopes& scopes, NodeId function, NodeId name) {
  const BindingId binding = scopes.binding_at(name);
  return binding && tree.contains(function, scopes.bindings[binding].declaration);
}

/// `x` of `x.y.z` and `x[y]`.
NodeId root_of(const Tree& tree, NodeId expression) {
  for (;;) {
    expression = without_types(tree, expression);
    const Kind kind = tree.kind(expression);
    if (kind != Kind::member_expression && kind != Kind::subscript_expression) return expression;
    expression = tree.child(expression, Field::object);
  }
}

bool writes_at(const Tree& tree, const Scopes& scopes, NodeId function, NodeId node) {
  NodeId target;
  switch (tree.kind(node)) {
    case Kind::assignment_expression:
    case Kind::augmented_assignment_expression:
      target = tree.child(node, Field::left);
      break;
    case Kind::update_expression:
      target = tree.child(node, Field::argument);
      break;
    case Kind::call_expression: {
      const NodeId callee = tree.child(node, Field::function);
      if (!callee || tree.kind(callee) != Kind::member_expression) return false;
      const NodeId name = tree.child(callee, Field::property);
      if (!name || !is_one_of(tree.text(name), {"push", "unshift", "splice", "pop", "shift", "add", "set",
                                                "append", "write", "delete", "emit"}))
        return false;
      target = tree.child(callee, Field::object);
      break;
    }
    default:
      return false;
  }
  if (!target) return true;
  const NodeId root = root_of(tree, target);
  return tree.kind(root) != Kind::identifier || !is_own(tree, scopes, function, root);
}

/// Whether a call stays in the process for sure: of a function that the caller hands in, a timer, or a
/// namespace of the language.
bool stays(const Tree& tree, const Scopes& scopes, NodeId callee) {
  callee = without_types(tree, callee);
  if (tree.kind(callee) == Kind::member_expression) {
    const NodeId root = root_of(tree, callee);
    return tree.kind(root) == Kind::identifier && !scopes.binding_at(root) &&
           is_one_of(tree.text(root),
                     {"Math", "JSON", "Object", "Array", "String", "Number", "Promise", "console", "Date"});
  }
  if (tree.kind(callee) != Kind::identifier) return false;
  const BindingId binding = scopes.binding_at(callee);
  if (!binding) return tree.text(callee) != "fetch" && tree.text(callee) != "require";
  return scopes.bindings[binding].kind == BindingKind::parameter;
}

}  // namespace

bool writes_outside(const Tree& tree, const Scopes& scopes, NodeId function) {
  for (uint32_t raw = function.raw; raw < tree.end(function); ++raw)
    if (writes_at(tree, scopes, function, NodeId(raw))) return true;
  return false;
}

bool may_leave_process(const Tree& tree, const Scopes& scopes, NodeId function) {
  for (uint32_t raw = function.raw; raw < tree.end(function); ++raw) {
    const NodeId node(raw);
    if (tree.kind(node) == Kind::new_expression) {
      const NodeId made = tree.child(node, Field::constructor);
      if (!made || scopes.binding_at(made)) return true;
    }
    if (tree.kind(node) != Kind::call_expression) continue;
    const NodeId callee = tree.child(node, Field::function);
    if (!callee || !stays(tree, scopes, callee)) return true;
  }
  return false;
}

std::string_view limiter_in_scope(const Tree& tree, const Scopes& scopes, const Names& names, NodeId at) {
  for (BindingId id : ids(scopes.bindings)) {
    const Binding& binding = scopes.bindings[id];
    if (binding.kind != BindingKind::const_ || !(binding.declaration < at)) continue;
    const NodeId declarator = tree.parent(binding.declaration);
    if (tree.kind(declarator) != Kind::variable_declarator) continue;
    const NodeId value = tree.child(declarator, Field::value);
    if (!value || tree.kind(value) != Kind::call_expression) continue;
    const NodeId callee = tree.child(value, Field::function);
    const BindingId maker =
        callee && tree.kind(callee) == Kind::identifier ? scopes.binding_at(callee) : BindingId();
    const auto imported = maker ? imported_name(tree, scopes, maker) : std::nullopt;
    if (!imported || imported->module != "p-limit") continue;
    for (ScopeId scope = scopes.scope_at(at); scope; scope = scopes.scopes[scope].parent)
      if (scope == binding.scope) return names.text(binding.name);
  }
  return {};
}

}  // namespace leaklint
