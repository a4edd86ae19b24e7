#include "semantics/ways_out.h"

#include <algorithm>

#include "semantics/condition.h"
#include "semantics/possession.h"
#include "semantics/rejection.h"

namespace leaklint {
namespace {

constexpr uint32_t none = Id<int>::none_raw;

class WaysOutWalk {
 public:
  WaysOutWalk(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
              const WaysOutQuery& query)
      : facts_(facts), uses_(uses), flow_(flow), query_(query), known_(facts, uses, flow, query.from) {}

  std::vector<WayOut> run();

 private:
  enum class Jump : uint8_t { end, return_, throw_, throw_after_await, loop_again, break_, continue_ };

  /// A way that leaves the statements around it, on its way to its target.
  struct Way {
    Jump jump;
    ValueId at;
    uint32_t target;  // frame of a break or continue
    Possession possession;
  };
  struct Frame {
    ValueId marker;                                        // the statement's first
    Possession entry = Possession::unreachable();          // where it begins
    Possession joined = Possession::unreachable();         // the ways that reach its end
    Possession again = Possession::unreachable();          // loops: the ways to the next turn
    Possession thrown = Possession::unreachable();         // by calls inside
    Possession thrown_before = Possession::unreachable();  // those that came to the finally
    ValueId do_loop_test;                                  // where a do loop's test begins
    size_t first_way = 0;                                  // in ways_
    size_t finally_way = 0;  // ways before it come to the finally, ways behind it are the finally's own
    bool has_other_branch = false;
    bool is_in_case = false;
    bool is_in_finally = false;
  };

  ValueId find_start() const;
  void rebuild_frames(ValueId start);
  void step(ValueId at);
  bool take_possession_step(ValueId at);
  void open(ValueId at);
  void turn(ValueId at);
  void close(ValueId at);
  void close_loop(Frame& frame);
  void close_try(Frame& frame);
  void enter_catch(Frame& frame);
  bool is_harmless(ValueId call) const;
  void pass_call(ValueId at);
  void pass_await(ValueId at);
  void leave(ValueId at);
  void emit(Jump jump, ValueId at, Possession possession, uint32_t target = none);
  void deliver_ways(size_t first);
  bool keeps_ways(uint32_t frame) const;
  uint32_t innermost_keeper() const;
  void limit_ways(size_t first);
  uint32_t jump_target(ValueId at) const;
  Possession when(Possession possession, ValueId condition, bool sense) const;
  std::vector<WayOut> report() const;

