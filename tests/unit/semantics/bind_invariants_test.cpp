// What must hold for every file, checked on the fixtures of the differential test and on sources of npm
// packages.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include <gtest/gtest.h>

#include "base/read_file.h"
#include "semantics/identifier_text.h"
#include "unit/semantics/bound_source.h"

namespace leaklint {
namespace {

std::vector<std::string> real_files() {
  const char* root = std::getenv("LEAKLINT_SOURCE_DIRECTORY");
  std::vector<std::string> paths;
  for (const char* folder : {"differential/fixtures", "node_modules/express", "node_modules/undici/lib",
                             "node_modules/zod/src", "node_modules/mobx/src", "node_modules/three/src",
                             "node_modules/@tanstack/react-query/src", "node_modules/preact"}) {
    const auto where = std::filesystem::path(root ? root : ".") / "tests" / folder;
    if (!std::filesystem::exists(where)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(where))
      if (entry.is_regular_file() && language_of(entry.path().string()))
        paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

BoundSource bound_file(const std::string& path) {
  return BoundSource(read_file(path).value(), path, {{}, "", true});
}

std::string name_at(const Tree& tree, NodeId node) {
  const std::string_view text = tree.text(node);
  if (tree.kind(node) == Kind::string) return std::string(text.substr(1, text.size() - 2));
  return without_escapes(text);
}

void check_scopes(const BoundSource& file) {
  const Scopes& bound = file.scopes;
  for (ScopeId id : ids(bound.scopes)) {
    const Scope& scope = bound.scopes[id];
    ASSERT_LT(scope.first.raw, scope.end);
    ASSERT_TRUE(file.tree.contains(scope.node, scope.first));
    ASSERT_LE(scope.end, file.tree.end(scope.node));
    if (!scope.parent) continue;
    const Scope& outer = bound.scopes[scope.parent];
    ASSERT_LT(scope.parent, id);
    ASSERT_TRUE(outer.first <= scope.first && scope.end <= outer.end);
    ASSERT_TRUE(scope.is_strict || !outer.is_strict);
    ASSERT_LE(bound.scopes[ScopeId(id.raw - 1)].first, scope.first);
  }
}

void check_bindings(const BoundSource& file) {
  const Scopes& bound = file.scopes;
  std::set<std::pair<ScopeId, NameId>> seen;
  for (BindingId id : ids(bound.bindings)) {
    const Binding& binding = bound.bindings[id];
    ASSERT_TRUE(seen.emplace(binding.scope, binding.name).second);
    ASSERT_TRUE(binding.is_value || binding.is_type);
    if (!binding.declaration) {
      ASSERT_EQ(binding.kind, BindingKind::implicit_arguments);
      continue;
    }
    ASSERT_EQ(name_at(file.tree, binding.declaration), file.names.text(binding.name));
    ASSERT_TRUE(bound.binding_at(binding.declaration));
  }
  for (const Redeclaration& other : bound.redeclarations)
    ASSERT_EQ(name_at(file.tree, other.node), file.names.text(bound.bindings[other.binding].name));
}

/// The obvious way to look a name up: from scope to scope outwards.
class PlainLookup {
 public:
  explicit PlainLookup(const BoundSource& file) : file_(file) {
    for (BindingId id : ids(file.scopes.bindings)) {
      const Binding& binding = file.scopes.bindings[id];
      by_name_[{binding.scope, binding.name}] = id;
      first_declaration_.push_back(binding.declaration ? binding.declaration : NodeId(0));
    }
    for (const Redeclaration& other : file.scopes.redeclarations)
      first_declaration_[other.binding.raw] = std::min(first_declaration_[other.binding.raw], other.node);
  }

  BindingId find(const Use& use) const {
    for (ScopeId scope = use.scope; scope; scope = file_.scopes.scopes[scope].parent) {
      const auto found = by_name_.find({scope, use.name});
      if (found != by_name_.end() && is_meant(use, found->second)) return found->second;
    }
    return {};
  }

 private:
  bool is_meant(const Use& use, BindingId id) const {
    const Binding& binding = file_.scopes.bindings[id];
    const bool is_value = binding.is_value || binding.kind == BindingKind::import;
    const bool asks_for_type = use.mode & Use::type, asks_for_value = use.mode != Use::type;
    if (!(asks_for_type && binding.is_type) && !(asks_for_value && is_value)) return false;
    const Scope& scope = file_.scopes.scopes[binding.scope];
    if (scope.kind != ScopeKind::function) return true;
    const NodeId body = file_.tree.child(scope.node, Field::body);
    return !body || use.node >= body || first_declaration_[id.raw] < body;
  }

  const BoundSource& file_;
  std::map<std::pair<ScopeId, NameId>, BindingId> by_name_;
  std::vector<NodeId> first_declaration_;
};

void check_uses(const BoundSource& file) {
  const Scopes& bound = file.scopes;
  const PlainLookup lookup(file);
  for (UseId id : ids(bound.uses)) {
    const Use& use = bound.uses[id];
    const auto place = file.source.position(file.tree.span(use.node).begin);
    ASSERT_EQ(name_at(file.tree, use.node), file.names.text(use.name));
    ASSERT_EQ(bound.use_at(use.node), id);
    ASSERT_EQ(bound.scope_at(use.node), use.scope) << place.line << ":" << place.column;
    ASSERT_EQ(lookup.find(use), use.binding) << place.line << ":" << place.column;
    ASSERT_EQ(static_cast<bool>(bound.binding_at(use.node)), use.binding || use.is_init());
    if (use.is_write() && !use.is_init() && use.binding)
      ASSERT_TRUE(bound.bindings[use.binding].is_reassigned);
  }
}

/// Places where an identifier neither declares nor uses a name: it names something of another module, or
/// documents.
bool may_be_silent(const Tree& tree, NodeId node) {
  for (NodeId up = tree.parent(node); up; up = tree.parent(up)) {
    switch (tree.kind(up)) {
      case Kind::import_specifier:
      case Kind::export_specifier:
      case Kind::namespace_export:
      case Kind::jsx_opening_element:
      case Kind::jsx_self_closing_element:
      case Kind::jsx_closing_element:
      case Kind::jsx_namespace_name:
      case Kind::index_signature:
      case Kind::tuple_type:
      case Kind::literal_type:
      case Kind::module:
      case Kind::internal_module:
        return true;
      case Kind::export_statement:  // `export as namespace name`
        return static_cast<bool>(tree.child(up, Kind::token_namespace));
      case Kind::member_expression:
      case Kind::nested_identifier:
      case Kind::required_parameter:
      case Kind::optional_parameter:
      case Kind::rest_pattern:
        break;
      default:
        return false;
    }
  }
  return false;
}

void check_that_no_identifier_is_forgotten(const BoundSource& file) {
  for (uint32_t raw = 0; raw < file.tree.size(); ++raw) {
    const NodeId node(raw);
    const Kind kind = file.tree.kind(node);
    const bool is_name = kind == Kind::identifier || kind == Kind::shorthand_property_identifier ||
                         kind == Kind::shorthand_property_identifier_pattern;
    if (!is_name || file.scopes.binding_at(node) || file.scopes.use_at(node)) continue;
    const auto place = file.source.position(file.tree.span(node).begin);
    ASSERT_TRUE(may_be_silent(file.tree, node))
        << place.line << ":" << place.column << " " << file.tree.text(node);
  }
}

TEST(BindInvariants, hold_for_real_files) {
  const std::vector<std::string> paths = real_files();
  ASSERT_GT(paths.size(), 500u);
  for (const std::string& path : paths) {
    SCOPED_TRACE(path);
    const BoundSource file = bound_file(path);
    ASSERT_NO_FATAL_FAILURE(check_scopes(file));
    ASSERT_NO_FATAL_FAILURE(check_bindings(file));
    ASSERT_NO_FATAL_FAILURE(check_uses(file));
    if (!file.tree.has_broken_inside(file.tree.root())) {
      ASSERT_NO_FATAL_FAILURE(check_that_no_identifier_is_forgotten(file));
    }
  }
}

/// Nesting and hostile repetition must take neither the stack nor quadratic time.
TEST(BindInvariants, hold_for_hostile_files) {
  const auto repeated = [](std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  const std::string sources[] = {
      repeated("{let x;x;", 20000) + repeated("}", 20000),
      repeated("(function x(a=x){var x;", 5000) + repeated("})", 5000),
      repeated("[", 20000) + "a" + repeated("]", 20000) + "=b",
      "let " + repeated("[x=", 5000) + "y" + repeated("]", 5000) + "=z",
      repeated("var x=x;", 20000),
      repeated("a=>", 20000) + "a",
      repeated("class A extends A{m(){", 5000) + repeated("}}", 5000),
      repeated("with(a)", 20000) + "a;",
      "type A=" + repeated("B extends (infer C)[]?", 3000) + "C" + repeated(":C", 3000),
  };
  for (const std::string& text : sources) {
    const BoundSource file(text, text.starts_with("type") ? "a.ts" : "a.cjs");
    SCOPED_TRACE(text.substr(0, 30));
    ASSERT_NO_FATAL_FAILURE(check_scopes(file));
    ASSERT_NO_FATAL_FAILURE(check_bindings(file));
  }
}

}  // namespace
}  // namespace leaklint
