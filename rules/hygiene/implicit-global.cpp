#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lint/file_context.h"
#include "lint/rule.h"
#include "models/environment_globals.h"
#include "syntax/expressions.h"
#include "syntax/parse.h"

namespace leaklint {
namespace {

constexpr std::string_view language_environments[] = {"builtin"};
constexpr std::string_view node_environments[] = {"node", "commonjs"};
constexpr std::string_view browser_environments[] = {"browser", "worker", "serviceworker", "sharedWorker"};

/// Names that only a page or its worker gives to a program that reads them.
constexpr std::string_view browser_evidence[] = {
    "$",         "XMLHttpRequest", "document",       "importScripts", "jQuery", "localStorage",
    "navigator", "postMessage",    "sessionStorage", "self",          "window"};

/// Names that only CommonJS gives.
constexpr std::string_view node_evidence[] = {"__dirname", "__filename", "exports", "module", "require"};

template <class Names>
bool contains(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Whether one of these environments defines a global of that name.
template <class Environments>
bool is_global_of(const Environments& environments, std::string_view name) {
  const auto rows = environment_globals();
  auto row = std::lower_bound(
      rows.begin(), rows.end(), name,
      [](const EnvironmentGlobal& global, std::string_view text) { return global.name < text; });
  for (; row != rows.end() && row->name == name; ++row)
    if (contains(environments, row->environment)) return true;
  return false;
}

/// Where a name that the file does not declare is used: the first two nodes and the last.
struct Extent {
  uint32_t first, second, last;
};

/// The file's names that no scope of it declares, and what they tell about where it runs.
class UndeclaredNames {
 public:
  explicit UndeclaredNames(const FileContext& context) {
    for (const Use& use : context.scopes.uses) {
      if (use.binding || (use.mode & (Use::read | Use::write)) == 0) continue;
      if (is_asked_for(context.tree, use.node)) asked_for_.insert(use.name);
      const uint32_t node = use.node.raw;
      const auto [entry, is_new] = extents_.try_emplace(use.name, Extent{node, node, node});
      Extent& extent = entry->second;
      if (extent.second == extent.first) extent.second = node;
      extent.last = node;
      if (!is_new) continue;
      const std::string_view name = context.names.text(use.name);
      has_browser_names_ |= contains(browser_evidence, name);
      has_node_names_ |= contains(node_evidence, name);
    }
  }

  /// Whether the file asks `typeof name`, and so takes the name for a global that may or may not be there.
  bool is_asked_for(NameId name) const { return asked_for_.contains(name); }

  Extent extent_of(NameId name) const { return extents_.at(name); }

  bool has_browser_names() const { return has_browser_names_; }
  /// Whether the file asks for modules as Node does, and for nothing that a page has. `name` and `status` are
  /// globals of pages only, so there an assignment to them makes a new one.
  bool is_written_for_node() const { return has_node_names_ && !has_browser_names_; }

 private:
  static bool is_asked_for(const Tree& tree, NodeId node) {
    const NodeId parent = tree.parent(with_parentheses_and_types(tree, node));
    const NodeId sign = tree.child(parent, Field::operator_);
    return tree.kind(parent) == Kind::unary_expression && sign && tree.kind(sign) == Kind::token_typeof;
  }

  std::unordered_map<NameId, Extent> extents_;
  std::unordered_set<NameId> asked_for_;
  bool has_browser_names_ = false;
  bool has_node_names_ = false;
};

/// Where a name that no scope declares may come from. Test runners and the like count when a comment names
/// them.
enum class Origin { nowhere, page_only, somewhere };

Origin origin_of(const FileContext& context, const UndeclaredNames& undeclared, std::string_view name) {
  if (const auto access = context.declared_global(name))
    return *access == GlobalAccess::off ? Origin::nowhere : Origin::somewhere;
  if (is_global_of(language_environments, name) || is_global_of(node_environments, name))
    return Origin::somewhere;
  if (!is_global_of(browser_environments, name)) return Origin::nowhere;
  // `location = url` and `onmessage = …` are how pages and workers are driven, whatever bundles them.
  const bool drives_a_page = name == "location" || name.starts_with("on");
  return undeclared.is_written_for_node() && !drives_a_page ? Origin::page_only : Origin::somewhere;
}

/// Whether sloppy code writes a name here that nothing around it can declare unseen. `x++` and `x += 1` read
/// first, which throws for a name that does not exist, so they never make one.
bool makes_a_global(const Scopes& scopes, const Use& use) {
  if (use.binding || use.mode != Use::write) return false;
  const Scope& scope = scopes.scopes[use.scope];
  if (scope.is_strict || scope.is_inside_with) return false;
  for (ScopeId up = use.scope; up && scopes.scopes[up].parent; up = scopes.scopes[up].parent)
    if (scopes.scopes[up].has_direct_eval) return false;  // `eval('var x')` declares x in its function
  return true;
}

/// Whether a declaration could be written in front of the name, so that all its uses see it: the name is the
/// target of an assignment that is a statement, or the variable of a loop, and is used neither before, nor in
/// the value that it is given, nor outside of the block.
bool can_be_declared_here(const Tree& tree, NodeId name, Extent extent) {
  const NodeId parent = tree.parent(name);
  if (!parent || tree.field(name) != Field::left || extent.first != name.raw) return false;
  const NodeId value = tree.child(parent, Field::right);
  if (!value || (extent.second != name.raw && tree.contains(value, NodeId(extent.second)))) return false;
  if (tree.kind(parent) == Kind::for_in_statement) return extent.last < tree.end(parent);
  if (tree.kind(parent) != Kind::assignment_expression) return false;
  const NodeId statement = tree.parent(parent), list = tree.parent(statement);
  if (tree.kind(statement) != Kind::expression_statement || !list) return false;
  const bool is_list = tree.kind(list) == Kind::statement_block || tree.kind(list) == Kind::program;
  return is_list && extent.last < tree.end(list);
}

Confidence confidence_of(const FileContext& context, const UndeclaredNames& undeclared, NameId name,
                         Origin origin) {
  if (undeclared.is_asked_for(name)) return Confidence::low;
  // The other scripts of a page may declare it: they share one global scope.
  const bool is_certain = context.scopes.module_kind != ModuleKind::script && origin == Origin::nowhere;
  return is_certain ? Confidence::high : Confidence::medium;
}

void report(FileContext& context, const UndeclaredNames& undeclared, const Use& use, Origin origin) {
  const std::string name(context.names.text(use.name));
  const bool is_in_page = undeclared.has_browser_names() || is_page(context.source.path());
  Finding& finding =
      context.report(use.node,
                     "`" + name +
                         "` is assigned but never declared, so it becomes a property of the global object "
                         "and lives as long as the " +
                         (is_in_page ? "page" : "process") + ". Declare it with `let` or `const`.",
                     confidence_of(context, undeclared, use.name, origin));
  if (!can_be_declared_here(context.tree, use.node, undeclared.extent_of(use.name))) return;
  const uint32_t begin = context.tree.span(use.node).begin;
  finding.fixes.push_back({.description = "Declare `" + name + "` here with `let`",
                           .is_safe = false,  // other files may read the global
                           .edits = {{{begin, begin}, "let "}}});
}

void visit(FileContext& context, NodeId program) {
  // A part that does not parse may hold the declaration; TypeScript's own compiler refuses undeclared names.
  if (context.tree.has_broken_inside(program) || language_of(context.source.path()) != Language::javascript)
    return;
  const Scopes& scopes = context.scopes;
  if (std::none_of(scopes.uses.begin(), scopes.uses.end(),
                   [&](const Use& use) { return makes_a_global(scopes, use); }))
    return;
  const UndeclaredNames undeclared(context);
  for (const Use& use : scopes.uses) {
    if (!makes_a_global(scopes, use)) continue;
    const Origin origin = origin_of(context, undeclared, context.names.text(use.name));
    if (origin != Origin::somewhere) report(context, undeclared, use, origin);
  }
}

constexpr Kind kinds[] = {Kind::program};

}  // namespace

extern const Rule implicit_global_rule;
const Rule implicit_global_rule{
    .description = {.summary = "An assignment to an undeclared name in sloppy code, which makes it a global",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .kinds = kinds,
    .visit = visit,
};

}  // namespace leaklint
