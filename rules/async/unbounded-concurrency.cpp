#include <algorithm>

#include "base/is_one_of.h"
#include "lint/limiting_fixes.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "program/given_argument.h"
#include "retention/input_output.h"
#include "retention/list_length.h"

namespace leaklint {
namespace {

/// What is started at once, and for each element of what.
struct Start {
  OutsideCall work;
  ValueId list;         ///< none for a loop without one
  std::string element;  ///< "order", or ""
  ListLength length;
};

std::string element_name(const ListReader& reader, GlobalFunction callback) {
  const Function& function = reader.retention.program.function(callback);
  if (function.parameter_count == 0) return {};
  const FileFacts& facts = reader.retention.facts(reader.retention.program.file_of(callback));
  const NameId name = facts.parameters[function.first_parameter].name;
  return name ? std::string(facts.names.text(name)) : std::string();
}

/// `list.map(callback)`.
std::optional<Start> start_of_map(const ListReader& reader, ValueId call) {
  const Instruction& row = reader.facts.code[call];
  const std::string_view name = reader.member_name(row);
  uint32_t position = 0;
  ValueId list(reader.facts.code[ValueId(row.a)].a);
  if (name == "from") {
    position = 1;
    if (row.operand_count < 2) return std::nullopt;
    list = reader.facts.operand(row, 0);
  } else if (!is_one_of(name, {"map", "flatMap"})) {
    return std::nullopt;
  }
  if (row.operand_count <= position) return std::nullopt;
  const auto functions = reader.retention.functions_of(reader.global(reader.facts.operand(row, position)));
  if (functions.size() != 1) return std::nullopt;
  const auto work = outside_call_in(reader.retention, functions.front());
  if (!work) return std::nullopt;
  return Start{*work, list, element_name(reader, functions.front()), reader.length_of(list)};
}

/// `list.forEach((x) => tasks.push(work(x)))`
std::optional<Start> start_of_element_pushes(const ListReader& reader, ValueId push) {
  const GlobalFunction function = reader.retention.program.function_of(reader.global(push));
  for (const CallEdge& edge : reader.retention.flow.callers_of(function)) {
    if (edge.kind != CallEdge::Kind::callback || !edge.call) continue;
    const ValueId call = reader.retention.program.local(edge.call);
    if (reader.retention.program.file_of(edge.call) != reader.file) continue;
    const Instruction& callee = reader.facts.code[ValueId(reader.facts.code[call].a)];
    if (reader.member_name(reader.facts.code[call]) != "forEach") continue;
    const auto work =
        outside_call_of(reader.retention, reader.global(reader.facts.operand(reader.facts.code[push], 0)));
    if (!work) return std::nullopt;
    const ValueId list(callee.a);
    return Start{*work, list, element_name(reader, function), reader.length_of(list)};
  }
  return std::nullopt;
}

/// `for (let i = 0; i < list.length; i++)`: once for each element of the list whose length it asks for.
std::optional<Start> counted(const ListReader& reader, Start start, ValueId loop, ValueId push) {
  for (ValueId at(loop.raw + 1); at < push; at = ValueId(at.raw + 1)) {
    const Instruction& row = reader.facts.code[at];
    if (row.op != Op::member || reader.facts.names.text(NameId(row.b)) != "length") continue;
    start.list = ValueId(row.a);
    start.length = reader.length_of(start.list);
    return start;
  }
  return std::nullopt;
}

/// `for (const x of list) tasks.push(work(x))`, when the tasks are awaited behind the loop.
std::optional<Start> start_of_pushes(const ListReader& reader, ValueId load, ValueId all) {
  const BindingId variable(reader.facts.code[load].a);
  const ValueId store = reader.uses.only_store_of(variable);
  if (!store || reader.facts.code[stored_value(reader.facts.code[store])].op != Op::array)
    return std::nullopt;
  const ValueId outer = reader.control.loop_around(all);
  for (ValueId tasks : reader.uses.loads_of(variable)) {
    for (const ValueUse& use : reader.uses.uses_of(tasks)) {
      const Instruction& member = reader.facts.code[use.user];
      if (use.role != UseRole::receiver || reader.facts.names.text(NameId(member.b)) != "push") continue;
      const ValueId push = reader.uses.call_of(use.user);
      if (!push || reader.facts.code[push].operand_count == 0) continue;
      if (auto start = start_of_element_pushes(reader, push)) return start;
      const ValueId loop = reader.control.loop_around(push);
      if (!loop || loop == outer) continue;
      const ValueId pushed = reader.facts.operand(reader.facts.code[push], 0);
      if (reader.facts.code[pushed].op != Op::call) continue;
      const auto work = outside_call_of(reader.retention, reader.global(pushed));
      if (!work) continue;
      Start start{*work, {}, {}, ListLength::unknown};
      const auto kind = static_cast<LoopKind>(reader.facts.code[loop].aux);
      if (kind == LoopKind::for_) return counted(reader, std::move(start), loop, push);
      for (ValueId at(loop.raw + 1); at < push; at = ValueId(at.raw + 1)) {
        const Instruction& row = reader.facts.code[at];
        if ((row.op != Op::element && row.op != Op::key) || row.block != loop) continue;
        start.list = ValueId(row.a);
        start.length = reader.length_of(start.list);
        if (row.op == Op::key) start.length = of_keys(start.length);
        for (const ValueUse& element : reader.uses.uses_of(at))
          if (element.role == UseRole::stored && reader.facts.code[element.user].op == Op::store)
            start.element = std::string(reader.facts.names.text(
                reader.facts.variables[BindingId(reader.facts.code[element.user].a)].name));
        break;
      }
      return start;
    }
  }
  return std::nullopt;
}

/// Whether the list of promises is also awaited in a loop, or as it grows: its owner counts.
bool is_counted(const ListReader& reader, ValueId load, ValueId all) {
  const BindingId variable(reader.facts.code[load].a);
  for (ValueId other : reader.uses.loads_of(variable))
    for (const ValueUse& use : reader.uses.uses_of(other)) {
      const Instruction& user = reader.facts.code[use.user ? use.user : other];
      const bool is_awaited = use.role == UseRole::argument && use.user != all && user.op == Op::call;
      const bool is_measured = use.role == UseRole::object && user.op == Op::member &&
                               reader.facts.names.text(NameId(user.b)) == "length";
      if ((is_awaited || is_measured) && reader.control.loop_around(other)) return true;
    }
  return false;
}

std::optional<Start> start_of(const ListReader& reader, ValueId list, ValueId all) {
  const Instruction& row = reader.facts.code[list];
  if (row.op == Op::load) {
    if (is_counted(reader, list, all)) return std::nullopt;
    if (auto start = start_of_pushes(reader, list, all)) return start;
    const ValueId store = reader.uses.only_store_of(BindingId(row.a));
    if (!store) return std::nullopt;
    list = stored_value(reader.facts.code[store]);
  }
  return reader.facts.code[list].op == Op::call ? start_of_map(reader, list) : std::nullopt;
}

/// A name far away proves little, and so does one next to a list of which only callers know how long it is.
Confidence confidence_of(const Retention& retention, GlobalFunction function, const Start& start,
                         std::string_view list) {
  if (start.work.is_light || retention.lives.of(function).multiplicity == Multiplicity::once)
    return Confidence::low;
  ListLength length = start.length;
  if (names_a_definition(start.element) || names_a_definition(list.substr(list.rfind('.') + 1)))
    length = ListLength::unknown;
  if (length == ListLength::given && retention.traffic_of(function)) length = ListLength::data;
  if (length < ListLength::given) return Confidence::low;
  if (!start.work.is_spelled) return length == ListLength::data ? Confidence::high : Confidence::medium;
  const bool is_sure = length == ListLength::data || !start.work.is_vague;
  return is_sure && start.work.depth <= 1 ? Confidence::medium : Confidence::low;
}

void report(ProgramContext& context, const ListReader& reader, ValueId all, const Start& start) {
  const Retention& retention = context.retention;
  const GlobalFunction function = context.program.function_of(reader.global(all));
  std::string list = start.list ? retention.place_text(reader.global(start.list)) : std::string();
  if (list.starts_with("arguments["))
    list.erase(0, list.find('.') == std::string::npos ? 0 : list.find('.') + 1);
  const std::string each = start.element.empty()
                               ? (list.empty() ? std::string("turn") : "element of `" + list + '`')
                               : '`' + start.element + '`';
  const Confidence confidence = confidence_of(retention, function, start, list);
  Finding& finding = context.report(
      reader.global(all),
      "One " + start.work.what + " per " + each + " is started at once, and nothing limits how many",
      confidence);
  finding.notes.push_back(ProgramContext::line(
      Note::Label::because, retention.call_text(start.work.call) + " at " +
                                retention.location(retention.place(start.work.call)) +
                                (list.empty() ? "" : ", for each element of `" + list + '`')));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "let some run at a time, as with p-limit, or loop with `for … of` and `await`"));
  finding.fixes.push_back({.description = {}, .is_safe = false, .edits = {}});
}

