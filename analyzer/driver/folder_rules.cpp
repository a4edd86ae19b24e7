#include "driver/folder_rules.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/read_file.h"
#include "driver/git_repository.h"
#include "driver/selection.h"

namespace leaklint {
namespace {

constexpr std::string_view git_rules_name = ".gitignore";
constexpr std::string_view own_rules_name = ".leaklintignore";

Verdict verdict_of(const RuleScope* scope, std::string_view path, bool is_folder) {
  for (; scope != nullptr; scope = scope->outer) {
    Verdict verdict = scope->rules.verdict(path.substr(scope->base_length), is_folder);
    if (verdict != Verdict::says_nothing) return verdict;
  }
  return Verdict::says_nothing;
}

FolderSigns look_for_signs(const std::string& folder) {
  FolderSigns signs;
  for (std::string_view name : {std::string_view(".git"), git_rules_name, own_rules_name}) {
    struct stat status {};
    if (::lstat((prefix_of(folder) + std::string(name)).c_str(), &status) == 0)
      signs.see(name, S_ISLNK(status.st_mode));
  }
  return signs;
}

// The folders from the top down to, but without, the given one that rules may stand in.
std::vector<std::string> folders_with_a_say(const std::string& folder, const std::string& working_folder) {
  std::vector<std::string> upwards;
  size_t until_working_folder = 0;
  std::string current = folder;
  while (!is_repository_top(current)) {
    if (current == working_folder) until_working_folder = upwards.size();
    size_t slash = current.rfind('/');
    if (current == "/" || slash == std::string::npos) {
      upwards.resize(until_working_folder);
      break;
    }
    current.resize(slash == 0 ? 1 : slash);
    upwards.push_back(current);
  }
  return {upwards.rbegin(), upwards.rend()};
}

}  // namespace

bool RulesInForce::ignore(std::string_view absolute_path, bool is_folder) const {
  Verdict verdict = verdict_of(own, absolute_path, is_folder);
  if (verdict == Verdict::says_nothing) verdict = verdict_of(git, absolute_path, is_folder);
  return verdict == Verdict::ignored;
}

// git does not follow a .gitignore that is a symbolic link, as it would reach outside the repository.
void FolderSigns::see(std::string_view name, bool is_symbolic_link) {
  if (name == ".git") has_git = true;
  if (name == git_rules_name && !is_symbolic_link) has_git_rules = true;
  if (name == own_rules_name) has_own_rules = true;
}

RulesInForce FolderRules::enter(const std::string& folder, FolderSigns signs, RulesInForce above) {
  RulesInForce rules = above;
  if (signs.has_git && is_repository_top(folder)) {
    rules.git = nullptr;
    for (const std::string& file : exclude_files(folder)) rules.git = read(file, folder, rules.git);
  }
  std::string prefix = prefix_of(folder);
  if (signs.has_git_rules) rules.git = read(prefix + std::string(git_rules_name), folder, rules.git);
  if (signs.has_own_rules) rules.own = read(prefix + std::string(own_rules_name), folder, rules.own);
  return rules;
}

RulesInForce FolderRules::above(const std::string& folder, const std::string& working_folder) {
  std::vector<std::string> outer = folders_with_a_say(folder, working_folder);
  RulesInForce rules;
  for (size_t index = 0; index < outer.size(); ++index) {
    rules = enter(outer[index], look_for_signs(outer[index]), rules);
    if (rules.ignore(index + 1 < outer.size() ? outer[index + 1] : folder, true)) return {};
  }
  return rules;
}

const RuleScope* FolderRules::read(const std::string& file, const std::string& folder,
                                   const RuleScope* outer) {
  struct stat status {};
  // Neither a missing file nor a folder of that name is worth a word; a file that cannot be read is.
  if (::stat(file.c_str(), &status) != 0 ? errno != EACCES : !S_ISREG(status.st_mode)) return outer;
  if (::access(file.c_str(), R_OK) != 0) {
    problems_.push_back({file, "cannot read the ignore rules: " + system_reason(errno)});
    return outer;
  }
  Result<std::string> lines = read_file(file);
  if (!lines) return outer;
  IgnoreRules rules(*lines);
  if (rules.is_empty()) return outer;
  return &scopes_.emplace_back(RuleScope{std::move(rules), prefix_of(folder).size(), outer});
}

}  // namespace leaklint
