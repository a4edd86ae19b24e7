#include "semantics/number.h"

#include <charconv>
#include <string>

namespace leaklint {
namespace {

std::optional<double> number_in(std::string_view text) {
  std::string digits;
  for (char letter : text)
    if (letter != '_') digits += letter;
  double value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

/// Sums and products of sums are written a few levels deep; what is deeper is no number that says a time.
std::optional<double> number_within(const FileFacts& facts, const ValueUses& uses, ValueId value,
                                    int levels) {
  const ValueId origin = origin_of(facts, uses, value);
  const Instruction& row = facts.code[origin ? origin : value];
  if (row.op == Op::constant && row.a == static_cast<uint32_t>(Constant::number))
    return number_in(facts.names.text(NameId(row.b)));
  const bool is_product = row.aux == static_cast<uint16_t>(Operator::multiply);
  const bool is_sum = row.aux == static_cast<uint16_t>(Operator::add);
  if (row.op != Op::primitive || row.operand_count != 2 || !(is_product || is_sum) || levels == 0)
    return std::nullopt;
  const auto left = number_within(facts, uses, facts.operand(row, 0), levels - 1);
  const auto right = number_within(facts, uses, facts.operand(row, 1), levels - 1);
  if (!left || !right) return std::nullopt;
  return is_product ? *left * *right : *left + *right;
}

}  // namespace

std::optional<double> number_of(const FileFacts& facts, const ValueUses& uses, ValueId value) {
  constexpr int most_levels = 8;
  return number_within(facts, uses, value, most_levels);
}

}  // namespace leaklint
