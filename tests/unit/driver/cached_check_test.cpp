#include "driver/cached_check.h"

#include <functional>

#include <gmock/gmock.h>

#include "driver/configured_files.h"
#include "report/report.h"
#include "unit/driver/temporary_folder.h"

namespace leaklint {
namespace {

using testing::HasSubstr;

class CachedCheckOfAProject : public InTemporaryFolder {
 protected:
  void SetUp() override {
    InTemporaryFolder::SetUp();
    // Enough text for the cache to be worth it.
    write("padding.js", "// " + std::string(200'000, '-') + "\n");
    write("app.js", "const express = require('express');\nexpress().use(require('own'));\n");
    write("node_modules/own/package.json", R"({"main": "log.js"})");
    write("node_modules/own/log.js", leak("exit"));
    write("node_modules/own/other.js", leak("other"));
  }

  static std::string leak(const std::string& event) {
    return "module.exports = (one, two, next) => {\n  process.on('" + event + "', () => one.end());\n};\n";
  }

  struct Outcome {
    std::string report;
    bool was_known;
  };

  /// Checks all files as a new process would, but for the cache.
  Outcome run(const Settings& flags = {}) {
    SettingsLookup lookup(all_rules(), flags, std::nullopt);
    BaselineLookup baselines;
    CheckRequest request;
    for (const char* path : {"app.js", "node_modules/own/log.js", "node_modules/own/other.js", "padding.js"})
      if (std::filesystem::exists(path)) request.files.push_back({path, false});
    request.baselines = &baselines;
    auto store = CacheStore::open((outside_ / "cache").string());
    EXPECT_TRUE(store);
    auto checked = check_with_cache(request, lookup, all_rules(), *store);
    EXPECT_TRUE(checked) << checked.error().text;
    const CheckResult& result = checked->result;
    ReportInput input;
    input.findings = result.findings;
    input.suppressed = result.suppressed;
    input.rules = all_rules();
    input.source = [&](FileId file) -> const SourceText& { return *result.sources[file.raw]; };
    input.problems = result.problems;
    input.statistics = {result.counts.analysed, result.counts.lines, std::nullopt};
    return {report_json(input), checked->was_known};
  }

  /// Something changes that the result depends on: it is found out anew, and then known again.
  void changes(const std::string& what, const std::function<void()>& change, const Settings& flags = {}) {
    SCOPED_TRACE(what);
    change();
    const Outcome first = run(flags);
    EXPECT_FALSE(first.was_known);
    const Outcome second = run(flags);
    EXPECT_TRUE(second.was_known);
    EXPECT_EQ(second.report, first.report);
  }
};

TEST_F(CachedCheckOfAProject, SaysTheSameTheSecondTime) {
  write("app.js",
        "const express = require('express');\nexpress().use(require('own'));\n"
        "x == y; // leaklint-disable-line loose-equality -- on purpose\n(;\n");
  const Outcome first = run();
  EXPECT_FALSE(first.was_known);
  EXPECT_THAT(first.report, HasSubstr("'exit' listener"));
  EXPECT_THAT(first.report, HasSubstr("\"justification\":\"on purpose\""));
  EXPECT_THAT(first.report, HasSubstr("does not parse here"));
  const Outcome second = run();
  EXPECT_TRUE(second.was_known);
  EXPECT_EQ(second.report, first.report);
}

TEST_F(CachedCheckOfAProject, FindsOutAnewWhatMayHaveChanged) {
  run();
  changes("a text", [] { write("app.js", "express().use(require('own')); // new\n"); });
  changes("a file less", [] { std::filesystem::remove("node_modules/own/other.js"); });
  changes("a configuration", [] { write("leaklint.json", R"({"rules": {"no-var": "warn"}})"); });
  changes("an option", [] {
    write("leaklint.json", R"({"rules": {"request-in-timer": ["warn", {"minimumDelay": 7}]}})");
  });
  changes("a global", [] { write("leaklint.json", R"({"globals": {"x": "writable"}})"); });
  changes("a model", [] {
    write("leaklint.json", R"({"models": ["own.json"]})");
    write("own.json", R"({"library": "own", "modules": {}, "types": {}})");
  });
  changes("a model's text", [] { write("own.json", R"({"library": "ours", "modules": {}, "types": {}})"); });
  changes("a baseline", [] {
    write(
        "leaklint-baseline.json",
        R"({"version": 1, "findings": [{"path": "a.js", "rule": "x", "fingerprint": "0000000000000007"}]})");
  });
  Settings strict;
  strict.preset = PresetChoice::strict;
  changes(
      "the command line", [] {}, strict);
}

TEST_F(CachedCheckOfAProject, FindsOutAnewWhenThePackagesChange) {
  const std::string before = run().report;
  EXPECT_THAT(before, HasSubstr("'exit' listener"));
  write("node_modules/own/package.json", R"({"main": "other.js"})");
  const Outcome led_elsewhere = run();
  EXPECT_FALSE(led_elsewhere.was_known);
  EXPECT_NE(led_elsewhere.report, before);
  changes("a package.json that was not there", [] { write("package.json", R"({"type": "module"})"); });
  changes("a tsconfig.json that was not there",
          [] { write("tsconfig.json", R"({"compilerOptions": {"baseUrl": "."}})"); });
}

TEST_F(CachedCheckOfAProject, DoesNotKeepWhatIsQuickToFindOut) {
  std::filesystem::remove("padding.js");
  EXPECT_FALSE(run().was_known);
  EXPECT_FALSE(run().was_known);
}

TEST_F(CachedCheckOfAProject, SurvivesACacheOfNonsense) {
  write(outside_ / "cache/data.mdb", "nonsense");
  EXPECT_FALSE(CacheStore::open((outside_ / "cache").string()));
  write(outside_ / "file", "");
  EXPECT_FALSE(CacheStore::open((outside_ / "file").string()));
}

TEST_F(CachedCheckOfAProject, TheStoreBeginsAnewWhenItIsFull) {
  auto store = CacheStore::open((outside_ / "cache").string(), 1 << 20);
  ASSERT_TRUE(store);
  const auto key = [](uint8_t number) { return CacheKey{number}; };
  for (uint8_t number = 0; number < 20; ++number) store->keep(key(number), std::string(100'000, 'x'));
  EXPECT_EQ(store->find(key(19)), std::string(100'000, 'x'));
  EXPECT_FALSE(store->find(key(0)));
  store->keep(key(50), std::string(10 << 20, 'x'));
  EXPECT_FALSE(store->find(key(50)));
}

}  // namespace
}  // namespace leaklint
