#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/source_text.h"
#include "lint/finding.h"
#include "lint/registry.h"

namespace leaklint {

/// What a finding is known by when code elsewhere in its file comes, goes or moves: its rule, the function
/// around it and the text of its line without blanks, so re-indenting keeps it too. Line numbers and the path
/// have no part in it. Findings of one file that agree in all of that are numbered from 1 in the order of the
/// file.
struct Fingerprint {
  uint64_t content = 0;
  uint32_t occurrence = 1;

  /// "9f3c5b1e0a7d2c44:1"; stored in baselines and shown in SARIF as `leaklint/v1`, so it never changes.
  std::string text() const;
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

uint64_t content_fingerprint(std::string_view rule, std::string_view enclosing_function,
                             std::string_view line);

/// Gives findings their fingerprints, one after the other, in the order of files and of places in them.
class Fingerprinter {
 public:
  Fingerprinter(std::span<const RegisteredRule> rules, std::function<const SourceText&(FileId)> source)
      : rules_(rules), source_(std::move(source)) {}

  Fingerprint next(const Finding& finding);

 private:
  std::span<const RegisteredRule> rules_;
  std::function<const SourceText&(FileId)> source_;
  FileId file_;
  std::unordered_map<uint64_t, uint32_t> seen_;  // in that file
};

}  // namespace leaklint
