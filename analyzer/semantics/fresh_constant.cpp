#include "semantics/fresh_constant.h"

#include <algorithm>

#include "base/is_one_of.h"

namespace leaklint {
namespace {

using Kind = FreshConstant::Kind;

/// The name of a global that the language brings: "Set" of `new Set(…)`.
std::string_view global_name(const FileFacts& facts, ValueId value) {
  const Instruction& row = facts.code[value];
  return row.op == Op::load_global ? facts.names.text(NameId(row.a)) : std::string_view();
}

/// "NumberFormat" of `Intl.NumberFormat`, if the object is that global.
std::string_view member_of_global(const FileFacts& facts, ValueId value, std::string_view global) {
  const Instruction& row = facts.code[value];
  if (row.op != Op::member || global_name(facts, ValueId(row.a)) != global) return {};
  return facts.names.text(NameId(row.b));
}

/// The text between the last slash of a literal and its end.
std::string_view flags_of(std::string_view literal) {
  return literal.substr(literal.rfind('/') + 1);
}

/// With these flags a regular expression remembers where it was.
bool has_state(std::string_view flags) {
  return flags.find_first_of("gy") != std::string_view::npos;
}

class Reader {
 public:
  Reader(const FileFacts& facts, const ValueUses& uses) : facts_(facts), uses_(uses) {}

  std::optional<FreshConstant> read(ValueId value) {
    const auto kind = kind_of(value);
    if (!kind) return std::nullopt;
    made_.kind = *kind;
    made_.value = value;
    pending_.push_back(value);
    while (!pending_.empty()) {
      const ValueId next = pending_.back();
      pending_.pop_back();
      made_.parts.push_back(next);
      if (!take(next)) return std::nullopt;
    }
    return std::move(made_);
  }

 private:
  /// What is made, if it may be a constant at all.
  std::optional<Kind> kind_of(ValueId value) {
    const Instruction& row = facts_.code[value];
    if (row.op == Op::object) return Kind::object;
    if (row.op == Op::array) return Kind::array;
    if (row.op != Op::new_ && row.op != Op::call) return std::nullopt;
    const ValueId callee(row.a);
    const std::string_view name = global_name(facts_, callee);
    if (row.op == Op::new_ && is_one_of(name, {"Map", "Set"})) return Kind::collection;
    if (name == "RegExp") {
      // Called without `new`, it gives back the expression that it is given.
      const bool is_given_back =
          row.op == Op::call && row.operand_count == 1 &&
          facts_.code[origin_of(facts_, uses_, facts_.operand(row, 0))].op == Op::regexp;
      return is_given_back ? std::nullopt : std::optional(Kind::pattern);
    }
    if (is_one_of(member_of_global(facts_, callee, "Intl"),
                  {"NumberFormat", "DateTimeFormat", "Collator", "PluralRules", "RelativeTimeFormat",
                   "ListFormat", "DisplayNames", "Segmenter", "DurationFormat"}))
      return Kind::formatter;
    if (member_of_global(facts_, callee, "Object") == "freeze" && row.operand_count == 1) {
      made_.is_frozen = true;
      const Op frozen = facts_.code[facts_.operand(row, 0)].op;
      if (frozen == Op::object) return Kind::object;
      if (frozen == Op::array) return Kind::array;
    }
    return std::nullopt;
  }

  bool take(ValueId value) {
    const Instruction& row = facts_.code[value];
    switch (row.op) {
      case Op::constant:
        return true;
      case Op::primitive:
        return push_all(row);
      case Op::regexp:
        return !has_state(flags_of(facts_.names.text(NameId(row.b))));
      case Op::function:
        return keeps_nothing(FunctionId(row.a));
      case Op::load:
        return is_fixed(BindingId(row.a));
      case Op::load_global:
        return is_one_of(
            facts_.names.text(NameId(row.a)),
            {"undefined", "NaN",       "Infinity",   "String",      "Number", "Boolean", "BigInt",
             "Symbol",    "Object",    "Array",      "Date",        "Map",    "Set",     "RegExp",
             "Error",     "TypeError", "RangeError", "SyntaxError", "Buffer", "Promise"});
      case Op::object:
        return take_object(value, row);
      case Op::array:
        if (value != made_.value && !is_argument_of_root(value)) made_.has_objects = true;
        made_.elements += row.operand_count;
        return push_all(row);
      case Op::new_:
      case Op::call:
        return take_call(value, row);
      default:
        return false;
    }
  }

