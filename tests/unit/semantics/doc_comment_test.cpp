#include "semantics/doc_comment.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

TEST(DocComments, AreThoseWithTwoStars) {
  EXPECT_TRUE(is_doc_comment("/** @type {Foo} */"));
  for (const char* text : {"/* @type {Foo} */", "// @type {Foo}", "/**/", "/***/", "/*** x */"})
    EXPECT_FALSE(is_doc_comment(text)) << text;
}

TEST(DocComments, HaveTags) {
  const std::string_view comment =
      "/**\n"
      " * Mails to user@example.com.\n"
      " * @param {{\n"
      " *   a: Foo }} options - see {@link Foo}\n"
      " * @param {Foo} [options.b=1]\n"
      " *  @returns {Promise<Foo>} it\n"
      " * @deprecated\n"
      " */";
  const auto tags = tags_of(comment);
  ASSERT_EQ(tags.size(), 4u);
  EXPECT_EQ(tags[0].tag, "param");
  EXPECT_EQ(tags[0].type, "{    a: Foo }");
  EXPECT_EQ(tags[0].name, "options");
  EXPECT_EQ(tags[1].name, "options.b");
  EXPECT_EQ(tags[1].type, "Foo");
  EXPECT_EQ(tags[2].type, "Promise<Foo>");
  EXPECT_EQ(tags[3].tag, "deprecated");
}

TEST(DocComments, MayBeBroken) {
  EXPECT_TRUE(tags_of("/** @type {Foo").empty());
  EXPECT_EQ(tags_of("/** @").size(), 1u);
  EXPECT_EQ(tags_of("/** @type {} [").size(), 1u);
}

}  // namespace
}  // namespace leaklint
