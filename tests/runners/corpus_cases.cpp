#include "runners/corpus_cases.h"

#include <algorithm>

#include "driver/source_names.h"
#include "lint/registry.h"
#include "runners/test_files.h"

namespace leaklint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view fixed_folder = "fixed";

/// Whether a file drives a case, as tests/prove runs it; it is no part of the case.
bool is_driver(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "drive.mjs" || name.ends_with(".drive.mjs");
}

/// Whether a folder's entry is a case; a driver, a leaklint.json or package.json beside the cases is not.
bool is_case(const fs::path& path) {
  return fs::is_directory(path) || (is_source_name(path.string()) && !is_driver(path));
}

/// The sources below a folder, by their paths relative to it.
std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> sources;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && is_source_name(entry.path().string()) && !is_driver(entry.path()))
      sources.push_back(entry.path().lexically_relative(folder));
  }
  return sources;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

std::string CorpusCase::name() const {
  return path.filename().string() + (is_fixed ? " fixed" : "");
}

std::vector<CorpusCase> corpus_cases() {
  const fs::path corpus = source_folder() / "corpus";
  std::vector<CorpusCase> cases;
  if (!fs::is_directory(corpus)) return cases;
  for (const fs::path& folder : entries_of(corpus)) {
    const std::string group = folder.filename().string();
    const std::string rule = group == "programs" || group == "seeds" ? "" : group;
    if (!fs::is_directory(folder) || (!rule.empty() && !find_rule(rule))) continue;
    for (const fs::path& path : entries_of(folder)) {
      if (!is_case(path)) continue;
      cases.push_back({path, group, rule});
      if (group == "programs" && fs::is_directory(path / fixed_folder))
        cases.push_back({path, group, rule, true});
    }
  }
  return cases;
}

std::map<std::string, std::string> texts_of(const CorpusCase& one, const fs::path& base) {
  const auto shown = [&](const fs::path& path) {
    return (base.empty() ? path : path.lexically_relative(base)).string();
  };
  if (!fs::is_directory(one.path)) return {{shown(one.path), read_test_file(one.path)}};
  std::map<std::string, std::string> texts;
  for (const fs::path& name : sources_below(one.path)) {
    if (one.group == "programs" && *name.begin() == fixed_folder) continue;
    texts[shown(one.path / name)] = read_test_file(one.path / name);
  }
  if (!one.is_fixed) return texts;
  for (const fs::path& name : sources_below(one.path / fixed_folder))
    texts[shown(one.path / name)] = read_test_file(one.path / fixed_folder / name);
  return texts;
}

std::vector<Marker> markers_of(const std::map<std::string, std::string>& texts) {
  std::vector<Marker> markers;
  for (const auto& [path, text] : texts) {
    const auto added = read_markers(path, text);
    markers.insert(markers.end(), added.begin(), added.end());
  }
  return markers;
}

}  // namespace leaklint
