#include "program/workspaces.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "program/path_text.h"

namespace leaklint {
namespace {

constexpr size_t most_patterns = 1000;  // "{a,b}{a,b}{a,b}…" doubles with each pair of braces

/// "{a,b}/*" → "a/*", "b/*".
std::vector<std::string> without_braces(std::string_view pattern) {
  std::vector<std::string> pending = {std::string(pattern)}, done;
  while (!pending.empty()) {
    const std::string current = std::move(pending.back());
    pending.pop_back();
    // The innermost pair: the first closing brace, and the last opening one before it.
    const size_t close = current.find('}');
    const size_t open = close == std::string::npos ? close : current.rfind('{', close);
    if (open == std::string::npos || done.size() + pending.size() > most_patterns) {
      done.push_back(current);
      continue;
    }
    for (size_t at = open + 1; at <= close;) {
      const size_t end = std::min(current.find(',', at), close);
      pending.push_back(current.substr(0, open) + current.substr(at, end - at) + current.substr(close + 1));
      at = end + 1;
    }
  }
  return done;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// A scalar of YAML without its quotes, or without the comment after it.
std::string_view scalar(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.front() == '#') return {};
  if (text.front() == '"' || text.front() == '\'') {
    const size_t end = text.find(text.front(), 1);
    return text.substr(1, end == std::string_view::npos ? end : end - 1);
  }
  return trimmed(text.substr(0, text.find(" #")));
}

void append_scalar(std::string_view text, std::vector<std::string>& out) {
  if (const auto value = scalar(text); !value.empty()) out.emplace_back(value);
}

void append_bracketed(std::string_view list, std::vector<std::string>& out) {
  list = list.substr(list.find('[') + 1);
  list = list.substr(0, list.find(']'));
  for (size_t at = 0; at <= list.size();) {
    const size_t end = std::min(list.find(',', at), list.size());
    append_scalar(list.substr(at, end - at), out);
    at = end + 1;
  }
}

}  // namespace

Workspace::Workspace(std::string folder, const std::vector<std::string>& patterns)
    : folder_(std::move(folder)) {
  for (const std::string& written : patterns) {
    const bool is_unwanted = written.starts_with('!');
    for (const std::string& each : without_braces(std::string_view(written).substr(is_unwanted ? 1 : 0))) {
      // "./packages/*/" names the same folders as "packages/*".
      const std::string pattern = join_path("", each);
      if (!pattern.empty()) (is_unwanted ? unwanted_ : wanted_).emplace_back(pattern.substr(1));
    }
  }
}

bool Workspace::has_member(std::string_view folder) const {
  if (!is_within(folder, folder_)) return false;
  const std::string_view below = path_below(folder, folder_);
  const auto matches = [&](const Glob& glob) { return glob.matches(below); };
  return std::any_of(wanted_.begin(), wanted_.end(), matches) &&
         std::none_of(unwanted_.begin(), unwanted_.end(), matches);
}

std::vector<std::string> workspace_patterns(const PackageJson& package, ConfigReader& reader) {
  if (!package.workspaces.empty()) return package.workspaces;
  std::vector<std::string> patterns;
  if (const auto yaml = reader.read(package.folder + "/pnpm-workspace.yaml")) patterns = pnpm_packages(*yaml);
  if (!patterns.empty()) return patterns;
  const auto lerna = reader.read_json(package.folder + "/lerna.json");
  if (!lerna) return patterns;
  const JsonValue packages = lerna->root().member("packages");
  if (!packages.is_list()) return {"packages/*"};
  for (const JsonValue value : packages) {
    if (value.is_text()) patterns.emplace_back(value.text());
  }
  return patterns;
}

std::vector<std::string> pnpm_packages(std::string_view yaml) {
  std::vector<std::string> patterns;
  bool is_inside = false;
  for (size_t at = 0; at < yaml.size();) {
    const size_t end = std::min(yaml.find('\n', at), yaml.size());
    const std::string_view written = yaml.substr(at, end - at);
    at = end + 1;
    const std::string_view line = trimmed(written);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '-') {
      if (is_inside) append_scalar(line.substr(1), patterns);
      continue;
    }
    is_inside = written.starts_with("packages:");
    if (!is_inside || line.find('[') == std::string_view::npos) continue;
    const size_t open = static_cast<size_t>(line.data() - yaml.data());
    append_bracketed(yaml.substr(open), patterns);
    at = std::min(yaml.find(']', open), yaml.size());
    is_inside = false;
  }
  return patterns;
}

}  // namespace leaklint
