#include <algorithm>

#include "lint/file_context.h"
#include "lint/layout.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "semantics/ways_out.h"

namespace leaklint {
namespace {

/// A number or a flag that is read off something holds nothing of it: `request.url.length`.
bool is_primitive(const Retention& retention, FileId file, ValueId member) {
  const FileFacts& facts = retention.facts(file);
  const std::string_view name = facts.names.text(NameId(facts.code[member].b));
  if (name == "length" || name == "size" || name == "byteLength") return true;
  const auto objects = retention.flow.objects_of(retention.program.global(file, member));
  const TypeId primitive = retention.models.type("Primitive");
  return !objects.empty() && std::all_of(objects.begin(), objects.end(), [&](ObjectId id) {
    return retention.flow.object(id).type == primitive;
  });
}

/// The life that a value holds on to: the request itself, a part of it, or an object made with one inside.
std::optional<Retention::CapturedLife> life_in(const Retention& retention, GlobalValue value) {
  const FileId file = retention.program.file_of(value);
  const FileFacts& facts = retention.facts(file);
  std::vector<ValueId> pending = {retention.program.local(value)};
  for (size_t at = 0; at < pending.size() && at < 64; ++at) {
    const Instruction& row = facts.code[pending[at]];
    switch (row.op) {
      case Op::load: {
        if (const auto life = retention.life_of(retention.program.global(file, BindingId(row.a))))
          return life;
        const ValueId store = retention.uses(file).only_store_of(BindingId(row.a));
        if (store) pending.push_back(ValueId(facts.code[store].b));
        break;
      }
      case Op::member:
        if (!is_primitive(retention, file, pending[at])) pending.push_back(ValueId(row.a));
        break;
      case Op::index:
      case Op::await_:
        pending.push_back(ValueId(row.a));
        break;
      case Op::object:
        for (uint32_t property = 0; property < facts.property_count(row); ++property)
          pending.push_back(facts.property(row, property).value);
        break;
      case Op::array:
      case Op::choose:
        for (uint32_t operand = 0; operand < row.operand_count; ++operand)
          pending.push_back(facts.operand(row, operand));
        break;
      default:
        break;
    }
  }
  return std::nullopt;
}

/// What a store writes when that lives as long as the process: a property of the global object, a module's
/// variable, a static field, a field of a singleton.
struct Target {
  std::string text;
  std::string root;
  bool is_of_closure = false;
};

std::optional<Target> long_lived_target(const Retention& retention, FileId file, ValueId id,
                                        const Instruction& row) {
  const FileFacts& facts = retention.facts(file);
  if (row.op == Op::store) {
    const Variable& variable = facts.variables[BindingId(row.a)];
    if (row.flags & Instruction::initializer) return std::nullopt;
    // A variable of a function that start-up code calls lives on in the closures that it makes.
    const Execution& owner = retention.lives.of(retention.program.global(file, variable.function));
    const bool is_of_closure = variable.function.raw != 0;
    const bool is_kept = variable.function != facts.function_of(id) &&
                         owner.multiplicity == Multiplicity::once && !owner.is_convention;
    if (is_of_closure && !is_kept) return std::nullopt;
    return Target{std::string(facts.names.text(variable.name)), "module " + retention.program.file(file).path,
                  is_of_closure};
  }
  if (row.op == Op::store_global)
    return Target{"global." + std::string(facts.names.text(NameId(row.a))), "global"};
  if (row.op != Op::store_member) return std::nullopt;
  const Holder holder = retention.holder_of(retention.program.global(file, ValueId(row.a)));
  if (holder.is_convention) return std::nullopt;
  const auto path = place_written(facts, retention.uses(file), id);
  if (!path) return std::nullopt;
  if (holder.kind == Holder::Kind::root) {
    const std::string name(facts.names.text(NameId(row.b)));
    // `globalThis`, by whatever name.
    const bool is_global = retention.effects.is_of(retention.program.global(file, ValueId(row.a)),
                                                   retention.models.type("global"));
    return Target{is_global ? "global." + name : to_text(facts, *path), "global"};
  }
  if (holder.kind == Holder::Kind::module_variable) return Target{to_text(facts, *path), holder.root};
  return std::nullopt;
}

/// What gives the place another value in the same run of the function.
struct Reset {
  std::vector<ValueId> at;
  ValueId waits;  ///< an await or yield before it, while which others see the value
  bool is_on_every_way = false;
};

Reset reset_of(const Retention& retention, FileId file, ValueId id) {
  const FileFacts& facts = retention.facts(file);
  const ValueUses& uses = retention.uses(file);
  const Instruction& row = facts.code[id];
  const auto writes = row.op == Op::store          ? uses.stores_of(BindingId(row.a))
                      : row.op == Op::store_global ? uses.global_stores_of(NameId(row.a))
                                                   : uses.member_writes_of(NameId(row.b));
  const auto place = place_written(facts, uses, id);
  Reset reset;
  for (ValueId write : writes) {
    if (write == id || facts.function_of(write) != facts.function_of(id)) continue;
    if (place != place_written(facts, uses, write)) continue;
    const ValueId value = stored_value(facts.code[write]);
    if (!value || !life_in(retention, retention.program.global(file, value))) reset.at.push_back(write);
  }
  if (reset.at.empty()) return reset;
  WaysOutQuery query;
  query.from = id;
  query.is_release = [&](ValueId at) {
    const Op op = facts.code[at].op;
    if (!reset.waits && (op == Op::await_ || op == Op::yield_)) reset.waits = at;
    return std::find(reset.at.begin(), reset.at.end(), at) != reset.at.end();
  };
  reset.is_on_every_way = ways_out(facts, uses, retention.control_flow(file), query).empty();
  return reset;
}

/// The property of the global object by its name alone, as a retaining path has it.
std::string held_text(const Target& target) {
  constexpr std::string_view global = "global.";
  return target.root == "global" && target.text.starts_with(global) ? target.text.substr(global.size())
                                                                    : target.text;
}

void check_store(ProgramContext& context, FileId file, GlobalFunction function, ValueId id,
                 const Instruction& row) {
  const Retention& retention = context.retention;
  const GlobalValue value = retention.program.global(file, stored_value(row));
  // A setter's own store is the one that keeps it.
  if (row.op == Op::store_member && !retention.flow.callees_of(retention.program.global(file, id)).empty())
    return;
  const auto target = long_lived_target(retention, file, id, row);
  if (!target) return;
  const auto life = life_in(retention, value);
  if (!life) return;
  // What a factory's closures remember of a request on purpose is a part of it: the key of a cached answer.
  const auto path = retention.place_of(value);
  if (target->is_of_closure && (!path || path->has_steps())) return;
  const Execution& execution = retention.lives.of(function);
  if (execution.multiplicity < Multiplicity::many_outside) return;
  const Reset reset = reset_of(retention, file, id);
  if (reset.is_on_every_way && !reset.waits) return;
  const std::string name(retention.facts(file).names.text(retention.program.variable(life->variable).name));
  const std::string part = retention.place_text(value);
  const std::string each = life->life ? retention.models.lives[life->life].name : "request";
  const Confidence confidence = life->is_convention ? Confidence::medium : Confidence::high;
  const auto line_of = [&](ValueId at) {
    return retention.location(retention.place(retention.program.global(file, at)));
  };
  std::string what = "` keeps data of one " + each + " after it is over, and shows it to the next";
  std::string release = "none; it stays until the next " + each + " overwrites it";
  if (reset.is_on_every_way) {
    what = "` shows data of one " + each + " to others that run meanwhile";
    release = "at " + line_of(reset.at.front()) + ", after the wait at " + line_of(reset.waits) +
              ", while which any other " + each + " reads and overwrites it";
  } else if (!reset.at.empty()) {
    release = "at " + line_of(reset.at.front()) + ", but not on every way out";
  }
  Finding& finding =
      context.report(retention.program.global(file, id), '`' + target->text + what, confidence);
  finding.notes.push_back(ProgramContext::chain(
      Note::Label::retained, {{target->root, retention.place(retention.program.global(file, id))},
                              {held_text(*target), retention.place(retention.program.global(file, id))},
                              {part.empty() ? name : part, retention.place(value)}}));
  finding.notes.push_back(ProgramContext::line(Note::Label::release, std::move(release)));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "pass it as an argument, keep it on the " + each + ", or use AsyncLocalStorage"));
  if (row.op == Op::store) finding.fixes.push_back({.description = {}, .is_safe = false, .edits = {}});
}

