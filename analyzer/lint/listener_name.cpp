#include "lint/listener_name.h"

#include <algorithm>

#include "lint/layout.h"
#include "semantics/scopes.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

bool names_one_function(const FileContext& context, NodeId listener) {
  const Tree& tree = context.tree;
  if (!is_plain_place(tree, listener)) return false;
  if (tree.kind(listener) != Kind::identifier) return true;
  const BindingId binding = context.scopes.binding_at(listener);
  return !binding || !context.scopes.bindings[binding].is_reassigned;
}

}  // namespace

std::string listener_name(std::string_view event) {
  if (event.empty()) return "onEvent";
  std::string word(event);
  const bool is_signal =
      std::none_of(word.begin(), word.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
  if (is_signal)
    for (char& letter : word)
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return camel_case({"on", word});
}

NamedListener name_listener(const FileContext& context, NodeId listener, std::string_view event) {
  const std::string text(context.tree.text(listener));
  if (names_one_function(context, listener)) return {text, {}, {}};
  if (context.tree.has_broken_inside(listener)) return {};
  const std::string name = free_name(context, listener_name(event));
  if (name.empty()) return {};
  return {name, {"const " + name + " = " + text + ';'}, {{context.tree.span(listener), name}}};
}

}  // namespace leaklint
