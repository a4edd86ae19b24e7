#include "syntax/expressions.h"

namespace leaklint {
namespace {

bool is_type_wrapper(Kind kind) {
  return kind == Kind::as_expression || kind == Kind::satisfies_expression ||
         kind == Kind::non_null_expression || kind == Kind::type_assertion;
}

/// The expression in a wrapper; `<T>x` has its type first.
NodeId wrapped_expression(const Tree& tree, NodeId wrapper) {
  NodeId found;
  for (NodeId child : tree.children(wrapper)) {
    const Kind kind = tree.kind(child);
    if (kind == Kind::comment || kind == Kind::type_arguments || !is_named(kind)) continue;
    found = child;
    break;
  }
  return found;
}

}  // namespace

NodeId first_real_child(const Tree& tree, NodeId node) {
  for (NodeId child : tree.children(node))
    if (tree.kind(child) != Kind::comment) return child;
  return {};
}

NodeId without_parentheses(const Tree& tree, NodeId expression) {
  while (expression && tree.kind(expression) == Kind::parenthesized_expression)
    expression = first_real_child(tree, expression);
  return expression;
}

NodeId without_types(const Tree& tree, NodeId expression) {
  while (expression) {
    const Kind kind = tree.kind(expression);
    if (kind == Kind::parenthesized_expression)
      expression = first_real_child(tree, expression);
    else if (is_type_wrapper(kind))
      expression = wrapped_expression(tree, expression);
    else
      break;
  }
  return expression;
}

NodeId with_parentheses_and_types(const Tree& tree, NodeId expression) {
  for (;;) {
    const NodeId parent = tree.parent(expression);
    if (!parent) return expression;
    const Kind kind = tree.kind(parent);
    if (kind != Kind::parenthesized_expression && !is_type_wrapper(kind)) return expression;
    expression = parent;
  }
}

NodeId argument(const Tree& tree, NodeId call, uint32_t index) {
  const NodeId arguments = tree.child(call, Field::arguments);
  if (!arguments || tree.kind(arguments) != Kind::arguments) return {};
  for (NodeId child : tree.children(arguments)) {
    if (tree.kind(child) == Kind::comment) continue;
    if (tree.kind(child) == Kind::spread_element) return {};
    if (index-- == 0) return child;
  }
  return {};
}

uint32_t argument_count(const Tree& tree, NodeId call) {
  const NodeId arguments = tree.child(call, Field::arguments);
  if (!arguments || tree.kind(arguments) != Kind::arguments) return 0;
  uint32_t count = 0;
  for (NodeId child : tree.children(arguments)) count += tree.kind(child) != Kind::comment;
  return count;
}

bool is_function_with_body(Kind kind) {
  switch (kind) {
    case Kind::arrow_function:
    case Kind::function_expression:
    case Kind::function_declaration:
    case Kind::generator_function:
    case Kind::generator_function_declaration:
    case Kind::method_definition:
      return true;
    default:
      return false;
  }
}

bool is_async_function(const Tree& tree, NodeId function) {
  return is_function_with_body(tree.kind(function)) && tree.child(function, Kind::token_async);
}

bool is_generator(const Tree& tree, NodeId function) {
  const Kind kind = tree.kind(function);
  return kind == Kind::generator_function || kind == Kind::generator_function_declaration ||
         (kind == Kind::method_definition && tree.child(function, Kind::token_star));
}

NodeId enclosing_function(const Tree& tree, NodeId node) {
  for (NodeId up = tree.parent(node); up; up = tree.parent(up)) {
    const Kind kind = tree.kind(up);
    if (is_function_with_body(kind)) return up;
    if (kind == Kind::class_static_block || kind == Kind::field_definition ||
        kind == Kind::public_field_definition)
      return {};
  }
  return {};
}

bool is_loop(Kind kind) {
  return kind == Kind::for_statement || kind == Kind::for_in_statement || kind == Kind::while_statement ||
         kind == Kind::do_statement;
}

NodeId parameter_at(const Tree& tree, NodeId function, uint32_t index) {
  if (const NodeId single = tree.child(function, Field::parameter)) return index == 0 ? single : NodeId();
  const NodeId parameters = tree.child(function, Field::parameters);
  if (!parameters) return {};
  for (NodeId child : tree.children(parameters)) {
    if (tree.kind(child) == Kind::comment || index-- != 0) continue;
    const Kind kind = tree.kind(child);
    if (kind != Kind::required_parameter && kind != Kind::optional_parameter) return child;
    return tree.child(child, Field::pattern);
  }
  return {};
}

}  // namespace leaklint
