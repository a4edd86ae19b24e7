#include "driver/discover.h"

#include <string>
#include <sys/stat.h>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/driver/temporary_folder.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Discover : public InTemporaryFolder {
 protected:
  static std::vector<std::string> files(const std::vector<std::string>& paths,
                                        const DiscoverOptions& options = {}) {
    Discovered found = discover(paths, options);
    EXPECT_THAT(found.problems, IsEmpty());
    std::vector<std::string> names;
    for (const DiscoveredFile& file : found.files) names.push_back(file.path);
    return names;
  }

  static std::vector<std::string> problems(const std::vector<std::string>& paths) {
    std::vector<std::string> lines;
    for (const Problem& problem : discover(paths, {}).problems)
      lines.push_back(problem.path + ": " + problem.message);
    return lines;
  }

  static DiscoverOptions without_ignoring() {
    DiscoverOptions options;
    options.no_ignore = true;
    return options;
  }
};

TEST_F(Discover, TakesEveryExtensionThatIsRead) {
  write_empty({"a.js", "a.mjs", "a.cjs", "a.jsx", "a.ts", "a.mts", "a.cts", "a.tsx", "a.vue", "a.svelte",
               "a.html", "a.htm", "a.json", "a.css", "a.js.map", "js", "README.md"});
  EXPECT_THAT(files({"."}), ElementsAre("a.cjs", "a.cts", "a.htm", "a.html", "a.js", "a.jsx", "a.mjs",
                                        "a.mts", "a.svelte", "a.ts", "a.tsx", "a.vue"));
}

TEST_F(Discover, LeavesOutWhatIsNotThisProjectsSource) {
  write_empty({"a.js", "a.min.js", "a.min.mjs", "min.js", "a.d.ts", "a.d.mts", "a.d.cts", "d.ts",
               "node_modules/x/a.js", "sub/node_modules/a.js", "node_modules.js", ".git/hooks/a.js"});
  EXPECT_THAT(files({"."}), ElementsAre("a.js", "d.ts", "min.js", "node_modules.js"));
  EXPECT_THAT(files({"."}, without_ignoring()),
              ElementsAre("a.d.cts", "a.d.mts", "a.d.ts", "a.js", "a.min.js", "a.min.mjs", "d.ts", "min.js",
                          "node_modules.js", "node_modules/x/a.js", "sub/node_modules/a.js"));
}

TEST_F(Discover, ReadsWhatIsNamed) {
  write(".gitignore", "*.js\n/dist/\n");
  write_empty({"a.js", "a.min.js", "types.d.ts", "dist/a.ts", "dist/sub/b.ts", "dist/node_modules/x/c.ts",
               ".git/HEAD"});
  std::vector<std::string> named = {"a.js", "a.min.js", "types.d.ts", "dist"};
  EXPECT_THAT(files(named), ElementsAre("a.js", "a.min.js", "dist/a.ts", "dist/sub/b.ts", "types.d.ts"));
  EXPECT_THAT(files({"dist/sub"}), ElementsAre("dist/sub/b.ts"));
  EXPECT_THAT(files({"dist/node_modules/x"}), ElementsAre("dist/node_modules/x/c.ts"));
  EXPECT_THAT(files({"."}), IsEmpty());
}

TEST_F(Discover, SaysWhichFilesWereNamed) {
  write_empty({"a.js", "b.js"});
  Discovered found = discover(std::vector<std::string>{".", "./b.js"}, {});
  EXPECT_THAT(found.files, ElementsAre(DiscoveredFile{"a.js", false}, DiscoveredFile{"b.js", true}));
}

