#include "lsp/document.h"

namespace leaklint {

void Document::apply(const Json& changes, PositionEncoding encoding) {
  for (const Json& change : changes) {
    const std::string& added = change.at("text").get_ref<const std::string&>();
    const Json& range = member(change, "range");
    if (range.is_null()) {
      text = added;
      continue;
    }
    const uint32_t one = offset_at(text, position_from(range.at("start")), encoding);
    const uint32_t other = offset_at(text, position_from(range.at("end")), encoding);
    text.replace(std::min(one, other), std::max(one, other) - std::min(one, other), added);
  }
}

}  // namespace leaklint