void check(ProgramContext& context) {
  const Program& program = context.program;
  for (uint32_t raw = 0; raw < program.file_count(); ++raw) {
    const FileId file(raw);
    const FileFacts& facts = program.file(file).facts;
    for (FunctionId function : ids(facts.functions)) {
      const GlobalFunction id = program.global(file, function);
      if (context.retention.lives.of(id).multiplicity < Multiplicity::many_outside) continue;
      const Function& row = facts.functions[function];
      for (uint32_t at = row.code_begin.raw; at < row.code_end.raw; ++at) {
        const Instruction& instruction = facts.code[ValueId(at)];
        if (instruction.op == Op::store || instruction.op == Op::store_member ||
            instruction.op == Op::store_global)
          check_store(context, file, id, ValueId(at), instruction);
      }
    }
  }
}

// -- a variable of the module that only the code after the assignment reads can be that code's own

/// The declaration of one variable without a value worth keeping, or none.
NodeId empty_declaration(const FileContext& context, const Binding& binding) {
  const Tree& tree = context.tree;
  const NodeId declarator = tree.parent(binding.declaration);
  if (tree.kind(declarator) != Kind::variable_declarator) return {};
  const NodeId value = tree.child(declarator, Field::value);
  const bool is_empty = !value || tree.kind(value) == Kind::null || tree.kind(value) == Kind::undefined;
  const NodeId declaration = tree.parent(declarator);
  if (!is_empty || tree.parent(declaration) != tree.root()) return {};
  for (NodeId child : tree.children(declaration))
    if (tree.kind(child) == Kind::variable_declarator && child != declarator) return {};
  return declaration;
}

