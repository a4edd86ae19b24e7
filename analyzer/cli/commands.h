#pragma once

#include <functional>

#include <CLI/CLI.hpp>

#include "cli/terminal.h"

namespace leaklint {

/// Each adds one sub-command. When the user calls it, it does its work and sets the exit code.
void add_check_command(CLI::App& app, int& exit_code);
void add_init_command(CLI::App& app, int& exit_code);
void add_baseline_command(CLI::App& app, int& exit_code);
void add_rules_command(CLI::App& app, int& exit_code);
void add_explain_command(CLI::App& app, int& exit_code);
void add_dump_command(CLI::App& app, int& exit_code);
void add_completions_command(CLI::App& app, int& exit_code);
void add_schema_command(CLI::App& app, int& exit_code);
void add_man_command(CLI::App& app, int& exit_code);
void add_lsp_command(CLI::App& app, int& exit_code, std::function<int()> serve);

}  // namespace leaklint
