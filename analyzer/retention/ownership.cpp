#include "retention/ownership.h"

#include <algorithm>

namespace leaklint {
namespace {

/// More ancestors than any class has that people still understand.
constexpr size_t most_ancestors = 16;

class OwnerTest {
 public:
  explicit OwnerTest(const Retention& retention) : retention_(retention), program_(retention.program) {}

  bool are_different(GlobalValue a, GlobalValue b) const {
    const FileId file_a = program_.file_of(a), file_b = program_.file_of(b);
    if (file_a == file_b) return false;
    const auto path_a = retention_.place_of(a), path_b = retention_.place_of(b);
    if (!path_a || !path_b || !is_its_own(file_a, *path_a) || !is_its_own(file_b, *path_b)) return false;
    if (path_a->root() != path_b->root()) return true;
    if (path_a->root() == PlacePath::Root::variable) return true;
    const std::string_view name_a = name_of(file_a, *path_a), name_b = name_of(file_b, *path_b);
    return name_a != name_b || are_unrelated(program_.global(file_a, path_a->receiver()),
                                             program_.global(file_b, path_b->receiver()));
  }

 private:
  /// A field, or a variable that is given a function made in this file.
  bool is_its_own(FileId file, const PlacePath& path) const {
    if (path.root() == PlacePath::Root::this_) return static_cast<bool>(path.last_name());
    if (path.root() != PlacePath::Root::variable) return false;
    const FileFacts& facts = retention_.facts(file);
    if (path.has_steps()) return false;
    const auto stores = retention_.uses(file).stores_of(path.variable());
    return !stores.empty() && std::all_of(stores.begin(), stores.end(), [&](ValueId store) {
      const ValueId value = stored_value(facts.code[store]);
      return value && is_made_here(facts, origin_of(facts, retention_.uses(file), value));
    });
  }

  /// A function expression, `f.bind(this)`, `debounce(f)`; `require('./other')` is none.
  static bool is_made_here(const FileFacts& facts, ValueId value) {
    if (!value) return false;
    const Instruction& row = facts.code[value];
    if (row.op == Op::function) return true;
    if (row.op != Op::call) return false;
    const auto has_function = [&](uint32_t at) {
      const Op op = facts.code[facts.operand(row, at)].op;
      return op == Op::function || op == Op::this_;
    };
    for (uint32_t at = 0; at < row.operand_count; ++at)
      if (has_function(at)) return true;
    return false;
  }

  std::string_view name_of(FileId file, const PlacePath& path) const {
    return retention_.facts(file).names.text(path.last_name());
  }

  /// Methods of two classes of which neither inherits from the other, nor both from a third that the program
  /// shows. What is in no class may be mixed into anything, unless its file is one component.
  bool are_unrelated(GlobalFunction a, GlobalFunction b) const {
    const ClassId class_a = program_.function(a).class_, class_b = program_.function(b).class_;
    const bool has_own_a = class_a || is_component_file(a), has_own_b = class_b || is_component_file(b);
    if (!has_own_a || !has_own_b) return false;
    if (!class_a || !class_b) return true;
    std::vector<GlobalClass> of_a, of_b;
    if (!collect_ancestors(program_.global(program_.file_of(a), class_a), of_a) ||
        !collect_ancestors(program_.global(program_.file_of(b), class_b), of_b))
      return false;
    return std::none_of(of_a.begin(), of_a.end(), [&](GlobalClass id) {
      return std::find(of_b.begin(), of_b.end(), id) != of_b.end();
    });
  }

  bool is_component_file(GlobalFunction function) const {
    const std::string_view path = program_.file(program_.file_of(function)).path;
    return path.ends_with(".vue") || path.ends_with(".svelte");
  }

  /// A class and all that it inherits from; false when the program does not tell.
  bool collect_ancestors(GlobalClass first, std::vector<GlobalClass>& found) const {
    found.push_back(first);
    for (size_t at = 0; at < found.size(); ++at) {
      if (found.size() > most_ancestors) return false;
      const FileId file = program_.file_of(found[at]);
      const Class& row = program_.class_row(found[at]);
      if (!row.heritage || is_of_a_package(file, row.heritage)) continue;
      const auto objects = retention_.flow.objects_of(program_.global(file, row.heritage));
      if (objects.empty()) return false;
      for (ObjectId id : objects) {
        const Object& object = retention_.flow.object(id);
        if (object.kind == ObjectKind::external) continue;
        if (object.kind != ObjectKind::class_) return false;
        const GlobalClass base(object.owner);
        if (std::find(found.begin(), found.end(), base) == found.end()) found.push_back(base);
      }
    }
    return true;
  }

  /// `React.Component`, `HTMLElement`: what a package or the environment has.
  bool is_of_a_package(FileId file, ValueId heritage) const {
    const auto path = retention_.place_of(program_.global(file, heritage));
    if (!path) return false;
    if (path->root() == PlacePath::Root::global) return true;
    if (path->root() != PlacePath::Root::variable) return false;
    const FileFacts& facts = retention_.facts(file);
    for (ImportId id : ids(facts.imports)) {
      if (facts.imports[id].binding != path->variable()) continue;
      const std::string_view module = facts.names.text(facts.imports[id].module);
      const bool is_path = module.starts_with('.') || module.starts_with('/') || module.starts_with('~') ||
                           module.starts_with("@/") || module.starts_with('#');
      return !is_path && retention_.flow.objects_of(program_.global(file, heritage)).empty();
    }
    return false;
  }

  const Retention& retention_;
  const Program& program_;
};

}  // namespace

bool are_of_different_owners(const Retention& retention, GlobalValue a, GlobalValue b) {
  return OwnerTest(retention).are_different(a, b);
}

}  // namespace leaklint
