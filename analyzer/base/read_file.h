#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "base/source_text.h"

namespace leaklint {

// All bytes of a file (or of a pipe, so that `leaklint check <(…)` works), or an error that names the path
// and the reason: missing, no permission, a folder, a device, too large. A file that grows while it is read
// is read to its end.
Result<std::string> read_file(const std::string& path, uint64_t most_bytes = largest_text);

// "cannot read 'PATH': REASON"
Error cannot_read(const std::string& path, const std::string& reason);

// What the system says of an `errno` value, such as "Permission denied".
std::string system_reason(int error_number);

}  // namespace leaklint
