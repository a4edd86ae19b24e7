#include <algorithm>
#include <array>
#include <cstdio>

#include "base/display_width.h"
#include "report/report.h"
#include "report/source_excerpt.h"
#include "report/words.h"

namespace leaklint {
namespace {

constexpr size_t label_column = 11;  // "retained", the longest label, and three spaces
constexpr size_t smallest_number_column = 3;
constexpr uint32_t narrowest_source = 30;

enum class Style : uint8_t { bold, dim, red, yellow, cyan };

Style style_of(Severity severity) {
  if (severity == Severity::error) return Style::red;
  return severity == Severity::warning ? Style::yellow : Style::cyan;
}

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::bold:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::red:
      return "\x1b[1;31m";
    case Style::yellow:
      return "\x1b[1;33m";
    case Style::cyan:
      return "\x1b[1;36m";
  }
  return "";
}

class TextReport {
 public:
  explicit TextReport(const ReportInput& input) : input_(input) {}

  std::string write() {
    for (const Finding& finding : input_.findings) write_finding(finding);
    for (const ReportedProblem& problem : input_.problems) write_problem(problem);
    if (!input_.problems.empty()) out_ += '\n';
    write_summary();
    return std::move(out_);
  }

 private:
  std::string painted(Style style, std::string_view text) const {
    if (!input_.options.has_color || text.empty()) return std::string(text);
    return std::string(escape_of(style)) + std::string(text) + "\x1b[0m";
  }

  void write_finding(const Finding& finding) {
    const SourceText& source = input_.source(finding.place.file);
    const LineColumn at = source.position(finding.place.span.begin);
    out_ += painted(Style::bold,
                    visible(source.path()) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column));
    out_ += "  ";
    out_ += painted(style_of(finding.severity), severity_word(finding.severity));
    out_ += "  ";
    out_ += input_.rules[finding.rule].id;
    out_ += "  ";
    out_ += painted(Style::dim, "(" + std::string(confidence_word(finding.confidence)) + ")");
    out_ += '\n';
    write_message(finding.message);
    write_source(source, finding);
    for (const Note& note : finding.notes) write_labelled(label_word(note.label), note_line(note));
    write_fixes(finding);
    out_ += '\n';
  }

  void write_message(std::string_view message) {
    while (!message.empty()) {
      const size_t end = std::min(message.find('\n'), message.size());
      out_ += "  " + visible(message.substr(0, end)) + "\n";
      message.remove_prefix(std::min(end + 1, message.size()));
    }
  }

  void write_source(const SourceText& source, const Finding& finding) {
    const std::string number = std::to_string(source.position(finding.place.span.begin).line);
    const size_t number_column = std::max(smallest_number_column, number.size());
    const auto gutter = static_cast<uint32_t>(2 + number_column + 3);
    const uint32_t width = std::max(
        narrowest_source, input_.options.terminal_width - std::min(gutter, input_.options.terminal_width));
    const SourceExcerpt excerpt = excerpt_at(source, finding.place.span, width);
    out_ += "  " + painted(Style::dim, std::string(number_column - number.size(), ' ') + number + " │") +
            " " + excerpt.line + "\n";
    out_ += "  " + painted(Style::dim, std::string(number_column, ' ') + " │") + " " +
            painted(style_of(finding.severity), excerpt.marks) + "\n";
  }

  void write_labelled(std::string_view label, std::string_view text) {
    out_ += "  " + painted(Style::dim, label);
    out_.append(label_column - std::min(label.size(), label_column), ' ');
    out_ += visible(text) + "\n";
  }

  /// What a fix does, where no note of the rule says it already.
  void write_fixes(const Finding& finding) {
    for (const Note& note : finding.notes)
      if (note.label == Note::Label::fix) return;
    for (const Fix& fix : finding.fixes)
      write_labelled("fix", fix.description + (fix.is_safe ? " (--fix does it)" : " (suggestion)"));
  }

  void write_problem(const ReportedProblem& problem) {
    std::string place = visible(problem.path);
    if (const auto& at = problem.position) {
      place += ":" + std::to_string(at->line) + ":" + std::to_string(at->column);
    }
    if (!place.empty()) out_ += painted(Style::bold, place) + "  ";
    out_ += painted(style_of(problem.severity), severity_word(problem.severity));
    out_ += "  " + visible(problem.message) + "\n";
  }

  void write_summary() {
    out_ += input_.findings.empty() ? painted(Style::dim, clean_line()) : found_line();
    out_ += '\n';
    if (!input_.findings.empty()) write_next_steps();
  }

  std::string clean_line() const {
    return "no findings in " + counted(input_.statistics.files, "file") + run_figures();
  }

  std::string found_line() const {
    std::array<uint64_t, 4> counts{};
    for (const Finding& finding : input_.findings) ++counts[static_cast<size_t>(finding.severity)];
    std::string line;
    for (Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      const uint64_t count = counts[static_cast<size_t>(severity)];
      if (count == 0) continue;
      if (!line.empty()) line += ", ";
      line += painted(style_of(severity), counted(count, severity_word(severity)));
    }
    return line + " in " + grouped(files_with_findings()) + " of " +
           counted(input_.statistics.files, "file") + run_figures();
  }

  uint64_t files_with_findings() const {
    std::vector<FileId> files;
    for (const Finding& finding : input_.findings) files.push_back(finding.place.file);
    std::sort(files.begin(), files.end());
    return static_cast<uint64_t>(std::unique(files.begin(), files.end()) - files.begin());
  }

  /// What was left out, and how long the run took where that was asked for.
  std::string run_figures() const {
    std::string text;
    const auto lost = static_cast<uint64_t>(
        std::count_if(input_.problems.begin(), input_.problems.end(), [](const ReportedProblem& problem) {
          return problem.severity == Severity::error && !problem.path.empty();
        }));
    if (lost > 0) text += "; " + counted(lost, "file") + " not analysed";
    if (input_.statistics.seconds) {
      std::array<char, 32> seconds{};
      std::snprintf(seconds.data(), seconds.size(), "%.2f s", *input_.statistics.seconds);
      text += " (" + counted(input_.statistics.lines, "line") + ", " + seconds.data() + ")";
    }
    return text;
  }

  void write_next_steps() {
    const auto worst = std::max_element(
        input_.findings.begin(), input_.findings.end(),
        [](const Finding& left, const Finding& right) { return left.severity < right.severity; });
    const std::string explain = "leaklint explain " + std::string(input_.rules[worst->rule].id);
    const std::string fix = "leaklint check --fix";
    const size_t column = std::max(explain.size(), fix.size()) + 3;
    out_ += "  " + explain + std::string(column - explain.size(), ' ') +
            painted(Style::dim, "what it means and how to mend it") + "\n";
    const auto fixable = static_cast<uint64_t>(
        std::count_if(input_.findings.begin(), input_.findings.end(), [](const Finding& finding) {
          return std::any_of(finding.fixes.begin(), finding.fixes.end(),
                             [](const Fix& offered) { return offered.is_safe; });
        }));
    if (fixable == 0) return;
    out_ += "  " + fix + std::string(column - fix.size(), ' ') +
            painted(Style::dim, "mends " + grouped(fixable) + " of them safely") + "\n";
  }

  const ReportInput& input_;
  std::string out_;
};

}  // namespace

std::string report_text(const ReportInput& input) {
  return TextReport(input).write();
}

}  // namespace leaklint
