#include "program/config_reader.h"

#include <utility>

namespace leaklint {

std::optional<std::string> ConfigReader::read(const std::string& path) {
  auto bytes = files_.read(path);
  if (bytes) return std::move(bytes).value();
  add_problem(path, bytes.error().text);
  return {};
}

std::optional<JsonTree> ConfigReader::read_json(const std::string& path) {
  const std::optional<std::string> text = read(path);
  if (!text) return {};
  Result<JsonTree> json = JsonTree::parse(*text);
  if (json && json->root().is_object()) return std::move(json).value();
  add_problem(path, json ? "1:1: must be an object" : json.error().text);
  return {};
}

void ConfigReader::add_problem(std::string path, std::string message) {
  problems_.push_back({std::move(path), std::move(message)});
}

}  // namespace leaklint
