#include <algorithm>

#include "base/is_one_of.h"
#include "lint/limiting_fixes.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "program/given_argument.h"
#include "retention/input_output.h"

namespace leaklint {
namespace {

/// Who decides how long a list is, from what proves least.
enum class Length : uint8_t {
  fixed,    ///< the program's text, or a cut of constant size
  unknown,  ///< a field or variable, which configuration or code may fill
  given,    ///< a caller
  data,     ///< what was read or came in
};

/// The keys of one object: the fields of a structure as often as entries of data.
Length of_keys(Length length) {
  return length > Length::unknown ? static_cast<Length>(static_cast<uint8_t>(length) - 1) : length;
}

/// Words for what a program or its configuration defines, however much traffic it has.
bool names_a_definition(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c | 0x20; });
  for (std::string_view word :
       {"field",    "column", "constraint", "foreignkey", "index",      "schema",  "table",    "migration",
        "enum",     "plugin", "extension",  "hook",       "middleware", "handler", "listener", "adapter",
        "provider", "locale", "language",   "permission", "setting",    "option",  "config",   "include",
        "module",   "shard",  "replica",    "addon",      "service",    "script",  "function", "filter"})
    if (small.find(word) != std::string::npos) return true;
  return false;
}

/// One file of the program.
struct Reader {
  Reader(const Retention& retention_, FileId file_)
      : retention(retention_),
        file(file_),
        facts(retention_.facts(file_)),
        uses(retention_.uses(file_)),
        control(retention_.control_flow(file_)) {}

  const Retention& retention;
  const FileId file;
  const FileFacts& facts;
  const ValueUses& uses;
  const ControlFlow& control;

  GlobalValue global(ValueId id) const { return retention.program.global(file, id); }
  std::string_view member_name(const Instruction& call) const {
    const Instruction& callee = facts.code[ValueId(call.a)];
    return callee.op == Op::member ? facts.names.text(NameId(callee.b)) : std::string_view();
  }
  bool is_pushed_to(BindingId variable) const;
  bool has_literal_default(const Instruction& choice) const;
  Length length_of_pushed(BindingId variable) const;
  std::string_view last_name(ValueId value) const;
  bool is_of_object(ValueId call) const;
  bool asks_for_a_piece(ValueId call) const;
  std::optional<ValueId> list_behind_call(ValueId call, Length& length) const;
  Length length_of(ValueId list) const;
  Length length_behind(ValueId list, bool& is_keys) const;
};

/// Whether elements are added to a local list.
bool Reader::is_pushed_to(BindingId variable) const {
  for (ValueId load : uses.loads_of(variable))
    for (const ValueUse& use : uses.uses_of(load))
      if (use.role == UseRole::receiver && is_one_of(facts.names.text(NameId(facts.code[use.user].b)),
                                                     {"push", "unshift", "splice", "concat"}))
        return true;
  return false;
}

/// Whether one of the values to choose from is a list that is written out.
bool Reader::has_literal_default(const Instruction& choice) const {
  for (uint32_t at = 0; at < choice.operand_count; ++at) {
    const Instruction& origin = facts.code[origin_of(facts, uses, facts.operand(choice, at))];
    if (origin.op == Op::array && origin.operand_count > 0) return true;
  }
  return false;
}

/// How long a local list gets that loops add to: as what they run over, unless that is all the program's
/// text.
Length Reader::length_of_pushed(BindingId variable) const {
  for (ValueId load : uses.loads_of(variable))
    for (const ValueUse& use : uses.uses_of(load)) {
      const ValueId call = use.role == UseRole::receiver ? uses.call_of(use.user) : ValueId();
      const ValueId loop = call ? control.loop_around(call) : ValueId();
      if (!loop) continue;
      for (ValueId at(loop.raw + 1); at < call; at = ValueId(at.raw + 1)) {
        const Instruction& row = facts.code[at];
        if (row.block != loop || (row.op != Op::element && row.op != Op::key)) continue;
        if (names_a_definition(last_name(ValueId(row.a)))) return Length::unknown;
      }
    }
  return Length::given;
}

std::string_view Reader::last_name(ValueId value) const {
  const Instruction& row = facts.code[value];
  if (row.op == Op::member) return facts.names.text(NameId(row.b));
  return row.op == Op::load ? facts.names.text(facts.variables[BindingId(row.a)].name) : std::string_view();
}

/// Words of code that cuts a list into pieces of a certain size.
bool names_a_piece(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c | 0x20; });
  for (std::string_view word : {"chunk", "batch", "slice", "page", "window", "partition"})
    if (small.find(word) != std::string::npos) return true;
  return false;
}

