#include "retention/collections.h"

#include <algorithm>

#include "base/identifier_words.h"
#include "retention/release_ways.h"
#include "semantics/state_test.h"

namespace leaklint {
namespace {

bool undoes_installation(std::string_view name) {
  const auto words = words_of(name);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "uninstall" || word == "unpatch" || word == "teardown" || word == "shutdown" ||
           word == "unload" || word == "restore";
  });
}

}  // namespace

bool Collections::is_collection(const Effect& add) const {
  if (add.row) return !add.is_spelled;
  const auto objects = retention_.flow.objects_of(add.receiver);
  return !objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
    return retention_.flow.object(id).kind == ObjectKind::literal;
  });
}

bool Collections::is_from_loop(FileId file, ValueId key) const {
  const FileFacts& facts = retention_.facts(file);
  const Instruction& row = facts.code[key];
  if (row.op == Op::key || row.op == Op::element) return true;
  if (row.op != Op::load) return false;
  for (ValueId store : retention_.uses(file).stores_of(BindingId(row.a))) {
    const Instruction& instruction = facts.code[store];
    const Op made = facts.code[ValueId(instruction.b)].op;
    if (made == Op::key) return true;
    // `i++` of a local counter walks an index; a counter that outlives the call makes a new key each time.
    const Variable& variable = facts.variables[BindingId(row.a)];
    if ((instruction.flags & Instruction::compound) && variable.function == facts.function_of(key))
      return true;
  }
  return false;
}

bool Collections::has_bounded_key(const Effect& add) const {
  if (!add.key) return false;
  const FileId file = retention_.program.file_of(add.key);
  // A name or symbol that the module or another one declares is one key.
  if (const auto path = retention_.place_of(add.key);
      path && path->root() == PlacePath::Root::variable && !path->has_computed_key()) {
    const Variable& variable = retention_.facts(file).variables[path->variable()];
    const bool is_declared = variable.kind == BindingKind::import || variable.kind == BindingKind::const_ ||
                             variable.kind == BindingKind::class_ || variable.kind == BindingKind::function ||
                             (variable.kind == BindingKind::var && !variable.is_reassigned);
    if (is_declared && variable.function.raw == 0) return true;
  }
  const ValueId key = retention_.program.local(add.key);
  const Instruction& row = retention_.facts(file).code[key];
  if (row.op == Op::constant || row.op == Op::regexp) return true;
  if (keys_.novelty_of(add.key) == Novelty::bounded) return true;
  if (row.op == Op::primitive) {
    const auto kind = static_cast<Operator>(row.aux);
    if (kind == Operator::typeof_ || kind == Operator::not_ || kind == Operator::equal) return true;
  }
  if (add.row && add.row->key != add.row->value) return retention_.constant_text(add.key).has_value();
  if (add.row) return false;
  return retention_.constant_text(add.key).has_value() || is_from_loop(file, key);
}

/// `if (!list.length) list = []`: what is replaced holds nothing.
bool Collections::is_empty_before(FileId file, ValueId store, const PlacePath& path) const {
  const FileFacts& facts = retention_.facts(file);
  const auto guards = retention_.control_flow(file).guards_of(store);
  return std::any_of(guards.begin(), guards.end(), [&](const Guard& guard) {
    const auto test = state_test_of(facts, retention_.uses(file), guard.condition, guard.sense);
    return test && test->kind == StateTest::Kind::empty_collection && is_same_place(facts, test->place, path);
  });
}

/// Whether another is put in the place of the collection, or of an object that holds it.
bool Collections::is_replaced(GlobalValue receiver) const {
  auto path = retention_.place_of(receiver);
  if (!path) return false;
  const FileId file = retention_.program.file_of(receiver);
  for (; path; path = path->parent())
    if (is_replaced(file, *path)) return true;
  return false;
}

