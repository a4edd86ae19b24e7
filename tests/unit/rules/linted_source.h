#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/file_linter.h"
#include "syntax/parse.h"

namespace leaklint {

/// One source text, linted by one rule as the file `path` would be.
class LintedSource {
 public:
  LintedSource(std::string_view rule, std::string text, std::string path, OptionMap options = {},
               GlobalNames globals = {});

  const std::vector<Finding>& findings() const { return findings_; }
  /// The lines of the findings, in order, counted from 1.
  std::vector<uint32_t> lines() const;
  /// Bytes in ERROR nodes and missing tokens.
  uint32_t damage() const { return damage_; }
  /// The text after one fix.
  std::string with(const Fix& fix) const;
  /// The text after the safe fixes of all findings, or itself when there is none.
  std::string with_safe_fixes() const;

 private:
  SourceText source_;
  std::vector<Finding> findings_;
  uint32_t damage_ = 0;
};

}  // namespace leaklint
