#include "lint/program_context.h"
#include "lint/rule.h"
#include "retention/delayed_lives.h"

namespace leaklint {
namespace {

constexpr RuleOption options[] = {
    {"minimumDelay", "Timeouts shorter than this many milliseconds are left alone", 1000},
};

/// How a closure uses a captured variable.
struct CaptureUse {
  bool only_reads_members = true;  ///< so the members could be taken out beforehand
  std::string member;              ///< one that is read
};

/// Looks at every use of the variable in the function and in those inside it.
CaptureUse use_of_capture(const Retention& retention, GlobalFunction function, GlobalVariable variable) {
  CaptureUse result;
  const FileId file = retention.program.file_of(function);
  const FileFacts& facts = retention.facts(file);
  const FunctionId outer = retention.program.local(function);
  for (ValueId load : retention.uses(file).loads_of(retention.program.local(variable))) {
    FunctionId at = facts.function_of(load);
    while (at && at != outer) at = facts.functions[at].parent;
    if (!at) continue;
    for (const ValueUse& use : retention.uses(file).uses_of(load)) {
      const Instruction& user = facts.code[use.user];
      // `req.id` is read; `res.end()` acts on the life, which is then still going on.
      if (user.op == Op::member && use.role == UseRole::object) {
        result.member = std::string(facts.names.text(NameId(user.b)));
        continue;
      }
      result.only_reads_members = false;
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

void check_timer(ProgramContext& context, const Effect& timer, bool is_interval) {
  const Retention& retention = context.retention;
  if (!timer.handler || !retention.clears_of(timer).empty()) return;
  const double minimum = context.options(timer.at).number("minimumDelay");
  if (!is_interval && milliseconds(retention, delay_of(retention, timer)).value_or(minimum) < minimum) return;
  for (GlobalFunction function : retention.functions_of(timer.handler)) {
    for (const Retention::CapturedLife& captured : retention.captured_lives(function)) {
      const CaptureUse use = use_of_capture(retention, function, captured.variable);
      if (!use.only_reads_members || use.member.empty()) continue;
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
          "the timer firing; until then the whole " + life + " stays, socket and buffers included"));
      finding.notes.push_back(ProgramContext::line(
          Note::Label::fix,
          "read `" + name + '.' + use.member + "` into a constant before the timer, and use that inside"));
      break;
    }
  }
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
  const Place reader = retention.place(delayed.reader);
  finding.notes.push_back(ProgramContext::chain(
      Note::Label::retained, {{"timers", retention.place(delayed.at)},
                              {delayed.is_interval ? "interval" : "timeout", retention.place(delayed.at)},
                              {retention.function_text(delayed.reader), reader},
                              {name, reader}}));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::release,
      delayed.is_interval
          ? "none; an interval keeps the whole " + life + ", socket and buffers included"
          : "the timer firing; until then the whole " + life + " stays, socket and buffers included"));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix,
      "read `" + name + '.' + delayed.member + "` into a constant before the timer, and pass that on"));
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
    .check = check};

}  // namespace leaklint
