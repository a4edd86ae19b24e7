#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"
#include "lint/file_settings.h"
#include "lint/suppressions.h"
#include "semantics/facts.h"
#include "syntax/parse.h"

namespace leaklint {

/// What binding a file needs to know besides its tree. `package_type` is the "type" of the nearest
/// package.json, or nothing when there is none; it must outlive the result.
ModuleHints module_hints(std::string_view path, const std::optional<std::string>& package_type);

/// One file to be analysed.
struct FileInput {
  std::string path;  ///< as it is displayed
  std::string bytes;
  const FileSettings* settings = nullptr;
  /// The "type" of the nearest package.json, or nothing when there is none.
  std::optional<std::string> package_type;
  bool wants_facts = false;  ///< program rules will run: keep the facts, and the source that they point into
};

/// A place where the text of a file is not what it should be. The rest of the file is analysed all the same.
struct FileIssue {
  Span span;
  std::string message;
};

struct FileCounts {
  uint64_t bytes = 0;
  uint64_t lines = 0;
  uint64_t nodes = 0;
};

/// What the per-file stages make of one file. Its tree is gone.
struct FileResult {
  std::optional<SourceText> source;    ///< only where a report may need it
  std::optional<std::string> failure;  ///< why the file could not be analysed at all
  std::vector<FileIssue> issues;
  std::vector<Finding> findings;  ///< of file rules, without a file, in no particular order
  Suppressions suppressions;      ///< to be applied when the program rules have run
  SpanList unread;                ///< where the text is broken and no rule looks
  FileCounts counts;
  std::optional<FileFacts> facts;  ///< for the link, where wanted
};

/// Lets program rules complete the fixes of their findings in one file: what is written how, only the tree
/// tells, and it is parsed once more for the few files that need it. A fix that they cannot complete is gone.
void complete_fixes(const SourceText& source, std::vector<Finding>& findings, const FileSettings& settings,
                    const std::optional<std::string>& package_type, Parser& parser, RuleTable rules);

/// Everything of one file: decode, parse, bind, file rules. `parser` is the calling thread's own.
FileResult analyze_file(FileInput input, Parser& parser, RuleTable rules);

}  // namespace leaklint
