#pragma once

#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "syntax/kind.h"

namespace leaklint {

using NodeId = Id<struct NodeTag>;

enum class Language : uint8_t { javascript, typescript, tsx };

/// One file's syntax, flat and in preorder: a node's descendants are the ids after it up to `end(node)`. So
/// "contains" is two comparisons, the first child is the next id, and an ancestor walk is an array walk.
///
/// Punctuation that carries no meaning of its own (brackets, commas, semicolons, quotes) is left out;
/// operators, keywords and every named node are kept, ERROR and MISSING nodes included.
class Tree {
 public:
  NodeId root() const { return NodeId(0); }
  uint32_t size() const { return static_cast<uint32_t>(kinds_.size()); }

  Kind kind(NodeId node) const { return kinds_[node.raw]; }
  Field field(NodeId node) const { return fields_[node.raw]; }
  NodeId parent(NodeId node) const { return NodeId(parents_[node.raw]); }
  /// One past the last descendant of `node`, as a raw preorder index.
  uint32_t end(NodeId node) const { return ends_[node.raw]; }
  Span span(NodeId node) const { return spans_[node.raw]; }
  /// Whether the node is one that the parser invented to go on (zero width), or an ERROR.
  bool is_broken(NodeId node) const { return flags_[node.raw] & broken; }
  /// Whether the node or any node below it is broken.
  bool has_broken_inside(NodeId node) const { return flags_[node.raw] & broken_inside; }

  NodeId first_child(NodeId node) const {
    return node.raw + 1 < ends_[node.raw] ? NodeId(node.raw + 1) : NodeId();
  }
  NodeId next_sibling(NodeId node) const {
    const NodeId up = parent(node);
    return up && ends_[node.raw] < ends_[up.raw] ? NodeId(ends_[node.raw]) : NodeId();
  }
  bool contains(NodeId outer, NodeId inner) const {
    return outer.raw <= inner.raw && inner.raw < ends_[outer.raw];
  }
  /// The first child with that field, or none.
  NodeId child(NodeId node, Field field) const;
  /// The first child of that kind, or none.
  NodeId child(NodeId node, Kind kind) const;
  /// The nearest ancestor of that kind, the node itself excluded, or none.
  NodeId ancestor(NodeId node, Kind kind) const;

  std::string_view text(NodeId node) const {
    return source_.substr(spans_[node.raw].begin, spans_[node.raw].length());
  }
  /// The whole text that the spans point into. Owned by the caller of `parse`, which must keep it alive.
  std::string_view source() const { return source_; }
  Language language() const { return language_; }

  /// Children in order: `for (NodeId child : tree.children(node))`, comments and tokens included.
  class Children {
   public:
    Children(const Tree& tree, NodeId node) : tree_(tree), node_(node) {}
    struct Iterator {
      const Tree* tree;
      uint32_t raw;
      NodeId operator*() const { return NodeId(raw); }
      Iterator& operator++() {
        raw = tree->ends_[raw];
        return *this;
      }
      bool operator==(const Iterator& other) const { return raw == other.raw; }
    };
    Iterator begin() const { return {&tree_, node_.raw + 1}; }
    Iterator end() const { return {&tree_, tree_.ends_[node_.raw]}; }

   private:
    const Tree& tree_;
    NodeId node_;
  };
  Children children(NodeId node) const { return {*this, node}; }

 private:
  friend class TreeBuilder;
  enum Flag : uint8_t { broken = 1, broken_inside = 2 };

  std::vector<Kind> kinds_;
  std::vector<Field> fields_;
  std::vector<uint8_t> flags_;
  std::vector<uint32_t> parents_;
  std::vector<uint32_t> ends_;
  std::vector<Span> spans_;
  std::string_view source_;
  Language language_ = Language::javascript;
};

}  // namespace leaklint
