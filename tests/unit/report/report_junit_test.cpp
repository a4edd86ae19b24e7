#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/sample_project.h"

namespace leaklint {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReportJunit, HasASuiteForEachFileAndATestForEachFinding) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak(), project.loose_equality()};
  const std::string report = report_junit(project.input(findings));
  EXPECT_THAT(report, HasSubstr("<testsuites name=\"leaklint\" tests=\"2\" failures=\"2\" errors=\"0\">"));
  EXPECT_THAT(report,
              HasSubstr("<testsuite name=\"server/log.js\" tests=\"1\" failures=\"1\" errors=\"0\">"));
  EXPECT_THAT(report, HasSubstr("<testcase name=\"listener-leak at 12:3\" classname=\"server/log.js\" "
                                "file=\"server/log.js\" line=\"12\">"));
  EXPECT_THAT(report, HasSubstr("<failure type=\"error\" message=\"`process` keeps"));
  EXPECT_THAT(report, HasSubstr("retained: process ▸ "));
}

TEST(ReportJunit, EscapesWhatXmlDoesNotTake) {
  const SampleProject project;
  Finding finding = project.listener_leak();
  finding.message = "a < b && \"c\"\n\x01 \xEF\xBF\xBE";
  const std::string report = report_junit(project.input({&finding, 1}));
  EXPECT_THAT(report, HasSubstr("message=\"a &lt; b &amp;&amp; &quot;c&quot;&#10;\uFFFD \uFFFD\""));
  EXPECT_THAT(report, Not(HasSubstr("\x01")));
}

TEST(ReportJunit, HasAPassedTestWhenThereIsNothingToSay) {
  const SampleProject project;
  EXPECT_THAT(report_junit(project.input({})),
              HasSubstr("<testcase name=\"no findings in 48 files\" classname=\"leaklint\"/>"));
}

TEST(ReportJunit, FilesThatCannotBeReadAreErrors) {
  const SampleProject project;
  ReportInput input = project.input({});
  input.problems = {{"gone.js", "cannot be read", Severity::error}, {"odd.js", "does not parse here"}};
  const std::string report = report_junit(input);
  EXPECT_THAT(report, HasSubstr("tests=\"1\" failures=\"0\" errors=\"1\""));
  EXPECT_THAT(report, HasSubstr("<error type=\"error\" message=\"cannot be read\"/>"));
  EXPECT_THAT(report, Not(HasSubstr("odd.js")));
}

}  // namespace
}  // namespace leaklint
