#include <gtest/gtest.h>

#include "unit/semantics/facts_of_source.h"

namespace leaklint {
namespace {

TEST(ProseComments, AreThoseThatExplain) {
  for (const char* text : {"// ignored", "/* the server may be gone */", "// not there (yet)",
                           "// eslint-disable-next-line no-empty -- it may be gone"})
    EXPECT_EQ(FactsOfSource(text).facts.comments.size(), 1u) << text;
}

TEST(ProseComments, AreNotDirectivesCodeAndPostponements) {
  for (const char* text :
       {"//", "// TODO: retry", "// I'll fix this later", "// console.log(e);", "// log(e)",
        "// eslint-disable-next-line no-empty", "/* istanbul ignore next */", "/***/"})
    EXPECT_TRUE(FactsOfSource(text).facts.comments.empty()) << text;
}

}  // namespace
}  // namespace leaklint
