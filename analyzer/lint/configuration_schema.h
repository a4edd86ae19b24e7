#pragma once

#include <string>

#include "lint/registry.h"

namespace leaklint {

/// The JSON Schema (draft 7, which editors know best) of leaklint.json: what parse_configuration accepts.
/// Says nothing about what only shows in a file's bytes, such as a key that is given twice.
std::string configuration_schema(RuleTable rules);

}  // namespace leaklint
