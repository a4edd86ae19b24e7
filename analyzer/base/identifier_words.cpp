#include "base/identifier_words.h"

namespace leaklint {
namespace {

bool is_upper(char letter) {
  return letter >= 'A' && letter <= 'Z';
}
bool is_lower(char letter) {
  return (letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80;
}

}  // namespace

std::vector<std::string> words_of(std::string_view identifier) {
  std::vector<std::string> words;
  bool is_open = false;
  for (size_t at = 0; at < identifier.size(); ++at) {
    const char letter = identifier[at];
    if (!is_upper(letter) && !is_lower(letter)) {
      is_open = false;
      continue;
    }
    // A capital begins a word, and so does the last one of several when a small letter follows: HTTP|Server.
    const bool begins = is_upper(letter) && ((at > 0 && !is_upper(identifier[at - 1])) ||
                                             (at + 1 < identifier.size() && is_lower(identifier[at + 1])));
    if (!is_open || begins) words.emplace_back();
    is_open = true;
    words.back() += is_upper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
  }
  return words;
}

}  // namespace leaklint
