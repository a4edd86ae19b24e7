#include "driver/git_repository.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "base/read_file.h"
#include "driver/git_config.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::string& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string first_line(const std::string& path) {
  Result<std::string> text = read_file(path);
  return text ? text->substr(0, text->find_first_of("\r\n")) : "";
}

std::string resolve(const std::string& folder, const std::string& path) {
  return path.starts_with('/') ? path : folder + "/" + path;
}

// Where the repository's own files are: `.git`, or where a file of that name points (submodules), and from
// there to the folder that linked work trees share.
std::string common_folder(const std::string& top) {
  constexpr std::string_view pointer = "gitdir: ";
  std::string folder = top + "/.git";
  std::error_code error;
  if (fs::is_regular_file(folder, error)) {
    std::string line = first_line(folder);
    if (line.starts_with(pointer)) folder = resolve(top, line.substr(pointer.size()));
  }
  std::string shared = first_line(folder + "/commondir");
  return shared.empty() ? folder : resolve(folder, shared);
}

std::string user_folder() {
  std::string configured = environment("XDG_CONFIG_HOME");
  if (!configured.empty()) return configured + "/git";
  std::string home = environment("HOME");
  return home.empty() ? "" : home + "/.config/git";
}

// In rising order of precedence.
std::vector<std::string> configuration_files(const std::string& common) {
  std::vector<std::string> files;
  std::string system = environment("GIT_CONFIG_SYSTEM");
  if (environment("GIT_CONFIG_NOSYSTEM").empty()) files.push_back(system.empty() ? "/etc/gitconfig" : system);
  if (std::getenv("GIT_CONFIG_GLOBAL") != nullptr) {
    files.push_back(environment("GIT_CONFIG_GLOBAL"));
  } else {
    std::string folder = user_folder();
    if (!folder.empty()) files.push_back(folder + "/config");
    std::string home = environment("HOME");
    if (!home.empty()) files.push_back(home + "/.gitconfig");
  }
  files.push_back(common + "/config");
  return files;
}

std::string configured_excludes(const std::string& top, const std::string& common) {
  std::string found = user_folder();
  if (!found.empty()) found += "/ignore";
  for (const std::string& file : configuration_files(common)) {
    Result<std::string> text = read_file(file);
    if (!text) continue;
    std::optional<std::string> setting = git_setting(*text, "core.excludesfile");
    if (!setting) continue;
    found = setting->starts_with("~/") ? environment("HOME") + setting->substr(1) : *setting;
  }
  return found.empty() ? found : resolve(top, found);
}

}  // namespace

bool is_repository_top(const std::string& folder) {
  std::string own = folder + "/.git";
  std::error_code error;
  if (fs::is_regular_file(own, error)) return first_line(own).starts_with("gitdir: ");
  return is_there(own + "/HEAD");
}

std::vector<std::string> exclude_files(const std::string& repository_top) {
  std::string common = common_folder(repository_top);
  std::vector<std::string> files;
  std::string configured = configured_excludes(repository_top, common);
  if (!configured.empty()) files.push_back(std::move(configured));
  files.push_back(common + "/info/exclude");
  return files;
}

}  // namespace leaklint
