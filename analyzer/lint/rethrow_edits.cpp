#include "lint/rethrow_edits.h"

#include <string>

#include "lint/structure.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

using Edits = std::optional<std::vector<TextEdit>>;

std::string indent_of(std::string_view source, uint32_t offset) {
  const size_t line = offset == 0 ? std::string_view::npos : source.rfind('\n', offset - 1);
  const size_t begin = line == std::string_view::npos ? 0 : line + 1;
  size_t end = begin;
  while (end < source.size() && (source[end] == ' ' || source[end] == '\t')) ++end;
  return std::string(source.substr(begin, end - begin));
}

NodeId last_statement(const Tree& tree, NodeId block) {
  NodeId last;
  for (NodeId child : tree.children(block))
    if (is_named(tree.kind(child)) && !is_comment(tree.kind(child))) last = child;
  return last;
}

/// Writes `throw name;` as the last statement of a block, in place of a `return` that stands there.
TextEdit throw_at_end(const Tree& tree, NodeId block, const std::string& name) {
  const std::string text = "throw " + name + ";";
  const NodeId last = last_statement(tree, block);
  const Span span = tree.span(block);
  if (!last) return {{span.begin + 1, span.end - 1}, " " + text + " "};
  if (tree.kind(last) == Kind::return_statement) return {tree.span(last), text};
  const uint32_t end = tree.span(last).end;
  const std::string_view between = tree.source().substr(end, span.end - 1 - end);
  const bool is_on_own_line = between.find('\n') != std::string_view::npos;
  return {{end, end},
          is_on_own_line ? "\n" + indent_of(tree.source(), tree.span(last).begin) + text : " " + text};
}

bool has_comment(const Tree& tree, NodeId node) {
  for (uint32_t raw = node.raw; raw < tree.end(node); ++raw)
    if (is_comment(tree.kind(NodeId(raw)))) return true;
  return false;
}

Edits edits_of_clause(const Tree& tree, NodeId clause) {
  const NodeId parameter = tree.child(clause, Field::parameter), body = tree.child(clause, Field::body);
  if (!body || (!last_statement(tree, body) && has_comment(tree, body))) return std::nullopt;
  if (parameter && tree.kind(parameter) != Kind::identifier) return std::nullopt;
  const std::string name = parameter ? std::string(tree.text(parameter)) : "error";
  std::vector<TextEdit> edits;
  if (!parameter) {
    for (uint32_t raw = body.raw; raw < tree.end(body); ++raw)
      if (tree.kind(NodeId(raw)) == Kind::identifier && tree.text(NodeId(raw)) == name) return std::nullopt;
    const uint32_t at = tree.span(body).begin;
    edits.push_back({{at, at}, "(" + name + ") "});
  }
  edits.push_back(throw_at_end(tree, body, name));
  return edits;
}

/// Whether a handler does nothing with the failure but to give nothing in its stead.
bool gives_nothing(const Tree& tree, NodeId handler) {
  const NodeId body = without_parentheses(tree, tree.child(handler, Field::body));
  if (!body) return false;
  const Kind kind = tree.kind(body);
  if (kind == Kind::statement_block) {
    const NodeId last = last_statement(tree, body);
    if (!last) return true;
    if (tree.kind(last) != Kind::return_statement || last != first_real_child(tree, body)) return false;
    const std::string_view text = tree.text(last);
    return text == "return" || text.starts_with("return;") || text.starts_with("return null") ||
           text.starts_with("return undefined");
  }
  const std::string_view text = tree.text(body);
  return text == "null" || text == "undefined" || text == "{}" || text == "void 0";
}

/// `.catch(handler)`, or `, handler` of `then(use, handler)`.
TextEdit taken_away(const Tree& tree, NodeId call, NodeId handler) {
  if (argument_count(tree, call) > 1)
    return {{tree.span(argument(tree, call, 0)).end, tree.span(handler).end}, ""};
  const NodeId promise = tree.child(tree.child(call, Field::function), Field::object);
  return {{tree.span(promise).end, tree.span(call).end}, ""};
}

Edits edits_of_handler(const Tree& tree, NodeId call) {
  const NodeId parent = tree.parent(with_parentheses_and_types(tree, call));
  // Nobody waits for what is detached.
  if (tree.kind(parent) == Kind::expression_statement) return std::nullopt;
  const NodeId callee = tree.child(call, Field::function);
  const uint32_t count = argument_count(tree, call);
  const NodeId handler = count == 0 ? NodeId() : argument(tree, call, count - 1);
  if (!callee || !handler || tree.kind(callee) != Kind::member_expression) return std::nullopt;
  const Kind kind = tree.kind(handler);
  if (kind == Kind::member_expression) {
    const std::string text(tree.text(handler));
    return std::vector<TextEdit>{{tree.span(handler), "(error) => { " + text + "(error); throw error; }"}};
  }
  if (!is_function_with_body(kind) || has_comment(tree, handler)) return std::nullopt;
  if (gives_nothing(tree, handler)) return std::vector<TextEdit>{taken_away(tree, call, handler)};
  const NodeId parameter = parameter_at(tree, handler, 0), body = tree.child(handler, Field::body);
  if (!parameter || tree.kind(parameter) != Kind::identifier) return std::nullopt;
  const std::string name(tree.text(parameter));
  if (tree.kind(body) == Kind::statement_block) return std::vector<TextEdit>{throw_at_end(tree, body, name)};
  const Span span = tree.span(body);
  return std::vector<TextEdit>{{{span.begin, span.begin}, "{ "},
                               {{span.end, span.end}, "; throw " + name + "; }"}};
}

}  // namespace

Edits rethrow_edits(const FileContext& context, Span span) {
  const Tree& tree = context.tree;
  const NodeId node = node_at(tree, span);
  if (!node) return std::nullopt;
  if (tree.kind(node) == Kind::catch_clause) return edits_of_clause(tree, node);
  if (tree.kind(node) == Kind::call_expression && tree.span(node) == span)
    return edits_of_handler(tree, node);
  return std::nullopt;
}

}  // namespace leaklint
