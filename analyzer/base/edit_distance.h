#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace leaklint {

// How many letters to insert, delete, replace, or swap with their neighbour, to turn one word into the other
// (Damerau-Levenshtein; no part of a word is edited twice). Upper and lower case ASCII letters are the same.
// Stops counting, and says `limit + 1`, once the answer is above the limit.
size_t edit_distance(std::string_view left, std::string_view right, size_t limit);

// The candidate that the writer of `word` most likely meant, for "unknown rule 'x', did you mean 'y'?"; none
// when nothing is near: the distance may be a third of the longer word (rounded up), and one letter must
// have been right. The first of equally near candidates, so the order of the candidates decides.
std::optional<std::string_view> nearest_spelling(std::string_view word,
                                                 std::span<const std::string_view> candidates);

}  // namespace leaklint
