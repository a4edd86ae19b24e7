#include "syntax/dump_tree.h"

#include <gtest/gtest.h>

#include "syntax/parse.h"

namespace leaklint {
namespace {

std::string dump(std::string text) {
  const SourceText source = *SourceText::from_bytes("a.js", std::move(text));
  std::string blanked;
  return dump_tree(source, Parser().parse(source.path(), source.text(), blanked).tree);
}

TEST(DumpTree, ShowsFieldsKindsPlacesAndText) {
  EXPECT_EQ(dump("a.b =\n  'c'"),
            "program 1:1-2:6\n"
            "  expression_statement 1:1-2:6\n"
            "    assignment_expression 1:1-2:6\n"
            "      left: member_expression 1:1-1:4\n"
            "        object: identifier 1:1-1:2 \"a\"\n"
            "        property: property_identifier 1:3-1:4 \"b\"\n"
            "      right: string 2:3-2:6\n"
            "        string_fragment 2:4-2:5 \"c\"\n");
}

TEST(DumpTree, MarksWhatIsBroken) {
  EXPECT_NE(dump("a = = 1").find("!ERROR 1:"), std::string::npos) << dump("a = = 1");
  EXPECT_NE(dump("class A {").find("!MISSING } 1:10"), std::string::npos) << dump("class A {");
}

}  // namespace
}  // namespace leaklint
