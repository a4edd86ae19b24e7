#include "lint/braces.h"

#include <algorithm>

namespace leaklint {
namespace {

constexpr size_t most_alternatives = 1000;

/// Of nested groups the innermost is taken first. Nothing when there is no group.
std::vector<std::string> expand_one_group(const std::string& pattern) {
  const size_t first = pattern.find('{');
  const size_t close = first == std::string::npos ? first : pattern.find('}', first);
  if (close == std::string::npos) return {};
  const size_t open = pattern.rfind('{', close);
  std::vector<std::string> expanded;
  for (size_t begin = open + 1; begin <= close;) {
    const size_t end = std::min(pattern.find(',', begin), close);
    expanded.push_back(pattern.substr(0, open) + pattern.substr(begin, end - begin) +
                       pattern.substr(close + 1));
    begin = end + 1;
  }
  return expanded;
}

}  // namespace

Result<std::vector<std::string>> expand_braces(std::string_view pattern) {
  std::vector<std::string> open{std::string(pattern)};
  std::vector<std::string> done;
  while (!open.empty()) {
    std::string next = std::move(open.back());
    open.pop_back();
    auto expanded = expand_one_group(next);
    if (open.size() + done.size() + expanded.size() > most_alternatives) {
      return Error{"more than " + std::to_string(most_alternatives) + " alternatives in the pattern"};
    }
    if (expanded.empty()) done.push_back(std::move(next));
    // Backwards, so that the first alternative is on top.
    std::move(expanded.rbegin(), expanded.rend(), std::back_inserter(open));
  }
  return done;
}

}  // namespace leaklint