bool Collections::is_replaced(FileId file, const PlacePath& path) const {
  const FileFacts& facts = retention_.facts(file);
  const ValueUses& uses = retention_.uses(file);
  // What is stored when there is nothing yet replaces nothing.
  const auto replaces = [&](ValueId id) {
    const bool is_first = facts.code[id].flags & (Instruction::initializer | Instruction::logical_assign);
    return !is_first && !retention_.runs_once(retention_.program.global(file, id)) &&
           !is_empty_before(file, id, path);
  };
  if (path.root() == PlacePath::Root::variable && !path.has_steps()) {
    const auto stores = uses.stores_of(path.variable());
    // The initialiser makes it; any other store puts a new one in its place.
    return std::any_of(stores.begin(), stores.end(), [&](ValueId id) {
      const Op made = facts.code[ValueId(facts.code[id].b)].op;
      return made != Op::param && made != Op::rest_param &&
             facts.functions[facts.function_of(id)].kind != FunctionKind::module && replaces(id);
    });
  }
  const NameId name = path.last_name();
  if (!name) return false;
  for (ValueId id : uses.member_writes_of(name)) {
    const Instruction& row = facts.code[id];
    const Function& function = facts.functions[facts.function_of(id)];
    if (row.op != Op::store_member || function.kind == FunctionKind::constructor ||
        function.kind == FunctionKind::module)
      continue;
    const auto written = place_written(facts, uses, id);
    if (!written || !is_same_place(facts, *written, path) || !replaces(id)) continue;
    // A constructor function of the old style makes its fields as a constructor does.
    const ObjectId constructor =
        retention_.flow.constructor_of_this(retention_.program.global(file, facts.function_of(id)));
    if (constructor && retention_.flow.object(constructor).kind == ObjectKind::function &&
        GlobalFunction(retention_.flow.object(constructor).owner) ==
            retention_.program.global(file, facts.function_of(id)))
      continue;
    return true;
  }
  return false;
}

bool Collections::is_trimmed(const Effect& add) const {
  return !retention_.trims_of(add).empty() || is_replaced(add.receiver);
}

std::optional<std::string> Collections::missing_trim(const Effect& add) const {
  if (is_replaced(add.receiver)) return std::nullopt;
  auto trims = retention_.trims_of(add);
  // The methods of an object take away for that object, however often each runs.
  const auto place = retention_.place_of(add.receiver);
  const bool is_field = place && place->root() == PlacePath::Root::this_;
  if (auto once = once_only(trims); once && !is_field) return once;
  if (auto aborted = abort_only(add, trims)) return aborted;
  if (!add.key) return std::nullopt;
  // `delete requests.connect` does nothing about the entries under other keys.
  std::erase_if(trims, [&](EffectId id) {
    const Effect& trim = retention_.effects[id];
    return retention_.program.instruction(trim.at).op == Op::delete_member ||
           (!trim.clears_all && trim.key && retention_.constant_text(trim.key));
  });
  std::vector<GlobalValue> deletions;
  for (EffectId id : trims) {
    const Effect& trim = retention_.effects[id];
    if (trim.clears_all || !trim.key || !retention_.is_same_place(trim.key, add.key)) return std::nullopt;
    deletions.push_back(trim.at);
  }
  if (const auto missed = missed_ways(retention_, add.at, deletions); !missed.empty())
    return "missing " + missed.front().text;
  return timeout_only(trims);
}

/// Everything is taken away by code that runs once: at the end of the process, when a tool is uninstalled.
std::optional<std::string> Collections::once_only(const std::vector<EffectId>& trims) const {
  for (EffectId id : trims) {
    const Effect& trim = retention_.effects[id];
    const auto chain = retention_.lives.chain(trim.function);
    const auto is_once = [&](GlobalFunction link) {
      return retention_.lives.of(link).multiplicity == Multiplicity::once;
    };
    // What a guard lets run once does so for each thing that has the guard, and code that runs often calls
    // it; unless a name says that it undoes an installation.
    const bool is_rare =
        std::all_of(chain.begin(), chain.end(), is_once) ||
        (is_once(trim.function) && std::any_of(chain.begin(), chain.end(), [&](GlobalFunction link) {
           return undoes_installation(retention_.program.function_name(link));
         }));
    const bool is_tear_down =
        is_rare && retention_.program.function(trim.function).kind != FunctionKind::module;
    if (!is_tear_down) return std::nullopt;
  }
  if (trims.empty()) return std::nullopt;
  return "only at " + retention_.location(retention_.place(retention_.effects[trims.front()].at)) +
         ", which runs once";
}

