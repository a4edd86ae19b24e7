#include "lsp/rule_pages.h"

#include <cstdlib>
#include <filesystem>

#include "base/read_file.h"
#include "base/version.h"
#include "driver/atomic_file.h"
#include "lsp/uri.h"

namespace leaklint {
namespace {

constexpr uint64_t largest_page = 1 << 20;

std::string cache_folder() {
  // An empty or relative value is to be ignored, says the specification of these variables.
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && folder[0] == '/')
    return folder;
  const char* home = std::getenv("HOME");
  return home != nullptr && home[0] == '/' ? std::string(home) + "/.cache" : "";
}

std::string page_path(const std::string& folder, const RegisteredRule& rule) {
  return folder + "/" + std::string(rule.id) + ".md";
}

}  // namespace

RulePages::RulePages(RuleTable rules) {
  const std::string cache = cache_folder();
  if (cache.empty()) return;
  const std::string folder = cache + "/leaklint/rules-" + std::string(version);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return;
  for (const RegisteredRule& rule : rules) {
    const std::string path = page_path(folder, rule);
    const auto known = read_file(path, largest_page);
    if (known && *known == rule.page) continue;
    if (write_file(path, std::string(rule.page))) return;
  }
  folder_ = folder;
}

std::string RulePages::uri(const RegisteredRule& rule) const {
  return folder_.empty() ? "" : uri_of_path(page_path(folder_, rule));
}

}  // namespace leaklint
