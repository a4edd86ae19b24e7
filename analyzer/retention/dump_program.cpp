#include "retention/dump_program.h"

#include "models/call_rows.h"

namespace leaklint {
namespace {

std::string_view multiplicity_text(Multiplicity multiplicity) {
  switch (multiplicity) {
    case Multiplicity::unreached:
      return "unreached";
    case Multiplicity::once:
      return "once";
    case Multiplicity::many_outside:
      return "many, by callers outside";
    case Multiplicity::many:
      return "many";
  }
  return "";
}

std::string reason_text(const Models& models, const Execution& execution) {
  switch (execution.reason) {
    case Execution::Reason::none:
      return "nothing seen calls it";
    case Execution::Reason::module_start:
      return "a module's start";
    case Execution::Reason::called:
      return "called";
    case Execution::Reason::life:
      return models.lives[execution.life].each;
    case Execution::Reason::convention:
      return models.lives[execution.life].each + ", by its parameters' names";
    case Execution::Reason::exported:
      return "exported";
    case Execution::Reason::loop:
      return "in a loop";
  }
  return {};
}

std::string_view holder_text(Holder::Kind kind) {
  constexpr std::string_view texts[] = {"unknown",   "dies here",       "of a life",
                                        "parameter", "instance",        "enclosing variable",
                                        "pooled",    "module variable", "root"};
  return texts[static_cast<size_t>(kind)];
}

std::string at(const Retention& retention, GlobalFunction function) {
  return retention.location(retention.place(function)) + " " + retention.function_text(function);
}

}  // namespace

std::string dump_program(const Retention& retention, const ModuleLinks& links) {
  const Program& program = retention.program;
  std::string text;
  for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
    const FileId file(raw);
    text += program.file(file).path + (links.is_entry[raw] ? " (entry)\n" : "\n");
    for (const auto& [name, target] : links.targets[raw]) {
      text += "  " + std::string(program.text(NameId(name))) + " -> ";
      text += target.kind == ModuleTarget::Kind::library   ? "library " + target.library
              : target.kind == ModuleTarget::Kind::missing ? std::string("?")
                                                           : program.file(target.file).path;
      text += '\n';
    }
  }
  for (uint32_t raw = 0; raw < program.function_count(); ++raw)
    for (const CallEdge& edge : retention.flow.callers_of(GlobalFunction(raw))) {
      if (!edge.call) continue;
      text += retention.location(retention.place(edge.call)) + " " + retention.call_text(edge.call) + " -> " +
              at(retention, edge.callee);
      if (edge.callback) text += edge.callback->runs == Runs::life ? " (callback of a life)" : " (callback)";
      text += '\n';
    }
  return text;
}

std::string dump_lives(const Retention& retention) {
  std::string text;
  for (uint32_t raw = 0; raw < retention.program.function_count(); ++raw) {
    const GlobalFunction function(raw);
    const Execution& execution = retention.lives.of(function);
    text += at(retention, function) + ": " + std::string(multiplicity_text(execution.multiplicity));
    if (execution.is_convention) text += ", by convention";
    if (execution.is_ambiguous) text += ", ambiguous";
    for (GlobalFunction link : retention.lives.chain(function)) {
      const Execution& step = retention.lives.of(link);
      text += " <- " + reason_text(retention.models, step);
      if (step.call)
        text += " " + retention.call_text(step.call) + " " + retention.location(retention.place(step.call));
    }
    text += '\n';
  }
  return text;
}

std::string dump_retention(const Retention& retention) {
  std::string text;
  for (const Effect& effect : retention.effects.all().rows()) {
    text += retention.location(retention.place(effect.at)) + " " + std::string(effect_word(effect.kind));
    if (effect.is_spelled) text += " (by spelling)";
    const GlobalValue held = effect.receiver ? effect.receiver : effect.handle;
    if (held) {
      const Holder holder = retention.holder_of(held);
      text += " on " + (holder.text.empty() ? std::string("?") : holder.text) + " (" +
              std::string(holder_text(holder.kind)) + (holder.is_convention ? ", by convention)" : ")");
      if (const auto growth = retention.growth_of(effect, holder))
        text += ", grows " + growth->text() +
                (growth->confidence == Confidence::high     ? " (high)"
                 : growth->confidence == Confidence::medium ? " (medium)"
                                                            : " (low)");
    }
    text += '\n';
  }
  return text;
}

}  // namespace leaklint
