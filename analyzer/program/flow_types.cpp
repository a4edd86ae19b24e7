#include <algorithm>
#include <array>

#include "base/is_one_of.h"
#include "program/flow_solver.h"
#include "program/type_text.h"

namespace leaklint {
namespace {

constexpr uint32_t no_id = Id<int>::none_raw;
/// Types that name each other, and modules that re-export each other, end here.
constexpr int max_depth = 6;
constexpr size_t most_modules = 32;

/// Types that stand for their first argument: what `await`, a wrapper or a utility type makes of it.
constexpr auto transparent = std::to_array<std::string_view>(
    {"Promise", "PromiseLike", "Awaited", "Readonly", "Partial", "Required", "NonNullable", "Pick", "Omit",
     "Exclude", "Extract", "Nullable", "Maybe", "Optional"});
/// Collections, whose last argument is what they hold.
constexpr auto collections = std::to_array<std::string_view>(
    {"Array", "ReadonlyArray", "Set", "ReadonlySet", "Map", "ReadonlyMap", "WeakMap", "Record", "Object",
     "Iterable", "IterableIterator", "AsyncIterable"});

}  // namespace

/// What names of types mean in a file, so that each annotation is one look-up.
const FlowSolver::TypeNames& FlowSolver::type_names(FileId file) {
  const auto [found, is_new] = type_names_.try_emplace(file.raw);
  TypeNames& names = found->second;
  if (!is_new) return names;
  const FileFacts& facts = program_.file(file).facts;
  for (const TypeDeclaration& row : facts.type_declarations)
    names.declared[facts.names.text(row.name)].push_back(row.type);
  for (const Import& row : facts.imports)
    if (row.binding) names.imports.try_emplace(facts.names.text(facts.variables[row.binding].name), &row);
  for (const Class& row : facts.classes)
    if (row.name) names.classes.try_emplace(facts.names.text(row.name), row.value);
  for (BindingId id : ids(facts.variables))
    if (const Variable& row = facts.variables[id];
        row.function.raw == 0 && row.kind != BindingKind::parameter)
      names.variables.try_emplace(facts.names.text(row.name), id);
  return names;
}

void FlowSolver::add_annotations(FileId file) {
  const FileFacts& facts = program_.file(file).facts;
  const auto text = [&](NameId type) { return facts.names.text(type); };
  for (const Parameter& parameter : facts.parameters)
    if (parameter.type) {
      const GlobalValue value = program_.global(file, parameter.value);
      annotate(file, text(parameter.type), state_.vertex(value), value);
    }
  for (BindingId id : ids(facts.variables)) {
    const Variable& row = facts.variables[id];
    if (row.type && row.kind != BindingKind::parameter)
      annotate(file, text(row.type), state_.vertex(program_.global(file, id)), {});
  }
  for (FunctionId id : ids(facts.functions))
    if (const NameId type = facts.functions[id].result_type)
      annotate(file, text(type), state_.return_of(program_.global(file, id)), {});
  for (const TypedValue& row : facts.typed_values)
    annotate(file, text(row.type), state_.vertex(program_.global(file, row.value)), {});
  for (const TypedField& row : facts.typed_fields) {
    const ObjectId constructor = class_object(program_.global(file, row.class_));
    const ObjectId holder = row.is_static ? constructor : instance_of(constructor);
    annotate(file, text(row.type), field(holder, program_.name(file, row.name)), {});
  }
}

/// An annotated value is what the type says, besides what flows in.
void FlowSolver::annotate(FileId file, std::string_view text, uint32_t vertex, GlobalValue site) {
  const TypeText type = parse_type(text);
  apply_type({file, type, site, 0}, type.root, vertex);
}

/// Lets a vertex hold what a part of a type says. Objects and collections are only made where some part of
/// them is known: an object about which nothing is known would hide that the value is unknown.
bool FlowSolver::apply_type(const TypeAt& at, uint32_t index, uint32_t vertex) {
  const TypePart& part = at.type[index];
  switch (part.kind) {
    case TypePart::Kind::name:
      return apply_named(at, part, vertex);
    case TypePart::Kind::imported:
      return apply_imported(at, part, vertex);
    case TypePart::Kind::any_of: {
      bool is_known = false;
      for (uint32_t child : part.children) is_known |= apply_type(at, child, vertex);
      return is_known;
    }
    case TypePart::Kind::list: {
      const uint32_t held = new_vertex();
      bool is_known = false;
      for (uint32_t child : part.children) is_known |= apply_type(at, child, held);
      if (is_known) hold(vertex, models_.type("Array"), at.site, held);
      return is_known;
    }
    case TypePart::Kind::object:
      return apply_object(at, part, vertex);
    default:
      return false;
  }
}

/// A collection of a library's type whose elements are known.
void FlowSolver::hold(uint32_t vertex, TypeId type, GlobalValue site, uint32_t held) {
  if (!type) return;
  const ObjectId collection = external(type, site, site ? no_id : vertex);
  add_object(vertex, collection);
  add_edge(held, field(collection, program_.well_known.element));
}

bool FlowSolver::apply_object(const TypeAt& at, const TypePart& part, uint32_t vertex) {
  std::vector<std::pair<NameId, uint32_t>> known;
  for (uint32_t child : part.children) {
    const TypePart& member = at.type[child];
    const NameId name = program_.names.find(member.name);
    if (!name || member.children.empty()) continue;
    const uint32_t held = new_vertex();
    if (apply_type({at.file, at.type, {}, at.depth}, member.children.front(), held))
      known.emplace_back(name, held);
  }
  if (known.empty()) return false;
  const ObjectId object = unique_object(ObjectKind::literal, vertex);
  add_object(vertex, object);
  for (const auto& [name, held] : known) add_edge(held, field(object, name));
  return true;
}

bool FlowSolver::apply_named(const TypeAt& at, const TypePart& part, uint32_t vertex) {
  if (part.children.empty()) return apply_name(at, part.name, vertex);
  if (is_one_of(part.name, transparent)) {
    if (part.name == "Promise") apply_name(at, part.name, vertex);
    return apply_type(at, part.children.front(), vertex);
  }
  if (!is_one_of(part.name, collections)) return apply_name(at, part.name, vertex);
  const auto library = models_.global_types.find(part.name);
  const uint32_t held = new_vertex();
  const bool is_known = apply_type({at.file, at.type, {}, at.depth}, part.children.back(), held);
  if (library != models_.global_types.end()) {
    annotate_library(models_.type(library->second), vertex, at.site);
    if (is_known) hold(vertex, models_.type(library->second), at.site, held);
    return true;
  }
  if (!is_known) return false;
  const ObjectId object = unique_object(ObjectKind::literal, vertex);
  add_object(vertex, object);
  add_edge(held, field(object, program_.well_known.element));
  return true;
}

/// `Foo` and `express.Request`: a type that the file declares, an import, a class, a constructor in a
/// variable, or a global.
bool FlowSolver::apply_name(const TypeAt& at, std::string_view text, uint32_t vertex) {
  const FileFacts& facts = program_.file(at.file).facts;
  const std::string_view root = text.substr(0, text.find('.'));
  const std::string_view rest = root.size() < text.size() ? text.substr(root.size() + 1) : std::string_view();
  if (rest.empty() && apply_declared(at.file, root, vertex, at.depth)) return true;
  const TypeNames& names = type_names(at.file);
  if (const auto import = names.imports.find(root); import != names.imports.end()) {
    const std::string_view imported = facts.names.text(import->second->imported);
    const bool is_whole = !rest.empty() || imported.empty();
    return apply_from_module(at, program_.name(at.file, import->second->module), is_whole ? rest : imported,
                             vertex);
  }
  if (const auto found = names.classes.find(text); found != names.classes.end()) {
    watch(state_.vertex(program_.global(at.file, found->second)), Role::instance_of, vertex);
    return true;
  }
  // `const { Foo } = require('./foo')`, `function Foo() {}` called with new.
  if (const auto variable = names.variables.find(root); variable != names.variables.end()) {
    watch_instances(state_.vertex(program_.global(at.file, variable->second)), rest, vertex);
    return true;
  }
  if (const auto found = models_.global_types.find(text); found != models_.global_types.end()) {
    annotate_library(models_.type(found->second), vertex, at.site);
    return true;
  }
  return false;
}

/// Instances of a class that is reached from a vertex along names, "" for what is there itself.
void FlowSolver::watch_instances(uint32_t from, std::string_view names, uint32_t vertex) {
  while (!names.empty()) {
    const std::string_view step = names.substr(0, names.find('.'));
    names.remove_prefix(std::min(names.size(), step.size() + 1));
    const NameId name = program_.names.find(step);
    if (!name) return;
    const uint32_t next = new_vertex();
    watch(from, Role::member_read, next, name.raw);
    from = next;
  }
  watch(from, Role::instance_of, vertex);
}

bool FlowSolver::apply_imported(const TypeAt& at, const TypePart& part, uint32_t vertex) {
  const FileFacts& facts = program_.file(at.file).facts;
  const NameId module = facts.names.find(part.module);
  return module && apply_from_module(at, program_.name(at.file, module), part.name, vertex);
}

/// A type that another module exports under that name, "" for its whole.
bool FlowSolver::apply_from_module(const TypeAt& at, NameId specifier, std::string_view name,
                                   uint32_t vertex) {
  const ModuleTarget* target = links_.target(at.file, specifier);
  if (!target || target->kind == ModuleTarget::Kind::missing) return false;
  if (target->kind == ModuleTarget::Kind::library) {
    const TypeId module = models_.module(target->library);
    if (!module) return false;
    const auto& types = models_.types[module].types;
    const auto found = types.find(name);
    if (found == types.end()) return false;
    annotate_library(models_.type(found->second), vertex, at.site);
    return true;
  }
  if (at.depth < max_depth && apply_exported(target->file, name, vertex, at.depth + 1)) return true;
  const uint32_t exported = new_vertex();
  const std::string_view first = name.substr(0, name.find('.'));
  const NameId imported = program_.names.find(first);
  if (!first.empty() && !imported) return false;
  import_into(at.file, specifier, imported, first.empty(), exported);
  watch_instances(exported, first.size() < name.size() ? name.substr(first.size() + 1) : std::string_view(),
                  vertex);
  return true;
}

/// An interface or alias that a file declares, by its name there. Each is read once, whatever names it: a
/// vertex of its own holds what it says.
bool FlowSolver::apply_declared(FileId file, std::string_view name, uint32_t vertex, int depth) {
  const auto& declared = type_names(file).declared;
  const auto texts = declared.find(name);
  if (texts == declared.end() || depth >= max_depth) return false;
  const auto [found, is_new] = declared_types_.try_emplace(&texts->second);
  if (is_new) {
    const uint32_t own = new_vertex();
    found->second = {own, false};
    bool is_known = false;
    for (NameId text : texts->second) {
      const TypeText type = parse_type(program_.file(file).facts.names.text(text));
      is_known |= apply_type({file, type, {}, depth + 1}, type.root, own);
    }
    declared_types_[&texts->second].is_known = is_known;
  }
  const DeclaredType type = declared_types_[&texts->second];
  if (type.is_known) add_edge(type.vertex, vertex);
  return type.is_known;
}

/// The same, by the name under which a module exports it, itself or from others.
bool FlowSolver::apply_exported(FileId file, std::string_view name, uint32_t vertex, int depth) {
  std::vector<std::pair<FileId, std::string_view>> pending = {{file, name}};
  for (size_t at = 0; at < pending.size() && at < most_modules; ++at) {
    const auto [module, wanted] = pending[at];
    if (apply_declared(module, wanted, vertex, depth)) return true;
    const FileFacts& facts = program_.file(module).facts;
    for (const Export& row : facts.exports) {
      const std::string_view exported = facts.names.text(row.name);
      if (!row.module || (row.name && exported != wanted)) continue;
      const ModuleTarget* target = links_.target(module, program_.name(module, row.module));
      if (target && target->kind == ModuleTarget::Kind::file)
        pending.emplace_back(target->file, row.imported ? facts.names.text(row.imported) : wanted);
    }
  }
  return false;
}

void FlowSolver::annotate_library(TypeId type, uint32_t vertex, GlobalValue site) {
  add_object(vertex, external(type, site, site ? no_id : vertex));
  run_annotated(vertex, type);
}

}  // namespace leaklint
