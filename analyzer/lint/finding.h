#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/evidence.h"

namespace leaklint {

enum class Severity : uint8_t { off, note, warning, error };

/// One labelled line under a finding: what retains it, what makes it grow, which release is missing, what to
/// do.
struct Note {
  enum class Label : uint8_t { retained, grows, release, fix, because };
  Label label;
  std::string text;             ///< the whole line, ready to print
  std::vector<PathStep> steps;  ///< the same in parts; a retaining path has at least root and leaf
};

struct TextEdit {
  Span span;
  std::string text;
};

/// What a program rule knows of a fix that only the text can finish: places in the finding's own file, and
/// words, in an order that the rule's `complete` knows. Gone when the fix is complete.
struct FixPlan {
  std::vector<Span> places;
  std::vector<std::string> words;
};

/// A change of the finding's own file that resolves it. A safe fix keeps behaviour and is applied by --fix; a
/// suggestion is offered in the editor only.
struct Fix {
  std::string description;
  bool is_safe = false;
  std::vector<TextEdit> edits;  ///< in order, not overlapping
  FixPlan plan = {};
};

/// One result. It names its rule by index into the registry and knows nothing else about rules.
struct Finding {
  uint16_t rule = 0;
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  Place place;
  std::string message;  ///< its first sentence is a title: what happens, to what, how often
  std::string enclosing_function;
  std::vector<Note> notes;
  std::vector<Fix> fixes;
};

/// A finding that the user has silenced.
struct SuppressedFinding {
  enum class By : uint8_t { comment, baseline };
  Finding finding;
  By by = By::comment;
  std::string justification;  ///< what the comment says after `--`; may be empty
};

}  // namespace leaklint
