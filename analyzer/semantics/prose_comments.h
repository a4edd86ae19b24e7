#pragma once

#include <vector>

#include "base/span.h"
#include "syntax/tree.h"

namespace leaklint {

/// The comments in which somebody explains something, in order. Left out are directives of tools without a
/// reason (`eslint-disable-line`), code that was taken out, and notes to do it right later.
std::vector<Span> prose_comments(const Tree& tree);

}  // namespace leaklint
