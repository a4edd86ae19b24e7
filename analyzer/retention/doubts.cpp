#include "retention/doubts.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/identifier_words.h"
#include "base/is_one_of.h"

namespace leaklint {
namespace {

/// Names that by convention are called once, when a program starts: no proof, but a reason to doubt.
bool names_start_up(std::string_view name) {
  // What a name begins with, its own little words left out: `startServer`, `_initSockets`, `CliRunner`.
  constexpr auto verbs = std::to_array<std::string_view>(
      {"start",     "init",   "initialize", "initialise", "main",     "run",       "boot",
       "bootstrap", "launch", "listen",     "setup",      "set",      "configure", "install",
       "register",  "serve",  "daemon",     "cli",        "schedule", "enable",    "activate",
       "use",       "plugin", "apply",      "preload",    "migrate"});
  // What it may end with as well: `onStart`, `doInit`, `internalStart`.
  constexpr auto occasions = std::to_array<std::string_view>(
      {"start", "init", "initialize", "initialise", "startup", "bootstrap", "once"});
  constexpr auto prefixes =
      std::to_array<std::string_view>({"on", "do", "hook", "pre", "post", "auto", "before", "after"});
  constexpr auto lives = std::to_array<std::string_view>(
      {"request", "session", "connection", "message", "job", "task", "call", "transaction", "drag", "touch"});
  const auto words = words_of(name);
  if (words.empty()) return false;
  if (words.back() == "exit" && words.front() == "on") return true;
  for (const std::string& word : words)
    if (is_one_of(word, lives) && word != words.front()) return false;
  const bool has_prefix = words.size() > 1 && is_one_of(words.front(), prefixes);
  const std::string& first = words[has_prefix ? 1 : 0];
  // `set(key, value)` stores; `setLocale()` sets up.
  if (is_one_of(first, verbs) && !(first == "set" && words.size() == 1)) return true;
  return is_one_of(words.back(), occasions) && !is_one_of(words.front(), lives);
}

/// Commands and events that come once, when the other side is there: 'init', 'worker:start', 'ready'.
bool tells_to_start(std::string_view text) {
  constexpr auto tellers = std::to_array<std::string_view>(
      {"ready", "open", "listening", "start", "started", "init", "initialize", "initialise", "initialized",
       "initialised", "load", "loaded", "setup", "configure", "bootstrap", "boot", "online"});
  const auto words = words_of(text);
  return !words.empty() && (is_one_of(words.front(), tellers) || is_one_of(words.back(), tellers));
}

}  // namespace

Doubts::Doubts(const Program& program, const Models& models, const Flow& flow, const Lives& lives,
               const CodeAnswers& answers)
    : program_(program),
      models_(models),
      flow_(flow),
      lives_(lives),
      answers_(answers),
      is_command_(program.function_count(), false) {
  find_commands();
}

void Doubts::add_with_parents(GlobalFunction function) {
  const FileId file = program_.file_of(function);
  const FileFacts& facts = program_.file(file).facts;
  for (FunctionId at = program_.local(function); at && at.raw != 0; at = facts.functions[at].parent)
    is_command_[program_.global(file, at).raw] = true;
}

/// Functions that end the process or read its standard input, and those that call them: an application's
/// commands, which it runs once.
void Doubts::find_commands() {
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    const FileFacts& facts = program_.file(file).facts;
    for (std::string_view name : {"exit", "stdin"}) {
      const NameId id = facts.names.find(name);
      if (!id) continue;
      for (ValueId read : answers_.uses(file).member_reads_of(id)) {
        const Instruction& object = facts.code[ValueId(facts.code[read].a)];
        if (object.op == Op::load_global && facts.names.text(NameId(object.a)) == "process")
          add_with_parents(program_.function_of(program_.global(file, read)));
      }
    }
  }
  const std::vector<bool> is_direct = is_command_;
  for (uint32_t raw = 0; raw < program_.function_count(); ++raw)
    if (is_direct[raw])
      for (const CallEdge& edge : flow_.callers_of(GlobalFunction(raw)))
        if (edge.call && edge.kind == CallEdge::Kind::direct && flow_.callees_of(edge.call).size() == 1)
          add_with_parents(program_.function_of(edge.call));
}

