#include "lsp/uri.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

TEST(Uri, LeadsToAPathAndBack) {
  EXPECT_EQ(path_of_uri("file:///a%20b/%C3%A4.js"), "/a b/ä.js");
  EXPECT_EQ(path_of_uri("file://localhost/a"), "/a");
  EXPECT_EQ(path_of_uri("file:///a/"), "/a");
  EXPECT_EQ(path_of_uri("file:///"), "/");
  EXPECT_EQ(uri_of_path("/a b/ä#1%.js"), "file:///a%20b/%C3%A4%231%25.js");
  EXPECT_EQ(path_of_uri(uri_of_path("/a b/ä#1%.js")), "/a b/ä#1%.js");
}

TEST(Uri, RefusesWhatIsNoFileHere) {
  EXPECT_FALSE(path_of_uri("untitled:Untitled-1"));
  EXPECT_FALSE(path_of_uri("file://server/share"));
  EXPECT_FALSE(path_of_uri("file:///a%00b"));
}

TEST(PathNames, ShowsPathsFromTheRootFolder) {
  const PathNames names("/home/me/project");
  EXPECT_EQ(names.shown("file:///home/me/project/src/a.js"), "src/a.js");
  EXPECT_EQ(names.shown("file:///home/me/project2/a.js"), "/home/me/project2/a.js");
  EXPECT_EQ(names.uri("src/a.js"), "file:///home/me/project/src/a.js");
  EXPECT_EQ(names.uri("/x/a.js"), "file:///x/a.js");
  EXPECT_EQ(PathNames("").shown("file:///a.js"), "a.js");
  EXPECT_EQ(PathNames("").uri("a.js"), "file:///a.js");
}

}  // namespace
}  // namespace leaklint