/// Whether only the 'abort' event runs a function.
bool Collections::is_for_abort(GlobalFunction function) const {
  const auto callers = retention_.flow.callers_of(function);
  return !callers.empty() && std::all_of(callers.begin(), callers.end(), [&](const CallEdge& edge) {
    if (!edge.call) return false;
    const auto listener = retention_.effects.at(edge.call, EffectRow::Kind::add_listener);
    return listener && retention_.constant_text(retention_.effects[*listener].event) == "abort";
  });
}

/// Entries that are taken away when a signal is aborted, and not when the work ends as it should. What is
/// added may be the controller: the code that adds it and aborts it in the end takes it away as well.
std::optional<std::string> Collections::abort_only(const Effect& add,
                                                   const std::vector<EffectId>& trims) const {
  if (trims.empty()) return std::nullopt;
  const Effects& effects = retention_.effects;
  if (!std::all_of(trims.begin(), trims.end(),
                   [&](EffectId id) { return is_for_abort(effects[id].function); }))
    return std::nullopt;
  const auto added = retention_.place_of(add.key ? add.key : add.value);
  for (EffectId id : effects.of_kind(EffectRow::Kind::abort)) {
    if (!added || is_for_abort(effects[id].function)) continue;
    if (retention_.program.file_of(effects[id].at) != retention_.program.file_of(add.at)) continue;
    if (const auto aborted = retention_.place_of(effects[id].receiver); aborted && *aborted == *added)
      return std::nullopt;
  }
  return "only when the signal is aborted, at " +
         retention_.location(retention_.place(effects[trims.front()].at));
}

/// `clearTimeout(timer); timer = setTimeout(…)`: the entry lives longer, and is deleted all the same.
bool Collections::is_started_again(const Effect& clear, const Effect& timer) const {
  if (clear.function != timer.function || !(clear.at < timer.at)) return false;
  const FileId file = retention_.program.file_of(clear.at);
  return retention_.control_flow(file).always_runs_with(retention_.program.local(clear.at),
                                                        retention_.program.local(timer.at));
}

/// Entries that only a timeout deletes, while the ordinary course of events clears that timeout: the closure
/// that is run instead deletes nothing.
std::optional<std::string> Collections::timeout_only(const std::vector<EffectId>& trims) const {
  std::string cleared;
  for (EffectId id : trims) {
    const GlobalFunction deleting = retention_.effects[id].function;
    bool is_cleared = false;
    for (EffectId timer : retention_.effects.of_kind(EffectRow::Kind::start_timeout)) {
      const auto handlers = retention_.functions_of(retention_.effects[timer].handler);
      if (std::find(handlers.begin(), handlers.end(), deleting) == handlers.end()) continue;
      for (EffectId clear : retention_.clears_of(retention_.effects[timer])) {
        if (is_started_again(retention_.effects[clear], retention_.effects[timer])) continue;
        is_cleared = true;
        cleared = retention_.location(retention_.place(retention_.effects[clear].at));
      }
    }
    if (!is_cleared) return std::nullopt;
  }
  if (cleared.empty()) return std::nullopt;
  return "only when the timeout fires; the clearTimeout at " + cleared +
         " keeps it from firing, and deletes nothing";
}

