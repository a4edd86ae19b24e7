#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/decode.h"
#include "base/result.h"

namespace leaklint {

// Offsets into a text are 32 bits wide, the offset of its end included.
constexpr uint64_t largest_text = std::numeric_limits<uint32_t>::max();

// All three count from 1.
struct LineColumn {
  uint32_t line = 1;
  uint32_t column = 1;       // in UTF-16 code units, as SARIF, LSP and editors count
  uint32_t byte_column = 1;  // in bytes of the decoded text

  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// One source file as the analysis sees it: where it is, its text as UTF-8, and its lines.
//
// A line ends with \n, \r\n or \r. U+2028 and U+2029 end a line for JavaScript (a `//` comment stops there),
// which is the grammar's business, but not for editors, git or GitHub: starting a line there would shift
// every later line number away from what people see and put alerts on the wrong line. So the table has the
// lines that people see. After a last line ending there is one more, empty line, as in an editor.
//
// Immutable, so any number of threads may ask. Views into it last until it is moved or destroyed.
class SourceText {
 public:
  // Refused: text that is too long for 32-bit offsets once it is UTF-8.
  static Result<SourceText> from_bytes(std::string display_path, std::string bytes);

  const std::string& path() const { return path_; }
  std::string_view text() const { return decoded_.text; }
  uint32_t size() const { return static_cast<uint32_t>(decoded_.text.size()); }
  const DecodedText& decoded() const { return decoded_; }

  uint32_t line_count() const { return static_cast<uint32_t>(line_starts_.size()); }

  // An offset past the end is the end; one inside a character is that character's start.
  LineColumn position(uint32_t offset) const;

  // The way back, as lenient as LSP asks: a column past the end of its line is the line's end (before the
  // line ending), one inside a surrogate pair is the pair's start, a line past the last is the text's end.
  uint32_t offset(uint32_t line, uint32_t utf16_column) const;

  // Without its line ending; empty when there is no such line.
  std::string_view line_text(uint32_t line) const;

  // The offset where a line begins; the text's end when there is no such line.
  uint32_t line_start(uint32_t line) const;

 private:
  SourceText(std::string display_path, DecodedText decoded);

  uint32_t utf16_units_before(uint32_t offset) const;
  uint32_t offset_of_utf16_unit(uint32_t unit) const;

  std::string path_;
  DecodedText decoded_;
  std::vector<uint32_t> line_starts_;
  // Element n: the UTF-16 units before byte n * block. Empty for ASCII text, where units are bytes. Without
  // it, each of many findings on one line of megabytes (bundles are written so) would walk that line again.
  std::vector<uint32_t> units_before_block_;
};

}  // namespace leaklint
