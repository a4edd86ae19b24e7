#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lint/baseline.h"

namespace leaklint {

/// What a baseline knows of a file's findings, and how often each was met in this run.
class KnownFindings {
 public:
  explicit KnownFindings(Baseline baseline);

  const Baseline& baseline() const { return baseline_; }

  /// The file is analysed in this run, so those of its findings that are not met have gone. `path` is
  /// absolute.
  void expect(const std::string& path);

  /// Whether the baseline knows one more finding like this; it then knows one less.
  bool take(const std::string& path, uint64_t content);

  /// How many findings of each content it knows in a file.
  std::map<uint64_t, uint32_t> counts_of(const std::string& path) const;

  /// Whether every file of the baseline is analysed in this run, or gone: only then can be said what is not
  /// met any more, since what one file does may come to light in another.
  bool covers_all_files() const;

  /// How many findings of the baseline were not met.
  uint64_t unmet() const;

 private:
  std::string relative(const std::string& path) const;

  Baseline baseline_;
  std::vector<uint32_t> met_;                       ///< by entry
  std::map<std::string, bool, std::less<>> files_;  ///< of entries -> whether analysed in this run
  std::map<std::pair<std::string, uint64_t>, std::vector<size_t>> entries_;  ///< by file and content
};

/// Finds, for each file, the leaklint-baseline.json that counts for it: the nearest one in the folders above.
/// Not for several threads at a time.
class BaselineLookup {
 public:
  BaselineLookup();
  /// Instead of all others.
  explicit BaselineLookup(Baseline only);

  /// Null when there is none. An error is that of a file that cannot be read or is wrong.
  Result<KnownFindings*> find(const std::string& path);

  /// Those found so far.
  const std::vector<std::unique_ptr<KnownFindings>>& all() const { return loaded_; }

 private:
  Result<KnownFindings*> load_from(const std::string& folder);

  std::string working_directory_;
  std::vector<std::unique_ptr<KnownFindings>> loaded_;
  bool has_only_ = false;
  std::unordered_map<std::string, KnownFindings*> above_folder_;
};

/// Reads the baseline of `--baseline`.
Result<Baseline> read_baseline(const std::string& path);

/// The nearest leaklint-baseline.json in the working folder or above it, as the user would write its path; if
/// there is none, where one is to be put.
std::string nearest_baseline();

}  // namespace leaklint
