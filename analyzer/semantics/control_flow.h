#pragma once

#include <optional>
#include <vector>

#include "semantics/facts.h"

namespace leaklint {

/// A condition whose outcome is known where an instruction runs.
struct Guard {
  ValueId condition;  ///< under a `case_` block: the value that the switch's discriminant equals
  bool sense = true;  ///< whether it was truthy
  ValueId block;      ///< the marker whose branch was taken: if_begin, else_ or case_; for what holds after
                      ///< `if (x) return`, the if_begin; the switch_begin for the cases of `switch (true)`
};

/// A try statement around an instruction, and which part of it holds the instruction.
struct TryAround {
  enum class Part : uint8_t { body, catch_, finally_ };
  Part part = Part::body;
  ValueId begin;
  ValueId catch_;    ///< none when there is no catch
  ValueId finally_;  ///< none when there is no finally
  ValueId end;
};

/// Answers questions about the order in which one file's instructions run. Made in one pass over the code,
/// which is structured: no graph is built. Exceptions are left aside except where a catch clause takes them.
///
/// Every instruction belongs to a *region*: the instructions of one region run together, all or none of them
/// (unless something throws). Regions form a tree: to enter one, its parent must be entered before. So
/// "dominates" is "earlier in the code, and in the same region or one around it". Beside the regions there
/// is, for every stretch of code, a chain of *facts*: the conditions that led there. Both are trees shared by
/// all instructions, so that the whole takes memory linear in the number of branches.
class ControlFlow {
 public:
  explicit ControlFlow(const FileFacts& facts);

  /// Every condition known to hold when `at` runs, the nearest first: branches around it, and earlier ones
  /// that leave (`if (x) return;`). `&&`, `||`, `!` are taken apart: in `if (a && !b)` a holds and b does
  /// not. A condition had that outcome when it was tested; what it read may have been written since.
  std::vector<Guard> guards_of(ValueId at) const;
  /// What is known when `condition` turned out as `sense`, taken apart likewise.
  std::vector<Guard> parts_of(ValueId condition, bool sense) const;

  bool is_reachable(ValueId at) const { return segment_of(at).is_reachable; }
  /// Whether the function may have been suspended (by await, yield, for await) before `at`.
  bool may_run_after_await(ValueId at) const { return segment_of(at).is_after_await; }
  /// Whether every run of `later` in one call has `earlier` behind it. False across functions.
  bool dominates(ValueId earlier, ValueId later) const;
  /// Whether `other` runs, before or after, in every call of the function that runs `at`, if nothing throws.
  bool always_runs_with(ValueId at, ValueId other) const;

  /// The loop_begin of the innermost loop around `at`, or none.
  ValueId loop_around(ValueId at) const { return around(at, Op::loop_begin); }
  /// The finally_ marker of the innermost finally around `at`, or none.
  ValueId finally_around(ValueId at) const { return around(at, Op::finally_); }
  /// The innermost try statement around `at`. For the next one further out, ask for its `begin`.
  std::optional<TryAround> try_around(ValueId at) const;

  /// The next marker of the same statement: the else_ or if_end of an if_begin, the next case_, …; none for
  /// what is no marker or the last.
  ValueId next_marker(ValueId marker) const;
  /// The first marker of the same statement.
  ValueId first_marker(ValueId marker) const;
  /// The first instruction of the test at the end of a do loop, where `continue` goes to; none for other
  /// loops.
  ValueId do_loop_test(ValueId loop) const;

 private:
  friend class ControlFlowWalk;

  struct Fact {
    uint32_t parent;  // in facts_, or none
    uint32_t region;
    ValueId condition;  // none: only a region of its own
    ValueId block;
    bool sense;
  };
  struct Region {
    uint32_t parent;
    uint32_t first;  // place in preorder, and that of the last region inside
    uint32_t last;
  };
  struct Segment {  // code from `begin` up to the next segment
    uint32_t begin;
    uint32_t fact;
    bool is_reachable;
    bool is_after_await;
  };
  struct Marker {
    uint32_t id, next, first;
  };

  const Segment& segment_of(ValueId at) const;
  bool runs_whenever(ValueId outer, ValueId inner) const;
  const Marker* marker_row(ValueId marker) const;
  ValueId around(ValueId at, Op op) const;
  void take_apart(Guard guard, std::vector<Guard>& parts) const;
  void number_regions();

  const FileFacts& file_;
  std::vector<Fact> facts_;
  std::vector<Region> regions_;
  std::vector<Segment> segments_;
  std::vector<Marker> markers_;
};

/// Whether a condition is a literal, and if so what it is: `while (true)`.
std::optional<bool> constant_outcome(const FileFacts& facts, ValueId condition);

bool opens_block(Op op);   ///< if_begin, loop_begin, switch_begin, try_begin, label_begin
bool turns_block(Op op);   ///< else_, case_, catch_, finally_
bool closes_block(Op op);  ///< if_end, loop_end, switch_end, try_end, label_end

}  // namespace leaklint
