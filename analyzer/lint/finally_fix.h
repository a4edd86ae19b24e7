#pragma once

#include <optional>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// Puts what comes between the declaration of a resource and the statement that gives it back into `try`, and
/// that statement into `finally`. Where a later statement needs what is declared in between, all of the block
/// goes into `try`. Nothing where the two do not stand in one list of statements, or the statement that gives
/// back needs what is declared in between.
std::optional<std::vector<TextEdit>> close_in_finally(const FileContext& context, Span acquire, Span release);

}  // namespace leaklint
