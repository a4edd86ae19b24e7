#include "program/given_argument.h"

#include <algorithm>

namespace leaklint {
namespace {

bool may_have(const FileFacts& facts, ValueId value, const std::vector<std::string>& path) {
  for (const std::string& step : path) {
    const Instruction& row = facts.code[value];
    // Of all options only this one is a text's: rows ask for it to tell a URL from an object.
    if (row.op == Op::constant) return row.a == static_cast<uint32_t>(Constant::string) && step == "length";
    if (row.op == Op::function) return false;
    if (row.op != Op::object) return true;
    ValueId inner;
    for (uint32_t at = 0; at < facts.property_count(row); ++at) {
      const Property property = facts.property(row, at);
      if (!property.key) return true;
      if (facts.names.text(property.key) == step) inner = property.value;
    }
    if (!inner) return false;
    value = inner;
  }
  const Instruction& row = facts.code[value];
  const bool is_nothing = row.op == Op::constant && (row.a == static_cast<uint32_t>(Constant::undefined) ||
                                                     row.a == static_cast<uint32_t>(Constant::null));
  return !is_nothing;
}

}  // namespace

bool is_given(const Program& program, GlobalValue call, const ArgumentRange& argument) {
  const FileFacts& facts = program.file(program.file_of(call)).facts;
  const Instruction& row = program.instruction(call);
  const int count = static_cast<int>(row.operand_count);
  const int first = argument.first < 0 ? count + argument.first : argument.first;
  const int last = argument.last < 0 ? count + argument.last : argument.last;
  for (int at = std::max(first, 0); at <= last && at < count; ++at)
    if (may_have(facts, facts.operand(row, static_cast<uint32_t>(at)), argument.path)) return true;
  return false;
}

}  // namespace leaklint
