#include "syntax/tree.h"

namespace leaklint {

NodeId Tree::child(NodeId node, Field wanted) const {
  for (NodeId child : children(node))
    if (field(child) == wanted) return child;
  return {};
}

NodeId Tree::child(NodeId node, Kind wanted) const {
  for (NodeId child : children(node))
    if (kind(child) == wanted) return child;
  return {};
}

NodeId Tree::ancestor(NodeId node, Kind wanted) const {
  for (NodeId up = parent(node); up; up = parent(up))
    if (kind(up) == wanted) return up;
  return {};
}

}  // namespace leaklint
