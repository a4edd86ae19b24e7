#pragma once

#include <cstdint>
#include <vector>

#include "semantics/control_flow.h"

namespace leaklint {

/// Fills a ControlFlow: one pass over each function, with a frame for every open statement.
class ControlFlowWalk {
 public:
  ControlFlowWalk(const FileFacts& facts, ControlFlow& out) : facts_(facts), out_(out) {}
  void run(const Function& function);

 private:
  static constexpr uint32_t none = Id<int>::none_raw;

  /// What is known at one point of the code.
  struct State {
    uint32_t fact = none;
    bool is_reachable = true;
    bool is_after_await = false;
  };
  /// A statement whose end has not been reached yet.
  struct Frame {
    ValueId marker;     ///< its first
    State entry;        ///< where it begins
    State joined;       ///< of the ways that reach its end: the last one's fact, all ones' await
    uint32_t ways = 0;  ///< how many ways reach its end
    /// The outermost frame that a jump inside ends: below this frame's own index, something inside leaves it.
    uint32_t leaves_to = none;
    uint32_t left_before_finally = none;  ///< the same, of the parts before the finally
    bool has_await = false;
    bool has_other_branch = false;  ///< else, default or catch
    bool is_in_case = false;
    bool is_in_finally = false;
    bool has_continue = false;
    bool is_reached_through_finally = false;  ///< a break to its end runs a finally before it gets there
    ValueId do_loop_test;                     ///< where a do loop's test begins
  };

  void collect_markers(const Function& function);
  void step(ValueId at);
  void open(ValueId at);
  void turn(ValueId at);
  void turn_to_else(ValueId at);
  void turn_to_case(ValueId at);
  void close(ValueId at);
  void finish_if();
  void finish_loop();
  void finish_try();
  void leave(ValueId at);
  void pass_await(ValueId at);

  void finish_branch();
  void add_way(const State& state);
  void join();
  bool is_left_inside() const { return frames_.back().leaves_to < frames_.size() - 1; }
  void begin_do_loop_test(ValueId at);
  uint32_t jump_target(ValueId at) const;
  bool passes_finally(uint32_t target) const;
  uint32_t add_fact(uint32_t parent, uint32_t region, ValueId condition, bool sense, ValueId block);
  /// A new region inside that of `parent`, with what is known there and one condition more.
  uint32_t add_region(uint32_t parent, ValueId condition = {}, bool sense = true, ValueId block = {});
  uint32_t region_of(uint32_t fact) const { return out_.facts_[fact].region; }
  void start_segment(uint32_t begin);

  const FileFacts& facts_;
  ControlFlow& out_;
  State state_;
  std::vector<Frame> frames_;  // [0] is the function itself
  std::vector<ValueId> loops_with_await_;
};

}  // namespace leaklint