TEST_F(Discover, ShowsEachFileOnceByItsPathFromTheWorkingFolder) {
  write_empty({"src/a.js", "src/sub/b.js", "../other/c.js"});
  std::string absolute = (folder_ / "src").string();
  EXPECT_THAT(files({"src", "./src/", "src//sub/../a.js", absolute, absolute + "/a.js", "src/sub"}),
              ElementsAre("src/a.js", "src/sub/b.js"));
  EXPECT_THAT(files({"../other"}), ElementsAre("../other/c.js"));
  EXPECT_THAT(files({"../other/c.js"}), ElementsAre("../other/c.js"));
  EXPECT_THAT(files({(outside_ / "other").string()}), ElementsAre((outside_ / "other/c.js").string()));
  EXPECT_THAT(files({".."}), ElementsAre("../other/c.js", "src/a.js", "src/sub/b.js"));
  fs::current_path("src/sub");
  EXPECT_THAT(files({"../.."}), ElementsAre("../../src/a.js", "b.js"));
}

TEST_F(Discover, NamesWhatIsInTheWay) {
  write_empty({"a.js", "data.json", "b.JS"});
  EXPECT_THAT(
      problems({"missing.js", "data.json", "a.js/x", "b.JS", ""}),
      ElementsAre(": no such file or folder", "a.js/x: Not a directory",
                  "b.JS: not a JavaScript or TypeScript file",
                  "data.json: not a JavaScript or TypeScript file", "missing.js: no such file or folder"));
  EXPECT_THAT(discover(std::vector<std::string>{"missing.js", "a.js"}, {}).files,
              ElementsAre(DiscoveredFile{"a.js", true}));
}

TEST_F(Discover, NamesFoldersAndRulesThatCannotBeRead) {
  write_empty({"a.js", "closed/b.js", "sub/c.js"});
  write("sub/.gitignore", "c.js\n");
  fs::permissions("closed", fs::perms::none);
  fs::permissions("sub/.gitignore", fs::perms::none);
  if (::access("closed", R_OK) == 0) GTEST_SKIP() << "this user may read everything";
  EXPECT_THAT(problems({"."}),
              ElementsAre("closed: cannot read the folder: Permission denied",
                          "sub/.gitignore: cannot read the ignore rules: Permission denied"));
  fs::permissions("closed", fs::perms::all);
}

TEST_F(Discover, LetsItsOwnRulesOverruleGits) {
  write(".gitignore", "/dist/\n/out/\n*.gen.js\n");
  write(".leaklintignore", "!dist/\nfixtures/\n");
  write("sub/.leaklintignore", "!*.gen.js\n/x.js\n");
  write_empty({".git/HEAD", "a.gen.js", "dist/a.js", "dist/a.gen.js", "out/a.js", "fixtures/a.js", "sub/x.js",
               "sub/a.gen.js", "sub/fixtures/a.js", "sub/deep/x.js"});
  EXPECT_THAT(files({"."}), ElementsAre("dist/a.js", "sub/a.gen.js", "sub/deep/x.js"));
  EXPECT_THAT(files({"sub"}), ElementsAre("sub/a.gen.js", "sub/deep/x.js"));
  EXPECT_THAT(files({"fixtures"}), ElementsAre("fixtures/a.js"));
}

TEST_F(Discover, ReadsRulesAboveFromTheTopOfTheRepository) {
  write("../.gitignore", "*.js\n");
  write(".gitignore", "x.js\n/src/y.js\n");
  write_empty({"src/x.js", "src/y.js", "src/sub/y.js", ".git/HEAD"});
  EXPECT_THAT(files({"src"}), ElementsAre("src/sub/y.js"));
  fs::current_path("src");
  EXPECT_THAT(files({"."}), ElementsAre("sub/y.js"));
  EXPECT_THAT(files({"sub"}), ElementsAre("sub/y.js"));
}

TEST_F(Discover, ReadsRulesAboveFromTheWorkingFolderWithoutARepository) {
  write("../.gitignore", "*.js\n");
  write(".gitignore", "x.js\n");
  write_empty({"src/x.js", "src/y.js", "../other/x.js"});
  EXPECT_THAT(files({"src"}), ElementsAre("src/y.js"));
  EXPECT_THAT(files({"."}), ElementsAre("src/y.js"));
  EXPECT_THAT(files({"../other"}), ElementsAre("../other/x.js"));
}

