#include "report/artifact_path.h"
#include "report/report.h"
#include "report/reported_findings.h"
#include "report/words.h"

namespace leaklint {
namespace {

/// The runner reads commands line by line and undoes these escapes. Without them text from the source under
/// analysis could end a command and begin another.
std::string escaped_message(std::string_view text) {
  std::string escaped;
  for (char character : text) {
    if (character == '%') {
      escaped += "%25";
    } else if (character == '\r') {
      escaped += "%0D";
    } else if (character == '\n') {
      escaped += "%0A";
    } else {
      escaped += character;
    }
  }
  return escaped;
}

std::string escaped_property(std::string_view text) {
  std::string escaped;
  for (char character : escaped_message(text)) {
    if (character == ':') {
      escaped += "%3A";
    } else if (character == ',') {
      escaped += "%2C";
    } else {
      escaped += character;
    }
  }
  return escaped;
}

std::string_view command_of(Severity severity) {
  if (severity == Severity::error) return "::error";
  return severity == Severity::warning ? "::warning" : "::notice";
}

std::string place_properties(const ReportInput& input, const Place& place) {
  const SourceText& source = input.source(place.file);
  const LineColumn begin = source.position(place.span.begin), end = source.position(place.span.end);
  std::string text = " file=" + escaped_property(artifact_path(source.path(), input.options).path);
  text += ",line=" + std::to_string(begin.line) + ",endLine=" + std::to_string(end.line);
  // GitHub takes columns only of annotations that stay on one line.
  if (begin.line == end.line)
    text += ",col=" + std::to_string(begin.column) + ",endColumn=" + std::to_string(end.column);
  return text;
}

std::string annotation(const ReportInput& input, const Finding& finding) {
  std::string message = finding.message;
  for (const Note& note : finding.notes) {
    message += '\n';
    message += label_word(note.label);
    message += ": " + note_line(note);
  }
  std::string title(input.rules[finding.rule].id);
  title += " (" + std::string(confidence_word(finding.confidence)) + " confidence)";
  return std::string(command_of(finding.severity)) + place_properties(input, finding.place) +
         ",title=" + escaped_property(title) + "::" + escaped_message(message) + "\n";
}

std::string annotation(const ReportInput& input, const ReportedProblem& problem) {
  std::string text(command_of(problem.severity));
  if (!problem.path.empty())
    text += " file=" + escaped_property(artifact_path(problem.path, input.options).path);
  if (const auto& at = problem.position)
    text += ",line=" + std::to_string(at->line) + ",col=" + std::to_string(at->column);
  return text + "::" + escaped_message(problem.message) + "\n";
}

}  // namespace

std::string report_github(const ReportInput& input) {
  std::string text;
  std::vector<ReportedFinding> findings = reported_findings(input);
  sort_worst_first(findings);
  for (const ReportedFinding& each : findings)
    if (each.suppressed == nullptr) text += annotation(input, *each.finding);
  for (const ReportedProblem& problem : input.problems) text += annotation(input, problem);
  text += input.findings.empty() ? "no findings" : counted(input.findings.size(), "finding");
  return text + " in " + counted(input.statistics.files, "file") + "\n";
}

}  // namespace leaklint
