#pragma once

#include "base/span.h"
#include "semantics/facts.h"

namespace leaklint {

/// Whether somebody wrote why: a comment in prose inside the span, behind it on its last line, or on the line
/// above it.
bool is_explained(const FileFacts& facts, Span span);

}  // namespace leaklint
