#include <algorithm>
#include <charconv>

#include "lint/file_context.h"
#include "lint/program_context.h"
#include "lint/read_ahead.h"
#include "lint/rule.h"
#include "retention/delayed_lives.h"

namespace leaklint {
namespace {

constexpr RuleOption options[] = {
    {"minimumDelay", "Timeouts shorter than this many milliseconds are left alone", 1000},
};

/// How a closure uses a captured variable.
struct CaptureUse {
  bool acts_on_it = false;        ///< calls, writes or hands it on: the life is still going on then
  bool can_be_read_ahead = true;  ///< what it reads says the same before the timer
  std::vector<Span> paths;        ///< what is read: `req.id`, `req.headers.host`
  std::string text;               ///< the first of them
};

/// Properties of requests, responses and sockets that tell how far they have come.
bool tells_of_progress(std::string_view property) {
  static constexpr std::string_view names[] = {
      "aborted",    "bytesRead",  "bytesWritten",  "closed",        "complete",         "connecting",
      "destroyed",  "errored",    "finished",      "headersSent",   "pending",          "readableEnded",
      "readyState", "statusCode", "statusMessage", "writableEnded", "writableFinished", "writableLength"};
  return std::find(std::begin(names), std::end(names), property) != std::end(names);
}

/// Properties that lead back to the life, so that a constant with one would keep it alive as well.
bool leads_back(const Retention& retention, GlobalValue part, std::string_view property) {
  for (ObjectId id : retention.flow.objects_of(part)) {
    const Object& object = retention.flow.object(id);
    if (object.kind != ObjectKind::external || !object.type) continue;
    const TypeRow& type = retention.models.types[object.type];
    if (type.lifetime == Lifetime::life || type.lifetime == Lifetime::pooled || type.is_emitter) return true;
  }
  static constexpr std::string_view names[] = {"client",  "connection", "ctx",      "raw",     "req",
                                               "request", "res",        "response", "session", "socket"};
  return std::find(std::begin(names), std::end(names), property) != std::end(names);
}

/// The name that a member, or an index with a literal key, reads, or none.
NameId name_read(const FileFacts& facts, const Instruction& row) {
  if (row.op == Op::member) return NameId(row.b);
  if (row.op != Op::index) return {};
  const Instruction& key = facts.code[ValueId(row.b)];
  return key.op == Op::constant ? NameId(key.b) : NameId();
}

/// Adds the longest path that is read from a variable: `req.socket.remoteAddress` as a whole.
void add_path(const Retention& retention, FileId file, ValueId first, CaptureUse& use) {
  const FileFacts& facts = retention.facts(file);
  ValueId end = first;
  for (;;) {
    const auto users = retention.uses(file).uses_of(end);
    if (users.size() != 1 || users.front().role != UseRole::object) break;
    if (!name_read(facts, facts.code[users.front().user])) break;
    end = users.front().user;
  }
  const std::string_view property = facts.names.text(name_read(facts, facts.code[end]));
  const auto users = retention.uses(file).uses_of(end);
  const auto is_used_as = [&](UseRole role) {
    return std::any_of(users.begin(), users.end(), [&](const ValueUse& user) { return user.role == role; });
  };
  const bool leads = leads_back(retention, retention.program.global(file, end), property);
  if (leads && is_used_as(UseRole::receiver)) use.acts_on_it = true;  // `req.socket.destroy()`
  if (leads || is_used_as(UseRole::target) || tells_of_progress(property)) use.can_be_read_ahead = false;
  use.paths.push_back(facts.code[end].span);
  if (use.text.empty()) use.text = retention.place_text(retention.program.global(file, end));
}

/// Looks at every use of the variable in the function and in those inside it.
CaptureUse use_of_capture(const Retention& retention, GlobalFunction function, GlobalVariable variable) {
  CaptureUse result;
  const FileId file = retention.program.file_of(function);
  const FileFacts& facts = retention.facts(file);
  const FunctionId outer = retention.program.local(function);
  result.can_be_read_ahead = !retention.program.variable(variable).is_reassigned;
  for (ValueId load : retention.uses(file).loads_of(retention.program.local(variable))) {
    FunctionId at = facts.function_of(load);
    while (at && at != outer) at = facts.functions[at].parent;
    if (!at) continue;
    for (const ValueUse& use : retention.uses(file).uses_of(load)) {
      const Instruction& user = facts.code[use.user];
      // `req.id` is read; `res.end()` acts on the life, which is then still going on.
      if (user.op == Op::member && use.role == UseRole::object) {
        add_path(retention, file, use.user, result);
        continue;
      }
      result.acts_on_it = true;
    }
  }
  return result;
}

GlobalValue delay_of(const Retention& retention, const Effect& timer) {
  const FileId file = retention.program.file_of(timer.at);
  const Instruction& call = retention.program.instruction(timer.at);
  return call.operand_count < 2 ? GlobalValue()
                                : retention.program.global(file, retention.facts(file).operand(call, 1));
}

/// A life that a timer's closure only reads from.
struct ReadLife {
  Retention::CapturedLife captured;
  CaptureUse use;
};

/// Empty when the closure acts on one of the lives it holds: then it is a part of it.
std::vector<ReadLife> lives_read_by(const Retention& retention, GlobalFunction function) {
  std::vector<ReadLife> lives;
  for (const Retention::CapturedLife& captured : retention.captured_lives(function)) {
    CaptureUse use = use_of_capture(retention, function, captured.variable);
    if (use.acts_on_it) return {};
    if (!use.paths.empty()) lives.push_back({captured, std::move(use)});
  }
  return lives;
}

/// The paths to be read before the timer, or none when one of them says nothing that early.
Fix fix_for(const Effect& timer, const std::vector<ReadLife>& lives) {
  Fix fix;
  if (timer.is_for_callers || timer.inside) return fix;
  for (const ReadLife& life : lives) {
    if (!life.use.can_be_read_ahead) return {};
    fix.plan.places.insert(fix.plan.places.end(), life.use.paths.begin(), life.use.paths.end());
  }
  return fix;
}

void report(ProgramContext& context, const Effect& timer, bool is_interval,
            const std::vector<ReadLife>& lives) {
  const Retention& retention = context.retention;
  const auto& [captured, use] = lives.front();
  const FileId file = retention.program.file_of(captured.variable);
  const std::string name(
      retention.facts(file).names.text(retention.program.variable(captured.variable).name));
  const std::string life = captured.life ? retention.models.lives[captured.life].name : "request";
  Finding& finding =
      context.report(timer.at, "the timer keeps `" + name + "` alive after the " + life + " is over",
                     captured.is_convention ? Confidence::medium : Confidence::high);
  std::vector<PathStep> path = {{"timers", retention.place(timer.at)},
                                {is_interval ? "interval" : "timeout", retention.place(timer.at)}};
  for (PathStep& step : context.closure_steps(timer.handler)) path.push_back(std::move(step));
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release,
      is_interval
          ? "none; an interval keeps the whole " + life + ", socket and buffers included"
          : "the timer firing; until then the whole " + life + " stays, socket and buffers included"));
  Fix fix = fix_for(timer, lives);
  const bool can_be_read_ahead =
      std::all_of(lives.begin(), lives.end(), [](const ReadLife& one) { return one.use.can_be_read_ahead; });
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, can_be_read_ahead
                            ? "read `" + use.text + "` into a constant before the timer, and use that inside"
                            : "keep the timer's handle, and clear it when the " + life + " ends"));
  if (!fix.plan.places.empty()) finding.fixes.push_back(std::move(fix));
}

