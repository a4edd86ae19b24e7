#include <algorithm>

#include "lint/program_context.h"
#include "lint/release_fix.h"
#include "lint/rule.h"
#include "retention/collections.h"
#include "retention/ending.h"
#include "retention/release_ways.h"

namespace leaklint {
namespace {

std::string kept_text(const Retention& retention, GlobalValue handle) {
  const auto kept = retention.places_kept(handle);
  return kept.empty() ? std::string()
                      : to_text(retention.facts(retention.program.file_of(handle)), kept.front());
}

/// `clearInterval(this.timer)` before the next one is started, or on the way that stops it: one runs at most.
bool is_cleared_before(const Retention& retention, const Effect& timer,
                       const std::vector<GlobalValue>& clears) {
  return std::any_of(clears.begin(), clears.end(), [&](GlobalValue clear) {
    return retention.program.function_of(clear) == timer.function &&
           retention.program.local(clear) < retention.program.local(timer.at);
  });
}

/// `setInterval(…).unref()`, `timer.unref()`
bool is_unreferenced(const Retention& retention, const Effect& timer) {
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::detach)) {
    const GlobalValue detached = retention.effects[id].receiver;
    if (detached && (detached == timer.at || retention.is_same_place(detached, timer.at))) return true;
  }
  return false;
}

void check_interval(ProgramContext& context, const Effect& timer) {
  const Retention& retention = context.retention;
  if (retention.runs_once(timer.at)) return;
  std::vector<GlobalValue> clears;
  for (EffectId clear : retention.clears_of(timer)) clears.push_back(retention.effects[clear].at);
  if (is_cleared_before(retention, timer, clears) || handed_on_at(retention, timer.at, false, clears)) return;
  std::erase_if(clears, [&](GlobalValue clear) {
    return static_cast<bool>(retention.dropper_of_closure(retention.program.function_of(clear)));
  });
  const auto missed = missed_ways(retention, timer.at, clears);
  if (!clears.empty() && missed.empty()) return;
  Holder queue;
  queue.kind = Holder::Kind::root;
  const auto growth = retention.growth_of(timer, queue);
  if (!growth) return;
  const std::string each = growth->each;
  const std::string kept = kept_text(retention, timer.at);
  const std::string what = missed.empty() ? " and never cleared" : " and not cleared on every way out";
  const Confidence confidence =
      missed.empty() ? growth->confidence : std::min(growth->confidence, Confidence::medium);
  Finding& finding = context.report(timer.at, "an interval is started " + each + what, confidence);
  std::vector<PathStep> path = {{"timers", retention.place(timer.at)},
                                {"interval", retention.place(timer.at)}};
  for (PathStep& step : context.closure_steps(timer.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(*growth));
  std::string release = "none; the handle is dropped, so nothing can clear it";
  if (!missed.empty())
    release = "missing " + missed.front().text;
  else if (!kept.empty())
    release = "none; the handle is kept in `" + kept + "`, which nothing clears";
  if (missed.empty() && is_unreferenced(retention, timer))
    release += ", and unref() only lets the process exit";
  finding.notes.push_back(ProgramContext::line(Note::Label::release, std::move(release)));
  const auto ending = ending_of(retention, timer.at);
  if (ending && clears.empty())
    finding.fixes.push_back(release_by_function(retention, timer.at, "clearInterval", *ending));
  const std::string clear =
      kept.empty() ? "keep the handle and clearInterval() it " : "call clearInterval(" + kept + ") ";
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, clear + (ending ? ending->text : end_in_words(retention, *growth))));
}

/// A list that is given a timer by every life and never emptied: the handles, and what their closures hold,
/// stay.
void check_list(ProgramContext& context, const Collections& collections, const Effect& add) {
  const Retention& retention = context.retention;
  if (!add.receiver || !collections.keeps_timers(add) || collections.is_trimmed(add)) return;
  const Holder holder = retention.holder_of(add.receiver);
  if (holder.kind != Holder::Kind::module_variable && holder.kind != Holder::Kind::enclosing_variable) return;
  const auto growth = retention.growth_of(add, holder);
  if (!growth) return;
  const std::string each = growth->each;
  Finding& finding =
      context.report(add.at, '`' + holder.text + "` keeps one more timer " + each + ", and is never emptied",
                     growth->confidence);
  finding.notes.push_back(
      ProgramContext::chain(Note::Label::retained, {{holder.root, retention.place(add.receiver)},
                                                    {holder.text, retention.place(add.receiver)},
                                                    {"timer", retention.place(add.value)}}));
  finding.notes.push_back(ProgramContext::grows(*growth));
  finding.notes.push_back(
      ProgramContext::line(Note::Label::release, "none; nothing takes the handles out again"));
  finding.notes.push_back(
      ProgramContext::line(Note::Label::fix, "clear the timers and empty the list when the short life ends"));
}

void check(ProgramContext& context) {
  const Collections collections(context.retention);
  for (EffectId id : context.retention.effects.of_kind(EffectRow::Kind::grow))
    check_list(context, collections, context.retention.effects[id]);
  for (EffectId id : context.retention.effects.of_kind(EffectRow::Kind::start_interval))
    check_interval(context, context.retention.effects[id]);
}

}  // namespace

extern const Rule timer_leak_rule;
const Rule timer_leak_rule{
    .description = {.summary = "An interval is started again and again and never cleared",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check,
    .complete = complete_releases};

}  // namespace leaklint
