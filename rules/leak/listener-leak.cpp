#include <algorithm>

#include "lint/program_context.h"
#include "lint/release_fix.h"
#include "lint/rule.h"
#include "retention/ending.h"
#include "retention/listeners.h"
#include "retention/release_ways.h"
#include "retention/residence.h"

namespace leaklint {
namespace {

/// An event that need not ever fire, so that `once` is no release.
bool may_never_fire(const Holder& holder, std::string_view event) {
  if (holder.kind == Holder::Kind::root || holder.kind == Holder::Kind::pooled) return true;
  return event == "abort" || event == "exit" || event == "beforeExit" || event.starts_with("SIG");
}

/// Whether the listener's options hand its removal to a signal that the emitter honours.
bool is_bound_to_signal(const Retention& retention, const Effect& add) {
  if (!add.options || !add.row || !add.row->honours_signal) return false;
  const FileId file = retention.program.file_of(add.options);
  const FileFacts& facts = retention.facts(file);
  const ValueId given = retention.program.local(add.options);
  const ValueId origin = origin_of(facts, retention.uses(file), given);
  const Instruction& options = facts.code[origin ? origin : given];
  if (options.op != Op::object) return options.op != Op::constant;  // passed on from elsewhere: may hold one
  for (uint32_t at = 0; at < facts.property_count(options); ++at) {
    const Property property = facts.property(options, at);
    if (!property.key || facts.names.text(property.key) == "signal") return true;
  }
  return false;
}

Confidence lowered(Confidence confidence) {
  return confidence == Confidence::high ? Confidence::medium : Confidence::low;
}

std::string holder_label(const Holder& holder) {
  return '`' + holder.text + '`';
}

/// `off(…)` on every way to the `on(…)`: there is never more than one.
bool is_removed_before(const Retention& retention, const Effect& add,
                       const std::vector<GlobalValue>& removals) {
  const FileId file = retention.program.file_of(add.at);
  for (GlobalValue removal : removals)
    if (retention.program.file_of(removal) == file &&
        retention.control_flow(file).dominates(retention.program.local(removal),
                                               retention.program.local(add.at)))
      return true;
  return false;
}

/// Whether some code other than the helper's own way to take back removes what the helper adds.
bool is_removed_by_caller(const Retention& retention, const Effect& add) {
  const GlobalFunction helper = retention.program.function_of(add.inside);
  const auto removals = retention.removals_of(add);
  return std::any_of(removals.begin(), removals.end(), [&](const Release& removal) {
    const GlobalFunction function = retention.effects[removal.effect].function;
    const Function& row = retention.program.function(function);
    const FileId file = retention.program.file_of(function);
    return removal.same_handler && (!row.parent || retention.program.global(file, row.parent) != helper);
  });
}

/// "none; nothing removes this listener when the response finishes"
std::string never_removed(const Retention& retention, const Growth& growth) {
  const std::string end = end_in_words(retention, growth);
  return "none; nothing removes this listener" + (end.starts_with("when the short") ? "" : ' ' + end);
}

struct Verdict {
  Growth growth;
  std::string release;
  bool is_never_removed = false;
  bool is_mismatch = false;
  bool is_restart = false;  ///< of the very function that adds: proof enough for any holder
};

/// The function that adds starts over without the removal that another way of its closures makes.
std::optional<Verdict> judge_restart(const Retention& retention, const Effect& add, const Holder& holder) {
  if (holder.kind == Holder::Kind::dies_here || holder.kind == Holder::Kind::life) return std::nullopt;
  std::vector<GlobalValue> matching;
  for (const Release& removal : retention.removals_of(add))
    if (removal.same_handler) matching.push_back(retention.effects[removal.effect].at);
  const auto restart = restart_without_release(retention, add.at, matching);
  if (!restart) return std::nullopt;
  const Place place = retention.place(*restart);
  Growth growth;
  growth.function = add.function;
  growth.confidence = Confidence::medium;
  growth.each = "each time " + retention.function_text(add.function) + " starts over";
  growth.by = retention.call_text(*restart) + " at " + retention.location(place);
  growth.steps.push_back({retention.call_text(*restart), place});
  return Verdict{.growth = growth,
                 .release = "missing before the call at " + retention.location(place),
                 .is_restart = true};
}

/// What waits for the page to be ready is as a rule run once, while it loads; and what a collection's lack of
/// a key lets through may be as few as there are keys.
bool is_doubtful(const Retention& retention, const Effect& add, std::string_view event) {
  return event == "load" || event == "DOMContentLoaded" || retention.runs_once_for_each_key(add.at);
}

/// Why the listener stays, or nothing when it does not, or nobody can tell.
std::optional<Verdict> judge(const Retention& retention, const Effect& add, const Holder& holder,
                             std::string_view event) {
  if (is_bound_to_signal(retention, add)) return std::nullopt;
  // A signal by name only is one when its only event is listened for.
  if (holder.kind == Holder::Kind::pooled && holder.is_convention && event != "abort") return std::nullopt;
  if ((add.once || has_once_option(retention, add)) && !may_never_fire(holder, event)) return std::nullopt;
  // `if (socket.connecting)` leaves pooled sockets out; `if (!signal.aborted)` leaves out none that lasts.
  if (holder.kind == Holder::Kind::pooled && event != "abort" && retention.asks_about(add.at, add.receiver))
    return std::nullopt;
  const bool waits_for_page = event == "load" || event == "DOMContentLoaded";
  if (waits_for_page && retention.asks_about_member(add.at, "readyState")) return std::nullopt;
  if (is_handed_back(retention, add) || ends_emitter_after(retention, add)) return std::nullopt;
  if (ends_a_subscription(retention, add)) return std::nullopt;
  auto growth = retention.growth_of(add, holder);
  if (!growth) return std::nullopt;
  if (add.is_undone_by_result) {
    if (!retention.is_discarded(add.at) || is_removed_by_caller(retention, add)) return std::nullopt;
    return Verdict{.growth = *growth, .release = "none; the function that would remove it is dropped"};
  }
  if (is_doubtful(retention, add, event)) growth->confidence = lowered(growth->confidence);
  const auto removals = retention.removals_of(add);
  const Release* mismatched = nullptr;
  std::vector<GlobalValue> matching;
  for (const Release& removal : removals) {
    if (removal.same_handler)
      matching.push_back(retention.effects[removal.effect].at);
    else if (is_near(retention, add, retention.effects[removal.effect]))
      mismatched = &removal;
  }
  Verdict verdict{.growth = *growth, .release = never_removed(retention, *growth), .is_never_removed = true};
  if (const GlobalValue dropper = dropper_of_removal(retention, add))
    verdict.release =
        "none; " + retention.call_text(dropper) + " does not call the clean-up that is returned to it";
  if (is_removed_before(retention, add, matching)) return std::nullopt;
  verdict.is_never_removed = matching.empty() && !mismatched;
  if (!matching.empty()) {
    const auto missed = missed_ways(retention, add.at, matching);
    if (missed.empty()) return std::nullopt;
    verdict.growth.confidence = std::min(verdict.growth.confidence, Confidence::medium);
    verdict.release = "missing " + missed.front().text;
  } else if (mismatched) {
    verdict.is_mismatch = true;
    verdict.release = "removes another function at " +
                      retention.location(retention.place(retention.effects[mismatched->effect].at)) +
                      ": the one given there is not the one added here";
  }
  return verdict;
}

/// `on(target, type, handler)`, or a method that adds to its own object: a helper that adds for its caller;
/// what is added is the caller's to remove.
bool is_relay(const Retention& retention, const Effect& add) {
  if (!retention.is_parameter(add.handler, add.function)) return false;
  const auto emitter = retention.place_of(add.receiver);
  const bool is_this = emitter && emitter->root() == PlacePath::Root::this_ && !emitter->has_steps();
  return is_this || retention.is_parameter(add.receiver, add.function);
}

/// Somebody meant to remove the listener, and did not: that is a mistake even where nothing shows that it is
/// added more than once.
void report_broken_removal(ProgramContext& context, const Effect& add, const Holder& holder,
                           const std::string& event, const BrokenRemoval& broken) {
  const Retention& retention = context.retention;
  // An event that is waited for once may come first; who gives off() a new function each time does not count
  // on it.
  const bool is_once = add.once || has_once_option(retention, add);
  if (is_bound_to_signal(retention, add) || (is_once && !broken.is_given_fresh_function)) return;
  Finding& finding = context.report(add.at,
                                    holder_label(holder) + " keeps its '" + event +
                                        "' listener: the call that should " + "remove it takes away nothing",
                                    Confidence::medium);
  const Residence residence = residence_of(retention, add.receiver);
  std::vector<PathStep> path = {{residence.text.empty() ? holder.text : residence.text, residence.place},
                                {"_events." + event, retention.place(add.at)}};
  for (PathStep& step : context.closure_steps(add.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release,
      "the call at " + retention.location(retention.place(broken.at)) + ' ' + broken.why));
  finding.notes.push_back(
      ProgramContext::line(Note::Label::fix,
                           "add and remove one and the same function, with the same event and "
                           "capture flag"));
}

/// What to do, in words. `ending` is where the life ends, if that is known.
std::string advice(const Retention& retention, const Effect& add, const Verdict& verdict,
                   const Holder& holder, const std::optional<Ending>& ending) {
  if (verdict.is_mismatch) return "keep the function in a variable or field, and add and remove that one";
  if (verdict.is_restart) return "remove it before the function starts over";
  if (add.is_undone_by_result)
    return "keep the function that the call returns, and call it " +
           (ending ? ending->text : end_in_words(retention, verdict.growth));
  if (!verdict.is_never_removed) {
    const bool is_of_events = verdict.release.find(" without ") != std::string::npos;
    return ending && is_of_events ? "remove it " + ending->text
                                  : "remove it in `finally`, or before each way out";
  }
  // What a caller hands in, it handed in for the time of the call.
  if (holder.kind == Holder::Kind::pooled && !ending)
    return "remove it on every way out, when what it was added for is done";
  return "register it once at start-up, or remove it " +
         (ending ? ending->text : end_in_words(retention, verdict.growth));
}

/// What to do, in words and, where it is known how the life ends, as edits.
void suggest(const Retention& retention, const Effect& add, const Holder& holder, const Verdict& verdict,
             Finding& finding) {
  const auto ending = ending_of(retention, add.at);
  if (ending && verdict.is_never_removed) {
    if (ending->kind == Ending::Kind::method)
      finding.notes.back().text = "none; " + ending->text.substr(3) + " does not remove this listener";
    finding.fixes.push_back(release_of_listener(retention, add, *ending));
  }
  finding.notes.push_back(
      ProgramContext::line(Note::Label::fix, advice(retention, add, verdict, holder, ending)));
}

/// Who keeps the emitter: the collection that it was taken out of, or the place where it lives.
std::vector<PathStep> holder_steps(const Retention& retention, const Effect& add, const Holder& holder,
                                   std::optional<GlobalValue> taken) {
  if (taken) {
    const FileId file = retention.program.file_of(*taken);
    const Instruction& read = retention.program.instruction(*taken);
    const ValueId object =
        read.op == Op::call ? ValueId(retention.facts(file).code[ValueId(read.a)].a) : ValueId(read.a);
    const Residence residence = residence_of(retention, retention.program.global(file, object));
    if (!residence.text.empty()) return {{residence.text, residence.place}, {"[…]", holder.declaration}};
  }
  const Residence residence = residence_of(retention, add.receiver);
  return {{residence.text.empty() ? holder.text : residence.text, residence.place}};
}

void check_listener(ProgramContext& context, const Effect& add) {
  const Retention& retention = context.retention;
  if (add.is_for_callers || is_relay(retention, add)) return;
  Holder holder = retention.holder_of(add.receiver);
  const bool is_anyones = holder.kind == Holder::Kind::unknown || holder.kind == Holder::Kind::parameter ||
                          holder.kind == Holder::Kind::enclosing_variable;
  const auto taken = is_anyones ? retention.taken_out_at(add.receiver) : std::nullopt;
  if (taken) {
    if (retention.is_parameter(add.handler, add.function))
      return;  // the caller's, as in `of(name, listener)`
    holder.kind = Holder::Kind::pooled;
    holder.declaration = retention.place(*taken);
  }
  const auto constant = retention.constant_text(add.event);
  const std::string event(constant ? *constant : add.row ? std::string_view(add.row->event_name) : "");
  auto verdict = judge_restart(retention, add, holder);
  if (!verdict) verdict = judge(retention, add, holder, event);
  const bool is_doubted = !verdict || verdict->growth.confidence == Confidence::low ||
                          (holder.kind == Holder::Kind::instance && !verdict->is_restart);
  if (is_doubted) {
    if (const auto broken = broken_removal_of(retention, add)) {
      report_broken_removal(context, add, holder, event, *broken);
      return;
    }
  }
  if (!verdict) return;
  Confidence confidence = verdict->growth.confidence;
  if (holder.kind == Holder::Kind::instance && !verdict->is_restart) confidence = Confidence::low;
  if (add.is_spelled && holder.kind != Holder::Kind::root)
    confidence = std::min(confidence, Confidence::medium);
  const std::string what = event.empty() ? "listener" : '\'' + event + "' listener";
  const std::string each = verdict->growth.each;
  Finding& finding =
      context.report(add.at, holder_label(holder) + " keeps one more " + what + ' ' + each, confidence);
  std::vector<PathStep> path = holder_steps(retention, add, holder, taken);
  path.push_back({event.empty() ? "listeners" : "_events." + event, retention.place(add.at)});
  for (PathStep& step : context.closure_steps(add.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(verdict->growth));
  finding.notes.push_back(ProgramContext::line(Note::Label::release, verdict->release));
  suggest(retention, add, holder, *verdict, finding);
}

/// A loop that goes on as long as its program lets it: while, do, for await, for without a list to walk.
bool is_endless(const FileFacts& facts, ValueId loop) {
  const auto kind = static_cast<LoopKind>(facts.code[loop].aux);
  return kind != LoopKind::for_of && kind != LoopKind::for_in && kind != LoopKind::for_;
}

/// Whether the value was there before the loop began, so that every turn meets the same one.
bool is_older_than(const Retention& retention, GlobalValue value, ValueId loop) {
  const auto path = retention.place_of(value);
  if (!path) return false;
  if (path->root() != PlacePath::Root::variable || path->has_steps())
    return path->root() == PlacePath::Root::this_;
  const FileId file = retention.program.file_of(value);
  for (ValueId store : retention.uses(file).stores_of(path->variable()))
    if (store > loop && retention.facts(file).function_of(store) == retention.facts(file).function_of(loop))
      return false;
  return true;
}

/// Promise.race() adds a reaction to each promise it is given; one that stays pending keeps those of every
/// race.
void check_race(ProgramContext& context, const Effect& race) {
  const Retention& retention = context.retention;
  if (!race.value || retention.program.instruction(race.value).op != Op::array) return;
  const FileId file = retention.program.file_of(race.at);
  const FileFacts& facts = retention.facts(file);
  const ValueId loop = retention.control_flow(file).loop_around(retention.program.local(race.at));
  if (!loop || !is_endless(facts, loop)) return;
  const Instruction& list = retention.program.instruction(race.value);
  for (uint32_t at = 0; at < list.operand_count; ++at) {
    const GlobalValue promise = retention.program.global(file, facts.operand(list, at));
    if (!is_older_than(retention, promise, loop)) continue;
    const std::string text = retention.place_text(promise);
    Finding& finding = context.report(
        race.at, '`' + text + "` keeps one more reaction for every turn of the loop, until it settles",
        Confidence::medium);
    finding.notes.push_back(ProgramContext::chain(
        Note::Label::retained, {{text, retention.place(promise)}, {"reactions", retention.place(race.at)}}));
    finding.notes.push_back(ProgramContext::line(
        Note::Label::grows, "for every turn of the loop at " +
                                retention.location(retention.place(retention.program.global(file, loop)))));
    finding.notes.push_back(ProgramContext::line(
        Note::Label::release, "none; a race leaves its reaction on the promises that lose"));
    finding.notes.push_back(
        ProgramContext::line(Note::Label::fix, "race against a promise made for this turn"));
    return;
  }
}

void check(ProgramContext& context) {
  const Retention& retention = context.retention;
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::race))
    check_race(context, retention.effects[id]);
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::add_listener)) {
    const Effect& add = retention.effects[id];
    if (!add.receiver || !add.handler) continue;
    check_listener(context, add);
  }
}

}  // namespace

extern const Rule listener_leak_rule;
const Rule listener_leak_rule{
    .description =
        {.summary = "A listener is added again and again to something that outlives it, and never removed",
         .severity = Severity::error,
         .preset = Preset::recommended},
    .check = check,
    .complete = complete_releases};

}  // namespace leaklint
