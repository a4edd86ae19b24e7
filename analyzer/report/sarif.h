#pragma once

#include <string>
#include <string_view>

#include "report/json_lines.h"
#include "report/report.h"
#include "report/reported_findings.h"

namespace leaklint {

/// What had to be left out of a SARIF file to stay within GitHub's limits.
struct SarifCuts {
  size_t results = 0;
  size_t places = 0;  ///< related locations and steps of paths, within results that are there
};

/// A rule as a SARIF reportingDescriptor, with its page as help.
Json sarif_rule(const RegisteredRule& rule);

/// { artifactLocation, region } of a place, the region cut to its first line. GitHub shows an alert on a pull
/// request only if all lines of its region are in the diff.
Json sarif_physical_location(const ReportInput& input, Place place);

/// An artifactLocation, relative to %SRCROOT% where the file lies below it.
Json sarif_artifact_location(const ReportInput& input, std::string_view display_path);

/// A finding as a SARIF result; the line hash is GitHub's, and may be empty.
Json sarif_result(const ReportInput& input, const ReportedFinding& reported, const std::string& line_hash,
                  SarifCuts& cuts);

}  // namespace leaklint
