#include "program/given_argument.h"

#include <gtest/gtest.h>

#include "unit/program/program_of_sources.h"

namespace leaklint {
namespace {

/// Whether the one call of `f` in a text is given an argument, or an option of it.
bool is_given_in(const std::string& text, const ArgumentRange& argument) {
  const ProgramOfSources program({{"a.js", text}});
  const FileFacts& facts = program.program.file(FileId(0)).facts;
  for (ValueId id : ids(facts.code))
    if (facts.code[id].op == Op::call)
      return is_given(program.program, program.program.global(FileId(0), id), argument);
  ADD_FAILURE() << "no call";
  return false;
}

TEST(GivenArgument, IsThereUnlessItIsNothing) {
  EXPECT_TRUE(is_given_in("f(1)", {0, 0, {}}));
  EXPECT_FALSE(is_given_in("f()", {0, 0, {}}));
  EXPECT_FALSE(is_given_in("f(undefined, null)", {1, 1, {}}));
  EXPECT_TRUE(is_given_in("f(1, 2)", {-1, -1, {}}));
  EXPECT_FALSE(is_given_in("f(1)", {1, -1, {}}));
}

TEST(GivenArgument, AnOptionIsThereWhereAnObjectHasItOrMayHaveIt) {
  EXPECT_TRUE(is_given_in("f({ ttl: 1 })", {0, 0, {"ttl"}}));
  EXPECT_FALSE(is_given_in("f({ max: 1 })", {0, 0, {"ttl"}}));
  EXPECT_FALSE(is_given_in("f({ ttl: undefined })", {0, 0, {"ttl"}}));
  EXPECT_TRUE(is_given_in("f({ a: { ttl: 1 } })", {0, 0, {"a", "ttl"}}));
  EXPECT_FALSE(is_given_in("f({ a: {} })", {0, 0, {"a", "ttl"}}));
  EXPECT_TRUE(is_given_in("f({ ...others })", {0, 0, {"ttl"}}));
  EXPECT_TRUE(is_given_in("f(options)", {0, 0, {"ttl"}}));
  EXPECT_FALSE(is_given_in("f(5)", {0, 0, {"ttl"}}));
  EXPECT_FALSE(is_given_in("f('redis://a')", {0, 0, {"ttl"}}));
  EXPECT_TRUE(is_given_in("f('redis://a')", {0, 0, {"length"}}));
}

}  // namespace
}  // namespace leaklint
