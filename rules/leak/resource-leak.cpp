#include <algorithm>

#include "lint/file_context.h"
#include "lint/finally_fix.h"
#include "lint/program_context.h"
#include "lint/release_fix.h"
#include "lint/rule.h"
#include "retention/ending.h"
#include "retention/release_ways.h"

namespace leaklint {
namespace {

/// `open().then((handle) => …)`: what the callback receives. Otherwise the value itself.
GlobalValue handle_of_promise(const Retention& retention, GlobalValue promise) {
  const FileId file = retention.program.file_of(promise);
  const FileFacts& facts = retention.facts(file);
  const ValueUses& uses = retention.uses(file);
  const auto found = uses.uses_of(retention.program.local(promise));
  if (found.size() != 1 || found.front().role != UseRole::receiver) return promise;
  const Instruction& member = facts.code[found.front().user];
  const ValueId call = uses.call_of(found.front().user);
  if (!call || member.op != Op::member || facts.names.text(NameId(member.b)) != "then") return promise;
  const Instruction& then = facts.code[call];
  if (then.operand_count == 0) return promise;
  const Instruction& callback = facts.code[facts.operand(then, 0)];
  if (callback.op != Op::function) return promise;
  const Function& function = facts.functions[FunctionId(callback.a)];
  return function.parameter_count == 0
             ? promise
             : retention.program.global(file, facts.parameters[function.first_parameter].value);
}

/// The value that stands for the resource: the call's result, or the parameter its callback receives.
GlobalValue handle_of(const Retention& retention, const Effect& acquire) {
  const std::string& from = acquire.row->handle_from;
  if (from == "receiver" && acquire.receiver) {
    const FileId file = retention.program.file_of(acquire.receiver);
    const ValueId made =
        origin_of(retention.facts(file), retention.uses(file), retention.program.local(acquire.receiver));
    return made ? retention.program.global(file, made) : acquire.receiver;
  }
  if (!from.starts_with("callback:")) return handle_of_promise(retention, acquire.at);
  const uint32_t index = static_cast<uint32_t>(std::stoul(from.substr(9)));
  for (const CallEdge& edge : retention.flow.callees_of(acquire.at)) {
    if (edge.kind != CallEdge::Kind::callback) continue;
    const FileId file = retention.program.file_of(edge.callee);
    const Function& function = retention.program.function(edge.callee);
    if (index < function.parameter_count)
      return retention.program.global(
          file, retention.facts(file).parameters[function.first_parameter + index].value);
  }
  return {};
}

/// `source.pipe(response)`: the argument of the call that pipes the resource into something that may end
/// first.
GlobalValue piped_into(const Retention& retention, GlobalValue handle) {
  const FileId file = retention.program.file_of(handle);
  const FileFacts& facts = retention.facts(file);
  const NameId pipe = facts.names.find("pipe");
  if (!pipe) return {};
  for (ValueId read : retention.uses(file).member_reads_of(pipe)) {
    const GlobalValue object = retention.program.global(file, ValueId(facts.code[read].a));
    if (object != handle && !retention.is_same_place(handle, object)) continue;
    const ValueId call = retention.uses(file).call_of(read);
    if (call && facts.code[call].operand_count > 0)
      return retention.program.global(file, facts.operand(facts.code[call], 0));
  }
  return {};
}

bool is_of_a_life(const Retention& retention, GlobalValue value) {
  if (retention.holder_of(value).kind == Holder::Kind::life) return true;
  const auto path = retention.place_of(value);
  return path && path->root() == PlacePath::Root::variable &&
         retention.life_of(retention.program.global(retention.program.file_of(value), path->variable()));
}

Finding& report(ProgramContext& context, const Effect& acquire, const Growth& growth, std::string what,
                std::string release, Confidence confidence) {
  const std::string each = growth.each;
  Finding& finding =
      context.report(acquire.at, acquire.row->resource + " is opened " + each + ' ' + what, confidence);
  const std::string& holder = acquire.row->holder;
  finding.notes.push_back(ProgramContext::chain(
      Note::Label::retained, {{holder.empty() ? "open handles" : holder, context.retention.place(acquire.at)},
                              {acquire.row->resource, context.retention.place(acquire.at)}}));
  finding.notes.push_back(ProgramContext::grows(growth));
  finding.notes.push_back(ProgramContext::line(Note::Label::release, std::move(release)));
  return finding;
}

/// The first member of the handle that gives it back: "destroy".
std::string releasing_member(const EffectRow& acquire) {
  for (const std::string& release : acquire.releases)
    if (release.find_first_of(".:") == std::string::npos) return release;
  return {};
}

/// For what nothing closes: to be closed where the life ends, when that is still to come.
void suggest_closing(const Retention& retention, const Effect& acquire, const Growth& growth,
                     std::string_view words, Finding& finding) {
  const std::string member = releasing_member(*acquire.row);
  const FileId file = retention.program.file_of(acquire.at);
  const auto uses = retention.uses(file).uses_of(retention.program.local(acquire.at));
  const bool is_awaited =
      std::any_of(uses.begin(), uses.end(), [](const ValueUse& use) { return use.role == UseRole::awaited; });
  const auto ending = is_awaited ? std::nullopt : ending_of(retention, acquire.at);
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, std::string(words) + (ending ? ending->text : end_in_words(retention, growth))));
  const bool is_returned = acquire.row->handle_from.empty() || acquire.row->handle_from == "return";
  if (ending && is_returned && !member.empty())
    finding.fixes.push_back(release_by_member(retention, acquire.at, member, *ending));
}

