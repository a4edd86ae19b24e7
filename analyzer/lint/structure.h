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

/// The names of the functions and classes around a node, outermost first, joined with dots: "Server.listen".
/// Nameless functions that are not stored under a name are left out; "" at the top level.
std::string enclosing_function_name(const Tree& tree, NodeId node);

}  // namespace leaklint
