#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/source_text.h"
#include "semantics/facts.h"
#include "semantics/value_uses.h"
#include "syntax/parse.h"

namespace leaklint {

/// One source text's facts and the reverse index over them. Instructions are found by what they do, the
/// beginning of their text, and which of several is meant, counted from 1.
class FactsOfSource {
 public:
  explicit FactsOfSource(std::string text, std::string_view path = "a.mjs")
      : source(SourceText::from_bytes(std::string(path), std::move(text)).value()),
        facts(make(source, path)),
        uses(facts) {}

  ValueId find(Op op, std::string_view beginning, int nth = 1) const {
    for (ValueId id : ids(facts.code))
      if (facts.code[id].op == op && text_of(id).starts_with(beginning) && --nth == 0) return id;
    ADD_FAILURE() << "no such instruction: " << beginning;
    return ValueId(0);
  }
  ValueId call(std::string_view beginning, int nth = 1) const { return find(Op::call, beginning, nth); }
  ValueId load(std::string_view name, int nth = 1) const { return find(Op::load, name, nth); }

  /// All calls whose text begins so, in order.
  std::vector<ValueId> calls(std::string_view beginning) const {
    std::vector<ValueId> found;
    for (ValueId id : ids(facts.code))
      if (facts.code[id].op == Op::call && text_of(id).starts_with(beginning)) found.push_back(id);
    return found;
  }

  std::string text_of(ValueId id) const {
    const Span span = facts.code[id].span;
    return std::string(source.text().substr(span.begin, span.length()));
  }

  SourceText source;
  FileFacts facts;
  ValueUses uses;

 private:
  static FileFacts make(const SourceText& source, std::string_view path) {
    std::string blanked;
    Names names;
    Parser parser;
    const Tree tree = parser.parse(path, source.text(), blanked).tree;
    const ModuleHints hints{path.substr(path.rfind('.')), "", false};
    const Scopes scopes = bind(tree, hints, names);
    return make_facts(tree, scopes, std::move(names));
  }
};

}  // namespace leaklint
