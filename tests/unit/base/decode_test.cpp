#include "base/decode.h"

#include <random>
#include <string>
#include <utility>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

using std::string_literals::operator""s;

const std::string replaced = "\xEF\xBF\xBD";

std::string utf16(std::u16string_view units, Encoding encoding) {
  std::string bytes;
  for (char16_t unit : units) {
    char low = static_cast<char>(unit & 0xFF);
    char high = static_cast<char>(unit >> 8);
    bytes += encoding == Encoding::utf16_little_endian ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

void expect_text(std::string bytes, const std::string& text, uint32_t replacements) {
  DecodedText decoded = decode_source(std::move(bytes));
  EXPECT_EQ(decoded.text, text);
  EXPECT_EQ(decoded.replacements, replacements);
  EXPECT_EQ(decoded.encoding, Encoding::utf8);
}

TEST(Decode, KeepsValidUtf8AndItsLineEndings) {
  std::string text = "let ä = '😀'; // 日本\r\nlet b\rlet c\n";
  expect_text(text, text, 0);
  expect_text("", "", 0);
  EXPECT_TRUE(decode_source(text).has_the_bytes_of_the_file());
}

TEST(Decode, TakesTheByteOrderMarkOffAndRemembersIt) {
  DecodedText decoded = decode_source("\xEF\xBB\xBFlet a;");
  EXPECT_EQ(decoded.text, "let a;");
  EXPECT_TRUE(decoded.had_byte_order_mark);
  EXPECT_FALSE(decode_source("let a;").had_byte_order_mark);
  EXPECT_EQ(decode_source("\xEF\xBB\xBF").text, "");
  EXPECT_EQ(decode_source("\xEF\xBB\xBF\xEF\xBB\xBFx").text, "\xEF\xBB\xBFx") << "only the first one";
}

TEST(Decode, ReplacesMaximalSubpartsOfIllFormedUtf8) {
  expect_text("a\xFF"s + "b", "a" + replaced + "b", 1);
  expect_text("\x80", replaced, 1);
  expect_text("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
              replaced + replaced + replaced + replaced + replaced + replaced + replaced + replaced + "A", 8);
  expect_text("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
              replaced + replaced + replaced + replaced + replaced + replaced + replaced + replaced + "A", 8);
  expect_text("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
              replaced + replaced + replaced + replaced + replaced + "A" + replaced + replaced + "B", 7);
  expect_text("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", replaced + replaced + replaced + replaced + "A", 4);
}

TEST(Decode, ReplacesTruncatedSequences) {
  expect_text("abcdefgh\xC3", "abcdefgh" + replaced, 1);
  expect_text("\xE2\x82", replaced, 1);
  expect_text("\xF0\x9F\x98", replaced, 1);
  expect_text("\xE2\x82(", replaced + "(", 1);
}

TEST(Decode, FindsTheFirstFaultAtEveryPlaceOfAWord) {
  for (size_t length = 0; length < 40; ++length) {
    std::string bytes(length, 'x');
    EXPECT_EQ(valid_utf8_prefix(bytes), length);
    EXPECT_TRUE(is_ascii(bytes));
    EXPECT_EQ(valid_utf8_prefix(bytes + "é\xFE" + std::string(20, 'y')), length + 2);
    EXPECT_FALSE(is_ascii(bytes + "é"));
  }
}

// Whatever goes in, valid UTF-8 comes out, and valid stretches are untouched.
TEST(Decode, MakesAnyBytesValid) {
  std::mt19937 random(20240607);
  const std::string bytes_of_interest = "a\n\x80\xBF\xC3\xE0\xA0\xED\xEF\xF0\x90\xF4\x8F\xFF";
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = "x";
    for (size_t length = random() % 12; length > 0; --length)
      bytes += bytes_of_interest[random() % bytes_of_interest.size()];
    size_t valid = valid_utf8_prefix(bytes);
    DecodedText decoded = decode_source(bytes);
    ASSERT_EQ(valid_utf8_prefix(decoded.text), decoded.text.size());
    ASSERT_EQ(decoded.text.substr(0, valid), bytes.substr(0, valid));
    ASSERT_EQ(decoded.replacements > 0, valid < bytes.size());
  }
}

TEST(Decode, ReadsUtf16ByItsMark) {
  for (Encoding encoding : {Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
    DecodedText decoded = decode_source(utf16(u"\uFEFFé日😀\r\n\0z"s, encoding));
    EXPECT_EQ(decoded.text, "é日😀\r\n\0z"s);
    EXPECT_EQ(decoded.encoding, encoding);
    EXPECT_TRUE(decoded.had_byte_order_mark);
    EXPECT_EQ(decoded.replacements, 0u);
    EXPECT_FALSE(decoded.has_the_bytes_of_the_file());
  }
}

TEST(Decode, ReplacesSurrogatesWithoutPartnerAndAnOddByte) {
  const std::u16string high_alone = {0xFEFF, u'a', 0xD83D, u'b'};
  const std::u16string low_alone = {0xFEFF, u'a', 0xDE00, u'b'};
  const std::u16string wrong_order = {0xFEFF, 0xDE00, 0xD83D};
  const std::u16string high_then_pair = {0xFEFF, 0xD83D, 0xD83D, 0xDE00};
  for (Encoding encoding : {Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
    EXPECT_EQ(decode_source(utf16(high_alone, encoding)).text, "a" + replaced + "b");
    EXPECT_EQ(decode_source(utf16(low_alone, encoding)).text, "a" + replaced + "b");
    EXPECT_EQ(decode_source(utf16(wrong_order, encoding)).text, replaced + replaced);
    EXPECT_EQ(decode_source(utf16(high_then_pair, encoding)).text, replaced + "😀");
    DecodedText odd = decode_source(utf16(u"\uFEFFab", encoding) + "c");
    EXPECT_EQ(odd.text, "ab" + replaced);
    EXPECT_EQ(odd.replacements, 1u);
  }
}

TEST(Decode, GuessesUtf16OnlyWhereItIsObvious) {
  for (Encoding encoding : {Encoding::utf16_little_endian, Encoding::utf16_big_endian}) {
    DecodedText decoded = decode_source(utf16(u"let a = '一日';\n", encoding));
    EXPECT_EQ(decoded.text, "let a = '一日';\n");
    EXPECT_EQ(decoded.encoding, encoding);
    EXPECT_FALSE(decoded.had_byte_order_mark);
  }
  expect_text("let a = '\0b\0c';"s, "let a = '\0b\0c';"s, 0);
  expect_text(std::string(64, '\0'), std::string(64, '\0'), 0);
  expect_text("a", "a", 0);
}

}  // namespace
}  // namespace leaklint
