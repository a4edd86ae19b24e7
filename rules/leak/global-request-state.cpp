#include "lint/program_context.h"
#include "lint/rule.h"

namespace leaklint {
namespace {

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
};

std::optional<Target> long_lived_target(const Retention& retention, FileId file, ValueId id,
                                        const Instruction& row) {
  const FileFacts& facts = retention.facts(file);
  if (row.op == Op::store) {
    const Variable& variable = facts.variables[BindingId(row.a)];
    if (variable.function.raw != 0 || (row.flags & Instruction::initializer)) return std::nullopt;
    return Target{std::string(facts.names.text(variable.name)),
                  "module " + retention.program.file(file).path};
  }
  if (row.op != Op::store_member) return std::nullopt;
  const Holder holder = retention.holder_of(retention.program.global(file, ValueId(row.a)));
  if (holder.is_convention) return std::nullopt;
  const auto path = place_written(facts, retention.uses(file), id);
  if (!path) return std::nullopt;
  if (holder.kind == Holder::Kind::root)
    return Target{"global." + std::string(facts.names.text(NameId(row.b))), "global"};
  if (holder.kind == Holder::Kind::module_variable) return Target{to_text(facts, *path), holder.root};
  return std::nullopt;
}

void check_store(ProgramContext& context, FileId file, GlobalFunction function, ValueId id,
                 const Instruction& row) {
  const Retention& retention = context.retention;
  const GlobalValue value = retention.program.global(file, ValueId(row.op == Op::store ? row.b : row.c));
  const auto target = long_lived_target(retention, file, id, row);
  if (!target) return;
  const auto life = life_in(retention, value);
  if (!life) return;
  const Execution& execution = retention.lives.of(function);
  if (execution.multiplicity < Multiplicity::many_outside) return;
  const std::string name(retention.facts(file).names.text(retention.program.variable(life->variable).name));
  const std::string each = life->life ? retention.models.lives[life->life].name : "request";
  const Confidence confidence = life->is_convention ? Confidence::medium : Confidence::high;
  Finding& finding = context.report(
      retention.program.global(file, id),
      '`' + target->text + "` keeps data of one " + each + " after it is over, and shows it to the next",
      confidence);
  finding.notes.push_back(ProgramContext::chain(
      Note::Label::retained, {{target->root, retention.place(retention.program.global(file, id))},
                              {target->text, retention.place(retention.program.global(file, id))},
                              {name, retention.place(value)}}));
  finding.notes.push_back(
      ProgramContext::line(Note::Label::release, "none; it stays until the next " + each + " overwrites it"));
  finding.notes.push_back(ProgramContext::line(
      Note::Label::fix, "pass it as an argument, keep it on the " + each + ", or use AsyncLocalStorage"));
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
        if (instruction.op == Op::store || instruction.op == Op::store_member)
          check_store(context, file, id, ValueId(at), instruction);
      }
    }
  }
}

}  // namespace

extern const Rule global_request_state_rule;
const Rule global_request_state_rule{
    .description = {.summary = "Data of one request is kept in a global, a module variable or a static field",
                    .severity = Severity::error,
                    .preset = Preset::recommended},
    .check = check};

}  // namespace leaklint
