#include "semantics/value_uses.h"

#include <algorithm>

namespace leaklint {
namespace {

/// Counts first, then places: every group's rows end up side by side, in the order they were added.
template <class Row>
class Grouping {
 public:
  explicit Grouping(uint32_t keys) { grouped_.starts.assign(keys + 1, 0); }

  void count(uint32_t key) {
    if (key < grouped_.starts.size() - 1) ++grouped_.starts[key + 1];
  }
  void finish_counting() {
    for (size_t key = 1; key < grouped_.starts.size(); ++key)
      grouped_.starts[key] += grouped_.starts[key - 1];
    grouped_.rows.resize(grouped_.starts.back());
    next_.assign(grouped_.starts.begin(), grouped_.starts.end() - 1);
  }
  void add(uint32_t key, Row row) {
    if (key < next_.size()) grouped_.rows[next_[key]++] = row;
  }
  GroupedRows<Row> take() { return std::move(grouped_); }

 private:
  GroupedRows<Row> grouped_;
  std::vector<uint32_t> next_;
};

/// Calls `each(kind of list, key, instruction)` for the by-name and by-variable lists.
enum class List { store, load, member_write, member_read, global_store };

template <class Each>
void for_each_listed(const FileFacts& facts, Each&& each) {
  for (ValueId id : ids(facts.code)) {
    const Instruction& instruction = facts.code[id];
    switch (instruction.op) {
      case Op::store:
        each(List::store, instruction.a, id);
        break;
      case Op::load:
        each(List::load, instruction.a, id);
        break;
      case Op::store_member:
      case Op::delete_member:
        each(List::member_write, instruction.b, id);
        break;
      case Op::member:
        each(List::member_read, instruction.b, id);
        break;
      case Op::store_global:
        each(List::global_store, instruction.a, id);
        break;
      default:
        break;
    }
  }
}

/// Which members are called, so that their object is known as a receiver.
std::vector<bool> called_members(const FileFacts& facts) {
  std::vector<bool> is_called(facts.code.size());
  for (const Instruction& instruction : facts.code)
    if (instruction.op == Op::call && instruction.a < is_called.size()) is_called[instruction.a] = true;
  return is_called;
}

GroupedRows<ValueUse> group_uses(const FileFacts& facts) {
  Grouping<ValueUse> grouping(facts.code.size());
  for (const Instruction& instruction : facts.code)
    for_each_operand(facts, instruction,
                     [&](ValueId value, UseRole, uint32_t) { grouping.count(value.raw); });
  for (const Export& row : facts.exports) grouping.count(row.value.raw);
  grouping.finish_counting();
  const std::vector<bool> is_called = called_members(facts);
  for (ValueId user : ids(facts.code)) {
    for_each_operand(facts, facts.code[user], [&](ValueId value, UseRole role, uint32_t index) {
      if (role == UseRole::object && is_called[user.raw]) role = UseRole::receiver;
      grouping.add(value.raw, {user, role, static_cast<uint16_t>(std::min(index, 65535u))});
    });
  }
  for (const Export& row : facts.exports) grouping.add(row.value.raw, {ValueId(), UseRole::exported, 0});
  return grouping.take();
}

}  // namespace

ValueUses::ValueUses(const FileFacts& facts) : uses_(group_uses(facts)) {
  const uint32_t variables = facts.variables.size(), names = facts.names.size();
  Grouping<ValueId> lists[] = {Grouping<ValueId>(variables), Grouping<ValueId>(variables),
                               Grouping<ValueId>(names), Grouping<ValueId>(names), Grouping<ValueId>(names)};
  const auto list = [&](List kind) -> Grouping<ValueId>& { return lists[static_cast<size_t>(kind)]; };
  for_each_listed(facts, [&](List kind, uint32_t key, ValueId) { list(kind).count(key); });
  for (auto& grouping : lists) grouping.finish_counting();
  for_each_listed(facts, [&](List kind, uint32_t key, ValueId id) { list(kind).add(key, id); });
  stores_ = list(List::store).take();
  loads_ = list(List::load).take();
  member_writes_ = list(List::member_write).take();
  member_reads_ = list(List::member_read).take();
  global_stores_ = list(List::global_store).take();
}

ValueId ValueUses::call_of(ValueId callee) const {
  ValueId call;
  for (const ValueUse& use : uses_of(callee)) {
    if (use.role != UseRole::callee) continue;
    if (call) return {};
    call = use.user;
  }
  return call;
}

ValueId stored_value(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::store:
    case Op::store_global:
      return ValueId(instruction.b);
    case Op::store_member:
    case Op::store_index:
      return ValueId(instruction.c);
    default:
      return {};
  }
}

ValueId origin_of(const FileFacts& facts, const ValueUses& uses, ValueId value) {
  // Bounded, because variables may be assigned from each other in a circle.
  for (int steps = 0; steps < 32 && value; ++steps) {
    const Instruction& instruction = facts.code[value];
    if (instruction.op == Op::await_) {
      if (instruction.a == ValueId::none_raw) return value;
      value = ValueId(instruction.a);
    } else if (instruction.op == Op::load) {
      const ValueId store = uses.only_store_of(BindingId(instruction.a));
      if (!store) return value;
      value = stored_value(facts.code[store]);
    } else {
      return value;
    }
  }
  return value;
}

}  // namespace leaklint
