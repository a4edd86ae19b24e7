// Compares ways_out with a slow and obvious reckoning: random programs are run from each state in turn, every
// condition both ways, loops until no state is new.

#include <set>
#include <string>
#include <vector>

#include "semantics/possession.h"
#include "semantics/ways_out.h"
#include "unit/semantics/facts_of_source.h"
#include "unit/semantics/random_program.h"

namespace leaklint {
namespace {

using namespace random_program;

enum State { nothing, held, released };

/// How a statement is left: "" normally, "break", "continue", "call" (a call threw), or a way out by name.
using Ends = std::set<std::pair<std::string, State>>;

class Oracle {
 public:
  std::set<std::string> ways_of(const Body& program) {
    std::set<std::string> ways;
    for (const auto& [how, state] : run(program, 0, nothing)) {
      if (state != held || how == "call") continue;
      ways.insert(how.empty() ? "end" : how);
    }
    if (acquires_again_) ways.insert("again");
    return ways;
  }

  bool acquires() const { return acquires_; }

 private:
  Ends run(const Body& body, size_t from, State state) {
    Ends ends, now = {{"", state}};
    for (size_t at = from; at < body.size(); ++at) {
      Ends next;
      for (const auto& [how, reached] : now) {
        for (const auto& end : run(body[at], reached)) (end.first.empty() ? next : ends).insert(end);
      }
      now = next;
    }
    ends.insert(now.begin(), now.end());
    return ends;
  }

  Ends run(const Statement& statement, State state) {
    const std::string number = std::to_string(statement.number);
    switch (statement.form) {
      case Form::acquire:
        acquires_ = true;
        if (state == held) acquires_again_ = true;
        return {{"", held}, {"call", state}};
      case Form::release:
        if (state == held) state = released;
        return {{"", state}, {"call", state}};
      case Form::wait:
        return {{"", state}, {"await p" + number, state}};
      case Form::call:
        return {{"", state}, {"call", state}};
      case Form::return_:
        return {{"return " + number, state}};
      case Form::throw_:
        return {{"throw " + number, state}};
      case Form::break_:
        return {{"break", state}};
      case Form::continue_:
        return {{"continue", state}};
      case Form::if_: {
        Ends ends = run(statement.bodies[0], 0, state);
        const Ends other =
            statement.bodies.size() > 1 ? run(statement.bodies[1], 0, state) : Ends{{"", state}};
        ends.insert(other.begin(), other.end());
        ends.insert({"call", state});
        return ends;
      }
      case Form::try_:
        return run_try(statement, state);
      case Form::switch_:
        return run_switch(statement, state);
      default:
        return run_loop(statement, state);
    }
  }

  Ends run_loop(const Statement& loop, State state) {
    Ends ends;
    std::set<State> seen, waiting = {state};
    while (!waiting.empty()) {
      const State head = *waiting.begin();
      waiting.erase(waiting.begin());
      if (!seen.insert(head).second) continue;
      if (loop.form == Form::while_) ends.insert({"call", head});
      if (loop.form != Form::do_) ends.insert({"", head});
      for (const auto& [how, reached] : run(loop.bodies[0], 0, head)) {
        if (how == "break") {
          ends.insert({"", reached});
        } else if (how.empty() || how == "continue") {
          waiting.insert(reached);
          if (loop.form != Form::do_) continue;
          ends.insert({"", reached});
          ends.insert({"call", reached});
        } else {
          ends.insert({how, reached});
        }
      }
    }
    return ends;
  }

  Ends run_try(const Statement& statement, State state) {
    Ends before;
    for (const auto& [how, reached] : run(statement.bodies[0], 0, state)) {
      const bool is_thrown = how == "call" || how.starts_with("throw") || how.starts_with("await");
      if (is_thrown && statement.has_catch) {
        const Ends caught = run(statement.bodies[1], 0, reached);
        before.insert(caught.begin(), caught.end());
      } else {
        before.insert({how, reached});
      }
    }
    if (!statement.has_finally) return before;
    Ends ends;
    for (const auto& [how, reached] : before)
      for (const auto& [then, last] : run(statement.bodies.back(), 0, reached))
        ends.insert({then.empty() ? how : then, last});
    return ends;
  }

  Ends run_switch(const Statement& statement, State state) {
    Body all;
    std::vector<size_t> entries;
    for (const Body& body : statement.bodies) {
      entries.push_back(all.size());
      all.insert(all.end(), body.begin(), body.end());
    }
    Ends ends;
    if (!statement.has_default) ends.insert({"", state});
    for (size_t entry : entries)
      for (const auto& [how, reached] : run(all, entry, state))
        ends.insert({how == "break" ? "" : how, reached});
    return ends;
  }

  bool acquires_ = false, acquires_again_ = false;
};

std::set<std::string> computed_ways(const std::string& body) {
  const FactsOfSource file("async function f() {" + body + "}");
  const ControlFlow flow(file.facts);
  WaysOutQuery query;
  query.from = file.call("open");
  query.is_release = [&](ValueId at) {
    return file.facts.code[at].op == Op::call && file.text_of(at).starts_with("close");
  };
  std::set<std::string> ways;
  for (const WayOut& way : ways_out(file.facts, file.uses, flow, query)) {
    std::string text = way.at ? file.text_of(way.at) : "end";
    if (!text.empty() && text.back() == ';') text.pop_back();
    ways.insert(way.kind == WayOut::Kind::loop_again ? "again" : text);
  }
  return ways;
}

TEST(WaysOutOracle, agrees_on_random_programs) {
  int compared = 0;
  for (unsigned seed = 1; seed <= 6000; ++seed) {
    const Body program = Generator(seed).program();
    const std::string text = text_of(program);
    Oracle oracle;
    const std::set<std::string> expected = oracle.ways_of(program);
    // Dead code may be thought to run: a catch clause counts as reachable whatever its try does.
    if (!oracle.acquires()) continue;
    ++compared;
    ASSERT_EQ(computed_ways(text), expected) << "seed " << seed << ": " << text;
  }
  EXPECT_GT(compared, 3000);
}

TEST(Possession, follows_the_states) {
  const Possession start = Possession::not_yet();
  EXPECT_TRUE(start.acquired().may_be_held());
  EXPECT_FALSE(start.acquired().released().may_be_held());
  EXPECT_FALSE(start.acquired().not_acquired().may_be_held());
  EXPECT_TRUE(start.acquired().unless_held().is_unreachable());
  const Possession turn = Possession::unchanged().released().or_else(Possession::unchanged().acquired());
  EXPECT_TRUE(start.then(turn.repeated()).may_be_held());
  EXPECT_EQ(Possession::unchanged().then(turn), turn);
  EXPECT_EQ(turn.repeated().then(turn.repeated()), turn.repeated());
}

}  // namespace
}  // namespace leaklint
