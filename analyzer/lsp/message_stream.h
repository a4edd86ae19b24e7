#pragma once

#include <cstddef>
#include <mutex>
#include <string>

namespace leaklint {

/// Reads the messages that a client sends, each behind its header. Bounded: what is too long is read past and
/// reported, never kept.
class MessageReader {
 public:
  static constexpr size_t longest_message = 64 << 20;
  static constexpr size_t longest_header = 8 << 10;

  explicit MessageReader(int input) : input_(input) {}

  enum class Outcome { message, too_long, broken_header, end };
  /// The next message's text. After `broken_header` the stream cannot be followed any more.
  Outcome read(std::string& text);

 private:
  bool fill();
  bool read_header(size_t& length, bool& is_valid);
  bool read_line(std::string& line);

  int input_;
  std::string buffer_;
  size_t at_ = 0;
};

/// Writes messages; for several threads.
class MessageWriter {
 public:
  explicit MessageWriter(int output) : output_(output) {}
  /// Whether the client is still there.
  bool write(const std::string& text);

 private:
  int output_;
  std::mutex writing_;
};

}  // namespace leaklint
