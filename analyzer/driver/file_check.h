#pragma once

#include <map>
#include <string>

#include "driver/discover.h"
#include "driver/settings_lookup.h"
#include "lint/file_stage.h"
#include "lint/registry.h"

namespace leaklint {

/// Real sources end below this: the largest file of TypeScript's own compiler has 3 MB. What is larger is
/// generated, and read only when it is named.
inline constexpr uint64_t largest_found_file = 4 << 20;

/// Whether a file on disk is larger than that.
bool is_too_large(const std::string& path);

enum class FileOutcome : uint8_t { analysed, too_large, minified, unreadable };

/// One file with what the stages that look at one file alone make of it.
struct CheckedFile {
  DiscoveredFile file;
  FileSituation situation;
  FileOutcome outcome = FileOutcome::analysed;
  FileResult result;
  /// How many findings of each content (Fingerprint::content) a baseline knows, for those who keep the file;
  /// a check of everything asks the baseline itself.
  std::map<uint64_t, uint32_t> known{};
};

/// Runs these stages on the file's text, or on its bytes on disk where there is none. `parser` is the calling
/// thread's own. A file that cannot be read gets its reason as the result's failure.
void check_file(CheckedFile& checked, const std::string* text, bool reads_everything, bool wants_facts,
                Parser& parser, RuleTable rules);

}  // namespace leaklint
