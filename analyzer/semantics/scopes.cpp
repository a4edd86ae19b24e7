#include "semantics/scopes.h"

#include <algorithm>

#include "semantics/binder.h"
#include "semantics/resolve.h"

namespace leaklint {

ScopeId Scopes::scope_at(NodeId node) const {
  const auto begins_after = [](NodeId wanted, const Scope& scope) { return wanted < scope.first; };
  const auto after = std::upper_bound(scopes.begin(), scopes.end(), node, begins_after);
  ScopeId scope(static_cast<uint32_t>(after - scopes.begin()) - 1);
  const auto encloses = [&](const Scope& candidate) {
    return node.raw < candidate.end && candidate.node != node;
  };
  while (scopes[scope].parent && !encloses(scopes[scope])) scope = scopes[scope].parent;
  return scope;
}

UseId Scopes::use_at(NodeId node) const {
  const auto is_before = [](const Use& use, NodeId wanted) { return use.node < wanted; };
  const auto found = std::lower_bound(uses.begin(), uses.end(), node, is_before);
  if (found == uses.end() || found->node != node) return {};
  return UseId(static_cast<uint32_t>(found - uses.begin()));
}

Scopes bind(const Tree& tree, const ModuleHints& hints, Names& names) {
  Scopes scopes;
  if (tree.size() == 0) return scopes;
  scopes.module_kind = module_kind_of(tree, hints);
  Binder binder(tree, names, scopes);
  binder.run();
  resolve(scopes, binder.table(), names.size());
  for (UseId use : binder.exporting_uses())
    if (const BindingId binding = scopes.uses[use].binding) scopes.bindings[binding].is_exported = true;
  const auto is_before = [](const Redeclaration& a, const Redeclaration& b) { return a.node < b.node; };
  std::sort(scopes.redeclarations.begin(), scopes.redeclarations.end(), is_before);
  return scopes;
}

}  // namespace leaklint