/// `Object.keys(x)` and its like.
bool Reader::is_of_object(ValueId call) const {
  const Instruction& row = facts.code[call];
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op != Op::member || !is_one_of(member_name(row), {"keys", "values", "entries"})) return false;
  const Instruction& object = facts.code[ValueId(callee.a)];
  return object.op == Op::load_global && facts.names.text(NameId(object.a)) == "Object";
}

/// Whether a query asks for some of what there is only: `list({ limit: 10 })`, `find(…).limit(10).toArray()`.
bool Reader::asks_for_a_piece(ValueId call) const {
  for (int steps = 0; steps < 8 && facts.code[call].op == Op::call; ++steps) {
    const Instruction& row = facts.code[call];
    if (is_one_of(member_name(row), {"limit", "take", "top", "paginate"})) return true;
    for (uint32_t at = 0; at < row.operand_count; ++at) {
      const Instruction& options = facts.code[facts.operand(row, at)];
      if (options.op != Op::object) continue;
      for (uint32_t index = 0; index < facts.property_count(options); ++index) {
        const NameId key = facts.property(options, index).key;
        if (key && is_one_of(facts.names.text(key),
                             {"limit", "take", "pageSize", "perPage", "per_page", "maxResults", "first"}))
          return true;
      }
    }
    const Instruction& callee = facts.code[ValueId(row.a)];
    if (callee.op != Op::member) return false;
    call = ValueId(callee.a);
  }
  return false;
}

/// The list that a call's result is as long as; none when `length` says it all.
std::optional<ValueId> Reader::list_behind_call(ValueId call, Length& length) const {
  const Instruction& row = facts.code[call];
  const ValueId callee(row.a);
  const std::string_view name = member_name(row);
  const auto given = [&]() -> std::optional<ValueId> {
    if (row.operand_count == 0) return std::nullopt;
    return facts.operand(row, 0);
  };
  length = Length::unknown;
  if (is_one_of(name, {"filter", "map", "flat", "flatMap", "sort", "reverse", "concat", "toSorted", "values",
                       "entries", "keys"}) &&
      facts.code[ValueId(facts.code[callee].a)].op != Op::load_global)
    return ValueId(facts.code[callee].a);
  if (is_one_of(name, {"slice", "splice", "fill", "cpus", "split", "match"}) || names_a_piece(name)) {
    length = Length::fixed;
    return std::nullopt;
  }
  if (is_one_of(name, {"from", "keys", "values", "entries", "uniq", "compact", "all", "allSettled"}))
    return given();
  return std::nullopt;
}

Length Reader::length_of(ValueId list) const {
  bool is_keys = false;
  const Length length = length_behind(list, is_keys);
  return is_keys ? of_keys(length) : length;
}

Length Reader::length_behind(ValueId list, bool& is_keys) const {
  for (int steps = 0; steps < 24; ++steps) {
    const Instruction& row = facts.code[list];
    switch (row.op) {
      case Op::array: {
        ValueId spread;
        for (uint32_t at = 0; at < row.operand_count; ++at)
          if (facts.operand(row, at) && facts.code[facts.operand(row, at)].op == Op::spread)
            spread = facts.operand(row, at);
        if (!spread) return Length::fixed;
        list = ValueId(facts.code[spread].a);
        break;
      }
      case Op::object:  // `Array.from({ length: count })`
        for (uint32_t at = 0; at < facts.property_count(row); ++at)
          if (const auto [key, count] = facts.property(row, at); key && facts.names.text(key) == "length")
            return facts.code[count].op == Op::param || facts.code[count].op == Op::load ? length_of(count)
                                                                                         : Length::fixed;
        return Length::fixed;
      case Op::constant:
      case Op::new_:  // `new Array(5)`, `new Set(list)`
        if (row.op == Op::new_ && row.operand_count > 0 &&
            facts.code[facts.operand(row, 0)].op != Op::constant) {
          list = facts.operand(row, 0);
          break;
        }
        return Length::fixed;
      case Op::load: {
        const BindingId variable(row.a);
        if (names_a_piece(facts.names.text(facts.variables[variable].name))) return Length::fixed;
        const ValueId store = uses.only_store_of(variable);
        if (!store) return Length::unknown;
        const ValueId made = stored_value(facts.code[store]);
        if (facts.code[made].op == Op::array && is_pushed_to(variable)) return length_of_pushed(variable);
        list = made;
        break;
      }
      case Op::choose:
        // `files = ['.env', '.env.local']`: a short list, if nobody says otherwise.
        if (row.operand_count == 0 || has_literal_default(row)) return Length::unknown;
        list = facts.operand(row, 0);
        break;
      case Op::param:
        return Length::given;
      case Op::rest_param:  // as long as callers write
        return Length::unknown;
      case Op::await_: {
        const ValueId awaited(row.a);
        if (!awaited || facts.code[awaited].op != Op::call) return Length::data;
        if (asks_for_a_piece(awaited)) return Length::unknown;
        Length length = Length::data;
        const auto behind = list_behind_call(awaited, length);
        if (!behind) return length == Length::fixed ? length : Length::data;
        list = *behind;
        break;
      }
      case Op::call: {
        Length length = Length::unknown;
        is_keys = is_keys || is_of_object(list);
        const auto behind = list_behind_call(list, length);
        if (!behind) return length;
        list = *behind;
        break;
      }
      case Op::element: {
        // An element of a list of lists: a piece, when the code cut it.
        const Instruction& from = facts.code[ValueId(row.a)];
        if (from.op == Op::call) {
          const Instruction& callee = facts.code[ValueId(from.a)];
          const std::string_view name = callee.op == Op::load
                                            ? facts.names.text(facts.variables[BindingId(callee.a)].name)
                                            : member_name(from);
          if (names_a_piece(name)) return Length::fixed;
        }
        list = ValueId(row.a);
        break;
      }
      case Op::member: {
        if (names_a_piece(facts.names.text(NameId(row.b)))) return Length::fixed;
        const Op object = facts.code[ValueId(row.a)].op;
        if (object == Op::this_) return Length::unknown;
        list = ValueId(row.a);
        break;
      }
      default:
        return Length::unknown;
    }
  }
  return Length::unknown;
}

