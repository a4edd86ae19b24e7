// What is left out below a folder, compared with what git itself leaves out.

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "driver/discover.h"
#include "driver/source_names.h"
#include "unit/driver/temporary_folder.h"
#include "unit/driver/tricky_ignore_rules.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

class GitIgnore : public InTemporaryFolder {
 protected:
  void SetUp() override {
    InTemporaryFolder::SetUp();
    output_of("git init -q .");
  }

  static std::set<std::string> files_by_git(const std::string& folder = ".") {
    std::string list = output_of("git -C '" + folder + "' ls-files -co --exclude-standard -z");
    std::set<std::string> files;
    for (size_t at = 0; at < list.size(); at = list.find('\0', at) + 1) {
      std::string file = list.c_str() + at;
      if (is_source_name(file)) files.insert(file);
    }
    return files;
  }

  static std::set<std::string> files_by_us(const std::string& folder = ".") {
    Discovered found = discover(std::vector<std::string>{folder}, {});
    EXPECT_THAT(found.problems, testing::IsEmpty());
    std::set<std::string> files;
    for (const DiscoveredFile& file : found.files) files.insert(file.path);
    return files;
  }

  // "+file" is one that git takes and we do not, "-file" the other way round.
  static std::vector<std::string> differences() {
    std::set<std::string> by_git = files_by_git();
    std::set<std::string> by_us = files_by_us();
    std::vector<std::string> found;
    for (const std::string& file : by_git)
      if (!by_us.contains(file)) found.push_back("+" + file);
    for (const std::string& file : by_us)
      if (!by_git.contains(file)) found.push_back("-" + file);
    return found;
  }

  static void expect_agreement(const std::string& rules) {
    write(".gitignore", rules);
    EXPECT_THAT(differences(), testing::IsEmpty()) << "with these rules:\n" << rules;
  }

  static void write_tricky_tree() {
    write_empty({"a.js",
                 "b.js",
                 "A.js",
                 "foo.js",
                 "Foo.js",
                 "bar.js",
                 "foobar.js",
                 "foo.test.js",
                 "x.js",
                 "0.js",
                 "#hash.js",
                 "!bang.js",
                 "sp ace.js",
                 "back\\slash.js",
                 "[set].js",
                 "a-b.js",
                 "a]b.js",
                 "^x.js",
                 "é.js",
                 "日.js",
                 "*.js",
                 "?.js",
                 "-.js",
                 "].js",
                 ".hidden.js",
                 "new\nline.js",
                 "cr.js\r.js",
                 "foo/a.js",
                 "foo/foo.js",
                 "foo/bar/a.js",
                 "foo/bar/baz/a.js",
                 "foo/bar/baz/qux/a.js",
                 "bar/foo/a.js",
                 "bar/foo/bar/a.js",
                 "bar/b.js",
                 "a/b.js",
                 "a/b/c/d.js",
                 "a/x/b.js",
                 "a/x/y/b.js",
                 "ax/b/b.js",
                 "ax/y/b/c.js",
                 "ab/b.js",
                 "src/foo.js",
                 "src/a/foo.js",
                 "src/a/b/foo.js",
                 "doc/frotz/x.js",
                 "a/doc/frotz/x.js",
                 "frotz/x.js",
                 "trail /x.js",
                 "trail/x.js",
                 "tab\t/x.js",
                 "tab/x.js",
                 "cr\r/x.js",
                 "cr/x.js",
                 ".dir/x.js",
                 "abc/x.js",
                 "abd/x.js",
                 "a[b/x.js",
                 "a\\b/x.js",
                 "!not/x.js",
                 "#no/x.js",
                 "build/x.js",
                 "src/build/x.js",
                 "build.js/x.js",
                 "lib/a/a/a/a.js",
                 "lib/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.js",
                 "**/x.js",
                 "star*/x.js"});
  }
};

TEST_F(GitIgnore, ReadsEachTrickyRuleAsGitDoes) {
  write_tricky_tree();
  expect_agreement("");
  for (const std::string& rules : tricky_rules) expect_agreement(rules);
}

