#include "retention/ending.h"

#include <algorithm>

namespace leaklint {
namespace {

/// Methods that end what their objects do, each beside the one that begins it where it has its own.
struct EndingMethod {
  std::string_view begins, ends;
};
constexpr EndingMethod ending_methods[] = {
    {"connectedCallback", "disconnectedCallback"},
    {"componentDidMount", "componentWillUnmount"},
    {"ngOnInit", "ngOnDestroy"},
    {"onModuleInit", "onModuleDestroy"},
    {"mount", "unmount"},
    {"attach", "detach"},
    {"start", "stop"},
    {"open", "close"},
    {"connect", "disconnect"},
    {"show", "hide"},
    {"", "dispose"},
    {"", "destroy"},
    {"", "close"},
    {"", "ngOnDestroy"},
    {"", "onModuleDestroy"},
    {"", "componentWillUnmount"},
    {"", "disconnectedCallback"},
    {"", "unmount"},
    {"", "stop"},
    {"", "disconnect"},
    {"", "shutdown"},
};

constexpr std::string_view effect_hooks[] = {"useEffect", "useLayoutEffect", "useInsertionEffect"};

/// The event with which an object of a type ends its life, or "". A request that was read to its end closes
/// before its response does.
std::string_view end_event(const Models& models, TypeId type) {
  const bool is_only_read =
      models.is_a(type, models.type("stream.Readable")) && !models.is_a(type, models.type("stream.Writable"));
  for (const std::string_view event : {"close", "disconnect"})
    if (!is_only_read && models.event(type, event) != nullptr) return event;
  return {};
}

std::optional<Ending> ending_event(std::string emitter, std::string_view event) {
  if (event.empty()) return std::nullopt;
  Ending ending;
  ending.text = "on `" + emitter + "` '" + std::string(event) + '\'';
  ending.emitter = std::move(emitter);
  ending.event = event;
  return ending;
}

/// The type of the life that a parameter is known to be, or none.
TypeId life_type(const Retention& retention, GlobalVariable variable) {
  for (ObjectId id : retention.flow.objects_of(variable)) {
    const Object& object = retention.flow.object(id);
    const bool is_life = object.kind == ObjectKind::external && object.type &&
                         retention.models.types[object.type].lifetime == Lifetime::life;
    if (is_life) return object.type;
  }
  return {};
}

/// `res` of `(req, res)`; `ctx.res` of `(ctx)`.
std::optional<Ending> ending_by_event(const Retention& retention, FileId file, const Function& function) {
  const FileFacts& facts = retention.facts(file);
  const Models& models = retention.models;
  for (const bool looks_inside : {false, true}) {
    for (uint32_t at = 0; at < function.parameter_count; ++at) {
      const BindingId binding = facts.parameters[function.first_parameter + at].binding;
      if (!binding || facts.variables[binding].is_reassigned) continue;
      const TypeId type = life_type(retention, retention.program.global(file, binding));
      if (!type) continue;
      const std::string name(facts.names.text(facts.variables[binding].name));
      if (!looks_inside) {
        if (auto ending = ending_event(name, end_event(models, type))) return ending;
        continue;
      }
      for (const std::string_view member : {"res", "raw"}) {
        const MemberRow* row = models.member(type, member);
        const TypeId inner = row == nullptr ? TypeId() : models.type(row->type);
        if (!inner || !models.is_a(inner, models.type("stream.Writable"))) continue;
        if (auto ending = ending_event(name + '.' + std::string(member), end_event(models, inner)))
          return ending;
      }
    }
  }
  return std::nullopt;
}

/// Once the function has waited, the event may be over.
bool has_waited(const FileFacts& facts, const Function& function, ValueId at) {
  for (ValueId value = function.code_begin; value < at; value = ValueId(value.raw + 1))
    if (facts.code[value].op == Op::await_) return true;
  return false;
}

std::optional<Ending> ending_by_method(const FileFacts& facts, const ValueUses& uses, FunctionId at) {
  const FunctionId receiver = receiver_of(facts, uses, at);
  if (!receiver) return std::nullopt;
  const Function& begins = facts.functions[receiver];
  if (!begins.class_ || begins.is_static) return std::nullopt;
  const Class& row = facts.classes[begins.class_];
  for (const EndingMethod& method : ending_methods) {
    if (!method.begins.empty() && facts.names.text(begins.name) != method.begins) continue;
    for (uint32_t index = 0; index < row.member_count; ++index) {
      const ClassMember& member = facts.members[row.first_member + index];
      if (!member.function || member.is_static || member.function == receiver) continue;
      if (facts.names.text(member.name) != method.ends) continue;
      if (facts.functions[member.function].kind != FunctionKind::method) continue;
      Ending ending;
      ending.kind = Ending::Kind::method;
      ending.function = member.function;
      ending.text = "in `" + std::string(method.ends) + '`';
      return ending;
    }
  }
  return std::nullopt;
}

bool is_effect_hook(const FileFacts& facts, const Instruction& callee) {
  NameId name;
  if (callee.op == Op::member) name = NameId(callee.b);
  if (callee.op == Op::load)
    for (const Import& import : facts.imports)
      if (import.binding == BindingId(callee.a)) name = import.imported;
  return std::find(std::begin(effect_hooks), std::end(effect_hooks), facts.names.text(name)) !=
         std::end(effect_hooks);
}

std::optional<Ending> ending_by_effect(const FileFacts& facts, const ValueUses& uses, FunctionId at) {
  const Function& function = facts.functions[at];
  if (!function.value || function.is_async || function.is_generator) return std::nullopt;
  for (const ValueUse& use : uses.uses_of(function.value)) {
    if (!use.is(UseRole::argument, 0)) continue;
    const Instruction& call = facts.code[use.user];
    if (call.op != Op::call || !is_effect_hook(facts, facts.code[ValueId(call.a)])) continue;
    Ending ending;
    ending.kind = Ending::Kind::effect;
    ending.function = at;
    ending.text = "in the clean-up that the effect returns";
    return ending;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Ending> ending_of(const Retention& retention, GlobalValue at) {
  const FileId file = retention.program.file_of(at);
  const FileFacts& facts = retention.facts(file);
  const FunctionId function = facts.function_of(retention.program.local(at));
  if (!has_waited(facts, facts.functions[function], retention.program.local(at)))
    if (auto ending = ending_by_event(retention, file, facts.functions[function])) return ending;
  if (auto ending = ending_by_effect(facts, retention.uses(file), function)) return ending;
  return ending_by_method(facts, retention.uses(file), function);
}

std::string end_in_words(const Retention& retention, const Growth& growth) {
  const LifeId life = retention.lives.of(growth.function).life;
  if (!life || retention.models.lives[life].ends.empty()) return "when the short life ends";
  const LifeRow& row = retention.models.lives[life];
  constexpr std::string_view it = "when it ";
  return row.ends.starts_with(it) ? "when the " + row.name + ' ' + row.ends.substr(it.size()) : row.ends;
}

}  // namespace leaklint
