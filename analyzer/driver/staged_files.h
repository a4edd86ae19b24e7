#pragma once

#include <map>
#include <set>
#include <string>

#include "base/result.h"
#include "driver/check.h"

namespace leaklint {

/// What the next commit would hold, where it differs from the work tree. Paths are absolute.
struct Index {
  std::set<std::string> files;               ///< all that are in it
  std::map<std::string, std::string> texts;  ///< of those that the work tree has otherwise, or not at all
  std::set<std::string> staged;              ///< those that differ from HEAD
};

/// An error is git's.
Result<Index> read_index();

/// Makes a request for files of the work tree one for the index: files that it does not have are dropped,
/// those that only it has are added, and its texts stand in for theirs.
void take_from_index(const Index& index, CheckRequest& request);

/// Leaves only findings in these files; `paths` are absolute, and may be folders.
void keep_in(CheckResult& result, const std::set<std::string>& paths);

}  // namespace leaklint
