#pragma once

#include <random>
#include <string>
#include <vector>

/// Random function bodies made of every kind of statement that control flow knows, for tests that compare
/// what the analyzer says of them with what running them shows.
namespace leaklint::random_program {

enum class Form {
  acquire,
  release,
  wait,
  call,
  return_,
  throw_,
  break_,
  continue_,
  if_,
  while_,
  do_,
  for_of,
  try_,
  switch_,
};

struct Statement {
  Form form;
  int number = 0;  // names its return value, promise or thrown value
  std::vector<std::vector<Statement>> bodies = {};
  bool has_catch = false, has_finally = false, has_default = false;
};
using Body = std::vector<Statement>;

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  Body program() {
    Body body = statements(3, false, false);
    // Exactly one acquisition, so that "the" acquiring instruction is one.
    if (!has_acquire_) body.insert(body.begin(), {Form::acquire});
    return body;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  Body statements(int depth, bool in_loop, bool in_switch) {
    Body body;
    for (int count = 1 + below(3); count > 0; --count) body.push_back(statement(depth, in_loop, in_switch));
    return body;
  }

  Statement statement(int depth, bool in_loop, bool in_switch) {
    if (depth == 0 || below(2) == 0) return {simple(in_loop, in_switch), ++number_};
    Statement made{Form::if_, ++number_};
    made.form = static_cast<Form>(static_cast<int>(Form::if_) + below(6));
    switch (made.form) {
      case Form::if_:
        made.bodies.push_back(statements(depth - 1, in_loop, in_switch));
        if (below(2)) made.bodies.push_back(statements(depth - 1, in_loop, in_switch));
        break;
      case Form::try_:
        made.has_catch = below(2);
        made.has_finally = !made.has_catch || below(2);
        for (int part = 1 + made.has_catch + made.has_finally; part > 0; --part)
          made.bodies.push_back(statements(depth - 1, in_loop, in_switch));
        break;
      case Form::switch_:
        made.has_default = below(2);
        for (int part = 1 + below(2) + made.has_default; part > 0; --part)
          made.bodies.push_back(statements(depth - 1, in_loop, true));
        break;
      default:
        made.bodies.push_back(statements(depth - 1, true, false));
        break;
    }
    return made;
  }

  Form simple(bool in_loop, bool in_switch) {
    while (true) {
      const Form form = static_cast<Form>(below(static_cast<int>(Form::continue_) + 1));
      if (form == Form::acquire && has_acquire_) continue;
      if (form == Form::break_ && !in_loop && !in_switch) continue;
      if (form == Form::continue_ && !in_loop) continue;
      has_acquire_ |= form == Form::acquire;
      return form;
    }
  }

  std::mt19937 random_;
  int number_ = 0;
  bool has_acquire_ = false;
};

inline std::string text_of(const Body& body);

inline std::string text_of(const Statement& statement) {
  const std::string number = std::to_string(statement.number);
  const auto block = [&](size_t at) { return "{" + text_of(statement.bodies[at]) + "}"; };
  switch (statement.form) {
    case Form::acquire:
      return "open(" + number + ");";
    case Form::release:
      return "close(" + number + ");";
    case Form::wait:
      return "await p" + number + ";";
    case Form::call:
      return "call(" + number + ");";
    case Form::return_:
      return "return " + number + ";";
    case Form::throw_:
      return "throw " + number + ";";
    case Form::break_:
      return "break;";
    case Form::continue_:
      return "continue;";
    case Form::if_:
      return "if (c" + number + "()) " + block(0) + (statement.bodies.size() > 1 ? " else " + block(1) : "");
    case Form::while_:
      return "while (c" + number + "()) " + block(0);
    case Form::do_:
      return "do " + block(0) + " while (c" + number + "());";
    case Form::for_of:
      return "for (const x of list) " + block(0);
    case Form::try_: {
      std::string text = "try " + block(0);
      if (statement.has_catch) text += " catch " + block(1);
      if (statement.has_finally) text += " finally " + block(statement.bodies.size() - 1);
      return text;
    }
    case Form::switch_: {
      std::string text = "switch (k) {";
      for (size_t at = 0; at < statement.bodies.size(); ++at)
        text += (statement.has_default && at + 1 == statement.bodies.size()
                     ? "default: "
                     : "case " + std::to_string(at) + ": ") +
                text_of(statement.bodies[at]);
      return text + "}";
    }
  }
  return "";
}

inline std::string text_of(const Body& body) {
  std::string text;
  for (const Statement& statement : body) text += text_of(statement) + " ";
  return text;
}

}  // namespace leaklint::random_program
