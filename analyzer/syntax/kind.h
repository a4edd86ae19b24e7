#pragma once

#include <cstdint>
#include <string_view>

namespace leaklint {

/// Every node kind of the JavaScript, TypeScript and TSX grammars, named nodes and anonymous tokens alike.
/// Rows are derived from the grammars' node-types.json by grammars/generate-kinds.mjs.
enum class Kind : uint16_t {
  unknown,  ///< never in a tree: a test maps every symbol of the pinned grammars
  error,    ///< tree-sitter's ERROR: text that fits no rule
#define LEAKLINT_KIND(name, text, named, javascript, typescript, tsx) name,
#include "syntax/kinds.inc"
#undef LEAKLINT_KIND
  count_
};

enum class Field : uint8_t {
  none,
#define LEAKLINT_FIELD(name) name,
#include "syntax/fields.inc"
#undef LEAKLINT_FIELD
  count_
};

/// The grammar's own text of a kind: "call_expression", "=>".
std::string_view kind_text(Kind kind);
bool is_named(Kind kind);
std::string_view field_text(Field field);

}  // namespace leaklint
