// Ends the process in the middle of what the store does to its files: at its n-th flush, rename,
// link or unlink. (The test binary's own fsync, rename, link and unlink stand before libc's.)
#pragma once

#include <cstdint>

namespace limber::host {

inline constexpr int kCutExit = 86;

// In a child: the n-th such call (from 0) does not happen, and the process is gone.
void exit_at_file_call(std::uint64_t n);

}  // namespace limber::host
