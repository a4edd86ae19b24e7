#include "retention/remover.h"

#include <algorithm>

namespace leaklint {
namespace {

/// Removers, each beside the methods that add what it removes, the usual one first.
struct Pair {
  std::string_view adder, remover;
};
constexpr Pair pairs[] = {
    {"addEventListener", "removeEventListener"},
    {"addListener", "removeListener"},
    {"prependListener", "removeListener"},
    {"prependOnceListener", "removeListener"},
    {"on", "off"},
    {"on", "removeListener"},
    {"once", "off"},
    {"once", "removeListener"},
    {"subscribe", "unsubscribe"},
    {"bind", "unbind"},
};

bool removes_alike(const MemberRow* member, const EffectRow& add) {
  if (member == nullptr || !member->call) return false;
  return std::any_of(member->call->effects.begin(), member->call->effects.end(), [&](const EffectRow& row) {
    return row.kind == EffectRow::Kind::remove_listener && row.event == add.event &&
           row.handler == add.handler && row.target == add.target;
  });
}

bool has_remover(const Retention& retention, const Effect& add, std::string_view name) {
  const Models& models = retention.models;
  if (add.library)
    if (const TypeId type = retention.flow.object(add.library).type)
      return removes_alike(models.member(type, name), *add.row);
  const auto rows = models.spelled(name);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const MemberRow* row) { return removes_alike(row, *add.row); });
}

}  // namespace

std::string_view method_of(const Retention& retention, GlobalValue call) {
  const FileId file = retention.program.file_of(call);
  const Instruction& row = retention.program.instruction(call);
  if (row.op != Op::call) return {};
  const FileFacts& facts = retention.facts(file);
  const Instruction& callee = facts.code[ValueId(row.a)];
  return callee.op == Op::member ? facts.names.text(NameId(callee.b)) : std::string_view();
}

std::string remover_of(const Retention& retention, const Effect& add) {
  if (!add.row || add.inside) return {};
  const std::string_view method = method_of(retention, add.at);
  for (const Pair& pair : pairs)
    if (pair.adder == method && has_remover(retention, add, pair.remover)) return std::string(pair.remover);
  return {};
}

}  // namespace leaklint