  const FileFacts& facts_;
  const ValueUses& uses_;
  const ControlFlow& flow_;
  const WaysOutQuery& query_;
  KnownConditions known_;
  Possession now_ = Possession::not_yet();
  std::vector<Frame> frames_;  // [0] is the function itself
  std::vector<Way> ways_;      // those of the innermost frame that keeps ways are the last ones
};

std::vector<WayOut> WaysOutWalk::run() {
  const ValueId start = find_start();
  if (!flow_.is_reachable(start)) return {};
  const ValueId end = facts_.functions[facts_.function_of(query_.from)].code_end;
  rebuild_frames(start);
  ValueId at = start;
  for (; at < end; at = ValueId(at.raw + 1)) {
    step(at);
    // Nothing can go wrong any more once it is released on every way and no statement around is open.
    if (frames_.size() == 1 && at >= query_.from && !now_.may_be_held()) break;
  }
  if (at == end) emit(Jump::end, ValueId(), now_);
  return report();
}

/// Where the walk has to begin: what comes before has no influence, except that loops come back to it, and
/// that a finally is entered on several ways.
ValueId WaysOutWalk::find_start() const {
  ValueId start = query_.from;
  for (ValueId block = facts_.code[start].block; block; block = facts_.code[block].block) {
    const Op op = facts_.code[block].op;
    if (op == Op::loop_begin) start = block;
    if (op == Op::finally_) start = flow_.first_marker(block);
  }
  return start;
}

/// The statements that are open at the start, as if walked up to there.
void WaysOutWalk::rebuild_frames(ValueId start) {
  std::vector<ValueId> blocks;
  for (ValueId block = facts_.code[start].block; block; block = facts_.code[block].block)
    blocks.push_back(block);
  frames_.assign(1, Frame{});
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    const Op op = facts_.code[*block].op;
    Frame frame;
    frame.marker = flow_.first_marker(*block);
    frame.entry = Possession::not_yet();
    frame.has_other_branch = op == Op::else_ || op == Op::catch_;
    frame.is_in_case = op == Op::case_;
    frames_.push_back(frame);
  }
}

void WaysOutWalk::step(ValueId at) {
  if (Frame& loop = frames_.back(); loop.do_loop_test == at) {
    now_.add(loop.again);
    loop.again = Possession::unreachable();
  }
  if (take_possession_step(at)) return;
  const Op op = facts_.code[at].op;
  if (opens_block(op)) return open(at);
  if (turns_block(op)) return turn(at);
  if (closes_block(op)) return close(at);
  switch (op) {
    case Op::call:
    case Op::new_:
    case Op::import_call:
      return pass_call(at);
    case Op::await_:
      return pass_await(at);
    case Op::return_:
    case Op::throw_:
    case Op::break_:
    case Op::continue_:
      return leave(at);
    default:
      return;
  }
}

/// Acquires or releases, when the instruction does. Returns whether there is nothing else to it.
bool WaysOutWalk::take_possession_step(ValueId at) {
  if (at == query_.from) {
    emit(Jump::loop_again, at, now_);
    frames_[innermost_keeper()].thrown.add(now_);
    now_ = now_.acquired();
    return true;
  }
  if (!now_.may_be_held_somehow()) return false;
  if (query_.is_release(at) || (query_.is_handoff && query_.is_handoff(at))) now_ = now_.released();
  return false;
}

void WaysOutWalk::open(ValueId at) {
  const Instruction& instruction = facts_.code[at];
  Frame frame;
  frame.marker = at;
  frame.entry = now_;
  frame.first_way = ways_.size();
  frames_.push_back(frame);
  if (instruction.op == Op::if_begin) now_ = when(now_, ValueId(instruction.a), true);
  if (instruction.op != Op::loop_begin) return;
  frames_.back().do_loop_test = flow_.do_loop_test(at);
  now_ = Possession::unchanged();
  const auto kind = static_cast<LoopKind>(instruction.aux);
  if (kind == LoopKind::for_await) emit(Jump::throw_after_await, at, now_);
  if (kind >= LoopKind::for_of) frames_.back().joined.add(now_);
}

void WaysOutWalk::turn(ValueId at) {
  if (frames_.size() == 1) return;
  Frame& frame = frames_.back();
  switch (facts_.code[at].op) {
    case Op::else_:
      frame.joined.add(now_);
      frame.has_other_branch = true;
      now_ = when(frame.entry, ValueId(facts_.code[frame.marker].a), false);
      break;
    case Op::case_:
      if (!frame.is_in_case) now_ = Possession::unreachable();
      frame.is_in_case = true;
      frame.has_other_branch |= facts_.code[at].a == none;
      now_.add(frame.entry);
      break;
    case Op::catch_:
      enter_catch(frame);
      break;
    case Op::finally_:
      frame.joined.add(now_);
      frame.is_in_finally = true;
      frame.finally_way = ways_.size();
      frame.thrown_before = frame.thrown;
      frame.thrown = Possession::unreachable();
      now_ = Possession::unchanged();
      break;
    default:
      break;
  }
}

/// All that is thrown inside the try comes here.
void WaysOutWalk::enter_catch(Frame& frame) {
  frame.joined.add(now_);
  now_ = frame.thrown;
  frame.thrown = Possession::unreachable();
  const auto is_thrown = [](const Way& way) {
    return way.jump == Jump::throw_ || way.jump == Jump::throw_after_await;
  };
  const auto first = ways_.begin() + static_cast<ptrdiff_t>(frame.first_way);
  for (auto way = first; way != ways_.end(); ++way)
    if (is_thrown(*way)) now_.add(way->possession);
  ways_.erase(std::remove_if(first, ways_.end(), is_thrown), ways_.end());
}

void WaysOutWalk::close(ValueId at) {
  if (frames_.size() == 1) return;
  Frame frame = frames_.back();
  switch (facts_.code[at].op) {
    case Op::if_end:
      frame.joined.add(now_);
      if (!frame.has_other_branch)
        frame.joined.add(when(frame.entry, ValueId(facts_.code[frame.marker].a), false));
      now_ = frame.joined;
      break;
    case Op::switch_end:
      if (frame.is_in_case) frame.joined.add(now_);
      if (!frame.has_other_branch) frame.joined.add(frame.entry);
      now_ = frame.joined;
      break;
    case Op::loop_end:
      close_loop(frame);
      break;
    case Op::try_end:
      close_try(frame);
      break;
    default:
      frame.joined.add(now_);
      now_ = frame.joined;
      break;
  }
  const bool kept_ways = keeps_ways(static_cast<uint32_t>(frames_.size() - 1));
  frames_.pop_back();
  if (!kept_ways) return;
  frames_[innermost_keeper()].thrown.add(frame.thrown);
  deliver_ways(frame.first_way);
}

void WaysOutWalk::close_loop(Frame& frame) {
  const Possession turns = frame.entry.then(now_.or_else(frame.again).repeated());
  for (size_t at = frame.first_way; at < ways_.size(); ++at)
    ways_[at].possession = turns.then(ways_[at].possession);
  frame.thrown = turns.then(frame.thrown);
  now_ = turns.then(frame.joined);
}

/// The finally is run through by everything that comes to it; then each way goes on where it was going.
void WaysOutWalk::close_try(Frame& frame) {
  if (!frame.is_in_finally) {
    frame.joined.add(now_);
    now_ = frame.joined;
    return;
  }
  const Possession finally = now_;
  Possession all = frame.joined.or_else(frame.thrown_before);
  for (size_t at = frame.first_way; at < frame.finally_way; ++at) {
    if (ways_[at].jump == Jump::loop_again) continue;
    all.add(ways_[at].possession);
    ways_[at].possession = ways_[at].possession.then(finally);
  }
  for (size_t at = frame.finally_way; at < ways_.size(); ++at)
    ways_[at].possession = all.then(ways_[at].possession);
  frame.thrown = all.then(frame.thrown).or_else(frame.thrown_before.then(finally));
  now_ = frame.joined.then(finally);
}

/// `url.toString()`, `list.push(item)`: methods of the language that do not throw on what has them.
bool WaysOutWalk::is_harmless(ValueId call) const {
  const Instruction& callee = facts_.code[ValueId(facts_.code[call].a)];
  if (facts_.code[call].op != Op::call || callee.op != Op::member) return false;
  static constexpr std::string_view names[] = {"toString", "slice",      "trim",     "split",    "push",
                                               "concat",   "startsWith", "endsWith", "includes", "indexOf"};
  return std::find(std::begin(names), std::end(names), facts_.names.text(NameId(callee.b))) !=
         std::end(names);
}

void WaysOutWalk::pass_call(ValueId at) {
  if (is_harmless(at)) return;
  if (query_.calls_may_throw)
    emit(Jump::throw_, at, now_);
  else
    frames_[innermost_keeper()].thrown.add(now_);
}

void WaysOutWalk::pass_await(ValueId at) {
  if (!may_reject(facts_, uses_, at)) return;
  const bool awaits_acquisition = origin_of(facts_, uses_, ValueId(facts_.code[at].a)) == query_.from;
  emit(Jump::throw_after_await, at, awaits_acquisition ? now_.not_acquired() : now_);
}

void WaysOutWalk::leave(ValueId at) {
  switch (facts_.code[at].op) {
    case Op::return_:
      emit(Jump::return_, at, now_);
      break;
    case Op::throw_:
      emit(Jump::throw_, at, now_);
      break;
    case Op::break_:
      emit(Jump::break_, at, now_, jump_target(at));
      break;
    default:
      emit(Jump::continue_, at, now_, jump_target(at));
      break;
  }
  now_ = Possession::unreachable();
}

/// Loops and try statements change what leaves them, so they keep it until they are closed.
bool WaysOutWalk::keeps_ways(uint32_t frame) const {
  if (frame == 0) return true;
  const Op op = facts_.code[frames_[frame].marker].op;
  return op == Op::loop_begin || op == Op::try_begin;
}

uint32_t WaysOutWalk::innermost_keeper() const {
  uint32_t frame = static_cast<uint32_t>(frames_.size() - 1);
  while (!keeps_ways(frame)) --frame;
  return frame;
}

void WaysOutWalk::emit(Jump jump, ValueId at, Possession possession, uint32_t target) {
  if (possession.is_unreachable()) return;
  ways_.push_back({jump, at, target, possession});
  deliver_ways(ways_.size() - 1);
}

/// Ways from `first` on have come to the innermost frame that keeps ways: breaks and continues whose
/// statement is reached end there.
void WaysOutWalk::deliver_ways(size_t first) {
  const uint32_t keeper = innermost_keeper();
  size_t kept = first;
  for (size_t at = first; at < ways_.size(); ++at) {
    const Way& way = ways_[at];
    if (way.target == none || way.target < keeper || way.target >= frames_.size())
      ways_[kept++] = way;
    else if (way.jump == Jump::break_)
      frames_[way.target].joined.add(way.possession);
    else
      frames_[way.target].again.add(way.possession);
  }
  ways_.erase(ways_.begin() + static_cast<ptrdiff_t>(kept), ways_.end());
  const Frame& frame = frames_[keeper];
  limit_ways(frame.is_in_finally ? frame.finally_way : frame.first_way);
}

/// A frame keeps few ways apart: the rest join one of their kind. That bounds the work on deeply nested
/// statements; nobody reads the fortieth return that forgets to close.
void WaysOutWalk::limit_ways(size_t first) {
  constexpr size_t limit = 32;
  if (ways_.size() - first <= 2 * limit) return;
  size_t kept = first + limit;
  for (size_t at = kept; at < ways_.size(); ++at) {
    const Way way = ways_[at];
    const auto same = std::find_if(
        ways_.begin() + static_cast<ptrdiff_t>(first), ways_.begin() + static_cast<ptrdiff_t>(kept),
        [&](const Way& other) { return other.jump == way.jump && other.target == way.target; });
    if (same == ways_.begin() + static_cast<ptrdiff_t>(kept))
      ways_[kept++] = way;
    else
      same->possession.add(way.possession);
  }
  ways_.erase(ways_.begin() + static_cast<ptrdiff_t>(kept), ways_.end());
}

uint32_t WaysOutWalk::jump_target(ValueId at) const {
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
  return none;
}

/// The part of `possession` that goes on when `condition` turns out as `sense`.
Possession WaysOutWalk::when(Possession possession, ValueId condition, bool sense) const {
  if (const auto outcome = constant_outcome(facts_, condition); outcome && *outcome != sense)
    return Possession::unreachable();
  if (!possession.may_be_held_somehow()) return possession;
  if (known_.excludes(condition, sense)) return possession.unless_held();
  if (!sense && query_.is_handle_test && query_.is_handle_test(condition)) return possession.unless_held();
  return possession;
}

std::vector<WayOut> WaysOutWalk::report() const {
  std::vector<WayOut> found;
  for (const Way& way : ways_)
    if (way.jump <= Jump::loop_again && way.possession.may_be_held())
      found.push_back({static_cast<WayOut::Kind>(way.jump), way.at});
  std::sort(found.begin(), found.end(), [](const WayOut& a, const WayOut& b) { return a.at < b.at; });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

std::vector<WayOut> ways_out(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                             const WaysOutQuery& query) {
  return WaysOutWalk(facts, uses, flow, query).run();
}

bool always_runs_after(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow, ValueId from,
                       ValueId to) {
  if (facts.function_of(from) != facts.function_of(to)) return false;
  WaysOutQuery query;
  query.from = from;
  query.is_release = [to](ValueId at) { return at == to; };
  return ways_out(facts, uses, flow, query).empty();
}

bool one_always_runs_before(const FileFacts& facts, const ValueUses& uses, const ControlFlow& flow,
                            std::span<const ValueId> earlier, ValueId later) {
  if (std::any_of(earlier.begin(), earlier.end(), [&](ValueId at) { return flow.dominates(at, later); }))
    return true;
  if (earlier.size() < 2 || flow.loop_around(later)) return false;
  // Something is held from the function's beginning, and each of `earlier` gives it back: is it still held at
  // `later` on some way?
  bool is_reached_before = false;
  WaysOutQuery query;
  query.from = facts.functions[facts.function_of(later)].code_begin;
  query.is_release = [&](ValueId at) {
    is_reached_before |= at == later;
    return std::find(earlier.begin(), earlier.end(), at) != earlier.end();
  };
  if (query.from == later) return false;
  ways_out(facts, uses, flow, query);
  return !is_reached_before;
}

}  // namespace leaklint
