#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "semantics/dump_scopes.h"
#include "syntax/parse.h"

namespace leaklint {

/// One source text, parsed and bound as the file `path` would be. Identifiers are found by a name and which
/// of its occurrences is meant, counted from 1.
class BoundSource {
 public:
  explicit BoundSource(std::string text, std::string_view path = "a.mjs", ModuleHints hints = {})
      : source(SourceText::from_bytes(std::string(path), std::move(text)).value()) {
    Parser parser;
    tree = parser.parse(path, source.text(), blanked).tree;
    if (hints.extension.empty()) hints.extension = path.substr(path.rfind('.'));
    scopes = bind(tree, hints, names);
  }

  /// The nth identifier, of whatever kind, with that text.
  NodeId at(std::string_view name, int nth = 1) const {
    for (uint32_t raw = 0; raw < tree.size(); ++raw) {
      const NodeId node(raw);
      const bool is_leaf = tree.end(node) == raw + 1;
      if (is_leaf && is_named(tree.kind(node)) && tree.text(node) == name && --nth == 0) return node;
    }
    ADD_FAILURE() << "no such occurrence of " << name;
    return tree.root();
  }

  BindingId binding(std::string_view name, int nth = 1) const { return scopes.binding_at(at(name, nth)); }
  const Binding& declared(std::string_view name, int nth = 1) const {
    return scopes.bindings[binding(name, nth)];
  }
  bool is_resolved(std::string_view name, int nth) const { return static_cast<bool>(binding(name, nth)); }

  /// Whether two occurrences mean the same binding.
  bool is_same(std::string_view name, int one, int other) const {
    const BindingId first = binding(name, one);
    return first && first == binding(name, other);
  }

  /// The mode bits of the use there, or 0 when there is none.
  int mode(std::string_view name, int nth = 1) const {
    const UseId use = scopes.use_at(at(name, nth));
    return use ? scopes.uses[use].mode : 0;
  }

  const Scope& scope_around(std::string_view name, int nth = 1) const {
    return scopes.scopes[scopes.scope_at(at(name, nth))];
  }

  std::string dump() const { return dump_scopes(source, tree, scopes, names); }

  SourceText source;
  std::string blanked;
  Tree tree;
  Names names;
  Scopes scopes;
};

}  // namespace leaklint
