#include <algorithm>
#include <string>

#include "lint/program_context.h"
#include "lint/rule.h"

namespace leaklint {
namespace {

/// The name that a call is made by: "readFileSync".
std::string_view called_name(const Retention& retention, GlobalValue call) {
  const FileId file = retention.program.file_of(call);
  const Instruction& callee = retention.facts(file).code[ValueId(retention.program.instruction(call).a)];
  if (callee.op == Op::member) return retention.facts(file).names.text(NameId(callee.b));
  if (callee.op == Op::load)
    return retention.facts(file).names.text(retention.facts(file).variables[BindingId(callee.a)].name);
  return {};
}

/// A file that traffic reads and parses is told once, where it is read.
bool is_told_at_its_read(const Retention& retention, const Effect& parse) {
  if (!parse.value) return false;
  for (ObjectId contents : retention.flow.objects_of(parse.value)) {
    const GlobalValue read = retention.flow.object(contents).site;
    if (!read || !retention.traffic_of(retention.program.function_of(read))) continue;
    for (const ModelledCall& call : retention.flow.modelled(read))
      for (const EffectRow& effect : call.row->effects)
        if (effect.kind == EffectRow::Kind::blocking) return true;
  }
  return false;
}

/// Whether a guard around the call, or around one that leads to it, lets it run once or once for each key:
/// the result is kept, so that traffic soon does not run into it any more.
bool is_kept(const Retention& retention, const Effect& call) {
  if (retention.is_memoised(call.at)) return true;
  for (GlobalFunction link : retention.lives.chain(call.function)) {
    const Execution& execution = retention.lives.of(link);
    if (execution.reason == Execution::Reason::called && execution.call &&
        retention.is_memoised(execution.call))
      return true;
  }
  return false;
}

std::string instead(const Retention& retention, const Effect& call) {
  const std::string_view name = called_name(retention, call.at);
  if (!call.row->of.empty()) return "keep what was parsed, or parse the file as a stream";
  if (name.size() <= 4 || !name.ends_with("Sync"))
    return "do it where nobody waits: at start-up, in a worker thread or in another process";
  const Instruction& row = retention.program.instruction(call.at);
  const FileId file = retention.program.file_of(call.at);
  const bool is_same_each_time =
      name.starts_with("read") && row.operand_count > 0 &&
      retention.constant_text(retention.program.global(file, retention.facts(file).operand(row, 0)));
  return "await the asynchronous form of " + std::string(name) +
         (is_same_each_time ? ", or read it once at start-up" : "");
}

bool is_kernel_path(const Retention& retention, GlobalValue path, int calls_left);

/// Whether every caller in sight gives such a path for a parameter.
bool is_given_kernel_path(const Retention& retention, GlobalFunction function, uint32_t index,
                          int calls_left) {
  const auto callers = retention.flow.callers_of(function);
  if (callers.empty() || calls_left == 0) return false;
  return std::all_of(callers.begin(), callers.end(), [&](const CallEdge& edge) {
    if (edge.kind != CallEdge::Kind::direct || !edge.call) return false;
    const Instruction& call = retention.program.instruction(edge.call);
    const FileId file = retention.program.file_of(edge.call);
    return call.op == Op::call && index < call.operand_count &&
           is_kernel_path(retention,
                          retention.program.global(file, retention.facts(file).operand(call, index)),
                          calls_left - 1);
  });
}

/// What the kernel makes up on the fly is no I/O: `/proc/meminfo`, `'/sys/block/' + name`,
/// `join('/proc', id)`. Looked for at the beginning of the path, through variables and a few calls.
bool is_kernel_path(const Retention& retention, GlobalValue path, int calls_left) {
  const FileId file = retention.program.file_of(path);
  const FileFacts& facts = retention.facts(file);
  ValueId at = retention.program.local(path);
  for (int steps = 0; steps < 16; ++steps) {
    if (const auto text = retention.constant_text(retention.program.global(file, at)))
      return (std::string(*text) + '/').starts_with("/proc/") ||
             (std::string(*text) + '/').starts_with("/sys/");
    at = origin_of(facts, retention.uses(file), at);
    const Instruction& row = facts.code[at];
    if (row.op == Op::param)
      return is_given_kernel_path(
          retention, retention.program.function_of(retention.program.global(file, at)), row.a, calls_left);
    if (row.op == Op::load) {
      const ValueId store = retention.uses(file).only_store_of(BindingId(row.a));
      if (!store) return false;
      at = stored_value(facts.code[store]);
    } else if ((row.op == Op::primitive || row.op == Op::call) && row.operand_count > 0) {
      at = facts.operand(row, 0);  // a sum begins with its leftmost part, and so does `join(…)`
    } else {
      return false;
    }
  }
  return false;
}

bool is_of_the_kernel(const Retention& retention, const Effect& call) {
  const Instruction& row = retention.program.instruction(call.at);
  if (row.operand_count == 0) return false;
  const FileId file = retention.program.file_of(call.at);
  constexpr int most_calls = 3;
  return is_kernel_path(retention, retention.program.global(file, retention.facts(file).operand(row, 0)),
                        most_calls);
}

/// Whether a condition that turned out so says that something does not exist: `!existsSync(folder)`,
/// `existsSync(folder) === false`.
bool says_missing(const Retention& retention, FileId file, const Guard& guard) {
  const FileFacts& facts = retention.facts(file);
  ValueId question = guard.condition;
  bool sense = guard.sense;
  const Instruction& row = facts.code[question];
  if (row.op == Op::primitive && row.operand_count == 2 &&
      row.aux == static_cast<uint16_t>(Operator::equal)) {
    const auto answer = constant_outcome(facts, facts.operand(row, 1));
    if (!answer) return false;
    sense = sense == *answer;
    question = facts.operand(row, 0);
  }
  return !sense && facts.code[question].op == Op::call &&
         called_name(retention, retention.program.global(file, question)) == "existsSync";
}

/// `if (!existsSync(folder)) mkdirSync(folder)` makes it once; the question before it is what each run asks.
bool is_made_when_missing(const Retention& retention, const Effect& call) {
  if (!called_name(retention, call.at).starts_with("mkdir")) return false;
  const FileId file = retention.program.file_of(call.at);
  const auto guards = retention.control_flow(file).guards_of(retention.program.local(call.at));
  return std::any_of(guards.begin(), guards.end(),
                     [&](const Guard& guard) { return says_missing(retention, file, guard); });
}

/// Whether an environment variable has to turn it on: `if (process.env.TRACE_FILE)`.
bool is_asked_for(const Retention& retention, const Effect& call) {
  const FileId file = retention.program.file_of(call.at);
  const auto guards = retention.control_flow(file).guards_of(retention.program.local(call.at));
  return std::any_of(guards.begin(), guards.end(), [&](const Guard& guard) {
    return guard.sense &&
           retention.place_text(retention.program.global(file, guard.condition)).starts_with("process.env.");
  });
}

void check_call(ProgramContext& context, const Effect& call) {
  const Retention& retention = context.retention;
  if (is_kept(retention, call) || is_told_at_its_read(retention, call) || is_of_the_kernel(retention, call) ||
      is_made_when_missing(retention, call) || is_asked_for(retention, call))
    return;
  const auto traffic = retention.traffic_of(call.function);
  if (!traffic) return;
  const std::string each = traffic->each;
  const std::string text = retention.call_text(call.at);
  // Many a file that is parsed is small, and a name proves little.
  const bool is_doubtful = call.is_spelled || !call.row->of.empty();
  const Confidence confidence =
      is_doubtful ? std::min(traffic->confidence, Confidence::medium) : traffic->confidence;
  Finding& finding = context.report(
      call.at, '`' + text + "` blocks the event loop " + each + ": it " + call.row->because, confidence);
  std::vector<PathStep> steps = traffic->steps;
  steps.push_back({text, retention.place(call.at)});
  finding.notes.push_back(
      {Note::Label::because,
       traffic->text() + " ▸ " + text + " at " + retention.location(retention.place(call.at)),
       std::move(steps)});
  finding.notes.push_back(ProgramContext::line(Note::Label::fix, instead(retention, call)));
}

void check(ProgramContext& context) {
  for (EffectId id : context.retention.effects.of_kind(EffectRow::Kind::blocking))
    check_call(context, context.retention.effects[id]);
}

}  // namespace

extern const Rule blocking_call_rule;
const Rule blocking_call_rule{
    .description = {.summary =
                        "Synchronous I/O, crypto, compression or parsing of a file, reached from a request",
                    .severity = Severity::warning,
                    .preset = Preset::recommended},
    .check = check};

}  // namespace leaklint
