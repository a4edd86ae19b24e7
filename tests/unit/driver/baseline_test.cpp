#include <gmock/gmock.h>

#include "driver/baseline_lookup.h"
#include "driver/check.h"
#include "driver/record_baseline.h"
#include "unit/driver/temporary_folder.h"

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

void report_text(FileContext& context, NodeId node) {
  context.report(node, std::string(context.tree.text(node)));
}

constexpr Kind names[] = {Kind::identifier};
const Rule name_rule{
    .description = {"", Severity::note, Preset::recommended}, .kinds = names, .visit = report_text};
const RegisteredRule table[] = {{&name_rule, "names", "hygiene", ""}};

class BaselineOfAProject : public InTemporaryFolder {
 protected:
  static CheckResult check_files(std::vector<DiscoveredFile> files, BaselineLookup* baselines) {
    CheckRequest request;
    request.files = std::move(files);
    request.baselines = baselines;
    SettingsLookup lookup(table, {}, std::nullopt);
    auto result = check(request, lookup, table);
    EXPECT_TRUE(result);
    return std::move(*result);
  }

  /// Records what is found in all files of `texts`, which are written to the folder first.
  BaselineChange record(const std::vector<std::pair<std::string, std::string>>& texts,
                        const std::string& path = "leaklint-baseline.json", bool only_prunes = false) {
    std::vector<DiscoveredFile> files;
    for (const auto& [name, text] : texts) {
      write(name, text);
      files.push_back({name, true});
    }
    Baseline baseline{path, std::filesystem::absolute(path).parent_path().string(), {}};
    if (std::filesystem::exists(path)) baseline = *read_baseline(path);
    const BaselineChange change = record_findings(baseline, check_files(files, nullptr), table, only_prunes);
    write(path, baseline_text(baseline.entries));
    return change;
  }

  static std::vector<std::string> new_findings(const std::string& path, const std::string& text) {
    write(path, text);
    BaselineLookup baselines;
    std::vector<std::string> found;
    for (const Finding& finding : check_files({{path, true}}, &baselines).findings)
      found.push_back(finding.message);
    return found;
  }
};

TEST_F(BaselineOfAProject, KnowsFindingsWhereverTheyMove) {
  record({{"a.js", "one;\ntwo;\nfunction f() { three; }\n"}});
  EXPECT_THAT(new_findings("a.js", "one;\ntwo;\nfunction f() { three; }\n"), IsEmpty());
  EXPECT_THAT(new_findings("a.js", "\n\n  two;\n/* */\none();\n\nfunction f() { three; }\n"),
              ElementsAre("one"))
      << "its line reads differently now";
  EXPECT_THAT(new_findings("a.js", "two;\none;\nfunction f() { three; }\nfour;\n"), ElementsAre("four"));
  EXPECT_THAT(new_findings("a.js", "one;\ntwo;\nfunction g() { three; }\n"), ElementsAre("g", "three"));
}

TEST_F(BaselineOfAProject, ReportsOneMoreOfTheSame) {
  record({{"a.js", "one;\none;\n"}});
  EXPECT_THAT(new_findings("a.js", "one;\none;\none;\n"), ElementsAre("one"));
  EXPECT_THAT(new_findings("b.js", "one;\n"), ElementsAre("one")) << "another file's baseline";
}

TEST_F(BaselineOfAProject, TheNearestOneCounts) {
  record({{"a.js", "one;\n"}, {"packages/x/a.js", "one;\n"}});
  EXPECT_THAT(new_findings("packages/x/a.js", "one;\n"), IsEmpty());
  record({{"packages/x/b.js", "one;\n"}}, "packages/x/leaklint-baseline.json");
  EXPECT_THAT(new_findings("packages/x/a.js", "one;\n"), ElementsAre("one"));
  EXPECT_THAT(new_findings("packages/x/b.js", "one;\n"), IsEmpty());
  EXPECT_THAT(new_findings("a.js", "one;\n"), IsEmpty());
}

TEST_F(BaselineOfAProject, SaysWhatIsGoneWhenAllFilesWereLookedAt) {
  record({{"a.js", "one;\none;\n"}, {"b.js", "two;\n"}});
  write("a.js", "one;\n");
  BaselineLookup partly;
  EXPECT_THAT(check_files({{"a.js", true}}, &partly).problems, IsEmpty());
  BaselineLookup wholly;
  const auto problems = check_files({{"a.js", true}, {"b.js", true}}, &wholly).problems;
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].path, "leaklint-baseline.json");
  EXPECT_EQ(problems[0].severity, Severity::note);
  EXPECT_EQ(problems[0].message, "1 finding of it is gone; 'leaklint baseline --prune' takes it out");
}

TEST_F(BaselineOfAProject, KeepsWhatIsKnownOfOtherFilesUnlessTheyAreGone) {
  record({{"a.js", "one;\n"}, {"b.js", "two;\n"}, {"c.js", "three;\n"}});
  std::filesystem::remove("c.js");
  const BaselineChange change = record({{"a.js", "four;\n"}});
  EXPECT_EQ(change.kept, 1u);
  EXPECT_EQ(change.added, 1u);
  EXPECT_EQ(change.removed, 2u);
  EXPECT_THAT(new_findings("b.js", "two;\n"), IsEmpty());
}

TEST_F(BaselineOfAProject, PruningAddsNothing) {
  record({{"a.js", "one;\none;\ntwo;\n"}});
  const BaselineChange change = record({{"a.js", "one;\nthree;\n"}}, "leaklint-baseline.json", true);
  EXPECT_EQ(change.kept, 1u);
  EXPECT_EQ(change.added, 0u);
  EXPECT_EQ(change.removed, 2u);
  EXPECT_THAT(new_findings("a.js", "one;\nthree;\n"), ElementsAre("three"));
}

}  // namespace
}  // namespace leaklint
