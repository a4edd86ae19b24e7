#include "lsp/uri.h"

#include <charconv>
#include <cstdint>

namespace leaklint {
namespace {

constexpr std::string_view scheme = "file://";

bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!uri.starts_with(scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  if (uri.starts_with("localhost/")) uri.remove_prefix(std::string_view("localhost").size());
  if (!uri.starts_with('/')) return std::nullopt;
  uri = uri.substr(0, uri.find_first_of("?#"));
  std::string path;
  for (size_t at = 0; at < uri.size(); ++at) {
    uint8_t byte = 0;
    const char* digits = uri.data() + at + 1;
    const bool is_escape = uri[at] == '%' && at + 2 < uri.size() &&
                           std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    if (is_escape && byte == 0) return std::nullopt;
    path.push_back(is_escape ? static_cast<char>(byte) : uri[at]);
    if (is_escape) at += 2;
  }
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri(scheme);
  for (const char c : path) {
    if (stands_for_itself(c)) {
      uri.push_back(c);
      continue;
    }
    const auto byte = static_cast<uint8_t>(c);
    uri.push_back('%');
    uri.push_back(digits[byte >> 4]);
    uri.push_back(digits[byte & 15]);
  }
  return uri;
}

std::optional<std::string> PathNames::shown(std::string_view uri) const {
  auto path = path_of_uri(uri);
  if (path && path->size() > root_.size() + 1 && path->starts_with(root_) && (*path)[root_.size()] == '/')
    return path->substr(root_.size() + 1);
  return path;
}

std::string PathNames::uri(std::string_view shown) const {
  return uri_of_path(shown.starts_with('/') ? std::string(shown) : root_ + "/" + std::string(shown));
}

}  // namespace leaklint
