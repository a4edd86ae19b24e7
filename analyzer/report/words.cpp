#include "report/words.h"

namespace leaklint {

std::string_view label_word(Note::Label label) {
  switch (label) {
    case Note::Label::retained:
      return "retained";
    case Note::Label::grows:
      return "grows";
    case Note::Label::release:
      return "release";
    case Note::Label::fix:
      return "fix";
    case Note::Label::because:
      return "because";
  }
  return "";
}

std::string counted(uint64_t count, std::string_view noun) {
  std::string text = grouped(count) + " ";
  text += noun;
  if (count != 1) text += 's';
  return text;
}

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string note_line(const Note& note) {
  if (!note.text.empty()) return note.text;
  std::string line;
  for (const PathStep& step : note.steps) {
    if (!line.empty()) line += " ▸ ";
    line += step.text;
  }
  return line;
}

}  // namespace leaklint
