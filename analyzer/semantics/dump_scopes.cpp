#include "semantics/dump_scopes.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace leaklint {
namespace {

std::string_view kind_name(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::global:
      return "global";
    case ScopeKind::module:
      return "module";
    case ScopeKind::function:
      return "function";
    case ScopeKind::function_expression_name:
      return "function-expression-name";
    case ScopeKind::block:
      return "block";
    case ScopeKind::for_head:
      return "for";
    case ScopeKind::switch_body:
      return "switch";
    case ScopeKind::catch_clause:
      return "catch";
    case ScopeKind::with_body:
      return "with";
    case ScopeKind::class_body:
      return "class";
    case ScopeKind::class_field_initializer:
      return "class-field-initializer";
    case ScopeKind::class_static_block:
      return "class-static-block";
    case ScopeKind::namespace_body:
      return "namespace";
    case ScopeKind::enum_body:
      return "enum";
    case ScopeKind::type_parameters:
      return "type-parameters";
    case ScopeKind::conditional_type:
      return "conditional-type";
    case ScopeKind::mapped_type:
      return "mapped-type";
    case ScopeKind::function_type:
      return "function-type";
  }
  return "";
}

std::string_view kind_name(BindingKind kind) {
  switch (kind) {
    case BindingKind::var:
      return "var";
    case BindingKind::let:
      return "let";
    case BindingKind::const_:
      return "const";
    case BindingKind::using_:
      return "using";
    case BindingKind::parameter:
      return "parameter";
    case BindingKind::function:
      return "function";
    case BindingKind::class_:
      return "class";
    case BindingKind::import:
      return "import";
    case BindingKind::catch_parameter:
      return "catch-parameter";
    case BindingKind::function_expression_name:
      return "function-expression-name";
    case BindingKind::enum_:
      return "enum";
    case BindingKind::enum_member:
      return "enum-member";
    case BindingKind::namespace_:
      return "namespace";
    case BindingKind::type_alias:
      return "type-alias";
    case BindingKind::interface:
      return "interface";
    case BindingKind::type_parameter:
      return "type-parameter";
    case BindingKind::implicit_arguments:
      return "implicit";
  }
  return "";
}

std::string_view kind_name(ModuleKind kind) {
  switch (kind) {
    case ModuleKind::script:
      return "script";
    case ModuleKind::commonjs:
      return "commonjs";
    case ModuleKind::module:
      return "module";
  }
  return "";
}

std::vector<std::string_view> flags_of(const Binding& binding) {
  std::vector<std::string_view> flags;
  if (binding.is_type_only) flags.push_back("type-only");
  if (binding.is_ambient) flags.push_back("ambient");
  if (binding.is_exported) flags.push_back("exported");
  if (binding.is_reassigned) flags.push_back("reassigned");
  if (binding.is_captured) flags.push_back("captured");
  return flags;
}

