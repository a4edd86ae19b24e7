#include <map>

#include "report/artifact_path.h"
#include "report/sarif.h"
#include "report/words.h"

namespace leaklint {
namespace {

constexpr std::string_view chain_separator = " ▸ ";

/// Inside the text of a link its brackets are escaped; elsewhere `](` is, which code such as
/// `handlers[name](request)` would turn into a link.
std::string link_text(std::string_view text) {
  std::string escaped;
  for (char character : text) {
    if (character == '[' || character == ']' || character == '\\') escaped += '\\';
    escaped += character;
  }
  return escaped;
}

std::string plain_text(std::string_view text) {
  std::string escaped(text);
  for (size_t at = 0; (at = escaped.find("](", at)) != std::string::npos; at += 3) escaped.insert(at, "\\");
  return escaped;
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

/// The message of a result and its related locations. GitHub shows a related location only where the message
/// links to it, so each step that has a place becomes a link where the message names it.
class LinkedMessage {
 public:
  LinkedMessage(const ReportInput& input, SarifCuts& cuts) : input_(input), cuts_(cuts) {}

  void add_sentence(std::string_view text) {
    text_ += plain_text(text);
    if (!ends_sentence(text)) text_ += '.';
  }

  void add_note(const Note& note) {
    std::string label(label_word(note.label));
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
    text_ += "\n" + label + ": ";
    const std::string line = note_line(note);
    size_t written = 0;
    std::string unnamed;
    for (const PathStep& step : note.steps) {
      if (!step.place.file) continue;
      const std::string link = link_to(step);
      const size_t at = line.find(step.text, written);
      if (at == std::string::npos || step.text.empty()) {
        unnamed += (unnamed.empty() ? "" : ", ") + link;
        continue;
      }
      text_ += plain_text(std::string_view(line).substr(written, at - written)) + link;
      written = at + step.text.size();
    }
    text_ += plain_text(std::string_view(line).substr(written));
    if (!unnamed.empty()) text_ += " (" + unnamed + ")";
    if (!ends_sentence(text_)) text_ += '.';
  }

  const std::string& text() const { return text_; }
  Json take_related() { return std::move(related_); }

 private:
  std::string link_to(const PathStep& step) {
    const auto known = ids_.find(step.place);
    size_t id = known == ids_.end() ? 0 : known->second;
    if (id == 0) {
      if (related_.size() + 1 >= input_.options.limits.locations_of_a_result) {
        ++cuts_.places;
        return plain_text(step.text);
      }
      id = related_.size() + 1;
      ids_[step.place] = id;
      related_.push_back({{"id", id},
                          {"physicalLocation", sarif_physical_location(input_, step.place)},
                          {"message", {{"text", step.text}}}});
    }
    return "[" + link_text(step.text) + "](" + std::to_string(id) + ")";
  }

  const ReportInput& input_;
  SarifCuts& cuts_;
  std::string text_;
  Json related_ = Json::array();
  std::map<Place, size_t> ids_;
};

/// The steps of a chain that have a place. A step without one, as the root `process`, has no line to show:
/// its text joins that of the next step, so the path still begins at its root.
Json thread_flow_locations(const ReportInput& input, const Note& note, size_t most, SarifCuts& cuts) {
  Json locations = Json::array();
  std::string before;
  const auto joined = [](std::string first, std::string_view second) {
    if (!first.empty()) first += chain_separator;
    return first.append(second);
  };
  for (const PathStep& step : note.steps) {
    before = joined(std::move(before), step.text);
    if (!step.place.file) continue;
    if (locations.size() >= most) {
      ++cuts.places;
      continue;
    }
    locations.push_back({{"location",
                          {{"physicalLocation", sarif_physical_location(input, step.place)},
                           {"message", {{"text", before}}}}}});
    before.clear();
  }
  if (locations.empty() || before.empty()) return locations;
  Json& last = locations.back()["location"]["message"]["text"];
  last = joined(last.get<std::string>(), before);
  return locations;
}

/// The sentence above a path, for those notes that are one.
std::string_view what_flow_shows(Note::Label label) {
  switch (label) {
    case Note::Label::retained:
      return "What retains it.";
    case Note::Label::grows:
      return "What makes it grow.";
    case Note::Label::because:
      return "What leads there.";
    default:
      return {};
  }
}

Json code_flows(const ReportInput& input, const Finding& finding, SarifCuts& cuts) {
  Json flows = Json::array();
  size_t left = input.options.limits.thread_flow_locations_of_a_result;
  for (const Note& note : finding.notes) {
    const std::string_view what = what_flow_shows(note.label);
    if (what.empty()) continue;
    Json locations = thread_flow_locations(input, note, left, cuts);
    if (locations.empty()) continue;
    left -= locations.size();
    flows.push_back({{"message", {{"text", what}}},
                     {"threadFlows", Json::array({{{"locations", std::move(locations)}}})}});
  }
  return flows;
}

Json edit_region(const SourceText& source, Span span) {
  const LineColumn begin = source.position(span.begin), end = source.position(span.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

Json fixes_json(const ReportInput& input, const Finding& finding) {
  const SourceText& source = input.source(finding.place.file);
  Json fixes = Json::array();
  for (const Fix& fix : finding.fixes) {
    Json replacements = Json::array();
    for (const TextEdit& edit : fix.edits)
      replacements.push_back(
          {{"deletedRegion", edit_region(source, edit.span)}, {"insertedContent", {{"text", edit.text}}}});
    if (replacements.empty()) continue;
    const Json change = {{"artifactLocation", sarif_artifact_location(input, source.path())},
                         {"replacements", std::move(replacements)}};
    fixes.push_back({{"description", {{"text", fix.description + "."}}},
                     {"artifactChanges", Json::array({change})},
                     {"properties", {{"safe", fix.is_safe}}}});
  }
  return fixes;
}

/// Either no result of a run says whether it is suppressed, or all do.
Json suppressions_json(const SuppressedFinding* suppressed) {
  if (suppressed == nullptr) return Json::array();
  const bool is_comment = suppressed->by == SuppressedFinding::By::comment;
  Json suppression = {{"kind", is_comment ? "inSource" : "external"}, {"status", "accepted"}};
  if (!suppressed->justification.empty()) suppression["justification"] = suppressed->justification;
  return Json::array({suppression});
}

}  // namespace

Json sarif_artifact_location(const ReportInput& input, std::string_view display_path) {
  const ArtifactPath artifact = artifact_path(display_path, input.options);
  if (!artifact.is_below_root) return {{"uri", "file://" + percent_encoded(artifact.path)}};
  return {{"uri", percent_encoded(artifact.path)}, {"uriBaseId", "%SRCROOT%"}};
}

Json sarif_physical_location(const ReportInput& input, Place place) {
  const SourceText& source = input.source(place.file);
  const LineColumn begin = source.position(place.span.begin);
  const auto line_end =
      static_cast<uint32_t>(source.line_start(begin.line) + source.line_text(begin.line).size());
  const uint32_t last = std::min(place.span.end, line_end);
  return {{"artifactLocation", sarif_artifact_location(input, source.path())},
          {"region",
           {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", begin.line},
            {"endColumn", std::max(begin.column, source.position(last).column)}}}};
}

Json sarif_result(const ReportInput& input, const ReportedFinding& reported, const std::string& line_hash,
                  SarifCuts& cuts) {
  const Finding& finding = *reported.finding;
  LinkedMessage message(input, cuts);
  message.add_sentence(finding.message);
  for (const Note& note : finding.notes) message.add_note(note);
  Json fingerprints;
  if (!line_hash.empty()) fingerprints["primaryLocationLineHash"] = line_hash;
  fingerprints["leaklint/v1"] = reported.fingerprint.text();

  const Json place = {{"physicalLocation", sarif_physical_location(input, finding.place)}};
  Json result = {{"ruleId", input.rules[finding.rule].id},
                 {"ruleIndex", finding.rule},
                 {"level", severity_word(finding.severity)},
                 {"message", {{"text", message.text()}}},
                 {"locations", Json::array({place})}};
  const auto add = [&result](const char* name, Json values) {
    if (!values.empty()) result[name] = std::move(values);
  };
  add("relatedLocations", message.take_related());
  add("codeFlows", code_flows(input, finding, cuts));
  result["partialFingerprints"] = std::move(fingerprints);
  add("fixes", fixes_json(input, finding));
  if (!input.suppressed.empty()) result["suppressions"] = suppressions_json(reported.suppressed);
  result["properties"] = {{"confidence", confidence_word(finding.confidence)}};
  return result;
}

}  // namespace leaklint
