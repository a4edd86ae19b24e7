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

/// A scope covers the nodes from `first` to `end`, a run of the descendants of the node that opens it: a
/// function's own name, its decorators and a computed key lie outside, and so does the false branch of a
/// conditional type. Scopes are in order of `first`.
struct Scope {
  ScopeKind kind;
  bool is_strict = false;
  bool has_direct_eval = false;  ///< one sits here or in a scope below: names may be used unseen
  bool is_inside_with = false;   ///< any name used in here may be a property of a `with` object
  ScopeId parent;
  ScopeId variable_scope;  ///< where a `var` written here is declared
  ScopeId function_scope;  ///< the function, field initialiser, module or script whose run executes this code
  NodeId node;             ///< the node that opens it: the function, the class, the `switch`, the field, ...
  NodeId first;            ///< the first node inside
  uint32_t end = 0;        ///< one past the last node inside, as a raw preorder index
};

struct Binding {
  NameId name;
  ScopeId scope;
  /// The identifier that declares it. Of several (overloads, a type and a value that share a name, `var`
  /// twice), the first one that makes it a value with a definition; the others are in
  /// `Scopes::redeclarations`.
  NodeId declaration;
  BindingKind kind;
  bool is_value = true;       ///< usable in expressions
  bool is_type = false;       ///< usable in type positions
  bool is_type_only = false;  ///< `import type`, interface, alias, type parameter: erased before run time
  bool is_ambient = false;    ///< `declare`: exists, but not defined here
  bool is_exported = false;  ///< by its declaration, an export specifier, `export default name` or `export =`
  /// Written other than by the initialiser at `declaration`, or defined again by a second function.
  bool is_reassigned = false;
  bool is_captured = false;  ///< used, other than as a type, by a function other than its own
};

/// Another identifier that declares a binding, besides `Binding::declaration`.
struct Redeclaration {
  BindingId binding;
  NodeId node;
};

/// One occurrence of a name. A name in an export specifier, or alone after `export default`, may mean a value
/// or a type: its mode is read | type. Tags of JSX are uses when they name a component; closing tags are not
/// uses.
struct Use {
  enum Mode : uint8_t { read = 1, write = 2, init = 4, type = 8, type_query = 16 };
  NodeId node;  ///< the identifier
  NameId name;
  ScopeId scope;      ///< where it is written
  BindingId binding;  ///< what it resolves to, or none for a global or unknown name
  uint8_t mode = 0;   ///< Mode bits; an initialiser counts as write | init

  bool is_read() const { return mode & read; }
  bool is_write() const { return mode & write; }
  bool is_init() const { return mode & init; }
  bool is_erased() const { return !(mode & (read | write)); }  ///< only a type or a type query
};

enum class ModuleKind : uint8_t { script, commonjs, module };

/// All scopes, bindings and uses of one file.
struct Scopes {
  ModuleKind module_kind = ModuleKind::script;
  Table<ScopeId, Scope> scopes;
  Table<BindingId, Binding> bindings;
  Table<UseId, Use> uses;                     ///< in order of their node
  std::vector<Redeclaration> redeclarations;  ///< in order of their node
  /// For every tree node: the binding that an identifier there declares or refers to, or none. The name of a
  /// class declaration declares two, one around the class and one inside; here stands the one around it, so
  /// `binding_at(binding.declaration)` leads from the inner to the outer one.
  std::vector<BindingId> binding_of_node;
  /// For every tree node that opens a scope: the innermost scope it opens (a function expression with a name
  /// opens two), or none.
  std::vector<ScopeId> scope_of_node;

  BindingId binding_at(NodeId node) const { return binding_of_node[node.raw]; }
  /// The innermost scope that encloses a node; for a node that opens a scope, the one around it. Logarithmic.
  ScopeId scope_at(NodeId node) const;
  ScopeId scope_at(const Tree&, NodeId node) const { return scope_at(node); }
  /// The use written at this identifier, or none. Logarithmic.
  UseId use_at(NodeId node) const;
  /// The nearest scope around `scope`, itself included, whose code runs on its own: a function, a field's
  /// initialiser, or the module or script. Static blocks and namespaces run with the code around them.
  ScopeId function_scope(ScopeId scope) const { return scopes[scope].function_scope; }
};

/// What decides, with the syntax, whether a file is a script, a CommonJS module or an ES module: the
/// extension, and the "type" of the nearest package.json ("" when there is none), as Node decides it.
struct ModuleHints {
  std::string_view extension;     ///< ".mjs", ".cts", …
  std::string_view package_type;  ///< "module", "commonjs" or ""
  bool has_package = false;       ///< whether a package.json was found at all
};

/// Decides what a file is:
/// - .mjs and .mts are modules, .cjs and .cts CommonJS, .vue and .svelte modules;
/// - `import` and `export` declarations make any other file a module, even against "type": "commonjs", since
///   sources in that shape are compiled before they run; `export =` and `import x = require()` make it
///   CommonJS;
/// - a page without them is a script;
/// - otherwise "type": "module" makes it a module, as do import.meta and top-level await where "type" is
/// absent;
/// - otherwise it is CommonJS if there is a package.json, or if it speaks of require(), module.exports or
///   exports.name;
/// - otherwise it is a script, whose top-level names are global.
ModuleKind module_kind_of(const Tree& tree, const ModuleHints& hints);

/// Binds one tree. Names are interned into `names`.
Scopes bind(const Tree& tree, const ModuleHints& hints, Names& names);

}  // namespace leaklint
