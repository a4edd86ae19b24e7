#include "lint/release_fix.h"

#include <algorithm>

#include "lint/layout.h"
#include "lint/listener_name.h"
#include "lint/structure.h"
#include "retention/remover.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

/// What is released, in `FixPlan::words`, after the kind of the ending, its emitter, its event and its text.
enum Word { ending_kind, ending_emitter, ending_event, ending_text, what, by, event_name };
/// In `FixPlan::places`. The last four are a listener's; a call without options has no place for them.
enum PlaceAt { ending_place, call_place, emitter_place, event_place, listener_place, options_place };

Fix planned(const Retention& retention, GlobalValue call, const Ending& ending, std::string_view kind,
            std::string_view release) {
  const FileFacts& facts = retention.facts(retention.program.file_of(call));
  const Span place = ending.function ? facts.functions[ending.function].span : Span{};
  FixPlan plan;
  plan.words = {std::to_string(static_cast<int>(ending.kind)),
                ending.emitter,
                ending.event,
                ending.text,
                std::string(kind),
                std::string(release)};
  plan.places = {place, retention.program.instruction(call).span};
  return {.description = {}, .edits = {}, .plan = std::move(plan)};
}

/// Writes one release.
class ReleaseWriter {
 public:
  ReleaseWriter(const FileContext& context, const FixPlan& plan)
      : context_(context),
        tree_(context.tree),
        layout_(context.tree),
        plan_(plan),
        kind_(static_cast<Ending::Kind>(std::stoi(plan.words[ending_kind]))) {}

  std::optional<std::vector<TextEdit>> write() {
    call_ = node_at(tree_, plan_.places[call_place]);
    statement_ = call_ ? statement_around(tree_, call_) : NodeId();
    if (!statement_) return std::nullopt;
    const std::string release = plan_.words[what] == "listener" ? listener_release() : handle_release();
    if (release.empty() || !write_at_the_end(release)) return std::nullopt;
    if (!lines_.before.empty() || !lines_.after.empty()) {
      auto around = surround(context_, statement_, lines_);
      edits_.insert(edits_.begin(), around.begin(), around.end());
    }
    put_in_order(edits_);
    return std::move(edits_);
  }

 private:
  NodeId at(size_t place) const { return node_at(tree_, plan_.places[place]); }
  bool is_in_method() const { return kind_ == Ending::Kind::method; }
  bool is_typed() const { return tree_.language() != Language::javascript; }

  // -- what is released

  /// `settings.off('reload', onReload)`; "" when it cannot be written at the end of the life.
  std::string listener_release() {
    const NodeId emitter = at(emitter_place), event = at(event_place), listener = at(listener_place);
    const bool is_event_plain = tree_.kind(event) == Kind::string || is_plain_place(tree_, event);
    if (!is_plain_place(tree_, emitter) || !is_event_plain || !is_seen(emitter) || !is_seen(event)) return {};
    std::string options;
    if (plan_.places.size() > options_place) {
      options = tree_.text(at(options_place));
      if (holds_names(at(options_place))) return {};
    }
    const std::string name = is_in_method() ? field_of_listener(listener) : constant_of_listener(listener);
    if (name.empty()) return {};
    // Called by its bare name it is the window's: `addEventListener(…)`.
    const bool is_bare = emitter == tree_.child(call_, Field::function);
    const std::string prefix = is_bare ? std::string() : std::string(tree_.text(emitter)) + '.';
    return guard_ + prefix + plan_.words[by] + '(' + std::string(tree_.text(event)) + ", " + name +
           (options.empty() ? "" : ", " + options) + ')';
  }

  std::string constant_of_listener(NodeId listener) {
    NamedListener named = name_listener(context_, listener, plan_.words[event_name]);
    const bool is_visible = named.statements.empty() || is_visible_at_the_end();
    if (named.name.empty() || !is_visible) return {};
    lines_.before = std::move(named.statements);
    edits_.insert(edits_.end(), named.edits.begin(), named.edits.end());
    return named.name;
  }

