#include "semantics/value_type.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "syntax/expressions.h"

namespace leaklint {
namespace {

struct TypedCall {
  std::string_view object;  ///< empty for a plain function
  std::string_view name;
  ValueType type;
};

/// Functions of the language whose result has one type for every argument.
constexpr TypedCall typed_calls[] = {
    {"", "String", ValueType::string},
    {"", "Number", ValueType::number},
    {"", "Boolean", ValueType::boolean},
    {"", "BigInt", ValueType::bigint},
    {"", "parseInt", ValueType::number},
    {"", "parseFloat", ValueType::number},
    {"", "isNaN", ValueType::boolean},
    {"", "isFinite", ValueType::boolean},
    {"", "encodeURIComponent", ValueType::string},
    {"", "decodeURIComponent", ValueType::string},
    {"Array", "isArray", ValueType::boolean},
    {"Number", "isInteger", ValueType::boolean},
    {"Number", "isNaN", ValueType::boolean},
    {"Number", "isFinite", ValueType::boolean},
    {"Number", "parseInt", ValueType::number},
    {"Number", "parseFloat", ValueType::number},
    {"Object", "is", ValueType::boolean},
    {"Object", "keys", ValueType::object},
    {"Date", "now", ValueType::number},
    {"String", "fromCharCode", ValueType::string},
};

ValueType type_of_call(const Tree& tree, const Scopes& scopes, NodeId call) {
  const NodeId callee = without_parentheses(tree, tree.child(call, Field::function));
  if (!callee) return ValueType::unknown;
  NodeId object = {}, name = callee;
  if (tree.kind(callee) == Kind::member_expression) {
    object = tree.child(callee, Field::object);
    name = tree.child(callee, Field::property);
    if (!object || !name) return ValueType::unknown;
    if (is_unresolved_name(tree, scopes, object, "Math")) return ValueType::number;
  } else if (tree.kind(callee) != Kind::identifier || scopes.binding_at(callee)) {
    return ValueType::unknown;
  }
  const std::string_view object_text = object ? tree.text(object) : "";
  for (const TypedCall& row : typed_calls)
    if (row.object == object_text && row.name == tree.text(name) &&
        (!object || is_unresolved_name(tree, scopes, object, row.object)))
      return row.type;
  return ValueType::unknown;
}

ValueType type_of_number(std::string_view literal) {
  return literal.ends_with('n') ? ValueType::bigint : ValueType::number;
}

ValueType type_of_unary(const Tree& tree, NodeId expression) {
  const NodeId sign = tree.child(expression, Field::operator_);
  const NodeId operand = without_parentheses(tree, tree.child(expression, Field::argument));
  if (!sign || !operand) return ValueType::unknown;
  switch (tree.kind(sign)) {
    case Kind::token_typeof:
      return ValueType::string;
    case Kind::token_bang:
    case Kind::token_delete:
      return ValueType::boolean;
    case Kind::token_void:
      return ValueType::undefined;
    case Kind::token_plus:  // throws for a bigint
      return ValueType::number;
    case Kind::token_minus:
    case Kind::token_tilde:
      return tree.kind(operand) == Kind::number ? type_of_number(tree.text(operand)) : ValueType::unknown;
    default:
      return ValueType::unknown;
  }
}

/// The type of an expression that its own kind decides, without a look at its operands' operands.
ValueType type_of_shape(const Tree& tree, const Scopes& scopes, NodeId expression) {
  switch (tree.kind(expression)) {
    case Kind::string:
    case Kind::template_string:
      return ValueType::string;
    case Kind::number:
      return type_of_number(tree.text(expression));
    case Kind::true_:
    case Kind::false_:
      return ValueType::boolean;
    case Kind::null:
      return ValueType::null;
    case Kind::undefined:
      return scopes.binding_at(expression) ? ValueType::unknown : ValueType::undefined;
    case Kind::regex:
    case Kind::object:
    case Kind::array:
    case Kind::arrow_function:
    case Kind::function_expression:
    case Kind::generator_function:
    case Kind::class_:
    case Kind::new_expression:
      return ValueType::object;
    case Kind::unary_expression:
      return type_of_unary(tree, expression);
    case Kind::call_expression:
      return type_of_call(tree, scopes, expression);
    default:
      return ValueType::unknown;
  }
}

/// Operators on numbers need both sides of one kind, so one proven side proves the result.
ValueType type_of_arithmetic(ValueType left, ValueType right) {
  for (ValueType type : {ValueType::number, ValueType::bigint})
    if (left == type || right == type) return type;
  return ValueType::unknown;
}

ValueType type_of_sum(ValueType left, ValueType right) {
  if (left == ValueType::string || right == ValueType::string) return ValueType::string;
  return left == right && (left == ValueType::number || left == ValueType::bigint) ? left
                                                                                   : ValueType::unknown;
}

std::optional<ValueType> type_of_operator(Kind sign) {
  switch (sign) {
    case Kind::token_equal_equal:
    case Kind::token_bang_equal:
    case Kind::token_equal_equal_equal:
    case Kind::token_bang_equal_equal:
    case Kind::token_less:
    case Kind::token_less_equal:
    case Kind::token_greater:
    case Kind::token_greater_equal:
    case Kind::token_in:
    case Kind::token_instanceof:
      return ValueType::boolean;
    case Kind::token_greater_greater_greater:
      return ValueType::number;
    default:
      return std::nullopt;
  }
}

bool is_arithmetic(Kind sign) {
  switch (sign) {
    case Kind::token_minus:
    case Kind::token_star:
    case Kind::token_star_star:
    case Kind::token_slash:
    case Kind::token_percent:
    case Kind::token_ampersand:
    case Kind::token_pipe:
    case Kind::token_caret:
    case Kind::token_less_less:
    case Kind::token_greater_greater:
      return true;
    default:
      return false;
  }
}

/// Proves one expression with a stack of its own: an operand that is itself an operation is finished first.
/// Steps are bounded, because a chain of constants may be as long as the file.
class TypeProof {
 public:
  TypeProof(const Tree& tree, const Scopes& scopes) : tree_(tree), scopes_(scopes) {}

