#pragma once

#include <vector>

#include "base/span.h"

namespace leaklint {

/// Spans in order that neither touch nor overlap.
using SpanList = std::vector<Span>;

/// Puts spans in order and joins those that touch or overlap; empty ones vanish.
SpanList joined(std::vector<Span> spans);

/// Whether an offset lies in one of the spans. Logarithmic.
bool covers(const SpanList& spans, uint32_t offset);

/// Whether two lists share an offset.
bool overlaps(const SpanList& left, const SpanList& right);

}  // namespace leaklint
