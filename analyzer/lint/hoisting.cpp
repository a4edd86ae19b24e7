#include "lint/hoisting.h"

#include <algorithm>

#include "lint/comments.h"
#include "lint/layout.h"
#include "lint/structure.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

bool is_declared_early(Kind kind) {
  return kind == Kind::function_declaration || kind == Kind::generator_function_declaration;
}

bool is_plain_name(std::string_view name) {
  const auto is_letter = [](char at) {
    return (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z') || at == '_' || at == '$';
  };
  return !name.empty() && is_letter(name[0]) && std::all_of(name.begin(), name.end(), [&](char at) {
    return is_letter(at) || (at >= '0' && at <= '9');
  });
}

class Hoister {
 public:
  Hoister(const FileContext& context, NodeId expression, const HoistedText& how)
      : context_(context),
        tree_(context.tree),
        text_(context.tree.source()),
        layout_(context.tree),
        how_(how),
        moved_(with_parentheses_and_types(context.tree, expression)) {}

  std::optional<Hoisting> hoist() {
    statement_ = top_statement(moved_);
    if (!statement_ || !is_of_a_module() || !means_the_same_outside()) return std::nullopt;
    declarator_ = declarator_of(moved_);
    const auto annotation = annotation_text();
    const auto place = insertion();
    if (!annotation || !place) return std::nullopt;
    hoisting_.name = free_name();
    if (hoisting_.name.empty()) return std::nullopt;
    const std::string declaration = declaration_text(*annotation);
    hoisting_.edits.push_back({{place->at, place->at}, place->before + declaration + place->after});
    if (declarator_)
      replace_declaration();
    else
      hoisting_.edits.push_back({tree_.span(moved_), hoisting_.name});
    std::sort(hoisting_.edits.begin(), hoisting_.edits.end(),
              [](const TextEdit& a, const TextEdit& b) { return a.span < b.span; });
    hoisting_.is_safe = context_.scopes.module_kind != ModuleKind::script;
    return std::move(hoisting_);
  }

 private:
  struct Insertion {
    uint32_t at;
    std::string before, after;
  };

  // -- what may move

  /// The statement at the top of the file that holds a node.
  NodeId top_statement(NodeId node) const {
    for (NodeId up = tree_.parent(node); up; node = up, up = tree_.parent(up))
      if (up == tree_.root()) return node;
    return {};
  }

  /// A component's script runs once for each component, or has its export read by a compiler.
  bool is_of_a_module() const {
    const std::string& path = context_.source.path();
    for (const std::string_view extension : {".vue", ".svelte", ".html", ".htm", ".astro"})
      if (path.ends_with(extension)) return false;
    return true;
  }

  bool is_top_level(ScopeId scope) const {
    const ScopeKind kind = context_.scopes.scopes[scope].kind;
    return kind == ScopeKind::global || kind == ScopeKind::module;
  }

  /// Every name in the text is declared in it or at the top level, and what is read when the constant is made
  /// exists by then.
  bool means_the_same_outside() {
    for (uint32_t raw = moved_.raw; raw < tree_.end(moved_); ++raw)
      if (!is_known_outside(NodeId(raw))) return false;
    return true;
  }

  bool is_known_outside(NodeId node) {
    if (tree_.is_broken(node)) return false;
    const BindingId id = context_.scopes.binding_at(node);
    if (!id) return true;  // no name, or a global one
    const Binding& binding = context_.scopes.bindings[id];
    if (tree_.contains(moved_, binding.declaration)) return true;
    if (!is_top_level(binding.scope)) return false;
    if (!runs_later(node) && binding.kind != BindingKind::function && !binding.is_type_only)
      reads_ = std::max(reads_, tree_.span(binding.declaration).end);
    return true;
  }

  /// Whether a node is inside of a function that is part of the moved text, and so is evaluated later.
  bool runs_later(NodeId node) const {
    for (NodeId up = tree_.parent(node); up && up.raw >= moved_.raw; up = tree_.parent(up))
      if (is_function_with_body(tree_.kind(up))) return true;
    return false;
  }

  /// The declarator whose whole value the expression is, when it stands alone in a declaration of one name.
  NodeId declarator_of(NodeId value) const {
    const NodeId declarator = tree_.parent(value);
    if (tree_.kind(declarator) != Kind::variable_declarator || tree_.child(declarator, Field::value) != value)
      return {};
    const NodeId declaration = tree_.parent(declarator);
    if (tree_.kind(tree_.child(declarator, Field::name)) != Kind::identifier ||
        tree_.kind(tree_.parent(declaration)) != Kind::statement_block)
      return {};
    for (NodeId child : tree_.children(declaration)) {
      if (tree_.kind(child) == Kind::variable_declarator && child != declarator) return {};
      if (is_comment(tree_.kind(child))) return {};
    }
    for (NodeId child : tree_.children(declarator))
      if (is_comment(tree_.kind(child))) return {};
    return declarator;
  }

  /// ": Record<string, Asset>", which for a list must say that nobody writes to it. Nothing when that cannot
  /// be said, or when a type is not known outside.
  std::optional<std::string> annotation_text() {
    const NodeId annotation = declarator_ ? tree_.child(declarator_, Field::type) : NodeId();
    if (!annotation) return "";
    for (uint32_t raw = annotation.raw; raw < tree_.end(annotation); ++raw) {
      const BindingId id = context_.scopes.binding_at(NodeId(raw));
      if (id && !is_top_level(context_.scopes.bindings[id].scope)) return std::nullopt;
    }
    const NodeId type = first_real_child(tree_, annotation);
    if (!how_.is_list || how_.before.empty()) return std::string(tree_.text(annotation));
    switch (tree_.kind(type)) {
      case Kind::readonly_type:
        return std::string(tree_.text(annotation));
      case Kind::array_type:
      case Kind::tuple_type:
        return ": readonly " + std::string(tree_.text(type));
      default:
        return std::nullopt;
    }
  }

  /// A name that the file does not use for anything yet.
  std::string free_name() const {
    std::string base;
    if (declarator_) base = tree_.text(tree_.child(declarator_, Field::name));
    for (NodeId up = tree_.parent(moved_); base.empty() && up; up = tree_.parent(up)) {
      const NodeId name = tree_.child(up, Field::name);
      const bool names_it =
          is_function_with_body(tree_.kind(up)) || tree_.kind(up) == Kind::variable_declarator;
      if (names_it && name && is_plain_name(tree_.text(name)))
        base = std::string(tree_.text(name)) + '_' + how_.fallback_name;
    }
    if (!is_plain_name(base)) base = how_.fallback_name;
    return leaklint::free_name(context_, constant_case(base), {}, "_");
  }

  // -- where it goes

  std::optional<Insertion> insertion() const {
    if (!may_run_before(statement_)) return insertion_above(statement_);
    NodeId first, last_of_head;
    for (NodeId child : tree_.children(tree_.root())) {
      if (is_comment(tree_.kind(child)) || tree_.kind(child) == Kind::hash_bang_line) continue;
      first = child;
      if (!is_head(child)) break;
      last_of_head = child;
    }
    if (!last_of_head) return insertion_above(first);
    const uint32_t at = layout_.line_end(tree_.span(last_of_head).end);
    if (reads_ > at || (first != last_of_head && tree_.span(first).begin < at)) return std::nullopt;
    const uint32_t below = layout_.after_line(at);
    const bool is_apart = below == text_.size() || layout_.is_blank(below, layout_.line_end(below));
    return Insertion{at, layout_.new_line() + layout_.new_line(), is_apart ? "" : layout_.new_line()};
  }

  std::optional<Insertion> insertion_above(NodeId statement) const {
    const uint32_t at = layout_.begin_with_comments(statement);
    if (layout_.line_begin(at) != at || reads_ > at) return std::nullopt;
    const bool is_apart = at == 0 || begins_paragraph(at);
    return Insertion{at, is_apart ? "" : layout_.new_line(), layout_.new_line() + layout_.new_line()};
  }

  /// A function's declaration is hoisted: code above it may have called it already.
  bool may_run_before(NodeId statement) const {
    if (is_declared_early(tree_.kind(statement))) return true;
    if (tree_.kind(statement) != Kind::export_statement) return false;
    for (NodeId child : tree_.children(statement))
      if (is_declared_early(tree_.kind(child))) return true;
    return false;
  }

  /// Directives, imports and `require` calls.
  bool is_head(NodeId statement) const {
    const Kind kind = tree_.kind(statement);
    if (kind == Kind::import_statement || kind == Kind::import_alias) return true;
    if (kind == Kind::expression_statement)
      return tree_.kind(first_real_child(tree_, statement)) == Kind::string;
    if (kind != Kind::lexical_declaration && kind != Kind::variable_declaration) return false;
    for (NodeId child : tree_.children(statement)) {
      if (tree_.kind(child) != Kind::variable_declarator) continue;
      const NodeId value = tree_.child(child, Field::value);
      if (!value || tree_.text(value).find("require(") == std::string_view::npos || holds_function(value))
        return false;
    }
    return true;
  }

  bool holds_function(NodeId node) const {
    for (uint32_t raw = node.raw; raw < tree_.end(node); ++raw)
      if (is_function_with_body(tree_.kind(NodeId(raw)))) return true;
    return false;
  }

  // -- what is written

  /// Comments above the declaration, and one behind it on its last line.
  Span declaration_with_comments() const {
    const NodeId declaration = tree_.parent(declarator_);
    Span span{layout_.begin_with_comments(declaration), tree_.span(declaration).end};
    const NodeId next = tree_.next_sibling(declaration);
    if (next && is_comment(tree_.kind(next)) && tree_.span(next).end <= layout_.line_end(span.end))
      span.end = tree_.span(next).end;
    return span;
  }

  std::string declaration_text(const std::string& annotation) const {
    const std::string value = how_.before + dedented(tree_.span(moved_)) + how_.after;
    const std::string body = "const " + hoisting_.name + annotation + " = " + value + ';';
    if (!declarator_) return body;
    const Span declaration = tree_.span(tree_.parent(declarator_)), all = declaration_with_comments();
    return dedented({all.begin, declaration.begin}) + body + dedented({declaration.end, all.end});
  }

  /// The text with as much less indentation as its first line has. Lines inside of a text stay as they are.
  std::string dedented(Span span) const {
    const uint32_t begin = layout_.line_begin(span.begin);
    uint32_t indent = 0;
    while (begin + indent < span.begin && (text_[begin + indent] == ' ' || text_[begin + indent] == '\t'))
      ++indent;
    std::string moved;
    for (uint32_t at = span.begin; at < span.end; ++at) {
      moved += text_[at];
      if (text_[at] != '\n' || is_in_literal(at)) continue;
      for (uint32_t left = indent;
           left > 0 && at + 1 < span.end && (text_[at + 1] == ' ' || text_[at + 1] == '\t'); --left)
        ++at;
    }
    return moved;
  }

  bool is_in_literal(uint32_t at) const {
    for (NodeId node = node_at(tree_, {at, at + 1}); node && node.raw >= moved_.raw;
         node = tree_.parent(node)) {
      const Kind kind = tree_.kind(node);
      if (kind == Kind::template_string || kind == Kind::string) return true;
    }
    return false;
  }

  /// Takes the declaration out, with the lines that it leaves empty, and renames its uses.
  void replace_declaration() {
    Span gone = declaration_with_comments();
    const uint32_t end = layout_.line_end(gone.end);
    if (layout_.is_blank(layout_.line_begin(gone.begin), gone.begin) && layout_.is_blank(gone.end, end)) {
      gone = {layout_.line_begin(gone.begin), layout_.after_line(end)};
      if (begins_paragraph(gone.begin) && gone.end < text_.size() &&
          layout_.is_blank(gone.end, layout_.line_end(gone.end)))
        gone.end = layout_.after_line(layout_.line_end(gone.end));
    }
    hoisting_.edits.push_back({gone, ""});
    const NodeId name = tree_.child(declarator_, Field::name);
    const BindingId binding = context_.scopes.binding_at(name);
    for (const Use& use : context_.scopes.uses) {
      if (use.binding != binding || use.node == name) continue;
      const bool is_shorthand = tree_.kind(use.node) == Kind::shorthand_property_identifier;
      const std::string before = is_shorthand ? std::string(tree_.text(use.node)) + ": " : "";
      hoisting_.edits.push_back({tree_.span(use.node), before + hoisting_.name});
    }
  }

  /// Whether the line above is blank or opens a block: then a blank line below is not needed any more.
  bool begins_paragraph(uint32_t line) const {
    uint32_t at = line;
    while (at > 0 && is_space(text_[at - 1])) --at;
    const std::string_view gap = text_.substr(at, line - at);
    return at == 0 || text_[at - 1] == '{' || std::count(gap.begin(), gap.end(), '\n') > 1;
  }

  const FileContext& context_;
  const Tree& tree_;
  std::string_view text_;
  Layout layout_;
  const HoistedText& how_;
  NodeId moved_;
  NodeId statement_;
  NodeId declarator_;
  uint32_t reads_ = 0;  ///< where the last declaration ends that must be evaluated before
  Hoisting hoisting_;
};

}  // namespace

std::optional<Hoisting> hoist(const FileContext& context, NodeId expression, const HoistedText& how) {
  return Hoister(context, expression, how).hoist();
}

}  // namespace leaklint
