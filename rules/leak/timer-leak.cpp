#include "lint/program_context.h"
#include "lint/rule.h"
#include "retention/release_ways.h"

namespace leaklint {
namespace {

std::string kept_text(const Retention& retention, GlobalValue handle) {
  const FileId file = retention.program.file_of(handle);
  for (const ValueUse& use : retention.uses(file).uses_of(retention.program.local(handle)))
    if (use.role == UseRole::stored || use.role == UseRole::stored_in)
      if (const auto path = place_written(retention.facts(file), retention.uses(file), use.user))
        return to_text(retention.facts(file), *path);
  return {};
}

void check_interval(ProgramContext& context, const Effect& timer) {
  const Retention& retention = context.retention;
  if (retention.runs_once(timer.at) || !retention.clears_of(timer).empty() ||
      handed_on_at(retention, timer.at))
    return;
  Holder queue;
  queue.kind = Holder::Kind::root;
  const auto growth = retention.growth_of(timer, queue);
  if (!growth) return;
  const std::string each = growth->text.substr(0, growth->text.find(':'));
  const std::string kept = kept_text(retention, timer.at);
  Finding& finding =
      context.report(timer.at, "an interval is started " + each + " and never cleared", growth->confidence);
  std::vector<PathStep> path = {{"timers", retention.place(timer.at)},
                                {"interval", retention.place(timer.at)}};
  for (PathStep& step : context.closure_steps(timer.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(*growth));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release, kept.empty()
                                ? "none; the handle is dropped, so nothing can clear it"
                                : "none; the handle is kept in `" + kept + "`, which nothing clears"));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "keep the handle and clearInterval() it when the short life ends"));
}

void check(ProgramContext& context) {
  for (EffectId id : context.retention.effects.of_kind(EffectRow::Kind::start_interval))
    check_interval(context, context.retention.effects[id]);
}

}  // namespace

extern const Rule timer_leak_rule;
const Rule timer_leak_rule{
    .description = {.summary = "An interval is started again and again and never cleared",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check};

}  // namespace leaklint
