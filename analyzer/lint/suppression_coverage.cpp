#include "lint/suppression_coverage.h"

#include "lint/structure.h"

namespace leaklint {

/// A line with its ending, and on the last line the end of the text, where a finding may stand too.
Span SuppressionCoverage::span_of_line(uint32_t line) const {
  const uint32_t end = line < source_.line_count() ? source_.line_start(line + 1) : source_.size() + 1;
  return {source_.line_start(line), end};
}

/// Adds a statement that starts on `line`, without the statements inside it that start on other lines.
void SuppressionCoverage::add_statement(NodeId statement, Span line, std::vector<Span>& pieces) const {
  uint32_t begin = tree_.span(statement).begin;
  for (uint32_t raw = statement.raw + 1; raw < tree_.end(statement);) {
    const NodeId node(raw);
    const Span span = tree_.span(node);
    if (!is_statement(tree_.kind(node)) || (line.begin <= span.begin && span.begin < line.end)) {
      ++raw;
      continue;
    }
    pieces.push_back({begin, span.begin});
    begin = span.end;
    raw = tree_.end(node);
  }
  pieces.push_back({begin, tree_.span(statement).end});
}

void SuppressionCoverage::add_line(Span line, std::vector<Span>& pieces) const {
  pieces.push_back(line);
  for (uint32_t raw = first_node_from(tree_, line.begin);
       raw < tree_.size() && tree_.span(NodeId(raw)).begin < line.end;) {
    if (is_statement(tree_.kind(NodeId(raw)))) {
      add_statement(NodeId(raw), line, pieces);
      raw = tree_.end(NodeId(raw));
    } else {
      ++raw;
    }
  }
}

NodeId SuppressionCoverage::previous_sibling(NodeId node) const {
  const NodeId parent = tree_.parent(node);
  if (!parent || node.raw == parent.raw + 1) return {};
  NodeId previous(node.raw - 1);
  while (tree_.parent(previous) != parent) previous = tree_.parent(previous);
  return previous;
}

SpanList SuppressionCoverage::next_line(NodeId comment) {
  const uint32_t after = span_of_line(line_at(tree_.span(comment).end)).end;
  const bool is_before_the_same =
      comment.raw < next_code_ && next_code_ < tree_.size() && tree_.span(NodeId(next_code_)).begin >= after;
  if (is_before_the_same) return next_line_;
  next_code_ = first_node_from(tree_, after);
  while (next_code_ < tree_.size() && is_comment(tree_.kind(NodeId(next_code_)))) ++next_code_;
  std::vector<Span> pieces;
  if (next_code_ < tree_.size()) {
    add_line(span_of_line(line_at(tree_.span(NodeId(next_code_)).begin)), pieces);
  }
  next_line_ = joined(std::move(pieces));
  return next_line_;
}

SpanList SuppressionCoverage::same_line(NodeId comment) const {
  const uint32_t line = line_at(tree_.span(comment).begin);
  std::vector<Span> pieces;
  add_line(span_of_line(line), pieces);
  const NodeId previous = previous_sibling(comment);
  if (previous && is_statement(tree_.kind(previous)) && line_at(tree_.span(previous).end) == line) {
    add_statement(previous, span_of_line(line_at(tree_.span(previous).begin)), pieces);
  }
  return joined(std::move(pieces));
}

}  // namespace leaklint
