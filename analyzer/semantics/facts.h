#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/names.h"
#include "base/span.h"
#include "semantics/scopes.h"

namespace leaklint {

using FunctionId = Id<struct FunctionTag>;
using ValueId = Id<struct ValueTag>;  ///< an instruction, and the value it makes
using ClassId = Id<struct ClassTag>;
using ImportId = Id<struct ImportTag>;
using ExportId = Id<struct ExportTag>;

/// What one instruction does. JavaScript's hundred node kinds come down to these, so that the stages after
/// the parser handle few cases. `a`, `b` and `c` are the operands; the comment names them. A value operand is
/// a ValueId.
enum class Op : uint8_t {
  // values
  constant,     ///< a: Constant kind, b: NameId of its text
  primitive,    ///< operator, template or comparison whose result is no object; operands list; aux: Operator
  choose,       ///< one of the operands: ?:, ||, &&, ??, a default value
  load,         ///< a: BindingId
  load_global,  ///< a: NameId
  this_,        ///< the receiver
  super_,       ///< the base class's constructor or prototype
  import_meta,  ///< `import.meta`, `new.target`
  member,       ///< a: object, b: NameId
  index,        ///< a: object, b: key
  call,         ///< a: callee, operands: arguments
  new_,         ///< a: callee, operands: arguments
  jsx,          ///< a: component, operands: props object and children
  function,     ///< a: FunctionId
  class_,       ///< a: ClassId
  object,       ///< operands: Property rows
  array,        ///< operands: elements
  spread,       ///< a: value; inside arguments, arrays and objects
  await_,       ///< a: value
  yield_,       ///< a: value or none
  param,        ///< a: index; the argument a caller passes
  rest_param,   ///< a: index of the first
  element,      ///< a: an iterable's element (for-of, array destructuring, yield*)
  key,          ///< a: a key of an object (for-in)
  rest,         ///< a: what destructuring leaves over
  caught,       ///< the value a catch clause receives
  import_call,  ///< a: value of the module name
  regexp,       ///< a literal, b: NameId of its text
  // effects
  store,          ///< a: BindingId, b: value
  store_global,   ///< a: NameId, b: value
  store_member,   ///< a: object, b: NameId, c: value
  store_index,    ///< a: object, b: key, c: value
  delete_member,  ///< a: object, b: NameId
  delete_index,   ///< a: object, b: key
  decorate,       ///< a: decorator value, b: ClassId, c: FunctionId of the member or none
  // control: structured markers, properly nested
  if_begin,  ///< a: condition
  else_,
  if_end,
  loop_begin,  ///< aux: LoopKind
  loop_end,
  switch_begin,  ///< a: discriminant
  case_,         ///< a: test, or none for default
  switch_end,
  try_begin,
  catch_,
  finally_,
  try_end,
  label_begin,  ///< a: NameId
  label_end,
  return_,    ///< a: value or none
  throw_,     ///< a: value
  break_,     ///< a: NameId of the label or none
  continue_,  ///< a: NameId of the label or none
};

enum class Constant : uint8_t { string, number, boolean, null, undefined, bigint };
enum class LoopKind : uint8_t { while_, do_, for_, for_of, for_in, for_await };

/// Operators a later stage looks at; all others are `other`.
enum class Operator : uint16_t {
  other,
  template_text,
  add,
  multiply,
  increase,   ///< ++ and +=
  remainder,  ///< %, & and their assignments: never more than the right operand allows
  not_,
  typeof_,
  void_,
  equal,      ///< == and ===
  not_equal,  ///< != and !==
  less,       ///< < and <=
  greater,    ///< > and >=
  in,
  instance_of,
};

/// One instruction. Code of one function is contiguous and in order of evaluation.
struct Instruction {
  enum Flag : uint8_t {
    optional = 1,         ///< reached through ?.
    discarded = 2,        ///< an expression statement's whole value
    initializer = 4,      ///< store: the declaration's own
    compound = 8,         ///< store: reads the old value too (+=, ++, ??=)
    logical_assign = 16,  ///< store: ||= or ??=, at most once while the value stands
    voided = 32,          ///< operand of `void`
    type_only = 64,
  };
  Op op;
  uint8_t flags = 0;
  uint16_t aux = 0;
  uint32_t a = Id<int>::none_raw;
  uint32_t b = Id<int>::none_raw;
  uint32_t c = Id<int>::none_raw;
  uint32_t operands = 0;  ///< first operand in FileFacts::operands
  uint32_t operand_count = 0;
  Span span;      ///< the expression or statement
  ValueId block;  ///< the innermost control marker that holds it, or none at function level
};

/// A property of an `object` instruction, stored as two operands: key NameId (or none: computed or spread),
/// value.
struct Property {
  NameId key;
  ValueId value;
};

enum class FunctionKind : uint8_t {
  module,  ///< the file's top level
  declaration,
  expression,
  arrow,
  method,
  constructor,
  getter,
  setter,
  field_initializers,  ///< of one class: runs once for each instance, before the constructor's body
};

struct Function {
  FunctionKind kind = FunctionKind::declaration;
  bool is_async = false;
  bool is_generator = false;
  bool is_static = false;  ///< a static class member
  bool is_broken = false;  ///< has a syntax error inside: program rules keep silent about it
  NameId name;             ///< own, or that of the variable or property it is given to
  Span span;
  Span head;  ///< the part to point at: `function name(…)`, `(…) =>`
  FunctionId parent;
  ClassId class_;      ///< for members of a class
  ValueId value;       ///< the instruction in the parent that makes it
  NameId result_type;  ///< as written, or none
  ValueId code_begin;  ///< its instructions: [code_begin, code_end)
  ValueId code_end;
  uint32_t first_parameter = 0;  ///< in FileFacts::parameters
  uint32_t parameter_count = 0;
  uint32_t first_capture = 0;  ///< in FileFacts::captures
  uint32_t capture_count = 0;
};

struct Parameter {
  NameId name;        ///< none for a pattern
  BindingId binding;  ///< none for a pattern
  ValueId value;      ///< its `param` instruction
  NameId type;        ///< the annotated type as written ("express.Request | null"), or none
};

struct Class {
  NameId name;
  Span span;
  ValueId heritage;  ///< value of `extends …`, or none
  ValueId value;     ///< the `class_` instruction
  FunctionId constructor;
  FunctionId initializers;
  uint32_t first_member = 0;  ///< in FileFacts::members
  uint32_t member_count = 0;
};

struct ClassMember {
  NameId name;  ///< none when computed
  FunctionId function;
  bool is_static = false;
};

/// A variable as later stages see it.
struct Variable {
  NameId name;
  BindingKind kind;
  FunctionId function;  ///< that declares it
  Span declaration;
  NameId type;  ///< annotation as written, or none
  bool is_reassigned = false;
  bool is_captured = false;
  bool is_exported = false;
  bool is_in_loop = false;  ///< declared inside a loop: a new one each turn
};

/// A type that a cast gives a value.
struct TypedValue {
  ValueId value;
  NameId type;
};

/// A class's field that is annotated.
struct TypedField {
  ClassId class_;
  NameId name;
  NameId type;
  bool is_static = false;
};

/// An interface, a type alias, or a `@typedef` of a comment.
struct TypeDeclaration {
  NameId name;
  NameId type;
};

struct Import {
  NameId module;    ///< as written
  NameId imported;  ///< "default", a name, or none for the namespace
  BindingId binding;
  Span span;
  bool is_type_only = false;
};

struct Export {
  NameId name;                ///< "default", a name; none for `export *`
  BindingId binding;          ///< a local one, or none
  ValueId value;              ///< of `export default expression`, `export =`
  NameId module;              ///< of a re-export
  NameId imported;            ///< name in that module, or none for the namespace
  bool is_type_only = false;  ///< `export type { Foo } from './foo'`: no value is given to anybody
};

/// Everything later stages know of one file: plain tables without pointers into the tree or the text.
struct FileFacts {
  ModuleKind module_kind = ModuleKind::script;
  std::vector<uint32_t>
      line_starts;  ///< offsets; filled by the caller of make_facts, who has the text's lines
  Names names;
  Table<FunctionId, Function> functions;  ///< [0] is the module
  Table<ValueId, Instruction> code;
  Table<ClassId, Class> classes;
  Table<BindingId, Variable> variables;  ///< same ids as the binder's
  Table<ImportId, Import> imports;
  Table<ExportId, Export> exports;
  std::vector<uint32_t> operands;
  std::vector<Parameter> parameters;
  std::vector<BindingId> captures;
  std::vector<ClassMember> members;
  std::vector<TypedValue> typed_values;
  std::vector<TypedField> typed_fields;
  std::vector<TypeDeclaration> type_declarations;
  /// Comments in prose, in order: no directives of tools, no code that was taken out, no promise to come back
  /// later.
  std::vector<Span> comments;
  bool has_lost_comments = false;  ///< compiled without comments: what they explained is not known

  ValueId operand(const Instruction& instruction, uint32_t index) const {
    return ValueId(operands[instruction.operands + index]);
  }
  Property property(const Instruction& object, uint32_t index) const {
    return {NameId(operands[object.operands + 2 * index]),
            ValueId(operands[object.operands + 2 * index + 1])};
  }
  uint32_t property_count(const Instruction& object) const { return object.operand_count / 2; }
  /// The text of a string that is written out, or nothing.
  std::optional<std::string_view> constant_text(ValueId value) const;
  /// The last name of what is read: `query` of `this.db.query`; "" where it has none.
  std::string_view last_name(ValueId value) const;
  /// The function whose code holds an instruction. Logarithmic.
  FunctionId function_of(ValueId value) const;
};

/// Lowers one bound tree to facts. `names` is the pool the binder filled; it moves into the result.
FileFacts make_facts(const Tree& tree, const Scopes& scopes, Names names);

}  // namespace leaklint
