#pragma once

#include "driver/project_snapshot.h"
#include "lsp/client.h"
#include "lsp/rule_pages.h"
#include "lsp/uri.h"

namespace leaklint {

/// What is needed to speak of a snapshot's findings to a client.
struct View {
  const ProjectSnapshot& snapshot;
  const PathNames& paths;
  const Client& client;
  const RulePages& pages;
};

/// The `Diagnostic`s of a file.
Json diagnostics_json(const View& view, const CheckedFile& file);
Json diagnostic_json(const View& view, const CheckedFile& file, const Finding& finding);

/// The findings that a span touches.
std::vector<Finding> findings_at(const View& view, const CheckedFile& file, Span span);

/// What a hover shows of the findings at an offset, or null where there are none.
Json hover_json(const View& view, const CheckedFile& file, uint32_t offset);

/// Findings at an offset with all their parts, for an editor that draws the retaining path:
/// [{ rule, severity, confidence, message, location, notes: [{ label, text, steps: [{ text, location }] }] }]
Json findings_in_full(const View& view, const CheckedFile& file, uint32_t offset);

}  // namespace leaklint
