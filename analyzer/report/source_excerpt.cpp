#include "report/source_excerpt.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/display_width.h"

namespace leaklint {
namespace {

constexpr uint32_t tab_width = 4;
constexpr std::string_view ellipsis = "…";

struct Glyph {
  std::string text;
  uint32_t column;  // from the start of the glyphs
  uint32_t width;
  bool is_marked;
};

/// The part of a line near the span, and whether text is missing before or after it.
struct Neighbourhood {
  std::string_view text;
  uint32_t mark_begin, mark_end;  // bytes in text
  bool is_cut_before, is_cut_after;
};

bool is_continuation(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

Neighbourhood neighbourhood_of(std::string_view line, uint32_t mark_begin, uint32_t mark_end,
                               uint32_t width) {
  const size_t reach =
      size_t{width} * 8;  // bytes: four a character, and as much again for marks without width
  size_t first = mark_begin > reach ? mark_begin - reach : 0;
  size_t last = std::min(line.size(), mark_begin + reach);
  while (first > 0 && is_continuation(line[first])) --first;
  while (last < line.size() && is_continuation(line[last])) ++last;
  const auto shift = static_cast<uint32_t>(first);
  return {line.substr(first, last - first), mark_begin - shift,
          static_cast<uint32_t>(std::min<size_t>(mark_end, last)) - shift, first > 0, last < line.size()};
}

std::vector<Glyph> glyphs_of(const Neighbourhood& near) {
  std::vector<Glyph> glyphs;
  uint32_t column = 0;
  std::string_view rest = near.text;
  while (!rest.empty()) {
    const auto at = static_cast<uint32_t>(near.text.size() - rest.size());
    const std::string_view before = rest;
    const char32_t character = take_character(rest);
    const bool is_tab = character == '\t';
    const uint32_t width = is_tab ? tab_width - column % tab_width : display_width(character);
    Glyph glyph{is_tab ? std::string(width, ' ') : std::string(), column, width,
                at >= near.mark_begin && at < near.mark_end};
    if (!is_tab) append_visible(glyph.text, before.substr(0, before.size() - rest.size()), character);
    glyphs.push_back(std::move(glyph));
    column += width;
  }
  return glyphs;
}

uint32_t end_column(const std::vector<Glyph>& glyphs) {
  return glyphs.empty() ? 0 : glyphs.back().column + glyphs.back().width;
}

/// The first glyph to show of a line that is too wide: the line's own start if the span is seen from there,
/// else one that leaves a third of the width before the span, and more where the line ends soon after it.
size_t first_shown(const std::vector<Glyph>& glyphs, const Neighbourhood& near, uint32_t width) {
  const auto marked =
      std::find_if(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) { return glyph.is_marked; });
  const uint32_t mark_column = marked == glyphs.end() ? end_column(glyphs) : marked->column;
  if (!near.is_cut_before && mark_column + width / 3 < width) return 0;
  uint32_t from = mark_column - std::min(mark_column, width / 3);
  if (!near.is_cut_after) {
    const uint32_t end = end_column(glyphs);
    from = std::min(from, end - std::min(end, width - 2));
  }
  const auto found =
      std::find_if(glyphs.begin(), glyphs.end(), [from](const Glyph& glyph) { return glyph.column >= from; });
  return static_cast<size_t>(found - glyphs.begin());
}

}  // namespace

SourceExcerpt excerpt_at(const SourceText& source, Span span, uint32_t width) {
  SourceExcerpt excerpt;
  excerpt.line_number = source.position(span.begin).line;
  const std::string_view line = source.line_text(excerpt.line_number);
  const uint32_t start = source.line_start(excerpt.line_number);
  const auto length = static_cast<uint32_t>(line.size());
  const uint32_t mark_begin = std::min(span.begin - start, length);
  const uint32_t mark_end = std::clamp(span.end - start, std::min(mark_begin + 1, length), length);

  const Neighbourhood near = neighbourhood_of(line, mark_begin, mark_end, width);
  const std::vector<Glyph> glyphs = glyphs_of(near);
  const bool fits = !near.is_cut_before && !near.is_cut_after && end_column(glyphs) <= width;
  size_t index = fits ? 0 : first_shown(glyphs, near, width);
  uint32_t used = 0;
  if (index > 0 || near.is_cut_before) {
    excerpt.line = ellipsis;
    excerpt.marks = " ";
    used = 1;
  }
  for (; index < glyphs.size(); ++index) {
    const Glyph& glyph = glyphs[index];
    if (!fits && used + glyph.width > width - 1) break;
    excerpt.line += glyph.text;
    excerpt.marks.append(glyph.width, glyph.is_marked ? '^' : ' ');
    used += glyph.width;
  }
  if (index < glyphs.size() || near.is_cut_after) excerpt.line += ellipsis;
  if (mark_begin == length) excerpt.marks += '^';  // a span at the end of its line still gets a caret
  excerpt.marks.erase(excerpt.marks.find_last_not_of(' ') + 1);
  return excerpt;
}

}  // namespace leaklint
