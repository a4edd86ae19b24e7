#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "driver/check.h"

namespace leaklint {

/// Lines from `first` to `last`, counted from 1.
struct LineRange {
  uint32_t first;
  uint32_t last;
  friend auto operator<=>(LineRange, LineRange) = default;
};

/// By absolute path: the lines that are new or different, in order.
using ChangedLines = std::map<std::string, std::vector<LineRange>, std::less<>>;

/// What differs from the commit where HEAD and `revision` parted, in the work tree (files that git does not
/// know yet are new from end to end) or, `of_index`, in the index. An error names the revision.
Result<ChangedLines> changed_lines_since(const std::string& revision, bool of_index);

/// Reads what `git diff --unified=0` writes. Its paths are put below `top`.
void read_diff(std::string_view diff, const std::string& top, ChangedLines& changed);

/// Leaves only findings that have a changed line: their own, or one on their path.
void keep_changed(CheckResult& result, const ChangedLines& changed);

}  // namespace leaklint
