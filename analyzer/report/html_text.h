#pragma once

#include <string>
#include <string_view>

#include "base/source_text.h"
#include "base/span.h"

namespace leaklint {

/// How HTML and XML write a character that would be markup: "&amp;" for '&'. Empty for any other.
std::string_view markup_escape(char32_t character);

/// A text as the content or the quoted attribute of an element. What could disguise code, such as
/// bidirectional controls, is made visible; tabs and line feeds stay.
std::string html_text(std::string_view text);

/// One line of source, with the part of a span that lies on it between <mark> and </mark>. Of a very long
/// line only the surroundings of the span are shown.
std::string html_line(const SourceText& source, uint32_t line, Span span);

}  // namespace leaklint
