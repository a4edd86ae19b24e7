#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/html_text.h"
#include "unit/report/sample_project.h"

namespace leaklint {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ReportHtml, DrawsTheRetainingPathAsAChain) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak()};
  const std::string page = report_html(project.input(findings));
  const char* const steps[] = {
      "<li class=\"step root\"><div><span class=\"role\">root</span><b>process</b></div></li>",
      "<li class=\"step holder\"><div><span class=\"role\">holder</span><b>_events.uncaughtException</b>",
      "<li class=\"step closure\"><div><span class=\"role\">closure</span><b>closure (log.js:12)</b>",
      "<li class=\"step captured\"><div><span class=\"role\">captured</span><b>requestId, req</b>"};
  size_t at = 0;
  for (const char* step : steps) {
    const size_t next = page.find(step, at);
    ASSERT_NE(next, std::string::npos) << step;
    at = next;
  }
  EXPECT_THAT(page, HasSubstr("<i>12</i>  <mark>process.on('uncaughtException'</mark>"));
}

TEST(ReportHtml, IsWholeWithoutAnythingElse) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak(), project.loose_equality()};
  const std::string page = report_html(project.input(findings));
  for (const char* outside : {"src=", "href=", "@import", "url("}) EXPECT_THAT(page, Not(HasSubstr(outside)));
  EXPECT_THAT(page, HasSubstr("<title>leaklint: 1 error, 1 warning in 48 files</title>"));
}

TEST(ReportHtml, LetsNoTextOfTheProgramBecomeMarkup) {
  SampleProject project;
  const FileId file = project.add("<b>\"&.js", "x = '</pre><script>alert(1)</script>\u202E\x1b';\n");
  Finding finding = project.finding("loose-equality", project.place(file, "'</pre>"), "<img src=x>");
  finding.notes = {{Note::Label::retained, "", {{"<i>root</i>", {}}, {"\"><script>", finding.place}}}};
  const std::string page = report_html(project.input({&finding, 1}));
  for (const char* markup :
       {"<img", "<script>alert", "</pre><script", "<i>root", "\"><script>", "<b>\"", "\u202E", "\x1b"})
    EXPECT_THAT(page, Not(HasSubstr(markup)));
  EXPECT_THAT(page, HasSubstr("data-path=\"&lt;b&gt;&quot;&amp;.js\""));
}

TEST(ReportHtml, ShowsTheWorstWhenThereAreTooMany) {
  const SampleProject project;
  std::vector<Finding> findings(5001, project.loose_equality());
  findings.push_back(project.listener_leak());
  const std::string page = report_html(project.input(findings));
  EXPECT_THAT(page, HasSubstr("Only the worst 5,000 of 5,002 findings are on this page."));
  EXPECT_LT(page.find("data-rule=\"listener-leak\""), page.find("data-rule=\"loose-equality\""));
}

TEST(ReportHtml, SaysThatThereIsNothing) {
  const SampleProject project;
  ReportInput input = project.input({});
  EXPECT_THAT(report_html(input), HasSubstr("no findings in 48 files"));
  input.problems = {{"gone.js", "cannot be read", Severity::error}};
  EXPECT_THAT(report_html(input), HasSubstr("<dt>gone.js</dt><dd>cannot be read</dd>"));
}

TEST(HtmlLine, CutsLongLinesAroundTheSpan) {
  const std::string long_text(1000, 'a');
  const auto source = SourceText::from_bytes("a.js", long_text + "é<b>" + long_text + "\nshort");
  const Span span = {1000, 1002};
  const std::string line = html_line(*source, 1, span);
  EXPECT_THAT(line, HasSubstr("a<mark>é</mark>&lt;b&gt;a"));
  EXPECT_TRUE(line.starts_with("…a") && line.ends_with("a…"));
  EXPECT_LT(line.size(), 600u);
  EXPECT_EQ(html_line(*source, 2, span), "short");
}

}  // namespace
}  // namespace leaklint
