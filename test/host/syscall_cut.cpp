#include "syscall_cut.h"

#include <dlfcn.h>
#include <unistd.h>

#include <cstdio>

namespace {

std::uint64_t calls_left = UINT64_MAX;

void count() {
  if (calls_left-- == 0) ::_exit(limber::host::kCutExit);
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

namespace limber::host {
void exit_at_file_call(std::uint64_t n) {
  calls_left = n;
}
}  // namespace limber::host

extern "C" {

int fsync(int file) {
  count();
  static auto* const next = real<int(int)>("fsync");
  return next(file);
}
int rename(const char* from, const char* to) noexcept {
  count();
  static auto* const next = real<int(const char*, const char*)>("rename");
  return next(from, to);
}
int link(const char* from, const char* to) noexcept {
  count();
  static auto* const next = real<int(const char*, const char*)>("link");
  return next(from, to);
}
int unlink(const char* path) noexcept {
  count();
  static auto* const next = real<int(const char*)>("unlink");
  return next(path);
}

}  // extern "C"
