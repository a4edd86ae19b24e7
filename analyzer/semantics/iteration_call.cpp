#include "semantics/iteration_call.h"

#include <algorithm>
#include <iterator>

#include "semantics/collection.h"
#include "semantics/imported_name.h"
#include "semantics/value_type.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

constexpr IterationMethod methods[] = {
    {"forEach", Outcome::dropped},
    {"filter", Outcome::tested, "every element is kept"},
    {"some", Outcome::tested, "the answer is true for any element"},
    {"every", Outcome::tested, "the answer is always true"},
    {"find", Outcome::tested, "the first element is found"},
    {"findIndex", Outcome::tested, "the first element is found"},
    {"findLast", Outcome::tested, "the last element is found"},
    {"findLastIndex", Outcome::tested, "the last element is found"},
    {"sort", Outcome::compared, "the order means nothing"},
    {"toSorted", Outcome::compared, "the order means nothing"},
    {"reduce", Outcome::folded},
    {"reduceRight", Outcome::folded},
    {"map", Outcome::collected},
    {"flatMap", Outcome::collected},
};

/// What lodash and underscore add to these names.
constexpr IterationMethod library_methods[] = {
    {"each", Outcome::dropped},
    {"eachRight", Outcome::dropped},
    {"forEachRight", Outcome::dropped},
    {"forIn", Outcome::dropped},
    {"forOwn", Outcome::dropped},
    {"reject", Outcome::tested, "every element is dropped"},
    {"partition", Outcome::tested, "every element is on one side"},
    {"remove", Outcome::tested, "every element is removed"},
    {"pickBy", Outcome::tested, "every property is kept"},
    {"omitBy", Outcome::tested, "every property is dropped"},
    {"sortBy", Outcome::compared, "the order means nothing"},
    {"orderBy", Outcome::compared, "the order means nothing"},
    {"groupBy", Outcome::compared, "all elements fall under one key"},
    {"keyBy", Outcome::compared, "all elements fall under one key"},
    {"countBy", Outcome::compared, "all elements fall under one key"},
    {"uniqBy", Outcome::compared, "no two elements count as equal"},
    {"minBy", Outcome::compared, "the choice means nothing"},
    {"maxBy", Outcome::compared, "the choice means nothing"},
    {"sumBy", Outcome::compared, "the sum means nothing"},
};

template <class Methods>
const IterationMethod* find_method(const Methods& rows, std::string_view name) {
  const auto found = std::find_if(std::begin(rows), std::end(rows),
                                  [&](const IterationMethod& row) { return row.name == name; });
  return found == std::end(rows) ? nullptr : &*found;
}

bool is_library_module(std::string_view module) {
  for (std::string_view name : {"lodash", "lodash-es", "underscore"})
    if (module == name) return true;
  return false;
}

/// The function of lodash that a module of one function is: `lodash/forEach`, `lodash-es/each.js`.
std::string_view function_of_module(std::string_view module) {
  for (std::string_view prefix : {"lodash/", "lodash-es/"}) {
    if (!module.starts_with(prefix)) continue;
    module.remove_prefix(prefix.size());
    if (module.ends_with(".js")) module.remove_suffix(3);
    return module;
  }
  return {};
}

/// Whether an expression is lodash or underscore itself, or what an undeclared `_` most likely is.
Library library_of(const Tree& tree, const Scopes& scopes, NodeId expression) {
  if (tree.kind(expression) != Kind::identifier) return Library::none;
  const BindingId binding = scopes.binding_at(expression);
  if (!binding) return tree.text(expression) == "_" ? Library::by_spelling : Library::none;
  const auto imported = imported_name(tree, scopes, binding);
  const bool is_library = imported && imported->name.empty() && is_library_module(imported->module);
  return is_library ? Library::imported : Library::none;
}

/// `_(list).a().b()` and `_.chain(list).a()`: whether the chain starts with the library.
Library library_of_chain(const Tree& tree, const Scopes& scopes, NodeId expression) {
  while (expression && tree.kind(expression) == Kind::call_expression) {
    const NodeId callee = without_types(tree, tree.child(expression, Field::function));
    if (!callee) break;
    if (const Library library = library_of(tree, scopes, callee); library != Library::none) return library;
    if (tree.kind(callee) != Kind::member_expression) break;
    const NodeId object = tree.child(callee, Field::object), name = tree.child(callee, Field::property);
    if (!object || !name) break;
    if (const Library library = library_of(tree, scopes, object); library != Library::none)
      return tree.text(name) == "chain" ? library : Library::none;
    expression = without_types(tree, object);
  }
  return Library::none;
}

const IterationMethod* find_library_method(std::string_view name) {
  const IterationMethod* method = find_method(library_methods, name);
  return method ? method : find_method(methods, name);
}

