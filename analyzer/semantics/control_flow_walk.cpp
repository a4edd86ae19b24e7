#include "semantics/control_flow_walk.h"

#include <algorithm>

namespace leaklint {

void ControlFlowWalk::run(const Function& function) {
  collect_markers(function);
  frames_.assign(1, Frame{});
  state_ = State{};
  state_.fact = add_region(none);
  start_segment(function.code_begin.raw);
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw) step(ValueId(raw));
}

/// Links each statement's markers, and notes which loops suspend the function: their whole body may run after
/// an await of the turn before.
void ControlFlowWalk::collect_markers(const Function& function) {
  struct OpenStatement {
    uint32_t first, last;  // rows in markers_
    bool has_await;
  };
  std::vector<OpenStatement> open;
  loops_with_await_.clear();
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw) {
    const Instruction& instruction = facts_.code[ValueId(raw)];
    const Op op = instruction.op;
    const uint32_t row = static_cast<uint32_t>(out_.markers_.size());
    if (op == Op::await_ || op == Op::yield_) {
      if (!open.empty()) open.back().has_await = true;
    } else if (opens_block(op)) {
      out_.markers_.push_back({raw, none, raw});
      open.push_back(
          {row, row, op == Op::loop_begin && static_cast<LoopKind>(instruction.aux) == LoopKind::for_await});
    } else if ((turns_block(op) || closes_block(op)) && !open.empty()) {
      OpenStatement& top = open.back();
      out_.markers_[top.last].next = raw;
      out_.markers_.push_back({raw, none, out_.markers_[top.first].id});
      top.last = row;
      if (!closes_block(op)) continue;
      const bool has_await = top.has_await;
      if (op == Op::loop_end && has_await) loops_with_await_.push_back(ValueId(out_.markers_[top.first].id));
      open.pop_back();
      if (!open.empty()) open.back().has_await |= has_await;
    }
  }
  std::sort(loops_with_await_.begin(), loops_with_await_.end());
}

void ControlFlowWalk::step(ValueId at) {
  if (frames_.back().do_loop_test == at) begin_do_loop_test(at);
  const Op op = facts_.code[at].op;
  if (opens_block(op)) return open(at);
  if (turns_block(op)) return turn(at);
  if (closes_block(op)) return close(at);
  switch (op) {
    case Op::return_:
    case Op::throw_:
    case Op::break_:
    case Op::continue_:
      return leave(at);
    case Op::await_:
    case Op::yield_:
      return pass_await(at);
    default:
      return;
  }
}

void ControlFlowWalk::open(ValueId at) {
  const Instruction& instruction = facts_.code[at];
  Frame frame;
  frame.marker = at;
  frame.entry = state_;
  frames_.push_back(frame);
  switch (instruction.op) {
    case Op::if_begin:
      state_.fact = add_region(state_.fact, ValueId(instruction.a), true, at);
      if (constant_outcome(facts_, ValueId(instruction.a)) == false) state_.is_reachable = false;
      break;
    case Op::loop_begin:
      frames_.back().do_loop_test = out_.do_loop_test(at);
      if (std::binary_search(loops_with_await_.begin(), loops_with_await_.end(), at)) {
        state_.is_after_await = true;
        frames_.back().has_await = true;
      }
      // The head of other loops runs at least once; a list may be empty.
      if (static_cast<LoopKind>(instruction.aux) >= LoopKind::for_of) {
        add_way(state_);
        state_.fact = add_region(state_.fact);
      }
      break;
    case Op::try_begin:
      state_.fact = add_region(state_.fact);
      break;
    default:
      break;
  }
  start_segment(at.raw + 1);
}

void ControlFlowWalk::turn(ValueId at) {
  if (frames_.size() == 1) return;
  Frame& frame = frames_.back();
  switch (facts_.code[at].op) {
    case Op::else_:
      turn_to_else(at);
      break;
    case Op::case_:
      turn_to_case(at);
      break;
    case Op::catch_:
      finish_branch();
      frame.has_other_branch = true;
      state_ = frame.entry;
      state_.fact = add_region(frame.entry.fact);
      state_.is_after_await |= frame.has_await;
      break;
    case Op::finally_:
      finish_branch();
      frame.is_in_finally = true;
      frame.left_before_finally = frame.leaves_to;
      frame.leaves_to = none;
      // Runs on every way out of the statement, so it belongs to the region around it.
      state_ = frame.entry;
      state_.is_after_await |= frame.has_await;
      break;
    default:
      break;
  }
  start_segment(at.raw + 1);
}

