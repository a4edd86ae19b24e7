#include "driver/record_baseline.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "driver/paths.h"
#include "lint/fingerprint.h"

namespace leaklint {
namespace {

constexpr size_t longest_line = 100;

std::string shortened(std::string_view line) {
  const size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  line.remove_prefix(begin);
  if (line.size() <= longest_line) return std::string(line.substr(0, line.find_last_not_of(" \t") + 1));
  size_t end = longest_line;
  while (end > 0 && (static_cast<uint8_t>(line[end]) & 0xC0) == 0x80) --end;
  return std::string(line.substr(0, end)) + "…";
}

std::vector<std::string> relative_paths(const CheckResult& checked, const std::string& folder) {
  const std::string here = working_directory();
  std::vector<std::string> paths;
  for (const std::string& path : checked.paths) {
    const std::filesystem::path absolute = absolute_path(here, path);
    paths.push_back(absolute.lexically_relative(folder + "/").generic_string());
  }
  return paths;
}

std::vector<BaselineEntry> entries_of(const CheckResult& checked, const std::vector<std::string>& paths,
                                      RuleTable rules) {
  const auto source = [&](FileId file) -> const SourceText& { return *checked.sources[file.raw]; };
  Fingerprinter fingerprinter(rules, source);
  std::vector<BaselineEntry> entries;
  for (const Finding& finding : checked.findings) {
    const SourceText& text = source(finding.place.file);
    const uint32_t line = text.position(finding.place.span.begin).line;
    entries.push_back({paths[finding.place.file.raw], std::string(rules[finding.rule].id),
                       finding.enclosing_function, shortened(text.line_text(line)),
                       fingerprinter.next(finding).content});
  }
  merge_equal(entries);
  return entries;
}

using Counts = std::map<std::pair<std::string, uint64_t>, uint32_t>;

Counts counts_of(const std::vector<BaselineEntry>& entries) {
  Counts counts;
  for (const BaselineEntry& entry : entries) counts[{entry.path, entry.content}] += entry.count;
  return counts;
}

/// Lowers the counts of today's findings to what was known before.
void drop_new(std::vector<BaselineEntry>& entries, const Counts& before) {
  for (BaselineEntry& entry : entries) {
    const auto known = before.find({entry.path, entry.content});
    entry.count = std::min(entry.count, known == before.end() ? 0 : known->second);
  }
  std::erase_if(entries, [](const BaselineEntry& entry) { return entry.count == 0; });
}

BaselineChange compare(const Counts& before, const Counts& after) {
  BaselineChange change;
  uint64_t all_before = 0, all_after = 0;
  for (const auto& [key, count] : before) all_before += count;
  for (const auto& [key, count] : after) {
    all_after += count;
    const auto known = before.find(key);
    change.kept += std::min(count, known == before.end() ? 0 : known->second);
  }
  change.added = all_after - change.kept;
  change.removed = all_before - change.kept;
  return change;
}

}  // namespace

BaselineChange record_findings(Baseline& baseline, const CheckResult& checked, RuleTable rules,
                               bool only_prunes) {
  const std::vector<std::string> paths = relative_paths(checked, baseline.folder);
  std::vector<BaselineEntry> entries = entries_of(checked, paths, rules);
  const Counts before = counts_of(baseline.entries);
  if (only_prunes) drop_new(entries, before);
  const std::set<std::string> analysed(paths.begin(), paths.end());
  for (BaselineEntry& entry : baseline.entries) {
    const bool stays = !analysed.contains(entry.path) && is_file(absolute_path(baseline.folder, entry.path));
    if (stays) entries.push_back(std::move(entry));
  }
  merge_equal(entries);
  baseline.entries = std::move(entries);
  return compare(before, counts_of(baseline.entries));
}

}  // namespace leaklint
