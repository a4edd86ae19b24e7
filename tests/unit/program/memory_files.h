#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "program/file_system.h"

namespace leaklint {

/// A small tree in memory: path → text.
using FileTree = std::map<std::string, std::string>;

inline FileSystem in_memory(const FileTree& tree) {
  return {.current_folder = "/",
          .read = [tree](const std::string& path) -> Result<std::optional<std::string>> {
            const auto found = tree.find(path);
            if (found == tree.end()) return std::optional<std::string>();
            return std::optional<std::string>(found->second);
          }};
}

/// Those files of a tree that leaklint would analyse.
inline std::vector<std::string> source_paths(const FileTree& tree) {
  std::vector<std::string> paths;
  for (const auto& [path, text] : tree) {
    if (!path.ends_with(".json") && !path.ends_with(".yaml") && !path.ends_with(".d.ts"))
      paths.push_back(path);
  }
  return paths;
}

}  // namespace leaklint
