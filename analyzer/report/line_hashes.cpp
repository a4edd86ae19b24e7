#include "report/line_hashes.h"

#include <array>
#include <cstdio>
#include <unordered_map>

#include "base/display_width.h"

namespace leaklint {
namespace {

constexpr size_t window_length = 100;
constexpr uint64_t base = 37;
constexpr uint16_t end_of_file = 0xFFFF;
constexpr uint16_t byte_order_mark = 0xFEFF;
constexpr uint16_t line_feed = '\n';

constexpr uint64_t base_to_the_window_length() {
  uint64_t power = 1;
  for (size_t count = 0; count < window_length; ++count) power *= base;
  return power;
}

/// Fed with the UTF-16 units of a file, keeps the hash of the last 100 that count. Blanks do not count, and
/// every line ending counts as one line feed. A line's hash is known once 100 units from its start on have
/// come.
class LineHasher {
 public:
  LineHasher(std::span<const uint32_t> lines, std::vector<std::string>& hashes)
      : lines_(lines), hashes_(hashes) {}

  void take(uint16_t unit) {
    const bool ends_crlf = was_carriage_return_ && unit == line_feed;
    was_carriage_return_ = unit == '\r';
    if (unit == ' ' || unit == '\t' || ends_crlf) return;
    push(unit == '\r' ? line_feed : unit, true);
  }

  void finish() {
    push(end_of_file, true);
    for (size_t count = 0; count < window_length; ++count) push(0, false);
  }

 private:
  void push(uint16_t unit, bool is_text) {
    if (starts_line_[at_]) emit();
    starts_line_[at_] = is_text && is_line_start_;
    if (is_text) is_line_start_ = unit == line_feed;
    hash_ = hash_ * base + unit - window_[at_] * base_to_the_window_length();
    window_[at_] = unit;
    at_ = (at_ + 1) % window_length;
  }

  void emit() {
    const uint32_t occurrence = ++seen_[hash_];
    ++line_;
    for (; next_ < lines_.size() && lines_[next_] == line_; ++next_) {
      std::array<char, 32> text{};
      std::snprintf(text.data(), text.size(), "%llx:%u", static_cast<unsigned long long>(hash_), occurrence);
      hashes_[next_] = text.data();
    }
  }

  std::span<const uint32_t> lines_;
  std::vector<std::string>& hashes_;
  size_t next_ = 0;    // the first of lines_ whose hash is not known yet
  uint32_t line_ = 0;  // the last line whose hash is known
  bool is_line_start_ = true;
  bool was_carriage_return_ = false;
  uint64_t hash_ = 0;
  size_t at_ = 0;
  std::array<uint16_t, window_length> window_{};
  std::array<bool, window_length> starts_line_{};  // for each unit in the window
  std::unordered_map<uint64_t, uint32_t> seen_;
};

}  // namespace

std::vector<std::string> line_hashes(const SourceText& source, std::span<const uint32_t> lines) {
  std::vector<std::string> hashes(lines.size());
  if (lines.empty() || source.decoded().encoding != Encoding::utf8) return hashes;
  LineHasher hasher(lines, hashes);
  if (source.decoded().had_byte_order_mark) hasher.take(byte_order_mark);
  std::string_view rest = source.text();
  while (!rest.empty()) {
    const char32_t character = take_character(rest);
    if (character > 0xFFFF) {
      hasher.take(static_cast<uint16_t>(0xD800 + ((character - 0x10000) >> 10)));
      hasher.take(static_cast<uint16_t>(0xDC00 + ((character - 0x10000) & 0x3FF)));
    } else {
      hasher.take(static_cast<uint16_t>(character));
    }
  }
  hasher.finish();
  return hashes;
}

}  // namespace leaklint
