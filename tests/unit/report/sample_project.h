#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace leaklint {

/// Files, rules and findings made up for the tests of reports: small, but with all that a report has to show.
class SampleProject {
 private:
  std::deque<SourceText> sources_;  // a deque, for references to its members last; set before the ids below

 public:
  SampleProject();

  FileId log, app, page;

  FileId add(std::string path, std::string bytes);
  const SourceText& source(FileId file) const { return sources_[file.raw]; }
  const std::deque<SourceText>& sources() const { return sources_; }

  /// Where `words` stand in a file, the first time at or after line `line`.
  Place place(FileId file, std::string_view words, uint32_t line = 1) const;

  /// A finding of a rule of ours at these words.
  Finding finding(std::string_view rule, Place place, std::string message) const;

  static std::span<const RegisteredRule> rules();
  static uint16_t rule(std::string_view id);

  /// An input of these findings, which must outlive it.
  ReportInput input(std::span<const Finding> findings) const;

  /// The finding that the documentation shows: a listener on `process` for every request.
  Finding listener_leak() const;
  /// `==` with a safe fix and a suggestion.
  Finding loose_equality() const;
};

}  // namespace leaklint