TEST_F(GitIgnore, KnowsEveryAsciiCharacterOfEveryPosixClass) {
  for (int byte = 1; byte < 256; ++byte)
    if (byte != '/') write(fs::path("ascii") / (std::string(1, static_cast<char>(byte)) + "x.js"));
  for (const char* name : {"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
                           "space", "upper", "xdigit"}) {
    expect_agreement("[[:" + std::string(name) + ":]]x.js");
    expect_agreement("[^[:" + std::string(name) + ":]a]x.js");
  }
  for (const char* set : {"[\x01-\xFF]", "[!-~]", "[+--]", "[\x80-\xFF]", "[!\x80-\xFF]", "?", "[a-z0-9_.]"})
    expect_agreement(std::string(set) + "x.js");
}

TEST_F(GitIgnore, LetsDeeperFilesOverruleHigherOnes) {
  write_tricky_tree();
  write("foo/.gitignore", "!a.js\n/bar/baz\n");
  write("foo/bar/.gitignore", "!baz\n*.js\n");
  write("foo/bar/baz/.gitignore", "!a.js\n!/qux/\n");
  write("src/.gitignore", "/foo.js\n/a/*\n!a/b\nb/../foo.js\n");
  write("a/.gitignore", "**/b.js\n!/b.js\ndoc/**/x.js\n");
  write("bar/.gitignore", "*\n!.gitignore\n!foo/\n!/foo/bar/a.js\n");
  write("lib/.gitignore", "a/\n");
  write("lib/a/.gitignore", "!a\n!*.js\n");
  for (const char* rules : {"", "a.js\n", "*.js\n", "foo/\n", "*\n", "/foo/*\n", "!foo\n", "b*\n!b.js\n",
                            "**/a\n", "bar/*\n!bar/.gitignore\n", "/*/\n!/lib/\n!/src/\n"})
    expect_agreement(rules);
}

TEST_F(GitIgnore, ReadsRulesThatStandInNoFolder) {
  write_tricky_tree();
  write(".git/info/exclude", "foo.js\n!b.js\n/bar/\n");
  write(home_ / ".config/git/ignore", "foo.js\nx.js\nb.js\n");
  expect_agreement("");
  expect_agreement("!foo.js\n");
  write(home_ / ".gitconfig", "[Core]\n\tExcludesFile = \"~/my ignores\" ; mine\n");
  write(home_ / "my ignores", "a.js\n!foo.js\n");
  expect_agreement("");
  output_of("git config core.excludesFile sub/../.git/mine");
  write(".git/mine", "trail/\n");
  fs::create_directory("sub");
  expect_agreement("");
  ::setenv("XDG_CONFIG_HOME", (home_ / "xdg").c_str(), 1);
  write(home_ / "xdg/git/ignore", "abc/\n");
  expect_agreement("");
  output_of("git config --unset core.excludesFile && rm ~/.gitconfig");
  expect_agreement("");
  EXPECT_FALSE(files_by_us().contains("abc/x.js"));
}

TEST_F(GitIgnore, ReadsLinkedWorkTrees) {
  write("a.js");
  write(".git/info/exclude", "x.js\n");
  output_of(
      "git add a.js && git -c user.name=x -c user.email=x@x commit -q -m x && git worktree add -q ../linked");
  fs::current_path("../linked");
  write_empty({"x.js", "y.js", "sub/x.js"});
  EXPECT_THAT(files_by_us(), testing::ElementsAre("a.js", "y.js"));
  EXPECT_THAT(differences(), testing::IsEmpty());
}

TEST_F(GitIgnore, ReadsSubmodules) {
  output_of(
      "git init -q ../origin && cd ../origin && git -c user.name=x -c user.email=x@x commit -q --allow-empty "
      "-m x");
  output_of("git -c protocol.file.allow=always submodule add -q ../origin inner 2>&1");
  write(".git/info/exclude", "y.js\n");
  write(".git/modules/inner/info/exclude", "x.js\n");
  write_empty({"x.js", "y.js", "inner/x.js", "inner/y.js"});
  EXPECT_THAT(files_by_us(), testing::ElementsAre("inner/y.js", "x.js"));
  EXPECT_THAT(files_by_us("inner"), testing::ElementsAre("inner/y.js"));
  EXPECT_THAT(files_by_git("inner"), testing::ElementsAre("y.js"));
}

