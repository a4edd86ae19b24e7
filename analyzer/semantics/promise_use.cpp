#include "semantics/promise_use.h"

#include <algorithm>

#include "semantics/iteration_call.h"
#include "semantics/value_type.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

bool is_promise_method(std::string_view name) {
  return name == "then" || name == "catch" || name == "finally";
}

bool is_truth_test(const Tree& tree, NodeId node) {
  const NodeId parent = tree.parent(node);
  const Kind kind = tree.kind(parent);
  if (kind == Kind::if_statement || kind == Kind::ternary_expression)
    return tree.field(node) == Field::condition;
  if (kind != Kind::unary_expression) return false;
  const NodeId sign = tree.child(parent, Field::operator_);
  return sign && tree.kind(sign) == Kind::token_bang;
}

/// Whether the expression's place asks for the value that a promise only promises: a property of it,
/// arithmetic, text, or its truth.
bool is_value_place(const Tree& tree, NodeId expression) {
  const NodeId node = with_parentheses_and_types(tree, expression);
  const NodeId parent = tree.parent(node);
  switch (tree.kind(parent)) {
    case Kind::member_expression: {
      const NodeId property = tree.child(parent, Field::property);
      return tree.field(node) == Field::object && property && !is_promise_method(tree.text(property));
    }
    case Kind::subscript_expression:
      return tree.field(node) == Field::object;
    case Kind::template_substitution:
      return true;
    case Kind::binary_expression: {
      const NodeId sign = tree.child(parent, Field::operator_);
      if (!sign) return false;
      for (Kind kind :
           {Kind::token_plus, Kind::token_minus, Kind::token_star, Kind::token_slash, Kind::token_less,
            Kind::token_greater, Kind::token_less_equal, Kind::token_greater_equal})
        if (tree.kind(sign) == kind) return true;
      return false;
    }
    default:
      return is_truth_test(tree, node);
  }
}

/// Calls `take` with each use of a binding, in order, until it says true; and says whether it did.
template <class Take>
bool any_use(const Tree& tree, const Scopes& scopes, BindingId binding, Take take) {
  const NodeId body = scopes.scopes[scopes.bindings[binding].scope].node;
  const auto& uses = scopes.uses.rows();
  auto use = std::lower_bound(uses.begin(), uses.end(), body,
                              [](const Use& row, NodeId node) { return row.node < node; });
  for (; use != uses.end() && use->node.raw < tree.end(body); ++use)
    if (use->binding == binding && (use->mode & Use::read) && take(use->node)) return true;
  return false;
}

/// The first place where a parameter that holds a promise is used as the value, or none. A pattern takes it
/// apart at once.
NodeId value_use_of_parameter(const Tree& tree, const Scopes& scopes, NodeId parameter) {
  if (!parameter) return {};
  const Kind kind = tree.kind(parameter);
  if (kind == Kind::object_pattern || kind == Kind::array_pattern) return parameter;
  const BindingId binding = kind == Kind::identifier ? scopes.binding_at(parameter) : BindingId();
  NodeId found;
  if (binding)
    any_use(tree, scopes, binding, [&](NodeId use) {
      if (is_value_place(tree, use)) found = use;
      return static_cast<bool>(found);
    });
  return found;
}

/// Whether a chained call's callback takes the promises for values: `(…).filter(user => user.isActive)`.
bool callback_takes_values(const Tree& tree, const Scopes& scopes, NodeId call,
                           const IterationMethod& method) {
  const NodeId callback = without_types(tree, argument(tree, call, 0));
  if (!callback) return method.outcome == Outcome::compared;
  if (method.outcome == Outcome::tested && is_unresolved_name(tree, scopes, callback, "Boolean")) return true;
  if (!is_function_with_body(tree.kind(callback)) || is_async_function(tree, callback)) return false;
  const NodeId parameter = parameter_at(tree, callback, method.outcome == Outcome::folded ? 1 : 0);
  if (value_use_of_parameter(tree, scopes, parameter)) return true;
  const NodeId body = tree.child(callback, Field::body);
  return method.outcome == Outcome::tested && body && parameter && tree.kind(parameter) == Kind::identifier &&
         tree.kind(body) == Kind::identifier && tree.text(body) == tree.text(parameter);
}

