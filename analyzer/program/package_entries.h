#pragma once

#include "program/file_finder.h"

namespace leaklint {

/// Fills in `entries` and `programs` of all packages.
void find_package_entries(const FileIndex& files, Packages& packages, FileFinder& finder);

}  // namespace leaklint
