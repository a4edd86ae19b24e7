#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/source_text.h"

namespace leaklint {

/// GitHub's own identity of a line, `primaryLocationLineHash`, as its uploader computes it where a SARIF file
/// has none: a hash of the 100 characters from the line's start on, and which of the lines with that hash it
/// is. The uploader warns about each result whose value differs from its own.
///
/// One value for each of `lines`, which ascend; empty where we cannot know what the uploader reads, which is
/// in files that are not UTF-8.
std::vector<std::string> line_hashes(const SourceText& source, std::span<const uint32_t> lines);

}  // namespace leaklint
