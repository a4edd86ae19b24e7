#include "lint/program_stage.h"

#include <algorithm>
#include <tuple>

#include "program/called_guards.h"
#include "program/lazy_start.h"

namespace leaklint {

ProgramAnswers::ProgramAnswers(const Program& program, const Models& models, const ModuleLinks& links)
    : flow(program, models, links),
      code(program),
      lives(program, models, flow,
            [&](GlobalValue call) {
              return code.runs_once(call) || starts_lazily(program, flow, code, call) ||
                     is_guarded_by_calls(program, flow, code, call);
            }),
      retention(program, models, flow, lives, code) {}

ProgramFindings check_program(const ProgramStageInput& input) {
  const auto wants = [&](uint16_t index) { return input.rules[index].rule->check && input.is_wanted(index); };
  bool is_any_wanted = false;
  for (uint16_t index = 0; index < input.rules.size(); ++index) is_any_wanted |= wants(index);
  if (!is_any_wanted) return {};

  const ProgramAnswers answers(input.program, input.models, input.links);
  ProgramContext context(answers.retention, input.options);
  for (uint16_t index = 0; index < input.rules.size(); ++index) {
    if (!wants(index)) continue;
    context.set_rule(index);
    input.rules[index].rule->check(context);
  }

  std::vector<Finding> findings = context.take();
  for (Finding& finding : findings) finding.severity = input.rules[finding.rule].rule->description.severity;
  const auto key = [](const Finding& finding) {
    return std::tie(finding.place, finding.rule, finding.message);
  };
  std::sort(findings.begin(), findings.end(),
            [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  findings.erase(
      std::unique(findings.begin(), findings.end(),
                  [&](const Finding& a, const Finding& b) { return a.place == b.place && a.rule == b.rule; }),
      findings.end());
  return {std::move(findings), answers.flow.open_count()};
}

}  // namespace leaklint
