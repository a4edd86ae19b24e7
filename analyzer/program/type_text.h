#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace leaklint {

/// One part of a type that an annotation writes out. Parts lie in one flat list and name others by index.
struct TypePart {
  enum class Kind : uint8_t {
    unknown,   ///< literals, functions, `typeof x`, conditions: nothing is known of such values
    name,      ///< `express.Request`, `Map<string, Foo>`; children: the type arguments
    imported,  ///< `import('./foo').Foo`; name: what follows the dot, or empty for all that is exported
    list,      ///< `Foo[]`, `[Foo, Bar]`; children: what it holds
    object,    ///< `{ a: Foo }`; children: `member` parts
    member,    ///< name, and one child: its type
    any_of,    ///< `Foo | null`, `Foo & Bar`; children
  };
  Kind kind = Kind::unknown;
  std::string_view name;
  std::string_view module;
  std::vector<uint32_t> children;
};

/// A parsed type; `root` is the index of the whole. The views point into the text, which must stay.
struct TypeText {
  std::vector<TypePart> parts;
  uint32_t root = 0;

  const TypePart& operator[](uint32_t index) const { return parts[index]; }
};

/// Reads a type as TypeScript and JSDoc write them: `?Foo`, `!Foo`, `Foo=`, `...Foo`, `Array.<Foo>` and
/// `Object<string, Foo>` count too. What it does not know becomes `unknown` parts; nothing is an error.
/// Nested to a fixed depth only.
TypeText parse_type(std::string_view text);

}  // namespace leaklint
