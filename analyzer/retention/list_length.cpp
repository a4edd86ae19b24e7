#include "retention/list_length.h"

#include <algorithm>
#include <string>

#include "base/is_one_of.h"
#include "program/given_argument.h"

namespace leaklint {
namespace {

/// Words of code that cuts a list into pieces of a certain size.
bool names_a_piece(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c | 0x20; });
  for (std::string_view word : {"chunk", "batch", "slice", "page", "window", "partition"})
    if (small.find(word) != std::string::npos) return true;
  return false;
}

}  // namespace

ListLength of_keys(ListLength length) {
  return length > ListLength::unknown ? static_cast<ListLength>(static_cast<uint8_t>(length) - 1) : length;
}

bool names_a_definition(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return c | 0x20; });
  for (std::string_view word :
       {"field",    "column", "constraint", "foreignkey", "index",      "schema",  "table",    "migration",
        "enum",     "plugin", "extension",  "hook",       "middleware", "handler", "listener", "adapter",
        "provider", "locale", "language",   "permission", "setting",    "option",  "config",   "include",
        "module",   "shard",  "replica",    "addon",      "service",    "script",  "function", "filter"})
    if (small.find(word) != std::string::npos) return true;
  return false;
}

/// Whether elements are added to a local list.
bool ListReader::is_pushed_to(BindingId variable) const {
  for (ValueId load : uses.loads_of(variable))
    for (const ValueUse& use : uses.uses_of(load))
      if (use.role == UseRole::receiver && is_one_of(facts.names.text(NameId(facts.code[use.user].b)),
                                                     {"push", "unshift", "splice", "concat"}))
        return true;
  return false;
}

/// Whether one of the values to choose from is a list that is written out.
bool ListReader::has_literal_default(const Instruction& choice) const {
  for (uint32_t at = 0; at < choice.operand_count; ++at) {
    const Instruction& origin = facts.code[origin_of(facts, uses, facts.operand(choice, at))];
    if (origin.op == Op::array && origin.operand_count > 0) return true;
  }
  return false;
}

/// How long a local list gets that loops add to: as what they run over, unless that is all the program's
/// text.
ListLength ListReader::length_of_pushed(BindingId variable) const {
  for (ValueId load : uses.loads_of(variable))
    for (const ValueUse& use : uses.uses_of(load)) {
      const ValueId call = use.role == UseRole::receiver ? uses.call_of(use.user) : ValueId();
      const ValueId loop = call ? control.loop_around(call) : ValueId();
      if (!loop) continue;
      for (ValueId at(loop.raw + 1); at < call; at = ValueId(at.raw + 1)) {
        const Instruction& row = facts.code[at];
        if (row.block != loop || (row.op != Op::element && row.op != Op::key)) continue;
        if (names_a_definition(last_name(ValueId(row.a)))) return ListLength::unknown;
      }
    }
  return ListLength::given;
}

std::string_view ListReader::last_name(ValueId value) const {
  const Instruction& row = facts.code[value];
  if (row.op == Op::member) return facts.names.text(NameId(row.b));
  return row.op == Op::load ? facts.names.text(facts.variables[BindingId(row.a)].name) : std::string_view();
}

/// `Object.keys(x)` and its like.
bool ListReader::is_of_object(ValueId call) const {
  const Instruction& row = facts.code[call];
  const Instruction& callee = facts.code[ValueId(row.a)];
  if (callee.op != Op::member || !is_one_of(member_name(row), {"keys", "values", "entries"})) return false;
  const Instruction& object = facts.code[ValueId(callee.a)];
  return object.op == Op::load_global && facts.names.text(NameId(object.a)) == "Object";
}

/// Whether a query asks for some of what there is only: `list({ limit: 10 })`, `find(…).limit(10).toArray()`.
bool ListReader::asks_for_a_piece(ValueId call) const {
  for (int steps = 0; steps < 8 && facts.code[call].op == Op::call; ++steps) {
    const Instruction& row = facts.code[call];
    if (is_one_of(member_name(row), {"limit", "take", "top", "paginate"})) return true;
    for (uint32_t at = 0; at < row.operand_count; ++at) {
      const Instruction& options = facts.code[facts.operand(row, at)];
      if (options.op != Op::object) continue;
      for (uint32_t index = 0; index < facts.property_count(options); ++index) {
        const NameId key = facts.property(options, index).key;
        if (key && is_one_of(facts.names.text(key),
                             {"limit", "take", "pageSize", "perPage", "per_page", "maxResults", "first"}))
          return true;
      }
    }
    const Instruction& callee = facts.code[ValueId(row.a)];
    if (callee.op != Op::member) return false;
    call = ValueId(callee.a);
  }
  return false;
}

