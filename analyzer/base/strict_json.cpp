#include "base/strict_json.h"

#include <algorithm>

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
  size_t comma = std::string::npos;  // of a comma with nothing but blanks and comments after it
  for (size_t at = 0; at < text.size();) {
    if (const size_t end = end_of_comment(text, at); end > at) {
      for (; at < end; ++at) {
        if (text[at] != '\n') strict[at] = ' ';
      }
      continue;
    }
    const char character = text[at];
    if ((character == '}' || character == ']') && comma != std::string::npos) strict[comma] = ' ';
    if (character == ',') {
      comma = at;
    } else if (!is_blank(character)) {
      comma = std::string::npos;
    }
    at = character == '"' ? end_of_string(text, at) : at + 1;
  }
  return strict;
}

}  // namespace leaklint
