#pragma once

#include "base/id.h"

namespace leaklint {

/// A file of the program, in the order of paths.
using FileId = Id<struct FileTag>;

}  // namespace leaklint
