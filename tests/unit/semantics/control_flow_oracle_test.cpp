// Runs random programs, every condition by chance, and checks that no run contradicts what ControlFlow says.

#include <algorithm>
#include <map>
#include <optional>

#include "semantics/control_flow.h"
#include "unit/semantics/facts_of_source.h"
#include "unit/semantics/random_program.h"

namespace leaklint {
namespace {

using namespace random_program;

struct Event {
  enum class Kind { call, condition, wait } kind;
  int number;
  bool outcome = false;
};

/// One run of a program: what happened, in order.
class ProgramRun {
 public:
  ProgramRun(const Body& program, unsigned seed) : random_(seed) {
    is_complete_ = run(program, 0) != End::out_of_time;
  }

  const std::vector<Event>& events() const { return events_; }
  /// Whether it came to an end, and no call or await threw on the way.
  bool is_undisturbed() const { return is_complete_ && !has_thrown_; }

 private:
  enum class End { normal, break_, continue_, return_, throw_, out_of_time };

  bool toss() { return random_() & 1; }
  bool fails() { return random_() % 16 == 0 && (has_thrown_ = true); }
  bool is_out_of_time() const { return events_.size() > 200; }

  End run(const Body& body, size_t from) {
    for (size_t at = from; at < body.size(); ++at)
      if (const End end = run(body[at]); end != End::normal) return end;
    return End::normal;
  }

  /// Whether the condition holds; nothing when it threw.
  std::optional<bool> test(const Statement& statement) {
    if (fails()) return std::nullopt;
    events_.push_back({Event::Kind::condition, statement.number, toss()});
    return events_.back().outcome;
  }

  End run(const Statement& statement) {
    if (is_out_of_time()) return End::out_of_time;
    switch (statement.form) {
      case Form::acquire:
      case Form::release:
      case Form::call:
        events_.push_back({Event::Kind::call, statement.number});
        return fails() ? End::throw_ : End::normal;
      case Form::wait:
        events_.push_back({Event::Kind::wait, statement.number});
        return fails() ? End::throw_ : End::normal;
      case Form::return_:
        return End::return_;
      case Form::throw_:
        return End::throw_;
      case Form::break_:
        return End::break_;
      case Form::continue_:
        return End::continue_;
      case Form::if_: {
        const auto outcome = test(statement);
        if (!outcome) return End::throw_;
        if (*outcome) return run(statement.bodies[0], 0);
        return statement.bodies.size() > 1 ? run(statement.bodies[1], 0) : End::normal;
      }
      case Form::try_:
        return run_try(statement);
      case Form::switch_:
        return run_switch(statement);
      default:
        return run_loop(statement);
    }
  }

  End run_loop(const Statement& loop) {
    while (true) {
      if (is_out_of_time()) return End::out_of_time;
      if (loop.form == Form::for_of && toss()) return End::normal;
      if (loop.form == Form::while_) {
        const auto outcome = test(loop);
        if (!outcome) return End::throw_;
        if (!*outcome) return End::normal;
      }
      const End end = run(loop.bodies[0], 0);
      if (end == End::break_) return End::normal;
      if (end != End::normal && end != End::continue_) return end;
      if (loop.form != Form::do_) continue;
      const auto outcome = test(loop);
      if (!outcome) return End::throw_;
      if (!*outcome) return End::normal;
    }
  }

  End run_try(const Statement& statement) {
    End end = run(statement.bodies[0], 0);
    if (end == End::throw_ && statement.has_catch) end = run(statement.bodies[1], 0);
    if (!statement.has_finally || end == End::out_of_time) return end;
    const End last = run(statement.bodies.back(), 0);
    return last == End::normal ? end : last;
  }

  End run_switch(const Statement& statement) {
    Body all;
    std::vector<size_t> entries;
    for (const Body& body : statement.bodies) {
      entries.push_back(all.size());
      all.insert(all.end(), body.begin(), body.end());
    }
    const size_t chosen = random_() % (entries.size() + (statement.has_default ? 0 : 1));
    if (chosen == entries.size()) return End::normal;
    const End end = run(all, entries[chosen]);
    return end == End::break_ ? End::normal : end;
  }