void ControlFlowWalk::turn_to_else(ValueId at) {
  finish_branch();
  Frame& frame = frames_.back();
  frame.has_other_branch = true;
  const ValueId condition(facts_.code[frame.marker].a);
  state_ = frame.entry;
  state_.fact = add_region(frame.entry.fact, condition, false, at);
  if (constant_outcome(facts_, condition) == true) state_.is_reachable = false;
}

void ControlFlowWalk::turn_to_case(ValueId at) {
  Frame& frame = frames_.back();
  const bool falls_in = frame.is_in_case && state_.is_reachable;
  const bool was_after_await = falls_in && state_.is_after_await;
  const ValueId test(facts_.code[at].a), discriminant(facts_.code[frame.marker].a);
  const Instruction& switched = facts_.code[discriminant];
  const bool is_on_true = switched.op == Op::constant &&
                          switched.a == static_cast<uint32_t>(Constant::boolean) &&
                          constant_outcome(facts_, discriminant) == true;
  frame.is_in_case = true;
  if (!test) frame.has_other_branch = true;
  state_ = frame.entry;
  state_.is_after_await |= was_after_await;
  state_.fact = falls_in ? add_region(frame.entry.fact)
                         : add_region(frame.entry.fact, test, true, is_on_true ? frame.marker : at);
}

void ControlFlowWalk::close(ValueId at) {
  if (frames_.size() == 1) return;
  switch (facts_.code[at].op) {
    case Op::if_end:
      finish_if();
      break;
    case Op::loop_end:
      finish_loop();
      break;
    case Op::try_end:
      finish_try();
      break;
    case Op::switch_end: {
      Frame& frame = frames_.back();
      if (frame.is_in_case) finish_branch();
      if (!frame.has_other_branch) {
        State unmatched = frame.entry;
        if (frame.ways == 0) unmatched.fact = add_region(frame.entry.fact);
        add_way(unmatched);
      }
      join();
      break;
    }
    default:
      finish_branch();
      join();
      break;
  }
  const Frame done = frames_.back();
  frames_.pop_back();
  frames_.back().leaves_to = std::min(frames_.back().leaves_to, done.leaves_to);
  frames_.back().has_await |= done.has_await;
  start_segment(at.raw);
}

void ControlFlowWalk::finish_if() {
  finish_branch();
  Frame& frame = frames_.back();
  const ValueId condition(facts_.code[frame.marker].a);
  if (!frame.has_other_branch && constant_outcome(facts_, condition) != true) {
    State skipped = frame.entry;
    if (frame.ways == 0) skipped.fact = add_region(frame.entry.fact, condition, false, frame.marker);
    add_way(skipped);
  }
  join();
}

void ControlFlowWalk::finish_loop() {
  Frame& frame = frames_.back();
  const bool ends_by_itself = static_cast<LoopKind>(facts_.code[frame.marker].aux) >= LoopKind::for_of;
  const bool has_one_break = frame.ways == 1 && !ends_by_itself;
  const uint32_t break_fact = frame.joined.fact;
  join();
  if (!has_one_break || is_left_inside()) return;
  // A loop that nothing leaves otherwise comes to its one break: the code after it runs together with that
  // before it, and what led to the break is known there.
  state_.fact = add_fact(break_fact, region_of(frame.entry.fact), {}, true, {});
}

void ControlFlowWalk::finish_try() {
  Frame& frame = frames_.back();
  if (!frame.is_in_finally) finish_branch();
  const State after_finally = state_;
  const bool finally_leaves = frame.is_in_finally && is_left_inside();
  if (frame.is_in_finally) frame.leaves_to = std::min(frame.leaves_to, frame.left_before_finally);
  join();
  if (!frame.is_in_finally) return;
  if (finally_leaves) state_.fact = add_region(state_.fact);
  state_.is_reachable &= after_finally.is_reachable;
  state_.is_after_await |= after_finally.is_after_await;
}

/// The way through a branch arrives at the end of its statement.
void ControlFlowWalk::finish_branch() {
  add_way(state_);
}

void ControlFlowWalk::add_way(const State& state) {
  if (!state.is_reachable) return;
  Frame& frame = frames_.back();
  ++frame.ways;
  frame.joined.fact = state.fact;
  frame.joined.is_after_await |= state.is_after_await;
}

