#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/rules/linted_source.h"

namespace leaklint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

LintedSource lint(std::string text, OptionMap options = {}) {
  return LintedSource("loose-equality", std::move(text), "a.js", std::move(options));
}

TEST(LooseEquality, FixesWhatHasOneTypeOnBothSides) {
  EXPECT_EQ(lint("typeof a == 'text';").with_safe_fixes(), "typeof a === 'text';");
  EXPECT_EQ(lint("2 != 3;").with_safe_fixes(), "2 !== 3;");
  EXPECT_EQ(lint("n % 2 == 0;").with_safe_fixes(), "n % 2 === 0;");
  EXPECT_EQ(lint("!a == !b;").with_safe_fixes(), "!a === !b;");
  EXPECT_EQ(lint("`a` + b == c + '';").with_safe_fixes(), "`a` + b === c + '';");
  EXPECT_EQ(lint("const a = 1; (a ? 2 : 3) == a;").with_safe_fixes(), "const a = 1; (a ? 2 : 3) === a;");
  EXPECT_EQ(lint("(a = 1) == Number(b);").with_safe_fixes(), "(a = 1) === Number(b);");
}

TEST(LooseEquality, OnlySuggestsWhereTheAnswerMayChange) {
  for (const char* text :
       {"a == b;", "a == 'text';", "1 == '1';", "n - m == 0;", "let a = 1; a == 1;", "-a == 1;",
        "function Number() {} Number(a) == 1;", "a.length == 0;", "(a || 1) == 1;"}) {
    const LintedSource linted = lint(text);
    ASSERT_THAT(linted.findings(), SizeIs(1)) << text;
    ASSERT_THAT(linted.findings()[0].fixes, SizeIs(1)) << text;
    EXPECT_FALSE(linted.findings()[0].fixes[0].is_safe) << text;
    EXPECT_EQ(linted.with_safe_fixes(), text);
    EXPECT_THAT(lint(linted.with(linted.findings()[0].fixes[0])).findings(), IsEmpty()) << text;
  }
}

TEST(LooseEquality, FixesUndefinedToNullWhichMeansTheSame) {
  EXPECT_EQ(lint("a == undefined;").with_safe_fixes(), "a == null;");
  EXPECT_EQ(lint("void 0 != a;").with_safe_fixes(), "null != a;");
  EXPECT_EQ(lint("a == undefined;", {{"allowNull", false}}).with_safe_fixes(), "a == undefined;");
  EXPECT_EQ(lint("undefined == void 0;").with_safe_fixes(), "undefined === void 0;");
}

TEST(LooseEquality, PointsAtTheOperator) {
  EXPECT_THAT(lint("a\n==\nb;").lines(), ElementsAre(2));
  const LintedSource linted = lint("first  !=  second;");
  EXPECT_EQ(linted.findings().at(0).place.span, (Span{7, 9}));
}

TEST(LooseEquality, NullIsAllowedUnlessTheOptionSaysOtherwise) {
  EXPECT_THAT(lint("a == null; null != a; (a) == (null);").findings(), IsEmpty());
  EXPECT_THAT(lint("a == null;\nnull != a;", {{"allowNull", false}}).lines(), ElementsAre(1, 2));
}

TEST(LooseEquality, TypeofIsAllowedByItsOption) {
  EXPECT_THAT(
      lint("typeof a == 'b'; 'b' != (typeof a); typeof a == typeof b;", {{"allowTypeof", true}}).findings(),
      IsEmpty());
  EXPECT_THAT(lint("a == 'b'", {{"allowTypeof", true}}).findings(), SizeIs(1));
}

TEST(LooseEquality, LiteralsOfOneTypeAreAllowedByTheirOption) {
  EXPECT_THAT(lint("'a' != `b`; 2 == 3; true == false;", {{"allowLiterals", true}}).findings(), IsEmpty());
  EXPECT_THAT(lint("true == 1;\n0 != '1';\n'a' == /a/;\n`a${b}` == `a`;", {{"allowLiterals", true}}).lines(),
              ElementsAre(1, 2, 3, 4));
}

}  // namespace
}  // namespace leaklint
