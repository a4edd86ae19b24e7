#include "semantics/condition.h"

#include <algorithm>

namespace leaklint {
namespace {

bool is_primitive(const Instruction& instruction, Operator asked) {
  return instruction.op == Op::primitive && instruction.aux == static_cast<uint16_t>(asked);
}

bool is_nothing(const FileFacts& facts, ValueId value) {
  const Instruction& instruction = facts.code[value];
  if (instruction.op == Op::load_global) return facts.names.text(NameId(instruction.a)) == "undefined";
  if (is_primitive(instruction, Operator::void_)) return true;
  return instruction.op == Op::constant && (instruction.a == static_cast<uint32_t>(Constant::null) ||
                                            instruction.a == static_cast<uint32_t>(Constant::undefined));
}

bool is_string(const FileFacts& facts, ValueId value, std::string_view text) {
  return facts.constant_text(value) == text;
}

/// Which operand is compared with nothing: `x == null`, `typeof x === 'undefined'`; otherwise none.
ValueId compared_with_nothing(const FileFacts& facts, const Instruction& comparison) {
  for (uint32_t side = 0; side < 2; ++side) {
    const ValueId asked = facts.operand(comparison, side), other = facts.operand(comparison, 1 - side);
    if (is_nothing(facts, other)) return asked;
    if (is_primitive(facts.code[asked], Operator::typeof_) && is_string(facts, other, "undefined"))
      return facts.operand(facts.code[asked], 0);
  }
  return {};
}

/// The instructions below a condition that it is computed from, itself included, as long as they are few.
constexpr size_t max_parts = 64;

/// The nearest ones are those that come up again.
constexpr size_t max_guards = 16;

/// Whether reading it twice gives the same, when nothing is written between.
bool is_pure(Op op) {
  return op == Op::constant || op == Op::load || op == Op::load_global || op == Op::this_ ||
         op == Op::member || op == Op::index || op == Op::primitive || op == Op::choose || op == Op::param;
}

bool is_place(Op op) {
  return op == Op::load || op == Op::load_global || op == Op::this_ || op == Op::member || op == Op::index ||
         op == Op::param;
}

/// Whether two values are read or computed in the same way, operands left aside.
bool is_alike(const FileFacts& facts, const ValueUses& uses, ValueId a, ValueId b) {
  const Instruction &left = facts.code[a], &right = facts.code[b];
  if (is_place(left.op) && is_place(right.op)) {
    const auto one = place_of(facts, uses, a), other = place_of(facts, uses, b);
    return one && other && is_same_place(facts, *one, *other);
  }
  if (left.op != right.op || !is_pure(left.op) || left.aux != right.aux ||
      left.operand_count != right.operand_count)
    return false;
  if (left.op == Op::constant) return left.a == right.a && left.b == right.b;
  // Of most arithmetic only the operands are known, not which it is: `a - b` and `a / b` look alike.
  const bool is_known = !is_primitive(left, Operator::other) && !is_primitive(left, Operator::remainder) &&
                        !is_primitive(left, Operator::increase);
  return is_known || a == b;
}

}  // namespace

std::optional<ExistenceTest> existence_test_of(const FileFacts& facts, ValueId condition) {
  const Instruction& instruction = facts.code[condition];
  const bool is_equal = is_primitive(instruction, Operator::equal);
  const bool is_not_equal = is_primitive(instruction, Operator::not_equal);
  if (is_equal || is_not_equal) {
    const ValueId value = compared_with_nothing(facts, instruction);
    if (!value) return std::nullopt;
    return ExistenceTest{value, is_not_equal};
  }
  if (instruction.op == Op::primitive) return std::nullopt;
  return ExistenceTest{condition, true};
}

Likeness likeness_of(const FileFacts& facts, const ValueUses& uses, ValueId a, ValueId b) {
  const Instruction &one = facts.code[a], &other = facts.code[b];
  const bool is_opposite = (is_primitive(one, Operator::equal) && is_primitive(other, Operator::not_equal)) ||
                           (is_primitive(one, Operator::not_equal) && is_primitive(other, Operator::equal));
  std::vector<std::pair<ValueId, ValueId>> pairs;
  if (is_opposite)
    for (uint32_t side = 0; side < 2; ++side)
      pairs.push_back({facts.operand(one, side), facts.operand(other, side)});
  else
    pairs.push_back({a, b});
  for (size_t at = 0; at < pairs.size(); ++at) {
    if (pairs.size() > max_parts || !is_alike(facts, uses, pairs[at].first, pairs[at].second))
      return Likeness::unrelated;
    const Instruction &left = facts.code[pairs[at].first], &right = facts.code[pairs[at].second];
    if (is_place(left.op)) continue;
    for (uint32_t operand = 0; operand < left.operand_count; ++operand)
      pairs.push_back({facts.operand(left, operand), facts.operand(right, operand)});
  }
  return is_opposite ? Likeness::opposite : Likeness::same;
}

KnownConditions::KnownConditions(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                                 ValueId from)
    : facts_(facts),
      uses_(uses),
      flow_(flow),
      from_(from),
      later_from_(from),
      function_end_(facts.functions[facts.function_of(from)].code_end) {
  for (ValueId loop = flow.loop_around(from); loop; loop = flow.loop_around(loop)) later_from_ = loop;
  add_places_of(from);
  add_receivers_of_optional_calls();
  for (const Guard& guard : flow.guards_of(from)) {
    if (guards_.size() == max_guards) break;
    const bool is_case = facts.code[guard.block].op == Op::case_;
    if (!is_case && !is_loop_test(guard.block) && !is_written_later(guard.condition))
      guards_.push_back(guard);
  }
}

/// Every place that the value is stored in, through await, ?:, || and further assignments of the same value.
void KnownConditions::add_places_of(ValueId value) {
  std::vector<ValueId> values = {value};
  for (size_t at = 0; at < values.size() && values.size() < max_parts; ++at) {
    for (const ValueUse& use : uses_.uses_of(values[at])) {
      if (use.role == UseRole::awaited || use.role == UseRole::chosen) values.push_back(use.user);
      if (use.role != UseRole::stored && use.role != UseRole::stored_in) continue;
      if (const auto place = place_written(facts_, uses_, use.user)) existing_.push_back(*place);
    }
  }
}

/// `signal?.addEventListener(…)` happened, so there is a signal.
void KnownConditions::add_receivers_of_optional_calls() {
  const Instruction& call = facts_.code[from_];
  if (call.op != Op::call && call.op != Op::new_) return;
  bool is_optional = call.flags & Instruction::optional;
  ValueId value(call.a);
  for (size_t steps = 0; steps < PlacePath::max_steps && value; ++steps) {
    if (is_optional)
      if (const auto place = place_of(facts_, uses_, value); place && !is_written_later(*place))
        existing_.push_back(*place);
    const Instruction& instruction = facts_.code[value];
    if (instruction.op != Op::member && instruction.op != Op::index) return;
    is_optional = instruction.flags & Instruction::optional;
    value = ValueId(instruction.a);
  }
}

bool KnownConditions::is_known_to_exist(ValueId value) const {
  if (value == from_ || origin_of(facts_, uses_, value) == from_) return true;
  const auto place = place_of(facts_, uses_, value);
  return place && std::any_of(existing_.begin(), existing_.end(),
                              [&](const PlacePath& known) { return is_same_place(facts_, known, *place); });
}

/// A loop goes on until its test turns out otherwise, whatever it reads.
bool KnownConditions::is_loop_test(ValueId block) const {
  const ValueId test = flow_.first_marker(block);
  return facts_.code[test].block && facts_.code[facts_.code[test].block].op == Op::loop_begin &&
         facts_.code.contains(ValueId(test.raw + 2)) && facts_.code[ValueId(test.raw + 1)].op == Op::else_ &&
         facts_.code[ValueId(test.raw + 2)].op == Op::break_;
}

bool KnownConditions::excludes(ValueId condition, bool sense) const {
  return excludes({condition, sense, ValueId()}, 6);
}

/// `depth` bounds how far a condition is taken apart: nobody repeats one that is longer.
bool KnownConditions::excludes(const Guard& asked, int depth) const {
  const auto test = existence_test_of(facts_, asked.condition);
  if (test && test->exists_when != asked.sense && is_known_to_exist(test->value)) return true;
  if (std::any_of(guards_.begin(), guards_.end(),
                  [&](const Guard& known) { return contradicts(known, asked); }))
    return true;
  const Instruction& instruction = facts_.code[asked.condition];
  if (depth == 0) return false;
  if (is_primitive(instruction, Operator::not_))
    return excludes({facts_.operand(instruction, 0), !asked.sense, {}}, depth - 1);
  if (instruction.op != Op::choose || instruction.aux == 0) return false;
  const bool is_and = instruction.aux == 1;
  // `a && b` was true: so both were. It was false: one of them was, whichever.
  const bool needs_one = is_and == asked.sense;
  for (uint32_t at = 0; at < instruction.operand_count; ++at)
    if (excludes({facts_.operand(instruction, at), asked.sense, {}}, depth - 1) == needs_one)
      return needs_one;
  return !needs_one;
}

bool KnownConditions::contradicts(const Guard& known, const Guard& asked) const {
  const Likeness likeness = likeness_of(facts_, uses_, known.condition, asked.condition);
  if (likeness != Likeness::unrelated) return (likeness == Likeness::same) == (known.sense != asked.sense);
  // `if (a) add()` and later `if (a != null) remove()`: there was something at `a`.
  const auto before = existence_test_of(facts_, known.condition),
             now = existence_test_of(facts_, asked.condition);
  return before && now && before->exists_when == known.sense && now->exists_when != asked.sense &&
         likeness_of(facts_, uses_, before->value, now->value) == Likeness::same;
}

/// Whether something that a condition reads may have changed after `from`.
bool KnownConditions::is_written_later(ValueId condition) const {
  std::vector<ValueId> parts = {condition};
  for (size_t at = 0; at < parts.size(); ++at) {
    const Instruction& instruction = facts_.code[parts[at]];
    if (parts.size() > max_parts || !is_pure(instruction.op)) return true;
    if (is_place(instruction.op)) {
      const auto place = place_of(facts_, uses_, parts[at]);
      if (!place || is_written_later(*place)) return true;
      continue;
    }
    for_each_operand(facts_, instruction,
                     [&](ValueId operand, UseRole, uint32_t) { parts.push_back(operand); });
  }
  return false;
}

bool KnownConditions::is_written_later(const PlacePath& place) const {
  const auto any_later = [&](std::span<const ValueId> writes) {
    const auto next = std::upper_bound(writes.begin(), writes.end(), later_from_);
    return next != writes.end() && *next < function_end_;
  };
  const auto is_variable_written = [&](BindingId variable) {
    const auto stores = uses_.stores_of(variable);
    // What several functions write may be written at any time.
    const FunctionId here = facts_.function_of(from_);
    return any_later(stores) || (stores.size() > 1 && (facts_.function_of(stores.front()) != here ||
                                                       facts_.function_of(stores.back()) != here));
  };
  if (place.variable() && is_variable_written(place.variable())) return true;
  if (place.global() && any_later(uses_.global_stores_of(place.global()))) return true;
  const auto steps = place.steps();
  return std::any_of(steps.begin(), steps.end(), [&](const PlaceStep& step) {
    if (step.kind == PlaceStep::Kind::key_variable) return is_variable_written(BindingId(step.id));
    return step.kind == PlaceStep::Kind::name && any_later(uses_.member_writes_of(NameId(step.id)));
  });
}

}  // namespace leaklint
