// LIMBER_CHECK(condition): for our own bugs only, never for what people or data can cause.
// It stops the program (in WebAssembly: traps), because going on with a broken invariant could
// give wrong advice.
#pragma once

#define LIMBER_CHECK(condition)         \
  do {                                  \
    if (!(condition)) __builtin_trap(); \
  } while (false)
