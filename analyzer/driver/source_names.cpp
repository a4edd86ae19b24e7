#include "driver/source_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "syntax/parse.h"

namespace leaklint {
namespace {

constexpr std::array<std::string_view, 3> declaration_endings = {".d.ts", ".d.mts", ".d.cts"};

bool is_code_punctuation(char byte) {
  return byte == ';' || byte == '(' || byte == ')' || byte == '{' || byte == '}' || byte == '=';
}

bool is_name_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         byte == '_' || byte == '$';
}

size_t end_of_name(std::string_view text, size_t at) {
  while (at < text.size() && is_name_byte(text[at])) ++at;
  return at;
}

}  // namespace

bool is_source_name(std::string_view name) {
  return language_of(name).has_value();
}

bool is_declaration_name(std::string_view name) {
  return std::any_of(declaration_endings.begin(), declaration_endings.end(),
                     [name](std::string_view ending) { return name.ends_with(ending); });
}

bool is_minified_name(std::string_view name) {
  std::string_view stem = name.substr(0, name.rfind('.'));
  return is_source_name(name) && stem.ends_with(".min");
}

namespace {

/// Whether nearly all names that are declared are a few letters: no person writes `function a`, `var b`,
/// `class c` by the dozen. Bundles that keep their line breaks are known by it.
bool has_mangled_names(std::string_view text) {
  constexpr size_t enough = 60, reach = 256 * 1024, short_name = 3;
  size_t declared = 0, is_short = 0;
  text = text.substr(0, reach);
  for (size_t at = 0; at < text.size();) {
    if (!is_name_byte(text[at])) {
      ++at;
      continue;
    }
    const size_t end = end_of_name(text, at);
    const std::string_view word = text.substr(at, end - at);
    at = end;
    if (word != "var" && word != "let" && word != "const" && word != "function" && word != "class") continue;
    if (at >= text.size() || text[at] != ' ' || at + 1 >= text.size() || !is_name_byte(text[at + 1]))
      continue;
    const size_t name_end = end_of_name(text, at + 1);
    ++declared;
    is_short += name_end - at - 1 <= short_name ? 1 : 0;
    at = name_end;
  }
  return declared >= enough && 10 * is_short >= 9 * declared;
}

}  // namespace

bool looks_minified(std::string_view text) {
  constexpr size_t long_line = 500;
  size_t bytes = 0;
  size_t long_bytes = 0;
  size_t blanks = 0;
  size_t punctuation = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("//")) continue;
    bytes += line.size();
    if (line.size() <= long_line) continue;
    long_bytes += line.size();
    for (char byte : line) {
      blanks += byte == ' ' || byte == '\t' ? 1 : 0;
      punctuation += is_code_punctuation(byte) ? 1 : 0;
    }
  }
  const bool has_long_lines = long_bytes > 0 && 4 * long_bytes >= 3 * bytes && 10 * blanks < long_bytes &&
                              50 * punctuation >= long_bytes;
  return has_long_lines || has_mangled_names(text);
}

}  // namespace leaklint
