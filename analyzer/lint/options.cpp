#include "lint/options.h"

#include <cassert>

namespace leaklint {

OptionValues::OptionValues(const Rule& rule, OptionMap set) : rule_(&rule), set_(std::move(set)) {}

const RuleOption* find_option(const Rule& rule, std::string_view name) {
  for (const RuleOption& option : rule.description.options) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

namespace {

/// A rule that asks for an option it never declared is our own mistake.
const RuleOption& declared_option(const Rule* rule, std::string_view name) {
  const RuleOption* option = rule != nullptr ? find_option(*rule, name) : nullptr;
  assert(option != nullptr);
  return *option;
}

}  // namespace

bool OptionValues::flag(std::string_view name) const {
  if (const auto found = set_.find(name); found != set_.end()) return std::get<bool>(found->second);
  return std::get<bool>(declared_option(rule_, name).fallback);
}

int OptionValues::number(std::string_view name) const {
  if (const auto found = set_.find(name); found != set_.end()) return std::get<int>(found->second);
  return std::get<int>(declared_option(rule_, name).fallback);
}

std::string_view OptionValues::text(std::string_view name) const {
  if (const auto found = set_.find(name); found != set_.end()) return std::get<std::string>(found->second);
  return std::get<std::string_view>(declared_option(rule_, name).fallback);
}

}  // namespace leaklint