void check_timer(ProgramContext& context, const Effect& timer, bool is_interval) {
  const Retention& retention = context.retention;
  if (!timer.handler || !retention.clears_of(timer).empty()) return;
  const double minimum = context.options(timer.at).number("minimumDelay");
  if (!is_interval && milliseconds(retention, delay_of(retention, timer)).value_or(minimum) < minimum) return;
  for (GlobalFunction function : retention.functions_of(timer.handler)) {
    const auto lives = lives_read_by(retention, function);
    if (!lives.empty()) report(context, timer, is_interval, lives);
  }
}

/// How the timer keeps it: as one of its arguments, or in a closure; that of a promise is one of its
/// reactions.
std::vector<PathStep> steps_to(ProgramContext& context, const DelayedLife& delayed, const std::string& name) {
  const Retention& retention = context.retention;
  const Place reader = retention.place(delayed.reader);
  std::vector<PathStep> path = {{"timers", retention.place(delayed.at)},
                                {delayed.is_interval ? "interval" : "timeout", retention.place(delayed.at)}};
  const auto captures = retention.captured_lives(delayed.reader);
  const bool is_captured = std::any_of(
      captures.begin(), captures.end(),
      [&](const Retention::CapturedLife& captured) { return captured.variable == delayed.life.variable; });
  if (is_captured) {
    const EffectRow::Kind kind =
        delayed.is_interval ? EffectRow::Kind::start_interval : EffectRow::Kind::start_timeout;
    const auto timer = retention.effects.at(delayed.at, kind);
    const bool is_promise = !timer || !retention.effects[*timer].handler;
    if (is_promise) path.push_back({"reactions", retention.place(delayed.at)});
    path.push_back({context.closure_text(delayed.reader), reader});
  } else {
    path.push_back({"[arguments]", reader});
  }
  path.push_back({name, reader});
  return path;
}

