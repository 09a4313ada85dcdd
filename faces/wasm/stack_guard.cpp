// Debian builds libc++ for WebAssembly with the stack protector, and leaves these two to us.
#include <cstdint>

extern "C" {
extern const std::uintptr_t __stack_chk_guard;
const std::uintptr_t __stack_chk_guard = 0x5bd1e995;
[[noreturn]] void __stack_chk_fail();
[[noreturn]] void __stack_chk_fail() {
  __builtin_trap();
}
}
