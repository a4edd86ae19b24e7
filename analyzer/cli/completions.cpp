#include "cli/completions.h"

#include <functional>

namespace leaklint {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// 'text' for any of the three shells.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char character : text)
    out += character == '\'' ? std::string("'\\''") : std::string(1, character);
  return out + "'";
}

std::vector<std::string> names_of(const std::vector<CommandRow>& commands) {
  std::vector<std::string> names;
  for (const CommandRow& command : commands) names.push_back(command.name);
  return names;
}

std::vector<std::string> option_names(const CommandRow& command) {
  std::vector<std::string> names;
  for (const OptionRow& option : command.options) {
    names.push_back(option.name);
    if (!option.brief.empty()) names.push_back(option.brief);
  }
  return names;
}

/// Calls for a command and all below it; `path` has its names and those above, the program's left out.
void walk(const CommandRow& command, const std::vector<std::string>& path,
          const std::function<void(const CommandRow&, const std::vector<std::string>&)>& visit) {
  visit(command, path);
  for (const CommandRow& below : command.commands) {
    std::vector<std::string> further = path;
    further.push_back(below.name);
    walk(below, further, visit);
  }
}

// ---- bash

/// What to offer in bash for a value; the word so far is in $current.
std::string bash_offer(const OptionRow& row) {
  switch (row.kind) {
    case ValueKind::choice:
    case ValueKind::rule:
      return "COMPREPLY=($(compgen -W " + quoted(joined(row.choices)) + " -- \"$current\"))";
    case ValueKind::path:
      return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\"))";
    case ValueKind::none:
    case ValueKind::other:
      break;
  }
  return ":";
}

std::string bash_values(const CommandRow& command, const std::string& key) {
  std::string text;
  for (const OptionRow& option : command.options) {
    if (!option.value.empty())
      text += "    " + quoted(key + " " + option.name) + ") " + bash_offer(option) + "; return ;;\n";
  }
  return text;
}

}  // namespace

std::string bash_completions(const CommandRow& program) {
  std::string values, words, descents;
  walk(program, {}, [&](const CommandRow& command, const std::vector<std::string>& path) {
    const std::string key = joined(path);
    values += bash_values(command, key);
    std::vector<std::string> offered = names_of(command.commands);
    for (const std::string& below : offered)
      descents += (descents.empty() ? "" : "|") + quoted(key + " " + below);
    words += "    " + quoted(key) + ")\n      if [[ $current == -* ]]; then COMPREPLY=($(compgen -W " +
             quoted(joined(option_names(command))) + " -- \"$current\"))\n";
    if (!offered.empty())
      words += "      else COMPREPLY=($(compgen -W " + quoted(joined(offered)) + " -- \"$current\"))\n";
    else if (!command.positionals.empty())
      words += "      else " + bash_offer(command.positionals.front()) + "\n";
    words += "      fi ;;\n";
  });
  return "# bash completion for " + program.name +
         R"(; made from its own table of options
_leaklint() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word
  COMPREPLY=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command $word" in
      )" +
         descents + R"() command="${command:+$command }$word" ;;
    esac
  done
  # `--option=value` comes as three words.
  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
  case "$command $previous" in
)" + values +
         R"(  esac
  case "$command" in
)" + words +
         R"(  esac
}
complete -F _leaklint )" +
         program.name + "\n";
}

// ---- zsh

namespace {

/// Inside '…[description]': brackets and colons have a meaning there.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char character : text) {
    if (character == '[' || character == ']' || character == ':' || character == '\\') out += '\\';
    out += character;
  }
  return out;
}

std::string zsh_action(const OptionRow& row) {
  if (row.kind == ValueKind::path) return "_files";
  if (row.kind == ValueKind::choice || row.kind == ValueKind::rule) return "(" + joined(row.choices) + ")";
  return " ";
}

std::string zsh_option(const OptionRow& option) {
  std::string spec = option.may_repeat ? "*" : "";
  spec += option.name + (option.value.empty() ? "" : "=") + "[" + zsh_text(option.description) + "]";
  if (!option.value.empty()) spec += ":" + zsh_text(option.value) + ":" + zsh_action(option);
  return quoted(spec);
}

std::string zsh_function(const std::vector<std::string>& path) {
  std::string name = "_leaklint";
  for (const std::string& part : path) name += "_" + part;
  return name;
}

std::string zsh_choice_of_commands(const CommandRow& command, const std::vector<std::string>& path) {
  std::string text = "  case $state in\n    command)\n      local -a commands=(\n";
  for (const CommandRow& below : command.commands)
    text += "        " + quoted(below.name + ":" + zsh_text(below.description)) + "\n";
  text += "      )\n      _describe command commands ;;\n    rest)\n      case $words[1] in\n";
  for (const CommandRow& below : command.commands) {
    std::vector<std::string> further = path;
    further.push_back(below.name);
    text += "        " + below.name + ") " + zsh_function(further) + " ;;\n";
  }
  return text + "      esac ;;\n  esac\n";
}

}  // namespace

std::string zsh_completions(const CommandRow& program) {
  std::string text =
      "#compdef " + program.name + "\n# made from " + program.name + "'s own table of options\n";
  walk(program, {}, [&](const CommandRow& command, const std::vector<std::string>& path) {
    text += zsh_function(path) +
            "() {\n  local curcontext=\"$curcontext\" state line\n  typeset -A opt_args\n"
            "  _arguments -C";
    for (const OptionRow& option : command.options) text += " \\\n    " + zsh_option(option);
    if (!command.commands.empty()) text += " \\\n    '1: :->command' \\\n    '*:: :->rest'";
    for (const OptionRow& positional : command.positionals) {
      const std::string place = positional.may_repeat ? "*" : "1";
      text += " \\\n    " + quoted(place + ":" + positional.name + ":" + zsh_action(positional));
    }
    text += "\n";
    if (!command.commands.empty()) text += zsh_choice_of_commands(command, path);
    text += "}\n";
  });
  return text + "if [[ $funcstack[1] = _leaklint ]]; then _leaklint \"$@\"; else compdef _leaklint " +
         program.name + "; fi\n";
}

// ---- fish

std::string fish_completions(const CommandRow& program) {
  std::string text = "# fish completion for " + program.name + "; made from its own table of options\n";
  const std::string begin = "complete -c " + program.name + " ";
  walk(program, {}, [&](const CommandRow& command, const std::vector<std::string>& path) {
    std::string condition;
    for (const std::string& part : path)
      condition += (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + part);
    const std::string deeper = joined(names_of(command.commands));
    if (!deeper.empty())
      condition += (condition.empty() ? "" : "; and ") + ("not __fish_seen_subcommand_from " + deeper);
    const std::string here = begin + "-n " + quoted(condition) + " ";
    for (const CommandRow& below : command.commands)
      text += here + "-f -a " + below.name + " -d " + quoted(below.description) + "\n";
    for (const OptionRow& option : command.options) {
      text += here + "-l " + option.name.substr(2);
      if (!option.brief.empty()) text += " -s " + option.brief.substr(1);
      if (!option.choices.empty())
        text += " -x -a " + quoted(joined(option.choices));
      else if (option.kind == ValueKind::path)
        text += " -r -F";
      else if (!option.value.empty())
        text += " -x";
      text += " -d " + quoted(option.description) + "\n";
    }
    for (const OptionRow& positional : command.positionals)
      if (!positional.choices.empty()) text += here + "-f -a " + quoted(joined(positional.choices)) + "\n";
  });
  return text;
}

}  // namespace leaklint