  std::string field_of_listener(NodeId listener) {
    if (is_plain_place(tree_, listener) && is_seen(listener)) return std::string(tree_.text(listener));
    if (tree_.has_broken_inside(listener)) return {};
    const std::string type = is_typed() ? type_of_function(listener) : std::string();
    if (is_typed() && type.empty()) return {};
    const std::string field = new_field(listener_name(plan_.words[event_name]), type);
    if (field.empty()) return {};
    lines_.before.push_back(field + " = " + std::string(tree_.text(listener)) + ';');
    edits_.push_back({tree_.span(listener), field});
    if (!is_in_constructor()) guard_ = "if (" + field + ") ";
    return field;
  }

  /// "(event: Event) => void", where the function says so itself; else "".
  std::string type_of_function(NodeId function) const {
    if (tree_.kind(function) != Kind::arrow_function) return {};
    const NodeId parameters = tree_.child(function, Field::parameters);
    if (!parameters) return {};
    for (NodeId child : tree_.children(parameters))
      if (!tree_.child(child, Field::type) || tree_.child(child, Field::value)) return {};
    return std::string(tree_.text(parameters)) + " => void";
  }

  /// `clearInterval(timer)`, `observer.disconnect()`
  std::string handle_release() {
    const std::string name = is_in_method() ? field_of_handle() : variable_of_handle();
    if (name.empty()) return {};
    if (plan_.words[what] == "function") return plan_.words[by] + '(' + name + ')';
    if (plan_.words[what] == "call") return name + (may_be_missing_ ? "?.()" : "()");
    if (plan_.words[by].starts_with("Symbol."))
      return name + (may_be_missing_ ? "?.[" : "[") + plan_.words[by] + "]()";
    return name + (may_be_missing_ ? "?." : ".") + plan_.words[by] + "()";
  }

  /// The call with what only passes its result on: `(await open(path))`, `setInterval(…).unref()`.
  NodeId whole_value() const {
    NodeId value = with_parentheses_and_types(tree_, call_);
    const NodeId member = tree_.parent(value);
    const bool is_unref = tree_.kind(member) == Kind::member_expression &&
                          tree_.text(tree_.child(member, Field::property)) == "unref";
    if (is_unref) value = tree_.parent(member);
    if (tree_.kind(tree_.parent(value)) == Kind::await_expression) value = tree_.parent(value);
    return with_parentheses_and_types(tree_, value);
  }

  std::string default_name() const {
    if (plan_.words[by] == "clearInterval") return "timer";
    if (tree_.kind(call_) == Kind::new_expression) {
      const NodeId made = tree_.child(call_, Field::constructor);
      if (made && tree_.text(made).ends_with("Observer")) return "observer";
    }
    const std::string_view callee =
        tree_.text(tree_.child(call_, Field::function) ? tree_.child(call_, Field::function) : call_);
    if (callee.ends_with("Stream")) return "stream";
    if (plan_.words[what] == "call") return plan_.words[by];
    return plan_.words[by] == "unsubscribe" ? "subscription" : "handle";
  }

  std::string variable_of_handle() {
    const NodeId value = whole_value(), parent = tree_.parent(value);
    if (tree_.kind(parent) == Kind::variable_declarator) {
      const NodeId name = tree_.child(parent, Field::name);
      if (tree_.kind(name) != Kind::identifier || !is_visible_at_the_end()) return {};
      return std::string(tree_.text(name));
    }
    if (tree_.kind(parent) == Kind::assignment_expression) return kept_in(parent);
    if (tree_.child(parent, Field::object) == value) return constant_of_handle(value);
    if (tree_.kind(parent) != Kind::expression_statement || !is_visible_at_the_end()) return {};
    const std::string name = free_name(context_, default_name());
    if (name.empty() || !is_statement_list(tree_.kind(tree_.parent(parent)))) return {};
    const uint32_t begin = tree_.span(parent).begin;
    edits_.push_back({{begin, begin}, "const " + name + " = "});
    return name;
  }

  /// `open(path).pipe(response)`: what is called on gets a name before.
  std::string constant_of_handle(NodeId value) {
    const std::string name = free_name(context_, default_name());
    if (name.empty() || !is_visible_at_the_end()) return {};
    lines_.before.push_back("const " + name + " = " + std::string(tree_.text(value)) + ';');
    edits_.push_back({tree_.span(value), name});
    return name;
  }

  std::string kept_in(NodeId assignment) const {
    const NodeId target = tree_.child(assignment, Field::left);
    return is_plain_place(tree_, target) && is_seen(target) ? std::string(tree_.text(target)) : std::string();
  }

