#include "program/unread_places.h"

#include <algorithm>

#include "syntax/parse.h"

namespace leaklint {

bool UnreadPlaces::is_private(FileId file, BindingId id) const {
  const FileFacts& facts = program_.file(file).facts;
  const Variable& variable = facts.variables[id];
  if (variable.is_exported) return false;
  if (facts.functions[variable.function].kind != FunctionKind::module) return true;
  // Other scripts see it, or the template of a component does.
  return facts.module_kind != ModuleKind::script && !is_page(program_.file(file).path);
}

bool UnreadPlaces::is_unread(FileId file, BindingId variable) const {
  return is_private(file, variable) && answers_.uses(file).loads_of(variable).empty();
}

bool UnreadPlaces::is_unread_property(FileId file, ValueId store) const {
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& row = facts.code[store];
  if (row.op != Op::store_member) return false;
  const NameId name(row.b);
  if (!answers_.uses(file).member_reads_of(name).empty()) return false;
  if (facts.names.text(name).starts_with('#')) return true;
  return !is_named_anywhere(file, name) && is_object_private(file, ValueId(row.a));
}

/// Whether some code reads a property of that name, of whatever object, or has the name as a text.
bool UnreadPlaces::is_named_anywhere(FileId file, NameId name) const {
  if (named_.empty()) {
    named_.resize(program_.names.size() + 1);
    for (uint32_t raw = 0; raw < program_.file_count(); ++raw)
      for (const Instruction& row : program_.file(FileId(raw)).facts.code)
        if (row.op == Op::member || (row.op == Op::constant && NameId(row.b)))
          named_[program_.name(FileId(raw), NameId(row.b)).raw] = true;
  }
  return named_[program_.name(file, name).raw];
}

/// The class whose instance a `this` is, or none.
ClassId UnreadPlaces::class_around(FileId file, ValueId this_value) const {
  const FileFacts& facts = program_.file(file).facts;
  FunctionId at = facts.function_of(this_value);
  while (facts.functions[at].kind == FunctionKind::arrow) at = facts.functions[at].parent;
  const Function& function = facts.functions[at];
  return function.is_static ? ClassId() : function.class_;
}

bool UnreadPlaces::is_object_private(FileId file, ValueId object) const {
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& row = facts.code[object];
  if (row.op == Op::this_) {
    const ClassId around = class_around(file, object);
    return around && is_class_private(file, around);
  }
  if (row.op != Op::load || !is_private(file, BindingId(row.a))) return false;
  const ValueId made = answers_.uses(file).only_store_of(BindingId(row.a));
  if (!made || facts.code[stored_value(facts.code[made])].op != Op::object) return false;
  const auto loads = answers_.uses(file).loads_of(BindingId(row.a));
  return std::all_of(loads.begin(), loads.end(),
                     [&](ValueId load) { return is_used_by_property(file, load); });
}

/// Whether nothing is done with an object but to read, write and call its properties.
bool UnreadPlaces::is_used_by_property(FileId file, ValueId object) const {
  const auto uses = answers_.uses(file).uses_of(object);
  return std::all_of(uses.begin(), uses.end(), [&](const ValueUse& use) {
    const bool is_access =
        use.role == UseRole::object || use.role == UseRole::receiver || use.role == UseRole::target;
    if (!is_access || !use.user) return false;
    const Op op = program_.file(file).facts.code[use.user].op;
    return op == Op::member || op == Op::store_member || op == Op::delete_member;
  });
}

/// Whether a class is only used to make objects of, which stay in its file and are used by property. What a
/// base class does with them is not seen.
bool UnreadPlaces::is_class_private(FileId file, ClassId id) const {
  const FileFacts& facts = program_.file(file).facts;
  const ValueUses& uses = answers_.uses(file);
  const Class& row = facts.classes[id];
  if (row.heritage) return false;
  const auto stored = uses.uses_of(row.value);
  if (stored.size() != 1 || stored.front().role != UseRole::stored) return false;
  const Instruction& store = facts.code[stored.front().user];
  if (store.op != Op::store || !is_private(file, BindingId(store.a))) return false;
  for (ValueId at : ids(facts.code))
    if (facts.code[at].op == Op::this_ && class_around(file, at) == id && !is_used_by_property(file, at))
      return false;
  for (ValueId load : uses.loads_of(BindingId(store.a))) {
    const ValueId made = uses.call_of(load);
    if (!made || uses.uses_of(load).size() != 1 || facts.code[made].op != Op::new_) return false;
    if (uses.uses_of(made).empty() || is_used_by_property(file, made)) continue;
    const ValueUse& kept = uses.uses_of(made).front();
    if (uses.uses_of(made).size() != 1 || kept.role != UseRole::stored) return false;
    const Instruction& variable = facts.code[kept.user];
    if (variable.op != Op::store || !is_private(file, BindingId(variable.a))) return false;
    for (ValueId instance : uses.loads_of(BindingId(variable.a)))
      if (!is_used_by_property(file, instance)) return false;
  }
  return true;
}

bool UnreadPlaces::is_unread_collection(FileId file, ValueId object) const {
  const FileFacts& facts = program_.file(file).facts;
  const ValueUses& uses = answers_.uses(file);
  if (facts.code[object].op != Op::load) return false;
  const BindingId variable(facts.code[object].a);
  const ValueId store = uses.only_store_of(variable);
  if (!store || !is_private(file, variable)) return false;
  const Instruction& made = facts.code[stored_value(facts.code[store])];
  if (made.op != Op::new_ || facts.code[ValueId(made.a)].op != Op::load_global) return false;
  const std::string_view type = facts.names.text(NameId(facts.code[ValueId(made.a)].a));
  if (type != "Map" && type != "Set") return false;
  constexpr std::string_view harmless[] = {"set", "add", "has", "size", "delete", "clear"};
  for (ValueId load : uses.loads_of(variable))
    for (const ValueUse& use : uses.uses_of(load)) {
      const bool is_access = use.role == UseRole::object || use.role == UseRole::receiver;
      if (!is_access || !use.user || facts.code[use.user].op != Op::member) return false;
      const std::string_view name = facts.names.text(NameId(facts.code[use.user].b));
      if (std::find(std::begin(harmless), std::end(harmless), name) == std::end(harmless)) return false;
    }
  return true;
}

}  // namespace leaklint
