#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lint/file_context.h"
#include "lint/rule.h"
#include "syntax/expressions.h"
#include "syntax/parse.h"

namespace leaklint {
namespace {

/// Whether `let` or `const` would run the same as `var`. Doubtful is what only a circle of imports could tell
/// apart.
enum class Verdict { different, doubtful, same };

/// One `var` declaration, or the head of a for-in or for-of loop that begins with `var`.
struct VarDeclaration {
  NodeId keyword;
  NodeId statement;
  NodeId block;  ///< what a `let` in its place would be visible in, or none where none may stand
  std::vector<NodeId> names;
};

/// The identifiers that a pattern declares, those of nested patterns included.
void collect_names(const Tree& tree, NodeId pattern, std::vector<NodeId>& names) {
  std::vector<NodeId> open{pattern};
  while (!open.empty()) {
    const NodeId node = open.back();
    open.pop_back();
    switch (tree.kind(node)) {
      case Kind::identifier:
      case Kind::shorthand_property_identifier_pattern:
        names.push_back(node);
        break;
      case Kind::pair_pattern:
        if (const NodeId value = tree.child(node, Field::value)) open.push_back(value);
        break;
      case Kind::assignment_pattern:
      case Kind::object_assignment_pattern:
        if (const NodeId left = tree.child(node, Field::left)) open.push_back(left);
        break;
      case Kind::array_pattern:
      case Kind::object_pattern:
      case Kind::rest_pattern:
        for (NodeId child : tree.children(node)) open.push_back(child);
        break;
      default:
        break;
    }
  }
  std::sort(names.begin(), names.end());
}

/// The block of statements that a lexical declaration could stand in, or the loop whose head it could open.
NodeId block_around(const Tree& tree, NodeId statement) {
  if (tree.kind(statement) == Kind::for_in_statement) return statement;
  NodeId parent = tree.parent(statement);
  if (parent && tree.kind(parent) == Kind::export_statement) parent = tree.parent(parent);
  if (!parent) return {};
  switch (tree.kind(parent)) {
    case Kind::program:
    case Kind::statement_block:
    case Kind::class_static_block:
      return parent;
    case Kind::for_statement:
      return tree.field(statement) == Field::initializer ? parent : NodeId();
    default:
      return {};
  }
}

VarDeclaration declaration_at(const Tree& tree, NodeId keyword) {
  VarDeclaration declaration{.keyword = keyword, .statement = tree.parent(keyword), .block = {}, .names = {}};
  declaration.block = block_around(tree, declaration.statement);
  if (tree.kind(declaration.statement) == Kind::for_in_statement) {
    if (const NodeId left = tree.child(declaration.statement, Field::left))
      collect_names(tree, left, declaration.names);
    return declaration;
  }
  for (NodeId child : tree.children(declaration.statement)) {
    if (tree.kind(child) != Kind::variable_declarator) continue;
    if (const NodeId name = tree.child(child, Field::name)) collect_names(tree, name, declaration.names);
  }
  return declaration;
}

/// `declare global { var x }` is the one way to declare a property of the global object in TypeScript.
bool is_in_declare_global(const Tree& tree, NodeId node) {
  for (NodeId up = tree.ancestor(node, Kind::ambient_declaration); up;
       up = tree.ancestor(up, Kind::ambient_declaration))
    if (tree.child(up, Kind::token_global)) return true;
  return false;
}

/// The outermost function between `inside` and `outside`, or none when they run as one.
NodeId outermost_function(const Tree& tree, NodeId inside, NodeId outside) {
  NodeId found;
  for (NodeId up = tree.parent(inside); up && up != outside; up = tree.parent(up)) {
    const Kind kind = tree.kind(up);
    if (is_function_with_body(kind) || kind == Kind::field_definition ||
        kind == Kind::public_field_definition)
      found = up;
  }
  return found;
}

/// Finds out for each declaration of one file whether it can become `let` or `const`.
class VarReplacement {
 public:
  explicit VarReplacement(const FileContext& context)
      : tree_(context.tree), scopes_(context.scopes), is_page_(is_page(context.source.path())) {
    index_uses();
    is_redeclared_.resize(scopes_.bindings.size());
    for (const Redeclaration& again : scopes_.redeclarations) is_redeclared_[again.binding.raw] = true;
    for (const Binding& binding : scopes_.bindings) {
      const ScopeKind kind = scopes_.scopes[binding.scope].kind;
      if (binding.kind == BindingKind::function &&
          (kind == ScopeKind::block || kind == ScopeKind::switch_body))
        functions_in_blocks_.insert(binding.name);
    }
    for (const Use& use : scopes_.uses) {
      const std::string_view name = context.names.text(use.name);
      has_commonjs_names_ |= !use.binding && (name == "require" || name == "module" || name == "exports");
    }
  }

