#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "lint/finding.h"
#include "lint/registry.h"

namespace leaklint {

/// Something that went wrong with a file, or with the run when there is no path: it could not be read, did
/// not parse, took too long. An error means that the file was not analysed.
struct ReportedProblem {
  std::string path;
  std::string message;
  Severity severity = Severity::warning;
  std::optional<LineColumn> position{};  ///< where in the file, if it is about one place
};

struct ReportStatistics {
  uint32_t files = 0;
  uint64_t lines = 0;
  std::optional<double> seconds;  ///< only when asked for: with it, two equal runs differ in their bytes
};

/// What GitHub's code scanning takes at most; it refuses a file that has more of any of them.
struct SarifLimits {
  size_t results = 25'000;
  size_t locations_of_a_result = 1'000;
  size_t thread_flow_locations_of_a_result = 10'000;
  /// The limit is 10 MB after gzip. Results with long random names and texts, which no real project has, come
  /// to 1/13 of their size, so this much text stays well below it.
  size_t bytes = 100'000'000;
};

struct ReportOptions {
  bool has_color = false;
  uint32_t terminal_width = 100;
  /// Both absolute. With both, SARIF names files as they lie below the source root; without, by display path.
  std::string source_root;
  std::string working_directory;
  std::string category = "leaklint";  ///< automationDetails: one category holds one tool's alerts of a commit
  SarifLimits limits;
};

/// All that a report is made of. Reports are pure functions of it: they read no file, clock or environment.
struct ReportInput {
  std::string tool_version;
  std::span<const Finding> findings;                ///< sorted by path, span and rule; each has a file
  std::span<const SuppressedFinding> suppressed{};  ///< sorted as well; empty unless they are to be reported
  std::span<const RegisteredRule> rules;
  std::function<const SourceText&(FileId)> source;  ///< for every file that a finding names
  std::vector<ReportedProblem> problems{};
  ReportStatistics statistics{};
  ReportOptions options{};
};

/// For people: each finding with its line and caret, its path below, and a summary at the end.
std::string report_text(const ReportInput& input);

/// For programs; the shape is described in report_json.cpp and versioned.
std::string report_json(const ReportInput& input);

/// SARIF 2.1.0 within what GitHub's code scanning accepts, worst findings first.
std::string report_sarif(const ReportInput& input);

/// Workflow commands that GitHub Actions turns into annotations, worst first since it shows only ten of each
/// kind.
std::string report_github(const ReportInput& input);

/// One page for a browser that needs nothing else: findings by rule and file, each with its source and with
/// its retaining path drawn; they can be filtered.
std::string report_html(const ReportInput& input);

/// JUnit XML, as CI servers show test results: a suite for each file with findings, a failed test for each
/// finding.
std::string report_junit(const ReportInput& input);

}  // namespace leaklint
