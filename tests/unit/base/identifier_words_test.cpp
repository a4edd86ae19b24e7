#include "base/identifier_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(IdentifierWords, EndAtCapitalsAndAtWhatIsNoLetter) {
  EXPECT_THAT(words_of("languageId"), ElementsAre("language", "id"));
  EXPECT_THAT(words_of("MAX_SIZE"), ElementsAre("max", "size"));
  EXPECT_THAT(words_of("$name"), ElementsAre("name"));
  EXPECT_THAT(words_of("cache2key"), ElementsAre("cache", "key"));
  EXPECT_THAT(words_of(""), IsEmpty());
  EXPECT_THAT(words_of("_1"), IsEmpty());
}

TEST(IdentifierWords, KeepSeveralCapitalsTogether) {
  EXPECT_THAT(words_of("getHTTPServerById"), ElementsAre("get", "http", "server", "by", "id"));
  EXPECT_THAT(words_of("userID"), ElementsAre("user", "id"));
}

}  // namespace
}  // namespace leaklint
