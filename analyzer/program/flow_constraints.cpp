#include "program/flow_solver.h"

namespace leaklint {
ObjectId FlowSolver::literal_object(GlobalValue site, bool is_array) {
  const ObjectId object = unique_object(ObjectKind::literal, none, site);
  if (is_array) state_.objects[object.raw].is_array = true;
  return object;
}

GlobalValue FlowSolver::argument(FileId file, const Instruction& call, uint32_t index) const {
  return index < call.operand_count ? program_.global(file, program_.file(file).facts.operand(call, index))
                                    : GlobalValue();
}

std::optional<std::string_view> FlowSolver::constant_text(FileId file, ValueId value) const {
  return value ? program_.file(file).facts.constant_text(value) : std::nullopt;
}

void FlowSolver::add_constraints() {
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    add_function_objects(file);
    const FileFacts& facts = program_.file(file).facts;
    for (FunctionId function : ids(facts.functions)) {
      const Function& row = facts.functions[function];
      for (uint32_t at = row.code_begin.raw; at < row.code_end.raw; ++at)
        add_instruction(file, program_.global(file, function), program_.global(file, ValueId(at)),
                        facts.code[ValueId(at)]);
    }
    add_annotations(file);
  }
}

/// Functions and classes are objects from the start; members hang on the prototype or on the class itself.
void FlowSolver::add_function_objects(FileId file) {
  const FileFacts& facts = program_.file(file).facts;
  for (FunctionId id : ids(facts.functions)) {
    const Function& row = facts.functions[id];
    if (row.value && facts.code[row.value].op == Op::function)
      add_object(state_.vertex(program_.global(file, row.value)), function_object(program_.global(file, id)));
  }
  for (ClassId id : ids(facts.classes)) add_class_members(file, program_.global(file, id));
}

void FlowSolver::add_class_members(FileId file, GlobalClass id) {
  const FileFacts& facts = program_.file(file).facts;
  const Class& row = program_.class_row(id);
  const ObjectId object = class_object(id);
  const ObjectId instance = instance_of(object);
  const ObjectId prototype = unique_object(ObjectKind::prototype, object.raw);
  add_object(state_.vertex(program_.global(file, row.value)), object);
  for (const FunctionId part : {row.constructor, row.initializers})
    if (part) add_object(state_.this_of(program_.global(file, part)), instance);
  for (uint32_t at = 0; at < row.member_count; ++at) {
    const ClassMember& member = facts.members[row.first_member + at];
    const GlobalFunction function = program_.global(file, member.function);
    if (!member.name) {
      add_object(state_.this_of(function), member.is_static ? object : instance);
      continue;
    }
    const uint32_t to = field(member.is_static ? object : prototype, program_.name(file, member.name));
    add_object(to, function_object(function));
  }
  if (row.heritage) watch(state_.vertex(program_.global(file, row.heritage)), Role::heritage, object.raw);
}

void FlowSolver::add_instruction(FileId file, GlobalFunction function, GlobalValue id,
                                 const Instruction& row) {
  const FileFacts& facts = program_.file(file).facts;
  const auto value = [&](uint32_t raw) { return state_.vertex(program_.global(file, ValueId(raw))); };
  const auto variable = [&](uint32_t raw) { return state_.vertex(program_.global(file, BindingId(raw))); };
  const auto name = [&](uint32_t raw) { return program_.name(file, NameId(raw)); };
  const uint32_t to = state_.vertex(id);
  switch (row.op) {
    case Op::load:
      add_edge(variable(row.a), to);
      break;
    case Op::store:
      add_edge(value(row.b), variable(row.a));
      break;
    case Op::choose:
      for (uint32_t at = 0; at < row.operand_count; ++at) add_edge(value(facts.operand(row, at).raw), to);
      break;
    case Op::import_call:
      // A promise of the module's exports; `await` gives what it is made of.
      if (const TypeId promise = models_.type("Promise")) add_object(to, external(promise, id));
      if (const ValueId specifier(row.a); specifier && facts.code[specifier].op == Op::constant)
        import_into(file, name(facts.code[specifier].b), {}, true, to);
      break;
    case Op::await_:
    case Op::spread:
    case Op::rest:
      add_edge(value(row.a), to);
      break;
    case Op::this_:
      add_edge(state_.this_of(state_.this_function(function)), to);
      break;
    case Op::super_: {
      const GlobalFunction method = state_.this_function(function);
      const Function& owner = program_.function(method);
      if (!owner.class_) break;
      const ObjectId base = class_object(program_.global(program_.file_of(method), owner.class_));
      const ObjectId prototype = unique_object(ObjectKind::prototype, base.raw);
      add_edge(prototype_link(owner.is_static ? base : prototype), to);
      break;
    }
    case Op::member:
      watch(value(row.a), Role::member_read, to, name(row.b).raw);
      break;
    case Op::index:
      watch(value(row.a), Role::member_read, to, program_.well_known.element.raw);
      watch(value(row.a), Role::all_fields, to);
      break;
    case Op::element:
      watch(value(row.a), Role::member_read, to, program_.well_known.element.raw);
      break;
    case Op::store_member:
      watch(value(row.a), Role::member_write, value(row.c), name(row.b).raw);
      break;
    case Op::store_index:
      watch(value(row.a), Role::member_write, value(row.c), program_.well_known.element.raw);
      break;
    case Op::object: {
      const ObjectId object = literal_object(id, false);
      add_object(to, object);
      for (uint32_t at = 0; at < facts.property_count(row); ++at) {
        const Property property = facts.property(row, at);
        if (facts.code[property.value].op == Op::spread) {
          watch(value(property.value.raw), Role::copy_fields, object.raw);
          continue;
        }
        const NameId key = property.key ? program_.name(file, property.key) : program_.well_known.element;
        add_edge(value(property.value.raw), field(object, key));
        if (program_.text(key) == "__proto__") add_edge(value(property.value.raw), prototype_link(object));
      }
      break;
    }
    case Op::array: {
      const ObjectId object = literal_object(id, true);
      add_object(to, object);
      for (uint32_t at = 0; at < row.operand_count; ++at) {
        const uint32_t item = facts.operand(row, at).raw;
        if (facts.code[ValueId(item)].op == Op::spread)
          watch(value(item), Role::copy_fields, object.raw);
        else
          add_edge(value(item), field(object, program_.well_known.element));
      }
      break;
    }
    case Op::return_:
      if (row.a != none) add_edge(value(row.a), state_.return_of(function));
      break;
    case Op::yield_:
      if (row.a != none) add_edge(value(row.a), state_.return_of(function));
      break;
    case Op::call:
    case Op::new_:
      add_call(file, function, id, row);
      break;
    case Op::decorate:
      watch(value(row.a), Role::decorator, id.raw);
      break;
    case Op::load_global:
      if (const auto type = models_.globals.find(program_.text(name(row.a))); type != models_.globals.end())
        add_object(to, external(models_.type(type->second), {}));
      break;
    default:
      break;
  }
}

