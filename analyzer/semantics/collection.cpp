#include "semantics/collection.h"

#include <algorithm>
#include <iterator>

#include "semantics/value_type.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// How many variables, casts and calls a proof follows: a chain of user code must not choose our work.
constexpr int step_limit = 50;

struct Row {
  std::string_view name;
  Collection kind;
};

constexpr Row constructors[] = {
    {"Array", Collection::array},        {"Map", Collection::map},
    {"Set", Collection::iterable},       {"Headers", Collection::map},
    {"FormData", Collection::map},       {"URLSearchParams", Collection::map},
    {"Float32Array", Collection::array}, {"Float64Array", Collection::array},
    {"Uint8Array", Collection::array},
};

constexpr Row types[] = {
    {"Array", Collection::array},       {"ReadonlyArray", Collection::array},
    {"Map", Collection::map},           {"ReadonlyMap", Collection::map},
    {"Set", Collection::iterable},      {"ReadonlySet", Collection::iterable},
    {"NodeList", Collection::iterable}, {"NodeListOf", Collection::iterable},
};

/// Functions of the language, by `object.name`, that give an array.
constexpr std::string_view array_makers[] = {"Array.from",     "Array.of",       "Object.keys",
                                             "Object.values",  "Object.entries", "Object.getOwnPropertyNames",
                                             "Reflect.ownKeys"};

/// Methods that only strings, arrays and typed arrays have, or that give an array whoever has them.
constexpr std::string_view array_methods[] = {"split",    "slice",      "concat",  "splice",   "flat",
                                              "toSorted", "toReversed", "reverse", "toSpliced"};

/// Methods that keep an array an array. Streams and lazy lists have them too, so the receiver must be proven.
constexpr std::string_view array_keepers[] = {"filter", "map", "flatMap", "sort"};

template <class Rows>
Collection kind_of_name(const Rows& rows, std::string_view name) {
  for (const Row& row : rows)
    if (row.name == name) return row.kind;
  return Collection::unknown;
}

template <class Texts>
bool contains(const Texts& texts, std::string_view text) {
  return std::find(std::begin(texts), std::end(texts), text) != std::end(texts);
}

Collection collection_of_type(const Tree& tree, NodeId annotation) {
  NodeId type = annotation;
  while (type) {
    switch (tree.kind(type)) {
      case Kind::type_annotation:
      case Kind::parenthesized_type:
        type = first_real_child(tree, type);
        continue;
      case Kind::readonly_type:
        for (NodeId child : tree.children(type)) type = child;  // behind the keyword
        continue;
      case Kind::array_type:
      case Kind::tuple_type:
        return Collection::array;
      case Kind::generic_type: {
        const NodeId name = tree.child(type, Field::name);
        return name ? kind_of_name(types, tree.text(name)) : Collection::unknown;
      }
      case Kind::type_identifier:
        return kind_of_name(types, tree.text(type));
      default:
        return Collection::unknown;
    }
  }
  return Collection::unknown;
}

/// The annotation that a declared name carries: of its parameter, or of its variable.
NodeId annotation_of(const Tree& tree, const Scopes& scopes, BindingId binding) {
  const NodeId parent = declaring_node(tree, scopes, binding);
  if (!parent) return {};
  const Kind kind = tree.kind(parent);
  if (kind != Kind::required_parameter && kind != Kind::optional_parameter &&
      kind != Kind::variable_declarator)
    return {};
  return tree.child(parent, Field::type);
}

bool is_rest_parameter(const Tree& tree, const Scopes& scopes, BindingId binding) {
  const NodeId parent = declaring_node(tree, scopes, binding);
  return scopes.bindings[binding].kind == BindingKind::parameter && parent &&
         tree.kind(parent) == Kind::rest_pattern;
}

/// What a proof finds at one expression: an answer, or the expression to go on with.
struct Step {
  Collection kind = Collection::unknown;
  NodeId next;
};

Step step_from_call(const Tree& tree, const Scopes& scopes, NodeId call) {
  const NodeId callee = without_types(tree, tree.child(call, Field::function));
  if (!callee || tree.kind(callee) != Kind::member_expression) return {};
  const NodeId object = tree.child(callee, Field::object), name = tree.child(callee, Field::property);
  if (!object || !name) return {};
  const std::string_view method = tree.text(name);
  if (method == "querySelectorAll" || method == "getElementsByName")
    return {.kind = Collection::iterable, .next = {}};
  if (contains(array_methods, method)) return {.kind = Collection::array, .next = {}};
  if (contains(array_keepers, method)) return {.kind = Collection::unknown, .next = object};
  if (tree.kind(object) != Kind::identifier || scopes.binding_at(object)) return {};
  return {.kind = contains(array_makers, tree.text(callee)) ? Collection::array : Collection::unknown,
          .next = {}};
}

