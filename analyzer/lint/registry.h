#pragma once

#include <optional>
#include <span>
#include <string_view>

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

/// Every rule, sorted by family and id. Generated at build time from the files in rules/.
std::span<const RegisteredRule> all_rules();

/// The index of a rule id in all_rules(), or nothing.
std::optional<uint16_t> find_rule(std::string_view id);

}  // namespace leaklint
