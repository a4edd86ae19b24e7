#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leaklint {

/// One tag of a JSDoc comment: `@param {Foo} foo - what it is for`.
struct DocTag {
  std::string_view tag;   ///< "param", without the @
  std::string type;       ///< what stands in braces, on one line; may be empty
  std::string_view name;  ///< "foo", of `[foo]` and `[foo=1]` too; "options.foo" as written
};

/// Whether a comment is one of documentation: `/** … */`.
bool is_doc_comment(std::string_view comment);

/// The tags of a comment, in order. The names point into the comment.
std::vector<DocTag> tags_of(std::string_view comment);

}  // namespace leaklint
