#include "semantics/control_flow.h"

#include <algorithm>
#include <cassert>

#include "semantics/control_flow_walk.h"
#include "semantics/operands.h"

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

ValueId ControlFlow::do_loop_test(ValueId loop) const {
  const Instruction& marker = file_.code[loop];
  if (marker.op != Op::loop_begin || static_cast<LoopKind>(marker.aux) != LoopKind::do_) return {};
  const ValueId end = next_marker(loop);
  if (!end || end.raw < loop.raw + 5 || file_.code[ValueId(end.raw - 4)].op != Op::if_begin) return {};
  // Operands come before what uses them, so the test begins at the first of them.
  std::vector<ValueId> parts = {ValueId(file_.code[ValueId(end.raw - 4)].a)};
  ValueId first = parts.front();
  constexpr size_t max_parts = 256;
  for (size_t at = 0; at < parts.size() && parts.size() < max_parts; ++at) {
    for_each_operand(file_, file_.code[parts[at]], [&](ValueId operand, UseRole, uint32_t) {
      parts.push_back(operand);
      first = std::min(first, operand);
    });
  }
  return std::max(first, ValueId(loop.raw + 1));
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

/// Dead code has a region like the code before it, but it never runs.
bool ControlFlow::runs_whenever(ValueId outer, ValueId inner) const {
  const Segment &around = segment_of(outer), &inside = segment_of(inner);
  if (!around.is_reachable) return false;
  const Region &one = regions_[facts_[around.fact].region], &other = regions_[facts_[inside.fact].region];
  return one.first <= other.first && other.last <= one.last;
}

bool ControlFlow::dominates(ValueId earlier, ValueId later) const {
  return earlier <= later && runs_whenever(earlier, later);
}

bool ControlFlow::always_runs_with(ValueId at, ValueId other) const {
  return runs_whenever(other, at);
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