bool Collections::checks_size(const Effect& add) const {
  const FileId file = retention_.program.file_of(add.receiver);
  const FileFacts& facts = retention_.facts(file);
  const ValueUses& uses = retention_.uses(file);
  for (const char* member : {"size", "length"}) {
    const NameId name = facts.names.find(member);
    if (!name) continue;
    for (ValueId id : uses.member_reads_of(name)) {
      bool is_compared = false, is_smaller = false;
      for (const ValueUse& use : uses.uses_of(id)) {
        if (use.role != UseRole::operand) continue;
        const auto kind = static_cast<Operator>(facts.code[use.user].aux);
        if (kind != Operator::less && kind != Operator::greater) continue;
        is_compared = true;
        is_smaller = (kind == Operator::less) == (use.index == 0);
      }
      if (!is_compared) continue;
      // A loop over the whole list compares its length too, and that bounds nothing; a loop that goes on as
      // long as the list is short does.
      ValueId object(facts.code[id].a);
      // `Object.keys(cache).length`
      const Instruction& made = facts.code[object];
      if (made.op == Op::call && made.operand_count == 1) object = facts.operand(made, 0);
      const ValueId block = facts.code[id].block;
      const bool is_loop = block && facts.code[block].op == Op::loop_begin;
      if ((!is_loop || is_smaller) &&
          retention_.is_same_place(add.receiver, retention_.program.global(file, object)))
        return true;
    }
  }
  return false;
}

bool Collections::is_registration(const Effect& add) const {
  const Execution& execution = retention_.lives.of(add.function);
  if (execution.reason != Execution::Reason::exported) return false;
  if (add.key && add.key != add.value && !retention_.is_parameter(add.key, add.function)) return false;
  return keeps_arguments(add.value ? add.value : add.key, add.function);
}

/// A parameter, or a literal of nothing but parameters and constants.
bool Collections::keeps_arguments(GlobalValue value, GlobalFunction function) const {
  if (retention_.is_parameter(value, function)) return true;
  if (!value) return false;
  const FileId file = retention_.program.file_of(value);
  const FileFacts& facts = retention_.facts(file);
  const Instruction& row = facts.code[retention_.program.local(value)];
  if (row.op != Op::object && row.op != Op::array) return false;
  bool has_parameter = false;
  const uint32_t count = row.op == Op::object ? facts.property_count(row) : row.operand_count;
  for (uint32_t at = 0; at < count; ++at) {
    const ValueId part = row.op == Op::object ? facts.property(row, at).value : facts.operand(row, at);
    const bool is_parameter = retention_.is_parameter(retention_.program.global(file, part), function);
    if (!is_parameter && facts.code[part].op != Op::constant) return false;
    has_parameter = has_parameter || is_parameter;
  }
  return has_parameter;
}

/// Whether a value that was read goes back to the caller: returned, chosen to be returned, or kept in a
/// variable that is.
bool Collections::is_returned(FileId file, ValueId value, int depth) const {
  const FileFacts& facts = retention_.facts(file);
  for (const ValueUse& use : retention_.uses(file).uses_of(value)) {
    if (use.role == UseRole::returned) return true;
    if (depth >= 4) continue;
    if (use.role == UseRole::chosen && is_returned(file, use.user, depth + 1)) return true;
    if (use.role == UseRole::stored && facts.code[use.user].op == Op::store)
      for (ValueId load : retention_.uses(file).loads_of(BindingId(facts.code[use.user].a)))
        if (is_returned(file, load, depth + 1)) return true;
  }
  return false;
}

/// `map.get(key)` or `map[key]`, of the collection and the key that are added to.
bool Collections::reads_entry(const Effect& add, FileId file, ValueId value) const {
  const FileFacts& facts = retention_.facts(file);
  const Instruction& row = facts.code[value];
  ValueId object, key;
  if (row.op == Op::index) {
    object = ValueId(row.a);
    key = ValueId(row.b);
  } else if (row.op == Op::call && row.operand_count == 1) {
    const Instruction& callee = facts.code[ValueId(row.a)];
    if (callee.op != Op::member || facts.names.text(NameId(callee.b)) != "get") return false;
    object = ValueId(callee.a);
    key = facts.operand(row, 0);
  } else {
    return false;
  }
  return retention_.is_same_place(retention_.program.global(file, object), add.receiver) &&
         retention_.is_same_place(retention_.program.global(file, key), add.key);
}

