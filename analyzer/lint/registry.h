#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace leaklint {

/// A rule with what its file names say: the id is the file name, the family its folder, the page the .md
/// beside it.
struct RegisteredRule {
  const Rule* rule;
  std::string_view id;
  std::string_view family;
  std::string_view page;
};

/// What this folder's functions take, so that tests can bring rules of their own.
using RuleTable = std::span<const RegisteredRule>;

/// Every rule, sorted by family and id. Generated at build time from the files in rules/.
RuleTable all_rules();

/// The index of a rule id, or nothing.
std::optional<uint16_t> find_rule(RuleTable rules, std::string_view id);
std::optional<uint16_t> find_rule(std::string_view id);

/// The id of the rule by which the linter itself reports suppressions that do nothing.
inline constexpr std::string_view unused_suppression_id = "unused-suppression";

/// "unknown rule 'x', did you mean 'y'?", the same wherever a rule can be named.
std::string unknown_rule(RuleTable rules, std::string_view id);

}  // namespace leaklint
