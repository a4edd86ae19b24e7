#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/file_context.h"

namespace leaklint {

/// How an expression is to be written where it is moved to.
struct HoistedText {
  std::string before;         ///< "Object.freeze("
  std::string after;          ///< ")"
  std::string fallback_name;  ///< where no variable and no function around gives it one
  bool is_list = false;       ///< an annotation must then say that nobody writes to it
};

struct Hoisting {
  std::string name;  ///< of the constant
  bool is_safe = false;
  std::vector<TextEdit> edits;  ///< in order, not overlapping
};

/// Moves an expression, with the comments that belong to it, to module level as a constant of its own, and
/// puts the constant's name where it was used. A declaration whose value it is goes with it. The constant
/// stands above the statement that uses it, or, where functions may be called before that statement is
/// reached, below the imports. Nothing when the expression would mean something else there, or the layout
/// leaves no place.
std::optional<Hoisting> hoist(const FileContext& context, NodeId expression, const HoistedText& how);

}  // namespace leaklint
