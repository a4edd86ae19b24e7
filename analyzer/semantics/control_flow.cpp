#include "semantics/control_flow.h"

#include <algorithm>
#include <cassert>

#include "semantics/control_flow_walk.h"

namespace leaklint {
namespace {

constexpr uint32_t none = Id<int>::none_raw;

}  // namespace

ControlFlow::ControlFlow(const FileFacts& facts) : file_(facts) {
  ControlFlowWalk walk(facts, *this);
  for (const Function& function : facts.functions) walk.run(function);
  number_regions();
}

/// Preorder numbers, so that "inside" is two comparisons. A region's parent has a smaller index than it.
void ControlFlow::number_regions() {
  std::vector<uint32_t> sizes(regions_.size(), 1);
  for (size_t at = regions_.size(); at-- > 0;)
    if (regions_[at].parent != none) sizes[regions_[at].parent] += sizes[at];
  std::vector<uint32_t> next(regions_.size());
  uint32_t next_root = 0;
  for (size_t at = 0; at < regions_.size(); ++at) {
    Region& region = regions_[at];
    uint32_t& place = region.parent == none ? next_root : next[region.parent];
    region.first = place;
    region.last = place + sizes[at] - 1;
    place += sizes[at];
    next[at] = region.first + 1;
  }
}

const ControlFlow::Segment& ControlFlow::segment_of(ValueId at) const {
  const auto above = std::upper_bound(segments_.begin(), segments_.end(), at.raw,
                                      [](uint32_t raw, const Segment& row) { return raw < row.begin; });
  assert(above != segments_.begin());
  return *(above - 1);
}

const ControlFlow::Marker* ControlFlow::marker_row(ValueId marker) const {
  const auto found = std::lower_bound(markers_.begin(), markers_.end(), marker.raw,
                                      [](const Marker& row, uint32_t raw) { return row.id < raw; });
  return found != markers_.end() && found->id == marker.raw ? &*found : nullptr;
}

ValueId ControlFlow::next_marker(ValueId marker) const {
  const Marker* row = marker_row(marker);
  return row ? ValueId(row->next) : ValueId();
}

ValueId ControlFlow::first_marker(ValueId marker) const {
  const Marker* row = marker_row(marker);
  return row ? ValueId(row->first) : ValueId();
}

ValueId ControlFlow::around(ValueId at, Op op) const {
  ValueId block = file_.code[at].block;
  while (block && file_.code[block].op != op) block = file_.code[block].block;
  return block;
}

std::optional<TryAround> ControlFlow::try_around(ValueId at) const {
  ValueId block = file_.code[at].block;
  for (; block; block = file_.code[block].block) {
    const Op op = file_.code[block].op;
    if (op != Op::try_begin && op != Op::catch_ && op != Op::finally_) continue;
    TryAround around;
    around.part = op == Op::try_begin ? TryAround::Part::body
                  : op == Op::catch_  ? TryAround::Part::catch_
                                      : TryAround::Part::finally_;
    around.begin = first_marker(block);
    for (ValueId marker = around.begin; marker; marker = next_marker(marker)) {
      if (file_.code[marker].op == Op::catch_) around.catch_ = marker;
      if (file_.code[marker].op == Op::finally_) around.finally_ = marker;
      around.end = marker;
    }
    return around;
  }
  return std::nullopt;
}

std::vector<Guard> ControlFlow::guards_of(ValueId at) const {
  std::vector<Guard> guards;
  for (uint32_t fact = segment_of(at).fact; fact != none; fact = facts_[fact].parent) {
    const Fact& row = facts_[fact];
    if (row.condition) take_apart({row.condition, row.sense, row.block}, guards);
  }
  return guards;
}

std::vector<Guard> ControlFlow::parts_of(ValueId condition, bool sense) const {
  std::vector<Guard> parts;
  take_apart({condition, sense, ValueId()}, parts);
  return parts;
}

void ControlFlow::take_apart(Guard guard, std::vector<Guard>& parts) const {
  std::vector<Guard> waiting = {guard};
  // A case's test is compared with the discriminant, not tested itself.
  if (guard.block && file_.code[guard.block].op == Op::case_) {
    parts.push_back(guard);
    return;
  }
  while (!waiting.empty()) {
    const Guard next = waiting.back();
    waiting.pop_back();
    const Instruction& instruction = file_.code[next.condition];
    const bool is_and = instruction.op == Op::choose && instruction.aux == 1;
    const bool is_or = instruction.op == Op::choose && instruction.aux == 2;
    if ((is_and && next.sense) || (is_or && !next.sense)) {
      for (uint32_t at = instruction.operand_count; at-- > 0;)
        waiting.push_back({file_.operand(instruction, at), next.sense, next.block});
    } else if (instruction.op == Op::primitive && instruction.aux == static_cast<uint16_t>(Operator::not_)) {
      waiting.push_back({file_.operand(instruction, 0), !next.sense, next.block});
    } else {
      parts.push_back(next);
    }
  }
}

bool ControlFlow::dominates(ValueId earlier, ValueId later) const {
  if (earlier > later) return false;
  const Region &outer = region_of(earlier), &inner = region_of(later);
  return outer.first <= inner.first && inner.last <= outer.last;
}

bool ControlFlow::always_runs_with(ValueId at, ValueId other) const {
  const Region &outer = region_of(other), &inner = region_of(at);
  return outer.first <= inner.first && inner.last <= outer.last;
}

/// Whether control may come to the end of the branch that a marker begins, or to `later` by a jump from it.
bool ControlFlow::may_leave_towards(ValueId marker, ValueId later) const {
  ValueId last(next_marker(marker).raw - 1);
  // Behind the jump that ends a branch there may be dead code, and the test of the next case.
  while (last > marker && !is_reachable(last) && !closes_block(file_.code[last].op))
    last = ValueId(last.raw - 1);
  switch (file_.code[last].op) {
    case Op::return_:
      return false;
    case Op::throw_:
      return static_cast<bool>(around(last, Op::try_begin));
    case Op::break_:
    case Op::continue_: {
      if (file_.code[last].a != none) return true;  // to a label: rare, and nobody is hurt by a yes
      const bool is_break = file_.code[last].op == Op::break_;
      ValueId target = file_.code[last].block;
      while (target && file_.code[target].op != Op::loop_begin &&
             !(is_break && file_.code[target].op == Op::case_))
        target = file_.code[target].block;
      return !target || !is_inside(later, first_marker(target));
    }
    default:
      return true;
  }
}

bool ControlFlow::is_inside(ValueId at, ValueId statement) const {
  ValueId end = statement;
  while (const ValueId next = next_marker(end)) end = next;
  return statement < at && at < end;
}

bool ControlFlow::may_follow(ValueId earlier, ValueId later) const {
  if (earlier >= later || file_.function_of(earlier) != file_.function_of(later)) return false;
  // The catch and finally of a try around the earlier one are reached whatever happens inside.
  for (ValueId block = file_.code[earlier].block; block; block = file_.code[block].block) {
    const Op op = file_.code[block].op;
    if ((op == Op::try_begin || op == Op::catch_) && later > next_marker(block) &&
        is_inside(later, first_marker(block)))
      return true;
  }
  for (ValueId block = file_.code[earlier].block; block; block = file_.code[block].block) {
    const ValueId next = next_marker(block);
    if (!next || later < next) return true;
    if (!may_leave_towards(block, later)) return false;
    const bool is_other_branch = file_.code[next].op == Op::else_ && later < next_marker(next);
    if (is_other_branch) return false;
  }
  return true;
}

std::optional<bool> constant_outcome(const FileFacts& facts, ValueId condition) {
  const Instruction& instruction = facts.code[condition];
  switch (instruction.op) {
    case Op::constant:
      break;
    case Op::object:
    case Op::array:
    case Op::function:
    case Op::class_:
    case Op::new_:
    case Op::regexp:
      return true;
    default:
      return std::nullopt;
  }
  const std::string_view text = facts.names.text(NameId(instruction.b));
  switch (static_cast<Constant>(instruction.a)) {
    case Constant::boolean:
      return text == "true";
    case Constant::string:
      return !text.empty();
    case Constant::number:
    case Constant::bigint: {
      const bool is_hexadecimal = text.starts_with("0x") || text.starts_with("0X");
      const std::string_view digits =
          is_hexadecimal ? text.substr(2) : text.substr(0, text.find_first_of("eE"));
      return digits.find_first_of(is_hexadecimal ? "123456789abcdefABCDEF" : "123456789") !=
             std::string_view::npos;
    }
    default:
      return false;
  }
}

bool is_do_loop_test(const FileFacts& facts, ValueId at, ValueId loop) {
  const Instruction& marker = facts.code[loop];
  if (marker.op != Op::loop_begin || static_cast<LoopKind>(marker.aux) != LoopKind::do_) return false;
  const auto is = [&](uint32_t distance, Op op) {
    const ValueId id(at.raw + distance);
    return facts.code.contains(id) && facts.code[id].op == op;
  };
  return is(1, Op::else_) && is(2, Op::break_) && is(3, Op::if_end) && is(4, Op::loop_end);
}

bool opens_block(Op op) {
  return op == Op::if_begin || op == Op::loop_begin || op == Op::switch_begin || op == Op::try_begin ||
         op == Op::label_begin;
}

bool turns_block(Op op) {
  return op == Op::else_ || op == Op::case_ || op == Op::catch_ || op == Op::finally_;
}

bool closes_block(Op op) {
  return op == Op::if_end || op == Op::loop_end || op == Op::switch_end || op == Op::try_end ||
         op == Op::label_end;
}

}  // namespace leaklint
