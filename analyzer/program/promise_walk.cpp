#include "program/promise_walk.h"

#include <algorithm>

#include "base/is_one_of.h"

namespace leaklint {
namespace {

bool is_handler_name(std::string_view name) {
  return is_one_of(name, {"then", "catch", "finally"});
}

}  // namespace

PromiseWalk::PromiseWalk(Promises& promises, uint32_t fate)
    : promises_(promises),
      fate_(fate),
      file_(promises.program_.file_of(promises.fates_[fate].origin)),
      facts_(promises.program_.file(file_).facts),
      uses_(promises.answers_.uses(file_)),
      origin_(promises.program_.local(promises.fates_[fate].origin)) {}

void PromiseWalk::run() {
  PromiseFate& mine = fate();
  mine.handled_at.clear();
  mine.read_at.clear();
  mine.left_at.clear();
  carry(origin_, mine.kind);
  for (size_t at = 0; at < carriers_.size(); ++at) follow(carriers_[at]);
  std::sort(fate().handled_at.begin(), fate().handled_at.end());
}

void PromiseWalk::carry(ValueId value, Promised kind, bool is_choice) {
  for (const Carrier& carrier : carriers_)
    if (carrier.value == value) return;
  constexpr size_t most = 256;  // a variable that is read more often is taken to be handled
  if (carriers_.size() < most)
    carriers_.push_back({value, kind, is_choice});
  else
    handle(value);
}

void PromiseWalk::handle(ValueId at) {
  fate().handled_at.push_back(global(at));
}

/// It is put where nothing finds it again.
void PromiseWalk::leave(ValueId at) {
  fate().unread_at = global(at);
}

/// A test or a print of the promise as it is made is a mistake; one of a variable may ask whether it is set.
void PromiseWalk::read(Carrier carrier, ValueId at) {
  if (carrier.value == origin_) fate().read_at.push_back(global(at));
}

void PromiseWalk::follow(Carrier carrier) {
  const auto uses = uses_.uses_of(carrier.value);
  if (uses.empty()) fate().left_at.push_back(global(carrier.value));
  for (const ValueUse& use : uses) follow_use(carrier, use);
}

void PromiseWalk::follow_use(Carrier carrier, const ValueUse& use) {
  if (!use.user) return handle(carrier.value);  // exported
  const Instruction& user = facts_.code[use.user];
  switch (use.role) {
    case UseRole::stored:
      return follow_store(carrier, use);
    case UseRole::chosen:
      return carry(use.user, carrier.kind, true);
    case UseRole::receiver:
      return follow_member_call(carrier, use.user);
    case UseRole::object:
      return follow_read(carrier, use.user);
    case UseRole::argument:
      return follow_argument(carrier, use);
    case UseRole::taken_from:
      return follow_elements(carrier, use.user);
    case UseRole::returned:
      return follow_return(carrier, use.user);
    case UseRole::awaited:
      if (carrier.kind == Promised::promise_of_list)
        promises_.add(global(use.user), Promised::list, fate().origin);
      if (carrier.kind != Promised::list) handle(use.user);
      return;
    case UseRole::element:
      if (carrier.kind != Promised::promise) return handle(use.user);
      return carry(use.user, Promised::list);
    case UseRole::property:
      return enter_object(use.user, facts_.property(user, use.index).key, use.user);
    case UseRole::stored_in:
      if (user.op == Op::store_index) return enter_list(ValueId(user.a), use.user);
      return enter_object(ValueId(user.a), NameId(user.b), use.user);
    case UseRole::operand:
      if (user.aux == static_cast<uint16_t>(Operator::void_)) return handle(use.user);
      return read(carrier, use.user);
    case UseRole::condition:
    case UseRole::tested:
      return read(carrier, use.user);
    case UseRole::key:
    case UseRole::target:
      return;
    default:
      return handle(use.user);
  }
}

/// A variable that only this file can see.
BindingId PromiseWalk::local_variable(ValueId load) const {
  const Instruction& row = facts_.code[load];
  if (row.op != Op::load) return {};
  const BindingId variable(row.a);
  return promises_.unread_.is_private(file_, variable) && uses_.only_store_of(variable) ? variable
                                                                                        : BindingId();
}

void PromiseWalk::follow_store(Carrier carrier, const ValueUse& use) {
  const Instruction& store = facts_.code[use.user];
  if (store.op != Op::store) return handle(use.user);
  const BindingId binding(store.a);
  const Variable& variable = facts_.variables[binding];
  const bool is_own = variable.function == facts_.function_of(use.user);
  const bool is_global = is_own && facts_.module_kind == ModuleKind::script &&
                         facts_.functions[variable.function].kind == FunctionKind::module;
  // An outer variable, or one that is written again: somebody else may wait for what it holds.
  const bool is_declared = store.flags & Instruction::initializer;
  const bool is_outer =
      !is_own || (!is_declared && facts_.functions[variable.function].kind == FunctionKind::module);
  if (!is_own && promises_.unread_.is_unread(file_, binding)) return leave(use.user);
  if (variable.is_exported || is_global || is_outer) return handle(use.user);
  if (carrier.value == origin_) fate().variable = promises_.program_.global(file_, binding);
  for (ValueId load : uses_.loads_of(binding)) carry(load, carrier.kind, carrier.is_choice);
}

void PromiseWalk::follow_member_call(Carrier carrier, ValueId member) {
  const ValueId call = uses_.call_of(member);
  if (!call || facts_.code[member].op != Op::member) return handle(member);
  const std::string_view name = name_of(member);
  if (carrier.kind == Promised::list) return follow_list_call(call, name);
  if (is_handler_name(name)) return follow_chain(call, name);
  // `got(url).json()`: a library's promise may have methods of its own, that of an async function has none.
  for (GlobalFunction callee : promises_.callees_of(fate().origin))
    if (promises_.program_.function(callee).is_async) return read(carrier, call);
  handle(call);
}

/// `promise.then(…)`: what rejects is from now on the promise that this makes.
void PromiseWalk::follow_chain(ValueId call, std::string_view name) {
  const Instruction& row = facts_.code[call];
  const bool has_handler = is_callable(row, name == "catch" ? 0 : 1) && name != "finally";
  const bool is_caught = has_handler || (name == "finally" && fate().is_caught);
  handle(call);
  const GlobalValue origin = fate().origin;
  promises_.add(global(call), Promised::promise, origin, is_caught);
}

bool PromiseWalk::is_callable(const Instruction& call, uint32_t index) const {
  for (uint32_t at = 0; at <= index && at < call.operand_count; ++at)
    if (facts_.code[facts_.operand(call, at)].op == Op::spread) return true;
  if (index >= call.operand_count) return false;
  const Op op = facts_.code[facts_.operand(call, index)].op;
  return op != Op::constant && op != Op::primitive && op != Op::object && op != Op::array;
}

void PromiseWalk::follow_list_call(ValueId call, std::string_view name) {
  if (is_one_of(name, {"push", "unshift", "includes", "indexOf"})) return;
  if (is_one_of(name, {"slice", "concat", "reverse"})) return carry(call, Promised::list);
  if (is_one_of(name, {"pop", "shift", "at"})) return carry(call, Promised::promise);
  handle(call);
}

void PromiseWalk::follow_argument(Carrier carrier, const ValueUse& use) {
  const Instruction& call = facts_.code[use.user];
  const ValueId callee(call.a);
  if (facts_.code[callee].op != Op::member) return handle(use.user);
  const ValueId object(facts_.code[callee].a);
  const Instruction& receiver = facts_.code[object];
  if (receiver.op == Op::load_global && facts_.names.text(NameId(receiver.a)) == "console")
    return read({origin_, carrier.kind}, use.user);
  const bool is_put = is_one_of(name_of(callee), {"set", "add"}) && use.index + 1u == call.operand_count;
  if (is_put && promises_.unread_.is_unread_collection(file_, object)) return leave(use.user);
  const bool is_pushed = is_one_of(name_of(callee), {"push", "unshift"});
  if (is_pushed && carrier.kind == Promised::promise) return enter_list(object, use.user);
  handle(use.user);
}

/// A promise becomes an element of a list. A list of this function alone is followed; any other may be
/// awaited by whoever has it.
void PromiseWalk::enter_list(ValueId target, ValueId at) {
  const BindingId variable = local_variable(target);
  const ValueId store = variable ? uses_.only_store_of(variable) : ValueId();
  if (!store || facts_.code[stored_value(facts_.code[store])].op != Op::array) return handle(at);
  for (ValueId load : uses_.loads_of(variable))
    if (load != target) carry(load, Promised::list);
  if (uses_.loads_of(variable).size() == 1) leave(at);
}

/// A promise becomes a property. Of an object literal that is only ever read by property, the reads are
/// followed.
void PromiseWalk::enter_object(ValueId target, NameId name, ValueId at) {
  if (facts_.code[at].op == Op::store_member && promises_.unread_.is_unread_property(file_, at))
    return leave(at);
  ValueId object = target;
  BindingId variable;
  if (facts_.code[target].op == Op::object) {
    const auto uses = uses_.uses_of(target);
    const bool is_kept = uses.size() == 1 && uses.front().role == UseRole::stored &&
                         facts_.code[uses.front().user].op == Op::store;
    if (is_kept) variable = BindingId(facts_.code[uses.front().user].a);
    if (variable && !(promises_.unread_.is_private(file_, variable) && uses_.only_store_of(variable)))
      variable = {};
  } else {
    variable = local_variable(target);
    const ValueId store = variable ? uses_.only_store_of(variable) : ValueId();
    object = store ? stored_value(facts_.code[store]) : ValueId();
    if (object && facts_.code[object].op != Op::object) variable = {};
  }
  if (!variable || !name) return handle(at);
  std::vector<ValueId> reads;
  for (ValueId load : uses_.loads_of(variable)) {
    for (const ValueUse& use : uses_.uses_of(load)) {
      if (use.role == UseRole::target) continue;
      const bool is_read = use.role == UseRole::object || use.role == UseRole::receiver;
      if (!is_read || facts_.code[use.user].op != Op::member) return handle(at);
      if (NameId(facts_.code[use.user].b) == name)
        reads.push_back(use.user);
      else if (use.role == UseRole::receiver)
        return handle(at);
    }
  }
  for (ValueId value : reads) carry(value, Promised::promise);
}

/// A property or an element is read.
void PromiseWalk::follow_read(Carrier carrier, ValueId read_at) {
  if (facts_.code[read_at].op == Op::index) {
    if (carrier.kind == Promised::list) return carry(read_at, Promised::promise);
    return read(carrier, read_at);
  }
  const std::string_view name = name_of(read_at);
  if (carrier.kind == Promised::list) {
    if (name != "length") handle(read_at);
    return;
  }
  if (is_handler_name(name)) return handle(read_at);
  read(carrier, read_at);
}

void PromiseWalk::follow_elements(Carrier carrier, ValueId element) {
  const Instruction& row = facts_.code[element];
  const bool is_loop = row.block && facts_.code[row.block].op == Op::loop_begin;
  if (is_loop && facts_.code[row.block].aux == static_cast<uint16_t>(LoopKind::for_await))
    return handle(element);
  if (carrier.kind != Promised::list) return read(carrier, element);
  if (row.op == Op::element) return carry(element, Promised::promise);
  if (row.op == Op::rest) return carry(element, Promised::list);
}

void PromiseWalk::follow_return(Carrier carrier, ValueId at) {
  handle(at);
  const GlobalFunction function = promises_.program_.function_of(global(at));
  // What a closure returns of a promise around it is somebody else's too.
  if (facts_.function_of(at) != facts_.function_of(origin_)) return;
  promises_.returns(function, global(at), carrier.kind, carrier.is_choice);
}

}  // namespace leaklint
