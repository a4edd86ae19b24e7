#include <string>

#include "lint/file_context.h"
#include "lint/rule.h"
#include "semantics/value_type.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// One `==` or `!=` with what is known of its sides.
struct Comparison {
  NodeId sign;
  NodeId left, right;
  ValueType left_type, right_type;
  bool is_negated;

  std::string loose() const { return is_negated ? "!=" : "=="; }
  std::string strict() const { return is_negated ? "!==" : "==="; }
  bool has_same_type() const { return left_type != ValueType::unknown && left_type == right_type; }
};

bool is_null(const Tree& tree, NodeId side) {
  return tree.kind(without_types(tree, side)) == Kind::null;
}

bool is_typeof(const Tree& tree, NodeId side) {
  const NodeId inner = without_types(tree, side);
  const NodeId sign =
      tree.kind(inner) == Kind::unary_expression ? tree.child(inner, Field::operator_) : NodeId();
  return sign && tree.kind(sign) == Kind::token_typeof;
}

bool is_literal(const Tree& tree, NodeId side) {
  const NodeId inner = without_types(tree, side);
  switch (tree.kind(inner)) {
    case Kind::string:
    case Kind::number:
    case Kind::true_:
    case Kind::false_:
      return true;
    case Kind::template_string:
      return !tree.child(inner, Kind::template_substitution);
    default:
      return false;
  }
}

bool is_allowed(const FileContext& context, const Comparison& comparison) {
  const Tree& tree = context.tree;
  const auto either = [&](auto question) {
    return question(tree, comparison.left) || question(tree, comparison.right);
  };
  if (either(is_null) && context.options().flag("allowNull")) return true;
  if (either(is_typeof) && context.options().flag("allowTypeof")) return true;
  return is_literal(tree, comparison.left) && is_literal(tree, comparison.right) &&
         comparison.has_same_type() && context.options().flag("allowLiterals");
}

/// The side that is `undefined`, when `null` would mean the same to a loose comparison and be allowed.
NodeId undefined_side(const FileContext& context, const Comparison& comparison) {
  if (!context.options().flag("allowNull")) return {};
  if (comparison.right_type == ValueType::undefined) return comparison.right;
  return comparison.left_type == ValueType::undefined ? comparison.left : NodeId();
}

std::string message_of(const FileContext& context, const Comparison& comparison) {
  const std::string loose = "`" + comparison.loose() + "`", strict = "`" + comparison.strict() + "`";
  if (comparison.has_same_type())
    return "Both sides of this " + loose + " are " + std::string(plural_of(comparison.left_type)) + ", so " +
           strict + " means the same. Write " + strict + ".";
  if (const NodeId side = undefined_side(context, comparison)) {
    const std::string text(context.tree.text(side));
    return loose + " takes null for `" + text + "` too. Write `" + comparison.loose() +
           " null` if both are meant, or `" + comparison.strict() + " " + text + "`.";
  }
  return loose + " converts its sides to one type first, so `0 " + comparison.loose() + " ''` is " +
         (comparison.is_negated ? "false" : "true") + ". Write " + strict +
         ", and convert yourself where the types differ.";
}

void add_fixes(const FileContext& context, const Comparison& comparison, Finding& finding) {
  if (const NodeId side = undefined_side(context, comparison); side && !comparison.has_same_type())
    finding.fixes.push_back({.description = "Compare with null, which means the same here",
                             .is_safe = true,
                             .edits = {{context.tree.span(side), "null"}}});
  finding.fixes.push_back(
      {.description = "Replace `" + comparison.loose() + "` by `" + comparison.strict() + "`",
       .is_safe = comparison.has_same_type(),
       .edits = {{context.tree.span(comparison.sign), comparison.strict()}}});
}

void visit(FileContext& context, NodeId sign) {
  const Tree& tree = context.tree;
  const NodeId expression = tree.parent(sign);
  if (!expression || tree.kind(expression) != Kind::binary_expression) return;
  const NodeId left = tree.child(expression, Field::left), right = tree.child(expression, Field::right);
  if (!left || !right || tree.is_broken(left) || tree.is_broken(right)) return;
  const Comparison comparison{.sign = sign,
                              .left = left,
                              .right = right,
                              .left_type = proven_type(tree, context.scopes, left),
                              .right_type = proven_type(tree, context.scopes, right),
                              .is_negated = tree.kind(sign) == Kind::token_bang_equal};
  if (is_allowed(context, comparison)) return;
  add_fixes(context, comparison, context.report(sign, message_of(context, comparison)));
}

constexpr Kind kinds[] = {Kind::token_equal_equal, Kind::token_bang_equal};

constexpr RuleOption options[] = {
    {.name = "allowNull",
     .description = "Allow `x == null`, which asks for null and undefined at once",
     .fallback = true},
    {.name = "allowTypeof",
     .description = "Allow `typeof x == 'text'`, where both sides are strings",
     .fallback = false},
    {.name = "allowLiterals",
     .description = "Allow comparing two literals of one type, as `2 == 3`",
     .fallback = false},
};

}  // namespace

extern const Rule loose_equality_rule;
const Rule loose_equality_rule{
    .description = {.summary = "`==` and `!=`, which convert types before they compare",
                    .severity = Severity::warning,
                    .preset = Preset::recommended,
                    .options = options},
    .kinds = kinds,
    .visit = visit,
};

}  // namespace leaklint
