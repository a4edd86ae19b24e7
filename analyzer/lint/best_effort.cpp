#include "lint/best_effort.h"

#include <algorithm>
#include <string>

#include "base/is_one_of.h"

namespace leaklint {
namespace {

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& letter : small)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return small;
}

/// "close" of `_closeAll`.
std::string_view verb_of(std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of("_$#"), name.size()));
  const auto end = std::find_if(name.begin(), name.end(), [](char c) { return c < 'a' || c > 'z'; });
  return name.substr(0, static_cast<size_t>(end - name.begin()));
}

}  // namespace

bool is_clean_up_name(std::string_view name) {
  constexpr std::string_view words[] = {
      "close",    "destroy",   "end",   "unlink",     "rm",         "rmdir",    "remove",      "delete",
      "cleanup",  "clean",     "clear", "disconnect", "release",    "abort",    "cancel",      "kill",
      "dispose",  "terminate", "stop",  "quit",       "shutdown",   "rollback", "unsubscribe", "revoke",
      "teardown", "unlock",    "leave", "logout",     "detach",     "unref",    "purge",       "unregister",
      "unwatch",  "exit",      "reset", "shut",       "invalidate", "del",      "drop"};
  return is_one_of(verb_of(name), words);
}

bool is_notice_name(std::string_view name) {
  return verb_of(name) == "notify";
}

bool says_it_goes_on(std::string_view text) {
  const std::string small = in_small_letters(text);
  for (std::string_view word : {"continuing", "skipping", "skipped", "ignoring", "ignored", "falling back",
                                "fallback", "anyway", "non-fatal", "not fatal", "will retry", "retrying"})
    if (small.find(word) != std::string::npos) return true;
  return false;
}

bool is_mild_level(std::string_view word) {
  constexpr std::string_view levels[] = {"warn",    "warning", "debug",  "trace",
                                         "verbose", "silly",   "notice", "info"};
  return is_one_of(in_small_letters(word), levels);
}

bool is_aside(std::string_view path) {
  // "test" alone may as well be a folder that the whole project is in.
  constexpr std::string_view folders[] = {"__tests__", "__mocks__"};
  const std::string small = in_small_letters(path);
  std::string_view rest = small;
  for (size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
    if (is_one_of(rest.substr(0, slash), folders)) return true;
    rest.remove_prefix(slash + 1);
  }
  for (std::string_view word : {".test.", ".spec.", "telemetry", "analytics"})
    if (rest.find(word) != std::string_view::npos) return true;
  return false;
}

}  // namespace leaklint
