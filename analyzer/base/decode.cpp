#include "base/decode.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace leaklint {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view little_endian_mark = "\xFF\xFE";
constexpr std::string_view big_endian_mark = "\xFE\xFF";

uint8_t byte_at(std::string_view text, size_t at) {
  return static_cast<uint8_t>(text[at]);
}

// Eight bytes at a time: source is nearly all ASCII, so this loop is where decoding spends its time.
size_t skip_ascii(std::string_view text, size_t at) {
  constexpr uint64_t high_bits = 0x8080808080808080;
  while (at + sizeof(uint64_t) <= text.size()) {
    uint64_t word;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & high_bits) != 0) break;
    at += sizeof word;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

struct Sequence {
  size_t length;  // of the character, or of the maximal subpart that has to be replaced
  bool valid;
};

// How a lead byte goes on (Unicode, table 3-7): the number of continuation bytes, and the range of the first
// of them, which is where overlong forms, surrogates and values past U+10FFFF show themselves.
struct Lead {
  uint8_t continuations;
  uint8_t first_low;
  uint8_t first_high;
};

Lead lead_of(uint8_t byte) {
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte < 0xF0) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte < 0xF4) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

// The sequence that starts with the byte above 0x7F at `at`.
Sequence sequence_at(std::string_view text, size_t at) {
  Lead lead = lead_of(byte_at(text, at));
  if (lead.continuations == 0) return {1, false};
  for (size_t index = 1; index <= lead.continuations; ++index) {
    if (at + index >= text.size()) return {index, false};
    uint8_t low = index == 1 ? lead.first_low : 0x80;
    uint8_t high = index == 1 ? lead.first_high : 0xBF;
    uint8_t byte = byte_at(text, at + index);
    if (byte < low || byte > high) return {index, false};
  }
  return {size_t{1} + lead.continuations, true};
}

DecodedText replace_ill_formed(std::string_view bytes, size_t valid_prefix) {
  DecodedText decoded;
  decoded.text.reserve(bytes.size() + 16);
  size_t copied = 0;
  size_t at = valid_prefix;
  while (at < bytes.size()) {
    Sequence sequence = sequence_at(bytes, at);
    if (!sequence.valid) {
      decoded.text.append(bytes, copied, at - copied).append(replacement_character);
      ++decoded.replacements;
      copied = at + sequence.length;
    }
    at = skip_ascii(bytes, at + sequence.length);
  }
  decoded.text.append(bytes, copied);
  return decoded;
}

void append_utf8(std::string& text, uint32_t code_point) {
  auto put = [&text](uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  auto put_continuation = [&put](uint32_t bits) { put(0x80 | (bits & 0x3F)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    return put_continuation(code_point);
  }
  if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put_continuation(code_point >> 6);
    return put_continuation(code_point);
  }
  put(0xF0 | (code_point >> 18));
  put_continuation(code_point >> 12);
  put_continuation(code_point >> 6);
  put_continuation(code_point);
}

bool is_high_surrogate(uint32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(uint32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

uint32_t unit_at(std::string_view bytes, size_t unit, Encoding encoding) {
  uint32_t first = byte_at(bytes, 2 * unit);
  uint32_t second = byte_at(bytes, 2 * unit + 1);
  return encoding == Encoding::utf16_little_endian ? first | second << 8 : first << 8 | second;
}

DecodedText decode_utf16(std::string_view bytes, Encoding encoding) {
  DecodedText decoded;
  decoded.encoding = encoding;
  decoded.text.reserve(bytes.size() / 2 + 16);
  auto replace = [&decoded] {
    decoded.text.append(replacement_character);
    ++decoded.replacements;
  };
  size_t units = bytes.size() / 2;
  for (size_t index = 0; index < units; ++index) {
    uint32_t unit = unit_at(bytes, index, encoding);
    if (!is_high_surrogate(unit) && !is_low_surrogate(unit)) {
      append_utf8(decoded.text, unit);
      continue;
    }
    uint32_t next = index + 1 < units ? unit_at(bytes, index + 1, encoding) : 0;
    if (!is_high_surrogate(unit) || !is_low_surrogate(next)) {
      replace();
      continue;
    }
    append_utf8(decoded.text, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
    ++index;
  }
  if (bytes.size() % 2 != 0) replace();
  return decoded;
}

Encoding guess_encoding(std::string_view bytes) {
  constexpr size_t most_pairs = 1024;
  size_t pairs = std::min(bytes.size() / 2, most_pairs);
  size_t little_endian = 0;
  size_t big_endian = 0;
  auto is_ascii_byte = [](uint8_t byte) { return byte != 0 && byte < 0x80; };
  for (size_t pair = 0; pair < pairs; ++pair) {
    uint8_t first = byte_at(bytes, 2 * pair);
    uint8_t second = byte_at(bytes, 2 * pair + 1);
    if (second == 0 && is_ascii_byte(first)) ++little_endian;
    if (first == 0 && is_ascii_byte(second)) ++big_endian;
  }
  auto is_obvious = [pairs](size_t for_it, size_t against_it) {
    return for_it > 0 && 2 * for_it >= pairs && for_it >= 4 * against_it;
  };
  if (is_obvious(little_endian, big_endian)) return Encoding::utf16_little_endian;
  if (is_obvious(big_endian, little_endian)) return Encoding::utf16_big_endian;
  return Encoding::utf8;
}

}  // namespace

bool is_ascii(std::string_view text) {
  return skip_ascii(text, 0) == text.size();
}

size_t valid_utf8_prefix(std::string_view text) {
  size_t at = skip_ascii(text, 0);
  while (at < text.size()) {
    Sequence sequence = sequence_at(text, at);
    if (!sequence.valid) return at;
    at += sequence.length;
    // Text in other scripts comes in runs: look for the fast loop only where one can begin.
    if (at < text.size() && byte_at(text, at) < 0x80) at = skip_ascii(text, at);
  }
  return at;
}

DecodedText decode_source(std::string bytes) {
  std::string_view view = bytes;
  auto decode_marked_utf16 = [view](Encoding encoding) {
    DecodedText decoded = decode_utf16(view.substr(2), encoding);
    decoded.had_byte_order_mark = true;
    return decoded;
  };
  if (view.starts_with(little_endian_mark)) return decode_marked_utf16(Encoding::utf16_little_endian);
  if (view.starts_with(big_endian_mark)) return decode_marked_utf16(Encoding::utf16_big_endian);

  bool had_mark = view.starts_with(utf8_mark);
  if (!had_mark) {
    Encoding guess = guess_encoding(view);
    if (guess != Encoding::utf8) return decode_utf16(view, guess);
  } else {
    bytes.erase(0, utf8_mark.size());
  }

  size_t valid_prefix = valid_utf8_prefix(bytes);
  DecodedText decoded;
  if (valid_prefix == bytes.size()) {
    decoded.text = std::move(bytes);
  } else {
    decoded = replace_ill_formed(bytes, valid_prefix);
  }
  decoded.had_byte_order_mark = had_mark;
  return decoded;
}

}  // namespace leaklint
