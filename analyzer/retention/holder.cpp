#include <algorithm>
#include <array>

#include "retention/retention.h"

namespace leaklint {
namespace {

constexpr auto global_roots =
    std::to_array<std::string_view>({"window", "document", "globalThis", "global", "self", "navigator",
                                     "process", "screen", "history", "location"});

bool is_global_root(std::string_view name) {
  return std::find(global_roots.begin(), global_roots.end(), name) != global_roots.end();
}

/// `signal`, `options.signal`, `abortSignal`
bool is_signal_name(std::string_view text) {
  const std::string_view last = text.substr(text.rfind('.') + 1);
  return last == "signal" || last.ends_with("Signal");
}

}  // namespace

/// `options.stream` that is `process.stdout` for some callers, and for others a file opened for them. What a
/// call wraps, as `$(window)` does, is the same object by two names.
bool Retention::may_be_made_here(GlobalValue value) const {
  const FileId file = program.file_of(value);
  const ValueId made = origin_of(facts(file), uses(file), program.local(value));
  const GlobalValue wrapper = made ? program.global(file, made) : value;
  const auto objects = flow.objects_of(value);
  return std::any_of(objects.begin(), objects.end(), [&](ObjectId id) {
    const Object& object = flow.object(id);
    return object.kind == ObjectKind::external && object.site && object.site != wrapper && object.type &&
           models.types[object.type].lifetime != Lifetime::process &&
           lives.of(program.function_of(object.site)).multiplicity > Multiplicity::once;
  });
}

bool Retention::is_made_at_start(ObjectId id) const {
  const Object& object = flow.object(id);
  switch (object.kind) {
    case ObjectKind::literal:
    case ObjectKind::external: {
      if (object.site) {
        const GlobalFunction function = program.function_of(object.site);
        const Op op = program.instruction(object.site).op;
        if (op == Op::param || op == Op::rest_param) return false;
        return lives.of(function).multiplicity == Multiplicity::once;
      }
      if (object.kind == ObjectKind::literal) return false;
      return object.owner == Id<int>::none_raw;  // a library's own object: there is one
    }
    case ObjectKind::instance:
      return is_singleton(ObjectId(object.owner));
    case ObjectKind::class_:
    case ObjectKind::exports:
    case ObjectKind::module_record:
    case ObjectKind::module_namespace:
      return true;
    default:
      return false;
  }
}

/// Whether all objects of a class or constructor function are made by start-up code, so that each of them
/// lives as long as the process.
bool Retention::is_singleton(ObjectId constructor) const {
  const auto found = made_at_.find(constructor);
  if (found == made_at_.end()) return false;
  for (GlobalValue site : found->second)
    if (lives.of(program.function_of(site)).multiplicity != Multiplicity::once) return false;
  const Object& object = flow.object(constructor);
  if (object.kind == ObjectKind::function && flow.is_reachable_from_outside(GlobalFunction(object.owner)))
    return false;
  if (object.kind == ObjectKind::class_) {
    const GlobalClass id(object.owner);
    const Class& row = program.class_row(id);
    for (const FunctionId part : {row.constructor, row.initializers})
      if (part && flow.is_reachable_from_outside(program.global(program.file_of(id), part))) return false;
  }
  return true;
}

std::span<const GlobalValue> Retention::sites_making(ObjectId constructor) const {
  const auto found = made_at_.find(constructor);
  return found == made_at_.end() ? std::span<const GlobalValue>() : std::span(found->second);
}

bool Retention::is_made_often(ObjectId constructor) const {
  const auto found = made_at_.find(constructor);
  return found != made_at_.end() &&
         std::all_of(found->second.begin(), found->second.end(), [&](GlobalValue site) {
           return lives.of(program.function_of(site)).multiplicity > Multiplicity::once;
         });
}

Holder Retention::holder_of(GlobalValue value) const {
  value = emitter_of_chain(value);
  const auto objects = flow.objects_of(value);
  const std::string text = place_text(value);
  for (ObjectId id : objects) {
    const Object& object = flow.object(id);
    if (object.kind != ObjectKind::external || !object.type) continue;
    const TypeRow& type = models.types[object.type];
    const std::string_view global = models.global_of(object.type);
    Holder holder;
    holder.text = !text.empty() ? text : global.empty() ? type.name : std::string(global);
    holder.root = holder.text;
    if (type.lifetime == Lifetime::process && !may_be_made_here(value)) {
      holder.kind = Holder::Kind::root;
      return holder;
    }
    if (type.lifetime == Lifetime::pooled) {
      holder.kind = Holder::Kind::pooled;
      return holder;
    }
    if (type.lifetime == Lifetime::life) {
      holder.kind = Holder::Kind::life;
      return holder;
    }
  }
  if (const auto path = place_of(value)) {
    Holder found = holder_of_path(value, *path);
    // By convention a `signal` that is not made here is one that a caller passes in, and outlives the call.
    const bool is_local = path->root() == PlacePath::Root::variable &&
                          found.owner == program.function_of(value) && !is_from_parameter(value);
    const bool is_given =
        found.kind != Holder::Kind::root && found.kind != Holder::Kind::dies_here && !is_local;
    if (is_given && is_signal_name(found.text)) {
      if (ends_with_its_owner(value)) {
        found.kind = Holder::Kind::life;
        return found;
      }
      found.kind = Holder::Kind::pooled;
      found.is_convention = true;
    }
    return found;
  }
  Holder holder;
  holder.text = text;
  if (objects.empty()) return holder;
  if (flow.is_open(value)) return holder;
  const bool starts =
      std::all_of(objects.begin(), objects.end(), [&](ObjectId id) { return is_made_at_start(id); });
  holder.kind = starts ? Holder::Kind::module_variable : Holder::Kind::dies_here;
  holder.root = holder.text;
  return holder;
}

/// A parameter, or what was read from one: `const { signal } = options ?? {}`.
bool Retention::is_from_parameter(GlobalValue value) const {
  const FileId file = program.file_of(value);
  const FileFacts& all = facts(file);
  std::vector<ValueId> pending = {program.local(value)};
  for (size_t next = 0; next < pending.size() && next < PlacePath::max_steps; ++next) {
    const Instruction& row = all.code[pending[next]];
    switch (row.op) {
      case Op::param:
        return true;
      case Op::member:
        pending.push_back(ValueId(row.a));
        break;
      case Op::choose:
        for (uint32_t at = 0; at < row.operand_count; ++at) pending.push_back(all.operand(row, at));
        break;
      case Op::load:
        if (all.variables[BindingId(row.a)].kind == BindingKind::parameter) return true;
        if (const ValueId store = uses(file).only_store_of(BindingId(row.a)))
          pending.push_back(stored_value(all.code[store]));
        break;
      default:
        break;
    }
  }
  return false;
}

/// `request.signal` ends with the request, and `controller.signal` with a controller that a function makes
/// for itself.
bool Retention::ends_with_its_owner(GlobalValue signal) const {
  const FileId file = program.file_of(signal);
  const auto path = place_of(signal);
  if (!path || path->root() != PlacePath::Root::variable || path->steps().size() != 1) return false;
  const BindingId variable = path->variable();
  if (life_of(program.global(file, variable))) return true;
  const auto owners = flow.objects_of(program.global(file, variable));
  const bool is_controller = std::any_of(owners.begin(), owners.end(), [&](ObjectId id) {
    const Object& object = flow.object(id);
    return object.kind == ObjectKind::external && object.type &&
           models.types[object.type].name == "AbortController";
  });
  const auto stores = uses(file).stores_of(variable);
  return is_controller && std::any_of(stores.begin(), stores.end(), [&](ValueId store) {
           return facts(file).code[stored_value(facts(file).code[store])].op == Op::new_ &&
                  facts(file).function_of(store).raw != 0;
         });
}

Holder Retention::holder_of_path(GlobalValue value, const PlacePath& path) const {
  const FileId file = program.file_of(value);
  const GlobalFunction function = program.function_of(value);
  const auto objects = flow.objects_of(value);
  const bool starts =
      !objects.empty() && !flow.is_open(value) &&
      std::all_of(objects.begin(), objects.end(), [&](ObjectId id) { return is_made_at_start(id); });
  Holder holder;
  holder.text = to_text(facts(file), path);
  const std::string module = "module " + program.file(file).path;
  if (is_made_by_getter(objects)) {
    holder.kind = Holder::Kind::dies_here;
    return holder;
  }
  switch (path.root()) {
    case PlacePath::Root::global:
      if (!objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
            return flow.object(id).kind == ObjectKind::exports;
          })) {
        holder.kind = Holder::Kind::module_variable;
        holder.root = module;
        return holder;
      }
      holder.kind = Holder::Kind::root;
      holder.root = "global";
      holder.is_convention = !is_global_root(facts(file).names.text(path.global()));
      return holder;
    case PlacePath::Root::this_: {
      const GlobalFunction receiver = program.global(file, path.receiver());
      holder.constructor = flow.constructor_of_this(receiver);
      holder.kind = Holder::Kind::instance;
      const auto receivers = flow.receivers_of(receiver);
      const bool is_one =
          !receivers.empty() &&
          std::all_of(receivers.begin(), receivers.end(), [&](ObjectId id) { return is_made_at_start(id); });
      // Methods that others are given may be called on their objects too: a mixin, a prototype.
      const bool is_given = flow.is_reachable_from_outside(receiver) ||
                            lives.of(lives.chain(receiver).back()).reason == Execution::Reason::exported;
      if ((is_one && !is_given) || (starts && path.has_steps())) holder.kind = Holder::Kind::module_variable;
      if (is_renewed_before(value, path)) holder.kind = Holder::Kind::dies_here;
      holder.root = module;
      return holder;
    }
    case PlacePath::Root::variable: {
      const Variable& variable = facts(file).variables[path.variable()];
      holder.declaration = {file, variable.declaration};
      holder.owner = program.global(file, variable.function);
      holder.root = module;
      if (variable.kind == BindingKind::import) {
        holder.kind = Holder::Kind::module_variable;
        holder.is_convention = objects.empty();
        return holder;
      }
      if (variable.function.raw == 0) {
        holder.kind =
            is_renewed_before(value, path) ? Holder::Kind::dies_here : Holder::Kind::module_variable;
        return holder;
      }
      if (starts) {
        holder.kind = Holder::Kind::module_variable;
        return holder;
      }
      // Where a local variable's object comes from is asked below; a part of it, or what is shared, may be
      // new.
      if ((path.has_steps() || holder.owner != function) && is_renewed_before(value, path)) {
        holder.kind = Holder::Kind::dies_here;
        return holder;
      }
      if (variable.kind == BindingKind::parameter && holder.owner == function) {
        holder.kind = Holder::Kind::parameter;
        return holder;
      }
      if (holder.owner != function) {
        holder.kind = Holder::Kind::enclosing_variable;
        return holder;
      }
      const bool is_own = !objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
        const Object& object = flow.object(id);
        return object.site && program.function_of(object.site) == function;
      });
      holder.kind = is_own ? Holder::Kind::dies_here : Holder::Kind::unknown;
      return holder;
    }
    default:
      return holder;
  }
}

