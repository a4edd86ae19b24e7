#include "report/html_text.h"

#include <algorithm>

#include "base/display_width.h"

namespace leaklint {
namespace {

constexpr size_t longest_line = 400;
constexpr size_t nearby = 160;

bool is_continuation(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

/// The nearest start of a character at or before `at`.
size_t character_start(std::string_view text, size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

}  // namespace

std::string_view markup_escape(char32_t character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

std::string html_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t character = take_character(text);
    if (const std::string_view escape = markup_escape(character); !escape.empty()) {
      out += escape;
    } else if (character == '\t' || character == '\n') {
      out += static_cast<char>(character);
    } else {
      append_visible(out, before.substr(0, before.size() - text.size()), character);
    }
  }
  return out;
}

std::string html_line(const SourceText& source, uint32_t line, Span span) {
  const std::string_view text = source.line_text(line);
  const uint32_t start = source.line_start(line);
  const size_t begin = std::min<size_t>(span.begin > start ? span.begin - start : 0, text.size());
  const size_t end = std::clamp<size_t>(span.end > start ? span.end - start : 0, begin, text.size());
  size_t first = 0, last = text.size();
  if (text.size() > longest_line) {
    first = character_start(text, begin - std::min(begin, nearby));
    last = character_start(text, std::min(text.size(), std::max(begin + nearby, first + longest_line)));
  }
  const size_t mark_end = std::min(end, last);
  std::string out = first > 0 ? "…" : "";
  out += html_text(text.substr(first, begin - first));
  if (mark_end > begin) out += "<mark>" + html_text(text.substr(begin, mark_end - begin)) + "</mark>";
  out += html_text(text.substr(mark_end, last - mark_end));
  return last < text.size() ? out + "…" : out;
}

}  // namespace leaklint