  Verdict verdict(const VarDeclaration& declaration) const {
    if (!declaration.block || declaration.names.empty() || is_in_catch_of_same_name(declaration))
      return Verdict::different;
    Verdict worst = Verdict::same;
    for (NodeId name : declaration.names) worst = std::min(worst, verdict_of(declaration, name));
    return worst;
  }

  std::string_view keyword(const VarDeclaration& declaration) const {
    for (NodeId name : declaration.names)
      if (scopes_.bindings[scopes_.binding_at(name)].is_reassigned) return "let";
    for (NodeId child : tree_.children(declaration.statement))
      if (tree_.kind(child) == Kind::variable_declarator && !tree_.child(child, Field::value)) return "let";
    return "const";
  }

 private:
  /// Sorts the uses by binding, keeping the order of the text: one counting sort for all declarations.
  void index_uses() {
    first_use_.assign(scopes_.bindings.size() + 1, 0);
    for (const Use& use : scopes_.uses)
      if (use.binding) ++first_use_[use.binding.raw + 1];
    for (size_t index = 1; index < first_use_.size(); ++index) first_use_[index] += first_use_[index - 1];
    use_nodes_.resize(first_use_.back());
    std::vector<uint32_t> next(first_use_.begin(), first_use_.end() - 1);
    for (const Use& use : scopes_.uses)
      if (use.binding) use_nodes_[next[use.binding.raw]++] = use.node;
  }

  std::span<const NodeId> uses_of(BindingId binding) const {
    const uint32_t begin = first_use_[binding.raw], end = first_use_[binding.raw + 1];
    return {use_nodes_.data() + begin, end - begin};
  }

  Verdict verdict_of(const VarDeclaration& declaration, NodeId name) const {
    const BindingId id = scopes_.binding_at(name);
    if (!id || is_redeclared_[id.raw] || tree_.text(name) == "let" || tree_.text(name) == "arguments")
      return Verdict::different;
    const Binding& binding = scopes_.bindings[id];
    if (binding.kind != BindingKind::var || functions_in_blocks_.contains(binding.name))
      return Verdict::different;
    const Scope& scope = scopes_.scopes[scopes_.scope_at(tree_, name)];
    if (scope.has_direct_eval || scope.is_inside_with || is_shared_at_top(binding, name))
      return Verdict::different;
    if (is_carried_by_a_loop(declaration, name, id)) return Verdict::different;
    const Verdict timing = verdict_of_uses(declaration, name, id);
    return binding.is_exported ? std::min(timing, Verdict::doubtful) : timing;
  }

  /// A script's top-level `var` is a property of the global object, which other scripts may use. A CommonJS
  /// module's may not take the names of the function that Node puts around it; a file that says nothing of
  /// CommonJS itself may be a script in truth. The markup of a page may assign what its script declares.
  bool is_shared_at_top(const Binding& binding, NodeId name) const {
    const ScopeKind kind = scopes_.scopes[binding.scope].kind;
    if (kind != ScopeKind::global && kind != ScopeKind::module) return false;
    if (is_page_) return true;
    if (scopes_.module_kind == ModuleKind::module) return false;
    constexpr std::string_view taken[] = {"exports", "require", "module", "__filename", "__dirname"};
    return scopes_.module_kind == ModuleKind::script || !has_commonjs_names_ ||
           std::find(std::begin(taken), std::end(taken), tree_.text(name)) != std::end(taken);
  }

