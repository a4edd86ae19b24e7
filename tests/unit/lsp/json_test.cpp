#include "lsp/json.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

TEST(ParseMessage, ReadsWhatIsWritten) {
  const auto message = parse_message(R"({"id":1,"params":{"text":"a\"[\\"}})");
  ASSERT_TRUE(message);
  EXPECT_EQ(member(*message, "params", "text"), "a\"[\\");
  EXPECT_TRUE(member(*message, "params", "gone").is_null());
  EXPECT_TRUE(member(Json(3), "gone").is_null());
}

TEST(ParseMessage, RefusesWhatNestsTooDeeply) {
  EXPECT_TRUE(parse_message(std::string(deepest_message, '[') + std::string(deepest_message, ']')));
  EXPECT_FALSE(parse_message(std::string(deepest_message + 1, '[') + std::string(deepest_message + 1, ']')));
  EXPECT_FALSE(parse_message(std::string(10'000'000, '[')));
  EXPECT_TRUE(parse_message('"' + std::string(100'000, '[') + '"')) << "brackets in a text nest nothing";
}

TEST(ParseMessage, MendsHalvesOfPairs) {
  EXPECT_EQ(*parse_message(R"("\ud83d")"), "\uFFFD");
  EXPECT_EQ(*parse_message(R"("\ude00x")"), "\uFFFDx");
  EXPECT_EQ(*parse_message(R"("\ud83d\ude00")"), "\U0001F600");
  EXPECT_EQ(*parse_message(R"("\ud83d\ud83d\ude00")"), "\uFFFD\U0001F600");
  EXPECT_EQ(*parse_message(R"("\\ud83d")"), "\\ud83d") << "an escaped backslash";
}

TEST(ParseMessage, SaysWhatIsWrong) {
  EXPECT_FALSE(parse_message(""));
  EXPECT_FALSE(parse_message("{"));
  EXPECT_FALSE(parse_message("\"\xFF\""));
  EXPECT_FALSE(parse_message(R"("\u12)"));
}

}  // namespace
}  // namespace leaklint
