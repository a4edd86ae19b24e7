#include <algorithm>
#include <array>
#include <map>

#include "report/html_assets.h"
#include "report/html_text.h"
#include "report/report.h"
#include "report/reported_findings.h"
#include "report/words.h"

namespace leaklint {
namespace {

/// So much a browser still lays out and filters at once.
constexpr size_t most_findings = 5000;
constexpr uint32_t lines_around = 2;

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + html_text(value) + "\"";
}

std::string element(std::string_view name, std::string_view css_class, std::string_view text) {
  std::string out = "<" + std::string(name);
  if (!css_class.empty()) out += attribute("class", css_class);
  return out + ">" + html_text(text) + "</" + std::string(name) + ">";
}

/// What a step of a retaining path is, by where it stands.
std::string_view role_of(const std::vector<PathStep>& steps, size_t index) {
  const auto is_closure = [](const PathStep& step) { return step.text.starts_with("closure"); };
  if (index == 0) return "root";
  if (is_closure(steps[index])) return "closure";
  const auto before = steps.begin() + static_cast<std::ptrdiff_t>(index);
  if (std::any_of(steps.begin(), before, is_closure)) return "captured";
  return index + 1 == steps.size() ? "held" : "holder";
}

class HtmlReport {
 public:
  explicit HtmlReport(const ReportInput& input) : input_(input) {}

  std::string write() {
    take_findings();
    const std::string summary = summary_line();
    out_ =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; script-src 'unsafe-inline'\">\n";
    out_ += element("title", "", "leaklint: " + summary) + "\n<style>\n" + std::string(html_style()) +
            "</style>\n</head>\n<body>\n<header><div>\n<h1>leaklint</h1>" + element("p", "", summary) + "\n";
    if (!shown_.empty()) write_filters();
    out_ += "</div></header>\n<main>\n";
    if (shown_.size() < input_.findings.size()) {
      out_ += element("p", "",
                      "Only the worst " + grouped(shown_.size()) + " of " +
                          counted(input_.findings.size(), "finding") + " are on this page.") +
              "\n";
    }
    out_ += "<div id=\"groups\">\n";
    for (const auto& [rule, files] : by_rule()) write_rule(rule, files);
    out_ += "</div>\n";
    write_problems();
    out_ += "</main>\n<script>\n" + std::string(html_script()) + "</script>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  using Findings = std::vector<const Finding*>;
  using Files = std::vector<std::pair<std::string, Findings>>;

  void take_findings() {
    std::vector<ReportedFinding> worst;
    for (const ReportedFinding& each : reported_findings(input_))
      if (each.suppressed == nullptr) worst.push_back(each);
    sort_worst_first(worst);
    if (worst.size() > most_findings) worst.resize(most_findings);
    for (const ReportedFinding& each : worst) shown_.push_back(each.finding);
  }

  /// Rules with the worst finding first, then those with more; in each, the files by path.
  std::vector<std::pair<uint16_t, Files>> by_rule() const {
    std::vector<std::pair<uint16_t, Findings>> rules;
    for (const Finding* finding : shown_) {
      const auto known = std::find_if(rules.begin(), rules.end(),
                                      [&](const auto& rule) { return rule.first == finding->rule; });
      (known == rules.end() ? rules.emplace_back(finding->rule, Findings()) : *known)
          .second.push_back(finding);
    }
    std::vector<std::pair<uint16_t, Files>> grouped_rules;
    for (const auto& [rule, findings] : rules) {
      std::map<std::string, Findings> files;
      for (const Finding* finding : findings) files[path_of(*finding)].push_back(finding);
      for (auto& [path, own] : files)
        std::sort(own.begin(), own.end(), [](const Finding* left, const Finding* right) {
          return left->place.span < right->place.span;
        });
      grouped_rules.emplace_back(rule, Files(files.begin(), files.end()));
    }
    return grouped_rules;
  }

  const std::string& path_of(const Finding& finding) const {
    return input_.source(finding.place.file).path();
  }

  std::string summary_line() const {
    if (input_.findings.empty()) return "no findings in " + counted(input_.statistics.files, "file");
    std::array<uint64_t, 4> counts{};
    for (const Finding& finding : input_.findings) ++counts[static_cast<size_t>(finding.severity)];
    std::string line;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      const uint64_t count = counts[static_cast<size_t>(severity)];
      if (count > 0) line += (line.empty() ? "" : ", ") + counted(count, severity_word(severity));
    }
    return line + " in " + counted(input_.statistics.files, "file");
  }

  void write_choice(std::string_view name, std::string_view value) {
    out_ += "<label><input type=\"checkbox\" checked" + attribute("name", name) + attribute("value", value) +
            "> " + html_text(value) + "</label>\n";
  }

  void write_filters() {
    out_ +=
        "<form hidden>\n<input type=\"search\" name=\"text\" placeholder=\"Filter by any word\" "
        "aria-label=\"Filter by any word\">\n<select name=\"rule\" aria-label=\"Rule\">\n"
        "<option value=\"\">all rules</option>\n";
    std::vector<std::string_view> ids;
    for (const Finding* finding : shown_) ids.push_back(input_.rules[finding->rule].id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const std::string_view id : ids) out_ += element("option", "", id) + "\n";
    out_ += "</select>\n<fieldset>\n";
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
      write_choice("severity", severity_word(severity));
    out_ += "</fieldset>\n<fieldset>\n";
    for (const Confidence confidence : {Confidence::high, Confidence::medium, Confidence::low})
      write_choice("confidence", confidence_word(confidence));
    out_ +=
        "</fieldset>\n<select name=\"group\" aria-label=\"Group\">\n<option value=\"rule\">by rule</option>\n"
        "<option value=\"path\">by file</option>\n</select>\n<output name=\"shown\"></output>\n</form>\n";
  }

