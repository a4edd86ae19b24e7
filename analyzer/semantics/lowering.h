#pragma once

#include <deque>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

#include "semantics/facts.h"

namespace leaklint {

/// Turns one bound tree into facts: every function's body becomes a run of instructions.
///
/// The walk keeps its own stack of steps, so that nesting in the source never reaches ours. Visiting a node
/// plans the steps that evaluate it, in order; a step may plan further ones. Functions found on the way are
/// queued and lowered one after another, which keeps each one's code contiguous.
class Lowering {
 public:
  Lowering(const Tree& tree, const Scopes& scopes, Names names);
  FileFacts run();

 private:
  using Action = void (Lowering::*)(NodeId node, uint32_t extra);
  struct Step {
    Action action;
    NodeId node;
    uint32_t extra = 0;
  };
  struct QueuedFunction {
    FunctionId function;
    NodeId node;
  };
  using Visitor = void (Lowering::*)(NodeId node);

  // The machine (lowering.cpp)
  void plan(std::initializer_list<Step> steps);
  void plan_in_order(const std::vector<Step>& steps);
  void run_steps();
  void visit(NodeId node, uint32_t = 0);
  void visit_children(NodeId node);
  void ignore(NodeId) {}
  static Visitor visitor_of(Kind kind);

  ValueId emit(Op op, NodeId at, uint32_t a = none, uint32_t b = none, uint32_t c = none, uint8_t flags = 0,
               uint16_t aux = 0);
  ValueId emit_list(Op op, NodeId at, const std::vector<uint32_t>& operands, uint32_t a = none,
                    uint16_t aux = 0);
  ValueId value_at(NodeId node) const { return node ? values_[node.raw] : ValueId(); }
  /// The value of a node that was visited, or a fresh `undefined` where it made none.
  ValueId value_or_undefined(NodeId node);
  void set_value(NodeId node, ValueId value);
  void take_value_of(NodeId node, uint32_t from) { set_value(node, values_[from]); }
  void open_block(Op op, NodeId at, uint32_t a = none, uint16_t aux = 0);
  void switch_block(Op op, NodeId at, uint32_t a = none);
  void close_block(Op op, NodeId at);
  BindingId variable_at(NodeId identifier) const;
  NameId name_of(NodeId node) { return names_.intern(tree_.text(node)); }
  NameId property_name(NodeId node);
  NodeId named_child(NodeId node, uint32_t index = 0) const;
  bool has_token(NodeId node, Kind token) const { return static_cast<bool>(tree_.child(node, token)); }

  // Statements (lowering_statements.cpp)
  void visit_if(NodeId node);
  void visit_for(NodeId node);
  void visit_for_in(NodeId node);
  void visit_while(NodeId node);
  void visit_do(NodeId node);
  void visit_switch(NodeId node);
  void visit_try(NodeId node);
  void visit_labeled(NodeId node);
  void visit_jump(NodeId node);
  void visit_return(NodeId node);
  void visit_expression_statement(NodeId node);
  void visit_declarator(NodeId node);
  void open_if(NodeId node, uint32_t condition);
  void step_else(NodeId node, uint32_t);
  void close_if(NodeId node, uint32_t);
  void open_loop(NodeId node, uint32_t kind);
  void close_loop(NodeId node, uint32_t);
  void exit_loop_when(NodeId node, uint32_t condition);
  void bind_loop_variable(NodeId node, uint32_t right);
  void open_switch(NodeId node, uint32_t value);
  void step_case(NodeId node, uint32_t value);
  void close_switch(NodeId node, uint32_t);
  void step_try(NodeId node, uint32_t op);
  void bind_caught(NodeId node, uint32_t);
  void close_label(NodeId node, uint32_t);
  void finish_jump(NodeId node, uint32_t value);
  void mark_discarded(NodeId node, uint32_t value);
  void finish_declarator(NodeId node, uint32_t value);

  // Expressions (lowering_expressions.cpp)
  void visit_identifier(NodeId node);
  void visit_literal(NodeId node);
  void visit_simple(NodeId node);
  void visit_wrapper(NodeId node);
  void visit_sequence(NodeId node);
  void visit_template(NodeId node);
  void visit_member(NodeId node);
  void visit_subscript(NodeId node);
  void visit_call(NodeId node);
  void visit_new(NodeId node);
  void visit_binary(NodeId node);
  void visit_unary(NodeId node);
  void visit_update(NodeId node);
  void visit_ternary(NodeId node);
  void visit_assignment(NodeId node);
  void visit_augmented(NodeId node);
  void visit_await(NodeId node);
  bool is_misread_await(NodeId call) const;
  void visit_misread_await(NodeId call);
  void finish_misread_await(NodeId call, uint32_t last);
  void visit_yield(NodeId node);
  void visit_array(NodeId node);
  void visit_object(NodeId node);
  void visit_spread(NodeId node);
  void visit_jsx(NodeId node);
  void finish_member(NodeId node, uint32_t);
  void finish_subscript(NodeId node, uint32_t);
  void finish_call(NodeId node, uint32_t);
  void finish_list(NodeId node, uint32_t op);
  void finish_binary(NodeId node, uint32_t);
  void finish_logical(NodeId node, uint32_t);
  void finish_unary(NodeId node, uint32_t);
  void finish_update(NodeId node, uint32_t);
  void finish_ternary(NodeId node, uint32_t);
  void finish_assignment(NodeId node, uint32_t);
  void finish_augmented(NodeId node, uint32_t);
  void finish_unary_op(NodeId node, uint32_t op);
  void finish_object(NodeId node, uint32_t);
  void visit_method_of_object(NodeId node, uint32_t);
  void finish_jsx(NodeId node, uint32_t);
  void visit_arguments(std::vector<Step>& steps, NodeId arguments);
  Operator operator_of(NodeId node) const;

