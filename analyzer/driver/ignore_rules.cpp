#include "driver/ignore_rules.h"

#include <algorithm>
#include <utility>

namespace leaklint {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Spaces at the end do not count, unless a backslash stands before the first of them. Tabs do count.
std::string_view without_trailing_spaces(std::string_view line) {
  size_t end = 0;
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ') continue;
    if (line[at] == '\\') ++at;
    end = std::min(at + 1, line.size());
  }
  return line.substr(0, end);
}

}  // namespace

IgnoreRules::IgnoreRules(std::string_view lines) {
  if (lines.starts_with(byte_order_mark)) lines.remove_prefix(byte_order_mark.size());
  while (!lines.empty()) {
    size_t feed = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, feed);
    lines.remove_prefix(std::min(feed + 1, lines.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    line = line.substr(0, line.find('\0'));
    if (line.empty() || line.starts_with('#')) continue;
    add_line(without_trailing_spaces(line));
  }
}

void IgnoreRules::add_line(std::string_view line) {
  bool is_negative = line.starts_with('!');
  if (is_negative) line.remove_prefix(1);
  bool is_for_folders = line.ends_with('/');
  if (is_for_folders) line.remove_suffix(1);
  bool is_for_names = line.find('/') == std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  add_rule({Glob(line), is_negative, is_for_folders, is_for_names});
}

void IgnoreRules::add_rule(Rule rule) {
  auto number = static_cast<uint32_t>(rules_.size());
  if (rule.glob.is_literal()) {
    LiteralRules& table = rule.is_for_names ? literal_names_ : literal_paths_;
    LastRules& last = table[rule.glob.literal_text()];
    last.for_folders = number + 1;
    if (!rule.is_for_folders) last.for_files = number + 1;
  } else {
    patterns_.push_back(number);
  }
  rules_.push_back(std::move(rule));
}

uint32_t IgnoreRules::last_literal(const LiteralRules& rules, std::string_view text, bool is_folder) {
  if (rules.empty()) return 0;
  auto found = rules.find(text);
  if (found == rules.end()) return 0;
  return is_folder ? found->second.for_folders : found->second.for_files;
}

Verdict IgnoreRules::verdict(std::string_view path, bool is_folder) const {
  if (rules_.empty()) return Verdict::says_nothing;
  std::string_view name = path.substr(path.rfind('/') + 1);
  uint32_t last =
      std::max(last_literal(literal_names_, name, is_folder), last_literal(literal_paths_, path, is_folder));
  for (auto number = patterns_.rbegin(); number != patterns_.rend() && *number + 1 > last; ++number) {
    const Rule& rule = rules_[*number];
    if (rule.is_for_folders && !is_folder) continue;
    if (rule.glob.matches(rule.is_for_names ? name : path)) last = *number + 1;
  }
  if (last == 0) return Verdict::says_nothing;
  return rules_[last - 1].is_negative ? Verdict::kept : Verdict::ignored;
}

}  // namespace leaklint
