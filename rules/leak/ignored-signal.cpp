#include "lint/program_context.h"
#include "lint/rule.h"

namespace leaklint {
namespace {

/// The `signal` property of an options object written in the call, or none.
GlobalValue signal_in(const Retention& retention, GlobalValue options) {
  const FileId file = retention.program.file_of(options);
  const FileFacts& facts = retention.facts(file);
  const Instruction& row = retention.program.instruction(options);
  if (row.op != Op::object) return {};
  for (uint32_t at = 0; at < facts.property_count(row); ++at) {
    const Property property = facts.property(row, at);
    if (property.key && facts.names.text(property.key) == "signal")
      return retention.program.global(file, property.value);
  }
  return {};
}

void check(ProgramContext& context) {
  const Retention& retention = context.retention;
  for (EffectId id : retention.effects.of_kind(EffectRow::Kind::add_listener)) {
    const Effect& add = retention.effects[id];
    if (!add.row || add.row->honours_signal || add.row->handler < 0) continue;
    const FileId file = retention.program.file_of(add.at);
    const Instruction& call = retention.program.instruction(add.at);
    const uint32_t after_handler = static_cast<uint32_t>(add.row->handler + 1);
    if (call.operand_count <= after_handler) continue;
    const GlobalValue options =
        retention.program.global(file, retention.facts(file).operand(call, after_handler));
    const GlobalValue signal = signal_in(retention, options);
    if (!signal) continue;
    const std::string emitter = retention.place_text(add.receiver);
    const std::string who = emitter.empty() ? "this emitter" : '`' + emitter + '`';
    Finding& finding =
        context.report(add.at, who + " ignores { signal }, so aborting does not remove the listener",
                       add.is_spelled ? Confidence::medium : Confidence::high);
    std::vector<PathStep> path = {{emitter.empty() ? "emitter" : emitter, retention.place(add.receiver)},
                                  {"listeners", retention.place(add.at)}};
    for (PathStep& step : context.closure_steps(add.handler)) path.push_back(std::move(step));
    finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
    finding.notes.push_back(ProgramContext::line(
        Note::Label::release,
        "none; EventEmitter's methods take no options, only EventTarget's addEventListener does"));
    finding.notes.push_back(ProgramContext::line(
        Note::Label::fix,
        "call off() from the signal's 'abort' event, or use events.on(emitter, name, { signal })"));
  }
}

}  // namespace

extern const Rule ignored_signal_rule;
const Rule ignored_signal_rule{
    .description = {.summary = "A signal is passed to a method that ignores it, so the listener stays",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check};

}  // namespace leaklint
