#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leaklint {

/// The words an identifier is made of, in lower case: `getHTTPServerById`, `MAX_SIZE` and `$name` give get,
/// http, server, by, id; max, size; name. Digits end a word and are left out.
std::vector<std::string> words_of(std::string_view identifier);

}  // namespace leaklint