  // Patterns and stores (lowering_patterns.cpp)
  /// Stores the value at `value` into the pattern or expression `node`; plans what must be evaluated before.
  void bind(NodeId node, uint32_t value);
  void bind_object_pattern(NodeId node, ValueId value);
  void bind_array_pattern(NodeId node, ValueId value);
  void bind_default(NodeId node, ValueId value);
  void finish_default(NodeId node, uint32_t value);
  void store_name(NodeId node, ValueId value, uint8_t flags);
  void finish_store_member(NodeId node, uint32_t value);
  void finish_bind_computed(NodeId pair, uint32_t value);
  void finish_typed_default(NodeId node, uint32_t value);

  // Functions and classes (lowering_functions.cpp)
  FunctionId declare_function(NodeId node, FunctionKind kind, NameId name);
  void visit_function(NodeId node);
  void visit_function_declaration(NodeId node);
  ValueId make_function(NodeId node, FunctionKind kind, NameId name);
  void lower_queued();
  void lower_parameters(FunctionId function, NodeId node);
  void lower_parameter(FunctionId function, NodeId node, uint32_t index);
  void lower_initializers(FunctionId function, NodeId class_body);
  void visit_class(NodeId node);
  void finish_class(NodeId node, uint32_t heritage);
  void add_members(NodeId class_node, ClassId id, ValueId class_value);
  FunctionId add_member(NodeId member, ClassId id, ValueId class_value, std::vector<Step>& steps);
  void finish_static_field(NodeId member, uint32_t class_value);
  void finish_field(NodeId member, uint32_t);
  void add_decorators_of(NodeId holder, std::vector<NodeId>& decorators) const;
  void decorate(const std::vector<NodeId>& decorators, ClassId id, FunctionId member,
                std::vector<Step>& steps);
  void finish_decorator(NodeId node, uint32_t target);
  void finish_expression_body(NodeId node, uint32_t);
  NameId name_from_context(NodeId node);
  NodeId field_name(NodeId member) const;
  void visit_enum(NodeId node);
  void finish_enum(NodeId node, uint32_t);
  void visit_namespace(NodeId node);

  // Modules (lowering_modules.cpp)
  void visit_import(NodeId node);
  void visit_import_alias(NodeId node);
  void visit_export(NodeId node);
  void add_import(NodeId module, NameId imported, NodeId local, bool is_type_only);
  void add_export_clause(NodeId clause, NodeId module, bool is_type_only);
  void export_declared(NodeId declaration);
  void export_pattern(NodeId pattern);
  void finish_export_value(NodeId node, uint32_t value);
  NameId module_name(NodeId string);

  // Types (lowering_types.cpp)
  NameId type_named(std::string_view text);
  NameId type_of(NodeId annotated, Field field);
  void note_types();
  void collect_docs();
  void declare_documented_types(std::string_view comment);
  NameId documented(const std::string& type);
  NodeId doc_comment_of(NodeId node) const;
  NameId documented_type(NodeId node);
  void note_documented_signature(FunctionId function, NodeId node);
  void note_field_type(NodeId member, ClassId id);
  void note_asserted_type(NodeId node, uint32_t inner);

  void collect_variables();
  void assign_owners();
  void collect_captures();

  static constexpr uint32_t none = Id<int>::none_raw;

  const Tree& tree_;
  const Scopes& scopes_;
  Names names_;
  FileFacts facts_;
  std::vector<ValueId> values_;  // by node: the value it evaluated to
  std::vector<Step> steps_;
  std::vector<ValueId> open_blocks_;
  std::deque<QueuedFunction> queue_;
  std::unordered_map<uint32_t, NodeId> doc_of_;            // by node: the comment of documentation before it
  std::vector<FunctionId> function_of_node_;               // by node, for nodes that make a function
  std::vector<ClassMember> members_;                       // of the class being lowered
  std::vector<std::pair<ClassId, FunctionId>> decorated_;  // what a planned decorator step applies to
  FunctionId current_;
  uint32_t loop_depth_ = 0;
  std::vector<NodeId> misread_awaits_;  // the expressions that they await, the innermost last
};

}  // namespace leaklint