/// What is started at once, and for each element of what.
struct Start {
  OutsideCall work;
  ValueId list;         ///< none for a loop without one
  std::string element;  ///< "order", or ""
  Length length;
};

std::string element_name(const Reader& reader, GlobalFunction callback) {
  const Function& function = reader.retention.program.function(callback);
  if (function.parameter_count == 0) return {};
  const FileFacts& facts = reader.retention.facts(reader.retention.program.file_of(callback));
  const NameId name = facts.parameters[function.first_parameter].name;
  return name ? std::string(facts.names.text(name)) : std::string();
}

/// `list.map(callback)`.
std::optional<Start> start_of_map(const Reader& reader, ValueId call) {
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
std::optional<Start> start_of_element_pushes(const Reader& reader, ValueId push) {
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
std::optional<Start> counted(const Reader& reader, Start start, ValueId loop, ValueId push) {
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
std::optional<Start> start_of_pushes(const Reader& reader, ValueId load, ValueId all) {
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
      Start start{*work, {}, {}, Length::unknown};
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
bool is_counted(const Reader& reader, ValueId load, ValueId all) {
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

std::optional<Start> start_of(const Reader& reader, ValueId list, ValueId all) {
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
  Length length = start.length;
  if (names_a_definition(start.element) || names_a_definition(list.substr(list.rfind('.') + 1)))
    length = Length::unknown;
  if (length == Length::given && retention.traffic_of(function)) length = Length::data;
  if (length < Length::given) return Confidence::low;
  if (!start.work.is_spelled) return length == Length::data ? Confidence::high : Confidence::medium;
  const bool is_sure = length == Length::data || !start.work.is_vague;
  return is_sure && start.work.depth <= 1 ? Confidence::medium : Confidence::low;
}

void report(ProgramContext& context, const Reader& reader, ValueId all, const Start& start) {
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
  const Reader reader(context.retention, file);
  for (ValueId id : ids(reader.facts.code)) {
    const Instruction& row = reader.facts.code[id];
    if (row.op != Op::call || row.operand_count == 0) continue;
    const Instruction& callee = reader.facts.code[ValueId(row.a)];
    if (callee.op != Op::member || !is_global_promise(reader.facts, ValueId(callee.a)) ||
        !is_one_of(reader.member_name(row), {"all", "allSettled", "any", "race"}))
      continue;
    const auto start = start_of(reader, reader.facts.operand(row, 0), id);
    if (start && start->length != Length::fixed) report(context, reader, id, *start);
  }
}

void complete(FileContext& context, Finding& finding) {
  finding.fixes = limiting_fixes(context, finding.place.span);
}

/// A library that starts a function for every element: `pMap(list, work)` without a limit.
void check_start(ProgramContext& context, const ModelledCall& call, const EffectRow& effect) {
  const Reader reader(context.retention, context.program.file_of(call.call));
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
  const Length length = reader.length_of(list);
  if (work && length != Length::fixed)
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
