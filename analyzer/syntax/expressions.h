#pragma once

#include "syntax/tree.h"

namespace leaklint {

/// Questions about the shape of expressions and functions that many readers of a tree ask. An answer that
/// does not exist is the absent node.

/// The first child that is not a comment.
NodeId first_real_child(const Tree& tree, NodeId node);

/// The expression inside all parentheses around it: `x` of `((x))`.
NodeId without_parentheses(const Tree& tree, NodeId expression);

/// The expression inside parentheses and what only types see: `x` of `(x as T)!`.
NodeId without_types(const Tree& tree, NodeId expression);

/// The way back: the outermost node that is this expression in parentheses or with types around it.
NodeId with_parentheses_and_types(const Tree& tree, NodeId expression);

/// The argument at an index, if no spread comes before it.
NodeId argument(const Tree& tree, NodeId call, uint32_t index);
uint32_t argument_count(const Tree& tree, NodeId call);

/// Functions, arrows and methods that are defined here; signatures and overloads are not.
bool is_function_with_body(Kind kind);
bool is_async_function(const Tree& tree, NodeId function);
bool is_generator(const Tree& tree, NodeId function);

/// What a function declares at an index: an identifier or a pattern, without its type.
NodeId parameter_at(const Tree& tree, NodeId function, uint32_t index);

/// The innermost function that the node is in, itself excluded, or none at top level, in class fields and in
/// static blocks. A parameter's default and a computed name count as inside.
NodeId enclosing_function(const Tree& tree, NodeId node);

bool is_loop(Kind kind);

}  // namespace leaklint
