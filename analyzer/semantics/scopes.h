#pragma once

#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/names.h"
#include "syntax/tree.h"

namespace leaklint {

using ScopeId = Id<struct ScopeTag>;
using BindingId = Id<struct BindingTag>;
using UseId = Id<struct UseTag>;

/// The kinds of scopes of ECMAScript, named as eslint-scope and typescript-eslint's scope-manager name them.
enum class ScopeKind : uint8_t {
  global,
  module,  ///< also the function-like scope of a CommonJS module
  function,
  function_expression_name,
  block,
  for_head,
  switch_body,
  catch_clause,
  with_body,
  class_body,
  class_field_initializer,
  class_static_block,
  namespace_body,
  enum_body,
  type_parameters,  ///< of a type alias, an interface or a function type
  conditional_type,
  mapped_type,
  function_type,
};

enum class BindingKind : uint8_t {
  var,
  let,
  const_,
  using_,
  parameter,
  function,
  class_,
  import,
  catch_parameter,
  function_expression_name,
  enum_,
  enum_member,
  namespace_,
  type_alias,
  interface,
  type_parameter,
  implicit_arguments,
};

struct Scope {
  ScopeKind kind;
  bool is_strict = false;
  bool has_direct_eval =
      false;  ///< a direct eval call sits in this scope or below: its names may be used unseen
  bool is_inside_with = false;  ///< unresolved names in here may be properties of a `with` object
  ScopeId parent;
  ScopeId variable_scope;  ///< where a `var` written here is declared
  NodeId node;
};

struct Binding {
  NameId name;
  ScopeId scope;
  NodeId declaration;  ///< the first identifier that declares it
  BindingKind kind;
  bool is_value = true;       ///< usable in expressions
  bool is_type = false;       ///< usable in type positions
  bool is_type_only = false;  ///< `import type`, interface, alias: erased before run time
  bool is_ambient = false;    ///< `declare`: exists, but not defined here
  bool is_exported = false;
  bool is_reassigned = false;  ///< written after its initialiser
  bool is_captured = false;    ///< used in a function other than the one that declares it
};

struct Use {
  enum Mode : uint8_t { read = 1, write = 2, init = 4, type = 8, type_query = 16 };
  NodeId node;  ///< the identifier
  NameId name;
  ScopeId scope;      ///< where it is written
  BindingId binding;  ///< what it resolves to, or none for a global or unknown name
  uint8_t mode;       ///< Mode bits; an initialiser counts as write | init
};

enum class ModuleKind : uint8_t { script, commonjs, module };

/// All scopes, bindings and uses of one file.
struct Scopes {
  ModuleKind module_kind = ModuleKind::script;
  Table<ScopeId, Scope> scopes;
  Table<BindingId, Binding> bindings;
  Table<UseId, Use> uses;  ///< in order of their node
  /// For every tree node: the binding that an identifier there declares or refers to, or none.
  std::vector<BindingId> binding_of_node;
  /// For every tree node that opens a scope: the innermost scope it opens (a function expression with a name
  /// opens two), or none.
  std::vector<ScopeId> scope_of_node;

  BindingId binding_at(NodeId node) const { return binding_of_node[node.raw]; }
  /// The innermost scope that encloses a node.
  ScopeId scope_at(const Tree& tree, NodeId node) const;
  /// The use written at this identifier, or none. Logarithmic.
  UseId use_at(NodeId node) const;
  /// The nearest function (or module, script) scope around `scope`.
  ScopeId function_scope(ScopeId scope) const;
};

/// What decides, with the syntax, whether a file is a script, a CommonJS module or an ES module: the
/// extension, and the "type" of the nearest package.json ("" when there is none), as Node decides it.
struct ModuleHints {
  std::string_view extension;     ///< ".mjs", ".cts", …
  std::string_view package_type;  ///< "module", "commonjs" or ""
  bool has_package = false;       ///< whether a package.json was found at all
};

/// Binds one tree. Names are interned into `names`.
Scopes bind(const Tree& tree, const ModuleHints& hints, Names& names);

}  // namespace leaklint
