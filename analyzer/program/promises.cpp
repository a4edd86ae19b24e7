#include "program/promises.h"

#include <algorithm>

#include "program/promise_walk.h"

namespace leaklint {
namespace {

bool is_member_named(const FileFacts& facts, ValueId value, std::string_view name) {
  const Instruction& row = facts.code[value];
  return row.op == Op::member && facts.names.text(NameId(row.b)) == name;
}

bool is_nothing(const FileFacts& facts, ValueId value) {
  const Instruction& row = facts.code[value];
  if (row.op != Op::constant) return false;
  const auto kind = static_cast<Constant>(row.a);
  return kind == Constant::null || kind == Constant::undefined;
}

/// The last name of what is read: `done` of `this.done`.
std::string_view name_of_value(const FileFacts& facts, ValueId value) {
  const Instruction& row = facts.code[value];
  if (row.op == Op::load) return facts.names.text(facts.variables[BindingId(row.a)].name);
  if (row.op == Op::load_global) return facts.names.text(NameId(row.a));
  return row.op == Op::member ? facts.names.text(NameId(row.b)) : std::string_view();
}

/// What callbacks are called by those who were given them.
bool is_callback_name(std::string_view name) {
  constexpr std::string_view names[] = {"callback", "cb",      "done", "next", "fn",    "func",
                                        "handler",  "resolve", "then", "noop", "debug", "log"};
  const bool is_event = name.size() > 2 && name.starts_with("on") && name[2] >= 'A' && name[2] <= 'Z';
  return std::find(std::begin(names), std::end(names), name) != std::end(names) || is_event ||
         name.ends_with("Callback") || name.ends_with("Cb") || name.ends_with("Handler");
}

}  // namespace

bool is_global_promise(const FileFacts& facts, ValueId value) {
  const Instruction& row = facts.code[value];
  if (row.op == Op::load_global) return facts.names.text(NameId(row.a)) == "Promise";
  if (!is_member_named(facts, value, "Promise")) return false;
  const Instruction& object = facts.code[ValueId(row.a)];
  if (object.op != Op::load_global) return false;
  const std::string_view name = facts.names.text(NameId(object.a));
  return name == "window" || name == "globalThis" || name == "global" || name == "self";
}

Promises::Promises(const Program& program, const Models& models, const Flow& flow, const CodeAnswers& answers)
    : program_(program),
      models_(models),
      flow_(flow),
      answers_(answers),
      unread_(program, answers),
      promise_type_(models.type("Promise")),
      results_(program.function_count()) {
  for (uint32_t raw = 0; raw < program.function_count(); ++raw) {
    const Function& function = program.function(GlobalFunction(raw));
    if (function.is_async && !function.is_generator) results_[raw].kind = Promised::promise;
  }
  for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
    const FileId file(raw);
    const FileFacts& facts = program.file(file).facts;
    for (ValueId id : ids(facts.code)) {
      const Op op = facts.code[id].op;
      if (op == Op::call || op == Op::new_ || op == Op::import_call) consider(program.global(file, id));
    }
  }
  while (!pending_.empty()) {
    const uint32_t next = pending_.back();
    pending_.pop_back();
    PromiseWalk(*this, next).run();
  }
  std::sort(fates_.begin(), fates_.end(),
            [](const PromiseFate& a, const PromiseFate& b) { return a.origin < b.origin; });
  for (uint32_t index = 0; index < fates_.size(); ++index) fate_by_origin_[fates_[index].origin] = index;
}

const PromiseFate* Promises::fate_of(GlobalValue origin) const {
  const auto found = fate_by_origin_.find(origin);
  return found == fate_by_origin_.end() ? nullptr : &fates_[found->second];
}

std::vector<GlobalFunction> Promises::callees_of(GlobalValue call) const {
  std::vector<GlobalFunction> callees;
  for (const CallEdge& edge : flow_.callees_of(call))
    if (edge.kind == CallEdge::Kind::direct) callees.push_back(edge.callee);
  return callees;
}

