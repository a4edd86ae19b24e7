#pragma once

#include <optional>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// Edits that let code wait for a promise. All of them change when things happen, so a fix made of them is a
/// suggestion.

/// Whether `await` may be written where a node stands: in the body of an async function, or at the top of a
/// module.
bool can_await_at(const FileContext& context, NodeId node);

/// The statement whose whole value an expression is, or none.
NodeId statement_of(const Tree& tree, NodeId expression);

/// Writes `await` before an expression, with parentheses where they are needed. None where it may not stand.
std::optional<std::vector<TextEdit>> await_edits(const FileContext& context, NodeId promise);

/// `await Promise.all(list)` around a list of promises. None where `await` may not stand.
std::optional<std::vector<TextEdit>> await_all_edits(const FileContext& context, NodeId list);

}  // namespace leaklint
