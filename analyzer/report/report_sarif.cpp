#include <algorithm>

#include "report/artifact_path.h"
#include "report/line_hashes.h"
#include "report/sarif.h"
#include "report/words.h"

namespace leaklint {
namespace {

/// GitHub's line hashes of the findings, which are in the order of files and places.
std::vector<std::string> line_hashes_of(const ReportInput& input, std::span<const ReportedFinding> findings) {
  std::vector<std::string> hashes;
  std::vector<uint32_t> lines;
  for (size_t index = 0; index < findings.size(); ++index) {
    const Place place = findings[index].finding->place;
    const SourceText& source = input.source(place.file);
    lines.push_back(source.position(place.span.begin).line);
    const bool is_last =
        index + 1 == findings.size() || findings[index + 1].finding->place.file != place.file;
    if (!is_last) continue;
    for (std::string& hash : line_hashes(source, lines)) hashes.push_back(std::move(hash));
    lines.clear();
  }
  return hashes;
}

/// The results, each a line of text, until a limit is reached.
std::string results_text(const ReportInput& input, SarifCuts& cuts) {
  std::vector<ReportedFinding> findings = reported_findings(input);
  const std::vector<std::string> hashes = line_hashes_of(input, findings);
  sort_worst_first(findings);

  std::vector<std::string> rows;
  size_t bytes = 0;
  for (const ReportedFinding& reported : findings) {
    if (rows.size() >= input.options.limits.results || bytes >= input.options.limits.bytes) break;
    rows.push_back(json_text(sarif_result(input, reported, hashes[reported.index], cuts)));
    bytes += rows.back().size();
  }
  cuts.results = findings.size() - rows.size();
  return json_array(rows);
}

Json notification(const ReportedProblem& problem, const ReportInput& input) {
  Json text = {{"level", severity_word(problem.severity)}, {"message", {{"text", problem.message}}}};
  if (!problem.path.empty()) {
    Json place = {{"artifactLocation", sarif_artifact_location(input, problem.path)}};
    if (const auto& at = problem.position) {
      place["region"] = {{"startLine", at->line}, {"startColumn", at->column}};
    }
    text["locations"] = Json::array({{{"physicalLocation", std::move(place)}}});
  }
  return text;
}

std::vector<ReportedProblem> cut_problems(const ReportInput& input, const SarifCuts& cuts) {
  std::vector<ReportedProblem> problems;
  const size_t all = input.findings.size() + input.suppressed.size();
  if (cuts.results > 0)
    problems.push_back({"",
                        "Only the worst " + grouped(all - cuts.results) + " of " + counted(all, "finding") +
                            " are in this file, since GitHub accepts no more.",
                        Severity::warning});
  if (cuts.places > 0)
    problems.push_back(
        {"", counted(cuts.places, "step") + " of long paths are left out, since GitHub accepts no more.",
         Severity::note});
  return problems;
}

Json invocation(const ReportInput& input, const SarifCuts& cuts) {
  Json notifications = Json::array();
  bool is_successful = true;
  for (const ReportedProblem& problem : input.problems) {
    notifications.push_back(notification(problem, input));
    is_successful = is_successful && problem.severity != Severity::error;
  }
  for (const ReportedProblem& problem : cut_problems(input, cuts))
    notifications.push_back(notification(problem, input));
  return {{"executionSuccessful", is_successful}, {"toolExecutionNotifications", std::move(notifications)}};
}

Json base_ids(const ReportOptions& options) {
  Json root = {{"description", {{"text", "The folder that was checked out."}}}};
  if (!options.source_root.empty()) {
    std::string path = options.source_root;
    if (!path.ends_with('/')) path += '/';
    root["uri"] = "file://" + percent_encoded(path);
  }
  return {{"%SRCROOT%", std::move(root)}};
}

std::string rules_text(const ReportInput& input) {
  std::vector<std::string> rows;
  for (const RegisteredRule& rule : input.rules) rows.push_back(json_text(sarif_rule(rule)));
  return json_array(rows);
}

}  // namespace

std::string report_sarif(const ReportInput& input) {
  SarifCuts cuts;
  const std::string results = results_text(input, cuts);
  std::string category = input.options.category;
  if (!category.ends_with('/')) category += '/';  // what follows the last slash would name this one run

  std::string text =
      R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{)";
  const auto add = [&text](std::string_view name, const std::string& value) {
    text.append(",\n\"").append(name).append("\":").append(value);
  };
  text += "\"tool\":{\"driver\":{\"name\":\"leaklint\"";
  add("version", json_text(input.tool_version));
  add("semanticVersion", json_text(input.tool_version));
  add("rules", rules_text(input));
  text += "}}";
  add("invocations", json_text(Json::array({invocation(input, cuts)})));
  add("originalUriBaseIds", json_text(base_ids(input.options)));
  add("automationDetails", json_text({{"id", category}}));
  add("columnKind", "\"utf16CodeUnits\"");
  add("results", results);
  return text + "}]}\n";
}

}  // namespace leaklint
