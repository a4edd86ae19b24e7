#include "report/artifact_path.h"

#include <filesystem>

namespace leaklint {

ArtifactPath artifact_path(std::string_view display_path, const ReportOptions& options) {
  std::filesystem::path path = std::filesystem::path(display_path).lexically_normal();
  const bool knows_roots = !options.source_root.empty() && !options.working_directory.empty();
  if (!knows_roots) return {path.generic_string(), !path.is_absolute()};
  path = (std::filesystem::path(options.working_directory) / path).lexically_normal();
  const std::filesystem::path root = std::filesystem::path(options.source_root + "/").lexically_normal();
  const std::filesystem::path relative = path.lexically_relative(root);
  if (relative.empty() || *relative.begin() == "..") return {path.generic_string(), false};
  return {relative.generic_string(), true};
}

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (char character : path) {
    if (plain.find(character) != std::string_view::npos) {
      encoded += character;
      continue;
    }
    const auto byte = static_cast<uint8_t>(character);
    encoded += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return encoded;
}

}  // namespace leaklint
