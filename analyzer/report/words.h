#pragma once

#include <string>
#include <string_view>

#include "lint/finding.h"
#include "lint/words.h"

namespace leaklint {

/// Beside the words of lint/words.h, those that only reports use.
std::string_view label_word(Note::Label label);

/// "1 file", "2 files", "48,000 files".
std::string counted(uint64_t count, std::string_view noun);

/// A number with commas between thousands.
std::string grouped(uint64_t number);

/// The line of a note: its text, or its steps as a chain where it has no text.
std::string note_line(const Note& note);

}  // namespace leaklint
