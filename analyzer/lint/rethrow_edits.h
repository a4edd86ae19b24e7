#pragma once

#include <optional>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// Lets a failure go on to whoever waits: the catch clause, or the call of `catch` or `then` on a promise,
/// that takes up `span` does what it did and throws what it caught. A handler that did nothing is taken away.
/// None where nobody could take what is thrown, or where the caught value has no name of its own.
std::optional<std::vector<TextEdit>> rethrow_edits(const FileContext& context, Span span);

}  // namespace leaklint