  ValueType of(NodeId expression) {
    open(expression);
    for (int step = 0; step < step_limit && !work_.empty(); ++step) {
      const Item item = work_.back();
      work_.pop_back();
      if (item.is_ready)
        close(item.node);
      else
        open(item.node);
    }
    return work_.empty() && results_.size() == 1 ? results_.back() : ValueType::unknown;
  }

 private:
  struct Item {
    NodeId node;
    bool is_ready;
  };
  static constexpr int step_limit = 200;

  void answer(ValueType type) { results_.push_back(type); }

  void open(NodeId wrapped) {
    const NodeId node = without_types(tree_, wrapped);
    if (!node) return answer(ValueType::unknown);
    switch (tree_.kind(node)) {
      case Kind::identifier:
        return open_binding(node);
      case Kind::binary_expression:
        return open_binary(node);
      case Kind::ternary_expression:
        return both(node, Field::consequence, Field::alternative);
      case Kind::assignment_expression:
        return later(tree_.child(node, Field::right));
      default:
        return answer(type_of_shape(tree_, scopes_, node));
    }
  }

  void open_binding(NodeId identifier) {
    const BindingId binding = scopes_.binding_at(identifier);
    const bool is_const = binding && scopes_.bindings[binding].kind == BindingKind::const_;
    // A `let` may be read before its initialiser ran only as an error, but `eval` may assign it unseen.
    const NodeId value = is_const ? initializer_of(tree_, scopes_, binding) : NodeId();
    if (value) return later(value);
    answer(ValueType::unknown);
  }

  void open_binary(NodeId node) {
    const NodeId sign = tree_.child(node, Field::operator_);
    if (!sign) return answer(ValueType::unknown);
    if (const auto type = type_of_operator(tree_.kind(sign))) return answer(*type);
    both(node, Field::left, Field::right);
  }

  void both(NodeId node, Field first, Field second) {
    work_.push_back({node, true});
    later(tree_.child(node, second));
    later(tree_.child(node, first));
  }

  void later(NodeId node) { work_.push_back({node, false}); }

  void close(NodeId node) {
    const ValueType right = take(), left = take();
    const NodeId sign = tree_.child(node, Field::operator_);
    const Kind kind = sign && tree_.kind(node) == Kind::binary_expression ? tree_.kind(sign) : Kind::unknown;
    if (kind == Kind::token_plus) return answer(type_of_sum(left, right));
    if (is_arithmetic(kind)) return answer(type_of_arithmetic(left, right));
    answer(left == right ? left : ValueType::unknown);  // ?:, &&, || and ??
  }

  ValueType take() {
    const ValueType type = results_.back();
    results_.pop_back();
    return type;
  }

  const Tree& tree_;
  const Scopes& scopes_;
  std::vector<Item> work_;
  std::vector<ValueType> results_;
};

}  // namespace

std::string_view plural_of(ValueType type) {
  constexpr std::array<std::string_view, 8> words = {"values",  "undefined", "null",    "booleans",
                                                     "numbers", "bigints",   "strings", "objects"};
  return words[static_cast<size_t>(type)];
}

ValueType proven_type(const Tree& tree, const Scopes& scopes, NodeId expression) {
  return TypeProof(tree, scopes).of(expression);
}

bool is_unresolved_name(const Tree& tree, const Scopes& scopes, NodeId node, std::string_view name) {
  return tree.kind(node) == Kind::identifier && tree.text(node) == name && !scopes.binding_at(node);
}

NodeId declaring_node(const Tree& tree, const Scopes& scopes, BindingId binding) {
  const NodeId name = scopes.bindings[binding].declaration;
  return name ? tree.parent(name) : NodeId();
}

NodeId initializer_of(const Tree& tree, const Scopes& scopes, BindingId binding) {
  if (!binding || scopes.bindings[binding].is_reassigned) return {};
  const NodeId declarator = declaring_node(tree, scopes, binding);
  if (!declarator || tree.kind(declarator) != Kind::variable_declarator) return {};
  if (tree.child(declarator, Field::name) != scopes.bindings[binding].declaration) return {};
  return tree.child(declarator, Field::value);
}

}  // namespace leaklint
