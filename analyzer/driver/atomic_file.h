#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace leaklint {

// Writes a file whole or not at all: into a new file in the same folder, which takes the old one's place once
// all its bytes are on the disk. Whatever goes wrong before leaves the old file as it was and nothing beside
// it.
//
// The new file has the old one's permissions, and its owner where we may set it; a symbolic link stays, and
// the file that it points to is replaced. What is no regular file, such as /dev/stdout or a pipe, has nothing
// to lose and is written directly.
//
// An error names the path and the reason; nothing is success.
std::optional<Error> write_file(const std::string& path, std::string_view bytes);

}  // namespace leaklint
