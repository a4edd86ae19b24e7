#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "driver/ignore_rules.h"

namespace leaklint {

// Something in the way: a path as the user knows it, and what is wrong with it.
struct Problem {
  std::string path;
  std::string message;

  friend auto operator<=>(const Problem&, const Problem&) = default;
};

// The rules of one file, the folder they stand in, and those that are asked when these say nothing.
struct RuleScope {
  IgnoreRules rules;
  size_t base_length;  // of the folder's absolute path, its last '/' included
  const RuleScope* outer;
};

// What decides about the entries of one folder. leaklint's own rules are asked first and overrule git's, so
// that `!dist/` in .leaklintignore brings back what .gitignore leaves out.
struct RulesInForce {
  const RuleScope* own = nullptr;
  const RuleScope* git = nullptr;

  bool ignore(std::string_view absolute_path, bool is_folder) const;
};

// Which of the files that matter here a folder has; a walk has seen its names already.
struct FolderSigns {
  bool has_git = false;
  bool has_git_rules = false;
  bool has_own_rules = false;

  void see(std::string_view name, bool is_symbolic_link);
};

// Reads .gitignore and .leaklintignore files, and git's rules outside the work tree, folder by folder. All
// folders are absolute paths without symbolic links.
class FolderRules {
 public:
  // The rules for what is in `folder`, by those for the folder above it. A repository starts anew: git
  // applies no rules from outside it, so a repository inside another has only its own.
  RulesInForce enter(const std::string& folder, FolderSigns signs, RulesInForce above);

  // The rules that reach a folder from above: from the top of its repository, or else from `working_folder`
  // if that is above it. None if they leave out this very folder, or one on the way to it: who names an
  // ignored folder wants what is in it.
  RulesInForce above(const std::string& folder, const std::string& working_folder);

  std::vector<Problem> take_problems() { return std::move(problems_); }

 private:
  const RuleScope* read(const std::string& file, const std::string& folder, const RuleScope* outer);

  std::deque<RuleScope> scopes_;  // scopes point at one another
  std::vector<Problem> problems_;
};

}  // namespace leaklint
