#pragma once

#include <string>

#include "base/source_text.h"
#include "semantics/scopes.h"

namespace leaklint {

/// The scopes of a file for people and snapshots: each scope with the names it declares, then the uses
/// written in it and where what they mean is declared.
std::string dump_scopes(const SourceText& source, const Tree& tree, const Scopes& scopes, const Names& names);

/// The same for programs: one line of JSON. Offsets are bytes of the decoded text, scopes and bindings are
/// named by their place in their lists, null stands for none:
/// {"path", "module": kind, "broken": has syntax errors, "scopes": [[kind, begin, end, parent, is strict]],
///  "bindings": [[name, scope, kind, [offset of each declaration], [flag]]],
///  "uses": [[name, offset, scope, binding, [mode]]]}
std::string dump_scopes_as_json(const SourceText& source, const Tree& tree, const Scopes& scopes,
                                const Names& names);

}  // namespace leaklint
