# limber.wasm: floors 0-6 behind the C functions of faces/wasm. The knowledge is a file of its own
# that the page hands over.

# The header of nlohmann-json alone: all of /usr/include would bring the machine's own C library.
set(LIMBER_WASM_INCLUDES ${CMAKE_BINARY_DIR}/system)
file(MAKE_DIRECTORY ${LIMBER_WASM_INCLUDES})
find_path(NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(CREATE_LINK ${NLOHMANN_DIR}/nlohmann ${LIMBER_WASM_INCLUDES}/nlohmann SYMBOLIC)
target_include_directories(limber_house SYSTEM INTERFACE ${LIMBER_WASM_INCLUDES})

file(GLOB LIMBER_WASM_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/faces/wasm/*.cpp)
add_executable(limber ${LIMBER_WASM_SOURCES})
set_target_properties(limber PROPERTIES SUFFIX .wasm)
target_include_directories(limber PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
target_link_libraries(limber PRIVATE limber_core limber_house)
target_link_options(limber PRIVATE -mexec-model=reactor -Wl,--strip-all -Wl,-z,stack-size=1048576
  -Wl,--initial-memory=8388608 -Wl,--max-memory=268435456)

# The same benchmark as natively, as a program for any WASI host.
if(LIMBER_BENCH)
  add_executable(bench_triage30 ${CMAKE_SOURCE_DIR}/bench/triage30_bench.cpp
    ${CMAKE_SOURCE_DIR}/bench/triage30/fixture.cpp ${CMAKE_SOURCE_DIR}/faces/wasm/stack_guard.cpp)
  set_target_properties(bench_triage30 PROPERTIES SUFFIX .wasm)
  target_include_directories(bench_triage30 PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/bench)
  target_link_libraries(bench_triage30 PRIVATE limber_core limber_house)
endif()