void FlowSolver::add_call(FileId file, GlobalFunction, GlobalValue id, const Instruction& row) {
  const FileFacts& facts = program_.file(file).facts;
  const ValueId callee_value(row.a);
  const Instruction& callee = facts.code[callee_value];
  if (callee.op == Op::super_) {
    const GlobalFunction method = state_.this_function(program_.function_of(id));
    const Function& owner = program_.function(method);
    if (!owner.class_) return;
    const Class& class_row = program_.class_row(program_.global(file, owner.class_));
    if (class_row.heritage)
      watch(state_.vertex(program_.global(file, class_row.heritage)), Role::super_call, id.raw);
    return;
  }
  const std::string_view name = facts.last_name(callee_value);
  if (add_compiled_helper(file, id, row, name)) return;
  watch(state_.vertex(program_.global(file, callee_value)), Role::callee, id.raw);
  if (callee.op == Op::member) {
    const NameId method = program_.name(file, NameId(callee.b));
    if (method == program_.well_known.call || method == program_.well_known.apply ||
        method == program_.well_known.bind)
      watch(state_.vertex(program_.global(file, ValueId(callee.a))), Role::invoke, id.raw);
  }
  add_known_helper(file, id, row, name);
}

/// Calls of the language itself that move objects in ways no model row says.
void FlowSolver::add_known_helper(FileId file, GlobalValue id, const Instruction& row,
                                  std::string_view name) {
  const GlobalValue first = argument(file, row, 0), second = argument(file, row, 1);
  if (name == "require" && row.operand_count == 1) {
    if (const auto specifier = constant_text(file, program_.local(first)))
      require_into(file, program_.names.find(*specifier), state_.vertex(id));
    return;
  }
  if (name == "apply" && row.operand_count == 3) {
    const FileFacts& facts = program_.file(file).facts;
    const Instruction& callee = facts.code[ValueId(row.a)];
    if (callee.op != Op::member) return;
    const Instruction& object = facts.code[ValueId(callee.a)];
    if (object.op == Op::load_global && facts.names.text(NameId(object.a)) == "Reflect")
      watch(state_.vertex(first), Role::reflect_apply, id.raw);
    return;
  }
  if (name == "create" && first) {
    const ObjectId object = literal_object(id, false);
    add_object(state_.vertex(id), object);
    add_edge(state_.vertex(first), prototype_link(object));
    return;
  }
  if ((name == "assign" || name == "extend") && second) {
    add_edge(state_.vertex(first), state_.vertex(id));
    for (uint32_t at = 1; at < row.operand_count; ++at)
      watch(state_.vertex(first), Role::copy_into, state_.vertex(argument(file, row, at)));
    return;
  }
  if (name == "setPrototypeOf" && second) {
    watch(state_.vertex(first), Role::set_prototype, state_.vertex(second));
    return;
  }
  if (name == "defineProperty" && row.operand_count == 3) add_define_property(file, id, row);
}

/// Object.defineProperty(target, "name", { get() {…} | value: … }), as compiled modules export.
void FlowSolver::add_define_property(FileId file, GlobalValue, const Instruction& row) {
  const FileFacts& facts = program_.file(file).facts;
  const auto name = constant_text(file, facts.operand(row, 1));
  const Instruction& descriptor = facts.code[facts.operand(row, 2)];
  if (!name || descriptor.op != Op::object) return;
  const NameId key = program_.names.find(*name);
  const uint32_t target = state_.vertex(argument(file, row, 0));
  for (uint32_t at = 0; at < facts.property_count(descriptor); ++at) {
    const Property property = facts.property(descriptor, at);
    const std::string_view part = facts.names.text(property.key);
    const Instruction& value = facts.code[property.value];
    if (part == "value")
      watch(target, Role::member_write, state_.vertex(program_.global(file, property.value)), key.raw);
    if (part == "get" && value.op == Op::function)
      watch(target, Role::member_write, state_.return_of(program_.global(file, FunctionId(value.a))),
            key.raw);
  }
}

}  // namespace leaklint
