#include <algorithm>

#include "semantics/doc_comment.h"
#include "semantics/lowering.h"

namespace leaklint {
namespace {

/// Longer types are tables of data written as types; nothing is followed through them.
constexpr size_t longest_type = 8192;

bool is_function(Kind kind) {
  return kind == Kind::function_declaration || kind == Kind::generator_function_declaration ||
         kind == Kind::function_expression || kind == Kind::generator_function ||
         kind == Kind::arrow_function || kind == Kind::method_definition;
}

/// `Foo` of `@param {Foo} options.foo`, as the member of an object type.
std::string member_text(const DocTag& tag, size_t dot) {
  return std::string(tag.name.substr(dot + 1)) + ": " + tag.type + "; ";
}

}  // namespace

NameId Lowering::type_named(std::string_view text) {
  return text.empty() || text.size() > longest_type ? NameId() : names_.intern(text);
}

/// The type that a declaration is annotated with, as written.
NameId Lowering::type_of(NodeId annotated, Field field) {
  NodeId type = tree_.child(annotated, field);
  if (type && tree_.kind(type) == Kind::type_annotation) type = named_child(type);
  return type ? type_named(tree_.text(type)) : NameId();
}

/// Types of variables, and the types that the file declares.
void Lowering::note_types() {
  for (BindingId id : ids(scopes_.bindings)) {
    const NodeId declaration = scopes_.bindings[id].declaration;
    if (!declaration || declaration == tree_.root()) continue;
    const NodeId holder = tree_.parent(declaration);
    const Kind kind = tree_.kind(holder);
    if (kind == Kind::required_parameter || kind == Kind::optional_parameter)
      facts_.variables[id].type = type_of(holder, Field::type);
    if (kind == Kind::variable_declarator) {
      facts_.variables[id].type = type_of(holder, Field::type);
      if (!facts_.variables[id].type) facts_.variables[id].type = documented_type(holder);
    }
  }
  for (uint32_t raw = 0; raw < tree_.size(); ++raw) {
    const NodeId node(raw);
    const Kind kind = tree_.kind(node);
    if (kind != Kind::interface_declaration && kind != Kind::type_alias_declaration) continue;
    const NodeId name = tree_.child(node, Field::name);
    const NodeId type = tree_.child(node, kind == Kind::interface_declaration ? Field::body : Field::value);
    if (!name || !type) continue;
    if (const NameId text = type_named(tree_.text(type)))
      facts_.type_declarations.push_back({name_of(name), text});
  }
}

/// Finds the comment of documentation before each node, and the types that comments declare. TypeScript takes
/// no types from comments.
void Lowering::collect_docs() {
  if (tree_.language() != Language::javascript) return;
  for (uint32_t raw = 0; raw < tree_.size(); ++raw) {
    const NodeId comment(raw);
    if (tree_.kind(comment) != Kind::comment || !is_doc_comment(tree_.text(comment))) continue;
    declare_documented_types(tree_.text(comment));
    NodeId next = tree_.next_sibling(comment);
    while (next && (tree_.kind(next) == Kind::comment || tree_.kind(next) == Kind::decorator))
      next = tree_.next_sibling(next);
    // The last one before it is its own.
    if (next) doc_of_[next.raw] = comment;
  }
}

/// `@typedef {import('./foo').Foo} Foo`; `@typedef {Object} Options`, with its `@property` tags.
void Lowering::declare_documented_types(std::string_view comment) {
  const auto tags = tags_of(comment);
  for (size_t at = 0; at < tags.size(); ++at) {
    if (tags[at].tag != "typedef" || tags[at].name.empty()) continue;
    std::string members;
    for (size_t next = at + 1; next < tags.size() && tags[next].tag != "typedef"; ++next)
      if ((tags[next].tag == "property" || tags[next].tag == "prop") && !tags[next].type.empty())
        members += std::string(tags[next].name) + ": " + tags[next].type + "; ";
    const NameId type = documented(members.empty() ? tags[at].type : "{ " + members + "}");
    if (type) facts_.type_declarations.push_back({names_.intern(tags[at].name), type});
  }
}

/// A type out of a comment; the modules that it imports from are imports of the file.
NameId Lowering::documented(const std::string& type) {
  constexpr std::string_view open = "import(";
  for (size_t at = type.find(open); at != std::string::npos; at = type.find(open, at + 1)) {
    const size_t begin = at + open.size() + 1;
    const size_t end = type.find_first_of("'\"", begin);
    if (end == std::string::npos) break;
    Import row{.module = names_.intern(std::string_view(type).substr(begin, end - begin)),
               .imported = {},
               .binding = {},
               .span = {}};
    row.is_type_only = true;
    facts_.imports.add(row);
  }
  return type_named(type);
}

/// The comment of what a node is the value of: a statement's, a property's, a field's.
NodeId Lowering::doc_comment_of(NodeId node) const {
  if (doc_of_.empty()) return {};
  for (NodeId at = node; at; at = tree_.parent(at)) {
    if (const auto found = doc_of_.find(at.raw); found != doc_of_.end()) return found->second;
    const NodeId holder = tree_.parent(at);
    if (!holder) break;
    switch (tree_.kind(holder)) {
      case Kind::variable_declarator:
      case Kind::lexical_declaration:
      case Kind::variable_declaration:
      case Kind::assignment_expression:
      case Kind::expression_statement:
      case Kind::export_statement:
      case Kind::pair:
      case Kind::field_definition:
      case Kind::parenthesized_expression:
        break;
      default:
        return {};
    }
    // Only the first of several declarators is what the comment before them is about.
    if (tree_.kind(at) == Kind::variable_declarator && named_child(holder) != at) return {};
  }
  return {};
}

/// What `@type` says of a declarator, a field or an assignment.
NameId Lowering::documented_type(NodeId node) {
  const NodeId comment = doc_comment_of(node);
  if (!comment) return {};
  for (const DocTag& tag : tags_of(tree_.text(comment)))
    if (tag.tag == "type") return documented(tag.type);
  return {};
}

/// What `@param` and `@returns` say of a function.
void Lowering::note_documented_signature(FunctionId function, NodeId node) {
  const NodeId comment = is_function(tree_.kind(node)) ? doc_comment_of(node) : NodeId();
  if (!comment) return;
  const auto tags = tags_of(tree_.text(comment));
  const Function row = facts_.functions[function];
  uint32_t index = 0;
  for (const DocTag& tag : tags) {
    if ((tag.tag == "returns" || tag.tag == "return") && !tag.type.empty())
      facts_.functions[function].result_type = documented(tag.type);
    if (tag.tag != "param" || tag.name.find('.') != std::string_view::npos) continue;
    std::string members;
    for (const DocTag& part : tags)
      if (part.tag == "param" && part.name.size() > tag.name.size() && part.name.starts_with(tag.name) &&
          part.name[tag.name.size()] == '.')
        members += member_text(part, tag.name.size());
    uint32_t position = index++;
    for (uint32_t at = 0; at < row.parameter_count; ++at)
      if (const NameId name = facts_.parameters[row.first_parameter + at].name;
          name && names_.text(name) == tag.name)
        position = at;
    if (position >= row.parameter_count) continue;
    Parameter& parameter = facts_.parameters[row.first_parameter + position];
    // A parameter of another name is none that the comment speaks of.
    if (parameter.name && names_.text(parameter.name) != tag.name) continue;
    parameter.type = documented(members.empty() ? tag.type : "{ " + members + "}");
  }
}

/// A field that is annotated, with a value or without.
void Lowering::note_field_type(NodeId member, ClassId id) {
  const NodeId name = field_name(member);
  const NameId key = name ? property_name(name) : NameId();
  NameId type = type_of(member, Field::type);
  if (!type) type = documented_type(member);
  if (key && type) facts_.typed_fields.push_back({id, key, type, has_token(member, Kind::token_static)});
}

/// `x as Foo`, `<Foo>x`, and `@type` before a parenthesis.
void Lowering::note_asserted_type(NodeId node, uint32_t inner) {
  const ValueId value = values_[inner];
  if (!value) return;
  NameId type;
  if (tree_.kind(node) == Kind::parenthesized_expression) {
    const auto comment = doc_of_.find(node.raw);
    if (comment == doc_of_.end()) return;
    for (const DocTag& tag : tags_of(tree_.text(comment->second)))
      if (tag.tag == "type") type = documented(tag.type);
  } else if (tree_.kind(node) == Kind::as_expression && named_child(node, 1)) {
    type = type_named(tree_.text(named_child(node, 1)));
  } else if (tree_.kind(node) == Kind::type_assertion) {
    const NodeId arguments = tree_.child(node, Kind::type_arguments);
    if (arguments && named_child(arguments)) type = type_named(tree_.text(named_child(arguments)));
  }
  if (type) facts_.typed_values.push_back({value, type});
}

}  // namespace leaklint