std::vector<GlobalFunction> Promises::functions_of(GlobalValue value) const {
  std::vector<GlobalFunction> functions;
  for (ObjectId id : flow_.objects_of(value))
    if (flow_.object(id).kind == ObjectKind::function)
      functions.push_back(GlobalFunction(flow_.object(id).owner));
  return functions;
}

bool Promises::is_result_mixed(GlobalFunction id) const {
  const Function& function = program_.function(id);
  if (function.is_async) return false;
  const FileFacts& facts = program_.file(program_.file_of(id)).facts;
  uint32_t values = 0;
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw) {
    const Instruction& row = facts.code[ValueId(raw)];
    if (row.op == Op::return_ && row.a != ValueId::none_raw && !is_nothing(facts, ValueId(row.a))) ++values;
  }
  return values > results_[id.raw].promises;
}

void Promises::consider(GlobalValue call) {
  if (fate_by_origin_.contains(call)) return;
  const FileId file = program_.file_of(call);
  const Promised kind = kind_of_call(file, program_.local(call));
  if (kind != Promised::nothing) add(call, kind);
}

Promised Promises::kind_of_call(FileId file, ValueId id) const {
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& row = facts.code[id];
  if (row.op == Op::import_call) return Promised::promise;
  const GlobalValue call = program_.global(file, id);
  if (row.op == Op::new_)
    return is_global_promise(facts, ValueId(row.a)) || says_so(call) ? Promised::promise : Promised::nothing;
  if (const Promised kind = kind_of_static(file, row); kind != Promised::nothing) return kind;
  if (const Promised kind = kind_of_callees(call); kind != Promised::nothing) return kind;
  GlobalValue callback;
  if (is_mapped(file, row, callback)) {
    const auto functions = functions_of(callback);
    const bool all =
        !functions.empty() && std::all_of(functions.begin(), functions.end(), [&](GlobalFunction function) {
          return results_[function.raw].kind == Promised::promise;
        });
    return all ? Promised::list : Promised::nothing;
  }
  return says_so(call) || is_promisified(file, ValueId(row.a)) ? Promised::promise : Promised::nothing;
}

/// `Promise.all(…)` and the others.
Promised Promises::kind_of_static(FileId file, const Instruction& row) const {
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op != Op::member || !is_global_promise(facts, ValueId(callee.a))) return Promised::nothing;
  const std::string_view name = facts.names.text(NameId(callee.b));
  for (std::string_view known : {"all", "allSettled", "any", "race", "resolve", "reject", "try"})
    if (name == known) return Promised::promise;
  return Promised::nothing;
}

/// A call that runs functions of the program is a promise when all of them return one.
Promised Promises::kind_of_callees(GlobalValue call) const {
  Promised kind = Promised::nothing;
  for (const CallEdge& edge : flow_.callees_of(call)) {
    if (edge.kind != CallEdge::Kind::direct) continue;
    const Promised one = results_[edge.callee.raw].kind;
    if (one == Promised::nothing || (kind != Promised::nothing && one != kind)) return Promised::nothing;
    kind = one;
  }
  return kind;
}

/// `list.map(callback)`, `_.map(list, callback)`, `Array.from(list, callback)`.
bool Promises::is_mapped(FileId file, const Instruction& row, GlobalValue& callback) const {
  const FileFacts& facts = program_.file(file).facts;
  const ValueId callee(row.a);
  if (row.operand_count == 0) return false;
  uint32_t position = 0;
  if (is_member_named(facts, callee, "from")) {
    const Instruction& object = facts.code[ValueId(facts.code[callee].a)];
    if (object.op != Op::load_global || facts.names.text(NameId(object.a)) != "Array") return false;
    position = 1;
  } else if (!is_member_named(facts, callee, "map")) {
    return false;
  }
  if (row.operand_count <= position) return false;
  callback = program_.global(file, facts.operand(row, position));
  return true;
}

/// Whether a library's row says that the call returns a promise, and no callback is given in its stead.
bool Promises::says_so(GlobalValue call) const {
  for (const ModelledCall& modelled : flow_.modelled(call)) {
    const bool is_chain = modelled.member && models_.is_a(modelled.member->owner, promise_type_);
    if (modelled.is_spelled || is_chain) continue;
    const GivesPromise gives = modelled.row->promise;
    if (gives == GivesPromise::always) return true;
    if (gives == GivesPromise::without_callback) return !ends_in_callback(call, *modelled.row);
  }
  return false;
}

