#include "lint/layout.h"
#include "lint/listener_name.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "lint/structure.h"
#include "retention/remover.h"
#include "retention/residence.h"
#include "semantics/value_type.h"

namespace leaklint {
namespace {

/// What the removal needs to know: emitter, event, listener, options and signal, and the method that removes.
/// Without places where it is not known how, or the options say something else as well.
FixPlan removal_plan(const Retention& retention, const Effect& add, GlobalValue options, GlobalValue signal) {
  const std::string remover = remover_of(retention, add);
  const Instruction& object = retention.program.instruction(options);
  // What is heard once may be over before the signal aborts, and would leave the signal a listener too many.
  if (add.once || remover.empty() || !add.receiver || !add.event || !add.handler) return {};
  if (retention.facts(retention.program.file_of(options)).property_count(object) != 1) return {};
  FixPlan plan;
  for (const GlobalValue value : {add.receiver, add.event, add.handler, options, signal})
    plan.places.push_back(retention.program.instruction(value).span);
  plan.words = {remover, std::string(retention.constant_text(add.event).value_or(""))};
  return plan;
}

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
    const Residence residence = residence_of(retention, add.receiver);
    std::vector<PathStep> path = {{residence.text.empty() ? "emitter" : residence.text, residence.place},
                                  {"listeners", retention.place(add.at)}};
    for (PathStep& step : context.closure_steps(add.handler)) path.push_back(std::move(step));
    finding.notes.push_back(ProgramContext::chain(Note::Label::retained, std::move(path)));
    finding.notes.push_back(ProgramContext::line(
        Note::Label::release,
        "none; EventEmitter's methods take no options, only EventTarget's addEventListener does"));
    finding.notes.push_back(ProgramContext::line(
        Note::Label::fix,
        add.once
            ? "use events.once(emitter, name, { signal }), which rejects when the signal aborts"
            : "call off() from the signal's 'abort' event, or use events.on(emitter, name, { signal })"));
    Fix fix{.description = {}, .edits = {}, .plan = removal_plan(retention, add, options, signal)};
    if (!fix.plan.places.empty()) finding.fixes.push_back(std::move(fix));
  }
}

/// Whether the expression is the signal of a controller that is made in a variable, and so is never missing.
bool is_of_a_controller(const FileContext& context, NodeId signal) {
  const Tree& tree = context.tree;
  const NodeId owner = tree.child(signal, Field::object);
  if (!owner || tree.kind(owner) != Kind::identifier || !context.scopes.binding_at(owner)) return false;
  const NodeId made = initializer_of(tree, context.scopes, context.scopes.binding_at(owner));
  return made && tree.kind(made) == Kind::new_expression;
}

/// Takes the options out of the call, and removes the listener when the signal aborts.
std::optional<std::vector<TextEdit>> removal_on_abort(const FileContext& context, const Finding& finding,
                                                      const FixPlan& plan) {
  const Tree& tree = context.tree;
  std::vector<NodeId> nodes;
  for (Span span : plan.places) nodes.push_back(node_at(tree, span));
  const NodeId emitter = nodes[0], event = nodes[1], listener = nodes[2], options = nodes[3];
  const NodeId signal = nodes[4];
  const NodeId statement = statement_around(tree, node_at(tree, finding.place.span));
  const bool is_event_plain = tree.kind(event) == Kind::string || is_plain_place(tree, event);
  const bool is_signal_plain =
      tree.kind(signal) == Kind::shorthand_property_identifier || is_plain_place(tree, signal);
  const Span dropped{tree.span(listener).end, tree.span(options).end};
  if (!statement || !is_plain_place(tree, emitter) || !is_event_plain || !is_signal_plain)
    return std::nullopt;
  if (holds_comment(tree, dropped)) return std::nullopt;
  NamedListener named = name_listener(context, listener, plan.words[1]);
  if (named.name.empty()) return std::nullopt;
  const std::string quote(1, quote_of(tree));
  const std::string abort = quote + "abort" + quote;
  StatementLines lines{std::move(named.statements), {}};
  lines.after.push_back(std::string(tree.text(signal)) + (is_of_a_controller(context, signal) ? "." : "?.") +
                        "addEventListener(" + abort + ", () => " + std::string(tree.text(emitter)) + '.' +
                        plan.words[0] + '(' + std::string(tree.text(event)) + ", " + named.name +
                        "), { once: true });");
  std::vector<TextEdit> edits = surround(context, statement, lines);
  edits.insert(edits.end(), named.edits.begin(), named.edits.end());
  edits.push_back({dropped, ""});
  put_in_order(edits);
  return edits;
}

void complete(FileContext& context, Finding& finding) {
  const FixPlan plan = std::move(finding.fixes.front().plan);
  finding.fixes.clear();
  if (auto edits = removal_on_abort(context, finding, plan))
    finding.fixes.push_back(
        {.description = "Remove the listener with `" + plan.words[0] + "()` when the signal aborts",
         .is_safe = false,
         .edits = std::move(*edits)});
}

}  // namespace

extern const Rule ignored_signal_rule;
const Rule ignored_signal_rule{
    .description = {.summary = "A signal is passed to a method that ignores it, so the listener stays",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check,
    .complete = complete};

}  // namespace leaklint
