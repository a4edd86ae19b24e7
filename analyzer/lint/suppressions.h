#pragma once

#include <string>
#include <vector>

#include "base/source_text.h"
#include "lint/finding.h"
#include "lint/registry.h"
#include "lint/rule_states.h"
#include "lint/span_list.h"
#include "syntax/tree.h"

namespace leaklint {

/// One rule that one comment silences:
///   // leaklint-disable-next-line RULE, RULE -- reason     the next line of code, and the statements that
///   start there
///   // leaklint-disable-line RULE -- reason                its line, and the statement that ends before it
///   /* leaklint-disable RULE */ … /* leaklint-enable RULE */
///   // leaklint-disable-file RULE -- reason
///
/// A statement that starts on a covered line is covered to its end but for the statements inside it that
/// start on lines of their own: a call over several lines is silenced whole, the body of a function in it is
/// not.
struct Suppression {
  enum class Reach : uint8_t { line, range, file };  ///< narrowest first: the narrowest one takes the finding
  Reach reach;
  uint16_t rule;
  Span comment;
  Span written;  ///< the rule's name in the comment
  std::string reason;
  SpanList covered;
  Fix removal;  ///< takes it away, should it turn out unused
  bool is_used = false;
};

/// A suppression comment that cannot do what its writer meant: an unknown rule, no rule, an unknown word.
struct SuppressionMistake {
  Span span;
  std::string message;
};

/// All of one file's suppressions, kept until the last rule has run.
struct Suppressions {
  std::vector<Suppression> list;
  std::vector<SuppressionMistake> mistakes;
};

Suppressions read_suppressions(const SourceText& source, const Tree& tree, RuleTable rules);

/// Takes the findings of one file that a suppression covers out of `findings`, and marks the suppressions
/// that did so.
std::vector<SuppressedFinding> apply_suppressions(Suppressions& suppressions, std::vector<Finding>& findings);

/// What unused-suppression says of one file, once all findings have been through apply_suppressions. Nothing
/// is said of suppressions of rules that are off, nor of those that reach into `unread` text, where no rule
/// looks.
std::vector<Finding> find_unused(const Suppressions& suppressions, RuleTable rules, const RuleStates& states,
                                 const SpanList& unread);

}  // namespace leaklint
