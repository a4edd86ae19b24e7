#include "lint/await_edits.h"

#include "syntax/expressions.h"

namespace leaklint {

bool can_await_at(const FileContext& context, NodeId node) {
  const Tree& tree = context.tree;
  for (NodeId up = tree.parent(node); up; up = tree.parent(up)) {
    const Kind kind = tree.kind(up);
    if (is_function_with_body(kind))
      return is_async_function(tree, up) && tree.contains(tree.child(up, Field::body), node);
    if (kind == Kind::class_static_block || kind == Kind::field_definition ||
        kind == Kind::public_field_definition)
      return false;
  }
  return context.scopes.module_kind == ModuleKind::module;
}

NodeId statement_of(const Tree& tree, NodeId expression) {
  const NodeId parent = tree.parent(expression);
  return tree.kind(parent) == Kind::expression_statement ? parent : NodeId();
}

namespace {

/// Whether an expression that begins with `await` may stand in place of this one as it is.
bool is_whole(const Tree& tree, NodeId expression) {
  switch (tree.kind(tree.parent(expression))) {
    case Kind::expression_statement:
    case Kind::variable_declarator:
    case Kind::assignment_expression:
    case Kind::parenthesized_expression:
    case Kind::arguments:
    case Kind::return_statement:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<std::vector<TextEdit>> await_edits(const FileContext& context, NodeId promise) {
  if (!can_await_at(context, promise)) return std::nullopt;
  const Span span = context.tree.span(promise);
  if (is_whole(context.tree, promise)) return std::vector<TextEdit>{{{span.begin, span.begin}, "await "}};
  return std::vector<TextEdit>{{{span.begin, span.begin}, "(await "}, {{span.end, span.end}, ")"}};
}

std::optional<std::vector<TextEdit>> await_all_edits(const FileContext& context, NodeId list) {
  if (!can_await_at(context, list)) return std::nullopt;
  const Span span = context.tree.span(list);
  const bool whole = is_whole(context.tree, list);
  return std::vector<TextEdit>{
      {{span.begin, span.begin}, whole ? "await Promise.all(" : "(await Promise.all("},
      {{span.end, span.end}, whole ? ")" : "))"}};
}

}  // namespace leaklint
