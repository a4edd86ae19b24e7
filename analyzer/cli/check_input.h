#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/check_flags.h"
#include "driver/check.h"

namespace leaklint {

/// What a run reads, and what of it is to be reported.
struct CheckInput {
  CheckRequest request;
  std::vector<ReportedProblem> problems;  ///< met on the way to the files
  std::optional<std::set<std::string>>
      reported;  ///< only findings in these absolute paths, which may be folders
};

/// Finds the files that the plan names. Whatever the user named and we cannot have is said on standard error,
/// and there is no input then.
std::optional<CheckInput> collect_input(const CheckPlan& plan, SettingsLookup& lookup);

}  // namespace leaklint
