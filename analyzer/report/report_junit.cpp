#include <algorithm>

#include "base/display_width.h"
#include "report/artifact_path.h"
#include "report/html_text.h"
#include "report/report.h"
#include "report/words.h"

namespace leaklint {
namespace {

/// XML takes no control characters but tab, line feed and carriage return, and no U+FFFE or U+FFFF, not even
/// escaped; they become U+FFFD.
bool fits_xml(char32_t character) {
  if (character < 0x20) return character == '\t' || character == '\n' || character == '\r';
  return character != 0xFFFE && character != 0xFFFF;
}

enum class Use : uint8_t { attribute, content };

std::string escaped(std::string_view text, Use use) {
  std::string out;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t character = take_character(text);
    if (const std::string_view escape = markup_escape(character); !escape.empty()) {
      out += escape;
    } else if (character == '\n' && use == Use::content) {
      out += '\n';
    } else if (character == '\n' || character == '\r' || character == '\t') {
      out += "&#" + std::to_string(static_cast<uint32_t>(character)) + ";";
    } else if (fits_xml(character) && character != 0xFFFD) {
      out += before.substr(0, before.size() - text.size());
    } else {
      out += "\uFFFD";
    }
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escaped(value, Use::attribute) + "\"";
}

std::string counts(size_t tests, size_t failures, size_t errors) {
  return attribute("tests", std::to_string(tests)) + attribute("failures", std::to_string(failures)) +
         attribute("errors", std::to_string(errors));
}

class JunitReport {
 public:
  explicit JunitReport(const ReportInput& input) : input_(input) {}

  std::string write() {
    const auto findings = input_.findings;
    std::string suites;
    for (size_t first = 0; first < findings.size();) {
      size_t last = first;
      while (last < findings.size() && findings[last].place.file == findings[first].place.file) ++last;
      suites += suite_of(findings.subspan(first, last - first));
      first = last;
    }
    const auto is_error = [](const ReportedProblem& problem) { return problem.severity == Severity::error; };
    const auto errors =
        static_cast<size_t>(std::count_if(input_.problems.begin(), input_.problems.end(), is_error));
    for (const ReportedProblem& problem : input_.problems)
      if (is_error(problem)) suites += suite_of(problem);
    // CI servers take a report without tests for one that got lost.
    if (suites.empty()) suites = clean_suite();
    const size_t tests = std::max<size_t>(findings.size() + errors, 1);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "leaklint") +
           counts(tests, findings.size(), errors) + ">\n" + suites + "</testsuites>\n";
  }

 private:
  std::string path_of(std::string_view display_path) const {
    return artifact_path(display_path, input_.options).path;
  }

  std::string suite_of(std::span<const Finding> findings) const {
    const std::string path = path_of(input_.source(findings.front().place.file).path());
    std::string out =
        "  <testsuite" + attribute("name", path) + counts(findings.size(), findings.size(), 0) + ">\n";
    for (const Finding& finding : findings) out += test_of(finding, path);
    return out + "  </testsuite>\n";
  }

  std::string test_of(const Finding& finding, const std::string& path) const {
    const LineColumn at = input_.source(finding.place.file).position(finding.place.span.begin);
    const std::string place = std::to_string(at.line) + ":" + std::to_string(at.column);
    const std::string rule(input_.rules[finding.rule].id);
    std::string text = path + ":" + place + "\n" + finding.message + "\n";
    for (const Note& note : finding.notes)
      text += std::string(label_word(note.label)) + ": " + note_line(note) + "\n";
    return "    <testcase" + attribute("name", rule + " at " + place) + attribute("classname", path) +
           attribute("file", path) + attribute("line", std::to_string(at.line)) + ">\n      <failure" +
           attribute("type", severity_word(finding.severity)) + attribute("message", finding.message) + ">" +
           escaped(text, Use::content) + "</failure>\n    </testcase>\n";
  }

  std::string suite_of(const ReportedProblem& problem) const {
    const std::string path = problem.path.empty() ? "leaklint" : path_of(problem.path);
    return "  <testsuite" + attribute("name", path) + counts(1, 0, 1) + ">\n    <testcase" +
           attribute("name", "can be analysed") + attribute("classname", path) + ">\n      <error" +
           attribute("type", "error") + attribute("message", problem.message) +
           "/>\n    </testcase>\n  </testsuite>\n";
  }

  std::string clean_suite() const {
    return "  <testsuite" + attribute("name", "leaklint") + counts(1, 0, 0) + ">\n    <testcase" +
           attribute("name", "no findings in " + counted(input_.statistics.files, "file")) +
           attribute("classname", "leaklint") + "/>\n  </testsuite>\n";
  }

  const ReportInput& input_;
};

}  // namespace

std::string report_junit(const ReportInput& input) {
  return JunitReport(input).write();
}

}  // namespace leaklint
