#include "base/is_one_of.h"
#include "program/flow_solver.h"

namespace leaklint {
namespace {

// Helpers that compilers write into every file, or take from tslib. Their copies differ; their names do not.

/// Of Babel, TypeScript, Rollup, esbuild and Node's own `util`.
bool is_inherits_helper(std::string_view name) {
  return is_one_of(name,
                   {"inherits", "_inherits", "__extends", "_inheritsLoose", "_inherits2", "inheritsLoose"});
}

/// What an `import` becomes where modules are CommonJS: the module, or an object with it as `default`.
bool is_import_helper(std::string_view name) {
  return is_one_of(name,
                   {"__importDefault", "__importStar", "_interopRequireDefault", "_interopRequireWildcard",
                    "_interop_require_default", "_interop_require_wildcard", "_interopDefault",
                    "_interopDefaultLegacy", "_interopDefaultCompat", "_interopNamespace",
                    "_interopNamespaceDefault", "_interopNamespaceCompat", "__toESM"});
}

}  // namespace

/// Whether a call is one of a compiler's helper, whose code then says less than what the helper is for: it is
/// the same for all that it is called with, so that through it every module would seem to be every other.
bool FlowSolver::add_compiled_helper(FileId file, GlobalValue id, const Instruction& row,
                                     std::string_view name) {
  const GlobalValue first = argument(file, row, 0), second = argument(file, row, 1);
  if (is_import_helper(name) && first) {
    add_edge(state_.vertex(first), state_.vertex(id));
    const ObjectId wrapper = literal_object(id, false);
    add_object(state_.vertex(id), wrapper);
    add_edge(state_.vertex(first), field(wrapper, program_.well_known.default_));
    return true;
  }
  if (!second) return false;
  if (is_inherits_helper(name)) {
    watch(state_.vertex(first), Role::derive, state_.vertex(second));
  } else if (name == "__exportStar") {
    watch(state_.vertex(second), Role::copy_into, state_.vertex(first));
  } else if (name == "__decorate") {
    add_edge(state_.vertex(second), state_.vertex(id));
    add_compiled_decorators(file, row);
    return true;
  }
  return false;
}

/// `__decorate([Injectable(), …], Service)` and `__decorate([Get()], Service.prototype, "list", null)`.
void FlowSolver::add_compiled_decorators(FileId file, const Instruction& row) {
  const FileFacts& facts = program_.file(file).facts;
  const Instruction& list = facts.code[facts.operand(row, 0)];
  if (list.op != Op::array) return;
  const uint32_t target = state_.vertex(argument(file, row, 1));
  uint32_t member = none;
  if (row.operand_count > 2) {
    const auto name = constant_text(file, facts.operand(row, 2));
    if (!name) return;
    member = follow_path(target, {std::string(*name)});
    if (member == none) return;
  }
  for (uint32_t at = 0; at < list.operand_count; ++at) {
    const GlobalValue decorator = program_.global(file, facts.operand(list, at));
    decorations_.push_back({decorator, target, member, {}});
    watch(state_.vertex(decorator), Role::compiled_decorator, static_cast<uint32_t>(decorations_.size() - 1));
  }
}

void FlowSolver::decorate_compiled(uint32_t index, ObjectId decorator) {
  const Object object = state_.objects[decorator.raw];
  if (object.kind != ObjectKind::external || !object.type) return;
  const Decoration decoration = decorations_[index];
  if (decoration.member == none) {
    decorations_.push_back({decoration.decorator, decoration.target, none, object.type});
    watch(decoration.target, Role::compiled_class, static_cast<uint32_t>(decorations_.size() - 1));
    return;
  }
  const TypeRow& row = models_.types[object.type];
  if (row.handler) watch_callback(decoration.member, {decoration.decorator, &*row.handler, {}, false});
}

void FlowSolver::decorate_compiled_class(uint32_t index, ObjectId decorated) {
  const Object object = state_.objects[decorated.raw];
  if (object.kind != ObjectKind::class_) return;
  const Decoration& decoration = decorations_[index];
  decorate_class(decoration.decorator, GlobalClass(object.owner), decoration.type);
}

}  // namespace leaklint
