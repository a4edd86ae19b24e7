#include "syntax/kind.h"

#include <array>

namespace leaklint {
namespace {

struct KindRow {
  std::string_view text;
  bool named;
};

constexpr auto kind_rows = std::to_array<KindRow>({
    {"", false},
    {"ERROR", true},
#define LEAKLINT_KIND(name, text, named, javascript, typescript, tsx) {text, named},
#include "syntax/kinds.inc"
#undef LEAKLINT_KIND
});
static_assert(kind_rows.size() == static_cast<size_t>(Kind::count_));

/// Field enumerators that are C++ keywords carry a trailing underscore that the grammar's name has not.
constexpr std::string_view without_trailing_underscore(std::string_view name) {
  return name.ends_with('_') ? name.substr(0, name.size() - 1) : name;
}

constexpr auto field_rows = std::to_array<std::string_view>({
    "",
#define LEAKLINT_FIELD(name) without_trailing_underscore(#name),
#include "syntax/fields.inc"
#undef LEAKLINT_FIELD
});

}  // namespace

std::string_view kind_text(Kind kind) {
  return kind_rows[static_cast<size_t>(kind)].text;
}
bool is_named(Kind kind) {
  return kind_rows[static_cast<size_t>(kind)].named;
}
std::string_view field_text(Field field) {
  return field_rows[static_cast<size_t>(field)];
}

}  // namespace leaklint
