#include "models/model.h"

#include <algorithm>
#include <charconv>

namespace leaklint {

TypeId Models::type(std::string_view name) const {
  const auto found = type_by_name.find(name);
  return found == type_by_name.end() ? TypeId() : found->second;
}

TypeId Models::module(std::string_view name) const {
  const auto found = modules.find(name);
  return found == modules.end() ? TypeId() : type(found->second);
}

std::pair<TypeId, const MemberRow*> Models::member_of_module(std::string_view name) const {
  // "@scope/package/member.js"
  const size_t package_end = name.find('/', name.starts_with('@') ? name.find('/') + 1 : 0);
  if (package_end == std::string_view::npos) return {};
  const TypeId package = module(name.substr(0, package_end));
  if (!package) return {};
  std::string_view inner = name.substr(package_end + 1);
  if (inner.ends_with(".js")) inner.remove_suffix(3);
  return {package, member(package, inner)};
}

std::optional<uint32_t> position_in(std::string_view reference) {
  const size_t colon = reference.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  uint32_t position = 0;
  std::from_chars(reference.data() + colon + 1, reference.data() + reference.size(), position);
  return position;
}

std::string_view Models::global_of(TypeId type) const {
  std::string_view found;
  for (const auto& [name, type_name] : globals) {
    if (type_name != types[type].name) continue;
    // Of several the one that the type is named for: `self` is a Window too.
    const bool is_namesake = std::equal(name.begin(), name.end(), type_name.begin(), type_name.end(),
                                        [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    if (found.empty() || is_namesake) found = name;
  }
  return found;
}

LifeId Models::life(std::string_view name) const {
  for (LifeId id : ids(lives))
    if (lives[id].name == name) return id;
  return {};
}

const MemberRow* Models::member(TypeId id, std::string_view name) const {
  // Types extend few others; the bound guards against rows that extend one another in a circle.
  std::vector<TypeId> pending = {id};
  for (size_t at = 0; at < pending.size() && at < 32; ++at) {
    const TypeRow& row = types[pending[at]];
    if (const auto found = row.members.find(name); found != row.members.end()) return &found->second;
    for (const std::string& base : row.extends)
      if (const TypeId next = type(base)) pending.push_back(next);
  }
  return nullptr;
}

const EventRow* Models::event(TypeId id, std::string_view name) const {
  std::vector<TypeId> pending = {id};
  for (size_t at = 0; at < pending.size() && at < 32; ++at) {
    const TypeRow& row = types[pending[at]];
    if (const auto found = row.events.find(name); found != row.events.end()) return &found->second;
    for (const std::string& base : row.extends)
      if (const TypeId next = type(base)) pending.push_back(next);
  }
  return nullptr;
}

bool Models::is_a(TypeId id, TypeId ancestor) const {
  if (!id || !ancestor) return false;
  std::vector<TypeId> pending = {id};
  for (size_t at = 0; at < pending.size() && at < 32; ++at) {
    if (pending[at] == ancestor) return true;
    for (const std::string& base : types[pending[at]].extends)
      if (const TypeId next = type(base)) pending.push_back(next);
  }
  return false;
}

std::vector<const MemberRow*> Models::spelled(std::string_view name) const {
  std::vector<const MemberRow*> rows;
  for (auto [at, end] = spelled_by_name.equal_range(name); at != end; ++at) rows.push_back(at->second);
  return rows;
}

}  // namespace leaklint
