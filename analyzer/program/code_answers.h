#pragma once

#include <memory>
#include <vector>

#include "program/program.h"
#include "semantics/control_flow.h"
#include "semantics/once_guards.h"
#include "semantics/value_uses.h"

namespace leaklint {

/// Per-file indexes that only some files need, made when first asked for. Not for use by several threads at
/// once.
class CodeAnswers {
 public:
  explicit CodeAnswers(const Program& program) : program_(program), rows_(program.file_count()) {}

  const ValueUses& uses(FileId file) const {
    auto& row = rows_[file.raw].uses;
    if (!row) row = std::make_unique<ValueUses>(program_.file(file).facts);
    return *row;
  }
  const ControlFlow& control_flow(FileId file) const {
    auto& row = rows_[file.raw].control_flow;
    if (!row) row = std::make_unique<ControlFlow>(program_.file(file).facts);
    return *row;
  }
  /// Whether a guard lets the instruction run once only while what it guards lives.
  bool runs_once(GlobalValue at) const;
  /// The same, or once for each key: `if (!pages[name]) pages[name] = render(name)`.
  bool runs_once_for_each_key(GlobalValue at) const;
  /// The same, also where only some of what is looked for is kept: what runs is paid for by the first calls.
  bool is_memoised(GlobalValue at) const;
  std::optional<OnceGuard> once_guard_of(GlobalValue at) const;

 private:
  struct Row {
    std::unique_ptr<ValueUses> uses;
    std::unique_ptr<ControlFlow> control_flow;
  };

  const Program& program_;
  mutable std::vector<Row> rows_;
};

}  // namespace leaklint
