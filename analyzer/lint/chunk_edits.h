#pragma once

#include <optional>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// Lets a statement that starts work for every element of a list at once start it for ten at a time:
/// `await Promise.all(list.map(f))`, as a statement, as a variable's value or returned, becomes a loop over
/// pieces of the list. `list` is the mapped list; `promises` what is awaited, `Promise.all(…)`, or the call
/// of `map` itself, which is then awaited too. None where `await` may not stand, where the list's text may do
/// something each time it is evaluated, or where the statement has another form.
std::optional<std::vector<TextEdit>> chunk_edits(const FileContext& context, NodeId promises, NodeId list);

}  // namespace leaklint