/// The state after the innermost statement, from the ways that reach its end.
void ControlFlowWalk::join() {
  const Frame& frame = frames_.back();
  state_.is_reachable = frame.ways > 0;
  state_.is_after_await =
      frame.joined.is_after_await || (frame.is_reached_through_finally && frame.has_await);
  state_.fact = frame.ways == 1 ? frame.joined.fact : frame.entry.fact;
  // Where some way leaves, what follows no longer runs whenever the statement does.
  if (state_.fact == frame.entry.fact && is_left_inside()) state_.fact = add_region(frame.entry.fact);
}

void ControlFlowWalk::leave(ValueId at) {
  const Op op = facts_.code[at].op;
  const uint32_t target = op == Op::return_ || op == Op::throw_ ? 0 : jump_target(at);
  Frame& top = frames_.back();
  if (state_.is_reachable) {
    top.leaves_to = std::min(top.leaves_to, target);
    if (op == Op::break_ && target > 0) {
      Frame& frame = frames_[target];
      // A finally on the way may jump elsewhere, so this need not be the one way to come there.
      const bool is_indirect = passes_finally(target);
      frame.ways += is_indirect ? 2 : 1;
      frame.is_reached_through_finally |= is_indirect;
      frame.joined.fact = state_.fact;
      frame.joined.is_after_await |= state_.is_after_await;
    }
    if (op == Op::continue_) frames_[target].has_continue = true;
  }
  state_.is_reachable = false;
  start_segment(at.raw + 1);
}

/// Whether a jump from here to the end of a frame runs through some finally.
bool ControlFlowWalk::passes_finally(uint32_t target) const {
  for (uint32_t at = target + 1; at < frames_.size(); ++at) {
    if (facts_.code[frames_[at].marker].op != Op::try_begin || frames_[at].is_in_finally) continue;
    for (ValueId marker = frames_[at].marker; marker; marker = out_.next_marker(marker))
      if (facts_.code[marker].op == Op::finally_) return true;
  }
  return false;
}

/// The frame that a break or continue ends, 0 when there is none (broken code).
uint32_t ControlFlowWalk::jump_target(ValueId at) const {
  const Instruction& jump = facts_.code[at];
  const bool is_break = jump.op == Op::break_;
  for (uint32_t frame = static_cast<uint32_t>(frames_.size()); --frame > 0;) {
    const Instruction& marker = facts_.code[frames_[frame].marker];
    if (jump.a != none) {
      if (marker.op != Op::label_begin || marker.a != jump.a) continue;
      return is_break || frame + 1 == frames_.size() ? frame : frame + 1;
    }
    if (marker.op == Op::loop_begin || (is_break && marker.op == Op::switch_begin)) return frame;
  }
  return 0;
}

/// `continue` in a do loop goes to its test.
void ControlFlowWalk::begin_do_loop_test(ValueId at) {
  const Frame& loop = frames_.back();
  if (!loop.has_continue) return;
  state_.fact = is_left_inside() ? add_region(loop.entry.fact) : loop.entry.fact;
  state_.is_reachable = loop.entry.is_reachable;
  state_.is_after_await |= loop.entry.is_after_await || loop.has_await;
  start_segment(at.raw);
}

void ControlFlowWalk::pass_await(ValueId at) {
  frames_.back().has_await = true;
  if (state_.is_after_await) return;
  state_.is_after_await = true;
  start_segment(at.raw + 1);
}

uint32_t ControlFlowWalk::add_fact(uint32_t parent, uint32_t region, ValueId condition, bool sense,
                                   ValueId block) {
  out_.facts_.push_back({parent, region, condition, block, sense});
  return static_cast<uint32_t>(out_.facts_.size() - 1);
}

uint32_t ControlFlowWalk::add_region(uint32_t parent, ValueId condition, bool sense, ValueId block) {
  out_.regions_.push_back({parent == none ? none : region_of(parent), 0, 0});
  return add_fact(parent, static_cast<uint32_t>(out_.regions_.size() - 1), condition, sense, block);
}

void ControlFlowWalk::start_segment(uint32_t begin) {
  const ControlFlow::Segment segment{begin, state_.fact, state_.is_reachable, state_.is_after_await};
  auto& segments = out_.segments_;
  if (!segments.empty() && segments.back().begin == begin)
    segments.back() = segment;
  else
    segments.push_back(segment);
}

}  // namespace leaklint
