#include "driver/configured_files.h"

#include <algorithm>

namespace leaklint {
namespace {

/// Brings two results together: each file once, and named if either walk had it named.
void merge(Discovered& into, Discovered added) {
  std::move(added.files.begin(), added.files.end(), std::back_inserter(into.files));
  std::move(added.problems.begin(), added.problems.end(), std::back_inserter(into.problems));
  std::sort(into.files.begin(), into.files.end(),
            [](const DiscoveredFile& left, const DiscoveredFile& right) {
              return left.path != right.path ? left.path < right.path : left.is_named > right.is_named;
            });
  const auto is_same = [](const DiscoveredFile& left, const DiscoveredFile& right) {
    return left.path == right.path;
  };
  into.files.erase(std::unique(into.files.begin(), into.files.end(), is_same), into.files.end());
  std::sort(into.problems.begin(), into.problems.end());
  into.problems.erase(std::unique(into.problems.begin(), into.problems.end()), into.problems.end());
}

}  // namespace

Result<Discovered> discover_configured(std::span<const std::string> paths, bool no_ignore,
                                       SettingsLookup& lookup) {
  Discovered all;
  for (size_t first = 0; first < paths.size();) {
    const auto configuration = lookup.configuration_of_folder(paths[first]);
    if (!configuration) return configuration.error();
    // Paths below the same configuration are walked together.
    size_t last = first + 1;
    for (; last < paths.size(); ++last) {
      const auto next = lookup.configuration_of_folder(paths[last]);
      if (!next) return next.error();
      if (*next != *configuration) break;
    }
    DiscoverOptions options;
    options.no_ignore = no_ignore;
    if (const Configuration* found = *configuration) {
      options.include = found->include;
      options.exclude = found->exclude;
      options.globs_folder = found->folder.empty() ? "/" : found->folder;
    }
    merge(all, discover(paths.subspan(first, last - first), options));
    first = last;
  }
  return all;
}

}  // namespace leaklint
