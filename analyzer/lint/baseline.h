#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leaklint {

/// Findings of one file that were there when the baseline was made, and that agree in rule, enclosing
/// function and text of the line. Line numbers have no part in it, so that edits elsewhere in the file keep
/// it.
struct BaselineEntry {
  std::string path;      ///< relative to the baseline's folder, with '/'
  std::string rule;      ///< its id
  std::string function;  ///< the function around it, "" at the top of a module
  std::string line;      ///< what is written there, shortened: for people, nothing is compared with it
  uint64_t content = 0;  ///< Fingerprint::content, which alone is compared
  uint32_t count = 1;    ///< how many such findings there were

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

/// The findings that a project has agreed to live with for now.
struct Baseline {
  std::string path;    ///< as errors show it
  std::string folder;  ///< absolute, without a slash at its end; what its entries' paths are relative to
  std::vector<BaselineEntry> entries;
};

inline constexpr std::string_view baseline_file_name = "leaklint-baseline.json";

/// Reads a baseline's text. An error is one line that names the file, the place in it and what is wrong.
Result<Baseline> parse_baseline(std::string path, std::string text);

/// The text of a baseline: entries in order, each on a line of its own, so that versions compare and merge
/// well.
std::string baseline_text(std::vector<BaselineEntry> entries);

/// Brings entries that differ in nothing but their count together.
void merge_equal(std::vector<BaselineEntry>& entries);

}  // namespace leaklint
