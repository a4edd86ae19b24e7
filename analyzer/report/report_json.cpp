// The JSON report. `version` goes up when a field is renamed, removed or changes its meaning; new fields may
// come without it. Lines and columns count from 1, columns in UTF-16 code units; ends are exclusive.
//
//   version      1
//   tool         { name, version }
//   findings     [ { rule, severity: "error"|"warning"|"note", confidence: "high"|"medium"|"low", path,
//                    start: { line, column }, end: { line, column }, message, function, fingerprint,
//                    notes: [ { label: "retained"|"grows"|"release"|"fix"|"because", text,
//                               steps: [ { text, path?, line?, column? } ] } ],
//                    fixes: [ { description, safe, edits: [ { start, end, text } ] } ] } ]
//   suppressed   [ a finding with suppression: { by: "comment"|"baseline", justification } ]; only when
//                asked for
//   problems     [ { path, line?, column?, severity, message } ]: files that could not be read or parsed;
//                path "" is the run itself
//   summary      { files, filesWithFindings, lines, errors, warnings, notes, seconds? }
//
// `function` names the function around the finding, "" at the top of a module. `fingerprint` stays the same
// when code elsewhere in the file changes. Each finding is on a line of its own.

#include <set>

#include "report/json_lines.h"
#include "report/report.h"
#include "report/reported_findings.h"
#include "report/words.h"

namespace leaklint {
namespace {

Json position_json(const SourceText& source, uint32_t offset) {
  const LineColumn at = source.position(offset);
  return {{"line", at.line}, {"column", at.column}};
}

Json note_json(const ReportInput& input, const Note& note) {
  Json steps = Json::array();
  for (const PathStep& step : note.steps) {
    Json row = {{"text", step.text}};
    if (step.place.file) {
      const SourceText& source = input.source(step.place.file);
      row["path"] = source.path();
      row.update(position_json(source, step.place.span.begin));
    }
    steps.push_back(std::move(row));
  }
  return {{"label", label_word(note.label)}, {"text", note_line(note)}, {"steps", std::move(steps)}};
}

Json fix_json(const SourceText& source, const Fix& fix) {
  Json edits = Json::array();
  for (const TextEdit& edit : fix.edits)
    edits.push_back({{"start", position_json(source, edit.span.begin)},
                     {"end", position_json(source, edit.span.end)},
                     {"text", edit.text}});
  return {{"description", fix.description}, {"safe", fix.is_safe}, {"edits", std::move(edits)}};
}

Json finding_json(const ReportInput& input, const Finding& finding, const Fingerprint& fingerprint) {
  const SourceText& source = input.source(finding.place.file);
  Json notes = Json::array();
  for (const Note& note : finding.notes) notes.push_back(note_json(input, note));
  Json fixes = Json::array();
  for (const Fix& fix : finding.fixes) fixes.push_back(fix_json(source, fix));
  return {{"rule", input.rules[finding.rule].id},
          {"severity", severity_word(finding.severity)},
          {"confidence", confidence_word(finding.confidence)},
          {"path", source.path()},
          {"start", position_json(source, finding.place.span.begin)},
          {"end", position_json(source, finding.place.span.end)},
          {"message", finding.message},
          {"function", finding.enclosing_function},
          {"fingerprint", fingerprint.text()},
          {"notes", std::move(notes)},
          {"fixes", std::move(fixes)}};
}

std::string suppression_word(SuppressedFinding::By by) {
  return by == SuppressedFinding::By::comment ? "comment" : "baseline";
}

/// The lines of "findings" and of "suppressed".
struct Rows {
  std::vector<std::string> findings, suppressed;
};

Rows rows_of(const ReportInput& input) {
  Rows rows;
  for (const ReportedFinding& reported : reported_findings(input)) {
    Json row = finding_json(input, *reported.finding, reported.fingerprint);
    if (reported.suppressed != nullptr)
      row["suppression"] = {{"by", suppression_word(reported.suppressed->by)},
                            {"justification", reported.suppressed->justification}};
    (reported.suppressed == nullptr ? rows.findings : rows.suppressed).push_back(json_text(row));
  }
  return rows;
}

std::string problems_text(const ReportInput& input) {
  std::vector<std::string> rows;
  for (const ReportedProblem& problem : input.problems) {
    Json row = {{"path", problem.path}};
    if (const auto& at = problem.position) row.update({{"line", at->line}, {"column", at->column}});
    row.update({{"severity", severity_word(problem.severity)}, {"message", problem.message}});
    rows.push_back(json_text(row));
  }
  return json_array(rows);
}

Json summary_json(const ReportInput& input) {
  std::set<FileId> files;
  uint64_t errors = 0, warnings = 0, notes = 0;
  for (const Finding& finding : input.findings) {
    files.insert(finding.place.file);
    errors += finding.severity == Severity::error;
    warnings += finding.severity == Severity::warning;
    notes += finding.severity == Severity::note;
  }
  Json summary = {{"files", input.statistics.files},
                  {"filesWithFindings", files.size()},
                  {"lines", input.statistics.lines},
                  {"errors", errors},
                  {"warnings", warnings},
                  {"notes", notes}};
  if (input.statistics.seconds) summary["seconds"] = *input.statistics.seconds;
  return summary;
}

}  // namespace

std::string report_json(const ReportInput& input) {
  const Json tool = {{"name", "leaklint"}, {"version", input.tool_version}};
  const Rows rows = rows_of(input);
  std::string text = "{\"version\":1";
  const auto add = [&text](std::string_view name, const std::string& value) {
    text.append(",\n\"").append(name).append("\":").append(value);
  };
  add("tool", json_text(tool));
  add("findings", json_array(rows.findings));
  if (!input.suppressed.empty()) add("suppressed", json_array(rows.suppressed));
  add("problems", problems_text(input));
  add("summary", json_text(summary_json(input)));
  return text + "}\n";
}

}  // namespace leaklint