/// Whether the last argument is a callback that the library calls: a function, or where the row has a place
/// for one something unknown. Rows that only say "the last argument" also speak of calls without a callback,
/// and a name has to tell.
bool Promises::ends_in_callback(GlobalValue call, const CallRow& row) const {
  const FileId file = program_.file_of(call);
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& made = program_.instruction(call);
  if (made.operand_count == 0) return false;
  const ValueId last = facts.operand(made, made.operand_count - 1);
  if (!functions_of(program_.global(file, last)).empty()) return true;
  const Op written = facts.code[last].op;
  if (written == Op::spread || written == Op::rest_param || is_called(file, last)) return true;
  const Op op = facts.code[origin_of(facts, answers_.uses(file), last)].op;
  if (op == Op::constant || op == Op::object || op == Op::array || op == Op::primitive) return false;
  const int index = static_cast<int>(made.operand_count) - 1;
  return std::any_of(row.callbacks.begin(), row.callbacks.end(), [&](const CallbackRow& callback) {
    const ArgumentRange& argument = callback.argument;
    if (!argument.path.empty()) return false;
    if (argument.first < 0) return index > 0 && is_callback_name(name_of_value(facts, last));
    return argument.first <= index && (index <= argument.last || argument.last < 0);
  });
}

/// Whether the program itself calls a variable somewhere: then it holds a function.
bool Promises::is_called(FileId file, ValueId value) const {
  const Instruction& row = program_.file(file).facts.code[value];
  if (row.op != Op::load) return false;
  const auto loads = answers_.uses(file).loads_of(BindingId(row.a));
  return std::any_of(loads.begin(), loads.end(),
                     [&](ValueId load) { return static_cast<bool>(answers_.uses(file).call_of(load)); });
}

/// Whether what is called was made by a call like `promisify(readFile)`.
bool Promises::is_promisified(FileId file, ValueId callee) const {
  const FileFacts& facts = program_.file(file).facts;
  const ValueId made = origin_of(facts, answers_.uses(file), callee);
  if (facts.code[made].op != Op::call) return false;
  const auto rows = flow_.modelled(program_.global(file, made));
  return std::any_of(rows.begin(), rows.end(), [](const ModelledCall& modelled) {
    return modelled.row->promise == GivesPromise::when_called;
  });
}

void Promises::add(GlobalValue origin, Promised kind, GlobalValue parent, bool is_caught) {
  if (!fate_by_origin_.emplace(origin, static_cast<uint32_t>(fates_.size())).second) return;
  PromiseFate fate;
  fate.origin = origin;
  fate.kind = kind;
  fate.parent = parent;
  fate.is_caught = is_caught;
  pending_.push_back(static_cast<uint32_t>(fates_.size()));
  fates_.push_back(std::move(fate));
}

/// A function returns a promise or a list of them: its calls are one, and what maps with it gives a list.
void Promises::returns(GlobalFunction id, GlobalValue at, Promised kind, bool is_choice) {
  const Function& function = program_.function(id);
  if (function.is_generator) return;
  Result& result = results_[id.raw];
  if (!is_choice && returns_.insert(at).second) ++result.promises;
  if (function.is_async) kind = kind == Promised::promise ? Promised::promise : Promised::promise_of_list;
  if (result.kind == kind || (result.kind != Promised::nothing && kind == Promised::promise)) return;
  const bool is_new = result.kind == Promised::nothing;
  result.kind = kind;
  for (const CallEdge& edge : flow_.callers_of(id)) {
    if (!edge.call) continue;  // a library calls it, and does with the promise what it likes
    if (is_new) {
      consider(edge.call);
      continue;
    }
    // The promise of an async function turns out to be one of a list.
    const auto found = fate_by_origin_.find(edge.call);
    if (found == fate_by_origin_.end() || fates_[found->second].kind != Promised::promise) continue;
    fates_[found->second].kind = kind;
    pending_.push_back(found->second);
  }
}

}  // namespace leaklint