TEST_F(Discover, LeavesOutLinksThatItMeetsAndFollowsThoseThatAreNamed) {
  write_empty({"real/a.js", "../other/b.js", "store/1234"});
  fs::create_directory_symlink("..", "real/loop");
  fs::create_symlink("a.js", "real/link.js");
  fs::create_directory_symlink("../other", "outside");
  fs::create_symlink("../other/b.js", "b.js");
  fs::create_symlink("store/1234", "stored.ts");
  fs::create_symlink("nowhere.js", "dangling.js");
  EXPECT_THAT(files({"."}), ElementsAre("real/a.js"));
  EXPECT_THAT(files({"b.js", "stored.ts"}), ElementsAre("b.js", "stored.ts"));
  EXPECT_THAT(files({"outside"}), ElementsAre("../other/b.js"));
  EXPECT_THAT(files({"real/loop/real/loop/real"}), ElementsAre("real/a.js"));
  EXPECT_THAT(problems({"dangling.js"}), ElementsAre("dangling.js: no such file or folder"));
}

TEST_F(Discover, LeavesOutPipes) {
  write("a.js");
  ASSERT_EQ(::mkfifo("pipe.js", 0600), 0);
  EXPECT_THAT(files({"."}), ElementsAre("a.js"));
}

TEST_F(Discover, GoesDownDeepTrees) {
  std::string deep = ".";
  while (deep.size() < 1000) deep += "/d";
  fs::create_directories(deep);
  write(deep + "/a.js");
  EXPECT_THAT(files({"."}), ElementsAre(deep.substr(2) + "/a.js"));
}

TEST_F(Discover, NamesFoldersThatLieTooDeepForTheSystem) {
  std::string name(200, 'n');
  std::string step = folder_.string();
  for (int level = 0; level < 25; ++level) {
    fs::create_directory(name);
    ASSERT_EQ(::chdir(name.c_str()), 0);
  }
  write("a.js");
  fs::current_path(folder_);
  write("b.js");
  Discovered found = discover(std::vector<std::string>{"."}, {});
  ASSERT_THAT(found.problems, testing::SizeIs(1));
  EXPECT_EQ(found.problems[0].message, "cannot read the folder: File name too long");
  EXPECT_THAT(found.files, ElementsAre(DiscoveredFile{"b.js", false}));
  output_of("rm -r n*");
}

TEST_F(Discover, HoldsToTheGlobsOfAConfiguration) {
  write_empty({"src/a.ts", "src/gen/b.ts", "src/gen/keep/c.ts", "test/d.ts", "e.ts", "lib/src/f.ts"});
  DiscoverOptions options;
  options.include = {"/src", "*.test.ts", "!gen"};
  EXPECT_THAT(files({"."}, options), ElementsAre("src/a.ts"));
  EXPECT_THAT(files({"src/gen", "e.ts"}, options), ElementsAre("e.ts")) << "a named file is always taken";
  EXPECT_THAT(files({".."}, options), ElementsAre("src/a.ts"));
  options.include = {};
  options.exclude = {"gen/", "/e.ts"};
  EXPECT_THAT(files({"."}, options), ElementsAre("lib/src/f.ts", "src/a.ts", "test/d.ts"));
  EXPECT_THAT(files({"src/gen"}, options), ElementsAre("src/gen/b.ts", "src/gen/keep/c.ts"));
  options.no_ignore = true;
  EXPECT_THAT(files({"src"}, options), ElementsAre("src/a.ts"));
  options.globs_folder = "src";
  EXPECT_THAT(files({"."}, options), ElementsAre("e.ts", "lib/src/f.ts", "src/a.ts", "test/d.ts"));
}

}  // namespace
}  // namespace leaklint
