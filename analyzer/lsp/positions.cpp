#include "lsp/positions.h"

#include <array>

namespace leaklint {
namespace {

constexpr std::array<std::string_view, 3> words = {"utf-8", "utf-16", "utf-32"};

bool continues(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

/// How many units a character takes whose first byte this is.
uint32_t units_of(char byte, PositionEncoding encoding) {
  return encoding == PositionEncoding::utf16 && static_cast<uint8_t>(byte) >= 0xF0 ? 2 : 1;
}

/// The offset where a line begins, or the text's end.
size_t start_of_line(std::string_view text, uint32_t line) {
  size_t at = 0;
  for (; line > 0; --line) {
    at = text.find_first_of("\r\n", at);
    if (at == std::string_view::npos) return text.size();
    at += text.substr(at, 2) == "\r\n" ? 2 : 1;
  }
  return at;
}

uint32_t characters_in(std::string_view text) {
  uint32_t count = 0;
  for (const char byte : text) count += continues(byte) ? 0 : 1;
  return count;
}

}  // namespace

std::string_view encoding_word(PositionEncoding encoding) {
  return words[static_cast<size_t>(encoding)];
}

PositionEncoding choose_encoding(const Json& offered) {
  if (offered.is_array()) {
    for (const Json& one : offered) {
      for (size_t known = 0; known < words.size(); ++known) {
        if (one == words[known]) return static_cast<PositionEncoding>(known);
      }
    }
  }
  return PositionEncoding::utf16;
}

Position position_from(const Json& value) {
  return {value.at("line").get<uint32_t>(), value.at("character").get<uint32_t>()};
}

Json position_json(const SourceText& source, uint32_t offset, PositionEncoding encoding) {
  const LineColumn at = source.position(offset);
  uint32_t character = at.column - 1;
  if (encoding == PositionEncoding::utf8) character = at.byte_column - 1;
  if (encoding == PositionEncoding::utf32)
    character = characters_in(source.text().substr(source.line_start(at.line), at.byte_column - 1));
  return {{"line", at.line - 1}, {"character", character}};
}

Json range_json(const SourceText& source, Span span, PositionEncoding encoding) {
  return {{"start", position_json(source, span.begin, encoding)},
          {"end", position_json(source, span.end, encoding)}};
}

uint32_t offset_at(std::string_view text, Position position, PositionEncoding encoding) {
  size_t at = start_of_line(text, position.line);
  const size_t end = std::min(text.find_first_of("\r\n", at), text.size());
  uint32_t left = position.character;
  while (at < end) {
    size_t next = at + 1;
    while (next < end && continues(text[next])) ++next;
    const auto units =
        encoding == PositionEncoding::utf8 ? static_cast<uint32_t>(next - at) : units_of(text[at], encoding);
    if (left < units) break;
    left -= units;
    at = next;
  }
  return static_cast<uint32_t>(at);
}

}  // namespace leaklint
