#include "retention/collection_doubts.h"

#include <algorithm>
#include <initializer_list>

#include "base/identifier_words.h"

namespace leaklint {
namespace {

bool has_word(std::string_view identifier, std::initializer_list<std::string_view> asked) {
  const auto words = words_of(identifier);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(asked.begin(), asked.end(), word) != asked.end();
  });
}

Confidence one_less(Confidence confidence) {
  return confidence == Confidence::high ? Confidence::medium : Confidence::low;
}

}  // namespace

Confidence CollectionDoubts::lowered(Confidence confidence, const Effect& add, const Holder& holder) const {
  const Novelty novelty = collections_.novelty_of(add);
  if (novelty == Novelty::kind || collections_.is_registration(add) || collections_.is_counter(add) ||
      is_declaration(add) || remembers_warnings(add, holder))
    return Confidence::low;
  for (const bool doubt :
       {novelty == Novelty::unknown || rests_on_callers(add, novelty), is_made_per_call(add, holder),
        rests_on_unseen_call(add), is_for_development(add), takes_over_the_process(add)})
    if (doubt) confidence = one_less(confidence);
  return confidence;
}

/// Functions on the way to the addition are named as what a program declares itself with when it starts
/// (`registerLanguage`, `defineModule`), and who calls them is not known.
bool CollectionDoubts::is_declaration(const Effect& add) const {
  const auto chain = retention_.lives.chain(add.function);
  if (retention_.lives.of(chain.back()).reason != Execution::Reason::exported) return false;
  return std::any_of(chain.begin(), chain.end(), [&](GlobalFunction function) {
    return has_word(
        retention_.program.function_name(function),
        {"config", "configuration", "configure", "declare", "decorator", "default", "defaults", "define",
         "extend", "install", "plugin", "plugins", "register", "registration", "setup"});
  });
}

/// Whoever calls a function that takes the process's signals or its end into its own hands calls it once: it
/// is the program.
bool CollectionDoubts::takes_over_the_process(const Effect& add) const {
  const GlobalFunction entry = retention_.lives.chain(add.function).back();
  if (retention_.lives.of(entry).reason != Execution::Reason::exported) return false;
  const auto& listeners = retention_.effects.of_kind(EffectRow::Kind::add_listener);
  return std::any_of(listeners.begin(), listeners.end(), [&](EffectId id) {
    const Effect& listener = retention_.effects[id];
    if (listener.function != entry || retention_.place_text(listener.receiver) != "process") return false;
    const auto event = retention_.constant_text(listener.event);
    return event && (event->starts_with("SIG") || *event == "exit" || *event == "uncaughtException");
  });
}

/// What makes it grow is a closure that is handed to code that we see, but do not see calling it.
bool CollectionDoubts::rests_on_unseen_call(const Effect& add) const {
  const Program& program = retention_.program;
  for (GlobalFunction link : retention_.lives.chain(add.function)) {
    const GlobalValue closure = retention_.lives.of(link).call;
    if (!closure || program.instruction(closure).op != Op::function) continue;
    if (!retention_.flow.callers_of(link).empty()) continue;
    const FileId file = program.file_of(closure);
    for (const ValueUse& use : retention_.uses(file).uses_of(program.local(closure))) {
      if (use.role != UseRole::argument) continue;
      const auto callees = retention_.flow.callees_of(program.global(file, use.user));
      if (std::any_of(callees.begin(), callees.end(),
                      [](const CallEdge& edge) { return edge.kind != CallEdge::Kind::callback; }))
        return true;
    }
  }
  return false;
}

/// Each run adds another entry only if callers that nobody sees pass another key each time: users of an
/// export, or whatever runs a function that is known by its name only.
bool CollectionDoubts::rests_on_callers(const Effect& add, Novelty novelty) const {
  if (novelty != Novelty::given && novelty != Novelty::likely) return false;
  const auto chain = retention_.lives.chain(add.function);
  const Execution::Reason reason = retention_.lives.of(chain.back()).reason;
  return (reason == Execution::Reason::exported && novelty == Novelty::given) ||
         reason == Execution::Reason::convention;
}

/// It remembers which warnings were given, or what was shown: as many as the program has.
bool CollectionDoubts::remembers_warnings(const Effect& add, const Holder& holder) const {
  if (!add.key) return false;
  return has_word(std::string_view(holder.text).substr(holder.text.rfind('.') + 1),
                  {"displayed", "printed", "shown", "deprecate", "deprecated", "deprecation", "deprecations",
                   "warn", "warned", "warning", "warnings"});
}

/// The collection is made anew by code that runs often (a function around, or what makes objects of the
/// class), and nobody here knows for how long.
bool CollectionDoubts::is_made_per_call(const Effect& add, const Holder& holder) const {
  if (holder.kind == Holder::Kind::instance)
    return holder.constructor && retention_.is_made_often(holder.constructor);
  if (holder.kind != Holder::Kind::enclosing_variable || !holder.owner) return false;
  if (retention_.lives.of(holder.owner).multiplicity < Multiplicity::many_outside) return false;
  // Under a plain key (`timers[id] = …`) it may be the state of a thing that callers keep and call again and
  // again.
  if (add.row || !add.key) return true;
  const auto collection = retention_.place_of(add.receiver), key = retention_.place_of(add.key);
  return !collection || collection->has_steps() || !key || key->has_steps();
}

/// It only grows behind a switch that people turn on while they look for mistakes.
bool CollectionDoubts::is_for_development(const Effect& add) const {
  if (tests_a_development_switch(add.at)) return true;
  for (GlobalFunction link : retention_.lives.chain(add.function)) {
    const GlobalValue call = retention_.lives.of(link).call;
    if (call && tests_a_development_switch(call)) return true;
  }
  return false;
}

bool CollectionDoubts::tests_a_development_switch(GlobalValue at) const {
  const FileId file = retention_.program.file_of(at);
  const FileFacts& facts = retention_.facts(file);
  for (const Guard& guard : retention_.control_flow(file).guards_of(retention_.program.local(at))) {
    const auto place = retention_.place_of(retention_.program.global(file, guard.condition));
    if (!guard.sense || !place) continue;
    const std::string text = to_text(facts, *place);
    if (has_word(std::string_view(text).substr(text.rfind('.') + 1),
                 {"debug", "debugging", "dev", "development", "devtools", "prof", "profile", "profiling"}))
      return true;
  }
  return false;
}

}  // namespace leaklint
