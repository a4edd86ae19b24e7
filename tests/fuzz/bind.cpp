// Any bytes, read as any kind of file, can be bound, and scopes, bindings and uses agree with each other.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/decode.h"
#include "semantics/scopes.h"
#include "syntax/parse.h"

namespace {

using namespace leaklint;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "the scopes are wrong: %s\n", what);
  std::abort();
}

void check_scopes(const Tree& tree, const Scopes& bound) {
  for (ScopeId id : ids(bound.scopes)) {
    const Scope& scope = bound.scopes[id];
    require(scope.first.raw < scope.end && scope.end <= tree.end(scope.node), "a scope lies inside its node");
    if (!scope.parent) continue;
    const Scope& outer = bound.scopes[scope.parent];
    require(scope.parent < id, "a scope comes after the one around it");
    require(outer.first <= scope.first && scope.end <= outer.end, "scopes nest");
    require(bound.scopes[ScopeId(id.raw - 1)].first <= scope.first, "scopes are in order");
  }
}

void check_uses(const Scopes& bound) {
  NodeId last;
  for (UseId id : ids(bound.uses)) {
    const Use& use = bound.uses[id];
    require(!last || last < use.node, "uses are in order");
    last = use.node;
    require(bound.scope_at(use.node) == use.scope, "a use lies in its scope");
    if (!use.binding) continue;
    const Binding& binding = bound.bindings[use.binding];
    require(binding.name == use.name, "a use has its binding's name");
    const Scope& scope = bound.scopes[binding.scope];
    require(scope.first <= use.node && use.node.raw < scope.end, "a use lies where its binding is visible");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr std::array paths = {"a.js", "a.mjs", "a.cts", "a.tsx", "a.vue"};
  if (size == 0) return 0;
  static Parser parser;
  const DecodedText decoded = decode_source(std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  const std::string_view path = paths[data[0] % paths.size()];
  std::string blanked;
  const ParseResult parsed = parser.parse(path, decoded.text, blanked);
  Names names;
  const Scopes bound = bind(parsed.tree, {path.substr(1), "", false}, names);
  check_scopes(parsed.tree, bound);
  check_uses(bound);
  return 0;
}