bool Retention::is_parameter(GlobalValue value, GlobalFunction function) const {
  if (!value) return false;
  const auto path = place_of(value);
  if (!path || path->has_steps()) return false;
  const FileId file = program.file_of(value);
  if (path->root() != PlacePath::Root::variable) return path->root() == PlacePath::Root::parameter;
  const Variable& variable = facts(file).variables[path->variable()];
  return variable.kind == BindingKind::parameter && program.global(file, variable.function) == function;
}

/// Whether an arrow function, or one inside of it, uses the receiver of the function around it.
bool Retention::captures_receiver(GlobalFunction id) const {
  const FileId file = program.file_of(id);
  const FileFacts& all = facts(file);
  const FunctionId outer = program.local(id);
  if (all.functions[outer].kind != FunctionKind::arrow) return false;
  const FunctionId receiver = receiver_of(all, uses(file), outer);
  if (receiver == outer || receiver.raw == 0) return false;
  for (FunctionId inner : ids(all.functions)) {
    FunctionId at = inner;
    while (at && at != outer && all.functions[at].kind == FunctionKind::arrow) at = all.functions[at].parent;
    if (at != outer) continue;
    const Function& row = all.functions[inner];
    for (uint32_t code = row.code_begin.raw; code < row.code_end.raw; ++code)
      if (all.code[ValueId(code)].op == Op::this_) return true;
  }
  return false;
}

