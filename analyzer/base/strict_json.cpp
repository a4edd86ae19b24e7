#include "base/strict_json.h"

#include <algorithm>
#include <utility>

namespace leaklint {
namespace {

/// Where a comment that begins at `at` ends; `at` itself when none begins there.
size_t end_of_comment(std::string_view text, size_t at) {
  if (text.substr(at, 2) == "//") return std::min(text.find('\n', at), text.size());
  if (text.substr(at, 2) != "/*") return at;
  const size_t end = text.find("*/", at + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

size_t end_of_string(std::string_view text, size_t at) {
  for (size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '\\') {
      ++end;
    } else if (text[end] == '"') {
      return end + 1;
    }
  }
  return text.size();
}

bool is_blank(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

}  // namespace

std::string strict_json(std::string_view text) {
  std::string strict(text);
  char before = '{';  // the last character that was neither blank nor comment
  size_t trailing_comma = std::string::npos;
  for (size_t at = 0; at < text.size();) {
    if (const size_t end = end_of_comment(text, at); end > at) {
      std::replace_if(
          strict.begin() + at, strict.begin() + end, [](char c) { return c != '\n'; }, ' ');
      at = end;
      continue;
    }
    const char character = text[at];
    const size_t begin = std::exchange(at, character == '"' ? end_of_string(text, at) : at + 1);
    if (is_blank(character)) continue;
    const bool closes = character == '}' || character == ']';
    if (closes && trailing_comma != std::string::npos) strict[trailing_comma] = ' ';
    // "[,]" and "[1,,]" stay the errors that they are.
    const bool follows_value = std::string_view("{[,:").find(before) == std::string_view::npos;
    trailing_comma = character == ',' && follows_value ? begin : std::string::npos;
    before = character;
  }
  return strict;
}

}  // namespace leaklint