  /// In `catch (e)`, `var e = 1` assigns the caught error, and `let e` may not stand there at all.
  bool is_in_catch_of_same_name(const VarDeclaration& declaration) const {
    for (NodeId up = tree_.parent(declaration.statement); up && !is_function_with_body(tree_.kind(up));
         up = tree_.parent(up)) {
      if (tree_.kind(up) != Kind::catch_clause) continue;
      const NodeId caught = tree_.child(up, Field::parameter);
      for (NodeId name : declaration.names)
        if (caught && tree_.text(caught) == tree_.text(name)) return true;
    }
    return false;
  }

  /// A `let` is new in each turn of the loop around it: closures no longer share it, and without an
  /// initialiser it no longer keeps the value of the turn before.
  bool is_carried_by_a_loop(const VarDeclaration& declaration, NodeId name, BindingId binding) const {
    bool is_in_loop = tree_.kind(declaration.block) == Kind::for_statement;
    for (NodeId up = declaration.statement; up && !is_in_loop; up = tree_.parent(up)) {
      if (up != declaration.statement && is_function_with_body(tree_.kind(up))) break;
      is_in_loop = is_loop(tree_.kind(up));
    }
    if (!is_in_loop) return false;
    const NodeId declarator = tree_.parent(name);
    const bool has_no_value =
        tree_.kind(declarator) == Kind::variable_declarator && !tree_.child(declarator, Field::value);
    if (has_no_value && tree_.kind(declaration.block) != Kind::for_statement) return true;
    for (NodeId use : uses_of(binding))
      if (outermost_function(tree_, use, declaration.block)) return true;
    return false;
  }

  /// Whether every use stands in the block, and runs after the declaration has.
  Verdict verdict_of_uses(const VarDeclaration& declaration, NodeId name, BindingId binding) const {
    std::vector<NodeId> early;  // function declarations that use it, and so must not be called before
    for (NodeId use : uses_of(binding)) {
      if (use == name) continue;
      if (!tree_.contains(declaration.block, use)) return Verdict::different;
      if (!runs_after(declaration, name, use, early)) return Verdict::different;
    }
    Verdict verdict = Verdict::same;
    for (size_t index = 0; index < early.size(); ++index) {
      const NodeId own_name = tree_.child(early[index], Field::name);
      const BindingId function = own_name ? scopes_.binding_at(own_name) : BindingId();
      if (!function || is_redeclared_[function.raw]) return Verdict::different;
      if (scopes_.bindings[function].is_exported) verdict = Verdict::doubtful;
      for (NodeId call : uses_of(function))
        if (!runs_after(declaration, {}, call, early)) return Verdict::different;
    }
    return verdict;
  }

  /// Whether a use runs after the declaration, given that the function declarations put into `early` do.
  bool runs_after(const VarDeclaration& declaration, NodeId name, NodeId use,
                  std::vector<NodeId>& early) const {
    const NodeId function = outermost_function(tree_, use, body_around(declaration));
    if (function && is_hoisted(function)) {
      if (std::find(early.begin(), early.end(), function) == early.end()) early.push_back(function);
      return early.size() < 100;  // a chain as long as the file is no proof that anyone waits for
    }
    if (tree_.contains(declaration.statement, use))
      return name && is_in_order(declaration, name, use, function);
    const NodeId begin = function ? function : use;
    return begin.raw > declaration.statement.raw;
  }

