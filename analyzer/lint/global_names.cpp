#include "lint/global_names.h"

#include <algorithm>
#include <array>

#include "lint/comments.h"
#include "lint/structure.h"
#include "models/environment_globals.h"

namespace leaklint {

namespace {

constexpr std::array<std::string_view, 7> access_words = {"writable", "readonly", "off",  "writeable",
                                                          "readable", "true",     "false"};
constexpr std::array<GlobalAccess, 7> accesses = {
    GlobalAccess::writable, GlobalAccess::readonly, GlobalAccess::off,     GlobalAccess::writable,
    GlobalAccess::readonly, GlobalAccess::writable, GlobalAccess::readonly};

}  // namespace

std::optional<GlobalAccess> parse_global_access(std::string_view word) {
  const auto found = std::find(access_words.begin(), access_words.end(), word);
  if (found == access_words.end()) return std::nullopt;
  return accesses[static_cast<size_t>(found - access_words.begin())];
}

std::span<const std::string_view> global_access_words() {
  return access_words;
}

namespace {

/// Takes the next name off a list whose separators are commas and white space, as ESLint's users write both.
std::string_view take_name(std::string_view& list) {
  const auto is_separator = [](char character) { return character == ',' || is_space(character); };
  while (!list.empty() && is_separator(list.front())) list.remove_prefix(1);
  size_t length = 0;
  while (length < list.size() && !is_separator(list[length]) && list[length] != ':') ++length;
  const std::string_view name = list.substr(0, length);
  list.remove_prefix(length);
  return name;
}

/// Takes ": writable" off the list; a name that says nothing is read-only.
GlobalAccess take_access(std::string_view& list) {
  const std::string_view rest = trimmed(list);
  if (!rest.starts_with(':')) return GlobalAccess::readonly;
  list = rest.substr(1);
  return parse_global_access(take_name(list)).value_or(GlobalAccess::readonly);
}

void read_names(std::string_view list, GlobalNames& names) {
  while (true) {
    const std::string_view name = take_name(list);
    if (name.empty() && !list.starts_with(':')) return;
    const GlobalAccess access = take_access(list);
    if (!name.empty()) names[std::string(name)] = access;
  }
}

void read_environments(std::string_view list, std::vector<std::string>& environments) {
  while (true) {
    const std::string_view name = take_name(list);
    if (name.empty()) return;
    environments.emplace_back(name);
  }
}

}  // namespace

CommentedGlobals read_commented_globals(const Tree& tree) {
  CommentedGlobals globals;
  for (uint32_t raw = 0; raw < tree.size(); ++raw) {
    if (!is_comment(tree.kind(NodeId(raw)))) continue;
    const std::string_view comment = tree.text(NodeId(raw));
    if (!comment.starts_with("/*")) continue;  // as in ESLint, so that "// global state" is prose
    std::string_view body = comment_body(comment);
    body = body.substr(0, std::min(body.find(" -- "), body.size()));
    const std::string_view word = take_word(body);
    if (word == "global" || word == "globals") read_names(body, globals.names);
    if (word == "eslint-env") read_environments(body, globals.environments);
  }
  return globals;
}

std::optional<GlobalAccess> CommentedGlobals::find(std::string_view name) const {
  if (const auto found = names.find(name); found != names.end()) return found->second;
  if (environments.empty()) return std::nullopt;
  const auto known = environment_globals();
  auto row = std::lower_bound(
      known.begin(), known.end(), name,
      [](const EnvironmentGlobal& global, std::string_view wanted) { return global.name < wanted; });
  for (; row != known.end() && row->name == name; ++row) {
    if (std::find(environments.begin(), environments.end(), row->environment) == environments.end()) continue;
    return row->is_writable ? GlobalAccess::writable : GlobalAccess::readonly;
  }
  return std::nullopt;
}

}  // namespace leaklint
