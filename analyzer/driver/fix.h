#pragma once

#include <map>
#include <string>
#include <vector>

#include "driver/check.h"

namespace leaklint {

/// A file that fixes have changed, but that is not written yet.
struct FixedFile {
  std::string path;
  std::string before;  ///< all its bytes
  std::string after;
};

struct FixResult {
  CheckResult check;             ///< of the fixed texts
  std::vector<FixedFile> files;  ///< by path
  uint32_t applied = 0;          ///< how many findings were fixed
};

/// Checks, applies the safe fixes of what is found, and checks again until nothing changes: a fix may make
/// way for another. A file that would parse worse than before, or whose text is not the bytes on disk, is
/// left as it is.
Result<FixResult> check_and_fix(CheckRequest request, SettingsLookup& lookup, RuleTable rules);

/// Applies those fixes that do not touch what an earlier one has changed; `applied` grows by their number.
std::string apply_fixes(std::string_view text, const std::vector<const Fix*>& fixes, uint32_t& applied);

}  // namespace leaklint
