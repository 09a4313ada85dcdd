// Whatever ends the program is a trap, without a word that would need printing: the page makes a
// new instance (web/src/core).

extern "C" {

// The C library's abort.
[[noreturn]] void limber_stop() __asm__("abort");
[[noreturn]] void limber_stop() {
  __builtin_trap();
}
[[noreturn]] void __cxa_pure_virtual();
[[noreturn]] void __cxa_pure_virtual() {
  __builtin_trap();
}
[[noreturn]] void __abort_message(const char*, ...);
[[noreturn]] void __abort_message(const char*, ...) {
  __builtin_trap();
}

}  // extern "C"

namespace std {
inline namespace __2 {
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) noexcept;
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) noexcept {
  __builtin_trap();
}
}  // namespace __2
}  // namespace std