  std::string field_of_handle() {
    const NodeId value = whole_value(), parent = tree_.parent(value);
    may_be_missing_ = !is_in_constructor();
    if (tree_.kind(parent) == Kind::assignment_expression) return kept_in(parent);
    const bool is_timer = plan_.words[by] == "clearInterval";
    const bool is_symbol = plan_.words[by].starts_with("Symbol.");
    std::string type = "{ " + (is_symbol ? '[' + plan_.words[by] + ']' : plan_.words[by]) + "(): void }";
    if (is_timer) type = "ReturnType<typeof setInterval>";
    if (plan_.words[what] == "call") type = "() => void";
    if (tree_.kind(parent) == Kind::variable_declarator) {
      const NodeId name = tree_.child(parent, Field::name);
      if (tree_.kind(name) != Kind::identifier) return {};
      const std::string field = new_field(std::string(tree_.text(name)), type);
      if (!field.empty()) lines_.after.push_back(field + " = " + std::string(tree_.text(name)) + ';');
      return field;
    }
    if (tree_.kind(parent) != Kind::expression_statement) return {};
    const std::string field = new_field(default_name(), type);
    if (field.empty()) return {};
    const uint32_t begin = tree_.span(parent).begin;
    edits_.push_back({{begin, begin}, field + " = "});
    return field;
  }

  // -- names

  bool is_in_constructor() const {
    const NodeId method = tree_.ancestor(call_, Kind::method_definition);
    return method && tree_.text(tree_.child(method, Field::name)) == "constructor";
  }

  /// A field of the class, which in TypeScript has to be declared; "" when the name is taken.
  std::string new_field(const std::string& wanted, const std::string& type) {
    const NodeId body = tree_.ancestor(call_, Kind::class_body);
    if (!body) return {};
    std::string name = wanted;
    for (int number = 2; names_a_property(body, name); ++number) name = wanted + std::to_string(number);
    if (is_typed()) {
      NodeId member = call_;
      while (tree_.parent(member) != body) member = tree_.parent(member);
      const uint32_t begin = layout_.begin_with_comments(member);
      edits_.push_back({{begin, begin},
                        "private " + name + "?: " + type + ';' + layout_.new_line() + layout_.new_line() +
                            layout_.indentation(tree_.span(member).begin)});
    }
    return "this." + name;
  }

  bool names_a_property(NodeId body, const std::string& name) const {
    for (uint32_t raw = body.raw; raw < tree_.end(body); ++raw) {
      const Kind kind = tree_.kind(NodeId(raw));
      const bool is_property = kind == Kind::property_identifier || kind == Kind::private_property_identifier;
      if (is_property && tree_.text(NodeId(raw)) == name) return true;
    }
    return false;
  }

  /// Whether the end of the life sees the same under a name: in another method only `this` and what is
  /// declared at the top of the file, or nowhere.
  bool is_seen(NodeId expression) const {
    if (!is_in_method()) return true;
    NodeId root = expression;
    while (tree_.child(root, Field::object)) root = tree_.child(root, Field::object);
    if (tree_.kind(root) != Kind::identifier) return true;
    const BindingId binding = context_.scopes.binding_at(root);
    if (!binding) return true;
    const ScopeKind scope = context_.scopes.scopes[context_.scopes.bindings[binding].scope].kind;
    return scope == ScopeKind::global || scope == ScopeKind::module;
  }

  /// Whether a variable that is declared beside the statement can be used where the release is written.
  bool is_visible_at_the_end() const {
    if (kind_ == Ending::Kind::event) return true;
    const NodeId body = tree_.child(at(ending_place), Field::body);
    return body && tree_.parent(statement_) == body;
  }

  bool holds_names(NodeId node) const {
    for (uint32_t raw = node.raw; raw < tree_.end(node); ++raw) {
      const Kind kind = tree_.kind(NodeId(raw));
      if (kind == Kind::identifier || kind == Kind::shorthand_property_identifier || is_comment(kind))
        return true;
    }
    return false;
  }

  // -- where it is released

  bool write_at_the_end(const std::string& release) {
    switch (kind_) {
      case Ending::Kind::event: {
        const std::string quote(1, quote_of(tree_));
        lines_.after.push_back(plan_.words[ending_emitter] + ".on(" + quote + plan_.words[ending_event] +
                               quote + ", () => " + release + ");");
        return true;
      }
      case Ending::Kind::method:
        return write_in_body(tree_.child(at(ending_place), Field::body), release + ';');
      case Ending::Kind::effect:
        return write_in_effect(release);
    }
    return false;
  }

