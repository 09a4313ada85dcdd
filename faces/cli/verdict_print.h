// The verdict on standard output: as JSON with --json, else as the result page in plain text.
#pragma once

#include "faces/cli/command_line.h"
#include "faces/cli/machine.h"

namespace limber::cli {

void print_verdict(Machine& machine, const Json& verdict, const CommandLine& line);

}  // namespace limber::cli
