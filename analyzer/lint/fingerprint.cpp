#include "lint/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <xxhash.h>

namespace leaklint {
namespace {

// In a line of megabytes, as minifiers write, only the text near the finding says anything about it.
constexpr size_t longest_line = 400;
constexpr size_t nearby = 100;

std::string_view telling_text(const SourceText& source, Span span) {
  const uint32_t line = source.position(span.begin).line;
  const std::string_view text = source.line_text(line);
  if (text.size() <= longest_line) return text;
  const size_t at = std::min<size_t>(span.begin - source.line_start(line), text.size());
  const size_t first = at - std::min(at, nearby);
  return text.substr(first, 2 * nearby);
}

}  // namespace

std::string Fingerprint::text() const {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%016llx:%u", static_cast<unsigned long long>(content), occurrence);
  return text.data();
}

uint64_t content_fingerprint(std::string_view rule, std::string_view enclosing_function,
                             std::string_view line) {
  std::string content(rule);
  content += '\0';
  content += enclosing_function;
  content += '\0';
  for (char byte : line)
    if (byte != ' ' && byte != '\t') content += byte;
  return XXH3_64bits(content.data(), content.size());
}

Fingerprint Fingerprinter::next(const Finding& finding) {
  if (finding.place.file != file_) seen_.clear();
  file_ = finding.place.file;
  const uint64_t content = content_fingerprint(rules_[finding.rule].id, finding.enclosing_function,
                                               telling_text(source_(file_), finding.place.span));
  return {content, ++seen_[content]};
}

}  // namespace leaklint
