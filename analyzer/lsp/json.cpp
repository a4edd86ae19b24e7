#include "lsp/json.h"

namespace leaklint {
namespace {

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The number of an escape `\uXXXX` at `at`, or 0.
unsigned escaped_unit(std::string_view text, size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return 0;
  unsigned unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    if (!is_hex(c)) return 0;
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    unit = unit * 16 + static_cast<unsigned>(digit);
  }
  return unit;
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

/// Mends the escape at `at`, inside a string, and returns where the text goes on behind it.
size_t pass_escape(std::string& text, size_t at) {
  const unsigned unit = escaped_unit(text, at);
  if (is_high(unit) && is_low(escaped_unit(text, at + 6))) return at + 12;
  if (is_high(unit) || is_low(unit)) text.replace(at + 2, 4, "FFFD");
  return at + 2;
}

/// How deep the text nests, whatever it is; mends the escapes on the way.
size_t deepest_nesting(std::string& text) {
  size_t depth = 0;
  size_t deepest = 0;
  bool is_in_string = false;
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_in_string && c == '\\') {
      at = pass_escape(text, at);
      continue;
    }
    if (c == '"') is_in_string = !is_in_string;
    if (!is_in_string && (c == '[' || c == '{')) deepest = std::max(deepest, ++depth);
    if (!is_in_string && (c == ']' || c == '}') && depth > 0) --depth;
    ++at;
  }
  return deepest;
}

}  // namespace

Result<Json> parse_message(std::string text) {
  if (deepest_nesting(text) > deepest_message) return Error{"the message nests too deeply"};
  try {
    return Json::parse(text);
  } catch (const Json::exception& error) {
    return Error{error.what()};
  }
}

std::string to_text(const Json& message) {
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& member(const Json& value, std::string_view key) {
  static const Json null;
  if (!value.is_object()) return null;
  const auto found = value.find(std::string(key));
  return found == value.end() ? null : *found;
}

const Json& member(const Json& value, std::string_view key, std::string_view inner) {
  return member(member(value, key), inner);
}

bool is_true(const Json& value) {
  return value.is_boolean() && value.get<bool>();
}

std::string text_or(const Json& value, std::string fallback) {
  return value.is_string() ? value.get<std::string>() : std::move(fallback);
}

}  // namespace leaklint
