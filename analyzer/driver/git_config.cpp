#include "driver/git_config.h"

#include <cctype>
#include <utility>

namespace leaklint {
namespace {

char lower(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r';
}
bool is_name_byte(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '-';
}

// Walks a git configuration file, one `section.key` and its value at a time.
class ConfigurationReader {
 public:
  explicit ConfigurationReader(std::string_view text) : text_(text) {}

  std::optional<std::pair<std::string, std::string>> next() {
    while (at_ < text_.size()) {
      char byte = text_[at_];
      if (byte == '[') {
        read_section();
      } else if (byte == '#' || byte == ';') {
        skip_line();
      } else if (is_name_byte(byte)) {
        std::string key = section_ + "." + read_name();
        return std::pair{std::move(key), read_value()};
      } else {
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  bool is_at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n'; }

  void skip_line() {
    while (!is_at_line_end()) ++at_;
  }

  std::string read_name() {
    std::string name;
    while (at_ < text_.size() && is_name_byte(text_[at_])) name += lower(text_[at_++]);
    return name;
  }

  // A subsection stays part of the name, so that `[core "x"]` is not taken for `[core]`.
  void read_section() {
    section_.clear();
    for (++at_; !is_at_line_end() && text_[at_] != ']'; ++at_) section_ += lower(text_[at_]);
    if (!is_at_line_end()) ++at_;
  }

  std::string read_value() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    if (at_ >= text_.size() || text_[at_] != '=') {
      skip_line();
      return "true";
    }
    ++at_;
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    return read_value_text();
  }

  std::string read_value_text() {
    std::string value;
    size_t end = 0;  // behind the last byte that is not a blank outside quotes
    bool is_quoted = false;
    for (; !is_at_line_end(); ++at_) {
      char byte = text_[at_];
      if (!is_quoted && (byte == '#' || byte == ';')) break;
      if (byte == '"') {
        is_quoted = !is_quoted;
        continue;
      }
      bool is_escape = byte == '\\' && at_ + 1 < text_.size();
      if (is_escape && text_[++at_] == '\n') continue;  // the value goes on in the next line
      value += is_escape ? unescaped(text_[at_]) : byte;
      if (is_quoted || is_escape || !is_blank(byte)) end = value.size();
    }
    skip_line();
    return value.substr(0, end);
  }

  static char unescaped(char letter) {
    switch (letter) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'b':
        return '\b';
      default:
        return letter;
    }
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string section_;
};

}  // namespace

std::optional<std::string> git_setting(std::string_view configuration, std::string_view key) {
  std::optional<std::string> found;
  ConfigurationReader reader(configuration);
  while (auto entry = reader.next())
    if (entry->first == key) found = std::move(entry->second);
  return found;
}

}  // namespace leaklint