/// For what one call closes, which not every way reaches.
void suggest_finally(const Retention& retention, const Effect& acquire,
                     const std::vector<GlobalValue>& releases, Finding& finding) {
  finding.notes.push_back(ProgramContext::line(Note::Label::fix, "close it in `finally`"));
  const bool is_same = std::all_of(releases.begin(), releases.end(),
                                   [&](GlobalValue release) { return release == releases.front(); });
  const bool is_one =
      is_same && retention.program.function_of(releases.front()) == retention.program.function_of(acquire.at);
  if (!is_one) return;
  FixPlan plan{.places = {retention.program.instruction(acquire.at).span,
                          retention.program.instruction(releases.front()).span},
               .words = {}};
  finding.fixes.push_back({.description = {}, .edits = {}, .plan = std::move(plan)});
}

void complete(FileContext& context, Finding& finding) {
  if (!finding.fixes.front().plan.words.empty()) {
    complete_releases(context, finding);
    return;
  }
  const std::vector<Span> places = std::move(finding.fixes.front().plan.places);
  finding.fixes.clear();
  if (auto edits = close_in_finally(context, places[0], places[1]))
    finding.fixes.push_back(
        {.description = "Close it in `finally`", .is_safe = false, .edits = std::move(*edits)});
}

/// `connection.createChannel()` of a connection that was opened here: the channel ends with its connection.
bool ends_with_its_owner(const Retention& retention, const Effect& acquire) {
  return acquire.receiver && acquire.row->handle_from != "receiver" &&
         retention.holder_of(acquire.receiver).kind == Holder::Kind::dies_here;
}

/// The releases that end the handle by a library's own function, as `fs.closeSync(handle)` does. What is
/// given to another object, as `source.pipe(handle)` does, becomes the business of that.
std::vector<GlobalValue> ended_by_call(const Retention& retention, const std::vector<GlobalValue>& releases) {
  std::vector<GlobalValue> ends;
  for (GlobalValue release : releases) {
    const auto effect = retention.effects.at(release, EffectRow::Kind::release);
    const GlobalValue receiver = effect ? retention.effects[*effect].receiver : GlobalValue();
    if (!receiver) continue;
    for (ObjectId id : retention.flow.objects_of(receiver)) {
      const Object& object = retention.flow.object(id);
      const bool is_library = object.kind == ObjectKind::external && !object.site;
      if (is_library && object.owner == Id<int>::none_raw) ends.push_back(release);
    }
  }
  return ends;
}

