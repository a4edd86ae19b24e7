#include "lsp/document.h"

#include <random>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

Json edit(uint32_t line, uint32_t from, uint32_t to_line, uint32_t to, std::string text) {
  return {
      {"range",
       {{"start", {{"line", line}, {"character", from}}}, {"end", {{"line", to_line}, {"character", to}}}}},
      {"text", std::move(text)}};
}

std::string after(std::string text, std::vector<Json> changes,
                  PositionEncoding encoding = PositionEncoding::utf16) {
  Document document;
  document.text = std::move(text);
  document.apply(changes, encoding);
  return document.text;
}

TEST(Document, AppliesChangesInOrder) {
  EXPECT_EQ(after("one\ntwo\n", {edit(0, 3, 1, 0, " "), edit(0, 0, 0, 3, "1")}), "1 two\n");
  EXPECT_EQ(after("one", {{{"text", "all new"}}}), "all new");
  EXPECT_EQ(after("a\r\nb\rc\nd", {edit(1, 0, 1, 1, "B"), edit(2, 1, 3, 0, "-")}), "a\r\nB\rc-d");
}

TEST(Document, IsLenientAboutPlacesThatAreNot) {
  EXPECT_EQ(after("a\nb\n", {edit(0, 99, 0, 99, "!")}), "a!\nb\n");
  EXPECT_EQ(after("a\nb", {edit(7, 3, 9, 0, "!")}), "a\nb!");
  EXPECT_EQ(after("abc", {edit(0, 2, 0, 1, "-")}), "a-c") << "the ends in the wrong order";
}

TEST(Document, CountsInTheAgreedEncoding) {
  const std::string text = "ä😀x";
  EXPECT_EQ(after(text, {edit(0, 6, 0, 7, "y")}, PositionEncoding::utf8), "ä😀y");
  EXPECT_EQ(after(text, {edit(0, 3, 0, 4, "y")}, PositionEncoding::utf16), "ä😀y");
  EXPECT_EQ(after(text, {edit(0, 2, 0, 3, "y")}, PositionEncoding::utf32), "ä😀y");
  EXPECT_EQ(after(text, {edit(0, 2, 0, 4, "")}, PositionEncoding::utf16), "ä")
      << "in the middle of a character: its start";
}

TEST(Document, RefusesWhatIsNoChange) {
  Document document;
  EXPECT_THROW(document.apply(Json::array({1}), PositionEncoding::utf16), Json::exception);
  EXPECT_THROW(document.apply(Json::array({edit(0, 0, 0, 0, "")["range"]}), PositionEncoding::utf16),
               Json::exception);
}

/// Places lead back to where they came from, in every encoding.
TEST(Positions, AreThoseOfTheText) {
  const std::string pieces[] = {"a", "ä", "😀", "\n", "\r\n", "\r", "€"};
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::string text;
    for (int piece = 0; piece < 40; ++piece) text += pieces[random() % std::size(pieces)];
    const SourceText source = SourceText::from_bytes("a.js", text).value();
    for (const auto encoding : {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
      for (uint32_t offset = 0; offset <= text.size(); ++offset) {
        const bool is_inside =
            offset > 0 && offset < text.size() &&
            ((static_cast<uint8_t>(text[offset]) & 0xC0) == 0x80 || text.substr(offset - 1, 2) == "\r\n");
        if (is_inside) continue;
        const Json position = position_json(source, offset, encoding);
        EXPECT_EQ(offset_at(text, position_from(position), encoding), offset) << position << Json(text);
      }
    }
  }
}

}  // namespace
}  // namespace leaklint
