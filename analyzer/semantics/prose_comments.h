#pragma once

#include <vector>

#include "base/span.h"
#include "syntax/tree.h"

namespace leaklint {

/// The comments in which somebody explains something, in order. Left out are directives of tools without a
/// reason (`eslint-disable-line`), code that was taken out, and notes to do it right later.
std::vector<Span> prose_comments(const Tree& tree);

/// Whether the file is what a compiler made without comments: it names its source map and explains nothing,
/// or has the helpers of a bundler that drops the comments in empty blocks.
bool has_lost_comments(const Tree& tree, const std::vector<Span>& prose);

}  // namespace leaklint