/// Whether every other use reads the variable, in the block of the assignment and after it, and there is one.
bool is_read_below_only(const FileContext& context, BindingId binding, NodeId written, NodeId block) {
  bool is_read = false;
  for (const Use& use : context.scopes.uses) {
    if (use.binding != binding || use.node == written || use.is_init()) continue;
    if (use.is_write() || use.node < written || !context.tree.contains(block, use.node)) return false;
    is_read = true;
  }
  return is_read;
}

std::vector<TextEdit> local_instead(const FileContext& context, const Finding& finding) {
  const Tree& tree = context.tree;
  const NodeId name = node_at(tree, finding.place.span);
  const NodeId assignment = name ? tree.parent(name) : NodeId();
  if (!assignment || tree.kind(assignment) != Kind::assignment_expression) return {};
  const NodeId statement = tree.parent(assignment), block = tree.parent(statement);
  if (tree.kind(statement) != Kind::expression_statement || tree.kind(block) != Kind::statement_block ||
      tree.kind(name) != Kind::identifier || tree.child(assignment, Field::left) != name)
    return {};
  const BindingId binding = context.scopes.binding_at(name);
  if (!binding || context.scopes.module_kind == ModuleKind::script) return {};
  const Binding& row = context.scopes.bindings[binding];
  const NodeId declaration = empty_declaration(context, row);
  if (!declaration || row.is_exported || !is_read_below_only(context, binding, name, block)) return {};
  const Layout layout(tree);
  const Span gone{layout.begin_with_comments(declaration), layout.end_with_comment(declaration)};
  if (holds_comment(tree, gone) || !layout.begins_line(gone.begin)) return {};
  const uint32_t end = layout.line_end(gone.end);
  if (!layout.is_blank(gone.end, end)) return {};
  std::vector<TextEdit> edits = {{{gone.begin, layout.after_line(end)}, ""},
                                 {tree.span(name), "const " + std::string(tree.text(name))}};
  put_in_order(edits);
  return edits;
}

void complete(FileContext& context, Finding& finding) {
  finding.fixes.clear();
  auto edits = local_instead(context, finding);
  if (!edits.empty())
    finding.fixes.push_back({.description = "Make it a constant of the function, which is all that reads it",
                             .is_safe = false,
                             .edits = std::move(edits)});
}

}  // namespace

extern const Rule global_request_state_rule;
const Rule global_request_state_rule{
    .description = {.summary = "Data of one request is kept in a global, a module variable or a static field",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check,
    .complete = complete};

}  // namespace leaklint
