#include "base/source_text.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

using std::string_literals::operator""s;

SourceText source(const std::string& bytes) {
  return SourceText::from_bytes("a.js", bytes).value();
}

TEST(SourceText, KnowsItsPathAndText) {
  SourceText text = source("\xEF\xBB\xBFlet a;");
  EXPECT_EQ(text.path(), "a.js");
  EXPECT_EQ(text.text(), "let a;");
  EXPECT_EQ(text.size(), 6u);
  EXPECT_TRUE(text.decoded().had_byte_order_mark);
}

TEST(SourceText, EndsLinesAsEditorsDo) {
  SourceText text = source("one\ntwo\r\nthree\rfour\n\r\r\n");
  const std::vector<std::string> lines = {"one", "two", "three", "four", "", "", ""};
  ASSERT_EQ(text.line_count(), lines.size());
  for (uint32_t line = 1; line <= text.line_count(); ++line) EXPECT_EQ(text.line_text(line), lines[line - 1]);
  EXPECT_EQ(source("").line_count(), 1u);
  EXPECT_EQ(source("a").line_count(), 1u);
  EXPECT_EQ(source("a\r").line_count(), 2u);
  EXPECT_EQ(source("\r").line_text(1), "");
}

TEST(SourceText, StartsNoLineAtTheSeparatorsThatOnlyJavaScriptKnows) {
  SourceText text = source("a\u2028b\u2029c\u0085d\ve\nf");
  EXPECT_EQ(text.line_count(), 2u);
  EXPECT_EQ(text.line_text(1), "a\u2028b\u2029c\u0085d\ve");
  EXPECT_EQ(text.position(4).column, 3u) << "U+2028 is one unit and three bytes";
}

TEST(SourceText, CountsColumnsInUtf16Units) {
  SourceText text = source("aé日😀z\nb");
  EXPECT_EQ(text.position(0), (LineColumn{1, 1, 1}));
  EXPECT_EQ(text.position(1), (LineColumn{1, 2, 2}));
  EXPECT_EQ(text.position(3), (LineColumn{1, 3, 4}));
  EXPECT_EQ(text.position(6), (LineColumn{1, 4, 7}));
  EXPECT_EQ(text.position(10), (LineColumn{1, 6, 11})) << "after an astral character: two units, four bytes";
  EXPECT_EQ(text.position(8), text.position(6)) << "inside a character is its start";
  EXPECT_EQ(text.position(12), (LineColumn{2, 1, 1}));
  EXPECT_EQ(text.position(13), (LineColumn{2, 2, 2})) << "the end of the text";
  EXPECT_EQ(text.position(99), text.position(13));
}

TEST(SourceText, CountsALineEndingToTheLineItEnds) {
  SourceText text = source("ab\r\nc");
  EXPECT_EQ(text.position(2), (LineColumn{1, 3, 3}));
  EXPECT_EQ(text.position(3), (LineColumn{1, 4, 4}));
  EXPECT_EQ(text.position(4), (LineColumn{2, 1, 1}));
}

TEST(SourceText, FindsOffsetsAsLenientlyAsLspAsks) {
  SourceText text = source("aé😀z\r\nb\n");
  EXPECT_EQ(text.offset(1, 1), 0u);
  EXPECT_EQ(text.offset(1, 3), 3u);
  EXPECT_EQ(text.offset(1, 4), 3u) << "inside the surrogate pair";
  EXPECT_EQ(text.offset(1, 5), 7u);
  EXPECT_EQ(text.offset(1, 6), 8u);
  EXPECT_EQ(text.offset(1, 7), 8u) << "before the line ending";
  EXPECT_EQ(text.offset(1, 4000000000u), 8u);
  EXPECT_EQ(text.offset(2, 1), 10u);
  EXPECT_EQ(text.offset(2, 2), 11u);
  EXPECT_EQ(text.offset(3, 1), 12u);
  EXPECT_EQ(text.offset(9, 1), 12u);
  EXPECT_EQ(text.offset(0, 0), 0u);
  EXPECT_EQ(text.offset(2, 0), 10u);
}

TEST(SourceText, AnswersForLinesThatAreNotThere) {
  SourceText text = source("a\n");
  EXPECT_EQ(text.line_text(0), "");
  EXPECT_EQ(text.line_text(3), "");
  EXPECT_EQ(text.line_start(0), 0u);
  EXPECT_EQ(text.line_start(2), 2u);
  EXPECT_EQ(text.line_start(3), 2u);
}

struct Walk {  // what position() has to say, found by walking the text from its start
  uint32_t line = 1;
  uint32_t column = 1;
  uint32_t byte_column = 1;
};

void expect_as_walked(const std::string& bytes) {
  SourceText text = source(bytes);
  Walk walk;
  for (uint32_t at = 0; at < bytes.size();) {
    ASSERT_EQ(text.position(at), (LineColumn{walk.line, walk.column, walk.byte_column})) << at;
    auto lead = static_cast<uint8_t>(bytes[at]);
    uint32_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    bool in_pair = at > 0 && bytes[at] == '\n' && bytes[at - 1] == '\r';
    if (!in_pair) {
      ASSERT_EQ(text.offset(walk.line, walk.column), at);
    }
    bool ends_line = bytes[at] == '\n' || (bytes[at] == '\r' && bytes[at + 1] != '\n');
    walk = ends_line ? Walk{walk.line + 1, 1, 1}
                     : Walk{walk.line, walk.column + (length == 4 ? 2 : 1), walk.byte_column + length};
    at += length;
  }
  ASSERT_EQ(text.line_count(), walk.line);
}

TEST(SourceText, AgreesWithAWalkThroughRandomText) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"a", "bc", "é", "日", "😀", "\n", "\r", "\r\n", "\u2028"};
  for (int round = 0; round < 300; ++round) {
    // Some texts without line endings, and longer than the blocks that columns are counted by.
    size_t kinds = round % 3 == 0 ? 5 : pieces.size();
    std::string bytes;
    for (size_t count = random() % 1500; count > 0; --count) bytes += pieces[random() % kinds];
    ASSERT_NO_FATAL_FAILURE(expect_as_walked(bytes));
  }
}

TEST(SourceText, FindsColumnsOnAVeryLongLineWithoutWalkingIt) {
  std::string line = "é";
  line.append(8'000'000, 'x');
  SourceText text = source(line);
  uint64_t sum = 0;
  for (uint32_t step = 0; step < 100'000; ++step) sum += text.position(text.size() - step).column;
  EXPECT_EQ(text.position(text.size()).column, 8'000'002u);
  EXPECT_EQ(sum, 100'000ull * 8'000'002 - 100'000ull * 99'999 / 2);
}

}  // namespace
}  // namespace leaklint
