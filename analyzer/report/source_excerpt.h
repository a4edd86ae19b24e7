#pragma once

#include <cstdint>
#include <string>

#include "base/source_text.h"
#include "base/span.h"

namespace leaklint {

/// One line of source as a terminal can show it, and the marks that go below it.
struct SourceExcerpt {
  uint32_t line_number = 1;
  std::string line;   ///< tabs expanded, control characters made visible, no wider than asked for
  std::string marks;  ///< spaces, then ^ below each column of the span
};

/// The line where a span begins. A line wider than `width` is cut around the span, with … where text is
/// missing; the work does not depend on the line's length, for minified files are one line of megabytes.
SourceExcerpt excerpt_at(const SourceText& source, Span span, uint32_t width);

}  // namespace leaklint