bool is_jquery_name(const Tree& tree, NodeId expression) {
  return tree.text(expression) == "$" || tree.text(expression) == "jQuery";
}

/// `$('a').first().each(…)` of jQuery and cheerio: whether the chain starts with a selection.
bool is_selection(const Tree& tree, NodeId expression) {
  while (expression && tree.kind(expression) == Kind::call_expression) {
    const NodeId callee = tree.child(expression, Field::function);
    if (!callee) return false;
    if (is_jquery_name(tree, callee)) return true;
    expression = tree.child(callee, Field::object);
  }
  return false;
}

/// `list.forEach(…)`, `_.forEach(list, …)` and `_(list).forEach(…)`.
void find_member_method(const Tree& tree, const Scopes& scopes, NodeId callee, IterationCall& call) {
  const NodeId object = without_types(tree, tree.child(callee, Field::object));
  call.name = tree.child(callee, Field::property);
  if (!object || !call.name) return;
  const std::string_view name = tree.text(call.name);
  if (!find_library_method(name)) return;  // nearly every call of a file
  call.collection = object;
  call.library = library_of(tree, scopes, object);
  if (call.library == Library::none) call.library = library_of_chain(tree, scopes, object);
  if (call.library != Library::none) {
    const bool is_chain = tree.kind(object) == Kind::call_expression;
    call.method = find_library_method(name);
    call.argument = argument(tree, call.call, is_chain ? 0 : 1);
    if (!is_chain) call.collection = argument(tree, call.call, 0);
    return;
  }
  const bool is_static_each = name == "each" && is_jquery_name(tree, object);  // `$.each(list, …)`
  const bool is_each = is_static_each || (name == "each" && is_selection(tree, object));
  call.method = is_each ? find_method(library_methods, name) : find_method(methods, name);
  call.argument = argument(tree, call.call, is_static_each ? 1 : 0);
}

/// `forEach(list, …)` as lodash exports it.
void find_imported_method(const Tree& tree, const Scopes& scopes, NodeId callee, IterationCall& call) {
  const auto imported = imported_name(tree, scopes, scopes.binding_at(callee));
  if (!imported) return;
  std::string_view name = function_of_module(imported->module);
  if (name.empty() && is_library_module(imported->module)) name = imported->name;
  call.name = callee;
  call.method = find_library_method(name);
  call.library = Library::imported;
  call.argument = argument(tree, call.call, 1);
  call.collection = argument(tree, call.call, 0);
}

}  // namespace

/// The function that an expression's value is: written there, or bound once to the name. An imported one is
/// another file's business, so only a rule over the whole program can follow it.
NodeId function_behind(const Tree& tree, const Scopes& scopes, NodeId expression) {
  for (int step = 0; step < 20 && expression; ++step) {
    expression = without_types(tree, expression);
    if (!expression || is_function_with_body(tree.kind(expression))) return expression;
    if (tree.kind(expression) == Kind::identifier) {
      const BindingId binding = scopes.binding_at(expression);
      if (!binding || scopes.bindings[binding].is_reassigned) return {};
      const NodeId owner = declaring_node(tree, scopes, binding);
      if (scopes.bindings[binding].kind == BindingKind::function) return owner;
      expression = initializer_of(tree, scopes, binding);
      continue;
    }
    const bool is_call = tree.kind(expression) == Kind::call_expression;
    const NodeId member = is_call ? tree.child(expression, Field::function) : expression;
    if (!member || tree.kind(member) != Kind::member_expression) return {};
    const NodeId object = tree.child(member, Field::object), property = tree.child(member, Field::property);
    if (!object || !property) return {};
    if (!is_call)
      return tree.kind(object) == Kind::this_ ? method_of_this(tree, object, tree.text(property)) : NodeId();
    expression = tree.text(property) == "bind" ? object : NodeId();
  }
  return {};
}

const IterationMethod* find_iteration_method(std::string_view name) {
  return find_method(methods, name);
}

std::optional<IterationCall> iteration_call_at(const Tree& tree, const Scopes& scopes, NodeId node) {
  const NodeId callee = without_types(tree, tree.child(node, Field::function));
  if (!callee) return std::nullopt;
  IterationCall call{.call = node,
                     .name = {},
                     .collection = {},
                     .argument = {},
                     .function = {},
                     .method = nullptr,
                     .library = Library::none};
  if (tree.kind(callee) == Kind::member_expression)
    find_member_method(tree, scopes, callee, call);
  else if (tree.kind(callee) == Kind::identifier)
    find_imported_method(tree, scopes, callee, call);
  if (!call.method || !call.argument || !call.collection) return std::nullopt;
  call.function = function_behind(tree, scopes, call.argument);
  return call;
}

}  // namespace leaklint
