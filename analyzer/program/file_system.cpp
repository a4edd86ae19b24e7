#include "program/file_system.h"

#include <filesystem>
#include <system_error>

#include "base/read_file.h"

namespace leaklint {
namespace {

constexpr uint64_t most_bytes = 64 << 20;  // nobody's package.json; a limit so that a mistake costs no memory

Result<std::optional<std::string>> read_if_present(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::is_regular_file(status)) return std::optional<std::string>();
  Result<std::string> bytes = read_file(path, most_bytes);
  if (!bytes) return bytes.error();
  return std::optional<std::string>(std::move(bytes).value());
}

}  // namespace

FileSystem disk() {
  std::error_code error;
  std::string folder = std::filesystem::current_path(error).generic_string();
  return {.current_folder = error ? "/" : std::move(folder), .read = read_if_present};
}

}  // namespace leaklint
