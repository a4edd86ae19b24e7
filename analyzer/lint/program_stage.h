#pragma once

#include <functional>
#include <vector>

#include "lint/program_context.h"
#include "lint/registry.h"
#include "program/module_links.h"
#include "retention/retention.h"

namespace leaklint {

struct ProgramStageInput {
  const Program& program;
  const Models& models;
  const ModuleLinks& links;
  std::span<const RegisteredRule> rules;
  ProgramContext::OptionLookup options;          ///< of a rule for a file
  std::function<bool(uint16_t rule)> is_wanted;  ///< whether any file wants the rule
};

/// What the stages after the link know, each built from the ones before. Refers to the program and models it
/// was made from.
struct ProgramAnswers {
  ProgramAnswers(const Program& program, const Models& models, const ModuleLinks& links);

  Flow flow;
  CodeAnswers code;
  Lives lives;
  Retention retention;
};

struct ProgramFindings {
  std::vector<Finding> findings;  ///< sorted by place and rule, each once
  uint32_t open_values = 0;       ///< values that can be more things than are followed (Flow::is_open)
};

/// Runs the program rules over the linked program. The findings' severity is still the rules' own.
ProgramFindings check_program(const ProgramStageInput& input);

}  // namespace leaklint