TEST_F(GitIgnore, GivesARepositoryInsideAnotherOnlyItsOwnRules) {
  write(".gitignore", "x.js\n/ignored/\n");
  for (const char* folder : {"inner", "ignored"}) {
    output_of("git init -q " + std::string(folder));
    write(std::string(folder) + "/x.js");
    write(std::string(folder) + "/y.js");
    write(std::string(folder) + "/.gitignore", "y.js\n");
  }
  write_empty({"x.js", "y.js"});
  fs::create_directories("fake/.git");
  write("fake/x.js");
  EXPECT_THAT(files_by_us(), testing::ElementsAre("inner/x.js", "y.js"));
  EXPECT_THAT(files_by_git("inner"), testing::ElementsAre("x.js"));
}

TEST_F(GitIgnore, DoesNotFollowRuleFilesThatAreLinksNorReadFolders) {
  write_empty({"a.js", "b.js", "sub/a.js", "sub/b.js"});
  write("rules", "a.js\n");
  fs::create_symlink("rules", ".gitignore");
  fs::create_directory("sub/.gitignore");
  std::set<std::string> by_us = files_by_us();
  EXPECT_THAT(by_us, testing::ElementsAre("a.js", "b.js", "sub/a.js", "sub/b.js"));
}

TEST_F(GitIgnore, AgreesOnSymbolicLinksToFolders) {
  write_empty({"real/a.js", "other/a.js"});
  fs::create_directory_symlink("real", "link");
  fs::create_directory_symlink("..", "real/loop");
  for (const char* rules : {"", "link\n", "link/\n", "real/\n", "*/\n"}) expect_agreement(rules);
}

// A small alphabet makes patterns hit often; its words are those that git treats in a special way.
class RandomRules {
 public:
  std::string rules() {
    std::string lines;
    for (size_t count = 1 + below(4); count > 0; --count) lines += line() + (below(20) == 0 ? "\r\n" : "\n");
    return lines;
  }

  std::string folder(const std::vector<std::string>& folders) { return folders[below(folders.size())]; }
  size_t below(size_t limit) { return random_() % limit; }

 private:
  std::string line() {
    static const std::vector<std::string> words = {
        "a",    "b",  "ab",   "a",  "*",   "*",           "**",           "**",   "/",
        "/",    "/",  "/**/", "?",  ".js", ".js",         "*.js",         "[ab]", "[!a]",
        "[a-]", "[a", "\\a",  "\\", " ",   "[[:alpha:]]", "[^[:space:]]", "]",    "[",
        "\\[",  "-",  "a b",  "!",  "#",   "\\*",         "***",          "**/",  "/**"};
    std::string line = below(4) == 0 ? "!" : "";
    for (size_t count = 1 + below(6); count > 0; --count) line += words[below(words.size())];
    return line;
  }

  std::mt19937 random_{20250314};
};

TEST_F(GitIgnore, AgreesOnRandomRules) {
  std::vector<std::string> folders = {"."};
  const std::vector<std::string> names = {"a", "b", "ab", "a b", "[a]", "!a"};
  for (size_t at = 0; at < 1 + names.size(); ++at)
    for (const std::string& name : names) folders.push_back(folders[at] + "/" + name);
  for (const std::string& name : names) folders.push_back("./a/b/" + name);
  for (const std::string& folder : folders)
    for (const std::string& name : names) write(folder + "/" + name + ".js");

  RandomRules random;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> files = {"./.gitignore"};
    for (size_t count = random.below(3); count > 0; --count)
      files.push_back(random.folder(folders) + "/.gitignore");
    std::string all;
    for (const std::string& file : files) {
      std::string rules = random.rules();
      write(file, rules);
      all += file + ":\n" + rules;
    }
    ASSERT_THAT(differences(), testing::IsEmpty()) << "in round " << round << " with\n" << all;
    for (const std::string& file : files) fs::remove(file);
  }
}

}  // namespace
}  // namespace leaklint
