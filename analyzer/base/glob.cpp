#include "base/glob.h"

#include <algorithm>
#include <optional>

namespace leaklint {
namespace {

constexpr std::string_view special_bytes = "*?[\\";

bool is_between(int low, int byte, int high) {
  return low <= byte && byte <= high;
}
bool is_lower(int byte) {
  return is_between('a', byte, 'z');
}
bool is_upper(int byte) {
  return is_between('A', byte, 'Z');
}
bool is_digit(int byte) {
  return is_between('0', byte, '9');
}
bool is_alphabetic(int byte) {
  return is_lower(byte) || is_upper(byte);
}
bool is_graphic(int byte) {
  return is_between(0x21, byte, 0x7E);
}
bool is_blank(int byte) {
  return byte == ' ' || byte == '\t';
}

struct PosixClass {
  std::string_view name;
  bool (*contains)(int byte);
};

// Written out, since git's answers are its own: they do not change with the locale, and \v and \f are no
// space.
constexpr std::array<PosixClass, 12> posix_classes = {{
    {"alnum", [](int byte) { return is_alphabetic(byte) || is_digit(byte); }},
    {"alpha", is_alphabetic},
    {"blank", is_blank},
    {"cntrl", [](int byte) { return byte < 0x20 || byte == 0x7F; }},
    {"digit", is_digit},
    {"graph", is_graphic},
    {"lower", is_lower},
    {"print", [](int byte) { return is_graphic(byte) || byte == ' '; }},
    {"punct", [](int byte) { return is_graphic(byte) && !is_alphabetic(byte) && !is_digit(byte); }},
    {"space", [](int byte) { return is_blank(byte) || byte == '\n' || byte == '\r'; }},
    {"upper", is_upper},
    {"xdigit", [](int byte) { return is_digit(byte) || is_between('a', byte | 0x20, 'f'); }},
}};

// Reads the inside of a set, from behind its '[' or '[!' to its ']'.
class SetReader {
 public:
  SetReader(std::string_view pattern, size_t at) : pattern_(pattern), at_(at) {}

  // The set, or nothing when it is malformed.
  std::optional<std::bitset<256>> read() {
    do {  // a ']' that comes first is a member
      if (!read_member()) return std::nullopt;
    } while (at_ < pattern_.size() && pattern_[at_] != ']');
    if (at_ >= pattern_.size()) return std::nullopt;
    return set_;
  }

  size_t closing_bracket() const { return at_; }

 private:
  bool read_member() {
    if (at_ >= pattern_.size()) return false;
    bool is_range =
        pattern_[at_] == '-' && range_start_ && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']';
    if (is_range) return read_range();
    if (pattern_.substr(at_).starts_with("[:")) return read_class();
    std::optional<uint8_t> byte = read_byte();
    if (!byte) return false;
    set_.set(*byte);
    range_start_ = byte;
    return true;
  }

  bool read_range() {
    ++at_;
    std::optional<uint8_t> last = read_byte();
    if (!last) return false;
    for (size_t byte = *range_start_; byte <= *last; ++byte) set_.set(byte);
    range_start_.reset();
    return true;
  }

  bool read_class() {
    size_t name = at_ + 2;
    size_t bracket = pattern_.find(']', name);
    if (bracket == std::string_view::npos) return false;
    if (bracket == name || pattern_[bracket - 1] != ':') {  // an ordinary '[', then
      set_.set('[');
      range_start_ = '[';
      ++at_;
      return true;
    }
    std::string_view wanted = pattern_.substr(name, bracket - 1 - name);
    auto found = std::find_if(posix_classes.begin(), posix_classes.end(),
                              [wanted](const PosixClass& entry) { return entry.name == wanted; });
    if (found == posix_classes.end()) return false;
    for (int byte = 0; byte < 0x80; ++byte)
      if (found->contains(byte)) set_.set(static_cast<size_t>(byte));
    range_start_.reset();
    at_ = bracket + 1;
    return true;
  }

  std::optional<uint8_t> read_byte() {
    if (pattern_[at_] == '\\') ++at_;
    if (at_ >= pattern_.size()) return std::nullopt;
    return static_cast<uint8_t>(pattern_[at_++]);
  }

