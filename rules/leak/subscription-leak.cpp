#include <algorithm>

#include "lint/program_context.h"
#include "lint/release_fix.h"
#include "lint/rule.h"
#include "retention/ending.h"
#include "retention/handed_out.h"
#include "retention/release_ways.h"
#include "retention/residence.h"

namespace leaklint {
namespace {

/// A source of the subscriber's own ends with it, and how long one lives that is passed in, nobody here
/// knows.
bool outlives_its_subscribers(const Holder& source) {
  return source.kind == Holder::Kind::root || source.kind == Holder::Kind::pooled ||
         source.kind == Holder::Kind::module_variable;
}

/// What the library's call gives back that it was called on or given, by its model; or nothing.
GlobalValue passed_through(const Retention& retention, GlobalValue value) {
  const Instruction& call = retention.program.instruction(value);
  if (call.op != Op::call) return {};
  const FileId file = retention.program.file_of(value);
  const FileFacts& facts = retention.facts(file);
  for (const ModelledCall& called : retention.flow.modelled(value)) {
    const Instruction& callee = facts.code[ValueId(call.a)];
    if (called.row->may_return("@receiver") && callee.op == Op::member)
      return retention.program.global(file, ValueId(callee.a));
    for (const std::string& given : called.row->returns) {
      const auto index = given.starts_with("@argument:") ? position_in(given) : std::nullopt;
      if (index && *index < call.operand_count)
        return retention.program.global(file, facts.operand(call, *index));
    }
  }
  return {};
}

/// The source that subscribers are kept by, where it is no value with a name: `prices` of
/// `prices.pipe(map(f)).subscribe(g)`, `window` of `fromEvent(window, 'resize').subscribe(g)`.
GlobalValue named_source(const Retention& retention, GlobalValue source) {
  while (source && !retention.place_of(source)) source = passed_through(retention, source);
  return source && outlives_its_subscribers(retention.holder_of(source)) ? source : GlobalValue();
}

/// Whether a source has gone through something that nobody here knows, as `pipe(untilGone(this))`: it may end
/// the subscription.
bool may_be_ended_on_the_way(const Retention& retention, GlobalValue source) {
  for (; source; source = passed_through(retention, source)) {
    const FileId file = retention.program.file_of(source);
    const FileFacts& facts = retention.facts(file);
    const ValueId origin = origin_of(facts, retention.uses(file), retention.program.local(source));
    if (origin) source = retention.program.global(file, origin);
    const auto rows = retention.flow.modelled(source);
    const bool takes_operators = std::any_of(rows.begin(), rows.end(), [](const ModelledCall& called) {
      return called.row->may_return("@receiver") && called.row->may_return("@arguments");
    });
    if (!takes_operators) continue;
    const Instruction& call = retention.program.instruction(source);
    for (uint32_t at = 0; at < call.operand_count; ++at)
      if (retention.flow.modelled(retention.program.global(file, facts.operand(call, at))).empty())
        return true;
  }
  return false;
}

/// Whether the subscription ends without help: its source was made by the code that subscribes, so that both
/// end together, or the source ends itself.
bool ends_with_its_source(const Retention& retention, const Effect& subscribe) {
  if (!subscribe.receiver) return false;
  for (ObjectId id : retention.flow.objects_of(subscribe.receiver)) {
    const Object& object = retention.flow.object(id);
    if (object.kind == ObjectKind::external && object.type && retention.models.types[object.type].is_bounded)
      return true;
  }
  if (may_be_ended_on_the_way(retention, subscribe.receiver)) return true;
  if (named_source(retention, subscribe.receiver)) return false;
  const Holder holder = retention.holder_of(subscribe.receiver);
  return holder.kind == Holder::Kind::dies_here || holder.kind == Holder::Kind::life;
}

/// A target that an observer is given.
struct Target {
  GlobalValue call;  ///< `observer.observe(target)`
  GlobalValue target;
};

/// What an observer is given by `observe`, in the file that makes it.
std::vector<Target> targets_of(const Retention& retention, GlobalValue observer) {
  std::vector<Target> targets;
  const FileId file = retention.program.file_of(observer);
  const FileFacts& facts = retention.facts(file);
  const NameId observe = facts.names.find("observe");
  if (!observe) return targets;
  for (ValueId read : retention.uses(file).member_reads_of(observe)) {
    const ValueId call = retention.uses(file).call_of(read);
    if (!call || facts.code[call].operand_count == 0) continue;
    const GlobalValue object = retention.program.global(file, ValueId(facts.code[read].a));
    if (object != observer && !retention.is_same_place(observer, object)) continue;
    targets.push_back({retention.program.global(file, call),
                       retention.program.global(file, facts.operand(facts.code[call], 0))});
  }
  return targets;
}

/// Where an observer is given a target that it never gives up, while it does give up others.
GlobalValue forgotten_target(const Retention& retention, const Effect& subscribe,
                             const std::vector<GlobalValue>& releases) {
  const FileId file = retention.program.file_of(subscribe.at);
  const FileFacts& facts = retention.facts(file);
  std::vector<PlacePath> given_up;
  for (GlobalValue release : releases) {
    const Instruction& call = retention.program.instruction(release);
    if (retention.program.file_of(release) != file || call.op != Op::call || call.operand_count == 0)
      return {};
    const Instruction& callee = facts.code[ValueId(call.a)];
    if (callee.op != Op::member || facts.names.text(NameId(callee.b)) != "unobserve") return {};
    const auto target = retention.place_of(retention.program.global(file, facts.operand(call, 0)));
    if (!target) return {};
    given_up.push_back(*target);
  }
  for (const Target& one : targets_of(retention, subscribe.at)) {
    const auto target = retention.place_of(one.target);
    if (!target) return {};
    const bool is_given_up = std::any_of(given_up.begin(), given_up.end(), [&](const PlacePath& place) {
      return is_same_place(facts, place, *target);
    });
    if (!is_given_up) return one.call;
  }
  return {};
}

void check_targets(ProgramContext& context, const Effect& subscribe,
                   const std::vector<GlobalValue>& releases) {
  const Retention& retention = context.retention;
  const GlobalValue observed = forgotten_target(retention, subscribe, releases);
  if (!observed) return;
  Holder source;
  source.kind = Holder::Kind::root;
  const auto growth = retention.growth_of(subscribe, source);
  if (!growth) return;
  const FileId file = retention.program.file_of(observed);
  const Instruction& call = retention.program.instruction(observed);
  const GlobalValue target = retention.program.global(file, retention.facts(file).operand(call, 0));
  const std::string text = '`' + retention.place_text(target) + '`';
  Finding& finding = context.report(observed, text + " is observed and never unobserved, while others are",
                                    std::min(growth->confidence, Confidence::medium));
  std::vector<PathStep> path = {{retention.place_text(target), retention.place(target)},
                                {"observers", retention.place(observed)}};
  if (subscribe.handler)
    for (PathStep& step : context.closure_steps(subscribe.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(*growth));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release, "for others only, at " + retention.location(retention.place(releases.front()))));
  finding.notes.push_back(
      ProgramContext::line(Note::Label::fix, "call disconnect() when the short life ends: it gives up all"));
}

/// Whether calling what subscribing returns ends it.
bool is_ended_by_call(const Retention& retention, GlobalValue subscription) {
  const auto objects = retention.flow.objects_of(subscription);
  return !objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
    const TypeId type = retention.flow.object(id).type;
    if (!type || !retention.models.types[type].call) return false;
    const auto& effects = retention.models.types[type].call->effects;
    return std::any_of(effects.begin(), effects.end(),
                       [](const EffectRow& row) { return row.kind == EffectRow::Kind::release; });
  });
}