bool Collections::is_memo(const Effect& add) const {
  if (!add.key) return false;
  const FileId file = retention_.program.file_of(add.at);
  const Function& function = retention_.program.function(add.function);
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw)
    if (is_returned(file, ValueId(raw), 0) && reads_entry(add, file, ValueId(raw))) return true;
  return false;
}

bool Collections::changes_entry(const Effect& add) const {
  if (!add.key || !add.value || add.value == add.key) return false;
  constexpr size_t most = 16;  // a sum of a handful of terms
  const FileId file = retention_.program.file_of(add.value);
  const FileFacts& facts = retention_.facts(file);
  std::vector<ValueId> pending = {retention_.program.local(add.value)};
  for (size_t at = 0; at < pending.size() && at < most; ++at) {
    const Instruction& row = facts.code[pending[at]];
    if (at > 0 && reads_entry(add, file, pending[at])) return true;
    const auto kind = static_cast<Operator>(row.aux);
    if (row.op == Op::primitive &&
        (kind == Operator::other || kind == Operator::add || kind == Operator::increase)) {
      for (uint32_t operand = 0; operand < row.operand_count; ++operand)
        pending.push_back(facts.operand(row, operand));
    } else if (at > 0 && row.op == Op::load) {
      for (ValueId store : retention_.uses(file).stores_of(BindingId(row.a)))
        if (stored_value(facts.code[store]) != pending.front())
          pending.push_back(stored_value(facts.code[store]));
    }
  }
  return false;
}

Novelty Collections::novelty_of(const Effect& add) const {
  if (!add.key || has_key_of_a_life(add)) return Novelty::fresh;
  const Novelty novelty = keys_.novelty_of(add.key);
  return novelty == Novelty::given && is_index_of_a_list(add) ? Novelty::unknown : novelty;
}

/// `list[i] = x` grows a list only as far as its indexes go.
bool Collections::is_index_of_a_list(const Effect& add) const {
  if (add.row) return false;
  const auto objects = retention_.flow.objects_of(add.receiver);
  return !objects.empty() && std::all_of(objects.begin(), objects.end(),
                                         [&](ObjectId id) { return retention_.flow.object(id).is_array; });
}

bool Collections::is_counter(const Effect& add) const {
  if (!add.value || add.value == add.key) return false;
  const Instruction& value = retention_.program.instruction(add.value);
  if (value.op != Op::primitive || value.operand_count == 0) return false;
  const FileId file = retention_.program.file_of(add.value);
  const FileFacts& facts = retention_.facts(file);
  const ValueId origin = origin_of(facts, retention_.uses(file), facts.operand(value, 0));
  const Instruction& old = facts.code[origin];
  const bool is_got = old.op == Op::call && facts.code[ValueId(old.a)].op == Op::member &&
                      facts.names.text(NameId(facts.code[ValueId(old.a)].b)) == "get";
  return old.op == Op::index || old.op == Op::choose || is_got;
}

bool Collections::keeps_timers(const Effect& add) const {
  if (!add.value || add.key) return false;
  const TypeId timer = retention_.models.type("Timer");
  for (ObjectId id : retention_.flow.objects_of(add.value))
    if (retention_.flow.object(id).kind == ObjectKind::external &&
        retention_.models.is_a(retention_.flow.object(id).type, timer))
      return true;
  return false;
}

bool Collections::has_key_of_a_life(const Effect& add) const {
  if (!add.key) return true;
  const auto path = retention_.place_of(add.key);
  if (!path || path->root() != PlacePath::Root::variable) return false;
  return retention_.life_of(retention_.program.global(retention_.program.file_of(add.key), path->variable()))
      .has_value();
}

}  // namespace leaklint
