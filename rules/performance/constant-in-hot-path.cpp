#include <set>
#include <string>

#include "lint/file_context.h"
#include "lint/hoisting.h"
#include "lint/program_context.h"
#include "lint/rule.h"
#include "semantics/fresh_constant.h"

namespace leaklint {
namespace {

using Kind = FreshConstant::Kind;

bool is_costly(Kind kind) {
  return kind == Kind::pattern || kind == Kind::formatter;
}

/// The variable that the constant is given to: "assetConfig", or "".
std::string variable_of(const Retention& retention, FileId file, ValueId value) {
  const FileFacts& facts = retention.facts(file);
  for (const ValueUse& use : retention.uses(file).uses_of(value))
    if (use.role == UseRole::stored && facts.code[use.user].op == Op::store)
      return std::string(facts.names.text(facts.variables[BindingId(facts.code[use.user].a)].name));
  return {};
}

/// "`sizes`, a list of 12 entries,", "a Set of 9 entries", "`new Intl.NumberFormat(…)`".
std::string text_of(const Retention& retention, FileId file, const FreshConstant& constant) {
  if (is_costly(constant.kind)) {
    const GlobalValue value = retention.program.global(file, constant.value);
    return '`' + retention.call_text(value) + "` with constant arguments";
  }
  std::string what = constant.kind == Kind::array ? "list" : "table";
  if (constant.kind == Kind::collection)
    what = retention.facts(file).names.text(
        NameId(retention.facts(file).code[ValueId(retention.facts(file).code[constant.value].a)].a));
  what = "a " + what + " of " + std::to_string(constant.elements) + " entries";
  const std::string name = variable_of(retention, file, constant.value);
  return name.empty() ? what : '`' + name + "`, " + what + ',';
}

/// Code that runs when something failed is no hot path.
bool is_in_catch(const Retention& retention, FileId file, ValueId at) {
  const ControlFlow& flow = retention.control_flow(file);
  for (auto around = flow.try_around(at); around; around = flow.try_around(around->begin))
    if (around->part == TryAround::Part::catch_) return true;
  return false;
}

/// Nor is code that only leads to a throw, such as the text of the error.
bool leads_to_throw(const Retention& retention, FileId file, FunctionId function, ValueId at) {
  const FileFacts& facts = retention.facts(file);
  const ControlFlow& flow = retention.control_flow(file);
  for (ValueId id = at; id < facts.functions[function].code_end; id = ValueId(id.raw + 1))
    if (facts.code[id].op == Op::throw_ && flow.always_runs_with(at, id)) return true;
  return false;
}

/// Reports the constants that one function makes.
class HotFunction {
 public:
  HotFunction(ProgramContext& context, FileId file, FunctionId function, const Growth& traffic)
      : context_(context), file_(file), function_(function), traffic_(traffic) {}

  void check() {
    const FileFacts& facts = context_.retention.facts(file_);
    const Function& row = facts.functions[function_];
    // What is inside of a constant comes before it: from the end, the whole comes first.
    for (uint32_t raw = row.code_end.raw; raw-- > row.code_begin.raw;) {
      const ValueId value(raw);
      if (parts_.contains(raw)) continue;
      const auto constant = fresh_constant_at(facts, context_.retention.uses(file_), value);
      if (!constant) continue;
      for (ValueId part : constant->parts) parts_.insert(part.raw);
      check_constant(*constant);
    }
  }

 private:
  void check_constant(const FreshConstant& constant) {
    const Retention& retention = context_.retention;
    const GlobalValue value = retention.program.global(file_, constant.value);
    const auto least = static_cast<uint32_t>(context_.options(value).number("minElements"));
    if (!is_costly(constant.kind) && constant.elements < least) return;
    if (is_in_catch(retention, file_, constant.value) || retention.is_memoised(value) ||
        leads_to_throw(retention, file_, function_, constant.value))
      return;
    const ConstantFate fate = fate_of(retention.facts(file_), retention.uses(file_), constant);
    if (fate == ConstantFate::leaves) return;
    report(constant, value, fate);
  }

  void report(const FreshConstant& constant, GlobalValue value, ConstantFate fate) {
    const std::string each = traffic_.each;
    const bool is_lent = fate == ConstantFate::lends_inside;
    Finding& finding =
        context_.report(value, text_of(context_.retention, file_, constant) + " is made anew " + each,
                        is_lent ? std::min(traffic_.confidence, Confidence::medium) : traffic_.confidence);
    finding.notes.push_back({Note::Label::because, traffic_.text(), traffic_.steps});
    // A caller that writes to an object inside would write to everyone's; only its author knows.
    finding.fixes.push_back({.description = {}, .is_safe = !is_lent, .edits = {}});
  }

  ProgramContext& context_;
  FileId file_;
  FunctionId function_;
  const Growth& traffic_;
  std::set<uint32_t> parts_;
};

void check(ProgramContext& context) {
  const Retention& retention = context.retention;
  const LifeId tick = retention.models.life("tick");
  for (uint32_t raw = 0; raw < context.program.file_count(); ++raw) {
    const FileId file(raw);
    for (FunctionId function : ids(retention.facts(file).functions)) {
      const GlobalFunction id = context.program.global(file, function);
      if (retention.lives.of(id).multiplicity < Multiplicity::many_outside) continue;
      const auto traffic = retention.traffic_of(id);
      // An interval is no hot path.
      if (traffic && retention.lives.of(id).life != tick)
        HotFunction(context, file, function, *traffic).check();
    }
  }
}

/// "Set" of `new Set(…)`, "NumberFormat" of `Intl.NumberFormat(…)`; "" for a literal.
std::string_view constructor_name(const Tree& tree, NodeId value) {
  const NodeId callee = tree.child(
      value, tree.kind(value) == leaklint::Kind::new_expression ? Field::constructor : Field::function);
  if (!callee) return {};
  const std::string_view text = tree.text(callee);
  return text.substr(text.rfind('.') + 1);
}

void complete(FileContext& context, Finding& finding) {
  const Tree& tree = context.tree;
  const bool is_safe = finding.fixes.front().is_safe;
  finding.fixes.clear();
  const NodeId value = node_at(tree, finding.place.span);
  if (!value || tree.span(value) != finding.place.span) return;
  const std::string_view made = constructor_name(tree, value);
  HoistedText how;
  how.is_list = tree.kind(value) == leaklint::Kind::array;
  how.fallback_name = made.empty() ? (how.is_list ? "VALUES" : "TABLE") : std::string(made);
  if (made == "RegExp") how.fallback_name = "PATTERN";
  if (made == "freeze") how.fallback_name = "TABLE";
  if (made.empty()) {
    how.before = "Object.freeze(";
    how.after = ")";
  }
  const auto hoisting = hoist(context, value, how);
  if (!hoisting) return;
  finding.fixes.push_back({.description = "Move it to module level, as `" + hoisting->name + '`',
                           .is_safe = is_safe && hoisting->is_safe,
                           .edits = hoisting->edits});
}

constexpr RuleOption options[] = {
    {.name = "minElements",
     .description = "From how many properties and elements on a table, list, Map or Set is large enough; "
                    "regular expressions and formatters that are constructed always are",
     .fallback = 8},
};

}  // namespace

extern const Rule constant_in_hot_path_rule;
const Rule constant_in_hot_path_rule{
    .description = {.summary =
                        "A constant table, pattern or formatter that every call of a function that requests "
                        "reach makes anew",
                    .severity = Severity::warning,
                    .preset = Preset::strict,
                    .options = options},
    .check = check,
    .complete = complete,
};

}  // namespace leaklint
