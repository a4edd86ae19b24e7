#pragma once

#include <string>

#include "semantics/facts.h"

namespace leaklint {

/// Facts as text for people: every function with its captures and instructions, one a line.
std::string dump_facts(const FileFacts& facts);

/// The name of an instruction kind, as dumps print it.
std::string_view op_text(Op op);

}  // namespace leaklint
