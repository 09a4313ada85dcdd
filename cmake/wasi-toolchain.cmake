# Floors 0-6 for the browser: clang with Debian's wasi-libc and libc++, a C ABI, no emscripten.
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
find_program(LIMBER_CLANGXX NAMES clang++-22 clang++-19 REQUIRED)
find_program(LIMBER_CLANG NAMES clang-22 clang-19 REQUIRED)
set(CMAKE_CXX_COMPILER ${LIMBER_CLANGXX})
set(CMAKE_C_COMPILER ${LIMBER_CLANG})
# The headers stand under wasm32-wasi only, not under the newer wasip1 name.
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_FLAGS_INIT "-Wno-deprecated -fno-exceptions -fno-rtti -fno-threadsafe-statics -flto")
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_EXECUTABLE_SUFFIX .wasm)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