std::vector<std::string> Retention::captures_of(GlobalFunction id) const {
  const FileId file = program.file_of(id);
  const Function& function = program.function(id);
  std::vector<std::string> names, lives_first;
  for (uint32_t at = 0; at < function.capture_count; ++at) {
    const BindingId binding = facts(file).captures[function.first_capture + at];
    const std::string name(facts(file).names.text(facts(file).variables[binding].name));
    (life_of(program.global(file, binding)) ? lives_first : names).push_back(name);
  }
  if (captures_receiver(id)) lives_first.push_back("this");
  lives_first.insert(lives_first.end(), names.begin(), names.end());
  return lives_first;
}

std::optional<Retention::CapturedLife> Retention::life_of(GlobalVariable variable) const {
  for (ObjectId id : flow.objects_of(variable)) {
    const Object& object = flow.object(id);
    if (object.kind != ObjectKind::external || !object.type) continue;
    const TypeRow& type = models.types[object.type];
    if (type.lifetime == Lifetime::life) return CapturedLife{variable, type.life, false};
  }
  const Variable& row = program.variable(variable);
  if (row.kind != BindingKind::parameter || !flow.objects_of(variable).empty()) return std::nullopt;
  const std::string_view name = program.text(program.name(program.file_of(variable), row.name));
  const bool is_request = name == "req" || name == "request" || name == "res" || name == "response";
  if (is_request) return CapturedLife{variable, models.life("request"), true};
  return std::nullopt;
}

std::vector<Retention::CapturedLife> Retention::captured_lives(GlobalFunction id) const {
  const FileId file = program.file_of(id);
  const Function& function = program.function(id);
  std::vector<CapturedLife> found;
  for (uint32_t at = 0; at < function.capture_count; ++at) {
    const BindingId binding = facts(file).captures[function.first_capture + at];
    if (const auto life = life_of(program.global(file, binding))) found.push_back(*life);
  }
  return found;
}

}  // namespace leaklint
