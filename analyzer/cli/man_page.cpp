#include "cli/man_page.h"

namespace leaklint {
namespace {

/// Text for roff: hyphens that may be typed, and nothing that begins a request.
std::string roff(const std::string& text) {
  std::string out;
  for (const char character : text) {
    if (character == '\\') {
      out += "\\e";
    } else if (character == '-') {
      out += "\\-";
    } else {
      out += character;
    }
  }
  return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string bold(const std::string& text) {
  return "\\fB" + roff(text) + "\\fR";
}

std::string sentence(const std::string& text) {
  return roff(text) + (text.ends_with('.') ? "" : ".") + "\n";
}

std::string option_entry(const OptionRow& option) {
  std::string text = ".TP\n";
  if (!option.brief.empty()) text += bold(option.brief) + ", ";
  text += bold(option.name);
  if (!option.value.empty()) text += " \\fI" + roff(option.value) + "\\fR";
  return text + "\n" + sentence(option.description);
}

std::string usage(const CommandRow& command, const std::string& name) {
  std::string text = bold(name);
  if (!command.options.empty()) text += " [\\fIOPTION\\fR]...";
  if (!command.commands.empty()) text += " \\fICOMMAND\\fR";
  for (const OptionRow& positional : command.positionals) {
    const std::string shown = "\\fI" + roff(positional.name) + "\\fR";
    text += positional.may_repeat ? " [" + shown + "]..." : " " + shown;
  }
  return text;
}

void write_command(std::string& out, const CommandRow& command, const std::string& name) {
  out += ".SS " + roff(name) + "\n" + sentence(command.description) + ".PP\n" + usage(command, name) + "\n";
  for (const OptionRow& option : command.options)
    if (option.name != "--help") out += option_entry(option);
  for (const CommandRow& below : command.commands) write_command(out, below, name + " " + below.name);
}

}  // namespace

std::string man_page(const CommandRow& program, const std::string& version) {
  std::string out = ".TH LEAKLINT 1 \"\" \"leaklint " + version + "\" \"User Commands\"\n.SH NAME\n" +
                    program.name + " \\- finds memory leaks in JavaScript and TypeScript\n.SH SYNOPSIS\n";
  for (const CommandRow& command : program.commands)
    out += usage(command, program.name + " " + command.name) + "\n.br\n";
  out +=
      ".SH DESCRIPTION\n"
      "Reads a whole program and shows each leak as the path that retains it, from a root that never dies "
      "down "
      "to\nwhat should have died, with what makes it grow and which release is missing.\n.SH OPTIONS\n";
  for (const OptionRow& option : program.options) out += option_entry(option);
  out += ".SH COMMANDS\n";
  for (const CommandRow& command : program.commands)
    write_command(out, command, program.name + " " + command.name);
  return out +
         ".SH EXIT STATUS\n.TP\n0\nNothing was found at or above \\fB\\-\\-fail\\-on\\fR.\n"
         ".TP\n1\nSomething was.\n"
         ".TP\n2\nThe command line, a configuration or a file could not be understood or read; one line on "
         "standard "
         "error says why.\n"
         ".SH ENVIRONMENT\n.TP\nNO_COLOR\nWhen set to anything, the report has no colours.\n"
         ".SH FILES\n.TP\nleaklint.json\nThe configuration: the nearest one in the folders above a file "
         "counts.\n"
         ".TP\nleaklint\\-baseline.json\nThe findings that are known and not reported; likewise.\n"
         ".TP\n\\&.leaklintignore\nWhat not to read, in the syntax of .gitignore.\n";
}

}  // namespace leaklint