  bool push_all(const Instruction& row) {
    for (uint32_t at = 0; at < row.operand_count; ++at) pending_.push_back(facts_.operand(row, at));
    return true;
  }

  bool take_object(ValueId value, const Instruction& row) {
    if (value != made_.value && !is_argument_of_root(value)) made_.has_objects = true;
    const uint32_t count = facts_.property_count(row);
    made_.elements += count;
    for (uint32_t at = 0; at < count; ++at) {
      const Property property = facts_.property(row, at);
      if (!property.key || !property.value) return false;  // computed, or spread
      if (is_accessor(property.value)) return false;
      pending_.push_back(property.value);
    }
    return true;
  }

  bool is_accessor(ValueId value) const {
    const Instruction& row = facts_.code[value];
    if (row.op != Op::function) return false;
    const FunctionKind kind = facts_.functions[FunctionId(row.a)].kind;
    return kind == FunctionKind::getter || kind == FunctionKind::setter;
  }

  bool take_call(ValueId value, const Instruction& row) {
    if (value != made_.value) {
      // Inside a table the same few constructors may stand, and what they make is an object that can leave.
      if (!Reader(facts_, uses_).kind_of(value)) return false;
      made_.has_objects = true;
      ++made_.elements;
    }
    if (global_name(facts_, ValueId(row.a)) == "RegExp" && row.operand_count > 1) {
      const Instruction& flags = facts_.code[facts_.operand(row, 1)];
      if (flags.op != Op::constant || has_state(facts_.names.text(NameId(flags.b)))) return false;
    }
    return push_all(row);
  }

  /// The list in `new Set([…])`, the object in `Object.freeze({…})`, options of a formatter: nobody else gets
  /// hold of it, and the pairs in the list of a Map count as one each.
  bool is_argument_of_root(ValueId value) const {
    const Instruction& root = facts_.code[made_.value];
    if (root.op != Op::new_ && root.op != Op::call) return false;
    for (uint32_t at = 0; at < root.operand_count; ++at) {
      const ValueId argument = facts_.operand(root, at);
      if (argument == value) return true;
      if (global_name(facts_, ValueId(root.a)) != "Map" || facts_.code[argument].op != Op::array) continue;
      const Instruction& pairs = facts_.code[argument];
      for (uint32_t pair = 0; pair < pairs.operand_count; ++pair)
        if (facts_.operand(pairs, pair) == value) return true;
    }
    return false;
  }

  /// A module-level variable with one value for good: an import, a function or a `const`.
  bool is_fixed(BindingId binding) const {
    const Variable& variable = facts_.variables[binding];
    if (variable.function.raw != 0 || variable.is_reassigned || variable.is_in_loop) return false;
    switch (variable.kind) {
      case BindingKind::import:
      case BindingKind::function:
      case BindingKind::class_:
      case BindingKind::enum_:
        return true;
      case BindingKind::const_:
        return static_cast<bool>(uses_.only_store_of(binding));
      default:
        return false;
    }
  }

  /// Whether it is all the same which run of the code around made a function: it captures none of its
  /// variables, nor its `this`.
  bool keeps_nothing(FunctionId id) const {
    if (facts_.functions[id].capture_count != 0) return false;
    std::vector<FunctionId> pending = {id};
    while (!pending.empty()) {
      const Function& function = facts_.functions[pending.back()];
      pending.pop_back();
      for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw) {
        const Instruction& row = facts_.code[ValueId(raw)];
        if (row.op == Op::this_ || row.op == Op::super_ || row.op == Op::import_meta) return false;
        if (row.op == Op::function && facts_.functions[FunctionId(row.a)].kind == FunctionKind::arrow)
          pending.push_back(FunctionId(row.a));
      }
    }
    return true;
  }

  const FileFacts& facts_;
  const ValueUses& uses_;
  FreshConstant made_;
  std::vector<ValueId> pending_;
};

}  // namespace

std::optional<FreshConstant> fresh_constant_at(const FileFacts& facts, const ValueUses& uses, ValueId value) {
  return Reader(facts, uses).read(value);
}

}  // namespace leaklint
