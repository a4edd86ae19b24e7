#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_tree.h"
#include "program/file_system.h"

namespace leaklint {

/// Reads package.json, tsconfig.json and their like, and keeps what was wrong with them.
class ConfigReader {
 public:
  explicit ConfigReader(const FileSystem& files) : files_(files) {}

  /// None where there is no such file, and where it cannot be read, which becomes a problem.
  std::optional<std::string> read(const std::string& path);
  std::optional<JsonTree> read_json(const std::string& path);
  void add_problem(std::string path, std::string message);

  const std::vector<FileProblem>& problems() const { return problems_; }

 private:
  const FileSystem& files_;
  std::vector<FileProblem> problems_;
};

}  // namespace leaklint
