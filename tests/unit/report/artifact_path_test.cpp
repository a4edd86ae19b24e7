#include "report/artifact_path.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

TEST(ArtifactPath, IsTheDisplayPathWhereNoRootIsKnown) {
  EXPECT_EQ(artifact_path("./src/../a.js", {}).path, "a.js");
  EXPECT_FALSE(artifact_path("/elsewhere/a.js", {}).is_below_root);
}

TEST(ArtifactPath, IsRelativeToTheSourceRoot) {
  ReportOptions options;
  options.source_root = "/home/me/project";
  options.working_directory = "/home/me/project/packages/a";
  EXPECT_EQ(artifact_path("src/x.js", options).path, "packages/a/src/x.js");
  EXPECT_EQ(artifact_path("../b/x.js", options).path, "packages/b/x.js");
  EXPECT_EQ(artifact_path("/home/me/project/x.js", options).path, "x.js");
  EXPECT_TRUE(artifact_path("/home/me/project/x.js", options).is_below_root);
  EXPECT_EQ(artifact_path("..x.js", options).path, "packages/a/..x.js");
}

TEST(ArtifactPath, StaysAbsoluteOutsideTheSourceRoot) {
  ReportOptions options;
  options.source_root = "/home/me/project/";
  options.working_directory = "/home/me/project";
  EXPECT_EQ(artifact_path("../other/x.js", options).path, "/home/me/other/x.js");
  EXPECT_FALSE(artifact_path("../other/x.js", options).is_below_root);
  EXPECT_FALSE(artifact_path("/home/me/project-two/x.js", options).is_below_root);
}

TEST(ArtifactPath, EncodesWhatAUriCannotHold) {
  EXPECT_EQ(percent_encoded("a b/ü%[id].js"), "a%20b/%C3%BC%25%5Bid%5D.js");
  EXPECT_EQ(percent_encoded("c:d?e#f\\g\n\xFF"), "c%3Ad%3Fe%23f%5Cg%0A%FF");
}

}  // namespace
}  // namespace leaklint
