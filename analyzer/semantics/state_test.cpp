#include "semantics/state_test.h"

#include <array>

#include "base/is_one_of.h"
#include "semantics/condition.h"

namespace leaklint {
namespace {

using Kind = StateTest::Kind;

bool is_primitive(const Instruction& instruction, Operator asked) {
  return instruction.op == Op::primitive && instruction.aux == static_cast<uint16_t>(asked);
}

bool is_number(const FileFacts& facts, ValueId value, std::string_view text) {
  const Instruction& instruction = facts.code[value];
  return instruction.op == Op::constant && instruction.a == static_cast<uint32_t>(Constant::number) &&
         facts.names.text(NameId(instruction.b)) == text;
}

constexpr std::array<std::string_view, 3> key_finders = {"has", "get", "includes"};
constexpr std::array<std::string_view, 4> searches = {"some", "find", "findIndex", "findLast"};
constexpr std::array<std::string_view, 2> listener_lists = {"listeners", "rawListeners"};

class TestReader {
 public:
  TestReader(const FileFacts& facts, const ValueUses& uses) : facts_(facts), uses_(uses) {}

  std::optional<StateTest> read(ValueId condition, bool sense) const {
    const Instruction& instruction = facts_.code[condition];
    if (instruction.op != Op::primitive) return read_truth(condition, sense);
    switch (static_cast<Operator>(instruction.aux)) {
      case Operator::equal:
      case Operator::not_equal:
        if (const auto test = existence_test_of(facts_, condition))
          return read_truth(test->value, test->exists_when == sense);
        return read_equality(instruction, sense == is_primitive(instruction, Operator::equal));
      case Operator::less:
      case Operator::greater:
        return read_order(instruction, sense);
      case Operator::in:
        if (sense) return std::nullopt;
        return lacks_key(facts_.operand(instruction, 1), facts_.operand(instruction, 0));
      default:
        return sense ? std::nullopt : read_count(condition);
    }
  }

 private:
  /// `x` by itself, in its many forms.
  std::optional<StateTest> read_truth(ValueId value, bool sense) const {
    if (!sense) {
      if (const auto test = read_absence(value)) return test;
      if (facts_.code[value].op == Op::load)
        if (const ValueId store = uses_.only_store_of(BindingId(facts_.code[value].a)))
          if (const auto test = read_absence(stored_value(facts_.code[store]))) return test;
    }
    return of_place(sense ? Kind::set : Kind::empty, value);
  }

  /// What it means that there is nothing at `value`, when that says more than that a place is empty.
  std::optional<StateTest> read_absence(ValueId value) const {
    const Instruction& instruction = facts_.code[value];
    if (instruction.op == Op::call) return read_absence_of_call(value);
    if (instruction.op == Op::index && facts_.code[ValueId(instruction.b)].op != Op::constant)
      return lacks_key(ValueId(instruction.a), ValueId(instruction.b));
    if (instruction.op != Op::member) return std::nullopt;
    const std::string_view name = facts_.names.text(NameId(instruction.b));
    if (name != "length" && name != "size") return std::nullopt;
    const ValueId list(instruction.a);
    const auto call = method_call_of(facts_, list);
    if (call && is_one_of(call->name, listener_lists)) return no_listeners(call->receiver, list, 0);
    return of_place(Kind::empty_collection, list);
  }

  std::optional<StateTest> read_absence_of_call(ValueId value) const {
    const auto call = method_call_of(facts_, value);
    if (!call) return std::nullopt;
    const Instruction& instruction = facts_.code[value];
    const uint32_t count = instruction.operand_count;
    if (call->name == "listenerCount") {
      // The old static form names the emitter first.
      if (count >= 2 && facts_.code[facts_.operand(instruction, 0)].op != Op::constant)
        return no_listeners(facts_.operand(instruction, 0), value, 1);
      return no_listeners(call->receiver, value, 0);
    }
    const auto inner = method_call_of(facts_, call->receiver);
    if (inner && call->name == "includes" && is_one_of(inner->name, listener_lists))
      return no_listeners(inner->receiver, call->receiver, 0);
    if (is_one_of(call->name, searches)) return lacks_key(call->receiver, {});
    if (count == 0) return std::nullopt;
    if (is_one_of(call->name, key_finders) || (call->name == "hasOwnProperty" && count == 1))
      return lacks_key(call->receiver, facts_.operand(instruction, 0));
    if (call->name == "hasOwn" && count == 2)
      return lacks_key(facts_.operand(instruction, 0), facts_.operand(instruction, 1));
    return std::nullopt;
  }

  std::optional<StateTest> read_equality(const Instruction& comparison, bool is_equal) const {
    const ValueId left = facts_.operand(comparison, 0), right = facts_.operand(comparison, 1);
    for (const auto& [value, other] : {std::pair(left, right), std::pair(right, left)}) {
      if (const auto test = read_count(value)) return is_equal ? test : std::nullopt;
      const bool is_missing = is_minus_one(other) && is_search_for_index(value);
      if (is_missing && is_equal) return read_index_search(value);
      const auto outcome = constant_outcome(facts_, other);
      if (outcome == false) {
        // Equal to false, 0, null or '': empty. Different from them: set.
        if (const auto test = read_truth(value, !is_equal)) return test;
      } else if (outcome == true || is_named_constant(other)) {
        if (auto test = of_place(is_equal ? Kind::equals : Kind::differs, value)) {
          test->other = other;
          return test;
        }
      }
    }
    return std::nullopt;
  }

