#include "runners/checked_texts.h"

#include "runners/test_files.h"

namespace leaklint {
namespace {

CheckRequest request_for(const Texts& texts) {
  CheckRequest request;
  request.texts = texts;
  for (const auto& [path, text] : texts) request.files.push_back({path, true});
  return request;
}

}  // namespace

CheckResult check_texts(const Texts& texts) {
  SettingsLookup lookup(all_rules(), every_rule(), std::nullopt);
  return check(request_for(texts), lookup, all_rules()).value();
}

FixResult fix_texts(const Texts& texts) {
  SettingsLookup lookup(all_rules(), every_rule(), std::nullopt);
  return check_and_fix(request_for(texts), lookup, all_rules()).value();
}

std::string after_fixes_of(std::string_view rule, const std::string& name, const std::string& text) {
  const CheckResult checked = check_texts({{(source_folder() / "rules" / name).string(), text}});
  std::vector<const Fix*> fixes;
  for (const Finding& finding : checked.findings)
    for (const Fix& fix : finding.fixes)
      if (all_rules()[finding.rule].id == rule) fixes.push_back(&fix);
  uint32_t applied = 0;
  return apply_fixes(text, fixes, applied);
}

}  // namespace leaklint
