#include "retention/doubts.h"

#include <algorithm>

namespace leaklint {
namespace {

/// Names that by convention are called once, when a program starts: no proof, but a reason to doubt.
bool names_start_up(std::string_view name) {
  constexpr std::string_view verbs[] = {"start",  "init",   "main",   "run",       "boot",    "launch",
                                        "listen", "setup",  "set",    "configure", "install", "register",
                                        "serve",  "daemon", "cli",    "bootstrap", "enable",  "activate",
                                        "use",    "plugin", "onExit", "apply"};
  for (std::string_view verb : verbs) {
    // `new CliRunner()` is a function of that name too.
    const bool is_capital =
        !name.empty() && name[0] >= 'A' && name[0] <= 'Z' && name[0] + ('a' - 'A') == verb[0];
    if (!name.starts_with(verb) && !(is_capital && name.substr(1).starts_with(verb.substr(1)))) continue;
    const std::string_view rest = name.substr(verb.size());
    if (rest.empty() && verb == "set") continue;  // `set(key, value)` stores; `setLocale()` sets up
    if (rest.empty() || (rest[0] >= 'A' && rest[0] <= 'Z') || rest[0] == '_') return true;
  }
  return name.ends_with("Once");
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
    if (is_of_the_start(run)) return true;
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

/// Events of an emitter that no model knows, which by their name tell that it is ready.
bool Doubts::is_of_the_start(const Execution& run) const {
  constexpr std::string_view names[] = {"ready", "open",        "listening", "start",  "started",
                                        "init",  "initialized", "load",      "loaded", "setup"};
  if (run.reason != Execution::Reason::life || run.life != models_.life("event") || !run.call) return false;
  const FileId file = program_.file_of(run.call);
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& call = program_.instruction(run.call);
  if (call.operand_count == 0) return false;
  const Instruction& event = facts.code[facts.operand(call, 0)];
  const bool is_text = event.op == Op::constant && event.a == static_cast<uint32_t>(Constant::string);
  if (!is_text) return false;
  return std::find(std::begin(names), std::end(names), facts.names.text(NameId(event.b))) != std::end(names);
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
