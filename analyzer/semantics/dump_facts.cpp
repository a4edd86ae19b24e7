#include "semantics/dump_facts.h"

#include <array>

namespace leaklint {
namespace {

/// How an operand field is to be read.
enum class Part : char { none, value, name, variable, function, class_, number };

struct OpRow {
  Op op;
  std::string_view text;
  Part a = Part::none, b = Part::none, c = Part::none;
};

constexpr auto rows = std::to_array<OpRow>({
    {Op::constant, "constant", Part::number, Part::name},
    {Op::primitive, "primitive"},
    {Op::choose, "choose"},
    {Op::load, "load", Part::variable},
    {Op::load_global, "load_global", Part::name},
    {Op::this_, "this"},
    {Op::super_, "super"},
    {Op::import_meta, "import_meta"},
    {Op::member, "member", Part::value, Part::name},
    {Op::index, "index", Part::value, Part::value},
    {Op::call, "call", Part::value},
    {Op::new_, "new", Part::value},
    {Op::jsx, "jsx", Part::value},
    {Op::function, "function", Part::function},
    {Op::class_, "class", Part::class_},
    {Op::object, "object"},
    {Op::array, "array"},
    {Op::spread, "spread", Part::value},
    {Op::await_, "await", Part::value},
    {Op::yield_, "yield", Part::value},
    {Op::param, "param", Part::number},
    {Op::rest_param, "rest_param", Part::number},
    {Op::element, "element", Part::value},
    {Op::key, "key", Part::value},
    {Op::rest, "rest", Part::value},
    {Op::caught, "caught"},
    {Op::import_call, "import_call", Part::value},
    {Op::regexp, "regexp", Part::none, Part::name},
    {Op::store, "store", Part::variable, Part::value},
    {Op::store_global, "store_global", Part::name, Part::value},
    {Op::store_member, "store_member", Part::value, Part::name, Part::value},
    {Op::store_index, "store_index", Part::value, Part::value, Part::value},
    {Op::delete_member, "delete_member", Part::value, Part::name},
    {Op::delete_index, "delete_index", Part::value, Part::value},
    {Op::decorate, "decorate", Part::value, Part::class_, Part::function},
    {Op::if_begin, "if", Part::value},
    {Op::else_, "else"},
    {Op::if_end, "end if"},
    {Op::loop_begin, "loop"},
    {Op::loop_end, "end loop"},
    {Op::switch_begin, "switch", Part::value},
    {Op::case_, "case", Part::value},
    {Op::switch_end, "end switch"},
    {Op::try_begin, "try"},
    {Op::catch_, "catch"},
    {Op::finally_, "finally"},
    {Op::try_end, "end try"},
    {Op::label_begin, "label", Part::name},
    {Op::label_end, "end label"},
    {Op::return_, "return", Part::value},
    {Op::throw_, "throw", Part::value},
    {Op::break_, "break", Part::name},
    {Op::continue_, "continue", Part::name},
});

constexpr bool rows_follow_the_enum() {
  for (size_t at = 0; at < rows.size(); ++at)
    if (static_cast<size_t>(rows[at].op) != at) return false;
  return true;
}
static_assert(rows_follow_the_enum());

const OpRow& row_of(Op op) {
  return rows[static_cast<size_t>(op)];
}

void append_part(std::string& out, const FileFacts& facts, Part part, uint32_t raw) {
  if (part == Part::none || raw == Id<int>::none_raw) return;
  out += ' ';
  switch (part) {
    case Part::value:
      out += '%' + std::to_string(raw);
      break;
    case Part::name:
      out += '\'' + std::string(facts.names.text(NameId(raw))) + '\'';
      break;
    case Part::variable:
      out += std::string(facts.names.text(facts.variables[BindingId(raw)].name)) + '#' + std::to_string(raw);
      break;
    case Part::function:
      out += "f" + std::to_string(raw);
      break;
    case Part::class_:
      out += "c" + std::to_string(raw);
      break;
    default:
      out += std::to_string(raw);
      break;
  }
}

void append_operands(std::string& out, const FileFacts& facts, const Instruction& instruction) {
  if (instruction.operand_count == 0) return;
  out += " (";
  for (uint32_t at = 0; at < instruction.operand_count; ++at) {
    if (at > 0) out += ", ";
    const uint32_t raw = facts.operands[instruction.operands + at];
    const bool is_key = instruction.op == Op::object && at % 2 == 0;
    out += is_key ? std::string(facts.names.text(NameId(raw))) + ':' : '%' + std::to_string(raw);
  }
  out += ')';
}

bool closes(Op op) {
  return op == Op::if_end || op == Op::loop_end || op == Op::switch_end || op == Op::try_end ||
         op == Op::label_end;
}
bool opens(Op op) {
  return op == Op::if_begin || op == Op::loop_begin || op == Op::switch_begin || op == Op::try_begin ||
         op == Op::label_begin;
}
bool turns(Op op) {
  return op == Op::else_ || op == Op::case_ || op == Op::catch_ || op == Op::finally_;
}

void append_function(std::string& out, const FileFacts& facts, FunctionId id) {
  const Function& function = facts.functions[id];
  out += "f" + std::to_string(id.raw) + ' ' + std::string(facts.names.text(function.name));
  if (function.is_async) out += " async";
  if (function.parent) out += " in f" + std::to_string(function.parent.raw);
  for (uint32_t at = 0; at < function.capture_count; ++at)
    out += (at ? ", " : "  captures ") +
           std::string(facts.names.text(facts.variables[facts.captures[function.first_capture + at]].name));
  out += '\n';
  size_t depth = 1;
  for (uint32_t raw = function.code_begin.raw; raw < function.code_end.raw; ++raw) {
    const Instruction& instruction = facts.code[ValueId(raw)];
    if (closes(instruction.op) || turns(instruction.op)) --depth;
    const OpRow& row = row_of(instruction.op);
    out += std::string(depth * 2, ' ') + '%' + std::to_string(raw) + ' ' + std::string(row.text);
    append_part(out, facts, row.a, instruction.a);
    append_part(out, facts, row.b, instruction.b);
    append_part(out, facts, row.c, instruction.c);
    append_operands(out, facts, instruction);
    out += '\n';
    if (opens(instruction.op) || turns(instruction.op)) ++depth;
  }
}

}  // namespace

std::string_view op_text(Op op) {
  return row_of(op).text;
}

std::string dump_facts(const FileFacts& facts) {
  std::string out;
  for (FunctionId id : ids(facts.functions)) append_function(out, facts, id);
  for (const Import& import : facts.imports)
    out += "import " + std::string(facts.names.text(import.imported)) + " from " +
           std::string(facts.names.text(import.module)) + '\n';
  for (const Export& row : facts.exports) out += "export " + std::string(facts.names.text(row.name)) + '\n';
  return out;
}

}  // namespace leaklint
