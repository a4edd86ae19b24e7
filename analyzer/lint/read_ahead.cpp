#include "lint/read_ahead.h"

#include <algorithm>

#include "base/identifier_words.h"
#include "lint/comments.h"
#include "lint/layout.h"
#include "lint/structure.h"
#include "syntax/expressions.h"

namespace leaklint {
namespace {

struct Read {
  NodeId node;
  std::string text;  ///< without white space
};

struct ReadConstant {
  std::string path;
  std::string name;
  std::string value;  ///< the path as it is written
};

std::string without_space(std::string_view text) {
  std::string packed;
  for (char letter : text)
    if (!is_space(letter)) packed += letter;
  return packed;
}

/// Whether a path goes on from another: `req.user.name` from `req.user`.
bool continues(const std::string& path, const std::string& start) {
  return path.size() > start.size() && path.starts_with(start) &&
         std::string_view(".[?!").find(path[start.size()]) != std::string_view::npos;
}

/// "request" for `req`; other names are kept.
std::string full_word(std::string_view variable) {
  if (variable == "req") return "request";
  if (variable == "res") return "response";
  if (variable == "ctx") return "context";
  return std::string(variable);
}

class ReadAheadBuilder {
 public:
  ReadAheadBuilder(const FileContext& context, NodeId inside)
      : context_(context), tree_(context.tree), inside_(inside) {}

  std::optional<ReadAhead> build(const std::vector<Span>& paths) {
    statement_ = statement_around(tree_, inside_);
    if (!statement_) return std::nullopt;
    for (Span span : paths) {
      const NodeId node = node_at(tree_, span);
      if (!node || tree_.span(node) != span || !tree_.contains(inside_, node) || !can_be_replaced(node))
        return std::nullopt;
      reads_.push_back({node, without_space(tree_.text(node))});
    }
    if (!make_constants()) return std::nullopt;
    StatementLines lines;
    ReadAhead result;
    for (const ReadConstant& constant : constants_) {
      lines.before.push_back("const " + constant.name + " = " + constant.value + ';');
      result.names.push_back(constant.name);
    }
    result.edits = surround(context_, statement_, lines);
    for (const Read& read : reads_) {
      const NodeId replaced = part_with_constant(read);
      if (replaced) result.edits.push_back({tree_.span(replaced), constant_for(tree_, replaced)->name});
    }
    put_in_order(result.edits);
    return result;
  }

 private:
  /// What a member is read from: `req.user` of `req.user!.id`.
  NodeId object_of(NodeId path) const { return without_types(tree_, tree_.child(path, Field::object)); }

  /// A chain that goes on after `?.` is cut short as a whole: `req.user?.name.length`.
  bool can_be_replaced(NodeId node) const {
    if (tree_.kind(node) != Kind::member_expression && tree_.kind(node) != Kind::subscript_expression)
      return false;
    if (tree_.text(node).find('\n') != std::string_view::npos) return false;
    if (tree_.text(node).find("?.") == std::string_view::npos) return true;
    const NodeId parent = tree_.parent(node);
    return tree_.child(parent, Field::object) != node && tree_.child(parent, Field::function) != node;
  }

  bool make_constants() {
    std::vector<std::string> taken;
    for (const Read& read : reads_) {
      const bool is_covered = std::any_of(
          reads_.begin(), reads_.end(), [&](const Read& other) { return continues(read.text, other.text); });
      const bool is_known = std::any_of(constants_.begin(), constants_.end(),
                                        [&](const ReadConstant& known) { return known.path == read.text; });
      if (is_covered || is_known) continue;
      const std::string name = free_name(context_, name_for(read.node), taken);
      if (name.empty()) return false;
      taken.push_back(name);
      constants_.push_back({read.text, name, std::string(tree_.text(read.node))});
    }
    return !constants_.empty();
  }

  const ReadConstant* constant_for(const Tree& tree, NodeId node) const {
    const std::string text = without_space(tree.text(node));
    for (const ReadConstant& constant : constants_)
      if (constant.path == text) return &constant;
    return nullptr;
  }

  /// The part of a path that a constant stands for.
  NodeId part_with_constant(const Read& read) const {
    NodeId node = read.node;
    while (node && !constant_for(tree_, node)) node = object_of(node);
    return node;
  }

  /// `req.id` -> requestId, `req.headers['x-request-id']` -> requestId, `socket.remoteAddress` ->
  /// socketRemoteAddress
  std::string name_for(NodeId path) const {
    NodeId last = tree_.child(path, Field::property);
    if (!last) last = tree_.child(path, Field::index);
    std::string_view property = last ? tree_.text(last) : std::string_view();
    while (!property.empty() &&
           (property.front() == '\'' || property.front() == '"' || property.front() == '#'))
      property.remove_prefix(1);
    if (property.starts_with("x-")) property.remove_prefix(2);
    NodeId root = path;
    while (object_of(root)) root = object_of(root);
    const std::string owner = full_word(tree_.text(root));
    const std::string short_name = camel_case({std::string(property)});
    const auto words = words_of(short_name);
    if (!words.empty() && words.front() == owner && short_name != owner) return short_name;
    return camel_case({owner, std::string(property)});
  }

  const FileContext& context_;
  const Tree& tree_;
  NodeId inside_;
  NodeId statement_;
  std::vector<Read> reads_;
  std::vector<ReadConstant> constants_;
};

}  // namespace

std::optional<ReadAhead> read_ahead(const FileContext& context, NodeId inside,
                                    const std::vector<Span>& paths) {
  return ReadAheadBuilder(context, inside).build(paths);
}

}  // namespace leaklint