  std::mt19937 random_;
  std::vector<Event> events_;
  bool has_thrown_ = false, is_complete_ = false;
};

/// A program with the instructions that its numbers stand for.
struct Subject {
  explicit Subject(const Body& program)
      : text(text_of(program)), file("async function f() {" + text + "}"), flow(file.facts) {
    for (ValueId id : ids(file.facts.code)) {
      const Instruction& instruction = file.facts.code[id];
      const std::string code = file.text_of(id);
      if (instruction.op != Op::call) continue;
      if (code.starts_with("open") || code.starts_with("close") || code.starts_with("call"))
        calls[number_in(code)] = id;
      else
        conditions[id] = number_in(code);
    }
  }
  static int number_in(const std::string& code) {
    return std::stoi(code.substr(code.find_first_of("0123456789")));
  }

  std::string text;
  FactsOfSource file;
  ControlFlow flow;
  std::map<int, ValueId> calls;       // by number
  std::map<ValueId, int> conditions;  // numbers
};

/// Everything the run shows about one executed call.
void check_event(const Subject& subject, const std::vector<Event>& events, size_t now) {
  const ValueId at = subject.calls.at(events[now].number);
  ASSERT_TRUE(subject.flow.is_reachable(at)) << subject.file.text_of(at);
  std::map<int, bool> outcomes;
  bool is_after_await = false;
  for (size_t before = 0; before < now; ++before) {
    if (events[before].kind == Event::Kind::condition)
      outcomes[events[before].number] = events[before].outcome;
    is_after_await |= events[before].kind == Event::Kind::wait;
  }
  if (is_after_await) ASSERT_TRUE(subject.flow.may_run_after_await(at)) << subject.file.text_of(at);
  for (const Guard& guard : subject.flow.guards_of(at)) {
    const auto condition = subject.conditions.find(guard.condition);
    if (condition == subject.conditions.end()) continue;
    ASSERT_TRUE(outcomes.count(condition->second)) << subject.file.text_of(at);
    ASSERT_EQ(outcomes[condition->second], guard.sense)
        << subject.file.text_of(at) << " under " << subject.file.text_of(guard.condition);
  }
  const auto has_run_before = [&](int number) {
    return std::any_of(events.begin(), events.begin() + static_cast<ptrdiff_t>(now), [&](const Event& event) {
      return event.kind == Event::Kind::call && event.number == number;
    });
  };
  for (const auto& [number, other] : subject.calls)
    if (other != at && subject.flow.dominates(other, at))
      ASSERT_TRUE(has_run_before(number))
          << subject.file.text_of(other) << " before " << subject.file.text_of(at);
}

void check_run(const Subject& subject, const ProgramRun& run) {
  std::map<int, bool> has_run;
  for (const Event& event : run.events())
    if (event.kind == Event::Kind::call) has_run[event.number] = true;
  for (size_t at = 0; at < run.events().size(); ++at) {
    if (run.events()[at].kind != Event::Kind::call) continue;
    check_event(subject, run.events(), at);
    if (::testing::Test::HasFatalFailure()) return;
  }
  if (!run.is_undisturbed()) return;
  for (const auto& [number, at] : subject.calls) {
    if (!has_run.count(number)) continue;
    for (const auto& [other_number, other] : subject.calls)
      if (subject.flow.always_runs_with(at, other))
        ASSERT_TRUE(has_run.count(other_number))
            << subject.file.text_of(other) << " with " << subject.file.text_of(at);
  }
}

TEST(ControlFlowOracle, no_run_of_a_random_program_contradicts_it) {
  for (unsigned seed = 1; seed <= 1500; ++seed) {
    const Body program = Generator(seed).program();
    const Subject subject(program);
    for (unsigned run = 0; run < 20; ++run) {
      check_run(subject, ProgramRun(program, seed * 1000 + run));
      ASSERT_FALSE(HasFatalFailure()) << "seed " << seed << ": " << subject.text;
    }
  }
}

}  // namespace
}  // namespace leaklint