/// The name of the method through which a list of promises is used as a list of values at this place, or
/// none.
NodeId value_use_of_list(const Tree& tree, const Scopes& scopes, NodeId list) {
  const NodeId node = with_parentheses_and_types(tree, list);
  const NodeId member = tree.parent(node);
  if (tree.field(node) != Field::object) return {};
  if (tree.kind(member) == Kind::subscript_expression)
    return is_value_place(tree, member) ? tree.parent(member) : NodeId();
  if (tree.kind(member) != Kind::member_expression) return {};
  const NodeId name = tree.child(member, Field::property), call = tree.parent(member);
  if (!name || tree.kind(call) != Kind::call_expression || tree.field(member) != Field::function) return {};
  for (std::string_view text : {"join", "includes", "indexOf", "lastIndexOf", "toString"})
    if (tree.text(name) == text) return name;
  const IterationMethod* method = find_iteration_method(tree.text(name));
  return method && callback_takes_values(tree, scopes, call, *method) ? name : NodeId();
}

}  // namespace

bool is_awaited(const Tree& tree, NodeId call) {
  for (NodeId node = with_parentheses_and_types(tree, call);;) {
    const NodeId parent = tree.parent(node);
    if (!parent) return false;
    if (tree.kind(parent) == Kind::await_expression) return true;
    if (tree.kind(parent) != Kind::member_expression || tree.field(node) != Field::object) return false;
    const NodeId property = tree.child(parent, Field::property);
    for (std::string_view name : {"then", "catch", "finally", "toArray", "pipe"})
      if (property && tree.text(property) == name) return true;
    const NodeId outer = tree.parent(parent);
    if (!outer || tree.kind(outer) != Kind::call_expression) return false;
    node = with_parentheses_and_types(tree, outer);
  }
}

bool is_discarded(const Tree& tree, NodeId call) {
  for (NodeId node = call;; node = tree.parent(node)) {
    const NodeId parent = tree.parent(node);
    if (!parent) return false;
    switch (tree.kind(parent)) {
      case Kind::expression_statement:
      case Kind::return_statement:
      case Kind::arrow_function:  // `() => list.forEach(…)`, a body without braces
        return true;
      case Kind::parenthesized_expression:
      case Kind::sequence_expression:
      case Kind::non_null_expression:
      case Kind::binary_expression:  // `list && list.forEach(…)`
      case Kind::ternary_expression:
      case Kind::unary_expression:  // `void list.forEach(…)`
        break;
      default:
        return false;
    }
  }
}

NodeId value_use_of_promises(const Tree& tree, const Scopes& scopes, NodeId call) {
  if (const NodeId use = value_use_of_list(tree, scopes, call)) return use;
  const NodeId node = with_parentheses_and_types(tree, call), declarator = tree.parent(node);
  if (tree.kind(declarator) != Kind::variable_declarator || tree.field(node) != Field::value) return {};
  const NodeId name = tree.child(declarator, Field::name);
  const BindingId binding =
      name && tree.kind(name) == Kind::identifier ? scopes.binding_at(name) : BindingId();
  if (!binding || scopes.bindings[binding].is_reassigned) return {};
  NodeId found;
  any_use(tree, scopes, binding,
          [&](NodeId use) { return static_cast<bool>(found = value_use_of_list(tree, scopes, use)); });
  return found;
}

bool awaits_first_parameter(const Tree& tree, const Scopes& scopes, NodeId function) {
  const NodeId parameter = parameter_at(tree, function, 0);
  if (!parameter || tree.kind(parameter) != Kind::identifier) return false;
  const BindingId binding = scopes.binding_at(parameter);
  return binding && any_use(tree, scopes, binding, [&](NodeId use) {
           const NodeId parent = tree.parent(with_parentheses_and_types(tree, use));
           const Kind kind = tree.kind(parent);
           if (kind == Kind::member_expression) {
             const NodeId property = tree.child(parent, Field::property);
             return property && is_promise_method(tree.text(property));
           }
           return kind == Kind::await_expression || kind == Kind::arguments || kind == Kind::array;
         });
}

}  // namespace leaklint
