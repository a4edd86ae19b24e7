#include "semantics/once_guards.h"

#include <algorithm>

#include "semantics/condition.h"
#include "semantics/state_test.h"

namespace leaklint {
namespace {

using Kind = OnceGuard::Kind;
using Test = StateTest::Kind;

/// What a stored value does to a test of the place it is stored in.
enum class Effect : uint8_t { fulfils, breaks, unknown };

class OnceGuardFinder {
 public:
  OnceGuardFinder(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow, ValueId at,
                  bool some_way_is_enough = false)
      : facts_(facts),
        uses_(uses),
        flow_(flow),
        at_(at),
        here_(facts.function_of(at)),
        some_way_is_enough_(some_way_is_enough) {}

  std::optional<OnceGuard> find() const {
    std::optional<OnceGuard> per_key;
    for (const Guard& guard : flow_.guards_of(at_)) {
      if (guard.block && facts_.code[guard.block].op == Op::case_) continue;
      for (const Guard& part : conditions_behind(guard)) {
        const auto found = read(part);
        if (!found) continue;
        if (found->kind != Kind::per_key) return found;
        if (!per_key) per_key = found;
      }
    }
    return per_key;
  }

 private:
  /// `const isFirst = !started; …; if (isFirst)` asks what the variable was given.
  std::vector<Guard> conditions_behind(const Guard& guard) const {
    const Instruction& load = facts_.code[guard.condition];
    if (load.op != Op::load) return {guard};
    const ValueId store = uses_.only_store_of(BindingId(load.a));
    if (!store || facts_.function_of(store) != here_) return {guard};
    const ValueId value = stored_value(facts_.code[store]);
    if (!value) return {guard};
    const Op op = facts_.code[value].op;
    if (op != Op::primitive && op != Op::choose) return {guard};
    return flow_.parts_of(value, guard.sense);
  }

  std::optional<OnceGuard> read(const Guard& guard) const {
    const auto test = state_test_of(facts_, uses_, guard.condition, guard.sense);
    if (!test || is_made_by_this_call(*test)) return std::nullopt;
    if (some_way_is_enough_ && test->kind != Test::lacks_key) return std::nullopt;
    OnceGuard found;
    found.place = test->place;
    found.condition = guard.condition;
    found.key = test->key;
    switch (test->kind) {
      case Test::no_listeners:
        found.kind = Kind::listener_count;
        found.set_at = at_;
        return found;
      case Test::counted:
        found.kind = Kind::counter;
        found.set_at = test->write;
        break;
      case Test::empty_collection:
        found.kind = Kind::counter;
        found.set_at = find_insertion(*test, guard.condition);
        break;
      case Test::lacks_key:
        found.kind = Kind::per_key;
        found.set_at = find_insertion(*test, guard.condition);
        if (test->key && is_constant(test->key)) found.kind = Kind::flag;
        break;
      default:
        found.set_at = find_store(*test, guard.condition);
        if (!found.set_at) return std::nullopt;
        found.kind = kind_of_store(found.set_at);
        break;
    }
    if (!found.set_at) return std::nullopt;
    found.may_race = flow_.may_run_after_await(found.set_at) && !flow_.may_run_after_await(guard.condition);
    if (!note_reset(*test, found)) return std::nullopt;
    return found;
  }

  /// `globalThis['patched']`, and `globalThis[patched]` where a variable of the module holds the one key.
  bool is_constant(ValueId key) const {
    const Instruction& row = facts_.code[key];
    if (row.op == Op::constant) return true;
    return row.op == Op::load && facts_.variables[BindingId(row.a)].function.raw == 0 &&
           uses_.only_store_of(BindingId(row.a)) && !facts_.variables[BindingId(row.a)].is_in_loop;
  }

  /// State that starts afresh with every call guards nothing, unless a loop inside the call comes back to it.
  bool is_made_by_this_call(const StateTest& test) const {
    const BindingId variable = test.place.variable();
    const bool is_inside_an_object = test.place.has_steps() || test.kind == Test::empty_collection ||
                                     test.kind == Test::lacks_key || test.kind == Test::no_listeners;
    if (!variable || facts_.variables[variable].function != here_ || here_ == FunctionId(0)) return false;
    const ValueId store = uses_.only_store_of(variable);
    if (is_inside_an_object) {
      if (!store) return false;
      const Op op = facts_.code[origin_of(facts_, uses_, stored_value(facts_.code[store]))].op;
      return op == Op::new_ || op == Op::object || op == Op::array || op == Op::function || op == Op::class_;
    }
    const ValueId loop = flow_.loop_around(at_);
    if (!loop) return true;
    const auto stores = uses_.stores_of(variable);
    return stores.empty() ? false : stores.front() > loop;
  }

