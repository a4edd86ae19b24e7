#pragma once

#include <vector>

#include "semantics/binding_table.h"
#include "semantics/scopes.h"

namespace leaklint {

/// The first sweep: one walk over the tree in preorder that opens and closes scopes, declares names and
/// writes down their uses. What a use refers to is left to `resolve`, since a declaration may follow its
/// uses.
class Binder {
 public:
  Binder(const Tree& tree, Names& names, Scopes& scopes);
  void run();

  const BindingTable& table() const { return table_; }
  /// Uses that export what they refer to.
  const std::vector<UseId>& exporting_uses() const { return exporting_uses_; }

 private:
  /// What an identifier in a declaration, a parameter list or on the left of an assignment does.
  struct Target {
    enum class Role : uint8_t { read, declare, assign, nothing };
    Role role = Role::read;
    BindingKind kind = BindingKind::var;
    bool is_initialised = false;
    bool is_exported = false;
    uint8_t mode = Use::write;
    ScopeId scope;
  };
  /// A pattern that is open at the current node, and what the names in it do.
  struct OpenPattern {
    uint32_t end;
    Target target;
  };
  /// Something to begin at a node that lies ahead, inside `owner`.
  struct Step {
    enum class Kind : uint8_t { function, function_body, function_type, class_, field, with_body, types };
    uint32_t first;
    Kind kind;
    NodeId owner;
  };
  static constexpr uint8_t not_a_use = 0;  ///< among the modes of `Use`
  /// What only the sweep needs to know of a scope.
  struct ScopeWork {
    ScopeId arguments_of;  ///< the function whose `arguments` is meant here
    ScopeId
        infer_scope;  ///< the conditional type that `infer` declares in, through function and mapped types
  };

  // binder.cpp: the walk, scopes and their owners
  void visit(NodeId node);
  void begin_file();
  ScopeId open_scope(ScopeKind kind, NodeId node, uint32_t first, uint32_t end);
  void close_scope();
  void plan(Step::Kind kind, NodeId owner, NodeId first);
  void take_step();
  void begin_function(NodeId function, uint32_t first);
  void begin_class(NodeId node, uint32_t first);
  void visit_function(NodeId node);
  void visit_class(NodeId node);
  void visit_block(NodeId node);
  void visit_for(NodeId node);
  void visit_for_in(NodeId node);
  void begin_chain(NodeId node, uint8_t mode);
  void visit_import(NodeId node);
  void visit_export(NodeId node);
  bool has_use_strict(NodeId body) const;

  // binder_types.cpp: what only TypeScript has
  void visit_signature(NodeId node);
  void visit_module(NodeId node);
  void visit_enum_body(NodeId node);
  void visit_conditional_type(NodeId node);
  void visit_mapped_type(NodeId node);
  void declare_type_with_parameters(NodeId node, BindingKind kind);

  // binder_names.cpp: what an identifier is
  void visit_name(NodeId node);
  void visit_type_name(NodeId node);
  void enter_pattern(NodeId node);
  Target target_at(NodeId node);
  Target inherited_target();
  Target variable_target(NodeId declarator);
  Target for_head_target(NodeId statement);
  Target assigned(uint8_t mode) const;
  Target declared(BindingKind kind, bool is_initialised, bool is_exported = false) const;
  void apply(const Target& target, NodeId node);
  void visit_plain_name(NodeId node, NodeId parent);
  void visit_import_name(NodeId node, NodeId specifier);
  void visit_tag_name(NodeId node);
  void visit_export_name(NodeId node, NodeId parent);
  void note_direct_eval();
  BindingId declare(NodeId node, BindingKind kind, ScopeId scope, bool is_exported);
  BindingId declare_name_of(NodeId owner, BindingKind kind);
  void use(NodeId node, NameId name, uint8_t mode);
  void use(NodeId node, uint8_t mode) { use(node, name_of(node), mode); }
  NameId name_of(NodeId node) const;
  bool is_exported(NodeId declaration) const;

  const Tree& tree_;
  Names& names_;
  Scopes& scopes_;
  BindingTable table_;
  std::vector<UseId> exporting_uses_;

  uint32_t raw_ = 0;  // the current node
  ScopeId scope_;
  uint32_t scope_end_ = 0;
  std::vector<ScopeWork> scope_work_;  // for each scope
  std::vector<Step> steps_;            // those that lie ahead, the nearest last
  std::vector<OpenPattern> patterns_;

  NameId arguments_name_, eval_name_, this_name_, bigint_name_;
  uint32_t ambient_end_ = 0;  // up to here everything is declared, not defined
  uint32_t chain_end_ = 0;    // up to here names are read as `chain_mode_`
  uint8_t chain_mode_ = Use::read;
  bool is_import_type_ = false;  // the current import statement is `import type`
  bool is_export_from_ = false;  // the current export statement names another module
  bool is_export_type_ = false;  // ... or is `export type`
};

/// Whether the node opens a function scope: every kind of function, method and overload, but no function
/// type.
bool is_function(Kind kind);
bool is_class(Kind kind);

}  // namespace leaklint
