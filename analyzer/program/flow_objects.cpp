#include <algorithm>

#include "program/flow_solver.h"
#include "program/passed_through.h"

namespace leaklint {

ObjectId FlowSolver::external(TypeId type, GlobalValue site, uint32_t owner) {
  return unique_object(ObjectKind::external, owner, site, type);
}

/// The object that stands for all instances of a constructor: it inherits from the constructor's prototype.
ObjectId FlowSolver::instance_of(ObjectId constructor) {
  const uint32_t before = static_cast<uint32_t>(state_.objects.size());
  const ObjectId instance = unique_object(ObjectKind::instance, constructor.raw);
  if (instance.raw == before) {
    const ObjectId prototype = unique_object(ObjectKind::prototype, constructor.raw);
    const uint32_t prototypes = field(constructor, program_.well_known.prototype);
    add_object(prototypes, prototype);
    add_edge(prototypes, prototype_link(instance));
    // A function with a prototype of its own is called with `new`, by code outside where none here does.
    const Object made_by = state_.objects[constructor.raw];
    if (made_by.kind == ObjectKind::function &&
        program_.function(GlobalFunction(made_by.owner)).kind != FunctionKind::arrow)
      add_object(state_.this_of(GlobalFunction(made_by.owner)), instance);
  }
  return instance;
}

void FlowSolver::inherit(ObjectId derived, ObjectId base) {
  const ObjectId prototype = unique_object(ObjectKind::prototype, derived.raw);
  const Object row = state_.objects[base.raw];
  if (row.kind == ObjectKind::class_ || row.kind == ObjectKind::function) {
    add_object(field(base, program_.well_known.prototype), unique_object(ObjectKind::prototype, base.raw));
    add_edge(field(base, program_.well_known.prototype), prototype_link(prototype));
    add_object(prototype_link(derived), base);
    extend(derived, base);
    return;
  }
  if (row.kind != ObjectKind::external && row.kind != ObjectKind::external_member) return;
  // A library's class: what its construction returns is what instances inherit from.
  const std::optional<CallRow>* made = row.member ? &row.member->construct : nullptr;
  if (!row.member && row.type) made = &models_.types[row.type].construct;
  if (!made || !*made) return;
  for (const std::string& text : (*made)->returns) {
    const TypeId type = models_.type(text);
    if (!type) continue;
    add_object(prototype_link(prototype), external(type, {}, prototype.raw));
    if (state_.objects[derived.raw].kind != ObjectKind::class_) continue;
    const GlobalClass id(state_.objects[derived.raw].owner);
    const uint32_t instances = new_vertex();
    add_object(instances, instance_of(derived));
    run_methods(instances, type, program_.global(program_.file_of(id), program_.class_row(id).value));
  }
}

/// What the methods of a base put into a field, those of the classes that extend it find there.
void FlowSolver::extend(ObjectId derived, ObjectId base) {
  if (derived == base) return;
  auto& bases = state_.bases[derived.raw];
  if (std::find(bases.begin(), bases.end(), base) != bases.end()) return;
  bases.push_back(base);
  add_object(prototype_link(instance_of(derived)), instance_of(base));
}

/// `K.prototype = new Base()`, and what `K.prototype = Object.create(Base.prototype)` leads to.
void FlowSolver::become_base(ObjectId constructor, ObjectId prototype) {
  const Object row = state_.objects[prototype.raw];
  if (row.kind == ObjectKind::instance || row.kind == ObjectKind::prototype)
    extend(constructor, ObjectId(row.owner));
}

/// `K.prototype = object`: instances of K inherit from the object, and its methods run on them.
void FlowSolver::become_prototype(ObjectId constructor, ObjectId prototype) {
  become_base(constructor, prototype);
  if (state_.objects[prototype.raw].kind != ObjectKind::literal) return;
  watch(prototype_link(prototype), Role::base_of, constructor.raw);
  prototype_of_[prototype.raw] = constructor;
  const auto fields = fields_of_[prototype.raw];
  for (const auto& [name, vertex] : fields) {
    const auto known = state_.sets.at(vertex);
    const std::vector<uint32_t> copy(known.begin(), known.end());
    for (uint32_t value : copy) enter_field(prototype, ObjectId(value));
  }
}

/// Reads a property: the object's own, and those of what it inherits from, as those become known.
void FlowSolver::look_up(ObjectId object, NameId name, uint32_t to) {
  const uint64_t key =
      (static_cast<uint64_t>(object.raw) << 40) ^ (static_cast<uint64_t>(name.raw) << 20) ^ to;
  // Where every class may extend several, the ways up multiply: they are capped as the sets of values are.
  uint32_t& lookups = lookups_into_[to];
  if (lookups >= lookup_limit) return;
  if (!seen_lookups_.insert(key * 0x9E3779B97F4A7C15ull + to).second) return;
  ++lookups;
  const Object row = state_.objects[object.raw];
  if (row.kind == ObjectKind::external || row.kind == ObjectKind::external_member) {
    look_up_library(object, name, to);
    if (row.kind == ObjectKind::external) add_edge(field(object, name), to);
    return;
  }
  if (name == program_.well_known.prototype &&
      (row.kind == ObjectKind::class_ || row.kind == ObjectKind::function))
    add_object(field(object, name), unique_object(ObjectKind::prototype, object.raw));
  add_edge(field(object, name), to);
  if (row.is_array) {
    if (const TypeId array = models_.type("Array")) look_up_library(object, name, to);
  }
  watch(prototype_link(object), Role::lookup, to, name.raw);
}

void FlowSolver::look_up_library(ObjectId object, NameId name, uint32_t to) {
  const Object row = state_.objects[object.raw];
  const TypeId type = row.is_array ? models_.type("Array") : row.type;
  if (!type) return;
  const MemberRow* member = models_.member(type, program_.text(name));
  if (!member) return;
  if (member->call || member->construct) {
    add_object(to, unique_object(ObjectKind::external_member, object.raw, {}, type, member));
    return;
  }
  if (member->type == "@receiver") {
    add_object(to, object);
    return;
  }
  if (const TypeId property = models_.type(member->type)) {
    // A property of a root is a root itself; a property of a made object belongs to that object.
    const bool is_root = !row.site && row.owner == none;
    add_object(to, external(property, {}, is_root ? none : object.raw));
  }
}

void FlowSolver::write_member(ObjectId object, NameId name, uint32_t from) {
  const uint32_t to = field(object, name);
  add_edge(from, to);
  const ObjectKind kind = state_.objects[object.raw].kind;
  if (name == program_.well_known.prototype && (kind == ObjectKind::function || kind == ObjectKind::class_))
    watch(from, Role::prototype_of, object.raw);
}

/// A function that becomes a property of an object runs on that object when it is called as a method.
void FlowSolver::enter_field(ObjectId owner, ObjectId value) {
  const Object row = state_.objects[value.raw];
  if (row.kind != ObjectKind::function) return;
  const GlobalFunction function(row.owner);
  if (program_.function(function).kind == FunctionKind::arrow) return;
  const Object holder = state_.objects[owner.raw];
  const uint32_t receiver = state_.this_of(function);
  switch (holder.kind) {
    case ObjectKind::prototype:
      add_object(receiver, instance_of(ObjectId(holder.owner)));
      break;
    case ObjectKind::literal:
      add_object(receiver, owner);
      if (prototype_of_[owner.raw]) add_object(receiver, instance_of(prototype_of_[owner.raw]));
      break;
    case ObjectKind::class_:
    case ObjectKind::instance:
    case ObjectKind::external:
      add_object(receiver, owner);
      break;
    default:
      break;  // a module's exports are no receiver that holds anything
  }
}

void FlowSolver::call_object(GlobalValue call, ObjectId callee) {
  if (!seen_calls_.insert((static_cast<uint64_t>(call.raw) << 32) | callee.raw).second) return;
  const Object row = state_.objects[callee.raw];
  const Instruction& instruction = program_.instruction(call);
  switch (row.kind) {
    case ObjectKind::function:
    case ObjectKind::class_:
      if (instruction.op == Op::new_) {
        construct(call, callee);
      } else if (row.kind == ObjectKind::function) {
        call_function(call, GlobalFunction(row.owner), 0, receiver_vertex(call), CallEdge::Kind::direct);
      }
      break;
    case ObjectKind::external:
    case ObjectKind::external_member:
      call_library(call, callee);
      break;
    default:
      break;
  }
}

/// The vertex of the object a method is called on, or none for a plain call.
uint32_t FlowSolver::receiver_vertex(GlobalValue call) const {
  const FileId file = program_.file_of(call);
  const Instruction& row = program_.instruction(call);
  if (row.op != Op::call) return none;
  const Instruction& callee = program_.file(file).facts.code[ValueId(row.a)];
  if (callee.op != Op::member && callee.op != Op::index) return none;
  return program_.global(file, ValueId(callee.a)).raw;
}

void FlowSolver::call_function(GlobalValue call, GlobalFunction callee, uint32_t first_argument,
                               uint32_t receiver, CallEdge::Kind kind) {
  calls_.push_back({.kind = kind, .call = call, .callee = callee});
  const FileId file = program_.file_of(call), target = program_.file_of(callee);
  const Instruction& row = program_.instruction(call);
  const FileFacts& facts = program_.file(file).facts;
  const Function& function = program_.function(callee);
  for (uint32_t at = 0; at < function.parameter_count; ++at) {
    const Parameter& parameter = program_.file(target).facts.parameters[function.first_parameter + at];
    const bool is_rest = program_.file(target).facts.code[parameter.value].op == Op::rest_param;
    const uint32_t to = state_.vertex(program_.global(target, parameter.value));
    for (uint32_t from = first_argument + at; from < row.operand_count; ++from) {
      const uint32_t value = state_.vertex(program_.global(file, facts.operand(row, from)));
      if (is_rest) {
        const ObjectId list = literal_object(program_.global(target, parameter.value), true);
        add_object(to, list);
        add_edge(value, field(list, program_.well_known.element));
        continue;
      }
      add_edge(value, to);
      break;
    }
  }
  if (receiver != none && function.kind != FunctionKind::arrow) add_edge(receiver, state_.this_of(callee));
  if (kind != CallEdge::Kind::direct) return;
  const auto index = returned_parameter(callee);
  const GlobalValue passed = index ? argument(file, row, first_argument + *index) : GlobalValue();
  add_edge(passed ? state_.vertex(passed) : state_.return_of(callee), state_.vertex(call));
}

std::optional<uint32_t> FlowSolver::returned_parameter(GlobalFunction function) {
  const auto [known, is_new] = returned_parameters_.try_emplace(function.raw);
  if (is_new)
    known->second =
        parameter_returned_by(program_.file(program_.file_of(function)).facts, program_.local(function));
  return known->second;
}

void FlowSolver::construct(GlobalValue call, ObjectId callee) {
  const Object row = state_.objects[callee.raw];
  const ObjectId instance = instance_of(callee);
  add_object(state_.vertex(call), instance);
  if (row.kind == ObjectKind::function) {
    const GlobalFunction function(row.owner);
    add_object(state_.this_of(function), instance);
    call_function(call, function, 0, none, CallEdge::Kind::construct);
    // A constructor function may return another object instead.
    add_edge(state_.return_of(function), state_.vertex(call));
    return;
  }
  const GlobalClass id(row.owner);
  const FileId file = program_.file_of(id);
  const Class& class_row = program_.class_row(id);
  if (class_row.initializers)
    call_function(call, program_.global(file, class_row.initializers), 0, none, CallEdge::Kind::construct);
  if (class_row.constructor)
    call_function(call, program_.global(file, class_row.constructor), 0, none, CallEdge::Kind::construct);
  else if (class_row.heritage)
    watch(state_.vertex(program_.global(file, class_row.heritage)), Role::super_call, call.raw, instance.raw);
}

/// `super(…)`, or a derived class without a constructor of its own: the base's constructor runs on the same
/// object.
void FlowSolver::call_super(GlobalValue call, ObjectId base) {
  const Object row = state_.objects[base.raw];
  if (row.kind == ObjectKind::external || row.kind == ObjectKind::external_member) return;
  if (!seen_calls_.insert((static_cast<uint64_t>(call.raw) << 32) | base.raw).second) return;
  if (++super_calls_[call.raw] > Flow::set_limit) return;  // capped for the same reason as look_up()
  uint32_t receiver = none;
  if (program_.instruction(call).op == Op::call)
    receiver = state_.this_of(state_.this_function(program_.function_of(call)));
  if (row.kind == ObjectKind::function) {
    call_function(call, GlobalFunction(row.owner), 0, receiver, CallEdge::Kind::construct);
    return;
  }
  if (row.kind != ObjectKind::class_) return;
  const GlobalClass id(row.owner);
  const FileId file = program_.file_of(id);
  const Class& class_row = program_.class_row(id);
  for (const FunctionId part : {class_row.initializers, class_row.constructor})
    if (part) call_function(call, program_.global(file, part), 0, receiver, CallEdge::Kind::construct);
  if (!class_row.constructor && class_row.heritage)
    watch(state_.vertex(program_.global(file, class_row.heritage)), Role::super_call, call.raw);
}

/// f.call(this, a), f.apply(this, list), f.bind(this): `callee` is f.
void FlowSolver::invoke(GlobalValue call, ObjectId callee) {
  const Object row = state_.objects[callee.raw];
  const Instruction& instruction = program_.instruction(call);
  const FileId file = program_.file_of(call);
  const FileFacts& facts = program_.file(file).facts;
  const NameId method = program_.name(file, NameId(facts.code[ValueId(instruction.a)].b));
  const bool is_bind = method == program_.well_known.bind;
  if (row.kind != ObjectKind::function) {
    if (is_bind) add_object(state_.vertex(call), callee);
    return;
  }
  const GlobalFunction function(row.owner);
  const GlobalValue receiver = argument(file, instruction, 0);
  const uint32_t receiver_at = receiver ? state_.vertex(receiver) : none;
  if (is_bind) {
    add_object(state_.vertex(call), callee);
    pass_arguments(file, instruction, 1, function);
    if (receiver_at != none && program_.function(function).kind != FunctionKind::arrow)
      add_edge(receiver_at, state_.this_of(function));
    return;
  }
  const bool is_apply = method == program_.well_known.apply;
  call_function(call, function, is_apply ? instruction.operand_count : 1, receiver_at,
                CallEdge::Kind::direct);
  if (const GlobalValue list = is_apply ? argument(file, instruction, 1) : GlobalValue())
    pass_list(list, function);
}

/// `Reflect.apply(f, receiver, list)`
void FlowSolver::apply_reflected(GlobalValue call, ObjectId callee) {
  const Object row = state_.objects[callee.raw];
  if (row.kind != ObjectKind::function) return;
  const FileId file = program_.file_of(call);
  const Instruction& instruction = program_.instruction(call);
  const GlobalFunction function(row.owner);
  call_function(call, function, instruction.operand_count, state_.vertex(argument(file, instruction, 1)),
                CallEdge::Kind::direct);
  pass_list(argument(file, instruction, 2), function);
}

/// `f.bind(this, a)` fills the first parameters.
void FlowSolver::pass_arguments(FileId file, const Instruction& call, uint32_t first, GlobalFunction callee) {
  const FileId target = program_.file_of(callee);
  const Function& row = program_.function(callee);
  for (uint32_t at = 0; at < row.parameter_count; ++at) {
    const Parameter& parameter = program_.file(target).facts.parameters[row.first_parameter + at];
    if (const GlobalValue value = argument(file, call, first + at))
      add_edge(state_.vertex(value), state_.vertex(program_.global(target, parameter.value)));
  }
}

/// `f.apply(this, list)`: any element may be any argument; `arguments` are those of the function around, in
/// their order.
void FlowSolver::pass_list(GlobalValue list, GlobalFunction callee) {
  const FileId file = program_.file_of(list), target = program_.file_of(callee);
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& value = program_.instruction(list);
  const Variable* variable = value.op == Op::load ? &facts.variables[BindingId(value.a)] : nullptr;
  const bool is_own = variable && variable->kind == BindingKind::implicit_arguments;
  const Function& around = facts.functions[is_own ? variable->function : FunctionId(0)];
  uint32_t element = none;
  const Function& row = program_.function(callee);
  for (uint32_t at = 0; at < row.parameter_count; ++at) {
    const Parameter& parameter = program_.file(target).facts.parameters[row.first_parameter + at];
    const uint32_t to = state_.vertex(program_.global(target, parameter.value));
    if (is_own) {
      if (at >= around.parameter_count) return;
      const Parameter& given = facts.parameters[around.first_parameter + at];
      add_edge(state_.vertex(program_.global(file, given.value)), to);
      continue;
    }
    if (element == none) {
      element = new_vertex();
      watch(state_.vertex(list), Role::member_read, element, program_.well_known.element.raw);
    }
    add_edge(element, to);
  }
}

}  // namespace leaklint
