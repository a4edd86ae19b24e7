#pragma once

#include <span>
#include <string_view>

namespace leaklint {

/// A file of the source tree whose bytes are part of the binary.
struct EmbeddedFile {
  std::string_view name;  ///< without its folder: "express.json"
  std::string_view text;
};

/// Every rules/models/*.json, sorted by name. Generated at build time.
std::span<const EmbeddedFile> embedded_models();

/// rules/models.schema.json, the JSON Schema of model files.
std::string_view model_schema();

}  // namespace leaklint
