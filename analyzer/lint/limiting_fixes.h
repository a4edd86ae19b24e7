#pragma once

#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// Suggestions for the call of `Promise.all` or one of its like that takes up `span`, so that less of its
/// work runs at the same time: through a limiter that is at hand, one element after the other where nobody
/// wants the results, or some at a time.
std::vector<Fix> limiting_fixes(const FileContext& context, Span span);

}  // namespace leaklint
