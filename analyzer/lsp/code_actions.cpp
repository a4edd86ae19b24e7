#include "lsp/code_actions.h"

#include <algorithm>

#include "lint/file_stage.h"
#include "lint/suppression_edit.h"

namespace leaklint {
namespace {

constexpr std::string_view quick_fix = "quickfix";
constexpr std::string_view fix_all = "source.fixAll.leaklint";

/// Whether a client that asks for `wanted` kinds wants this one: "source" asks for all that begin with it.
bool wants(const Json& wanted, std::string_view kind) {
  if (!wanted.is_array()) return true;
  return std::any_of(wanted.begin(), wanted.end(), [&](const Json& one) {
    if (!one.is_string()) return false;
    const auto& asked = one.get_ref<const std::string&>();
    return kind == asked || (kind.starts_with(asked) && (asked.empty() || kind[asked.size()] == '.'));
  });
}

class CodeActions {
 public:
  CodeActions(const View& view, const CheckedFile& file) : view_(view), file_(file) {}

  void add_quick_fixes(Span range) {
    for (const Finding& finding : completed(findings_at(view_, file_, range))) {
      const Json diagnostics = Json::array({diagnostic_json(view_, file_, finding)});
      for (const Fix& fix : finding.fixes) add_fix(fix, diagnostics);
      add_suppressions(finding, diagnostics);
      add_explanation(finding, diagnostics);
    }
  }

  void add_all_fixes() {
    std::vector<TextEdit> edits;
    for (const Finding& finding : completed(view_.snapshot.findings_of(file_))) {
      const auto safe = std::find_if(finding.fixes.begin(), finding.fixes.end(),
                                     [](const Fix& fix) { return fix.is_safe && !fix.edits.empty(); });
      if (safe == finding.fixes.end()) continue;
      const bool is_free = edits.empty() || edits.back().span.end < safe->edits.front().span.begin;
      if (is_free) edits.insert(edits.end(), safe->edits.begin(), safe->edits.end());
    }
    if (!edits.empty()) add("Fix all that leaklint can fix safely", fix_all, {{"edit", edit_json(edits)}});
  }

  Json take() { return std::move(actions_); }

 private:
  const SourceText& source() const { return *file_.result.source; }

  /// Fixes of program rules are completed when somebody asks for them, by the text as it is now.
  std::vector<Finding> completed(std::vector<Finding> findings) const {
    Parser parser;
    const FileSituation& situation = file_.situation;
    complete_fixes(source(), findings, *situation.settings, situation.package_type, parser,
                   view_.snapshot.rules);
    return findings;
  }

  void add(std::string title, std::string_view kind, Json action) {
    action["title"] = std::move(title);
    if (view_.client.takes_literal_actions) {
      action["kind"] = kind;
      actions_.push_back(std::move(action));
    } else if (action.contains("command")) {
      actions_.push_back(std::move(action["command"]));  // all that an old client understands
    }
  }

  Json text_edit(const TextEdit& edit) const {
    return {{"range", range_json(source(), edit.span, view_.client.encoding)}, {"newText", edit.text}};
  }

  Json edit_json(const std::vector<TextEdit>& edits) const {
    Json list = Json::array();
    for (const TextEdit& edit : edits) list.push_back(text_edit(edit));
    return {{"changes", {{view_.paths.uri(file_.file.path), std::move(list)}}}};
  }

  void add_fix(const Fix& fix, const Json& diagnostics) {
    add(fix.description, quick_fix,
        {{"diagnostics", diagnostics}, {"isPreferred", fix.is_safe}, {"edit", edit_json(fix.edits)}});
  }

  void add_suppressions(const Finding& finding, const Json& diagnostics) {
    const std::string rule(view_.snapshot.rules[finding.rule].id);
    if (rule != unused_suppression_id) {
      Parser parser;
      if (const auto edit =
              suppression_of(source(), finding, reason_placeholder, parser, view_.snapshot.rules))
        add_suppression("Suppress " + rule + " here, with a reason", *edit, diagnostics);
      if (!is_page(file_.file.path)) {
        add_suppression("Suppress " + rule + " in this file, with a reason",
                        file_suppression_of(source(), rule, reason_placeholder), diagnostics);
      }
    }
  }

  void add_suppression(const std::string& title, const TextEdit& edit, const Json& diagnostics) {
    Json action = {{"diagnostics", diagnostics}};
    if (view_.client.asks_for_reasons) {
      Json arguments = text_edit(edit);
      arguments["uri"] = view_.paths.uri(file_.file.path);
      arguments["placeholder"] = reason_placeholder;
      action["command"] = {
          {"title", title}, {"command", suppress_command}, {"arguments", Json::array({arguments})}};
    } else {
      action["edit"] = edit_json({edit});
    }
    add(title, quick_fix, std::move(action));
  }

  void add_explanation(const Finding& finding, const Json& diagnostics) {
    const std::string rule(view_.snapshot.rules[finding.rule].id);
    const std::string title = "Explain " + rule;
    add(title, quick_fix,
        {{"diagnostics", diagnostics},
         {"command", {{"title", title}, {"command", explain_command}, {"arguments", Json::array({rule})}}}});
  }

  const View& view_;
  const CheckedFile& file_;
  Json actions_ = Json::array();
};

}  // namespace

Json code_actions_json(const View& view, const CheckedFile& file, Span range, const Json& wanted) {
  if (!file.result.source) return Json::array();
  CodeActions actions(view, file);
  if (wants(wanted, quick_fix)) actions.add_quick_fixes(range);
  if (wants(wanted, fix_all)) actions.add_all_fixes();
  return actions.take();
}

}  // namespace leaklint
