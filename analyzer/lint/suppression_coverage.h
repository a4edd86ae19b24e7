#pragma once

#include "base/source_text.h"
#include "lint/span_list.h"
#include "syntax/tree.h"

namespace leaklint {

/// What `leaklint-disable-next-line` in this comment covers. Further comments and blank lines may stand
/// between.
SpanList next_line_coverage(const SourceText& source, const Tree& tree, NodeId comment);

/// What `leaklint-disable-line` in this comment covers.
SpanList same_line_coverage(const SourceText& source, const Tree& tree, NodeId comment);

}  // namespace leaklint
