#pragma once

#include <atomic>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/source_text.h"
#include "driver/baseline_lookup.h"
#include "driver/discover.h"
#include "driver/settings_lookup.h"
#include "lint/finding.h"
#include "lint/registry.h"
#include "program/file_system.h"
#include "report/report.h"

namespace leaklint {

/// How far a check has come; to be read by another thread.
struct CheckProgress {
  std::atomic<size_t> files_done = 0;
  std::atomic<size_t> files = 0;  ///< 0 until it is known
};

struct CheckRequest {
  std::vector<DiscoveredFile> files;  ///< by path, each once
  /// Texts that stand in for what lies on disk: of an editor, of standard input, of a fix that is not written
  /// yet.
  std::map<std::string, std::string> texts;
  unsigned threads = 1;
  bool reads_everything =
      false;  ///< minified and very large files too, which else only a name on the command line does
  FileSystem files_of_the_link = disk();  ///< where package.json, tsconfig.json and their like are read from
  BaselineLookup* baselines = nullptr;    ///< findings that these know are suppressed; null: there are none
  CheckProgress* progress = nullptr;      ///< to be kept up to date, if anyone wants to know
};

struct CheckCounts {
  uint32_t analysed = 0;
  uint32_t left_out = 0;  ///< by `include` or `exclude`
  uint32_t too_large = 0;
  uint32_t minified = 0;
  uint32_t unreadable = 0;
  uint32_t damaged = 0;      ///< analysed, but for the parts that do not parse
  uint32_t hidden = 0;       ///< findings below the confidence that was asked for
  uint32_t open_values = 0;  ///< can be more things than are followed: what rests on them is left unsaid
  uint64_t bytes = 0;
  uint64_t lines = 0;
  uint64_t nodes = 0;
};

/// Whether a file is left out because of its size alone: real sources are smaller, what is larger is
/// generated. One that is named, or whose text stands in the request, is not.
bool is_too_large(const DiscoveredFile& file, const CheckRequest& request);

/// What a check found; the same for any number of threads.
struct CheckResult {
  std::vector<std::string> paths;                  ///< by FileId
  std::vector<std::optional<SourceText>> sources;  ///< by FileId; at least those of files with findings
  std::vector<Finding> findings;                   ///< sorted by path, span and rule
  std::vector<SuppressedFinding> suppressed;       ///< sorted as well
  std::vector<ReportedProblem> problems;           ///< sorted by path
  CheckCounts counts;
};

/// Files -> findings. An error is that of a configuration; files that cannot be read are problems of the
/// result.
Result<CheckResult> check(const CheckRequest& request, SettingsLookup& lookup, RuleTable rules);

}  // namespace leaklint
