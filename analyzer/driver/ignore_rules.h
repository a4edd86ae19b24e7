#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/glob.h"

namespace leaklint {

enum class Verdict : uint8_t { says_nothing, ignored, kept };

// The lines of one .gitignore (or .leaklintignore, or a list of globs in a configuration), read as git reads
// them: https://git-scm.com/docs/gitignore. The last line that matches decides.
//
// Letters match in their own case, also where core.ignoreCase is set.
class IgnoreRules {
 public:
  IgnoreRules() = default;
  explicit IgnoreRules(std::string_view lines);

  bool is_empty() const { return rules_.empty(); }

  // `path` is relative to the folder that the rules stand in, with '/' between its names. That a folder above
  // the path may be ignored is not looked at: whoever walks down the folders has asked there.
  Verdict verdict(std::string_view path, bool is_folder) const;

 private:
  struct Rule {
    Glob glob;
    bool is_negative;
    bool is_for_folders;
    bool is_for_names;  // looks at a path's last name only, as rules without a slash do
  };

  // The numbers, plus one, of the last rule that has this text for its whole pattern; 0 for none.
  struct LastRules {
    uint32_t for_folders = 0;
    uint32_t for_files = 0;
  };

  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using LiteralRules = std::unordered_map<std::string, LastRules, TextHash, std::equal_to<>>;

  void add_line(std::string_view line);
  void add_rule(Rule rule);
  static uint32_t last_literal(const LiteralRules& rules, std::string_view text, bool is_folder);

  std::vector<Rule> rules_;
  // Most rules are plain names. Looking them up keeps lists of thousands of files as cheap as short ones.
  LiteralRules literal_names_;
  LiteralRules literal_paths_;
  std::vector<uint32_t> patterns_;  // numbers of all other rules
};

}  // namespace leaklint
