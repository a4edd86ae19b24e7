#include "program/flow_solver.h"

namespace leaklint {

bool FlowSolver::is_commonjs(FileId file) const {
  return program_.file(file).facts.module_kind != ModuleKind::module;
}

void FlowSolver::add_modules() {
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    add_exports(file);
    add_imports(file);
    if (!is_commonjs(file)) continue;
    add_object(field(record_object(file), program_.well_known.exports), exports_object(file));
    const FileFacts& facts = program_.file(file).facts;
    for (ValueId id : ids(facts.code)) {
      const Instruction& row = facts.code[id];
      if (row.op == Op::load_global) {
        const std::string_view name = facts.names.text(NameId(row.a));
        const uint32_t to = state_.vertex(program_.global(file, id));
        if (name == "module") add_object(to, record_object(file));
        if (name == "exports") add_object(to, exports_object(file));
      }
    }
    add_object(state_.this_of(program_.global(file, FunctionId(0))), exports_object(file));
  }
}

void FlowSolver::add_exports(FileId file) {
  const FileFacts& facts = program_.file(file).facts;
  const ObjectId space = namespace_object(file);
  for (const Export& row : facts.exports) {
    if (row.is_type_only) continue;
    const NameId name = program_.name(file, row.name);
    if (row.module) {
      const NameId specifier = program_.name(file, row.module);
      if (row.imported) {
        import_into(file, specifier, program_.name(file, row.imported), false, field(space, name));
      } else if (name) {
        import_into(file, specifier, {}, true, field(space, name));
      } else {
        const uint32_t all = new_vertex();
        import_into(file, specifier, {}, true, all);
        watch(all, Role::reexport, space.raw);
      }
      continue;
    }
    if (facts.names.text(row.name) == "export=") {
      // TypeScript's `export =` is `module.exports =`.
      add_edge(state_.vertex(program_.global(file, row.value)),
               field(record_object(file), program_.well_known.exports));
      continue;
    }
    if (row.binding) add_edge(state_.vertex(program_.global(file, row.binding)), field(space, name));
    if (row.value) add_edge(state_.vertex(program_.global(file, row.value)), field(space, name));
  }
}

void FlowSolver::add_imports(FileId file) {
  const FileFacts& facts = program_.file(file).facts;
  for (const Import& row : facts.imports) {
    if (!row.binding) continue;
    const uint32_t to = state_.vertex(program_.global(file, row.binding));
    const NameId specifier = program_.name(file, row.module);
    if (row.imported && facts.names.text(row.imported) == "export=")
      require_into(file, specifier, to);
    else
      import_into(file, specifier, program_.name(file, row.imported), !row.imported, to);
  }
}

/// `import { imported } from 'specifier'` (or the namespace) flows into a vertex.
void FlowSolver::import_into(FileId from, NameId specifier, NameId imported, bool is_namespace, uint32_t to) {
  const ModuleTarget* target = links_.target(from, specifier);
  if (!target || target->kind == ModuleTarget::Kind::missing) return;
  if (target->kind == ModuleTarget::Kind::library) {
    const TypeId type = models_.module(target->library);
    if (!type) {
      import_inner_module(target->library, to);
      return;
    }
    const ObjectId library = external(type, {});
    // The default import of a CommonJS library is all that it exports.
    const bool is_whole =
        is_namespace || (imported == program_.well_known.default_ && !models_.member(type, "default"));
    if (is_whole)
      add_object(to, library);
    else
      look_up(library, imported, to);
    return;
  }
  if (!is_commonjs(target->file)) {
    const ObjectId space = namespace_object(target->file);
    if (is_namespace)
      add_object(to, space);
    else
      add_edge(field(space, imported), to);
    return;
  }
  const uint32_t whole = field(record_object(target->file), program_.well_known.exports);
  if (is_namespace || imported == program_.well_known.default_) add_edge(whole, to);
  if (!is_namespace) watch(whole, Role::member_read, to, imported.raw);
}

/// A module inside a package that is one of the package's members: "lodash/map".
void FlowSolver::import_inner_module(std::string_view library, uint32_t to) {
  const auto [package, member] = models_.member_of_module(library);
  if (!member) return;
  if (member->call || member->construct)
    add_object(to,
               unique_object(ObjectKind::external_member, external(package, {}).raw, {}, package, member));
  else if (const TypeId property = models_.type(member->type))
    add_object(to, external(property, {}));
}

void FlowSolver::require_into(FileId from, NameId specifier, uint32_t to) {
  const ModuleTarget* target = links_.target(from, specifier);
  if (!target || target->kind == ModuleTarget::Kind::missing) return;
  if (target->kind == ModuleTarget::Kind::file && !is_commonjs(target->file)) {
    add_object(to, namespace_object(target->file));
    return;
  }
  if (target->kind == ModuleTarget::Kind::file) {
    add_edge(field(record_object(target->file), program_.well_known.exports), to);
    return;
  }
  import_into(from, specifier, {}, true, to);
}

/// Functions that an entry file of a package (or, where asked, any file) exports, directly or as members of
/// what it exports, have callers that nobody here sees. The walk follows fields, instances and results
/// breadth-first, each object once.
void FlowSolver::mark_outside(bool every_file, std::vector<bool>& reached) {
  std::vector<ObjectId> pending;
  std::vector<bool> seen(state_.objects.size(), false);
  const auto reach = [&](uint32_t vertex) {
    for (uint32_t raw : state_.sets.at(vertex)) {
      if (seen[raw]) continue;
      seen[raw] = true;
      pending.push_back(ObjectId(raw));
    }
  };
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    if (!every_file && !links_.is_entry[raw]) continue;
    if (is_commonjs(file)) reach(field(record_object(file), program_.well_known.exports));
    const ObjectId space = namespace_object(file);
    seen.resize(state_.objects.size(), false);
    pending.push_back(space);
  }
  for (size_t at = 0; at < pending.size(); ++at) {
    const ObjectId id = pending[at];
    const Object row = state_.objects[id.raw];
    if (row.kind == ObjectKind::function) {
      const GlobalFunction function(row.owner);
      reached[function.raw] = true;
      reach(state_.return_of(function));
    }
    if (row.kind == ObjectKind::function || row.kind == ObjectKind::class_) {
      const auto found =
          state_.fields.find((static_cast<uint64_t>(id.raw) << 32) | program_.well_known.prototype.raw);
      if (found != state_.fields.end()) reach(found->second);
    }
    if (row.kind == ObjectKind::instance) {
      // What outside code holds an instance of, it can call methods of.
      const ObjectId constructor(row.owner);
      const auto found = state_.fields.find((static_cast<uint64_t>(constructor.raw) << 32) |
                                            program_.well_known.prototype.raw);
      if (found != state_.fields.end()) reach(found->second);
    }
    const auto fields = fields_of_[id.raw];
    for (const auto& [name, vertex] : fields) {
      // Names with a leading underscore or hash are private by convention or by law.
      const std::string_view text = program_.text(name);
      if (row.kind != ObjectKind::module_namespace && (text.starts_with('_') || text.starts_with('#')))
        continue;
      reach(vertex);
    }
  }
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    for (ClassId id : ids(program_.file(file).facts.classes)) {
      const Class& row = program_.file(file).facts.classes[id];
      const ObjectId object = class_object(program_.global(file, id));
      if (object.raw >= seen.size() || !seen[object.raw]) continue;
      for (const FunctionId part : {row.constructor, row.initializers})
        if (part) reached[program_.global(file, part).raw] = true;
    }
  }
}

}  // namespace leaklint
