#include "lint/program_context.h"

namespace leaklint {

Finding& ProgramContext::report(GlobalValue at, std::string message, Confidence confidence) {
  Finding finding;
  finding.rule = rule_;
  finding.confidence = confidence;
  finding.place = retention.place(at);
  finding.message = std::move(message);
  finding.enclosing_function = std::string(program.function_name(program.function_of(at)));
  if (program.function(program.function_of(at)).is_broken) {
    dropped_ = std::move(finding);
    return dropped_;
  }
  findings_.push_back(std::move(finding));
  return findings_.back();
}

Note ProgramContext::chain(Note::Label label, std::vector<PathStep> steps) {
  Note note{label, {}, std::move(steps)};
  for (const PathStep& step : note.steps) note.text += (note.text.empty() ? "" : " ▸ ") + step.text;
  return note;
}

std::string ProgramContext::closure_text(GlobalFunction function) const {
  const std::string_view name = program.function_name(function);
  std::string at = retention.location(retention.place(function));
  at = at.substr(at.rfind('/') + 1);
  return (name.empty() ? std::string("closure") : std::string(name)) + " (" + at + ")";
}

std::vector<PathStep> ProgramContext::closure_steps(GlobalValue value) const {
  std::vector<PathStep> steps;
  const auto functions = retention.functions_of(value);
  if (functions.empty()) {
    const std::string text = retention.place_text(value);
    if (!text.empty()) steps.push_back({text, retention.place(value)});
    return steps;
  }
  const GlobalFunction function = functions.front();
  steps.push_back({closure_text(function), retention.place(function)});
  std::string captured;
  const auto names = retention.captures_of(function);
  for (size_t index = 0; index < names.size() && index < 4; ++index)
    captured += (index ? ", " : "") + names[index];
  if (names.size() > 4) captured += ", …";
  if (!captured.empty()) steps.push_back({captured, retention.place(function)});
  return steps;
}

}  // namespace leaklint
