#pragma once

#include <string>
#include <vector>

#include "lint/span_list.h"
#include "syntax/tree.h"

namespace leaklint {

/// What the linter itself asks of a tree, whatever the rules are.

/// Whether nodes of this kind stand in a list of statements or of class members.
bool is_statement(Kind kind);
bool is_comment(Kind kind);

/// A run of nodes in preorder: from `begin` up to, but without, `end`.
struct NodeRange {
  uint32_t begin;
  uint32_t end;
  friend auto operator<=>(NodeRange, NodeRange) = default;
};

/// Where the tree is not to be trusted, in order and disjoint: the innermost function around each ERROR or
/// MISSING node, or the top-level statement when there is no function. An ERROR that stands among the
/// top-level statements may have swallowed the head of what follows, so it takes the next statement with it.
std::vector<NodeRange> broken_regions(const Tree& tree);

/// The text that runs of whole sibling nodes take up.
SpanList spans_of(const Tree& tree, const std::vector<NodeRange>& ranges);

/// The first node, in preorder, that begins at or after an offset; the tree's size when there is none.
/// Logarithmic.
uint32_t first_node_from(const Tree& tree, uint32_t offset);

/// The innermost node whose span contains `span`.
NodeId node_at(const Tree& tree, Span span);

/// Names the functions and classes around nodes. Knows each node's nearest one, so that naming takes no walk
/// up a tree whose depth the user chooses.
class EnclosingFunctions {
 public:
  explicit EnclosingFunctions(const Tree& tree);

  /// The names around a node, outermost first, joined with dots: "Server.listen". Those that have none and
  /// are not stored under one are left out, and so are the outermost of very many; "" at the top level.
  std::string name_at(NodeId node) const;

 private:
  const Tree& tree_;
  std::vector<NodeId> nearest_;  ///< by node: the function or class it is in, itself excluded
};

}  // namespace leaklint
