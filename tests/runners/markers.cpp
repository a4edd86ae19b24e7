#include "runners/markers.h"

#include <algorithm>

namespace leaklint {
namespace {

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  while (take(text, " ")) continue;
}

std::string take_rule(std::string_view& text) {
  size_t length = 0;
  while (length < text.size() &&
         (text[length] == '-' || std::isalnum(static_cast<unsigned char>(text[length]))))
    ++length;
  std::string rule(text.substr(0, length));
  text.remove_prefix(length);
  return rule;
}

/// What may follow the rule, in any order: "words", (low), (missed), (false alarm).
void read_details(std::string_view text, Marker& marker) {
  for (skip_blanks(text); !text.empty(); skip_blanks(text)) {
    if (take(text, "(missed)"))
      marker.status = Marker::Status::missed;
    else if (take(text, "(low)"))
      marker.status = Marker::Status::low;
    else if (take(text, "(false alarm)"))
      marker.status = Marker::Status::false_alarm;
    else if (take(text, "\"") && text.find('"') != std::string_view::npos) {
      marker.words = text.substr(0, text.find('"'));
      text.remove_prefix(marker.words.size() + 1);
    } else
      return;
  }
}

/// Reads a marker from the text after "//" or "/*"; false when it is an ordinary comment.
bool read_marker(std::string_view comment, std::string_view default_rule, Marker& marker) {
  skip_blanks(comment);
  if (take(comment, "because"))
    marker.kind = Marker::Kind::because;
  else if (!take(comment, "leak"))
    return false;
  if (take(comment, ":")) {
    skip_blanks(comment);
    marker.rule = take_rule(comment);
  } else {
    const bool is_alone = comment.empty() || comment.starts_with(" \"") || comment.starts_with(" (") ||
                          comment.starts_with(" */");
    if (default_rule.empty() || !is_alone) return false;
    marker.rule = default_rule;
  }
  read_details(comment, marker);
  return true;
}

void read_line(std::string_view line, Marker where, std::string_view default_rule,
               std::vector<Marker>& markers) {
  for (size_t at = line.find('/'); at != std::string_view::npos && at + 1 < line.size();
       at = line.find('/', at + 1)) {
    if (line[at + 1] != '/' && line[at + 1] != '*') continue;
    Marker marker = where;
    if (read_marker(line.substr(at + 2), default_rule, marker)) markers.push_back(std::move(marker));
  }
}

std::string place_text(const std::string& file, uint32_t line) {
  return file + ":" + std::to_string(line) + ": ";
}

bool is_met_by(const Marker& marker, const Observed& finding) {
  return finding.rule == marker.rule && finding.place == Observed::Place{marker.file, marker.line} &&
         finding.message.find(marker.words) != std::string::npos;
}

bool passes(const Observed& finding, const Marker& marker) {
  return finding.rule == marker.rule &&
         std::find(finding.passes.begin(), finding.passes.end(), Observed::Place{marker.file, marker.line}) !=
             finding.passes.end();
}

}  // namespace

std::vector<Marker> read_markers(std::string_view file, std::string_view text,
                                 std::string_view default_rule) {
  std::vector<Marker> markers;
  Marker where;
  where.file = file;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    ++where.line;
    const bool may_have_one =
        line.find("leak") != std::string_view::npos || line.find("because") != std::string_view::npos;
    if (may_have_one)
      read_line(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line, where, default_rule, markers);
  }
  return markers;
}

std::vector<std::string> differences(const std::vector<Marker>& markers, std::vector<Observed> findings) {
  std::vector<std::string> wrong;
  const std::vector<Observed> all = findings;
  for (const Marker& marker : markers) {
    const std::string place = place_text(marker.file, marker.line);
    if (marker.kind == Marker::Kind::because) {
      const bool is_passed =
          std::any_of(all.begin(), all.end(), [&](const Observed& one) { return passes(one, marker); });
      if (!is_passed) wrong.push_back(place + "the path of " + marker.rule + " does not pass here");
      continue;
    }
    const auto met = std::find_if(findings.begin(), findings.end(),
                                  [&](const Observed& one) { return is_met_by(marker, one); });
    const std::string wanted = marker.rule + (marker.words.empty() ? "" : " with \"" + marker.words + "\"");
    if (met == findings.end()) {
      if (marker.status == Marker::Status::expected || marker.status == Marker::Status::low)
        wrong.push_back(place + "not found: " + wanted);
      if (marker.status == Marker::Status::false_alarm)
        wrong.push_back(place + "no longer a false alarm: " + wanted);
      continue;
    }
    if (marker.status == Marker::Status::missed) wrong.push_back(place + "no longer missed: " + wanted);
    if (marker.status == Marker::Status::low && !met->is_low)
      wrong.push_back(place + "no longer of low confidence: " + wanted);
    findings.erase(met);
  }
  for (const Observed& finding : findings) {
    wrong.push_back(place_text(finding.place.file, finding.place.line) +
                    "found without a marker: " + finding.rule + ": " + finding.message);
  }
  return wrong;
}

}  // namespace leaklint
