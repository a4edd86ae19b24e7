#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace leaklint {

/// How many columns a terminal gives to one character: 2 for East Asian wide and emoji, 0 for combining
/// marks, joiners and selectors, else 1. Sequences that some terminals draw as one emoji count by their
/// parts.
uint32_t display_width(char32_t character);

/// The same for a text, whose control characters count 1 as `append_visible` shows them.
uint32_t display_width(std::string_view text);

/// Takes one character off the front of valid UTF-8; a stray byte comes back as U+FFFD.
char32_t take_character(std::string_view& text);

/// Appends a character as a terminal may safely show it. Source under analysis can hold escape sequences that
/// would recolour or rewrite the screen, and bidirectional controls that would show code in another order
/// than it runs: the former come out as the symbols for control codes, the latter as U+FFFD.
void append_visible(std::string& out, std::string_view bytes, char32_t character);

/// A whole text made safe to print on one line.
std::string visible(std::string_view text);

}  // namespace leaklint
