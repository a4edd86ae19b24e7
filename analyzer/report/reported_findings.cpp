#include "report/reported_findings.h"

#include <algorithm>
#include <tuple>

namespace leaklint {

std::vector<ReportedFinding> reported_findings(const ReportInput& input) {
  std::vector<ReportedFinding> reported;
  reported.reserve(input.findings.size() + input.suppressed.size());
  for (const Finding& finding : input.findings) reported.push_back({&finding});
  for (const SuppressedFinding& suppressed : input.suppressed)
    reported.push_back({&suppressed.finding, &suppressed});
  // Ids of files need not follow their paths.
  const auto key = [&input](const Finding& finding) {
    return std::make_tuple(std::string_view(input.source(finding.place.file).path()), finding.place.span,
                           finding.rule);
  };
  if (!input.suppressed.empty())
    std::stable_sort(reported.begin(), reported.end(),
                     [&key](const ReportedFinding& left, const ReportedFinding& right) {
                       return key(*left.finding) < key(*right.finding);
                     });
  Fingerprinter fingerprinter(input.rules, input.source);
  for (size_t index = 0; index < reported.size(); ++index) {
    reported[index].fingerprint = fingerprinter.next(*reported[index].finding);
    reported[index].index = index;
  }
  return reported;
}

void sort_worst_first(std::vector<ReportedFinding>& findings) {
  const auto key = [](const ReportedFinding& each) {
    return std::make_tuple(each.suppressed == nullptr, each.finding->severity, each.finding->confidence);
  };
  std::stable_sort(
      findings.begin(), findings.end(),
      [&key](const ReportedFinding& left, const ReportedFinding& right) { return key(left) > key(right); });
}

}  // namespace leaklint
