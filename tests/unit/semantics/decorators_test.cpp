#include <gtest/gtest.h>

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

/// What each decorator is put on: "Class" or "Class.method", in order of the decorators' evaluation.
std::vector<std::string> decorated(std::string_view path, std::string text) {
  const FactsOfSource source(std::move(text), path);
  const FileFacts& facts = source.facts;
  std::vector<std::string> rows;
  for (ValueId id : ids(facts.code)) {
    const Instruction& row = facts.code[id];
    if (row.op != Op::decorate) continue;
    const FunctionId member(row.c);
    rows.push_back(source.text_of(ValueId(row.a)) + " on " +
                   std::string(facts.names.text(facts.classes[ClassId(row.b)].name)) +
                   (member ? "." + std::string(facts.names.text(facts.functions[member].name)) : ""));
  }
  return rows;
}

constexpr const char* classes = R"(
  @A() export class One {
    @B('x') @C first() {}
    @D field = 1;
    second() {}
    @E async third() {}
  }
  @F @G() class Two {}
  export default @H class Three { @I static fourth() {} }
)";

TEST(Decorators, AreThoseOfTheClassOrMethodTheyStandBefore) {
  for (const char* path : {"a.ts", "a.mjs"})
    EXPECT_EQ(
        decorated(path, classes),
        (std::vector<std::string>{"B('x') on One.first", "C on One.first", "E on One.third", "A() on One",
                                  "F on Two", "G() on Two", "I on Three.fourth", "H on Three"}))
        << path;
}

TEST(Decorators, ReadWhatTheyName) {
  const FactsOfSource source("import { Get } from 'x';\nclass A {\n  @Get('/') // home\n  list() {}\n}",
                             "a.ts");
  const ValueId call = source.call("Get('/')");
  EXPECT_EQ(source.facts.code[ValueId(source.facts.code[call].a)].op, Op::load);
}

}  // namespace
}  // namespace leaklint
