#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace leaklint {

enum class Encoding : uint8_t { utf8, utf16_little_endian, utf16_big_endian };

// A source file's text as UTF-8 that is valid throughout, and what had to be done to get there.
struct DecodedText {
  std::string text;  // without the byte order mark; line endings as they were
  Encoding encoding = Encoding::utf8;
  bool had_byte_order_mark = false;
  uint32_t replacements = 0;  // how many ill-formed sequences became U+FFFD

  // Do offsets into `text` (after a byte order mark, if there was one) point at the same bytes of the file?
  // Only then may an edit be written back.
  bool has_the_bytes_of_the_file() const { return encoding == Encoding::utf8 && replacements == 0; }
};

// Bytes of a file -> text. Never fails: what cannot be read as text becomes U+FFFD.
//
// A byte order mark decides the encoding. Without one, the text is UTF-8 unless it is obviously UTF-16: of
// the first 1,024 pairs of bytes, at least half are a zero byte beside an ASCII byte on the same side, and
// such pairs are at least four times as many as those with the zero on the other side. (UTF-8 source has no
// zero bytes; UTF-16 source is mostly ASCII; the factor leaves room for U+4E00 and its like, whose low byte
// is zero.)
//
// Ill-formed UTF-8 is replaced by maximal subparts, as browsers, Node and editors do, so that columns agree
// with theirs. A surrogate that lacks its partner, and an odd last byte, become one U+FFFD each.
DecodedText decode_source(std::string bytes);

// The length of the longest prefix that is well-formed UTF-8.
size_t valid_utf8_prefix(std::string_view text);

// Has the text no byte above 0x7F?
bool is_ascii(std::string_view text);

}  // namespace leaklint
