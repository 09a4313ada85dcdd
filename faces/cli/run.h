// The command line program: from the words after its name to its exit code.
#pragma once

#include <string>
#include <vector>

#include "faces/cli/asker.h"
#include "faces/cli/command_line.h"
#include "faces/cli/machine.h"

namespace limber::cli {

[[nodiscard]] int run(std::vector<std::string> words);

// One function per command, in run_*.cpp. Errors become exit codes and a line on standard error.
using Runs = Result<int> (*)(const CommandLine& line);
[[nodiscard]] Result<int> run_way(const CommandLine& line);
[[nodiscard]] Result<int> run_check(const CommandLine& line);
[[nodiscard]] Result<int> run_plan(const CommandLine& line);
[[nodiscard]] Result<int> run_session(const CommandLine& line);
[[nodiscard]] Result<int> run_log(const CommandLine& line);
[[nodiscard]] Result<int> run_trend(const CommandLine& line);
[[nodiscard]] Result<int> run_explain(const CommandLine& line);
[[nodiscard]] Result<int> run_facts(const CommandLine& line);
[[nodiscard]] Result<int> run_prove(const CommandLine& line);
[[nodiscard]] Result<int> run_knowledge_check(const CommandLine& line);
[[nodiscard]] Result<int> run_pack(const CommandLine& line);
[[nodiscard]] Result<int> run_settings(const CommandLine& line);
[[nodiscard]] Result<int> run_report(const CommandLine& line);
[[nodiscard]] Result<int> run_figure(const CommandLine& line);
[[nodiscard]] Result<int> run_export(const CommandLine& line);
[[nodiscard]] Result<int> run_import(const CommandLine& line);
[[nodiscard]] Result<int> run_erase(const CommandLine& line);
[[nodiscard]] Result<int> run_lock(const CommandLine& line);
[[nodiscard]] Result<int> run_unlock(const CommandLine& line);
[[nodiscard]] Result<int> run_doctor(const CommandLine& line);
[[nodiscard]] Result<int> run_serve(const CommandLine& line);
[[nodiscard]] Result<int> run_call(const CommandLine& line);

}  // namespace limber::cli