  Kind kind_of_store(ValueId store) const {
    const Instruction& instruction = facts_.code[store];
    const ValueId value = stored_value(instruction);
    const bool counts =
        (instruction.flags & Instruction::compound) && !(instruction.flags & Instruction::logical_assign);
    if (counts || is_count(store)) return Kind::counter;
    return is_made_at(value) ? Kind::own_value : Kind::flag;
  }

  /// `x = x + 1`, `x++`: stores what was computed from the place itself.
  bool is_count(ValueId store) const {
    const ValueId value = stored_value(facts_.code[store]);
    if (!value) return false;  // a delete puts nothing there
    const Instruction& sum = facts_.code[value];
    if (sum.op != Op::primitive || sum.operand_count == 0 || sum.aux == static_cast<uint16_t>(Operator::not_))
      return false;
    const auto written = place_written(facts_, uses_, store);
    const auto read = place_of(facts_, uses_, facts_.operand(sum, 0));
    return written && read && is_same_place(facts_, *written, *read);
  }

  bool is_made_at(ValueId value) const {
    if (!value) return false;
    const Instruction& instruction = facts_.code[value];
    if (instruction.op == Op::choose) {
      for (uint32_t at = 0; at < instruction.operand_count; ++at)
        if (origin_of(facts_, uses_, facts_.operand(instruction, at)) == at_) return true;
    }
    return origin_of(facts_, uses_, value) == at_;
  }

  /// The instructions that may write a place: by the name or variable it ends in.
  std::vector<ValueId> writes_like(const PlacePath& place) const {
    std::vector<ValueId> writes;
    const auto add = [&](std::span<const ValueId> more) {
      writes.insert(writes.end(), more.begin(), more.end());
    };
    if (place.has_steps()) {
      add(uses_.member_writes_of(place.last_name()));
    } else if (place.variable()) {
      add(uses_.stores_of(place.variable()));
    } else if (place.global()) {
      add(uses_.global_stores_of(place.global()));
      add(uses_.member_writes_of(place.global()));  // globalThis.x = …
    }
    return writes;
  }

  /// Whether an instruction behind the test runs in every call that runs `at`.
  bool runs_with(ValueId other, ValueId condition) const {
    return other > condition && facts_.function_of(other) == here_ && flow_.always_runs_with(at_, other);
  }

  ValueId find_store(const StateTest& test, ValueId condition) const {
    for (ValueId write : writes_like(test.place)) {
      if (!runs_with(write, condition)) continue;
      const auto place = place_written(facts_, uses_, write);
      if (!place || !is_same_place(facts_, *place, test.place)) continue;
      if (effect_of(write, test) == Effect::breaks) return write;
    }
    return {};
  }

  Effect effect_of(ValueId write, const StateTest& test) const {
    const Op op = facts_.code[write].op;
    const bool is_delete = op == Op::delete_member || op == Op::delete_index;
    const ValueId value = stored_value(facts_.code[write]);
    if (test.kind == Test::counted) return Effect::unknown;
    if (test.kind == Test::equals || test.kind == Test::differs) {
      if (is_delete) return test.kind == Test::equals ? Effect::breaks : Effect::fulfils;
      return effect_of_value(value, test);
    }
    const auto outcome = is_delete ? std::optional(false) : constant_outcome(facts_, value);
    if (test.kind == Test::set) {
      if (!outcome) return is_negation(value, test.place) ? Effect::breaks : Effect::unknown;
      return *outcome ? Effect::fulfils : Effect::breaks;
    }
    // Nobody stores what may be nothing in order to remember that something happened.
    if (!outcome) return Effect::breaks;
    return *outcome ? Effect::breaks : Effect::fulfils;
  }

  Effect effect_of_value(ValueId value, const StateTest& test) const {
    const bool is_same = likeness_of(facts_, uses_, value, test.other) == Likeness::same;
    const Op op = facts_.code[value].op;
    const bool is_known = op == Op::constant || op == facts_.code[test.other].op;
    if (!is_same && !is_known)
      return test.kind == Test::equals && is_count_of(value, test.place) ? Effect::breaks : Effect::unknown;
    return is_same == (test.kind == Test::equals) ? Effect::fulfils : Effect::breaks;
  }

  bool is_count_of(ValueId value, const PlacePath& place) const {
    const Instruction& sum = facts_.code[value];
    if (sum.op != Op::primitive || sum.operand_count == 0) return false;
    const auto read = place_of(facts_, uses_, facts_.operand(sum, 0));
    return read && is_same_place(facts_, *read, place);
  }

