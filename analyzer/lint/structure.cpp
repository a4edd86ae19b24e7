#include "lint/structure.h"

#include <algorithm>

namespace leaklint {

namespace {

bool is_function(Kind kind) {
  switch (kind) {
    case Kind::arrow_function:
    case Kind::function_declaration:
    case Kind::function_expression:
    case Kind::generator_function:
    case Kind::generator_function_declaration:
    case Kind::method_definition:
      return true;
    default:
      return false;
  }
}

bool is_class(Kind kind) {
  return kind == Kind::class_declaration || kind == Kind::class_ || kind == Kind::abstract_class_declaration;
}

}  // namespace

bool is_comment(Kind kind) {
  return kind == Kind::comment || kind == Kind::html_comment;
}

bool is_statement(Kind kind) {
  switch (kind) {
    case Kind::abstract_class_declaration:
    case Kind::ambient_declaration:
    case Kind::break_statement:
    case Kind::class_declaration:
    case Kind::class_static_block:
    case Kind::continue_statement:
    case Kind::debugger_statement:
    case Kind::do_statement:
    case Kind::empty_statement:
    case Kind::enum_declaration:
    case Kind::export_statement:
    case Kind::expression_statement:
    case Kind::field_definition:
    case Kind::for_in_statement:
    case Kind::for_statement:
    case Kind::function_declaration:
    case Kind::function_signature:
    case Kind::generator_function_declaration:
    case Kind::if_statement:
    case Kind::import_statement:
    case Kind::interface_declaration:
    case Kind::labeled_statement:
    case Kind::lexical_declaration:
    case Kind::method_definition:
    case Kind::public_field_definition:
    case Kind::return_statement:
    case Kind::statement_block:
    case Kind::switch_case:
    case Kind::switch_default:
    case Kind::switch_statement:
    case Kind::throw_statement:
    case Kind::try_statement:
    case Kind::type_alias_declaration:
    case Kind::using_declaration:
    case Kind::variable_declaration:
    case Kind::while_statement:
    case Kind::with_statement:
      return true;
    default:
      return false;
  }
}

namespace {

NodeRange broken_region_around(const Tree& tree, NodeId broken) {
  NodeId top = broken;
  for (NodeId node = broken; node != tree.root(); node = tree.parent(node)) {
    if (node != broken && is_function(tree.kind(node))) return {node.raw, tree.end(node)};
    top = node;
  }
  if (top == broken && broken != tree.root()) {
    if (const NodeId next = tree.next_sibling(broken)) return {top.raw, tree.end(next)};
  }
  return {top.raw, tree.end(top)};
}

}  // namespace

std::vector<NodeRange> broken_regions(const Tree& tree) {
  std::vector<NodeRange> regions;
  if (tree.size() == 0 || !tree.has_broken_inside(tree.root())) return regions;
  for (uint32_t raw = 0; raw < tree.size();) {
    if (!tree.has_broken_inside(NodeId(raw))) {
      raw = tree.end(NodeId(raw));
      continue;
    }
    if (tree.is_broken(NodeId(raw))) regions.push_back(broken_region_around(tree, NodeId(raw)));
    ++raw;
  }
  std::sort(regions.begin(), regions.end());
  std::vector<NodeRange> merged;
  for (const NodeRange region : regions) {
    if (!merged.empty() && region.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, region.end);
    } else {
      merged.push_back(region);
    }
  }
  return merged;
}

SpanList spans_of(const Tree& tree, const std::vector<NodeRange>& ranges) {
  std::vector<Span> spans;
  for (const NodeRange range : ranges) {
    for (uint32_t raw = range.begin; raw < range.end; raw = tree.end(NodeId(raw))) {
      spans.push_back(tree.span(NodeId(raw)));
    }
  }
  return joined(std::move(spans));
}

uint32_t first_node_from(const Tree& tree, uint32_t offset) {
  // In preorder, begins never decrease.
  uint32_t low = 0;
  uint32_t high = tree.size();
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (tree.span(NodeId(middle)).begin < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

NodeId node_at(const Tree& tree, Span span) {
  // The last node that begins at or before the span is inside the node that is looked for, or beside its
  // child.
  const uint32_t after = first_node_from(tree, span.begin + 1);
  NodeId node = after == 0 ? tree.root() : NodeId(after - 1);
  while (node != tree.root() && !tree.span(node).contains(span)) node = tree.parent(node);
  return node;
}

namespace {

bool is_named_scope(Kind kind) {
  return is_function(kind) || is_class(kind) || kind == Kind::internal_module;
}

/// The last name of what a value is stored in: `x` of `x = …`, `const x = …`, `a.x = …`, `{x: …}`; or "".
std::string_view name_of_target(const Tree& tree, NodeId target) {
  if (!target) return {};
  if (tree.kind(target) == Kind::member_expression) target = tree.child(target, Field::property);
  if (!target) return {};
  switch (tree.kind(target)) {
    case Kind::identifier:
    case Kind::private_property_identifier:
    case Kind::property_identifier:
      return tree.text(target);
    case Kind::string: {
      const std::string_view text = tree.text(target);
      return text.size() >= 2 ? text.substr(1, text.size() - 2) : text;
    }
    default:
      return {};
  }
}

std::string_view name_it_is_stored_under(const Tree& tree, NodeId function) {
  const NodeId parent = tree.parent(function);
  if (!parent) return {};
  switch (tree.kind(parent)) {
    case Kind::assignment_expression:
    case Kind::augmented_assignment_expression:
    case Kind::assignment_pattern:
      return name_of_target(tree, tree.child(parent, Field::left));
    case Kind::variable_declarator:
    case Kind::public_field_definition:
      return name_of_target(tree, tree.child(parent, Field::name));
    case Kind::field_definition:
      return name_of_target(tree, tree.child(parent, Field::property));
    case Kind::pair:
      return name_of_target(tree, tree.child(parent, Field::key));
    default:
      return {};
  }
}

}  // namespace

EnclosingFunctions::EnclosingFunctions(const Tree& tree) : tree_(tree), nearest_(tree.size()) {
  for (uint32_t raw = 1; raw < tree.size(); ++raw) {
    const NodeId parent = tree.parent(NodeId(raw));
    nearest_[raw] = is_named_scope(tree.kind(parent)) ? parent : nearest_[parent.raw];
  }
}

std::string EnclosingFunctions::name_at(NodeId node) const {
  constexpr size_t most_names = 10;
  std::vector<std::string_view> names;
  NodeId around = is_named_scope(tree_.kind(node)) ? node : nearest_[node.raw];
  for (; around && names.size() < most_names; around = nearest_[around.raw]) {
    const NodeId own_name = tree_.child(around, Field::name);
    const std::string_view name = own_name ? tree_.text(own_name) : name_it_is_stored_under(tree_, around);
    if (!name.empty()) names.push_back(name);
  }
  std::string joined;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (!joined.empty()) joined += '.';
    joined += *name;
  }
  return joined;
}

}  // namespace leaklint
