#include "lint/suppression_coverage.h"

#include "lint/structure.h"

namespace leaklint {
namespace {

/// A line with its ending, and on the last line the end of the text, where a finding may stand too.
Span span_of_line(const SourceText& source, uint32_t line) {
  const uint32_t end = line < source.line_count() ? source.line_start(line + 1) : source.size() + 1;
  return {source.line_start(line), end};
}

uint32_t line_at(const SourceText& source, uint32_t offset) {
  return source.position(offset).line;
}

/// Adds a statement that starts on `line`, without the statements inside it that start on other lines.
void add_statement(const Tree& tree, NodeId statement, Span line, std::vector<Span>& pieces) {
  uint32_t begin = tree.span(statement).begin;
  for (uint32_t raw = statement.raw + 1; raw < tree.end(statement);) {
    const NodeId node(raw);
    const Span span = tree.span(node);
    if (!is_statement(tree.kind(node)) || (line.begin <= span.begin && span.begin < line.end)) {
      ++raw;
      continue;
    }
    pieces.push_back({begin, span.begin});
    begin = span.end;
    raw = tree.end(node);
  }
  pieces.push_back({begin, tree.span(statement).end});
}

void add_line(const Tree& tree, Span line, std::vector<Span>& pieces) {
  pieces.push_back(line);
  for (uint32_t raw = first_node_from(tree, line.begin);
       raw < tree.size() && tree.span(NodeId(raw)).begin < line.end;) {
    if (is_statement(tree.kind(NodeId(raw)))) {
      add_statement(tree, NodeId(raw), line, pieces);
      raw = tree.end(NodeId(raw));
    } else {
      ++raw;
    }
  }
}

NodeId previous_sibling(const Tree& tree, NodeId node) {
  NodeId previous;
  for (const NodeId sibling : tree.children(tree.parent(node))) {
    if (sibling == node) break;
    previous = sibling;
  }
  return previous;
}

}  // namespace

SpanList next_line_coverage(const SourceText& source, const Tree& tree, NodeId comment) {
  const uint32_t comment_line = line_at(source, tree.span(comment).end);
  const uint32_t next_line = span_of_line(source, comment_line).end;
  for (uint32_t raw = first_node_from(tree, next_line); raw < tree.size(); ++raw) {
    if (is_comment(tree.kind(NodeId(raw)))) continue;
    std::vector<Span> pieces;
    add_line(tree, span_of_line(source, line_at(source, tree.span(NodeId(raw)).begin)), pieces);
    return joined(std::move(pieces));
  }
  return {};
}

SpanList same_line_coverage(const SourceText& source, const Tree& tree, NodeId comment) {
  const uint32_t line = line_at(source, tree.span(comment).begin);
  std::vector<Span> pieces;
  add_line(tree, span_of_line(source, line), pieces);
  const NodeId previous = previous_sibling(tree, comment);
  if (previous && is_statement(tree.kind(previous)) && line_at(source, tree.span(previous).end) == line) {
    const uint32_t first_line = line_at(source, tree.span(previous).begin);
    add_statement(tree, previous, span_of_line(source, first_line), pieces);
  }
  return joined(std::move(pieces));
}

}  // namespace leaklint
