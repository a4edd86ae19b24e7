#include "driver/selection.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

TEST(Selection, TakesAllWithoutGlobs) {
  Selection all("/p", {}, {});
  EXPECT_TRUE(all.takes("/p/a.js"));
  EXPECT_TRUE(all.takes("/elsewhere/a.js"));
}

TEST(Selection, TakesWhatIsIncludedOrInAnIncludedFolder) {
  Selection selection("/p", {"/src", "*.test.js", "!src/gen"}, {});
  EXPECT_TRUE(selection.takes("/p/src/a.js"));
  EXPECT_TRUE(selection.takes("/p/src/deep/er/a.js"));
  EXPECT_TRUE(selection.takes("/p/lib/a.test.js"));
  EXPECT_TRUE(selection.takes("/p/src/gen/a.test.js"));
  EXPECT_FALSE(selection.takes("/p/src/gen/a.js"));
  EXPECT_FALSE(selection.takes("/p/lib/src/a.js"));
  EXPECT_FALSE(selection.takes("/p/a.js"));
  EXPECT_TRUE(selection.takes("/pp/a.js")) << "not its to decide";
}

TEST(Selection, LeavesOutWhatIsExcludedOrInAnExcludedFolder) {
  Selection selection("/p", {}, {"dist", "!keep.js"});
  EXPECT_FALSE(selection.takes("/p/dist/a.js"));
  EXPECT_FALSE(selection.takes("/p/x/dist/y/a.js"));
  EXPECT_FALSE(selection.takes("/p/dist/keep.js"));
  EXPECT_TRUE(selection.takes("/p/a.js"));
}

TEST(Selection, WorksAtTheRoot) {
  Selection selection("/", {"*.ts"}, {"/elsewhere"});
  EXPECT_TRUE(selection.takes("/a.ts"));
  EXPECT_FALSE(selection.takes("/a.js"));
  EXPECT_FALSE(selection.takes("/elsewhere/a.ts"));
}

}  // namespace
}  // namespace leaklint
