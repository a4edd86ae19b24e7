// Runs every code block of the rules' pages, so that what users are shown is true. rules/README.md says what
// a page is made of.

#include <gtest/gtest.h>

#include "runners/test_files.h"

namespace leaklint {
namespace {

struct CodeBlock {
  std::string heading;   ///< of the section it stands in
  std::string language;  ///< which is the extension of its file
  std::string text;
  uint32_t line = 0;  ///< of its first line in the page
};

std::vector<CodeBlock> code_blocks(std::string_view page) {
  std::vector<CodeBlock> blocks;
  std::string heading;
  bool is_inside = false;
  for (uint32_t line_number = 1; !page.empty(); ++line_number) {
    const std::string_view line = page.substr(0, page.find('\n'));
    page.remove_prefix(std::min(line.size() + 1, page.size()));
    if (line.starts_with("```")) {
      is_inside = !is_inside;
      if (is_inside) blocks.push_back({heading, std::string(line.substr(3)), "", line_number + 1});
    } else if (is_inside) {
      blocks.back().text += std::string(line) + "\n";
    } else if (line.starts_with("## ")) {
      heading = line.substr(3);
    }
  }
  return blocks;
}

bool has_status(const std::vector<Marker>& markers, Marker::Status status) {
  return std::any_of(markers.begin(), markers.end(), [&](const Marker& marker) {
    return marker.kind == Marker::Kind::leak && marker.status == status;
  });
}

void run_block(const RegisteredRule& rule, const CodeBlock& block) {
  // A file of its own below the page, so that no configuration of ours counts for it.
  const std::string path =
      (source_folder() / "rules" / rule.family / (std::string(rule.id) + ".md")).string() + "/line-" +
      std::to_string(block.line) + "." + block.language;
  const auto markers = read_markers(path, block.text, rule.id);
  if (block.heading == "Flagged") {
    EXPECT_TRUE(has_status(markers, Marker::Status::expected)) << "nothing is marked as flagged";
  } else if (block.heading == "Not seen") {
    EXPECT_TRUE(has_status(markers, Marker::Status::missed)) << "nothing is marked as (missed)";
  } else {
    EXPECT_TRUE(markers.empty()) << "only Flagged and Not seen have markers, not " << block.heading;
  }
  const auto findings = only_about(find_in({{path, block.text}}, every_rule()), rule.id, markers);
  for (const std::string& difference : differences(markers, findings)) ADD_FAILURE() << difference;
}

class Page : public testing::TestWithParam<RegisteredRule> {};

TEST_P(Page, HasTheTitleAndTheSectionsOfAPage) {
  const std::string_view page = GetParam().page;
  EXPECT_TRUE(page.starts_with("# " + std::string(GetParam().id) + "\n\n"));
  EXPECT_NE(page.find("\n## Flagged\n"), std::string_view::npos);
  EXPECT_NE(page.find("\n## Clean\n"), std::string_view::npos);
}

TEST_P(Page, ShowsWhatIsTrue) {
  for (const CodeBlock& block : code_blocks(GetParam().page)) {
    if (block.language.empty() || block.language == "sh" || block.language == "json") continue;
    SCOPED_TRACE(std::string(GetParam().id) + ".md:" + std::to_string(block.line));
    run_block(GetParam(), block);
  }
}

std::string test_name(const testing::TestParamInfo<RegisteredRule>& info) {
  std::string name(info.param.id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Rules, Page, testing::ValuesIn(all_rules().begin(), all_rules().end()), test_name);

}  // namespace
}  // namespace leaklint
