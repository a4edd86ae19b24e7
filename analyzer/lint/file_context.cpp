#include "lint/file_context.h"

namespace leaklint {

FileContext::FileContext(const SourceText& source, const Tree& tree, const Scopes& scopes, const Names& names,
                         const GlobalNames& configured)
    : source(source),
      tree(tree),
      scopes(scopes),
      names(names),
      configured_globals_(configured),
      commented_globals_(read_commented_globals(tree)) {}

std::optional<GlobalAccess> FileContext::declared_global(std::string_view name) const {
  if (const auto commented = commented_globals_.find(name)) return commented;
  const auto configured = configured_globals_.find(name);
  if (configured == configured_globals_.end()) return std::nullopt;
  return configured->second;
}

Finding& FileContext::report(NodeId at, std::string message, Confidence confidence) {
  return add(tree.span(at), at, std::move(message), confidence);
}

Finding& FileContext::report(Span at, std::string message, Confidence confidence) {
  return add(at, node_at(tree, at), std::move(message), confidence);
}

Finding& FileContext::add(Span at, NodeId node, std::string message, Confidence confidence) {
  Finding finding;
  finding.rule = rule_;
  finding.severity = severity_;
  finding.confidence = confidence;
  finding.place.span = at;
  finding.message = std::move(message);
  if (!enclosing_) enclosing_.emplace(tree);
  finding.enclosing_function = enclosing_->name_at(node);
  return findings_.emplace_back(std::move(finding));
}

}  // namespace leaklint
