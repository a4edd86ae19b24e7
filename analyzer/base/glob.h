#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leaklint {

// A path pattern as git writes them, compiled once to be matched with many paths:
//   *      any run of characters but '/'
//   ?      one character but '/'
//   [a-z]  one of a set; [!a-z] or [^a-z] one outside it; [[:digit:]] and the other POSIX classes (ASCII
//   only)
//   **/    any number of folders, none included; /** at the end: everything below
//   \x     the character x itself
// Anything else stands for itself, byte by byte. A pattern that ends in a backslash or leaves a set open
// matches nothing.
//
// Matching takes no stack and no exponential time: only the last `*` of a folder's name and the last `**` are
// ever tried again, which is enough, since whatever stands before them has matched as early as it can.
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  bool matches(std::string_view path) const;

  // Is this text, and no other, what matches? Then it is `literal_text`, and a table look-up can do the work.
  bool is_literal() const { return is_literal_; }
  const std::string& literal_text() const { return prefix_; }

 private:
  enum class TokenKind : uint8_t { byte, any_byte, set, star, any_path, any_folders };
  struct Token {
    TokenKind kind;
    uint8_t byte = 0;  // of a byte
    uint32_t set = 0;  // of a set: index into sets_
  };
  using Set = std::bitset<256>;

  void compile(std::string_view pattern);
  size_t compile_stars(std::string_view pattern, size_t at);
  size_t compile_set(std::string_view pattern, size_t at);
  void cut_suffix();
  bool is_one(const Token& token, char byte) const;
  bool matches_middle(std::string_view text) const;

  // Text that starts and ends every match, which settles most questions before the tokens between are asked.
  std::string prefix_;
  std::string suffix_;
  std::vector<Token> middle_;
  std::vector<Set> sets_;
  bool is_literal_ = false;
  bool matches_nothing_ = false;
};

}  // namespace leaklint