void check_file(ProgramContext& context, FileId file) {
  const ListReader reader(context.retention, file);
  for (ValueId id : ids(reader.facts.code)) {
    const Instruction& row = reader.facts.code[id];
    if (row.op != Op::call || row.operand_count == 0) continue;
    const Instruction& callee = reader.facts.code[ValueId(row.a)];
    if (callee.op != Op::member || !is_global_promise(reader.facts, ValueId(callee.a)) ||
        !is_one_of(reader.member_name(row), {"all", "allSettled", "any", "race"}))
      continue;
    const auto start = start_of(reader, reader.facts.operand(row, 0), id);
    if (start && start->length != ListLength::fixed) report(context, reader, id, *start);
  }
}

void complete(FileContext& context, Finding& finding) {
  finding.fixes = limiting_fixes(context, finding.place.span);
}

/// A library that starts a function for every element: `pMap(list, work)` without a limit.
void check_start(ProgramContext& context, const ModelledCall& call, const EffectRow& effect) {
  const ListReader reader(context.retention, context.program.file_of(call.call));
  const ValueId at = context.program.local(call.call);
  const auto operand = [&](int position) {
    const Instruction& row = reader.facts.code[at];
    const bool is_there = position >= 0 && static_cast<uint32_t>(position) < row.operand_count;
    return is_there ? reader.facts.operand(row, static_cast<uint32_t>(position)) : ValueId();
  };
  const ValueId list = operand(effect.value), handler = operand(effect.handler);
  if (!list || !handler) return;
  for (const ArgumentRange& range : effect.unless_given)
    if (is_given(context.program, call.call, range)) return;
  const auto functions = context.retention.functions_of(reader.global(handler));
  if (functions.size() != 1) return;
  const auto work = outside_call_in(context.retention, functions.front());
  const ListLength length = reader.length_of(list);
  if (work && length != ListLength::fixed)
    report(context, reader, at, {*work, list, element_name(reader, functions.front()), length});
}

void check(ProgramContext& context) {
  for (uint32_t raw = 0; raw < context.program.file_count(); ++raw) check_file(context, FileId(raw));
  for (const ModelledCall& call : context.retention.flow.modelled_calls())
    for (const EffectRow& effect : call.row->effects)
      if (effect.kind == EffectRow::Kind::start_all && !call.is_spelled) check_start(context, call, effect);
}

}  // namespace

extern const Rule unbounded_concurrency_rule;
const Rule unbounded_concurrency_rule{
    .description = {.summary = "Work on every element of a list of any length is started at once",
                    .severity = Severity::warning,
                    .preset = Preset::strict},
    .check = check,
    .complete = complete};

}  // namespace leaklint
