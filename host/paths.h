// Where Limber keeps things, by the XDG base directory rules.
#pragma once

#include <string>

namespace limber::host {

// `chosen` (from --data) if not empty, else $XDG_DATA_HOME/limber, else ~/.local/share/limber.
// Relative XDG paths are ignored, as the specification asks.
[[nodiscard]] std::string data_folder(const std::string& chosen = {});

[[nodiscard]] std::string record_file(const std::string& folder);  // limber.db
[[nodiscard]] std::string key_file(const std::string& folder);     // limber.key

}  // namespace limber::host
