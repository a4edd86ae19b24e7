#include "driver/git_config.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

TEST(GitConfig, FindsTheLastValueOfAKey) {
  const char* text =
      "# comment\n[user]\n\tname = x ; comment\n[CORE] excludesFile = one\n[other]\nexcludesfile = no\n"
      "[core \"sub\"]\nexcludesfile = no\n[core]\n\tExcludesFile=two  # comment\n";
  EXPECT_EQ(git_setting(text, "core.excludesfile"), "two");
  EXPECT_EQ(git_setting(text, "user.name"), "x");
  EXPECT_EQ(git_setting(text, "user.email"), std::nullopt);
}

TEST(GitConfig, ReadsQuotesEscapesAndLongLines) {
  EXPECT_EQ(git_setting("[a]\nb = \" x # y \" z\n", "a.b"), " x # y  z");
  EXPECT_EQ(git_setting("[a]\nb = x\\ty\\\\z\\\"\n", "a.b"), "x\ty\\z\"");
  EXPECT_EQ(git_setting("[a]\nb = one \\\n  two\r\nc = 3\n", "a.b"), "one   two");
  EXPECT_EQ(git_setting("[a]\nb\n", "a.b"), "true");
  EXPECT_EQ(git_setting("[a]\nb =\n", "a.b"), "");
}

TEST(GitConfig, SurvivesWhatIsNotOne) {
  EXPECT_EQ(git_setting("[a", "a.b"), std::nullopt);
  EXPECT_EQ(git_setting("[a]\nb = \\", "a.b"), "\\");
  EXPECT_EQ(git_setting("]]==\n\"x\n[a]\nb = 1", "a.b"), "1");
  EXPECT_EQ(git_setting("", "a.b"), std::nullopt);
}

}  // namespace
}  // namespace leaklint
