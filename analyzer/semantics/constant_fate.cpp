#include <algorithm>
#include <set>

#include "base/is_one_of.h"
#include "semantics/fresh_constant.h"

namespace leaklint {
namespace {

using Kind = FreshConstant::Kind;

/// Methods that write to their receiver, or return it.
bool writes_its_receiver(std::string_view method) {
  return is_one_of(method, {"push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill",
                            "copyWithin", "set", "add", "delete", "clear", "compile"});
}

/// Methods whose answer is a text, a number or a truth value, whatever the receiver holds.
bool answers_with_a_primitive(std::string_view method) {
  return is_one_of(method, {"includes", "indexOf", "lastIndexOf", "join", "has", "test", "hasOwnProperty",
                            "propertyIsEnumerable", "toString", "format", "compare", "select", "of"});
}

/// Follows one constant through the variables of its function.
class Follower {
 public:
  Follower(const FileFacts& facts, const ValueUses& uses, const FreshConstant& constant)
      : facts_(facts), uses_(uses), constant_(constant) {}

  ConstantFate follow() {
    follow(constant_.value, Part::whole);
    while (!pending_.empty() && fate_ != ConstantFate::leaves) {
      const auto [value, part] = pending_.back();
      pending_.pop_back();
      for (const ValueUse& use : uses_.uses_of(value)) take(use, part);
    }
    return fate_;
  }

 private:
  enum class Part : uint8_t { whole, inside };

  void follow(ValueId value, Part part) {
    if (part == Part::inside && !constant_.has_objects) return;
    if (seen_.emplace(value.raw, part).second) pending_.emplace_back(value, part);
  }

  void leave(Part part) {
    const ConstantFate fate = part == Part::whole ? ConstantFate::leaves : ConstantFate::lends_inside;
    fate_ = std::max(fate_, fate);
  }
  void lend_inside() {
    if (constant_.has_objects) leave(Part::inside);
  }

  void take(const ValueUse& use, Part part) {
    switch (use.role) {
      case UseRole::operand:
      case UseRole::condition:
      case UseRole::tested:
      case UseRole::key:
      case UseRole::callee:
        return;
      case UseRole::object:
        return follow(use.user, Part::inside);
      case UseRole::receiver:
        return take_method_call(use.user, part);
      case UseRole::taken_from:
        if (facts_.code[use.user].op != Op::key) follow(use.user, Part::inside);
        return;
      case UseRole::spread:
        return lend_inside();
      case UseRole::chosen:
        return follow(use.user, part);
      case UseRole::stored:
        return take_store(use.user, part);
      case UseRole::argument:
        return take_argument(use, part);
      case UseRole::target:
        fate_ = ConstantFate::leaves;  // written to: each call needs its own
        return;
      default:
        return leave(part);
    }
  }

  void take_method_call(ValueId member, Part part) {
    const Instruction& row = facts_.code[member];
    if (row.op == Op::index) return lend_inside();  // `handlers[name](…)` calls what is inside
    const std::string_view method = facts_.names.text(NameId(row.b));
    if (writes_its_receiver(method) && !is_own_function(method, part)) {
      fate_ = ConstantFate::leaves;
      return;
    }
    if (!answers_with_a_primitive(method)) lend_inside();
  }

  /// `actions.add(…)` of a table of functions is no method of a Set.
  bool is_own_function(std::string_view name, Part part) const {
    if (part != Part::whole || constant_.kind != Kind::object || constant_.is_frozen) return false;
    const Instruction& table = facts_.code[constant_.value];
    for (uint32_t at = 0; at < facts_.property_count(table); ++at)
      if (facts_.names.text(facts_.property(table, at).key) == name) return true;
    return false;
  }

  /// Into a variable of the same function that holds nothing else ever.
  void take_store(ValueId store, Part part) {
    const Instruction& row = facts_.code[store];
    if (row.op != Op::store) return leave(part);
    const BindingId binding(row.a);
    const Variable& variable = facts_.variables[binding];
    const bool is_own = variable.function.raw != 0 && variable.function == facts_.function_of(store) &&
                        uses_.only_store_of(binding) == store;
    if (!is_own) return leave(part);
    for (ValueId load : uses_.loads_of(binding)) follow(load, part);
  }

  void take_argument(const ValueUse& use, Part part) {
    const Instruction& call = facts_.code[use.user];
    const Instruction& callee = facts_.code[ValueId(call.a)];
    if (callee.op == Op::load_global) {
      // Copies what the whole holds.
      if (is_one_of(facts_.names.text(NameId(callee.a)), {"Set", "Map", "String", "Boolean"}))
        return part == Part::whole ? lend_inside() : leave(part);
      return leave(part);
    }
    if (callee.op != Op::member) return leave(part);
    const std::string_view method = facts_.names.text(NameId(callee.b));
    const Instruction& object = facts_.code[ValueId(callee.a)];
    const std::string_view global =
        object.op == Op::load_global ? facts_.names.text(NameId(object.a)) : std::string_view();
    if (constant_.kind == Kind::pattern &&
        is_one_of(method, {"match", "matchAll", "replace", "replaceAll", "search", "split"}))
      return;
    if (global == "Object" && is_one_of(method, {"keys", "hasOwn", "getOwnPropertyNames", "isFrozen"}))
      return;
    if ((global == "JSON" && method == "stringify") || (global == "Array" && method == "isArray")) return;
    if (method == "call" && use.index == 0 && is_primitive_method(ValueId(callee.a))) return;
    const bool copies = (global == "Object" && is_one_of(method, {"values", "entries"})) ||
                        (global == "Object" && method == "assign" && use.index > 0) ||
                        (global == "Array" && method == "from") || method == "concat";
    return copies && part == Part::whole ? lend_inside() : leave(part);
  }

  /// `Object.prototype.hasOwnProperty` in `….call(table, key)`.
  bool is_primitive_method(ValueId value) const {
    const Instruction& row = facts_.code[value];
    return row.op == Op::member && answers_with_a_primitive(facts_.names.text(NameId(row.b)));
  }

  const FileFacts& facts_;
  const ValueUses& uses_;
  const FreshConstant& constant_;
  ConstantFate fate_ = ConstantFate::stays;
  std::set<std::pair<uint32_t, Part>> seen_;
  std::vector<std::pair<ValueId, Part>> pending_;
};

}  // namespace

ConstantFate fate_of(const FileFacts& facts, const ValueUses& uses, const FreshConstant& constant) {
  return Follower(facts, uses, constant).follow();
}

}  // namespace leaklint
