# limber.wasm: floors 0-6 behind the C functions of faces/wasm. The knowledge is a file of its own
# that the page hands over.

# The header of nlohmann-json alone: all of /usr/include would bring the machine's own C library.
set(LIMBER_WASM_INCLUDES ${CMAKE_BINARY_DIR}/system)
file(MAKE_DIRECTORY ${LIMBER_WASM_INCLUDES})
find_path(NLOHMANN_DIR nlohmann/json.hpp PATHS /usr/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
file(CREATE_LINK ${NLOHMANN_DIR}/nlohmann ${LIMBER_WASM_INCLUDES}/nlohmann SYMBOLIC)
target_include_directories(limber_house SYSTEM INTERFACE ${LIMBER_WASM_INCLUDES})

find_program(WASM_OPT wasm-opt)

# limber_wasm(NAME SOURCES...): NAME.wasm, as small as the tools make it.
function(limber_wasm name)
  add_executable(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES SUFFIX .wasm)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE limber_core limber_house)
  target_link_options(${name} PRIVATE -mexec-model=reactor -Wl,-z,stack-size=1048576
    -Wl,--initial-memory=8388608 -Wl,--max-memory=268435456 -Wl,--gc-sections
    -Wl,--allow-multiple-definition)  # ours before the C library's (runtime.cpp)
  if(WASM_OPT)
    add_custom_command(TARGET ${name} POST_BUILD COMMAND ${WASM_OPT} -Oz
      --strip-debug --strip-producers $<TARGET_FILE:${name}> -o $<TARGET_FILE:${name}>)
  endif()
endfunction()

set(LIMBER_FACE ${CMAKE_SOURCE_DIR}/faces/wasm)
set(LIMBER_FACE_SOURCES ${LIMBER_FACE}/exports.cpp ${LIMBER_FACE}/page.cpp
  ${LIMBER_FACE}/stack_guard.cpp ${LIMBER_FACE}/runtime.cpp)
# Link-time optimisation knows the C library's names too well to let them be replaced.
set_source_files_properties(${LIMBER_FACE}/runtime.cpp ${LIMBER_FACE}/small_number.cpp
  ${LIMBER_FACE}/stack_guard.cpp PROPERTIES COMPILE_OPTIONS "-fno-lto;-fno-builtin")
set(LIMBER_SMALL ${LIMBER_FACE}/small_number.cpp ${LIMBER_FACE}/small_wait.cpp)
limber_wasm(limber_first ${LIMBER_FACE_SOURCES} ${LIMBER_FACE}/first_list.cpp ${LIMBER_SMALL}
  ${LIMBER_FACE}/small_poses.cpp)
limber_wasm(limber ${LIMBER_FACE_SOURCES} ${LIMBER_FACE}/core_list.cpp ${LIMBER_SMALL}
  ${LIMBER_FACE}/pack_exports.cpp)
limber_wasm(limber_lab ${LIMBER_FACE_SOURCES} ${LIMBER_FACE}/lab_list.cpp
  ${LIMBER_FACE}/lab_call.cpp ${LIMBER_FACE}/figure_exports.cpp)

# The same benchmark as natively, as a program for any WASI host.
if(LIMBER_BENCH)
  add_executable(bench_triage30 ${CMAKE_SOURCE_DIR}/bench/triage30_bench.cpp
    ${CMAKE_SOURCE_DIR}/bench/triage30/fixture.cpp ${CMAKE_SOURCE_DIR}/faces/wasm/stack_guard.cpp)
  set_target_properties(bench_triage30 PROPERTIES SUFFIX .wasm)
  target_include_directories(bench_triage30 PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/bench)
  target_link_libraries(bench_triage30 PRIVATE limber_core limber_house)
endif()
