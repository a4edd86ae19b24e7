#include "base/read_file.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

namespace fs = std::filesystem;

class ReadFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "leaklint-read-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  std::string error_of(const std::string& path) {
    Result<std::string> bytes = read_file(path);
    return bytes ? "no error" : bytes.error().text;
  }

  fs::path folder_;
};

TEST_F(ReadFile, ReadsAllBytes) {
  std::string bytes(300'000, 'x');
  bytes += std::string("\0\r\n\xFF", 4);
  EXPECT_EQ(read_file(write("a.js", bytes)).value(), bytes);
  EXPECT_EQ(read_file(write("empty.js", "")).value(), "");
}

TEST_F(ReadFile, ReadsAPipeToItsEnd) {
  std::string path = (folder_ / "pipe").string();
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::string bytes(200'000, 'p');
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << bytes; });
  Result<std::string> read = read_file(path);
  writer.join();
  EXPECT_EQ(read.value(), bytes);
}

TEST_F(ReadFile, NamesThePathAndTheReason) {
  std::string missing = (folder_ / "missing.js").string();
  EXPECT_EQ(error_of(missing), "cannot read '" + missing + "': No such file or directory");
  EXPECT_EQ(error_of(folder_.string()), "cannot read '" + folder_.string() + "': is a folder");
  EXPECT_EQ(error_of("/dev/null"), "cannot read '/dev/null': is not a regular file");
}

TEST_F(ReadFile, NamesMissingPermission) {
  std::string path = write("secret.js", "x");
  ASSERT_EQ(::chmod(path.c_str(), 0), 0);
  if (::access(path.c_str(), R_OK) == 0) GTEST_SKIP() << "this user may read everything";
  EXPECT_EQ(error_of(path), "cannot read '" + path + "': Permission denied");
}

TEST_F(ReadFile, RefusesWhatOffsetsCannotReach) {
  std::string path = write("sparse.js", "x");
  fs::resize_file(path, largest_text + 1);
  EXPECT_EQ(error_of(path), "cannot read '" + path + "': larger than 4 GiB");
  std::string small = write("small.js", "12345");
  EXPECT_EQ(read_file(small, 5).value(), "12345");
  EXPECT_EQ(read_file(small, 4).error().text, "cannot read '" + small + "': larger than 4 bytes");
}

}  // namespace
}  // namespace leaklint
