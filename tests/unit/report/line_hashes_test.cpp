#include "report/line_hashes.h"

#include <gtest/gtest.h>

namespace leaklint {
namespace {

// More, on harder files and against two other implementations, in tests/scripts/sarif_test.mjs.

std::vector<std::string> hashes_of(const std::string& bytes, std::vector<uint32_t> lines) {
  return line_hashes(SourceText::from_bytes("a.js", bytes).value(), lines);
}

TEST(LineHashes, AreThoseOfTheUploader) {
  const std::vector<std::string> expected = {"5fc536058a11fa9a:1", "77237fd39fdfb3fb:1", "56ca4fc4f9ca1577:1",
                                             "c129715d7a2bc9a3:1"};
  EXPECT_EQ(hashes_of("let a;\r\n\tf( );\nf();\n", {1, 2, 3, 4}), expected);
  EXPECT_EQ(hashes_of("", {1}), std::vector<std::string>{"c129715d7a2bc9a3:1"});
  EXPECT_EQ(hashes_of("\xEF\xBB\xBF😀", {1}), std::vector<std::string>{"270e4b6ed1f282d7:1"});
}

TEST(LineHashes, NumberTheLinesThatAgree) {
  const std::string block = "f();\n" + std::string(100, 'z') + "\n";
  const std::vector<std::string> hashes = hashes_of(block + block, {1, 3, 3});
  EXPECT_TRUE(hashes[0].ends_with(":1"));
  EXPECT_TRUE(hashes[1].ends_with(":2"));
  EXPECT_EQ(hashes[0].substr(0, hashes[0].find(':')), hashes[1].substr(0, hashes[1].find(':')));
  EXPECT_EQ(hashes[2], hashes[1]) << "one line asked for twice";
}

TEST(LineHashes, AreLeftToTheUploaderWhereTheFileIsNotUtf8) {
  using std::string_literals::operator""s;
  EXPECT_EQ(hashes_of("\xFF\xFE"
                      "a\0;\0"s,
                      {1}),
            std::vector<std::string>{""});
}

}  // namespace
}  // namespace leaklint
