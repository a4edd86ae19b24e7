#pragma once

#include <cstdint>

#include "driver/check.h"
#include "lint/baseline.h"

namespace leaklint {

/// What became of the entries of a baseline.
struct BaselineChange {
  uint64_t kept = 0;
  uint64_t added = 0;
  uint64_t removed = 0;
};

/// Makes the baseline hold the findings of a check that honoured no baseline. What it knows of files that the
/// check did not analyse stays, but for files that are gone. With `only_prunes`, no finding is added.
BaselineChange record_findings(Baseline& baseline, const CheckResult& checked, RuleTable rules,
                               bool only_prunes);

}  // namespace leaklint
