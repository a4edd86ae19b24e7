#include "driver/baseline_lookup.h"

#include <algorithm>

#include "base/read_file.h"
#include "driver/paths.h"

namespace leaklint {
namespace {

constexpr uint64_t largest_baseline = 256 << 20;

}  // namespace

KnownFindings::KnownFindings(Baseline baseline)
    : baseline_(std::move(baseline)), met_(baseline_.entries.size()) {
  for (size_t index = 0; index < baseline_.entries.size(); ++index) {
    const BaselineEntry& entry = baseline_.entries[index];
    files_.emplace(entry.path, false);
    entries_[{entry.path, entry.content}].push_back(index);
  }
}

void KnownFindings::expect(const std::string& path) {
  const auto file = files_.find(relative(path));
  if (file != files_.end()) file->second = true;
}

bool KnownFindings::take(const std::string& path, uint64_t content) {
  const auto found = entries_.find({relative(path), content});
  if (found == entries_.end()) return false;
  for (const size_t index : found->second) {
    if (met_[index] == baseline_.entries[index].count) continue;
    ++met_[index];
    return true;
  }
  return false;
}

std::map<uint64_t, uint32_t> KnownFindings::counts_of(const std::string& path) const {
  std::map<uint64_t, uint32_t> counts;
  const std::string file = relative(path);
  for (auto at = entries_.lower_bound({file, 0}); at != entries_.end() && at->first.first == file; ++at) {
    for (const size_t entry : at->second) counts[at->first.second] += baseline_.entries[entry].count;
  }
  return counts;
}

bool KnownFindings::covers_all_files() const {
  return std::all_of(files_.begin(), files_.end(), [&](const auto& file) {
    return file.second || !is_file(absolute_path(baseline_.folder, file.first));
  });
}

uint64_t KnownFindings::unmet() const {
  uint64_t unmet = 0;
  for (size_t index = 0; index < met_.size(); ++index) unmet += baseline_.entries[index].count - met_[index];
  return unmet;
}

std::string KnownFindings::relative(const std::string& path) const {
  return std::filesystem::path(path).lexically_relative(baseline_.folder + "/").generic_string();
}

BaselineLookup::BaselineLookup() : working_directory_(working_directory()) {}

BaselineLookup::BaselineLookup(Baseline only) : working_directory_(working_directory()), has_only_(true) {
  loaded_.push_back(std::make_unique<KnownFindings>(std::move(only)));
}

Result<KnownFindings*> BaselineLookup::find(const std::string& path) {
  if (has_only_) return loaded_.front().get();
  const std::string absolute = absolute_path(working_directory_, path);
  std::vector<std::string> asked;
  KnownFindings* found = nullptr;
  for (auto folder = folder_above(absolute); folder && found == nullptr; folder = folder_above(*folder)) {
    asked.emplace_back(*folder);
    if (const auto known = above_folder_.find(asked.back()); known != above_folder_.end()) {
      found = known->second;
      break;
    }
    const auto loaded = load_from(asked.back());
    if (!loaded) return loaded.error();
    found = *loaded;
  }
  for (const std::string& folder : asked) above_folder_[folder] = found;
  return found;
}

Result<KnownFindings*> BaselineLookup::load_from(const std::string& folder) {
  const std::string path = folder + "/" + std::string(baseline_file_name);
  if (!is_file(path)) return static_cast<KnownFindings*>(nullptr);
  auto baseline = read_baseline(shown_path(working_directory_, path));
  if (!baseline) return baseline.error();
  loaded_.push_back(std::make_unique<KnownFindings>(std::move(*baseline)));
  return loaded_.back().get();
}

Result<Baseline> read_baseline(const std::string& path) {
  auto text = read_file(path, largest_baseline);
  if (!text) return text.error();
  auto baseline = parse_baseline(path, std::move(*text));
  if (baseline) {
    const std::string absolute = absolute_path(working_directory(), path);
    baseline->folder = std::string(folder_above(absolute).value_or(""));
  }
  return baseline;
}

std::string nearest_baseline() {
  const std::string here = working_directory();
  for (std::optional<std::string_view> folder = here; folder; folder = folder_above(*folder)) {
    const std::string path = std::string(*folder) + "/" + std::string(baseline_file_name);
    if (is_file(path)) return shown_path(here, path);
  }
  return std::string(baseline_file_name);
}

}  // namespace leaklint
