#include "lsp/message_stream.h"

#include <cerrno>
#include <charconv>
#include <string_view>
#include <unistd.h>

namespace leaklint {
namespace {

constexpr std::string_view length_field = "content-length:";

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (size_t at = 0; at < prefix.size(); ++at) {
    const char c = text[at];
    if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != prefix[at]) return false;
  }
  return true;
}

}  // namespace

bool MessageReader::fill() {
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  char chunk[64 << 10];
  ssize_t count = 0;
  do {
    count = ::read(input_, chunk, sizeof chunk);
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return false;
  buffer_.append(chunk, static_cast<size_t>(count));
  return true;
}

/// Without its line ending. Not more than a header may have.
bool MessageReader::read_line(std::string& line) {
  size_t end = std::string::npos;
  while ((end = buffer_.find('\n', at_)) == std::string::npos) {
    if (buffer_.size() - at_ > longest_header || !fill()) return false;
  }
  line = buffer_.substr(at_, end - at_);
  if (line.ends_with('\r')) line.pop_back();
  at_ = end + 1;
  return line.size() <= longest_header;
}

/// Whether there is a header; `is_valid` where it says how long the message is.
bool MessageReader::read_header(size_t& length, bool& is_valid) {
  is_valid = false;
  std::string line;
  size_t lines = 0;
  while (read_line(line)) {
    if (line.empty() && lines > 0) return true;
    if (++lines > 100) return false;
    if (!starts_with_ignoring_case(line, length_field)) continue;
    std::string_view number = std::string_view(line).substr(length_field.size());
    while (number.starts_with(' ')) number.remove_prefix(1);
    const auto read = std::from_chars(number.data(), number.data() + number.size(), length);
    is_valid = read.ec == std::errc() && read.ptr == number.data() + number.size();
  }
  return false;
}

MessageReader::Outcome MessageReader::read(std::string& text) {
  size_t length = 0;
  bool is_valid = false;
  if (!read_header(length, is_valid)) {
    return buffer_.size() - at_ > longest_header ? Outcome::broken_header : Outcome::end;
  }
  if (!is_valid) return Outcome::broken_header;
  if (length > longest_message) {
    while (length > buffer_.size() - at_) {
      length -= buffer_.size() - at_;
      at_ = buffer_.size();
      if (!fill()) return Outcome::end;
    }
    at_ += length;
    return Outcome::too_long;
  }
  text.clear();
  while (text.size() < length) {
    if (at_ == buffer_.size() && !fill()) return Outcome::end;
    const size_t count = std::min(length - text.size(), buffer_.size() - at_);
    text.append(buffer_, at_, count);
    at_ += count;
  }
  return Outcome::message;
}

bool MessageWriter::write(const std::string& text) {
  const std::string bytes = "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
  const std::lock_guard lock(writing_);
  for (size_t at = 0; at < bytes.size();) {
    const ssize_t count = ::write(output_, bytes.data() + at, bytes.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += static_cast<size_t>(count);
  }
  return true;
}

}  // namespace leaklint
