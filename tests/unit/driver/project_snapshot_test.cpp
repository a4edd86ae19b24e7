#include "driver/project_snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lint/fingerprint.h"
#include "unit/driver/temporary_folder.h"

namespace leaklint {
namespace {

using testing::ElementsAre;

Span find(std::string_view text, std::string_view part) {
  const auto at = static_cast<uint32_t>(text.find(part));
  return {at, at + static_cast<uint32_t>(part.size())};
}

TEST(TextShift, MovesWhatIsBehindAnEdit) {
  const std::string before = "first(); second(); third();";
  const std::string after = "first(); NEW second(); third();";
  const TextShift shift(before, after);
  for (const char* part : {"first()", "third()"}) {
    EXPECT_EQ(shift.moved(find(before, part)), find(after, part)) << part;
    EXPECT_TRUE(shift.keeps(find(before, part)));
  }
}

TEST(TextShift, KeepsNothingOfWhatWasDeleted) {
  const TextShift shift("a(); b(); c();", "a(); c();");
  const Span gone = shift.moved(find("a(); b(); c();", "b()"));
  EXPECT_EQ(gone.begin, gone.end);
  EXPECT_FALSE(shift.keeps(find("a(); b(); c();", "b()")));
}

TEST(TextShift, EqualTextsMoveNothing) {
  const TextShift shift("same", "same");
  EXPECT_EQ(shift.moved({1, 3}), (Span{1, 3}));
  EXPECT_TRUE(shift.keeps({1, 3}));
}

class ProjectTest : public InTemporaryFolder {
 protected:
  /// The project's snapshot after everything is analysed and linked.
  ProjectSnapshot snapshot() {
    project.analyse({});
    auto linked =
        std::make_shared<const LinkedProject>(link_project(checker, project.files(), project.settings()));
    return {all_rules(), project.files(), std::move(linked), project.settings(), 0};
  }
  ProjectSnapshot unlinked(std::shared_ptr<const LinkedProject> linked) {
    project.analyse({});
    return {all_rules(), project.files(), std::move(linked), project.settings(), 0};
  }
  std::vector<std::string> lines(const ProjectSnapshot& snapshot, const std::string& name) {
    std::vector<std::string> lines;
    const CheckedFile* file = snapshot.file(name);
    if (file == nullptr) return {"no such file"};
    for (const Finding& finding : snapshot.findings_of(*file))
      lines.push_back(std::to_string(file->result.source->position(finding.place.span.begin).line) + " " +
                      std::string(all_rules()[finding.rule].id));
    return lines;
  }
  void load() {
    ASSERT_FALSE(project.load({{folder_.string()}, {}, {}}));
    checker = ProgramChecker(all_rules());  // which remembers the working folder
    ASSERT_FALSE(checker.load({}));
  }
  void edit(const std::string& name, std::string text) {
    project.set_text(name, std::make_shared<const std::string>(std::move(text)));
  }

  Project project{all_rules(), 2};
  ProgramChecker checker{all_rules()};
};

TEST_F(ProjectTest, ReadsOnlyWhatHasChanged) {
  write("a.js", "if (a == 1) run();\n");
  write("b.js", "if (b == 1) run();\n");
  load();
  const ProjectSnapshot before = snapshot();
  edit("a.js", "\nif (a == 1) run();\n");
  const ProjectSnapshot after = snapshot();
  EXPECT_THAT(lines(before, "a.js"), ElementsAre("1 loose-equality"));
  EXPECT_THAT(lines(after, "a.js"), ElementsAre("2 loose-equality"));
  EXPECT_EQ(before.file("b.js"), after.file("b.js"));
}

TEST_F(ProjectTest, FindingsOfTheLastLinkMoveWithTheText) {
  const std::string log = "require('express')().use((req) => {\n  process.on('exit', () => req);\n});\n";
  write("log.js", log);
  load();
  const ProjectSnapshot before = snapshot();
  ASSERT_THAT(lines(before, "log.js"), ElementsAre("2 listener-leak"));
  edit("log.js", "\n\n" + log);
  const ProjectSnapshot after = unlinked(before.linked);
  EXPECT_THAT(lines(after, "log.js"), ElementsAre("4 listener-leak"));
  const Finding finding = after.findings_of(*after.file("log.js")).front();
  const auto root = after.locate(finding.notes.front().steps.front().place);
  ASSERT_TRUE(root);
  EXPECT_EQ(root->file->result.source->position(root->span.begin).line, 4u);
  edit("log.js", "require('express')().use((req) => {\n});\n");
  EXPECT_THAT(lines(unlinked(before.linked), "log.js"), ElementsAre()) << "the text it was about is gone";
}

TEST_F(ProjectTest, SuppressionsAndBaselineCount) {
  write("a.js", "if (a == 1) run();\nif (b == 2) run(); // leaklint-disable-line loose-equality -- x\n");
  load();
  const ProjectSnapshot first = snapshot();
  ASSERT_THAT(lines(first, "a.js"), ElementsAre("1 loose-equality"));
  const CheckedFile& file = *first.file("a.js");
  Finding finding = first.findings_of(file).front();
  finding.place.file = FileId(0);
  Fingerprinter fingerprinter(all_rules(), [&](FileId) -> const SourceText& { return *file.result.source; });
  const uint64_t content = fingerprinter.next(finding).content;
  write("leaklint-baseline.json",
        baseline_text({{"a.js", "loose-equality", "", "if (a == 1) run();", content, 1}}));
  load();
  EXPECT_THAT(lines(snapshot(), "a.js"), ElementsAre());
  edit("a.js", "if (a == 1) run();\nif (a == 1) run();\n");
  EXPECT_THAT(lines(snapshot(), "a.js"), ElementsAre("2 loose-equality")) << "one more than it knows";
}

TEST_F(ProjectTest, OpenFilesBelongToItUntilTheyAreClosed) {
  write("a.js", "run();\n");
  write("node_modules/x/x.js", "run();\n");
  load();
  edit("new.js", "if (a == 1) run();\n");
  edit("node_modules/x/x.js", "if (a == 1) run();\n");
  edit("style.css", "a {}");
  EXPECT_THAT(lines(snapshot(), "new.js"), ElementsAre("1 loose-equality"));
  EXPECT_THAT(lines(snapshot(), "node_modules/x/x.js"), ElementsAre("no such file"));
  EXPECT_THAT(lines(snapshot(), "style.css"), ElementsAre("no such file"));
  project.set_text("new.js", nullptr);
  EXPECT_THAT(lines(snapshot(), "new.js"), ElementsAre("no such file"));
}

TEST_F(ProjectTest, AWrongConfigurationLeavesEverythingAsItWas) {
  write("a.js", "if (a == 1) run();\n");
  load();
  write("leaklint.json", "{ \"presett\": 1 }");
  EXPECT_TRUE(project.load({{folder_.string()}, {}, {}}));
  EXPECT_THAT(lines(snapshot(), "a.js"), ElementsAre("1 loose-equality"));
}

TEST_F(ProjectTest, HugeTextsAreNotAnalysed) {
  write("a.js", "run();\n");
  load();
  edit("a.js", std::string(largest_found_file + 1, ' '));
  EXPECT_EQ(snapshot().file("a.js")->outcome, FileOutcome::too_large);
}

}  // namespace
}  // namespace leaklint
