#include "base/source_text.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/read_file.h"

namespace leaklint {
namespace {

constexpr uint32_t block = 1024;

bool is_continuation(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

// Valid UTF-8 makes this a sum over bytes: each character's lead byte is one unit, and characters of four
// bytes, whose lead is 0xF0 or more, are a surrogate pair.
uint32_t utf16_units_of(char byte) {
  return (is_continuation(byte) ? 0u : 1u) + (static_cast<uint8_t>(byte) >= 0xF0 ? 1u : 0u);
}

uint32_t utf16_units(std::string_view text) {
  uint32_t units = 0;
  for (char byte : text) units += utf16_units_of(byte);
  return units;
}

std::vector<uint32_t> find_line_starts(std::string_view text) {
  std::vector<uint32_t> starts{0};
  starts.reserve(text.size() / 32 + 2);
  const char* begin = text.data();
  const char* end = begin + text.size();
  auto find = [end](const char* from, char byte) {
    const void* found = from == end ? nullptr : std::memchr(from, byte, static_cast<size_t>(end - from));
    return found == nullptr ? end : static_cast<const char*>(found);
  };
  const char* feed = find(begin, '\n');
  const char* carriage = find(begin, '\r');
  while (feed != end || carriage != end) {
    bool is_pair = feed != end && feed - carriage == 1;
    const char* last = carriage < feed && !is_pair ? carriage : feed;
    starts.push_back(static_cast<uint32_t>(last + 1 - begin));
    if (carriage <= last) carriage = find(last + 1, '\r');
    if (feed <= last) feed = find(last + 1, '\n');
  }
  starts.shrink_to_fit();
  return starts;
}

std::vector<uint32_t> count_units_by_block(std::string_view text) {
  if (is_ascii(text)) return {};
  std::vector<uint32_t> before;
  before.reserve(text.size() / block + 1);
  uint32_t units = 0;
  for (size_t at = 0; at < text.size(); at += block) {
    before.push_back(units);
    units += utf16_units(text.substr(at, block));
  }
  return before;
}

}  // namespace

Result<SourceText> SourceText::from_bytes(std::string display_path, std::string bytes) {
  DecodedText decoded = decode_source(std::move(bytes));
  if (decoded.text.size() > largest_text) return cannot_read(display_path, "larger than 4 GiB as UTF-8");
  return SourceText(std::move(display_path), std::move(decoded));
}

SourceText::SourceText(std::string display_path, DecodedText decoded)
    : path_(std::move(display_path)),
      decoded_(std::move(decoded)),
      line_starts_(find_line_starts(decoded_.text)),
      units_before_block_(count_units_by_block(decoded_.text)) {}

LineColumn SourceText::position(uint32_t offset) const {
  std::string_view all = text();
  offset = std::min(offset, size());
  while (offset < size() && offset > 0 && is_continuation(all[offset])) --offset;
  auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  uint32_t start = *(next - 1);
  uint32_t units = utf16_units_before(offset) - utf16_units_before(start);
  return {static_cast<uint32_t>(next - line_starts_.begin()), units + 1, offset - start + 1};
}

uint32_t SourceText::offset(uint32_t line, uint32_t utf16_column) const {
  if (line == 0) return 0;
  if (line > line_count()) return size();
  uint32_t start = line_start(line);
  uint32_t end = start + static_cast<uint32_t>(line_text(line).size());
  uint64_t units = uint64_t{utf16_units_before(start)} + std::max(utf16_column, 1u) - 1;
  if (units >= utf16_units_before(end)) return end;
  return offset_of_utf16_unit(static_cast<uint32_t>(units));
}

std::string_view SourceText::line_text(uint32_t line) const {
  if (line == 0 || line > line_count()) return {};
  uint32_t start = line_start(line);
  std::string_view found = text().substr(start, line_start(line + 1) - start);
  if (found.ends_with('\n')) found.remove_suffix(1);
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

uint32_t SourceText::line_start(uint32_t line) const {
  if (line == 0) return 0;
  return line <= line_count() ? line_starts_[line - 1] : size();
}

uint32_t SourceText::utf16_units_before(uint32_t offset) const {
  if (units_before_block_.empty()) return offset;
  size_t index = std::min<size_t>(offset / block, units_before_block_.size() - 1);
  size_t begin = index * block;
  return units_before_block_[index] + utf16_units(text().substr(begin, offset - begin));
}

// The start of the character that holds the unit with this number, counted from 0.
uint32_t SourceText::offset_of_utf16_unit(uint32_t unit) const {
  if (units_before_block_.empty()) return unit;
  auto after = std::upper_bound(units_before_block_.begin(), units_before_block_.end(), unit);
  auto index = static_cast<size_t>(after - units_before_block_.begin()) - 1;
  uint32_t counted = units_before_block_[index];
  size_t at = index * block;
  std::string_view all = text();
  // A block may begin inside a character, whose units the block before has counted.
  while (at < all.size() && is_continuation(all[at])) ++at;
  while (at < all.size() && counted + utf16_units_of(all[at]) <= unit) {
    counted += utf16_units_of(all[at]);
    do {
      ++at;
    } while (at < all.size() && is_continuation(all[at]));
  }
  return static_cast<uint32_t>(at);
}

}  // namespace leaklint
