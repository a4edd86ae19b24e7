#pragma once

#include <cstdint>
#include <string_view>

#include "base/source_text.h"
#include "base/span.h"
#include "lsp/json.h"

namespace leaklint {

/// What a position's `character` counts; agreed on when the client starts the server.
enum class PositionEncoding : uint8_t { utf8, utf16, utf32 };

std::string_view encoding_word(PositionEncoding encoding);

/// The first of the client's encodings that is known; UTF-16, which every client speaks, if it names none.
PositionEncoding choose_encoding(const Json& offered);

/// Lines and characters count from 0.
struct Position {
  uint32_t line = 0;
  uint32_t character = 0;
};

/// Throws Json::exception where `value` is no position.
Position position_from(const Json& value);

Json position_json(const SourceText& source, uint32_t offset, PositionEncoding encoding);
Json range_json(const SourceText& source, Span span, PositionEncoding encoding);

/// As lenient as the protocol asks: a character past the end of its line is the line's end, a line past the
/// last the text's, one inside a character is its start.
uint32_t offset_at(std::string_view text, Position position, PositionEncoding encoding);

}  // namespace leaklint
