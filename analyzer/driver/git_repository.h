#pragma once

#include <string>
#include <vector>

namespace leaklint {

// Is this the top folder of a git work tree, submodules and linked work trees included?
bool is_repository_top(const std::string& folder);

// The files with ignore rules that stand in no folder of the work tree, in rising order of precedence: what
// core.excludesFile names (by default git/ignore in the user's configuration folder), and info/exclude. They
// need not exist.
std::vector<std::string> exclude_files(const std::string& repository_top);

}  // namespace leaklint