  bool is_negation(ValueId value, const PlacePath& place) const {
    return facts_.code[value].aux == static_cast<uint16_t>(Operator::not_) && is_count_of(value, place);
  }

  /// The call or store behind the test that puts something into the collection (under the key, if there is
  /// one). The function is read on from the test; a guard and what it guards stand close together.
  ValueId find_insertion(const StateTest& test, ValueId condition) const {
    constexpr uint32_t reach = 4000;
    const uint32_t end = std::min(facts_.functions[here_].code_end.raw, condition.raw + reach);
    for (uint32_t raw = condition.raw + 1; raw < end; ++raw)
      if (inserts(ValueId(raw), test) && (some_way_is_enough_ || flow_.always_runs_with(at_, ValueId(raw))))
        return ValueId(raw);
    return {};
  }

  bool inserts(ValueId at, const StateTest& test) const {
    const Instruction& instruction = facts_.code[at];
    ValueId collection, key;
    if (instruction.op == Op::store_index) {
      collection = ValueId(instruction.a);
      key = ValueId(instruction.b);
    } else if (instruction.op == Op::store_member) {
      if (!test.key || facts_.code[test.key].op != Op::constant || facts_.code[test.key].b != instruction.b)
        return false;
      const auto place = place_of(facts_, uses_, ValueId(instruction.a));
      return place && is_same_place(facts_, *place, test.place);
    } else {
      const auto call = method_call_of(facts_, at);
      if (!call || instruction.operand_count == 0) return false;
      if (call->name != "set" && call->name != "add" && call->name != "push" && call->name != "unshift")
        return false;
      collection = call->receiver;
      key = facts_.operand(instruction, 0);
    }
    if (test.kind == Test::lacks_key && test.key &&
        likeness_of(facts_, uses_, key, test.key) != Likeness::same)
      return false;
    const auto place = place_of(facts_, uses_, collection);
    return place && is_same_place(facts_, *place, test.place);
  }

  /// Looks for what undoes the set. Returns false when the same call always does: then it is no guard.
  bool note_reset(const StateTest& test, OnceGuard& found) const {
    if (test.kind == Test::empty_collection || test.kind == Test::lacks_key) return true;
    for (ValueId write : writes_like(test.place)) {
      if (write == found.set_at || is_initial(write)) continue;
      const bool is_reset = test.kind == Test::counted || effect_of(write, test) == Effect::fulfils ||
                            (found.kind == Kind::counter && is_count(write));
      if (!is_reset || !is_alike(write, test.place)) continue;
      const FunctionId function = facts_.function_of(write);
      if (function == here_ && write > at_ && flow_.always_runs_with(at_, write)) return false;
      if (found.reset_at) continue;
      found.reset_at = write;
      found.resets_itself = function != here_ && is_nested_in_this_call(function);
    }
    return true;
  }

  bool is_nested_in_this_call(FunctionId function) const {
    if (here_ == FunctionId(0)) return false;
    while (function && function != here_) function = facts_.functions[function].parent;
    return static_cast<bool>(function);
  }

  /// What gives the place its first value is no reset.
  bool is_initial(ValueId write) const {
    if (facts_.code[write].flags & Instruction::initializer) return true;
    const Function& function = facts_.functions[facts_.function_of(write)];
    const std::string_view name = facts_.names.text(function.name);
    const bool is_constructor = function.kind == FunctionKind::constructor ||
                                function.kind == FunctionKind::field_initializers ||
                                (!name.empty() && name[0] >= 'A' && name[0] <= 'Z');
    return is_constructor || (function.kind == FunctionKind::module && write < at_ && here_ != FunctionId(0));
  }

  /// Like is_same_place, and `this` of two functions that are in no class may be the same object too.
  bool is_alike(ValueId write, const PlacePath& place) const {
    const auto written = place_written(facts_, uses_, write);
    if (!written) return false;
    if (is_same_place(facts_, *written, place)) return true;
    return written->receiver() && place.receiver() && written->has_same_steps(place) &&
           !facts_.functions[written->receiver()].class_ && !facts_.functions[place.receiver()].class_;
  }

  const FileFacts& facts_;
  const ValueUses& uses_;
  const ControlFlow& flow_;
  ValueId at_;
  FunctionId here_;
  bool some_way_is_enough_;
};

}  // namespace

std::optional<OnceGuard> once_guard_of(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                                       ValueId at) {
  return OnceGuardFinder(facts, uses, flow, at).find();
}

std::optional<OnceGuard> memo_guard_of(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                                       ValueId at) {
  return OnceGuardFinder(facts, uses, flow, at, true).find();
}

}  // namespace leaklint
