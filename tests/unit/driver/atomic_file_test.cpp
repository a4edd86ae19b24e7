#include "driver/atomic_file.h"

#include <csignal>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/read_file.h"
#include "unit/driver/temporary_folder.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class AtomicFile : public InTemporaryFolder {
 protected:
  static std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const fs::directory_entry& entry : fs::directory_iterator("."))
      found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
  }

  static std::string error_of(const std::string& path, std::string_view bytes = "new") {
    std::optional<Error> error = write_file(path, bytes);
    return error ? error->text : "no error";
  }

  static mode_t mode_of(const std::string& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0);
    return status.st_mode & 07777;
  }
};

TEST_F(AtomicFile, WritesNewFilesAsAnyProgramDoes) {
  mode_t mask = ::umask(022);
  EXPECT_EQ(error_of("a.txt", std::string(300'000, 'x')), "no error");
  ::umask(mask);
  EXPECT_EQ(read_file("a.txt").value(), std::string(300'000, 'x'));
  EXPECT_EQ(mode_of("a.txt"), 0644u);
  EXPECT_EQ(error_of((folder_ / "empty").string(), ""), "no error");
  EXPECT_THAT(names(), ElementsAre("a.txt", "empty"));
}

TEST_F(AtomicFile, ReplacesAFileAndKeepsItsPermissions) {
  write("a.txt", "old");
  ASSERT_EQ(::chmod("a.txt", 0754), 0);
  EXPECT_EQ(error_of("a.txt"), "no error");
  EXPECT_EQ(read_file("a.txt").value(), "new");
  EXPECT_EQ(mode_of("a.txt"), 0754u);
  EXPECT_THAT(names(), ElementsAre("a.txt"));
}

TEST_F(AtomicFile, LeavesTheOldFileAloneWhileAnyoneReadsIt) {
  write("a.txt", "old");
  std::ifstream reader("a.txt");
  EXPECT_EQ(error_of("a.txt"), "no error");
  std::string seen;
  reader >> seen;
  EXPECT_EQ(seen, "old");
}

TEST_F(AtomicFile, KeepsTheOldFileWhenTheDiskIsFull) {
  write("a.txt", "old");
  // A limit on the size of files fails in the middle of writing, as a full disk does.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit tight = {100'000, before.rlim_max};
  auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
  std::string error = error_of("a.txt", std::string(300'000, 'x'));
  std::string error_of_new = error_of("b.txt", std::string(300'000, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(error, "cannot write 'a.txt': File too large");
  EXPECT_EQ(error_of_new, "cannot write 'b.txt': File too large");
  EXPECT_EQ(read_file("a.txt").value(), "old");
  EXPECT_THAT(names(), ElementsAre("a.txt"));
}

TEST_F(AtomicFile, NamesThePathAndTheReason) {
  write("a.txt", "old");
  fs::create_directory("sub");
  EXPECT_EQ(error_of("missing/a.txt"), "cannot write 'missing/a.txt': No such file or directory");
  EXPECT_EQ(error_of("a.txt/b"), "cannot write 'a.txt/b': Not a directory");
  EXPECT_EQ(error_of("sub"), "cannot write 'sub': Is a directory");
  EXPECT_EQ(error_of(""), "cannot write '': No such file or directory");
  EXPECT_THAT(names(), ElementsAre("a.txt", "sub"));
}

TEST_F(AtomicFile, DoesNotReplaceAFileThatMayNotBeWritten) {
  write("a.txt", "old");
  ASSERT_EQ(::chmod("a.txt", 0444), 0);
  if (::access("a.txt", W_OK) == 0) GTEST_SKIP() << "this user may write everything";
  EXPECT_EQ(error_of("a.txt"), "cannot write 'a.txt': Permission denied");
  EXPECT_EQ(read_file("a.txt").value(), "old");
}

TEST_F(AtomicFile, WritesThroughLinks) {
  fs::create_directory("sub");
  write("sub/a.txt", "old");
  fs::create_symlink("sub/a.txt", "one");
  fs::create_symlink("one", "two");
  fs::create_symlink("sub/b.txt", "new");
  fs::create_symlink("loop", "loop");
  EXPECT_EQ(error_of("two"), "no error");
  EXPECT_TRUE(fs::is_symlink("two"));
  EXPECT_TRUE(fs::is_symlink("one"));
  EXPECT_EQ(read_file("sub/a.txt").value(), "new");
  EXPECT_EQ(error_of("new"), "no error");
  EXPECT_TRUE(fs::is_symlink("new"));
  EXPECT_EQ(read_file("sub/b.txt").value(), "new");
  EXPECT_EQ(error_of("loop"), "cannot write 'loop': Too many levels of symbolic links");
}

TEST_F(AtomicFile, WritesToPipesAndDevicesDirectly) {
  ASSERT_EQ(::mkfifo("pipe", 0600), 0);
  std::string read;
  std::thread reader([&read] { read = read_file("pipe").value(); });
  EXPECT_EQ(error_of("pipe"), "no error");
  reader.join();
  EXPECT_EQ(read, "new");
  EXPECT_TRUE(fs::is_fifo("pipe"));
  EXPECT_EQ(error_of("/dev/null"), "no error");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

}  // namespace
}  // namespace leaklint
