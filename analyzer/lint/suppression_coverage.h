#pragma once

#include "base/source_text.h"
#include "lint/span_list.h"
#include "syntax/tree.h"

namespace leaklint {

/// Finds what the comments of one file cover. To be asked in the order of the comments, so that a thousand
/// comments before one statement cost no more than one.
class SuppressionCoverage {
 public:
  SuppressionCoverage(const SourceText& source, const Tree& tree) : source_(source), tree_(tree) {}

  /// What `leaklint-disable-next-line` covers. Further comments and blank lines may stand between.
  SpanList next_line(NodeId comment);

  /// What `leaklint-disable-line` covers.
  SpanList same_line(NodeId comment) const;

 private:
  Span span_of_line(uint32_t line) const;
  uint32_t line_at(uint32_t offset) const { return source_.position(offset).line; }
  void add_line(Span line, std::vector<Span>& pieces) const;
  void add_statement(NodeId statement, Span line, std::vector<Span>& pieces) const;
  NodeId previous_sibling(NodeId node) const;

  const SourceText& source_;
  const Tree& tree_;
  uint32_t next_code_ = 0;  ///< the node that the last comment was found to stand before
  SpanList next_line_;      ///< what it covers
};

}  // namespace leaklint