/// The list that a call's result is as long as; none when `length` says it all.
std::optional<ValueId> ListReader::list_behind_call(ValueId call, ListLength& length) const {
  const Instruction& row = facts.code[call];
  const ValueId callee(row.a);
  const std::string_view name = member_name(row);
  const auto given = [&]() -> std::optional<ValueId> {
    if (row.operand_count == 0) return std::nullopt;
    return facts.operand(row, 0);
  };
  length = ListLength::unknown;
  if (is_one_of(name, {"filter", "map", "flat", "flatMap", "sort", "reverse", "concat", "toSorted", "values",
                       "entries", "keys"}) &&
      facts.code[ValueId(facts.code[callee].a)].op != Op::load_global)
    return ValueId(facts.code[callee].a);
  if (is_one_of(name, {"slice", "splice", "fill", "cpus", "split", "match"}) || names_a_piece(name)) {
    length = ListLength::fixed;
    return std::nullopt;
  }
  if (is_one_of(name, {"from", "keys", "values", "entries", "uniq", "compact", "all", "allSettled"}))
    return given();
  return std::nullopt;
}

ListLength ListReader::length_of(ValueId list) const {
  bool is_keys = false;
  const ListLength length = length_behind(list, is_keys);
  return is_keys ? of_keys(length) : length;
}

ListLength ListReader::length_behind(ValueId list, bool& is_keys) const {
  for (int steps = 0; steps < 24; ++steps) {
    const Instruction& row = facts.code[list];
    switch (row.op) {
      case Op::array: {
        ValueId spread;
        for (uint32_t at = 0; at < row.operand_count; ++at)
          if (facts.operand(row, at) && facts.code[facts.operand(row, at)].op == Op::spread)
            spread = facts.operand(row, at);
        if (!spread) return ListLength::fixed;
        list = ValueId(facts.code[spread].a);
        break;
      }
      case Op::object:  // `Array.from({ length: count })`
        for (uint32_t at = 0; at < facts.property_count(row); ++at)
          if (const auto [key, count] = facts.property(row, at); key && facts.names.text(key) == "length")
            return facts.code[count].op == Op::param || facts.code[count].op == Op::load ? length_of(count)
                                                                                         : ListLength::fixed;
        return ListLength::fixed;
      case Op::constant:
      case Op::new_:  // `new Array(5)`, `new Set(list)`
        if (row.op == Op::new_ && row.operand_count > 0 &&
            facts.code[facts.operand(row, 0)].op != Op::constant) {
          list = facts.operand(row, 0);
          break;
        }
        return ListLength::fixed;
      case Op::load: {
        const BindingId variable(row.a);
        if (names_a_piece(facts.names.text(facts.variables[variable].name))) return ListLength::fixed;
        const ValueId store = uses.only_store_of(variable);
        if (!store) return ListLength::unknown;
        const ValueId made = stored_value(facts.code[store]);
        if (facts.code[made].op == Op::array && is_pushed_to(variable)) return length_of_pushed(variable);
        list = made;
        break;
      }
      case Op::choose:
        // `files = ['.env', '.env.local']`: a short list, if nobody says otherwise.
        if (row.operand_count == 0 || has_literal_default(row)) return ListLength::unknown;
        list = facts.operand(row, 0);
        break;
      case Op::param:
        return ListLength::given;
      case Op::rest_param:  // as long as callers write
        return ListLength::unknown;
      case Op::await_: {
        const ValueId awaited(row.a);
        if (!awaited || facts.code[awaited].op != Op::call) return ListLength::data;
        if (asks_for_a_piece(awaited)) return ListLength::unknown;
        ListLength length = ListLength::data;
        const auto behind = list_behind_call(awaited, length);
        if (!behind) return length == ListLength::fixed ? length : ListLength::data;
        list = *behind;
        break;
      }
      case Op::call: {
        ListLength length = ListLength::unknown;
        is_keys = is_keys || is_of_object(list);
        const auto behind = list_behind_call(list, length);
        if (!behind) return length;
        list = *behind;
        break;
      }
      case Op::element: {
        // An element of a list of lists: a piece, when the code cut it.
        const Instruction& from = facts.code[ValueId(row.a)];
        if (from.op == Op::call) {
          const Instruction& callee = facts.code[ValueId(from.a)];
          const std::string_view name = callee.op == Op::load
                                            ? facts.names.text(facts.variables[BindingId(callee.a)].name)
                                            : member_name(from);
          if (names_a_piece(name)) return ListLength::fixed;
        }
        list = ValueId(row.a);
        break;
      }
      case Op::member: {
        if (names_a_piece(facts.names.text(NameId(row.b)))) return ListLength::fixed;
        const Op object = facts.code[ValueId(row.a)].op;
        if (object == Op::this_) return ListLength::unknown;
        list = ValueId(row.a);
        break;
      }
      default:
        return ListLength::unknown;
    }
  }
  return ListLength::unknown;
}

}  // namespace leaklint