/// A closure that was passed to some call, and from there into something that outside code can reach: it is
/// no function of the interface, as a named or returned one is.
bool Doubts::is_handed_over(GlobalFunction function) const {
  const FileId file = program_.file_of(function);
  const Function& row = program_.function(function);
  if (row.name || !row.value || !row.parent) return false;
  const auto uses = answers_.uses(file).uses_of(row.value);
  return std::any_of(uses.begin(), uses.end(), [](const ValueUse& use) {
    return use.role == UseRole::argument || use.role == UseRole::element || use.role == UseRole::property;
  });
}

bool Doubts::is_like_start_up(const std::vector<GlobalFunction>& chain) const {
  const GlobalFunction entry = chain.back();
  const Execution& run = lives_.of(entry);
  // A handler may well end the process when all is lost; what it calls to do its work does not.
  if (run.reason != Execution::Reason::exported) {
    if (is_rare(run)) return true;
    const bool is_told = run.reason == Execution::Reason::life && run.life == models_.life("task");
    return std::any_of(chain.begin(), chain.end() - 1, [&](GlobalFunction link) {
      if (is_told && names_start_up(program_.function_name(link))) return true;
      return is_command_[link.raw] && !is_inside(link, entry);
    });
  }
  if (is_handed_over(entry)) return true;
  return std::any_of(chain.begin(), chain.end(), [&](GlobalFunction link) {
    return is_command_[link.raw] || names_start_up(program_.function_name(link));
  });
}

/// Events that by their name tell that an emitter is ready, or that it has failed: `server.on('error', …)`.
bool Doubts::is_rare(const Execution& run) const {
  if (run.reason != Execution::Reason::life || run.life != models_.life("event") || !run.call) return false;
  const FileId file = program_.file_of(run.call);
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& call = program_.instruction(run.call);
  if (call.operand_count == 0) return false;
  const auto event = facts.constant_text(facts.operand(call, 0));
  return event && (*event == "error" || tells_to_start(*event));
}

/// `case 'initialize':` in a process that does what its messages say.
bool Doubts::is_told_to_start(const std::vector<GlobalFunction>& chain, GlobalValue at) const {
  const Execution& run = lives_.of(chain.back());
  const bool is_told = run.reason == Execution::Reason::life &&
                       (run.life == models_.life("task") || run.life == models_.life("message"));
  if (!is_told) return false;
  const GlobalValue link = chain.size() == 1 ? at : lives_.of(chain[chain.size() - 2]).call;
  if (!link || program_.function_of(link) != chain.back()) return false;
  const FileId file = program_.file_of(link);
  const FileFacts& facts = program_.file(file).facts;
  const auto tells = [&](ValueId value) {
    const auto text = facts.constant_text(value);
    return text && tells_to_start(*text);
  };
  for (const Guard& guard : answers_.control_flow(file).guards_of(program_.local(link))) {
    if (!guard.sense) continue;
    const Instruction& test = facts.code[guard.condition];
    if (tells(guard.condition)) return true;  // a `case`
    if (test.op != Op::primitive || static_cast<Operator>(test.aux) != Operator::equal) continue;
    for (uint32_t operand = 0; operand < test.operand_count; ++operand)
      if (tells(facts.operand(test, operand))) return true;
  }
  return false;
}

bool Doubts::is_inside(GlobalFunction inner, GlobalFunction outer) const {
  const FileId file = program_.file_of(inner);
  if (program_.file_of(outer) != file) return false;
  const FileFacts& facts = program_.file(file).facts;
  FunctionId at = program_.local(inner);
  while (at && at != program_.local(outer)) at = facts.functions[at].parent;
  return static_cast<bool>(at);
}

}  // namespace leaklint