/// Kept in a variable that outlives the function, for a later call to close.
bool is_kept_outside(const Retention& retention, GlobalValue handle) {
  const FileId file = retention.program.file_of(handle);
  const FileFacts& facts = retention.facts(file);
  for (const ValueUse& use : retention.uses(file).uses_of(retention.program.local(handle))) {
    const Instruction& store = facts.code[use.user];
    if (store.op == Op::store && facts.variables[BindingId(store.a)].function != facts.function_of(use.user))
      return true;
  }
  return false;
}

void check_acquire(ProgramContext& context, const Effect& acquire) {
  const Retention& retention = context.retention;
  if (ends_with_its_owner(retention, acquire)) return;
  Holder handles;
  handles.kind = Holder::Kind::root;
  const auto growth = retention.growth_of(acquire, handles);
  const GlobalValue handle = handle_of(retention, acquire);
  if (!growth || !handle) return;
  if (handle == acquire.at && retention.flow.objects_of(handle).empty()) return;
  const auto releases = releases_of(retention, handle, *acquire.row);
  if (const GlobalValue target = piped_into(retention, handle); target && releases.empty()) {
    if (!is_of_a_life(retention, target)) return;
    Finding& finding = report(context, acquire, *growth, "and stays open when the client leaves early",
                              "none; pipe() does not destroy its source when the destination closes",
                              std::min(growth->confidence, Confidence::medium));
    suggest_closing(retention, acquire, *growth, "use pipeline(), or destroy it ", finding);
    return;
  }
  if (const auto failure = failure_reported_while_open(retention, handle, releases)) {
    Finding& finding =
        report(context, acquire, *growth, "and stays open when the callback hears of a failure",
               "missing before " + retention.call_text(*failure) + " at " +
                   retention.location(retention.place(*failure)),
               std::min(growth->confidence, Confidence::medium));
    finding.notes.push_back(
        ProgramContext::line(Note::Label::fix, "close it before the callback is told of the failure"));
    return;
  }
  // A stream that is read to its end, a child that exits: it gives itself back unless something cuts it
  // short.
  if (!acquire.row->ends_itself.empty() && releases.empty()) return;
  if (handed_on_at(retention, handle, true, ended_by_call(retention, releases))) return;
  if (releases.empty()) {
    Finding& finding =
        report(context, acquire, *growth, "and never closed", "none; nothing closes it", growth->confidence);
    suggest_closing(retention, acquire, *growth, "close it when it has served, or ", finding);
    return;
  }
  if (is_kept_outside(retention, handle)) return;
  const bool waits_for_events = std::none_of(releases.begin(), releases.end(), [&](GlobalValue release) {
    return retention.program.function_of(release) == acquire.function;
  });
  // `stream.on('end', () => stream.close())`: it does so anyway, as it does when it fails.
  if (waits_for_events && !acquire.row->ends_itself.empty()) return;
  const auto missed = missed_ways(retention, handle, releases);
  if (missed.empty()) return;
  Finding& finding =
      report(context, acquire, *growth, "and not closed on every way out",
             "missing " + missed.front().text + (missed.size() > 1 ? " and on other ways out" : ""),
             std::min(growth->confidence, Confidence::medium));
  suggest_finally(retention, acquire, releases, finding);
}

void check(ProgramContext& context) {
  for (EffectId id : context.retention.effects.of_kind(EffectRow::Kind::acquire))
    check_acquire(context, context.retention.effects[id]);
}

}  // namespace

extern const Rule resource_leak_rule;
const Rule resource_leak_rule{
    .description =
        {.summary = "A connection, stream or handle is opened again and again and not closed on every path",
         .severity = Severity::error,
         .preset = Preset::recommended},
    .check = check,
    .complete = complete};

}  // namespace leaklint