  std::string_view pattern_;
  size_t at_;
  std::bitset<256> set_;
  std::optional<uint8_t> range_start_;
};

}  // namespace

Glob::Glob(std::string_view pattern) {
  size_t plain = std::min(pattern.find_first_of(special_bytes), pattern.size());
  prefix_ = pattern.substr(0, plain);
  is_literal_ = plain == pattern.size();
  compile(pattern.substr(plain));
  cut_suffix();
}

// git too takes the plain start of a pattern off before it looks at the rest. That shows: in `a**/b` the `**`
// comes first in what is left, and so is one that spans folders.
void Glob::compile(std::string_view pattern) {
  for (size_t at = 0; at < pattern.size() && !matches_nothing_;) {
    if (pattern[at] == '*') {
      at = compile_stars(pattern, at);
    } else if (pattern[at] == '[') {
      at = compile_set(pattern, at);
    } else if (pattern[at] == '?') {
      middle_.push_back({TokenKind::any_byte});
      ++at;
    } else {
      if (pattern[at] == '\\') ++at;
      matches_nothing_ = at == pattern.size();
      if (!matches_nothing_) middle_.push_back({TokenKind::byte, static_cast<uint8_t>(pattern[at])});
      ++at;
    }
  }
}

size_t Glob::compile_stars(std::string_view pattern, size_t at) {
  size_t after = std::min(pattern.find_first_not_of('*', at), pattern.size());
  std::string_view rest = pattern.substr(after);
  bool begins_name = at == 0 || pattern[at - 1] == '/';
  bool ends_name = rest.empty() || rest[0] == '/' || rest.starts_with("\\/");
  if (after - at < 2 || !begins_name || !ends_name) {
    middle_.push_back({TokenKind::star});
    return after;
  }
  bool takes_slash = rest.starts_with('/');
  middle_.push_back({takes_slash ? TokenKind::any_folders : TokenKind::any_path});
  return after + (takes_slash ? 1 : 0);
}

size_t Glob::compile_set(std::string_view pattern, size_t at) {
  bool is_negative = at + 1 < pattern.size() && (pattern[at + 1] == '!' || pattern[at + 1] == '^');
  SetReader reader(pattern, at + (is_negative ? 2 : 1));
  std::optional<Set> set = reader.read();
  matches_nothing_ = !set.has_value();
  if (!set) return pattern.size();
  if (is_negative) set->flip();
  set->reset('/');
  middle_.push_back({TokenKind::set, 0, static_cast<uint32_t>(sets_.size())});
  sets_.push_back(*set);
  return reader.closing_bracket() + 1;
}

void Glob::cut_suffix() {
  while (!middle_.empty() && middle_.back().kind == TokenKind::byte) {
    suffix_.push_back(static_cast<char>(middle_.back().byte));
    middle_.pop_back();
  }
  std::reverse(suffix_.begin(), suffix_.end());
}

bool Glob::matches(std::string_view path) const {
  if (matches_nothing_ || path.size() < prefix_.size() + suffix_.size()) return false;
  if (!path.ends_with(suffix_) || !path.starts_with(prefix_)) return false;
  path.remove_prefix(prefix_.size());
  path.remove_suffix(suffix_.size());
  return matches_middle(path);
}

bool Glob::is_one(const Token& token, char byte) const {
  if (token.kind == TokenKind::byte) return static_cast<uint8_t>(byte) == token.byte;
  if (token.kind == TokenKind::any_byte) return byte != '/';
  return token.kind == TokenKind::set && sets_[token.set][static_cast<uint8_t>(byte)];
}

bool Glob::matches_middle(std::string_view text) const {
  constexpr size_t none = std::string_view::npos;
  size_t at = 0;
  size_t token = 0;
  size_t star = none;  // the token to try again, and where what it takes ends so far
  size_t star_end = 0;
  size_t deep = none;
  size_t deep_end = 0;
  while (true) {
    if (token == middle_.size() && at == text.size()) return true;
    TokenKind kind = token < middle_.size() ? middle_[token].kind : TokenKind::byte;
    if (kind == TokenKind::star) {
      star = token++;
      star_end = at;
    } else if (kind == TokenKind::any_folders || kind == TokenKind::any_path) {
      deep = token++;
      deep_end = at;
      star = none;
    } else if (token < middle_.size() && at < text.size() && is_one(middle_[token], text[at])) {
      if (text[at] == '/') star = none;
      ++at;
      ++token;
    } else if (star != none && star_end < text.size() && text[star_end] != '/') {
      at = ++star_end;
      token = star + 1;
    } else if (deep != none && deep_end < text.size()) {
      size_t slash = middle_[deep].kind == TokenKind::any_folders ? text.find('/', deep_end) : deep_end;
      if (slash == none) return false;
      at = deep_end = slash + 1;
      token = deep + 1;
      star = none;
    } else {
      return false;
    }
  }
}

}  // namespace leaklint
