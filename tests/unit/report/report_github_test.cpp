#include <gtest/gtest.h>

#include "unit/report/sample_project.h"

namespace leaklint {
namespace {

TEST(ReportGithub, WritesOneCommandForEachFindingWorstFirst) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.loose_equality(), project.listener_leak()};
  EXPECT_EQ(
      report_github(project.input(findings)),
      "::error file=server/log.js,line=12,endLine=12,col=3,endColumn=33,title=listener-leak (high "
      "confidence)::"
      "`process` keeps one more 'uncaughtException' listener for every request"
      "%0Aretained: process ▸ _events.uncaughtException ▸ closure (log.js:12) ▸ requestId, req"
      "%0Agrows: per request: app.use(middleware) at server/app.js:8"
      "%0Arelease: none; nothing removes this listener when the response finishes"
      "%0Afix: register it once at start-up, or remove it on res 'close'\n"
      "::warning file=src/page title.tsx,line=3,endLine=3,col=41,endColumn=43,title=loose-equality (medium "
      "confidence)::`==` converts its operands before it compares\n"
      "2 findings in 48 files\n");
}

TEST(ReportGithub, LetsNoTextBeginACommand) {
  SampleProject project;
  const FileId file = project.add("a,b:c%0A\n::error::x.js", "f(\n1);\n");
  const std::vector<Finding> findings = {
      project.finding("constant-in-hot-path", {file, {0, 5}}, "100% of\r\n::error file=x::y")};
  EXPECT_EQ(report_github(project.input(findings)),
            "::notice file=a%2Cb%3Ac%250A%0A%3A%3Aerror%3A%3Ax.js,line=1,endLine=2,"
            "title=constant-in-hot-path (high confidence)::100%25 of%0D%0A::error file=x::y\n"
            "1 finding in 48 files\n")
      << "and columns are left out of what spans lines";
}

TEST(ReportGithub, SaysWhatCouldNotBeRead) {
  const SampleProject project;
  ReportInput input = project.input({});
  input.options.source_root = "/home/me/project";
  input.options.working_directory = "/home/me/project/packages/a";
  input.problems = {{"b.js", "cannot be read", Severity::error},
                    {"c.js", "does not parse", Severity::warning, LineColumn{3, 7, 7}},
                    {"", "no cache: disk full", Severity::warning}};
  EXPECT_EQ(report_github(input),
            "::error file=packages/a/b.js::cannot be read\n"
            "::warning file=packages/a/c.js,line=3,col=7::does not parse\n"
            "::warning::no cache: disk full\n"
            "no findings in 48 files\n");
}

}  // namespace
}  // namespace leaklint
