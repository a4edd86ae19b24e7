#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "retention/retention.h"

namespace leaklint {

/// Who decides how long a list is, from what proves least.
enum class ListLength : uint8_t {
  fixed,    ///< the program's text, or a cut of constant size
  unknown,  ///< a field or variable, which configuration or code may fill
  given,    ///< a caller
  data,     ///< what was read or came in
};

/// The keys of one object: the fields of a structure as often as entries of data.
ListLength of_keys(ListLength length);
/// Words for what a program or its configuration defines, however much traffic it has.
bool names_a_definition(std::string_view name);

/// Reads how long the lists of one file get. Refers to the retention, which must outlive it.
class ListReader {
 public:
  ListReader(const Retention& retention_, FileId file_)
      : retention(retention_),
        file(file_),
        facts(retention_.facts(file_)),
        uses(retention_.uses(file_)),
        control(retention_.control_flow(file_)) {}

  const Retention& retention;
  const FileId file;
  const FileFacts& facts;
  const ValueUses& uses;
  const ControlFlow& control;

  GlobalValue global(ValueId id) const { return retention.program.global(file, id); }
  /// `map` of `list.map(f)`; "" for the call of no member.
  std::string_view member_name(const Instruction& call) const {
    const Instruction& callee = facts.code[ValueId(call.a)];
    return callee.op == Op::member ? facts.names.text(NameId(callee.b)) : std::string_view();
  }
  ListLength length_of(ValueId list) const;

 private:
  bool is_pushed_to(BindingId variable) const;
  bool has_literal_default(const Instruction& choice) const;
  ListLength length_of_pushed(BindingId variable) const;
  std::string_view last_name(ValueId value) const;
  bool is_of_object(ValueId call) const;
  bool asks_for_a_piece(ValueId call) const;
  std::optional<ValueId> list_behind_call(ValueId call, ListLength& length) const;
  ListLength length_behind(ValueId list, bool& is_keys) const;
};

}  // namespace leaklint