/// The class of an observer that is made on the spot: "ResizeObserver"; else "".
std::string made_class(const Retention& retention, const Effect& subscribe) {
  const Instruction& made = retention.program.instruction(subscribe.at);
  if (made.op != Op::new_) return {};
  return retention.place_text(
      retention.program.global(retention.program.file_of(subscribe.at), ValueId(made.a)));
}

/// "`store` keeps one more subscription ", "one more ResizeObserver is made "
std::string what_stays(const Retention& retention, const Effect& subscribe) {
  const std::string made = made_class(retention, subscribe);
  if (!made.empty()) return "one more " + made + " is made ";
  std::string source = retention.place_text(subscribe.receiver);
  if (source.empty()) source = retention.place_text(named_source(retention, subscribe.receiver));
  return (source.empty() ? "this source" : '`' + source + '`') + " keeps one more subscription ";
}

/// What to do, in words and, where it is known how the life ends, as edits.
void suggest(const Retention& retention, const Effect& subscribe, const Growth& growth, Finding& finding) {
  const auto ending = ending_of(retention, subscribe.at);
  const std::vector<std::string>& releases = subscribe.row->releases;
  const bool is_made = retention.program.instruction(subscribe.at).op == Op::new_;
  const std::string end = is_made && !releases.empty() ? "call " + releases.front() + "() "
                                                       : "keep what subscribing returns, and end it ";
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, end + (ending ? ending->text : end_in_words(retention, growth))));
  if (!ending) return;
  if (!releases.empty())
    finding.fixes.push_back(release_by_member(retention, subscribe.at, releases.front(), *ending));
  else if (is_ended_by_call(retention, subscribe.at))
    finding.fixes.push_back(release_by_call(retention, subscribe.at, *ending));
}

