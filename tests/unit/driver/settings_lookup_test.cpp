#include "driver/settings_lookup.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

namespace leaklint {
namespace {

namespace fs = std::filesystem;

const Rule rule{.description = {"", Severity::warning, Preset::recommended}};
const RegisteredRule table[] = {{&rule, "some-rule", "hygiene", ""}};

/// A folder of its own for each test.
class SettingsLookupTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / (std::string("leaklint-lookup-") +
                                           testing::UnitTest::GetInstance()->current_test_info()->name() +
                                           "-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }

  static SettingsLookup lookup() { return SettingsLookup(table, {}, std::nullopt); }

  FileSituation find(SettingsLookup& lookup, const std::string& name) {
    const auto situation = lookup.find((folder_ / name).string());
    EXPECT_TRUE(situation) << situation.error().text;
    return *situation;
  }

  Severity severity_of(const std::string& name) {
    SettingsLookup one = lookup();
    return find(one, name).settings->states[0].severity;
  }

  fs::path folder_;
};

TEST_F(SettingsLookupTest, TheNearestConfigurationIsTheOnlyOne) {
  write("leaklint.json", R"({"rules": {"some-rule": "error"}, "confidence": "low"})");
  write("inner/leaklint.json", R"({"confidence": "high"})");
  EXPECT_EQ(severity_of("a.js"), Severity::error);
  EXPECT_EQ(severity_of("deep/er/a.js"), Severity::error);
  EXPECT_EQ(severity_of("inner/a.js"), Severity::warning);
  EXPECT_EQ(severity_of("inner/deep/a.js"), Severity::warning);
}

TEST_F(SettingsLookupTest, FilesWithTheSameSettingsShareThem) {
  write("leaklint.json",
        R"({"overrides": [{"files": ["*.test.{js,ts}", "legacy"], "rules": {"some-rule": "off"}}]})");
  SettingsLookup one = lookup();
  EXPECT_EQ(find(one, "a.js").settings, find(one, "b/c.js").settings);
  EXPECT_EQ(find(one, "a.test.js").settings, find(one, "b/c.test.ts").settings);
  EXPECT_EQ(find(one, "a.test.js").settings, find(one, "legacy/deep/a.js").settings);
  EXPECT_NE(find(one, "a.js").settings, find(one, "a.test.js").settings);
  EXPECT_FALSE(find(one, "a.test.js").settings->states[0].is_on());
}

TEST_F(SettingsLookupTest, IncludeAndExcludeAreRelativeToTheConfiguration) {
  write("leaklint.json", R"({"include": ["src"], "exclude": ["/src/generated/*.js"]})");
  SettingsLookup one = lookup();
  EXPECT_FALSE(find(one, "src/a.js").is_left_out);
  EXPECT_TRUE(find(one, "src/generated/a.js").is_left_out);
  EXPECT_TRUE(find(one, "other/a.js").is_left_out);
}

TEST_F(SettingsLookupTest, AGivenConfigurationReplacesAllOthers) {
  write("leaklint.json", R"({"rules": {"some-rule": "error"}})");
  write("other/mine.json", R"({"rules": {"some-rule": "note"}})");
  auto given = read_configuration((folder_ / "other/mine.json").string(), table);
  ASSERT_TRUE(given);
  SettingsLookup one(table, {}, std::move(*given));
  EXPECT_EQ(find(one, "a.js").settings->states[0].severity, Severity::note);
}

TEST_F(SettingsLookupTest, AWrongConfigurationIsAnErrorThatNamesIt) {
  write("leaklint.json", "{,}");
  SettingsLookup one = lookup();
  const auto situation = one.find((folder_ / "deep/a.js").string());
  ASSERT_FALSE(situation);
  EXPECT_EQ(situation.error().text.find((folder_ / "leaklint.json").string() + ":1:2: not valid JSON"), 0u)
      << situation.error().text;
}

TEST_F(SettingsLookupTest, ThePackageIsTheNearestAsNodeSeesIt) {
  write("package.json", R"({"type": "module"})");
  write("plain/package.json", "{}");
  write("broken/package.json", "{");
  SettingsLookup one = lookup();
  EXPECT_EQ(find(one, "src/a.js").package_type, "module");
  EXPECT_EQ(find(one, "plain/a.js").package_type, "");
  EXPECT_EQ(find(one, "broken/a.js").package_type, "");
  write("node_modules/bare/index.js", "");
  write("node_modules/full/package.json", R"({"type": "commonjs"})");
  EXPECT_EQ(find(one, "node_modules/bare/index.js").package_type, std::nullopt);
  EXPECT_EQ(find(one, "node_modules/full/lib/index.js").package_type, "commonjs");
}

}  // namespace
}  // namespace leaklint