/// A life that the timer keeps without a closure of its own that reads from it.
void check_delayed(ProgramContext& context, const DelayedLife& delayed) {
  const Retention& retention = context.retention;
  const double minimum = context.options(delayed.at).number("minimumDelay");
  if (!delayed.is_interval && milliseconds(retention, delayed.delay).value_or(minimum) < minimum) return;
  const FileId file = retention.program.file_of(delayed.life.variable);
  const std::string name(
      retention.facts(file).names.text(retention.program.variable(delayed.life.variable).name));
  const std::string life = delayed.life.life ? retention.models.lives[delayed.life.life].name : "request";
  Finding& finding =
      context.report(delayed.at, "the timer keeps `" + name + "` alive after the " + life + " is over",
                     delayed.life.is_convention ? Confidence::medium : Confidence::high);
  finding.notes.push_back(ProgramContext::chain(Note::Label::retained, steps_to(context, delayed, name)));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release,
      delayed.is_interval
          ? "none; an interval keeps the whole " + life + ", socket and buffers included"
          : "the timer firing; until then the whole " + life + " stays, socket and buffers included"));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix,
      "read `" + name + '.' + delayed.member + "` into a constant before the timer, and pass that on"));
}

void complete(FileContext& context, Finding& finding) {
  const std::vector<Span> paths = std::move(finding.fixes.front().plan.places);
  finding.fixes.clear();
  const NodeId timer = node_at(context.tree, finding.place.span);
  if (!timer) return;
  auto read = read_ahead(context, timer, paths);
  if (!read) return;
  // A value may change until the timer fires; only who wrote the program knows that it does not.
  std::string names;
  for (const std::string& name : read->names) names += (names.empty() ? "`" : "`, `") + name;
  finding.fixes.push_back({.description = "Read " + names + "` before the timer, and use that inside",
                           .is_safe = false,
                           .edits = std::move(read->edits)});
}

void check(ProgramContext& context) {
  const Effects& effects = context.retention.effects;
  for (EffectId id : effects.of_kind(EffectRow::Kind::start_timeout))
    check_timer(context, effects[id], false);
  for (EffectId id : effects.of_kind(EffectRow::Kind::start_interval))
    check_timer(context, effects[id], true);
  for (const DelayedLife& delayed : delayed_lives(context.retention)) check_delayed(context, delayed);
}

}  // namespace

extern const Rule request_in_timer_rule;
const Rule request_in_timer_rule{
    .description = {.summary = "A timer's closure keeps a whole request, response or socket alive",
                    .severity = Severity::warning,
                    .preset = Preset::recommended,
                    .options = options},
    .check = check,
    .complete = complete};

}  // namespace leaklint