std::vector<std::string_view> modes_of(const Use& use) {
  std::vector<std::string_view> modes;
  if (use.mode & Use::read) modes.push_back("read");
  if (use.mode & Use::write) modes.push_back("write");
  if (use.mode & Use::init) modes.push_back("init");
  if (use.mode & Use::type) modes.push_back("type");
  if (use.mode & Use::type_query) modes.push_back("typeof");
  return modes;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view separator) {
  std::string text;
  for (std::string_view word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

/// All declarations of each binding, in order of their place in the file.
std::vector<std::vector<NodeId>> declarations_of(const Scopes& scopes) {
  std::vector<std::vector<NodeId>> declarations(scopes.bindings.size());
  for (BindingId id : ids(scopes.bindings))
    if (const NodeId node = scopes.bindings[id].declaration) declarations[id.raw].push_back(node);
  for (const Redeclaration& other : scopes.redeclarations)
    declarations[other.binding.raw].push_back(other.node);
  for (std::vector<NodeId>& nodes : declarations) std::sort(nodes.begin(), nodes.end());
  return declarations;
}

class TextDump {
 public:
  TextDump(const SourceText& source, const Tree& tree, const Scopes& scopes, const Names& names)
      : source_(source),
        tree_(tree),
        scopes_(scopes),
        names_(names),
        declarations_(declarations_of(scopes)) {}

  std::string run() {
    say(kind_name(scopes_.module_kind)).say("\n");
    std::vector<std::vector<BindingId>> declared(scopes_.scopes.size());
    std::vector<std::vector<UseId>> used(scopes_.scopes.size());
    for (BindingId id : ids(scopes_.bindings)) declared[scopes_.bindings[id].scope.raw].push_back(id);
    for (UseId id : ids(scopes_.uses)) used[scopes_.uses[id].scope.raw].push_back(id);
    std::vector<uint32_t> depths;
    for (ScopeId id : ids(scopes_.scopes)) {
      const ScopeId parent = scopes_.scopes[id].parent;
      depths.push_back(parent ? depths[parent.raw] + 1 : 0);
      add_scope(depths.back(), scopes_.scopes[id]);
      for (BindingId binding : declared[id.raw]) add_binding(depths.back() + 1, binding);
      for (UseId use : used[id.raw]) add_use(depths.back() + 1, scopes_.uses[use]);
    }
    return std::move(text_);
  }

 private:
  TextDump& say(std::string_view text) {
    text_ += text;
    return *this;
  }

  TextDump& say_place(NodeId node) {
    const LineColumn position = source_.position(tree_.span(node).begin);
    return say(std::to_string(position.line)).say(":").say(std::to_string(position.column));
  }

  void add_scope(uint32_t depth, const Scope& scope) {
    indent(depth).say(kind_name(scope.kind)).say(" ").say_place(scope.node);
    if (scope.is_strict) say(" strict");
    if (scope.has_direct_eval) say(" eval");
    if (scope.is_inside_with) say(" with");
    say("\n");
  }

  void add_binding(uint32_t depth, BindingId id) {
    const Binding& binding = scopes_.bindings[id];
    indent(depth).say(kind_name(binding.kind)).say(" ").say(names_.text(binding.name));
    for (NodeId node : declarations_[id.raw]) say(" ").say_place(node);
    const std::string flags = joined(flags_of(binding), ", ");
    if (!flags.empty()) say(" (").say(flags).say(")");
    say("\n");
  }

  void add_use(uint32_t depth, const Use& use) {
    indent(depth).say(joined(modes_of(use), "+")).say(" ").say(names_.text(use.name));
    say(" ").say_place(use.node).say(" -> ");
    if (!use.binding) {
      say("unresolved");
    } else if (const NodeId node = scopes_.bindings[use.binding].declaration) {
      say_place(node);
    } else {
      say("implicit");
    }
    say("\n");
  }

  TextDump& indent(uint32_t depth) {
    text_.append(2 * size_t{depth}, ' ');
    return *this;
  }

  const SourceText& source_;
  const Tree& tree_;
  const Scopes& scopes_;
  const Names& names_;
  std::vector<std::vector<NodeId>> declarations_;
  std::string text_;
};

template <class Tag>
nlohmann::json as_json(Id<Tag> id) {
  return id ? nlohmann::json(id.raw) : nlohmann::json();
}

}  // namespace

std::string dump_scopes(const SourceText& source, const Tree& tree, const Scopes& scopes,
                        const Names& names) {
  return TextDump(source, tree, scopes, names).run();
}

std::string dump_scopes_as_json(const SourceText& source, const Tree& tree, const Scopes& scopes,
                                const Names& names) {
  using nlohmann::json;
  json result = {{"path", source.path()},
                 {"module", kind_name(scopes.module_kind)},
                 {"broken", tree.size() > 0 && tree.has_broken_inside(tree.root())}};
  json& listed_scopes = result["scopes"] = json::array();
  for (const Scope& scope : scopes.scopes) {
    const Span span = tree.span(scope.node);
    listed_scopes.push_back(
        {kind_name(scope.kind), span.begin, span.end, as_json(scope.parent), scope.is_strict});
  }
  const auto declarations = declarations_of(scopes);
  json& bindings = result["bindings"] = json::array();
  for (BindingId id : ids(scopes.bindings)) {
    const Binding& binding = scopes.bindings[id];
    json offsets = json::array();
    for (NodeId node : declarations[id.raw]) offsets.push_back(tree.span(node).begin);
    bindings.push_back(
        {names.text(binding.name), binding.scope.raw, kind_name(binding.kind), offsets, flags_of(binding)});
  }
  json& uses = result["uses"] = json::array();
  for (const Use& use : scopes.uses)
    uses.push_back({names.text(use.name), tree.span(use.node).begin, use.scope.raw, as_json(use.binding),
                    modes_of(use)});
  return result.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace leaklint
