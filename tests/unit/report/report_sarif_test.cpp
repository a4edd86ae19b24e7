#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "report/sarif.h"
#include "unit/report/sample_project.h"

namespace leaklint {
namespace {

// What other programs think of our SARIF is in tests/scripts/sarif_test.mjs.

Json run_of(const ReportInput& input) {
  return Json::parse(report_sarif(input))["runs"][0];
}

TEST(ReportSarif, PutsFilesBelowTheSourceRoot) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.loose_equality()};
  ReportInput input = project.input(findings);
  Json run = run_of(input);
  EXPECT_FALSE(run["originalUriBaseIds"]["%SRCROOT%"].contains("uri")) << "unless told, it names no folder";
  EXPECT_EQ(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"],
            Json({{"uri", "src/page%20title.tsx"}, {"uriBaseId", "%SRCROOT%"}}));

  input.options.source_root = "/home/me/my project";
  input.options.working_directory = "/home/me/my project/web";
  run = run_of(input);
  EXPECT_EQ(run["originalUriBaseIds"]["%SRCROOT%"]["uri"], "file:///home/me/my%20project/");
  EXPECT_EQ(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "web/src/page%20title.tsx");

  input.options.working_directory = "/home/me/elsewhere";
  EXPECT_EQ(run_of(input)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"],
            Json({{"uri", "file:///home/me/elsewhere/src/page%20title.tsx"}}));
}

TEST(ReportSarif, NamesItsCategory) {
  const SampleProject project;
  ReportInput input = project.input({});
  EXPECT_EQ(run_of(input)["automationDetails"]["id"], "leaklint/");
  input.options.category = "web/";
  EXPECT_EQ(run_of(input)["automationDetails"]["id"], "web/");
}

TEST(ReportSarif, KeepsTheWorstWhenItMustCut) {
  const SampleProject project;
  std::vector<Finding> findings = {project.loose_equality(), project.listener_leak(),
                                   project.listener_leak()};
  findings[1].confidence = Confidence::medium;
  ReportInput input = project.input(findings);
  input.options.limits.results = 2;
  const Json run = run_of(input);
  ASSERT_EQ(run["results"].size(), 2u);
  EXPECT_EQ(run["results"][0]["properties"]["confidence"], "high");
  EXPECT_EQ(run["results"][1]["properties"]["confidence"], "medium");
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"],
            "Only the worst 2 of 3 findings are in this file, since GitHub accepts no more.");

  input.options.limits = {};
  input.options.limits.bytes = 1;
  EXPECT_EQ(run_of(input)["results"].size(), 1u) << "the one that goes over the limit is the last";
}

TEST(ReportSarif, CutsLongPathsAndSaysSo) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak()};
  ReportInput input = project.input(findings);
  input.options.limits.locations_of_a_result = 3;
  input.options.limits.thread_flow_locations_of_a_result = 4;
  const Json run = run_of(input);
  const Json& result = run["results"][0];
  EXPECT_EQ(result["relatedLocations"].size(), 2u) << "with the place of the finding, three";
  EXPECT_NE(result["message"]["text"].get<std::string>().find("[closure (log.js:12)](2) ▸ requestId, req.\n"),
            std::string::npos);
  EXPECT_EQ(result["codeFlows"][1]["threadFlows"][0]["locations"].size(), 1u);
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"],
            "4 steps of long paths are left out, since GitHub accepts no more.");
}

TEST(ReportSarif, SaysWhereAFileDoesNotParse) {
  const SampleProject project;
  ReportInput input = project.input({});
  input.problems = {{"b.js", "does not parse", Severity::warning, LineColumn{3, 7, 7}}};
  const Json run = run_of(input);
  const Json& place =
      run["invocations"][0]["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "b.js");
  EXPECT_EQ(place["region"], Json({{"startLine", 3}, {"startColumn", 7}}));
}

TEST(ReportSarif, NumbersFingerprintsAlikeWithAndWithoutSuppressedFindings) {
  const SampleProject project;
  const std::vector<Finding> both = {project.listener_leak(), project.listener_leak()};
  const Json plain = run_of(project.input(both));
  const std::vector<SuppressedFinding> suppressed = {{both[0], SuppressedFinding::By::comment, ""}};
  ReportInput input = project.input(std::span(both).subspan(1));
  input.suppressed = suppressed;
  const Json mixed = run_of(input);
  EXPECT_NE(mixed["results"][0]["partialFingerprints"], mixed["results"][1]["partialFingerprints"]);
  EXPECT_EQ(mixed["results"][1]["suppressions"][0]["kind"], "inSource") << "suppressed ones come last";
  EXPECT_NE(plain["results"][0]["partialFingerprints"], plain["results"][1]["partialFingerprints"]);
}

TEST(SarifRule, DescribesItselfFromItsPage) {
  constexpr Rule rule{{"async work in `forEach`", Severity::warning, Preset::strict}, {}, nullptr, nullptr};
  const std::string page =
      "# async-foreach\n\nThe promise is [dropped](https://example.org), as\r\nin `a[b](c)`.\n\nMore.";
  const Json json = sarif_rule({&rule, "async-foreach", "async", page});
  EXPECT_EQ(json["name"], "AsyncForeach");
  EXPECT_EQ(json["shortDescription"]["text"], "Async work in `forEach`.");
  EXPECT_EQ(json["fullDescription"]["text"], "The promise is dropped, as in `a[b](c)`.");
  EXPECT_EQ(json["help"]["markdown"], page);
  EXPECT_EQ(json["properties"]["precision"], "medium");
}

TEST(SarifRule, KeepsItsDescriptionWithinWhatGithubTakes) {
  constexpr Rule rule{{"summary", Severity::off, Preset::all}, {}, nullptr, nullptr};
  const auto description = [&](const std::string& page) {
    return sarif_rule({&rule, "a", "b", page})["fullDescription"]["text"].get<std::string>();
  };
  std::string long_page = "# a\n\nFirst sentence. ";
  for (int count = 0; count < 300; ++count) long_page += "日本語 ";
  EXPECT_EQ(description(long_page), "First sentence.");
  const std::string endless = description("# a\n\n" + std::string(999, 'x') + "日本");
  EXPECT_EQ(endless, std::string(999, 'x') + "…");
  EXPECT_EQ(description(""), "summary.");
  EXPECT_EQ(sarif_rule({&rule, "a", "b", ""})["defaultConfiguration"]["level"], "none");
}

}  // namespace
}  // namespace leaklint