  /// First thing in a block: nothing that may return or throw comes before.
  bool write_in_body(NodeId body, const std::string& statement) {
    if (!body || tree_.kind(body) != Kind::statement_block) return false;
    const uint32_t begin = tree_.span(body).begin + 1, end = tree_.span(body).end - 1;
    const std::string outer = layout_.indentation(tree_.span(body).begin);
    const std::string line = layout_.new_line() + outer + layout_.indentation_unit() + statement;
    if (layout_.is_blank(begin, end))
      edits_.push_back({{begin, end}, line + layout_.new_line() + outer});
    else if (layout_.is_blank(begin, layout_.line_end(begin)))
      edits_.push_back({{begin, begin}, line});
    else
      edits_.push_back({{begin, begin}, ' ' + statement});
    return true;
  }

  bool write_in_effect(const std::string& release) {
    const NodeId effect = at(ending_place), body = tree_.child(effect, Field::body);
    if (!body || tree_.kind(body) != Kind::statement_block) return false;
    NodeId last;
    for (NodeId child : tree_.children(body))
      if (!is_comment(tree_.kind(child))) last = child;
    for (uint32_t raw = body.raw; raw < tree_.end(body); ++raw) {
      const bool returns = tree_.kind(NodeId(raw)) == Kind::return_statement &&
                           enclosing_function(tree_, NodeId(raw)) == effect && NodeId(raw) != last;
      if (returns && (raw > call_.raw || first_real_child(tree_, NodeId(raw)))) return false;
    }
    if (tree_.kind(last) != Kind::return_statement) {
      const uint32_t end = layout_.end_with_comment(last);
      const std::string indentation = layout_.indentation(tree_.span(last).begin);
      edits_.push_back({{end, end}, layout_.new_line() + indentation + "return () => " + release + ';'});
      return true;
    }
    const NodeId clean_up = first_real_child(tree_, last);
    if (!clean_up || tree_.kind(clean_up) != Kind::arrow_function) return false;
    return write_in_body(tree_.child(clean_up, Field::body), release + ';');
  }

  const FileContext& context_;
  const Tree& tree_;
  const Layout layout_;
  const FixPlan& plan_;
  Ending::Kind kind_;
  NodeId call_;
  NodeId statement_;
  StatementLines lines_;
  std::string guard_;
  bool may_be_missing_ = false;
  std::vector<TextEdit> edits_;
};

std::string description_of(const FixPlan& plan) {
  const std::string verb = plan.words[what] == "listener" ? "Remove the listener with `" : "Call `";
  return verb + plan.words[by] + "()` " + plan.words[ending_text];
}

}  // namespace

Fix release_of_listener(const Retention& retention, const Effect& add, const Ending& ending) {
  Fix fix = planned(retention, add.at, ending, "listener", remover_of(retention, add));
  if (fix.plan.words[by].empty() || !add.event) fix.plan.places.clear();
  if (fix.plan.places.empty()) return fix;
  fix.plan.words.emplace_back(retention.constant_text(add.event).value_or(""));
  for (const GlobalValue value : {add.receiver, add.event, add.handler, add.options})
    if (value) fix.plan.places.push_back(retention.program.instruction(value).span);
  return fix;
}

Fix release_by_member(const Retention& retention, GlobalValue call, std::string_view member,
                      const Ending& ending) {
  return planned(retention, call, ending, "member", member);
}

Fix release_by_call(const Retention& retention, GlobalValue call, const Ending& ending) {
  return planned(retention, call, ending, "call", "unsubscribe");
}

Fix release_by_function(const Retention& retention, GlobalValue call, std::string_view function,
                        const Ending& ending) {
  return planned(retention, call, ending, "function", function);
}

void complete_releases(FileContext& context, Finding& finding) {
  std::vector<Fix> planned = std::move(finding.fixes);
  finding.fixes.clear();
  for (Fix& fix : planned) {
    if (fix.plan.places.empty()) continue;
    auto edits = ReleaseWriter(context, fix.plan).write();
    if (!edits) continue;
    finding.fixes.push_back(
        {.description = description_of(fix.plan), .is_safe = false, .edits = std::move(*edits)});
  }
}

}  // namespace leaklint
