#include "lint/suppression_edit.h"

#include <gtest/gtest.h>

#include "lint/file_settings.h"
#include "lint/file_stage.h"

namespace leaklint {
namespace {

/// The text with the first loose-equality suppressed, or "no place".
std::string suppressed(const std::string& text, const std::string& path = "a.jsx") {
  const FileSettings settings = resolve_settings(all_rules(), {}, nullptr, {});
  Parser parser;
  FileResult result = analyze_file({path, text, &settings, {}, false}, parser, all_rules());
  const auto rule = find_rule("loose-equality");
  for (const Finding& finding : result.findings) {
    if (finding.rule != *rule) continue;
    const auto edit = suppression_of(*result.source, finding, "why", parser, all_rules());
    if (!edit) return "no place";
    std::string edited = text;
    return edited.insert(edit->span.begin, edit->text);
  }
  return "no finding";
}

constexpr std::string_view comment = "// leaklint-disable-next-line loose-equality -- why\n";

TEST(SuppressionOf, StandsAboveTheLineIndentedAsItIs) {
  EXPECT_EQ(suppressed("if (x) {\n\trun(a == b);\n}\n"),
            "if (x) {\n\t" + std::string(comment) + "\trun(a == b);\n}\n");
  EXPECT_EQ(suppressed("run(a == b);\r\nnext();\r\n"),
            "// leaklint-disable-next-line loose-equality -- why\r\nrun(a == b);\r\nnext();\r\n");
}

TEST(SuppressionOf, StandsAboveTheStatementWhereALineWouldBeText) {
  EXPECT_EQ(suppressed("const t = `\n${a == b}\n`;\n"),
            std::string(comment) + "const t = `\n${a == b}\n`;\n");
  EXPECT_EQ(suppressed("const e = <p>\n  {a == b}\n</p>;\n"),
            std::string(comment) + "const e = <p>\n  {a == b}\n</p>;\n");
}

TEST(SuppressionOf, SilencesBehindTheShebangOfAScript) {
  EXPECT_EQ(suppressed("#!/usr/bin/env node\nrun(a == b);\n"),
            "#!/usr/bin/env node\n" + std::string(comment) + "run(a == b);\n");
}

TEST(FileSuppression, LeavesTheFirstLineOfAScript) {
  const SourceText source = SourceText::from_bytes("a.js", "#!/usr/bin/env node\nrun();\n").value();
  const TextEdit edit = file_suppression_of(source, "no-var", "why");
  EXPECT_EQ(edit.span, (Span{20, 20}));
  EXPECT_EQ(edit.text, "// leaklint-disable-file no-var -- why\n");
}

}  // namespace
}  // namespace leaklint