Step step_from_binding(const Tree& tree, const Scopes& scopes, NodeId identifier) {
  const BindingId binding = scopes.binding_at(identifier);
  if (!binding) return {};
  if (is_rest_parameter(tree, scopes, binding)) return {.kind = Collection::array, .next = {}};
  const Collection annotated = collection_of_type(tree, annotation_of(tree, scopes, binding));
  if (annotated != Collection::unknown) return {.kind = annotated, .next = {}};
  return {.kind = Collection::unknown, .next = initializer_of(tree, scopes, binding)};
}

Step step_from(const Tree& tree, const Scopes& scopes, NodeId expression) {
  switch (tree.kind(expression)) {
    case Kind::array:
      return {.kind = Collection::array, .next = {}};
    case Kind::new_expression: {
      const NodeId constructor = tree.child(expression, Field::constructor);
      const bool is_global = constructor && !scopes.binding_at(constructor);
      return {.kind = is_global ? kind_of_name(constructors, tree.text(constructor)) : Collection::unknown,
              .next = {}};
    }
    case Kind::call_expression:
      return step_from_call(tree, scopes, expression);
    case Kind::identifier:
      return step_from_binding(tree, scopes, expression);
    default:
      return {};
  }
}

/// The class body that a node's `this` belongs to, or none: arrows hand `this` on, other functions do not.
NodeId class_body_of_this(const Tree& tree, NodeId node) {
  for (NodeId up = tree.parent(node); up; up = tree.parent(up)) {
    const Kind kind = tree.kind(up);
    if (kind == Kind::class_body) return up;
    if (is_function_with_body(kind) && kind != Kind::arrow_function && kind != Kind::method_definition)
      return {};
    if (kind == Kind::object) return {};
  }
  return {};
}

NodeId member_of(const Tree& tree, NodeId body, std::string_view name) {
  for (NodeId member : tree.children(body)) {
    NodeId key = tree.child(member, Field::name);
    if (!key) key = tree.child(member, Field::property);
    if (!key) key = tree.child(member, Field::key);
    if (key && tree.text(key) == name) return member;
  }
  return {};
}

/// The body of the class or interface that declares a name.
NodeId body_of_declared(const Tree& tree, const Scopes& scopes, BindingId binding) {
  if (!binding) return {};
  const NodeId owner = declaring_node(tree, scopes, binding);
  if (!owner) return {};
  const NodeId body = tree.child(owner, Field::body);
  const bool is_body =
      body && (tree.kind(body) == Kind::class_body || tree.kind(body) == Kind::interface_body ||
               tree.kind(body) == Kind::object_type);
  return is_body ? body : NodeId();
}

NodeId body_of_annotation(const Tree& tree, const Scopes& scopes, BindingId binding) {
  NodeId type = annotation_of(tree, scopes, binding);
  if (type && tree.kind(type) == Kind::type_annotation) type = first_real_child(tree, type);
  if (type && tree.kind(type) == Kind::generic_type) type = tree.child(type, Field::name);
  return type ? body_of_declared(tree, scopes, scopes.binding_at(type)) : NodeId();
}

/// The class body or object literal that an expression's value has its methods from.
NodeId body_behind(const Tree& tree, const Scopes& scopes, NodeId expression) {
  for (int step = 0; step < step_limit && expression; ++step) {
    expression = without_types(tree, expression);
    if (!expression) return {};
    switch (tree.kind(expression)) {
      case Kind::this_:
        return class_body_of_this(tree, expression);
      case Kind::object:
        return expression;
      case Kind::class_:
        return tree.child(expression, Field::body);
      case Kind::new_expression:
        expression = tree.child(expression, Field::constructor);
        break;
      case Kind::identifier: {
        const BindingId binding = scopes.binding_at(expression);
        if (!binding) return {};
        if (const NodeId body = body_of_declared(tree, scopes, binding)) return body;
        if (const NodeId body = body_of_annotation(tree, scopes, binding)) return body;
        expression = initializer_of(tree, scopes, binding);
        break;
      }
      default:
        return {};
    }
  }
  return {};
}

}  // namespace

Collection collection_of(const Tree& tree, const Scopes& scopes, NodeId expression) {
  for (int step = 0; step < step_limit && expression; ++step) {
    expression = without_types(tree, expression);
    if (!expression) break;
    const Step found = step_from(tree, scopes, expression);
    if (found.kind != Collection::unknown) return found.kind;
    expression = found.next;
  }
  return Collection::unknown;
}

bool has_own_method(const Tree& tree, const Scopes& scopes, NodeId receiver, std::string_view method) {
  const NodeId body = body_behind(tree, scopes, receiver);
  return body && member_of(tree, body, method);
}

NodeId method_of_this(const Tree& tree, NodeId node, std::string_view method) {
  const NodeId body = class_body_of_this(tree, node);
  const NodeId member = body ? member_of(tree, body, method) : NodeId();
  if (!member || tree.kind(member) == Kind::method_definition) return member;
  const NodeId value = tree.child(member, Field::value);
  return value && is_function_with_body(tree.kind(value)) ? value : NodeId();
}

}  // namespace leaklint