  void write_rule(uint16_t rule, const Files& files) {
    const RegisteredRule& described = input_.rules[rule];
    size_t count = 0;
    for (const auto& [path, findings] : files) count += findings.size();
    out_ += "<section class=\"group\"" + attribute("data-key", described.id) + ">\n<h2>" +
            html_text(described.id) + element("span", "count", grouped(count)) + "</h2>\n" +
            element("p", "about", described.rule->description.summary) + "\n";
    if (!described.page.empty()) {
      out_ += "<details><summary>What it means and how to mend it</summary>" +
              element("pre", "", described.page) + "</details>\n";
    }
    for (const auto& [path, findings] : files) {
      out_ += "<section class=\"part\">\n<h3>" + html_text(path) +
              element("span", "count", grouped(findings.size())) + "</h3>\n";
      for (const Finding* finding : findings) write_finding(*finding);
      out_ += "</section>\n";
    }
    out_ += "</section>\n";
  }

  void write_finding(const Finding& finding) {
    const SourceText& source = input_.source(finding.place.file);
    const LineColumn at = source.position(finding.place.span.begin);
    const std::string_view severity = severity_word(finding.severity);
    out_ += "<article" + attribute("class", severity) + attribute("data-severity", severity) +
            attribute("data-confidence", confidence_word(finding.confidence)) +
            attribute("data-rule", input_.rules[finding.rule].id) + attribute("data-path", source.path()) +
            attribute("data-line", std::to_string(at.line)) + ">\n<header>" +
            element("span", "severity", severity) + element("span", "", input_.rules[finding.rule].id) +
            element("span", "place", place_text(finding.place)) +
            element("span", "quiet", std::string(confidence_word(finding.confidence)) + " confidence") +
            "</header>\n" + element("p", "message", finding.message) + "\n";
    write_source(source, finding.place.span, at.line);
    for (const Note& note : finding.notes)
      if (is_drawn(note)) write_chain(note);
    write_notes(finding);
    out_ += "</article>\n";
  }

  std::string place_text(const Place& place) const {
    const SourceText& source = input_.source(place.file);
    const LineColumn at = source.position(place.span.begin);
    return source.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  void write_source(const SourceText& source, Span span, uint32_t line) {
    const uint32_t first = line - std::min(line - 1, lines_around);
    const uint32_t last = std::min(source.line_count(), line + lines_around);
    out_ += "<pre>";
    for (uint32_t each = first; each <= last; ++each)
      out_ += "<span><i>" + std::to_string(each) + "</i>" + html_line(source, each, span) + "</span>";
    out_ += "</pre>\n";
  }

  static bool is_drawn(const Note& note) {
    return note.label == Note::Label::retained && !note.steps.empty();
  }

  void write_chain(const Note& note) {
    out_ += element("p", "label", "What keeps it alive") + "\n<ol class=\"chain\">\n";
    for (size_t index = 0; index < note.steps.size(); ++index) {
      const PathStep& step = note.steps[index];
      const std::string role(role_of(note.steps, index));
      out_ += "<li" + attribute("class", "step " + role) + "><div>" + element("span", "role", role) +
              element("b", "", step.text);
      if (step.place.file) write_step_place(step.place);
      out_ += "</div></li>\n";
    }
    out_ += "</ol>\n";
  }

  void write_step_place(const Place& place) {
    const SourceText& source = input_.source(place.file);
    const uint32_t line = source.position(place.span.begin).line;
    std::string_view path = source.path();
    path.remove_prefix(path.rfind('/') == path.npos ? 0 : path.rfind('/') + 1);
    out_ += "<span class=\"place\"" + attribute("title", place_text(place)) + ">" + html_text(path) + ":" +
            std::to_string(line) + "</span><code class=\"code\">" + html_line(source, line, place.span) +
            "</code>";
  }

  void write_notes(const Finding& finding) {
    std::string rows;
    bool has_fix = false;
    const auto add = [&rows](std::string_view label, std::string_view text) {
      rows += element("dt", "", label) + element("dd", "", text) + "\n";
    };
    for (const Note& note : finding.notes) {
      has_fix = has_fix || note.label == Note::Label::fix;
      if (!is_drawn(note)) add(label_word(note.label), note_line(note));
    }
    for (const Fix& fix : finding.fixes)
      if (!has_fix) add("fix", fix.description + (fix.is_safe ? " (--fix does it)" : " (suggestion)"));
    if (!rows.empty()) out_ += "<dl>\n" + rows + "</dl>\n";
  }

  void write_problems() {
    if (input_.problems.empty()) return;
    out_ += "<section>\n<h2>Not all could be analysed</h2>\n<dl>\n";
    for (const ReportedProblem& problem : input_.problems) {
      std::string place = problem.path;
      if (problem.position) {
        place +=
            ":" + std::to_string(problem.position->line) + ":" + std::to_string(problem.position->column);
      }
      out_ += element("dt", "", place) + element("dd", "", problem.message) + "\n";
    }
    out_ += "</dl>\n</section>\n";
  }

  const ReportInput& input_;
  Findings shown_;
  std::string out_;
};

}  // namespace

std::string report_html(const ReportInput& input) {
  return HtmlReport(input).write();
}

}  // namespace leaklint
