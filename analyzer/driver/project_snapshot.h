#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver/program_check.h"
#include "driver/project.h"

namespace leaklint {

/// Leads from a text to a later one that differs from it in one stretch.
class TextShift {
 public:
  TextShift(std::string_view before, std::string_view after);

  /// Where a span has gone. One that was inside the stretch becomes what stands there now.
  Span moved(Span span) const { return {moved(span.begin), moved(span.end)}; }
  /// Whether nothing of the span was edited.
  bool keeps(Span span) const { return span.end <= begin_ || span.begin >= end_before_; }

 private:
  uint32_t moved(uint32_t offset) const;

  uint32_t begin_;  ///< where the stretch begins; its ends, before and after
  uint32_t end_before_;
  uint32_t end_after_;
};

/// What the program rules found in a project as it was when the link began.
struct LinkedProject {
  Project::Files files;                         ///< by FileId
  std::vector<std::vector<Finding>> findings;   ///< by FileId
  std::shared_ptr<const SettingsLookup> owner;  ///< of the files' settings
};

/// Links a project and runs the program rules.
LinkedProject link_project(ProgramChecker& checker, Project::Files files,
                           std::shared_ptr<const SettingsLookup> owner);

/// A project's files as they are, and what the last link said of them, which may be a little older: its
/// findings move with the text until the next link is done.
struct ProjectSnapshot {
  RuleTable rules;
  Project::Files files;                         ///< by path
  std::shared_ptr<const LinkedProject> linked;  ///< null before the first link
  std::shared_ptr<const SettingsLookup> owner;  ///< of the files' settings
  uint64_t sequence = 0;                        ///< the last change that the files include

  const CheckedFile* file(std::string_view path) const;

  /// What is to be shown of a file, sorted by place: suppressed findings and those of too little confidence
  /// are left out. Spans are of the file's text as it is now; places in notes are to be asked for with
  /// `locate`. Fixes of program rules are still to be completed (`complete_fixes`).
  std::vector<Finding> findings_of(const CheckedFile& file) const;

  struct Location {
    const CheckedFile* file;
    Span span;
  };
  /// Where a place that a finding's note names is now; nothing when its file has gone.
  std::optional<Location> locate(const Place& place) const;

 private:
  bool add_linked_findings(const CheckedFile& file, std::vector<Finding>& findings) const;
};

}  // namespace leaklint
