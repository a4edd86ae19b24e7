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
  return long_bytes > 0 && 4 * long_bytes >= 3 * bytes && 10 * blanks < long_bytes &&
         50 * punctuation >= long_bytes;
}

}  // namespace leaklint
