#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "lint/finding.h"
#include "syntax/tree.h"

namespace leaklint {

class FileContext;
class ProgramContext;

/// The smallest preset that runs a rule: strict contains recommended, all contains everything. The preset
/// "leaks" is the leak family, whatever is written here.
enum class Preset : uint8_t { recommended, strict, all };

/// One option of a rule, as leaklint.json spells it. The JSON Schema and the checks of configuration come
/// from here.
struct RuleOption {
  std::string_view name;
  std::string_view description;
  std::variant<bool, int, std::string_view> fallback;
  std::span<const std::string_view> choices{};  ///< for texts: the allowed ones
};

struct RuleDescription {
  std::string_view summary;  ///< one line, no full stop: what it finds
  Severity severity;
  Preset preset;
  std::span<const RuleOption> options{};
};

/// A rule is data and one function. A file rule (`visit`) is called for each node of its kinds while one
/// file's tree and scopes are at hand; a program rule (`check`) is called once, after the link. A rule that
/// needs the program only for part of its question sets both, and sees to it that they never report the same.
/// What a program rule cannot know without the text, the edits of a fix, `complete` fills in: it is called
/// for each of its findings that has fixes, with the tree of the finding's file once more at hand.
struct Rule {
  RuleDescription description;
  std::span<const Kind> kinds{};
  void (*visit)(FileContext& context, NodeId node) = nullptr;
  void (*check)(ProgramContext& context) = nullptr;
  void (*complete)(FileContext& context, Finding& finding) = nullptr;
};

}  // namespace leaklint
