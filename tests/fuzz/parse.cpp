// Any bytes, read as any kind of file, become a tree whose arrays agree with each other.

#include "syntax/parse.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/decode.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "the tree is wrong: %s\n", what);
  std::abort();
}

void check(const leaklint::Tree& tree) {
  for (uint32_t raw = 1; raw < tree.size(); ++raw) {
    const leaklint::NodeId node(raw);
    const leaklint::NodeId parent = tree.parent(node);
    require(parent.raw < raw, "a parent comes before its children");
    require(raw < tree.end(node) && tree.end(node) <= tree.end(parent), "a node ends inside its parent");
    require(tree.span(parent).contains(tree.span(node)), "a node's text lies inside its parent's");
    require(tree.kind(node) != leaklint::Kind::unknown, "every symbol has a kind");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr std::array paths = {"a.js", "a.ts", "a.tsx", "a.vue", "a.html"};
  if (size == 0) return 0;
  static leaklint::Parser parser;
  const leaklint::DecodedText decoded =
      leaklint::decode_source(std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  std::string blanked;
  const leaklint::ParseResult result = parser.parse(paths[data[0] % paths.size()], decoded.text, blanked);
  require(leaklint::valid_utf8_prefix(result.text) == result.text.size(), "the text is UTF-8");
  check(result.tree);
  return 0;
}
