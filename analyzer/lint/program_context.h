#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lint/finding.h"
#include "lint/options.h"
#include "retention/retention.h"

namespace leaklint {

/// What a program rule may ask, and where it reports. Severity is set afterwards, from the configuration of
/// the file that a finding lies in.
class ProgramContext {
 public:
  /// The options of one rule (its index in the registry) for one file.
  using OptionLookup = std::function<const OptionValues&(FileId, uint16_t)>;

  ProgramContext(const Retention& answers, OptionLookup options_of)
      : retention(answers), program(answers.program), options_of_(std::move(options_of)) {}

  const Retention& retention;
  const Program& program;

  /// The running rule's options for the file of `at`.
  const OptionValues& options(GlobalValue at) const { return options_of_(program.file_of(at), rule_); }

  /// Adds a finding at an instruction. Inside a function that does not parse it is dropped: silence over
  /// guess.
  Finding& report(GlobalValue at, std::string message, Confidence confidence);

  /// A note that is a chain: its text is the steps joined by arrows.
  static Note chain(Note::Label label, std::vector<PathStep> steps);
  static Note line(Note::Label label, std::string text) { return {label, std::move(text), {}}; }
  /// What makes it grow, as a note.
  static Note grows(const Growth& growth) { return {Note::Label::grows, growth.text(), growth.steps}; }
  /// "closure (log.js:12)", or by its name.
  std::string closure_text(GlobalFunction function) const;
  /// The steps of a retaining path that a function adds: itself as a closure, and what it captures.
  std::vector<PathStep> closure_steps(GlobalValue function) const;

  std::vector<Finding> take() { return std::move(findings_); }
  void set_rule(uint16_t rule) { rule_ = rule; }

 private:
  OptionLookup options_of_;
  uint16_t rule_ = 0;
  std::vector<Finding> findings_;
  Finding dropped_;
};

}  // namespace leaklint
