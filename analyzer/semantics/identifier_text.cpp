#include "semantics/identifier_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace leaklint {
namespace {

void append_utf8(std::string& text, uint32_t code) {
  const auto byte = [&](uint32_t value) { text += static_cast<char>(value); };
  if (code < 0x80) return byte(code);
  if (code < 0x800) {
    byte(0xC0 | code >> 6);
    return byte(0x80 | (code & 0x3F));
  }
  if (code < 0x10000) {
    byte(0xE0 | code >> 12);
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
  }
  byte(0x80 | (code >> 6 & 0x3F));
  byte(0x80 | (code & 0x3F));
}

}  // namespace

std::string without_escapes(std::string_view identifier) {
  std::string text;
  for (size_t at = 0; at < identifier.size();) {
    const std::string_view rest = identifier.substr(at);
    const bool is_braced = rest.starts_with("\\u{");
    const size_t digits = is_braced ? 3 : 2;
    const size_t end = is_braced ? rest.find('}') : 6;
    uint32_t code = 0;
    const char* last = rest.data() + std::min(end, rest.size());
    const bool is_escape = rest.starts_with("\\u") && end <= rest.size() && digits < end &&
                           std::from_chars(rest.data() + digits, last, code, 16).ptr == last &&
                           code < 0x110000;
    if (!is_escape) {
      text += identifier[at++];
      continue;
    }
    append_utf8(text, code);
    at += is_braced ? end + 1 : end;
  }
  return text;
}

}  // namespace leaklint
