// `limber pop`: why a joint pops, told, drawn and heard; `limber pop sweep` over many joints and
// `limber pop selftest`. Reads its own words; argv[0] is "pop". Returns the exit code.
#pragma once

namespace limber {

[[nodiscard]] int pop_command(int argc, const char* const* argv);

}  // namespace limber
