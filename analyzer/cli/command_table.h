#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace leaklint {

/// What a value can be, as far as a shell can help with it.
enum class ValueKind : uint8_t { none, choice, path, rule, other };

struct OptionRow {
  std::string name;   ///< "--format", or "PATH" for a positional
  std::string brief;  ///< "-h", or ""
  std::string description;
  std::string value;  ///< "FILE", "a|b"; "" for a flag
  ValueKind kind = ValueKind::none;
  std::vector<std::string> choices;  ///< of a choice, or the ids of the rules
  bool may_repeat = false;
};

/// A command as the parser knows it: help, completions and the man page say the same because all are made of
/// this.
struct CommandRow {
  std::string name;
  std::string description;
  std::vector<OptionRow> options;
  std::vector<OptionRow> positionals;
  std::vector<CommandRow> commands;
};

CommandRow command_table(const CLI::App& app);

}  // namespace leaklint
