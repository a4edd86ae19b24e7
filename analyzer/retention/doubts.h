#pragma once

#include <vector>

#include "program/code_answers.h"
#include "program/lives.h"

namespace leaklint {

/// Reasons to doubt that outside code calls a function again and again, though it could.
class Doubts {
 public:
  Doubts(const Program& program, const Models& models, const Flow& flow, const Lives& lives,
         const CodeAnswers& answers);

  /// Whether the links from a function outwards (as Lives::chain gives them) look as if they ran once.
  bool is_like_start_up(const std::vector<GlobalFunction>& chain) const;
  /// Whether `at`, or the call that leads to it, runs only for a message that tells a process to begin.
  bool is_told_to_start(const std::vector<GlobalFunction>& chain, GlobalValue at) const;

 private:
  void find_commands();
  void add_with_parents(GlobalFunction function);
  bool is_handed_over(GlobalFunction function) const;
  bool is_rare(const Execution& run) const;
  bool is_inside(GlobalFunction inner, GlobalFunction outer) const;

  const Program& program_;
  const Models& models_;
  const Flow& flow_;
  const Lives& lives_;
  const CodeAnswers& answers_;
  std::vector<bool> is_command_;  // by function: a command of a program, not a part of a library
};

}  // namespace leaklint