  /// What runs as one with the declaration: the function around it, a static block, or the file.
  NodeId body_around(const VarDeclaration& declaration) const {
    NodeId up = tree_.parent(declaration.statement);
    while (up != tree_.root() && !is_function_with_body(tree_.kind(up)) &&
           tree_.kind(up) != Kind::class_static_block)
      up = tree_.parent(up);
    return up;
  }

  bool is_hoisted(NodeId function) const {
    const Kind kind = tree_.kind(function);
    return kind == Kind::function_declaration || kind == Kind::generator_function_declaration;
  }

  /// A use inside the declaration itself: in the head or body of a loop, in a later declarator, or in the
  /// function that is the name's own value.
  bool is_in_order(const VarDeclaration& declaration, NodeId name, NodeId use, NodeId function) const {
    if (tree_.kind(declaration.statement) == Kind::for_in_statement) {
      const NodeId body = tree_.child(declaration.statement, Field::body);
      return body && tree_.contains(body, use);
    }
    NodeId declarator = tree_.ancestor(name, Kind::variable_declarator);
    while (declarator && tree_.parent(declarator) != declaration.statement)
      declarator = tree_.ancestor(declarator, Kind::variable_declarator);
    if (!declarator) return false;
    if (!tree_.contains(declarator, use)) return use.raw > declarator.raw;
    return function && tree_.child(declarator, Field::value) == function;
  }

  const Tree& tree_;
  const Scopes& scopes_;
  const bool is_page_;
  std::vector<uint32_t> first_use_;
  std::vector<NodeId> use_nodes_;
  std::vector<bool> is_redeclared_;
  std::unordered_set<NameId> functions_in_blocks_;
  bool has_commonjs_names_ = false;
};

std::string message_of(const FileContext& context, const VarDeclaration& declaration,
                       std::string_view keyword) {
  const std::string name = declaration.names.empty()
                               ? "its names"
                               : "`" + std::string(context.tree.text(declaration.names.front())) + "`";
  const std::string_view where =
      enclosing_function(context.tree, declaration.statement) ? "function" : "file";
  return "`var` makes " + name + " visible in the whole " + std::string(where) +
         ", before this line and outside of its block too. Declare it with " +
         (keyword.empty() ? std::string("`let` or `const`") : "`" + std::string(keyword) + "`") + ".";
}

void report(FileContext& context, const VarDeclaration& declaration, const VarReplacement& replacement) {
  const Verdict verdict = context.tree.has_broken_inside(context.tree.root())
                              ? Verdict::different
                              : replacement.verdict(declaration);
  if (verdict == Verdict::different) {
    context.report(declaration.keyword, message_of(context, declaration, ""));
    return;
  }
  const std::string keyword(replacement.keyword(declaration));
  Finding& finding = context.report(declaration.keyword, message_of(context, declaration, keyword));
  finding.fixes.push_back({.description = "Replace `var` by `" + keyword + "`",
                           .is_safe = verdict == Verdict::same,
                           .edits = {{context.tree.span(declaration.keyword), keyword}}});
}

void visit(FileContext& context, NodeId) {
  const Tree& tree = context.tree;
  std::vector<NodeId> keywords;
  for (uint32_t raw = 0; raw < tree.size(); ++raw)
    if (tree.kind(NodeId(raw)) == Kind::token_var) keywords.push_back(NodeId(raw));
  if (keywords.empty()) return;
  const VarReplacement replacement(context);
  for (NodeId keyword : keywords) {
    const Kind parent = tree.kind(tree.parent(keyword));
    if (parent != Kind::variable_declaration && parent != Kind::for_in_statement) continue;
    if (!is_in_declare_global(tree, keyword)) report(context, declaration_at(tree, keyword), replacement);
  }
}

constexpr Kind kinds[] = {Kind::program};

}  // namespace

extern const Rule no_var_rule;
const Rule no_var_rule{
    .description = {.summary = "`var`, whose names are visible outside of their block and before their line",
                    .severity = Severity::warning,
                    .preset = Preset::strict},
    .kinds = kinds,
    .visit = visit,
};

}  // namespace leaklint
