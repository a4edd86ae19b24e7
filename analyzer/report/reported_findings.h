#pragma once

#include <vector>

#include "lint/fingerprint.h"
#include "report/report.h"

namespace leaklint {

/// A finding with its identity; `suppressed` is set for one that the user has silenced.
struct ReportedFinding {
  const Finding* finding;
  const SuppressedFinding* suppressed = nullptr;
  Fingerprint fingerprint{};
  size_t index = 0;  ///< among all, in the order of files and places
};

/// Findings and suppressed findings, merged in the order of files and places, so that equal ones are numbered
/// the same whether or not some of them are suppressed. They point into the input.
std::vector<ReportedFinding> reported_findings(const ReportInput& input);

/// Reorders for readers that show only the first ones: suppressed ones last; before them by severity, then
/// confidence, then as they were.
void sort_worst_first(std::vector<ReportedFinding>& findings);

}  // namespace leaklint
