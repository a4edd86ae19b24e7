#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace leaklint {

/// How code scanning knows a file: by its path below the source root, with forward slashes.
struct ArtifactPath {
  std::string path;
  bool is_below_root = true;  ///< else the path is absolute
};

/// Of a path as leaklint displays it, which is absolute or below the working directory.
ArtifactPath artifact_path(std::string_view display_path, const ReportOptions& options);

/// A path as the path of a URI (RFC 3986). A colon is encoded too, or `a:b.js` would have a scheme.
std::string percent_encoded(std::string_view path);

}  // namespace leaklint
