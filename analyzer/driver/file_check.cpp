#include "driver/file_check.h"

#include <filesystem>

#include "base/read_file.h"
#include "driver/source_names.h"

namespace leaklint {
namespace {

/// "cannot read 'PATH': REASON" -> "cannot be read: REASON", for a report that names the path itself.
std::string reason_only(const std::string& text, const std::string& path) {
  const std::string name = "'" + path + "': ";
  const size_t at = text.find(name);
  return at == std::string::npos ? text : "cannot be read: " + text.substr(at + name.size());
}

}  // namespace

bool is_too_large(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return !error && size > largest_found_file;
}

void check_file(CheckedFile& checked, const std::string* text, bool reads_everything, bool wants_facts,
                Parser& parser, RuleTable rules) {
  const std::string& path = checked.file.path;
  const FileSituation& situation = checked.situation;
  FileInput input{path, {}, situation.settings, situation.package_type, wants_facts};
  const bool reads_anything = checked.file.is_named || reads_everything;
  if (text != nullptr) {
    input.bytes = *text;
  } else if (!reads_anything && is_too_large(path)) {
    checked.outcome = FileOutcome::too_large;
    return;
  } else {
    auto bytes = read_file(path);
    if (!bytes) {
      checked.outcome = FileOutcome::unreadable;
      checked.result.failure = reason_only(bytes.error().text, path);
      return;
    }
    input.bytes = std::move(*bytes);
  }
  if (!reads_anything && looks_minified(input.bytes)) {
    checked.outcome = FileOutcome::minified;
    return;
  }
  checked.result = analyze_file(std::move(input), parser, rules);
  if (checked.result.failure) checked.outcome = FileOutcome::unreadable;
}

}  // namespace leaklint
