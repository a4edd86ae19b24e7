#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

namespace leaklint {

// Each test gets an empty folder to work in, and a home folder of its own, so that neither the user's git
// configuration nor the project around it plays a part.
class InTemporaryFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "leaklint-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    outside_ = std::filesystem::canonical(pattern);
    folder_ = outside_ / "work";
    home_ = outside_ / "home";
    std::filesystem::create_directory(folder_);
    std::filesystem::create_directory(home_);
    started_in_ = std::filesystem::current_path();
    std::filesystem::current_path(folder_);
    ::setenv("HOME", home_.c_str(), 1);
    ::setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    for (const char* name :
         {"XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"})
      ::unsetenv(name);
  }

  void TearDown() override {
    std::filesystem::current_path(started_in_);
    std::filesystem::remove_all(outside_);
  }

  static void write(const std::filesystem::path& path, std::string_view bytes = "") {
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    ASSERT_TRUE(file.good()) << path;
  }

  static void write_empty(std::initializer_list<const char*> paths) {
    for (const char* path : paths) write(path);
  }

  // What a command prints; it must succeed.
  static std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    char buffer[4096];
    for (size_t count = 1; count > 0;) {
      count = std::fread(buffer, 1, sizeof buffer, pipe);
      output.append(buffer, count);
    }
    EXPECT_EQ(::pclose(pipe), 0) << command;
    return output;
  }

  std::filesystem::path outside_;
  std::filesystem::path folder_;
  std::filesystem::path home_;

 private:
  std::filesystem::path started_in_;
};

}  // namespace leaklint
