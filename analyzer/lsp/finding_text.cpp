#include "lsp/finding_text.h"

#include "lint/words.h"
#include "report/words.h"

namespace leaklint {
namespace {

/// The protocol's numbers.
constexpr int unnecessary_code = 1;
constexpr int hint = 4;
constexpr size_t most_related_places = 50;

int severity_number(Severity severity) {
  if (severity == Severity::error) return 1;
  return severity == Severity::warning ? 2 : 3;
}

Json location_json(const View& view, const CheckedFile& file, Span span) {
  return {{"uri", view.paths.uri(file.file.path)},
          {"range", range_json(*file.result.source, span, view.client.encoding)}};
}

/// Null where the step has no place, or its file has gone.
Json location_json(const View& view, const Place& place) {
  const auto location = view.snapshot.locate(place);
  return location ? location_json(view, *location->file, location->span) : Json();
}

Json related_places(const View& view, const Finding& finding) {
  Json places = Json::array();
  for (const Note& note : finding.notes) {
    for (const PathStep& step : note.steps) {
      Json location = location_json(view, step.place);
      if (location.is_null() || places.size() >= most_related_places) continue;
      places.push_back({{"location", std::move(location)},
                        {"message", std::string(label_word(note.label)) + ": " + step.text}});
    }
  }
  return places;
}

/// What a client that shows no related places would not see at all.
std::string path_lines(const Finding& finding) {
  std::string lines;
  for (const Note& note : finding.notes) {
    if (note.label == Note::Label::retained || note.label == Note::Label::grows)
      lines += "\n" + std::string(label_word(note.label)) + " " + note_line(note);
  }
  return lines;
}

Json issue_json(const View& view, const CheckedFile& file, const FileIssue& issue) {
  return {{"range", range_json(*file.result.source, issue.span, view.client.encoding)},
          {"severity", hint},
          {"source", "leaklint"},
          {"message", issue.message}};
}

std::string fenced(std::string_view text) {
  std::string quoted(text);
  for (size_t at = 0; (at = quoted.find("```", at)) != std::string::npos; at += 3)
    quoted.replace(at, 3, "'''");
  return "```text\n" + quoted + "\n```";
}

/// The notes as the terminal shows them, with their labels in a column.
std::string note_table(const Finding& finding) {
  std::string lines;
  for (const Note& note : finding.notes) {
    std::string label(label_word(note.label));
    label.resize(std::max<size_t>(label.size() + 1, 10), ' ');
    lines += (lines.empty() ? "" : "\n") + label + note_line(note);
  }
  return lines;
}

std::string hover_text(const View& view, const Finding& finding) {
  const RegisteredRule& rule = view.snapshot.rules[finding.rule];
  const std::string notes = note_table(finding);
  const std::string confidence(confidence_word(finding.confidence));
  if (!view.client.takes_markdown) {
    return std::string(rule.id) + " (" + confidence + ")\n" + finding.message + "\n" + notes;
  }
  const std::string uri = view.pages.uri(rule);
  const std::string name =
      uri.empty() ? "**" + std::string(rule.id) + "**" : "[" + std::string(rule.id) + "](" + uri + ")";
  return name + " · " + std::string(severity_word(finding.severity)) + " · confidence " + confidence +
         "\n\n" + finding.message + (notes.empty() ? "" : "\n\n" + fenced(notes));
}

}  // namespace

Json diagnostic_json(const View& view, const CheckedFile& file, const Finding& finding) {
  const RegisteredRule& rule = view.snapshot.rules[finding.rule];
  Json diagnostic = {
      {"range", range_json(*file.result.source, finding.place.span, view.client.encoding)},
      {"severity", severity_number(finding.severity)},
      {"code", rule.id},
      {"source", "leaklint"},
      {"message", finding.message},
  };
  if (const std::string uri = view.pages.uri(rule); view.client.shows_links && !uri.empty())
    diagnostic["codeDescription"] = {{"href", uri}};
  if (view.client.shows_tags && rule.id == unused_suppression_id)
    diagnostic["tags"] = Json::array({unnecessary_code});
  if (!view.client.shows_related_places) {
    diagnostic["message"] = finding.message + path_lines(finding);
  } else if (Json places = related_places(view, finding); !places.empty()) {
    diagnostic["relatedInformation"] = std::move(places);
  }
  return diagnostic;
}

Json diagnostics_json(const View& view, const CheckedFile& file) {
  Json list = Json::array();
  if (!file.result.source) return list;
  for (const Finding& finding : view.snapshot.findings_of(file))
    list.push_back(diagnostic_json(view, file, finding));
  for (const FileIssue& issue : file.result.issues) list.push_back(issue_json(view, file, issue));
  return list;
}

std::vector<Finding> findings_at(const View& view, const CheckedFile& file, Span span) {
  std::vector<Finding> findings;
  if (!file.result.source) return findings;
  for (Finding& finding : view.snapshot.findings_of(file)) {
    if (finding.place.span.begin <= span.end && span.begin <= finding.place.span.end)
      findings.push_back(std::move(finding));
  }
  return findings;
}

Json hover_json(const View& view, const CheckedFile& file, uint32_t offset) {
  const std::vector<Finding> findings = findings_at(view, file, {offset, offset});
  if (findings.empty()) return nullptr;
  std::string text;
  for (const Finding& finding : findings)
    text += (text.empty()                 ? ""
             : view.client.takes_markdown ? "\n\n---\n\n"
                                          : "\n\n") +
            hover_text(view, finding);
  return {{"contents", {{"kind", view.client.takes_markdown ? "markdown" : "plaintext"}, {"value", text}}},
          {"range", range_json(*file.result.source, findings.front().place.span, view.client.encoding)}};
}

Json findings_in_full(const View& view, const CheckedFile& file, uint32_t offset) {
  Json list = Json::array();
  for (const Finding& finding : findings_at(view, file, {offset, offset})) {
    Json notes = Json::array();
    for (const Note& note : finding.notes) {
      Json steps = Json::array();
      for (const PathStep& step : note.steps)
        steps.push_back({{"text", step.text}, {"location", location_json(view, step.place)}});
      notes.push_back(
          {{"label", label_word(note.label)}, {"text", note_line(note)}, {"steps", std::move(steps)}});
    }
    list.push_back({{"rule", view.snapshot.rules[finding.rule].id},
                    {"page", view.pages.uri(view.snapshot.rules[finding.rule])},
                    {"severity", severity_word(finding.severity)},
                    {"confidence", confidence_word(finding.confidence)},
                    {"message", finding.message},
                    {"location", location_json(view, file, finding.place.span)},
                    {"notes", std::move(notes)}});
  }
  return list;
}

}  // namespace leaklint
