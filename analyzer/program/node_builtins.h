#pragma once

#include <string_view>

namespace leaklint {

/// Is this a module of Node's own, written without `node:` ("fs", "fs/promises")?
bool is_node_builtin(std::string_view specifier);

}  // namespace leaklint