  /// `x < 1`, `x <= 0`, `!(x > 0)`: nothing there. Which of < and <= it was is not known; 0 and 1 are the
  /// bounds that people write.
  std::optional<StateTest> read_order(const Instruction& comparison, bool sense) const {
    const ValueId left = facts_.operand(comparison, 0), right = facts_.operand(comparison, 1);
    const bool is_less = is_primitive(comparison, Operator::less) == sense;
    const auto is_bound = [&](ValueId value) {
      return is_number(facts_, value, "0") || is_number(facts_, value, "1");
    };
    const ValueId value = is_less && is_bound(right) ? left : !is_less && is_bound(left) ? right : ValueId();
    if (!value) return std::nullopt;
    if (is_search_for_index(value)) return read_index_search(value);
    if (const auto test = read_count(value)) return test;
    return read_truth(value, false);
  }

  /// `x++`, `++x`, `x += 1` as a value.
  std::optional<StateTest> read_count(ValueId value) const {
    const Instruction& sum = facts_.code[value];
    if (sum.op != Op::primitive || sum.operand_count == 0) return std::nullopt;
    for (const ValueUse& use : uses_.uses_of(value)) {
      if (use.role != UseRole::stored && use.role != UseRole::stored_in) continue;
      const auto written = place_written(facts_, uses_, use.user);
      const auto read = place_of(facts_, uses_, facts_.operand(sum, 0));
      if (written && read && is_same_place(facts_, *written, *read))
        return StateTest{Kind::counted, *written, {}, {}, use.user};
    }
    return std::nullopt;
  }

  bool is_minus_one(ValueId value) const {
    const Instruction& instruction = facts_.code[value];
    return is_primitive(instruction, Operator::other) && instruction.operand_count == 1 &&
           is_number(facts_, facts_.operand(instruction, 0), "1");
  }

  bool is_search_for_index(ValueId value) const {
    const auto call = method_call_of(facts_, value);
    return call && (call->name == "indexOf" || call->name == "findIndex" || call->name == "lastIndexOf");
  }

  std::optional<StateTest> read_index_search(ValueId value) const {
    const auto call = method_call_of(facts_, value);
    const Instruction& instruction = facts_.code[value];
    const auto list = method_call_of(facts_, call->receiver);
    if (list && is_one_of(list->name, listener_lists)) return no_listeners(list->receiver, call->receiver, 0);
    const bool has_key = call->name != "findIndex" && instruction.operand_count > 0;
    return lacks_key(call->receiver, has_key ? facts_.operand(instruction, 0) : ValueId());
  }

  /// `State.idle`: a property of something named with a capital, which stands for a value of an enumeration.
  bool is_named_constant(ValueId value) const {
    const Instruction& member = facts_.code[value];
    if (member.op != Op::member) return false;
    const Instruction& object = facts_.code[ValueId(member.a)];
    std::string_view name;
    if (object.op == Op::load) name = facts_.names.text(facts_.variables[BindingId(object.a)].name);
    if (object.op == Op::load_global || object.op == Op::member)
      name = facts_.names.text(NameId(object.op == Op::member ? object.b : object.a));
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
  }

  std::optional<StateTest> of_place(Kind kind, ValueId value) const {
    const auto place = place_of(facts_, uses_, value);
    if (!place) return std::nullopt;
    return StateTest{kind, *place, {}, {}, {}};
  }

  std::optional<StateTest> lacks_key(ValueId collection, ValueId key) const {
    auto test = of_place(Kind::lacks_key, collection);
    if (test) test->key = key;
    return test;
  }

  std::optional<StateTest> no_listeners(ValueId emitter, ValueId call, uint32_t event) const {
    auto test = of_place(Kind::no_listeners, emitter);
    const Instruction& instruction = facts_.code[call];
    if (test && event < instruction.operand_count) test->key = facts_.operand(instruction, event);
    return test;
  }

  const FileFacts& facts_;
  const ValueUses& uses_;
};

}  // namespace

std::optional<MethodCall> method_call_of(const FileFacts& facts, ValueId call) {
  const Instruction& instruction = facts.code[call];
  if (instruction.op != Op::call) return std::nullopt;
  const Instruction& member = facts.code[ValueId(instruction.a)];
  if (member.op != Op::member) return std::nullopt;
  return MethodCall{ValueId(member.a), facts.names.text(NameId(member.b))};
}

std::optional<StateTest> state_test_of(const FileFacts& facts, const ValueUses& uses, ValueId condition,
                                       bool sense) {
  return TestReader(facts, uses).read(condition, sense);
}

}  // namespace leaklint
