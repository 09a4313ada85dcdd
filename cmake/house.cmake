# Compiler settings every target shares.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT CMAKE_SYSTEM_NAME STREQUAL "WASI")
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()

set(CMAKE_CXX_FLAGS_DEV "-O1 -g1")
# g++ 12 sees uninitialised values in libstdc++ itself (std::regex) when it instruments it.
set(CMAKE_CXX_FLAGS_ASAN "-O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-maybe-uninitialized")
# libstdc++ 12 itself uses what clang 22 calls deprecated (stable_sort).
set(CMAKE_CXX_FLAGS_FUZZ "-O1 -g1 -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -Wno-deprecated-declarations")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_EXE_LINKER_FLAGS_ASAN "-fsanitize=address,undefined")
# In a browser every byte is waited for; what must be fast says so itself (cmake/core.cmake).
if(CMAKE_SYSTEM_NAME STREQUAL "WASI")
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")
endif()
foreach(type DEV ASAN FUZZ)
  set(CMAKE_C_FLAGS_${type} "${CMAKE_CXX_FLAGS_${type}}")
endforeach()

# Most of a compile is reading headers. Who builds everything once reads them once for eight files; the
# everyday build, where one file changes at a time, does not. For the libraries that ask for it.
set(LIMBER_UNITY OFF)
if(CMAKE_BUILD_TYPE MATCHES "^(Release|Asan|Fuzz)$" AND NOT CMAKE_SYSTEM_NAME STREQUAL "WASI")
  set(LIMBER_UNITY ON)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# limber_house: linked by every target of ours.
# -ffp-contract=off keeps the same numbers on every machine; the SIMD kernel alone opts out.
add_library(limber_house INTERFACE)
target_compile_options(limber_house INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wno-sign-conversion -Wnon-virtual-dtor -Werror -ffp-contract=off)
target_compile_definitions(limber_house INTERFACE JSON_NOEXCEPTION)