/// Who keeps the subscription: what is subscribed to, or the first target that an observer is given.
PathStep source_of(const Retention& retention, const Effect& subscribe) {
  if (!subscribe.row->holder.empty()) return {subscribe.row->holder, retention.place(subscribe.at)};
  GlobalValue source = subscribe.receiver;
  if (!source) {
    const auto targets = targets_of(retention, subscribe.at);
    if (!targets.empty()) source = targets.front().target;
  }
  if (source && !retention.place_of(source)) source = named_source(retention, source);
  const Residence residence = source ? residence_of(retention, source) : Residence();
  if (residence.text.empty()) return {"source", retention.place(subscribe.at)};
  return {residence.text, residence.place};
}

void check_subscription(ProgramContext& context, const Effect& subscribe) {
  const Retention& retention = context.retention;
  if (ends_with_its_source(retention, subscribe)) return;
  if (handed_on_at(retention, subscribe.at, false)) return;
  const auto releases = releases_of(retention, subscribe.at, *subscribe.row);
  if (!releases.empty()) {
    check_targets(context, subscribe, releases);
    return;
  }
  Holder source;
  source.kind = Holder::Kind::root;
  const auto growth = retention.growth_of(subscribe, source);
  if (!growth) return;
  const FileId file = retention.program.file_of(subscribe.at);
  const bool is_dropped = retention.uses(file).uses_of(retention.program.local(subscribe.at)).empty();
  Confidence confidence = std::min(growth->confidence, Confidence::medium);
  if (!is_dropped && retention.flow.objects_of(subscribe.at).empty()) confidence = Confidence::low;
  if (subscribe.receiver && !named_source(retention, subscribe.receiver)) confidence = Confidence::low;
  Finding& finding = context.report(
      subscribe.at, what_stays(retention, subscribe) + growth->each + ", and nothing ends it", confidence);
  std::vector<PathStep> path = {
      source_of(retention, subscribe),
      {subscribe.receiver ? "subscribers" : "observers", retention.place(subscribe.at)}};
  if (subscribe.handler)
    for (PathStep& step : context.closure_steps(subscribe.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(*growth));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release,
      is_dropped ? "none; what would end the subscription is dropped" : "none; nothing ends it"));
  suggest(retention, subscribe, *growth, finding);
}

/// A store of the program's own.
void check_dropped(ProgramContext& context, const DroppedSubscription& dropped) {
  const Retention& retention = context.retention;
  const Effect& add = retention.effects[dropped.add];
  const Holder holder = retention.holder_of(add.receiver);
  if (!outlives_its_subscribers(holder) || holder.text.empty()) return;
  Effect subscribe = add;
  subscribe.at = dropped.call;
  subscribe.function = retention.program.function_of(dropped.call);
  const auto growth = retention.growth_of(subscribe, holder);
  if (!growth) return;
  Finding& finding = context.report(
      dropped.call,
      '`' + holder.text + "` keeps one more subscription " + growth->each + ", and nothing ends it",
      std::min(growth->confidence, Confidence::medium));
  std::vector<PathStep> path = {
      {holder.root, holder.declaration.file ? holder.declaration : retention.place(add.receiver)},
      {holder.text, retention.place(add.receiver)},
      {"[…]", retention.place(add.at)}};
  for (PathStep& step : context.closure_steps(dropped.listener)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::grows(*growth));
  finding.notes.push_back(
      ProgramContext::line(Note::Label::release, "none; the function that would end it is dropped"));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "keep what subscribing returns, and end it " + end_in_words(retention, *growth)));
}

void check(ProgramContext& context) {
  for (EffectId id : context.retention.effects.of_kind(EffectRow::Kind::subscribe))
    check_subscription(context, context.retention.effects[id]);
  for (const DroppedSubscription& dropped : dropped_subscriptions(context.retention))
    check_dropped(context, dropped);
}

}  // namespace

extern const Rule subscription_leak_rule;
const Rule subscription_leak_rule{
    .description = {.summary = "An observer, subscription or disposable is dropped",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check,
    .complete = complete_releases};

}  // namespace leaklint
