#include "lint/loop_edits.h"

#include <string>

#include "semantics/collection.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// What a callback's body must do without to become a loop's body.
struct BodyScan {
  std::vector<NodeId> returns;  ///< bare ones, which become `continue`
  bool can_move = true;
};

BodyScan scan_body(const Tree& tree, NodeId callback) {
  BodyScan scan;
  const NodeId body = tree.child(callback, Field::body);
  const bool is_arrow = tree.kind(callback) == Kind::arrow_function;
  for (uint32_t raw = body.raw; raw < tree.end(body); ++raw) {
    const NodeId node(raw);
    const Kind kind = tree.kind(node);
    if (is_function_with_body(kind) && kind != Kind::arrow_function) {
      raw = tree.end(node) - 1;  // has its own `return`, `this` and `var`
      continue;
    }
    if (kind == Kind::token_var) scan.can_move = false;
    const bool is_arguments = kind == Kind::identifier && tree.text(node) == "arguments";
    if (!is_arrow && (kind == Kind::this_ || kind == Kind::meta_property || is_arguments))
      scan.can_move = false;
    if (kind != Kind::return_statement || enclosing_function(tree, node) != callback) continue;
    scan.returns.push_back(node);
    for (NodeId child : tree.children(node))
      if (is_named(tree.kind(child)) && tree.kind(child) != Kind::comment) scan.can_move = false;
    for (NodeId up = tree.parent(node); up != callback; up = tree.parent(up))
      if (is_loop(tree.kind(up))) scan.can_move = false;
  }
  return scan;
}

/// Calls `take` with each name that a parameter declares.
template <class Take>
void for_each_name(const FileContext& context, NodeId parameter, Take take) {
  const Tree& tree = context.tree;
  for (uint32_t raw = parameter.raw; raw < tree.end(parameter); ++raw) {
    const BindingId binding = context.scopes.binding_at(NodeId(raw));
    if (binding && context.scopes.bindings[binding].declaration == NodeId(raw)) take(binding);
  }
}

/// Whether the collection's text would mean another variable inside the loop: `x.items.forEach(x => …)`.
bool is_shadowed(const FileContext& context, NodeId parameter, NodeId collection) {
  const Tree& tree = context.tree;
  bool is_found = false;
  for_each_name(context, parameter, [&](BindingId binding) {
    for (uint32_t raw = collection.raw; raw < tree.end(collection); ++raw)
      is_found |= tree.kind(NodeId(raw)) == Kind::identifier &&
                  tree.text(NodeId(raw)) == context.names.text(context.scopes.bindings[binding].name);
  });
  return is_found;
}

}  // namespace

bool can_be_a_loop(const FileContext& context, const ElementCalls& calls) {
  const Tree& tree = context.tree;
  const Kind kind = tree.kind(calls.callback);
  if (kind != Kind::arrow_function && kind != Kind::function_expression) return false;
  const NodeId parameter = parameter_at(tree, calls.callback, 0);
  if (!parameter || parameter_at(tree, calls.callback, 1) || tree.child(calls.callback, Field::name))
    return false;
  const Kind shape = tree.kind(parameter);
  if (shape != Kind::identifier && shape != Kind::object_pattern && shape != Kind::array_pattern)
    return false;
  for (uint32_t raw = calls.callback.raw; NodeId(raw) != tree.child(calls.callback, Field::body); ++raw)
    if (tree.kind(NodeId(raw)) == Kind::comment) return false;
  return !is_shadowed(context, parameter, calls.collection) &&
         collection_of(tree, context.scopes, calls.collection) != Collection::map;
}

std::optional<std::vector<TextEdit>> loop_edits(const FileContext& context, const ElementCalls& calls,
                                                NodeId statement) {
  const Tree& tree = context.tree;
  if (!can_be_a_loop(context, calls)) return std::nullopt;
  const BodyScan scan = scan_body(tree, calls.callback);
  if (!scan.can_move) return std::nullopt;
  const NodeId parameter = parameter_at(tree, calls.callback, 0);
  bool is_const = true;
  for_each_name(context, parameter,
                [&](BindingId binding) { is_const &= !context.scopes.bindings[binding].is_reassigned; });
  std::string head = std::string(is_const ? "for (const " : "for (let ") + std::string(tree.text(parameter)) +
                     " of " + std::string(tree.text(calls.collection)) + ") ";
  std::string tail;
  const NodeId body = tree.child(calls.callback, Field::body);
  if (tree.kind(body) == Kind::await_expression) {
    tail = ";";
  } else if (tree.kind(body) == Kind::call_expression) {
    head += "await ";
    tail = ";";
  } else if (tree.kind(body) != Kind::statement_block) {
    head += "await (";
    tail = ");";
  }
  const Span whole = tree.span(statement), inner = tree.span(body);
  std::vector<TextEdit> edits = {{{whole.begin, inner.begin}, head}};
  constexpr uint32_t keyword_length = 6;  // of `return`
  for (NodeId node : scan.returns)
    edits.push_back({{tree.span(node).begin, tree.span(node).begin + keyword_length}, "continue"});
  edits.push_back({{inner.end, whole.end}, tail});
  return edits;
}

std::optional<std::vector<TextEdit>> limited_callback_edits(const FileContext& context,
                                                            const ElementCalls& calls,
                                                            std::string_view limiter) {
  const Tree& tree = context.tree;
  if (tree.kind(calls.callback) != Kind::arrow_function || !can_be_a_loop(context, calls))
    return std::nullopt;
  const Span written = tree.span(calls.callback), body = tree.span(tree.child(calls.callback, Field::body));
  const std::string_view head = is_async_function(tree, calls.callback) ? "(async () => " : "(() => ";
  return std::vector<TextEdit>{{{written.begin, body.begin},
                                "(" + std::string(tree.text(parameter_at(tree, calls.callback, 0))) +
                                    ") => " + std::string(limiter) + std::string(head)},
                               {{written.end, written.end}, ")"}};
}

}  // namespace leaklint
