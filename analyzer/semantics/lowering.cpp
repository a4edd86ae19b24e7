#include "semantics/lowering.h"

#include <algorithm>
#include <array>
#include <utility>

#include "semantics/prose_comments.h"

namespace leaklint {

Lowering::Lowering(const Tree& tree, const Scopes& scopes, Names names)
    : tree_(tree),
      scopes_(scopes),
      names_(std::move(names)),
      values_(tree.size()),
      function_of_node_(tree.size()) {
  facts_.module_kind = scopes.module_kind;
  facts_.code.reserve(tree.size() / 2);
}

FileFacts Lowering::run() {
  collect_variables();
  collect_docs();
  note_types();
  Function module;
  module.kind = FunctionKind::module;
  module.span = tree_.span(tree_.root());
  module.is_broken = false;
  queue_.push_back({facts_.functions.add(module), tree_.root()});
  while (!queue_.empty()) lower_queued();
  assign_owners();
  collect_captures();
  facts_.comments = prose_comments(tree_);
  facts_.has_lost_comments = has_lost_comments(tree_, facts_.comments);
  facts_.names = std::move(names_);
  return std::move(facts_);
}

void Lowering::plan(std::initializer_list<Step> steps) {
  for (auto step = std::rbegin(steps); step != std::rend(steps); ++step) steps_.push_back(*step);
}

void Lowering::plan_in_order(const std::vector<Step>& steps) {
  steps_.insert(steps_.end(), steps.rbegin(), steps.rend());
}

void Lowering::run_steps() {
  while (!steps_.empty()) {
    const Step step = steps_.back();
    steps_.pop_back();
    (this->*step.action)(step.node, step.extra);
  }
}

void Lowering::visit(NodeId node, uint32_t) {
  if (node) (this->*visitor_of(tree_.kind(node)))(node);
}

void Lowering::set_value(NodeId node, ValueId value) {
  if (!misread_awaits_.empty() && misread_awaits_.back() == node) {
    misread_awaits_.pop_back();
    value = emit(Op::await_, node, value.raw);
  }
  values_[node.raw] = value;
}

void Lowering::visit_children(NodeId node) {
  std::vector<Step> steps;
  for (NodeId child : tree_.children(node)) steps.push_back({&Lowering::visit, child});
  plan_in_order(steps);
}

ValueId Lowering::emit(Op op, NodeId at, uint32_t a, uint32_t b, uint32_t c, uint8_t flags, uint16_t aux) {
  Instruction instruction;
  instruction.op = op;
  instruction.flags = flags;
  instruction.aux = aux;
  instruction.a = a;
  instruction.b = b;
  instruction.c = c;
  instruction.span = tree_.span(at);
  if (!open_blocks_.empty()) instruction.block = open_blocks_.back();
  return facts_.code.add(instruction);
}

ValueId Lowering::emit_list(Op op, NodeId at, const std::vector<uint32_t>& operands, uint32_t a,
                            uint16_t aux) {
  const ValueId value = emit(op, at, a, none, none, 0, aux);
  facts_.code[value].operands = static_cast<uint32_t>(facts_.operands.size());
  facts_.code[value].operand_count = static_cast<uint32_t>(operands.size());
  facts_.operands.insert(facts_.operands.end(), operands.begin(), operands.end());
  return value;
}

ValueId Lowering::value_or_undefined(NodeId node) {
  if (const ValueId value = value_at(node)) return value;
  return emit(Op::constant, node ? node : tree_.root(), static_cast<uint32_t>(Constant::undefined));
}

void Lowering::open_block(Op op, NodeId at, uint32_t a, uint16_t aux) {
  open_blocks_.push_back(emit(op, at, a, none, none, 0, aux));
}

void Lowering::switch_block(Op op, NodeId at, uint32_t a) {
  close_block(op, at);
  facts_.code[ValueId(facts_.code.size() - 1)].a = a;
  open_blocks_.push_back(ValueId(facts_.code.size() - 1));
}

void Lowering::close_block(Op op, NodeId at) {
  open_blocks_.pop_back();
  emit(op, at);
}

NodeId Lowering::named_child(NodeId node, uint32_t index) const {
  for (NodeId child : tree_.children(node)) {
    const Kind kind = tree_.kind(child);
    if (!is_named(kind) || kind == Kind::comment || kind == Kind::html_comment) continue;
    if (index-- == 0) return child;
  }
  return {};
}

/// The static name of a property key, or none when it is computed.
NameId Lowering::property_name(NodeId node) {
  switch (tree_.kind(node)) {
    case Kind::string: {
      const std::string_view text = tree_.text(node);
      return text.size() >= 2 ? names_.intern(text.substr(1, text.size() - 2)) : NameId();
    }
    case Kind::computed_property_name: {
      const NodeId inner = named_child(node);
      if (inner && (tree_.kind(inner) == Kind::string || tree_.kind(inner) == Kind::number))
        return property_name(inner);
      // Well-known symbols are names as good as any: [Symbol.dispose]() is a member that releases.
      if (inner && tree_.kind(inner) == Kind::member_expression && tree_.text(inner).starts_with("Symbol."))
        return name_of(inner);
      return {};
    }
    default:
      return name_of(node);
  }
}

Lowering::Visitor Lowering::visitor_of(Kind kind) {
  struct Row {
    Kind kind;
    Visitor visitor;
  };
  static constexpr Row rows[] = {
      {Kind::if_statement, &Lowering::visit_if},
      {Kind::for_statement, &Lowering::visit_for},
      {Kind::for_in_statement, &Lowering::visit_for_in},
      {Kind::while_statement, &Lowering::visit_while},
      {Kind::do_statement, &Lowering::visit_do},
      {Kind::switch_statement, &Lowering::visit_switch},
      {Kind::try_statement, &Lowering::visit_try},
      {Kind::labeled_statement, &Lowering::visit_labeled},
      {Kind::break_statement, &Lowering::visit_jump},
      {Kind::continue_statement, &Lowering::visit_jump},
      {Kind::return_statement, &Lowering::visit_return},
      {Kind::throw_statement, &Lowering::visit_return},
      {Kind::expression_statement, &Lowering::visit_expression_statement},
      {Kind::variable_declarator, &Lowering::visit_declarator},
      {Kind::function_declaration, &Lowering::visit_function_declaration},
      {Kind::generator_function_declaration, &Lowering::visit_function_declaration},
      {Kind::function_expression, &Lowering::visit_function},
      {Kind::generator_function, &Lowering::visit_function},
      {Kind::arrow_function, &Lowering::visit_function},
      {Kind::class_declaration, &Lowering::visit_class},
      {Kind::abstract_class_declaration, &Lowering::visit_class},
      {Kind::class_, &Lowering::visit_class},
      {Kind::enum_declaration, &Lowering::visit_enum},
      {Kind::internal_module, &Lowering::visit_namespace},
      {Kind::module, &Lowering::visit_namespace},
      {Kind::ambient_declaration, &Lowering::ignore},
      {Kind::interface_declaration, &Lowering::ignore},
      {Kind::type_alias_declaration, &Lowering::ignore},
      {Kind::function_signature, &Lowering::ignore},
      {Kind::type_annotation, &Lowering::ignore},
      {Kind::type_arguments, &Lowering::ignore},
      {Kind::type_parameters, &Lowering::ignore},
      {Kind::import_statement, &Lowering::visit_import},
      {Kind::import_alias, &Lowering::visit_import_alias},
      {Kind::export_statement, &Lowering::visit_export},
      {Kind::identifier, &Lowering::visit_identifier},
      {Kind::shorthand_property_identifier, &Lowering::visit_identifier},
      {Kind::undefined, &Lowering::visit_literal},
      {Kind::string, &Lowering::visit_literal},
      {Kind::number, &Lowering::visit_literal},
      {Kind::true_, &Lowering::visit_literal},
      {Kind::false_, &Lowering::visit_literal},
      {Kind::null, &Lowering::visit_literal},
      {Kind::regex, &Lowering::visit_literal},
      {Kind::this_, &Lowering::visit_simple},
      {Kind::super, &Lowering::visit_simple},
      {Kind::meta_property, &Lowering::visit_simple},
      {Kind::parenthesized_expression, &Lowering::visit_wrapper},
      {Kind::as_expression, &Lowering::visit_wrapper},
      {Kind::satisfies_expression, &Lowering::visit_wrapper},
      {Kind::non_null_expression, &Lowering::visit_wrapper},
      {Kind::type_assertion, &Lowering::visit_wrapper},
      {Kind::instantiation_expression, &Lowering::visit_wrapper},
      {Kind::jsx_expression, &Lowering::visit_wrapper},
      {Kind::sequence_expression, &Lowering::visit_sequence},
      {Kind::template_string, &Lowering::visit_template},
      {Kind::member_expression, &Lowering::visit_member},
      {Kind::subscript_expression, &Lowering::visit_subscript},
      {Kind::call_expression, &Lowering::visit_call},
      {Kind::new_expression, &Lowering::visit_new},
      {Kind::binary_expression, &Lowering::visit_binary},
      {Kind::unary_expression, &Lowering::visit_unary},
      {Kind::update_expression, &Lowering::visit_update},
      {Kind::ternary_expression, &Lowering::visit_ternary},
      {Kind::assignment_expression, &Lowering::visit_assignment},
      {Kind::augmented_assignment_expression, &Lowering::visit_augmented},
      {Kind::await_expression, &Lowering::visit_await},
      {Kind::yield_expression, &Lowering::visit_yield},
      {Kind::array, &Lowering::visit_array},
      {Kind::object, &Lowering::visit_object},
      {Kind::spread_element, &Lowering::visit_spread},
      {Kind::jsx_element, &Lowering::visit_jsx},
      {Kind::jsx_self_closing_element, &Lowering::visit_jsx},
  };
  static constexpr auto table = [] {
    std::array<Visitor, static_cast<size_t>(Kind::count_)> visitors{};
    visitors.fill(&Lowering::visit_children);
    for (const Row& row : rows) visitors[static_cast<size_t>(row.kind)] = row.visitor;
    return visitors;
  }();
  return table[static_cast<size_t>(kind)];
}

/// Mirrors the binder's bindings, so that a BindingId means the same in both.
void Lowering::collect_variables() {
  for (const Binding& binding : scopes_.bindings) {
    Variable variable{
        .name = binding.name, .kind = binding.kind, .function = {}, .declaration = {}, .type = {}};
    variable.is_reassigned = binding.is_reassigned;
    variable.is_captured = binding.is_captured;
    variable.is_exported = binding.is_exported;
    if (binding.declaration) variable.declaration = tree_.span(binding.declaration);
    facts_.variables.add(variable);
  }
}

/// A variable belongs to the function whose body or parameters declare it.
void Lowering::assign_owners() {
  for (BindingId id : ids(scopes_.bindings)) {
    NodeId node = scopes_.scopes[scopes_.bindings[id].scope].node;
    while (node && node.raw != 0 && !function_of_node_[node.raw]) node = tree_.parent(node);
    facts_.variables[id].function = node && node.raw != 0 ? function_of_node_[node.raw] : FunctionId(0);
  }
}

/// A function captures what it, or a function inside it, uses of an enclosing function's variables.
/// Module-level variables are left out: they live as long as the module anyway.
void Lowering::collect_captures() {
  std::vector<std::vector<BindingId>> captured(facts_.functions.size());
  for (FunctionId id : ids(facts_.functions)) {
    const Function function = facts_.functions[id];
    for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw) {
      const Instruction& instruction = facts_.code[ValueId(raw)];
      if (instruction.op != Op::load && instruction.op != Op::store) continue;
      const BindingId binding(instruction.a);
      const FunctionId owner = facts_.variables[binding].function;
      if (!owner || owner.raw == 0) continue;
      for (FunctionId inner = id; inner && inner != owner; inner = facts_.functions[inner].parent)
        captured[inner.raw].push_back(binding);
    }
  }
  for (FunctionId id : ids(facts_.functions)) {
    auto& list = captured[id.raw];
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    facts_.functions[id].first_capture = static_cast<uint32_t>(facts_.captures.size());
    facts_.functions[id].capture_count = static_cast<uint32_t>(list.size());
    facts_.captures.insert(facts_.captures.end(), list.begin(), list.end());
  }
}

std::optional<std::string_view> FileFacts::constant_text(ValueId value) const {
  const Instruction& row = code[value];
  if (row.op != Op::constant || row.a != static_cast<uint32_t>(Constant::string)) return std::nullopt;
  return names.text(NameId(row.b));
}

std::string_view FileFacts::last_name(ValueId value) const {
  const Instruction& row = code[value];
  if (row.op == Op::member) return names.text(NameId(row.b));
  if (row.op == Op::load) return names.text(variables[BindingId(row.a)].name);
  if (row.op == Op::load_global) return names.text(NameId(row.a));
  return {};
}

FunctionId FileFacts::function_of(ValueId value) const {
  // Functions are lowered in the order of their ids, so their code ranges ascend.
  uint32_t low = 0, high = functions.size();
  while (high - low > 1) {
    const uint32_t middle = (low + high) / 2;
    (functions[FunctionId(middle)].code_begin.raw <= value.raw ? low : high) = middle;
  }
  return FunctionId(low);
}

FileFacts make_facts(const Tree& tree, const Scopes& scopes, Names names) {
  return Lowering(tree, scopes, std::move(names)).run();
}

}  // namespace leaklint
