#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "unit/report/sample_project.h"

namespace leaklint {
namespace {

using Json = nlohmann::ordered_json;

TEST(ReportJson, HoldsAllThatIsKnownOfAFinding) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak(), project.loose_equality()};
  const Json report = Json::parse(report_json(project.input(findings)));
  EXPECT_EQ(report["version"], 1);
  EXPECT_EQ(report["tool"], Json({{"name", "leaklint"}, {"version", "1.2.3"}}));
  ASSERT_EQ(report["findings"].size(), 2u);

  const Json leak = report["findings"][0];
  EXPECT_EQ(leak["rule"], "listener-leak");
  EXPECT_EQ(leak["severity"], "error");
  EXPECT_EQ(leak["confidence"], "high");
  EXPECT_EQ(leak["path"], "server/log.js");
  EXPECT_EQ(leak["start"], Json({{"line", 12}, {"column", 3}}));
  EXPECT_EQ(leak["end"], Json({{"line", 12}, {"column", 33}}));
  EXPECT_EQ(leak["function"], "middleware");
  EXPECT_EQ(leak["notes"].size(), 4u);
  EXPECT_EQ(leak["notes"][0]["label"], "retained");
  EXPECT_EQ(leak["notes"][0]["steps"][0], Json({{"text", "process"}}));
  EXPECT_EQ(leak["notes"][1]["steps"][0],
            Json({{"text", "per request"}, {"path", "server/app.js"}, {"line", 8}, {"column", 1}}));
  EXPECT_EQ(leak["fixes"], Json::array());

  const Json fix = report["findings"][1]["fixes"][0];
  EXPECT_EQ(fix["safe"], true);
  EXPECT_EQ(fix["edits"][0], Json({{"start", {{"line", 3}, {"column", 41}}},
                                   {"end", {{"line", 3}, {"column", 43}}},
                                   {"text", "==="}}));
  EXPECT_FALSE(report.contains("suppressed"));
  EXPECT_EQ(report["summary"], Json({{"files", 48},
                                     {"filesWithFindings", 2},
                                     {"lines", 12345},
                                     {"errors", 1},
                                     {"warnings", 1},
                                     {"notes", 0}}));
}

TEST(ReportJson, HasEachFindingOnALineOfItsOwn) {
  const SampleProject project;
  const std::vector<Finding> findings = {project.listener_leak(), project.loose_equality()};
  const std::string text = report_json(project.input(findings));
  EXPECT_NE(text.find("\n{\"rule\":\"listener-leak\""), std::string::npos);
  EXPECT_NE(text.find("\n{\"rule\":\"loose-equality\""), std::string::npos);
  EXPECT_TRUE(text.ends_with("}\n"));
}

TEST(ReportJson, SaysWhatWasSuppressedAndWhatFailed) {
  const SampleProject project;
  const std::vector<SuppressedFinding> suppressed = {
      {project.listener_leak(), SuppressedFinding::By::comment, "one process a request"}};
  ReportInput input = project.input({});
  input.suppressed = suppressed;
  input.problems = {{"caf\xE9.js", "cannot be read", Severity::error},
                    {"b.js", "does not parse", Severity::warning, LineColumn{3, 7, 7}}};
  const Json report = Json::parse(report_json(input));
  EXPECT_EQ(report["findings"], Json::array());
  EXPECT_EQ(report["suppressed"][0]["suppression"],
            Json({{"by", "comment"}, {"justification", "one process a request"}}));
  EXPECT_EQ(report["problems"][0]["path"], "caf\uFFFD.js")
      << "a path that is not UTF-8 does not break the JSON";
  EXPECT_EQ(report["problems"][1]["line"], 3);
  EXPECT_EQ(report["problems"][1]["column"], 7);
}

}  // namespace
}  // namespace leaklint
