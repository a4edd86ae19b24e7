#include <algorithm>

#include "program/flow_solver.h"

namespace leaklint {

// Functions that a library finds and runs without a call that hands them over: by what decorates or annotates
// them, by their name in a class that extends one of its own, or by the name under which a file exports them.

void FlowSolver::watch_callback(uint32_t vertex, const Callback& callback) {
  callbacks_.push_back(callback);
  watch(vertex, Role::callback, static_cast<uint32_t>(callbacks_.size() - 1));
}

/// The functions that the library finds in an object, by the rows of a type and of what it extends.
void FlowSolver::run_methods(uint32_t vertex, TypeId type, GlobalValue call) {
  std::vector<TypeId> pending = {type};
  // Types extend few others; the bound guards against rows that extend one another in a circle.
  for (size_t at = 0; at < pending.size() && at < 32; ++at) {
    const TypeRow& row = models_.types[pending[at]];
    for (const CallbackRow& method : row.methods) {
      const uint32_t found = follow_path(vertex, method.argument.path);
      // What it runs when it starts needs no call that proves how often.
      if (found != none)
        watch_callback(found, {method.runs == Runs::inherit ? GlobalValue() : call, &method, {}, false});
    }
    for (const std::string& base : row.extends)
      if (const TypeId next = models_.type(base)) pending.push_back(next);
  }
}

void FlowSolver::run_annotated(uint32_t vertex, TypeId type) {
  const TypeRow& row = models_.types[type];
  if (row.handler) watch_callback(vertex, {{}, &*row.handler, {}, false});
  run_methods(vertex, type, {});
}

void FlowSolver::decorate(GlobalValue decoration, ObjectId decorator) {
  const Object object = state_.objects[decorator.raw];
  if (object.kind != ObjectKind::external || !object.type) return;
  const TypeRow& row = models_.types[object.type];
  const FileId file = program_.file_of(decoration);
  const Instruction& instruction = program_.instruction(decoration);
  const GlobalValue value = program_.global(file, ValueId(instruction.a));
  const FunctionId member(instruction.c);
  if (member) {
    const uint32_t vertex = new_vertex();
    add_object(vertex, function_object(program_.global(file, member)));
    if (row.handler) watch_callback(vertex, {value, &*row.handler, {}, false});
    return;
  }
  decorate_class(value, program_.global(file, ClassId(instruction.b)), object.type);
}

void FlowSolver::decorate_class(GlobalValue decoration, GlobalClass decorated, TypeId type) {
  const TypeRow& row = models_.types[type];
  const uint32_t instances = new_vertex();
  add_object(instances, instance_of(class_object(decorated)));
  run_methods(instances, type, decoration);
  if (row.is_singleton) state_.made_by_libraries.emplace_back(class_object(decorated), decoration);
  if (row.is_singleton || row.is_provided) make_at_start(decorated);
}

/// The library makes objects of the class when the program starts.
void FlowSolver::make_at_start(GlobalClass decorated) {
  const FileId file = program_.file_of(decorated);
  const Class& row = program_.class_row(decorated);
  for (const FunctionId part : {row.initializers, row.constructor})
    if (part)
      calls_.push_back(
          {.kind = CallEdge::Kind::construct, .call = {}, .callee = program_.global(file, part)});
}

bool FlowSolver::uses_package(FileId file, std::string_view package) const {
  if (links_.depends_on(file, package)) return true;
  for (const Import& row : program_.file(file).facts.imports) {
    const ModuleTarget* target = links_.target(file, program_.name(file, row.module));
    if (!target || target->library.empty()) continue;
    const std::string_view library = target->library;
    if (library == package || (library.starts_with(package) && library[package.size()] == '/')) return true;
  }
  return false;
}

bool FlowSolver::is_found(FileId file, const ExportRow& row) const {
  const std::string& path = program_.file(file).path;
  if (!row.files.empty() &&
      std::none_of(row.files.begin(), row.files.end(), [&](const Glob& glob) { return glob.matches(path); }))
    return false;
  return row.packages.empty() ||
         std::any_of(row.packages.begin(), row.packages.end(),
                     [&](const std::string& package) { return uses_package(file, package); });
}

void FlowSolver::run_exports() {
  for (uint32_t raw = 0; raw < program_.file_count(); ++raw) {
    const FileId file(raw);
    for (const ExportRow& row : models_.exports) {
      const auto& path = row.callback.argument.path;
      if (!program_.names.find(path.back()) || !is_found(file, row)) continue;
      const uint32_t space = new_vertex();
      add_object(space, namespace_object(file));
      std::vector<uint32_t> found = {follow_path(space, path)};
      if (is_commonjs(file)) {
        const uint32_t whole = field(record_object(file), program_.well_known.exports);
        found.push_back(follow_path(whole, path));
        // `module.exports = handler` is what an import of the default gets.
        if (path.front() == "default") found.push_back(follow_path(whole, {path.begin() + 1, path.end()}));
      }
      for (uint32_t vertex : found)
        if (vertex != none) watch_callback(vertex, {{}, &row.callback, {}, row.spelled, &row});
    }
  }
}

}  // namespace leaklint
