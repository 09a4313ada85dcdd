# bench/<name>_bench.cpp becomes bench_<name>; `benches` is all of them. Each prints one JSON object
# per line: {"name", "value", "unit", "note"}; bench/run gathers them into bench/results.md.
# Rivals stand beside ours: Boost.odeint (headers), SUNDIALS, CLIPS.
find_path(SUNDIALS_DIR sundials/sundials_types.h REQUIRED)
find_path(BOOST_ODEINT_DIR boost/numeric/odeint.hpp REQUIRED)
find_library(SUNDIALS_CVODE sundials_cvode REQUIRED)
find_library(SUNDIALS_ARKODE sundials_arkode REQUIRED)
find_library(SUNDIALS_NVECSERIAL sundials_nvecserial REQUIRED)
find_library(CLIPS clips REQUIRED)
find_path(CLIPS_DIR clips/clips.h REQUIRED)
add_custom_target(benches)
add_library(limber_triage30 STATIC ${CMAKE_SOURCE_DIR}/bench/triage30/fixture.cpp)
target_include_directories(limber_triage30 PUBLIC ${CMAKE_SOURCE_DIR}/bench ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(limber_triage30 PRIVATE LIMBER_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(limber_triage30 PUBLIC limber_core PRIVATE limber_house)
file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*_bench.cpp)
foreach(source ${bench_sources})
  get_filename_component(name ${source} NAME_WE)
  string(REGEX REPLACE "_bench$" "" name ${name})
  add_executable(bench_${name} ${source})
  target_link_libraries(bench_${name} PRIVATE limber_host limber_knowledge limber_triage30
    limber_house ${SUNDIALS_ARKODE} ${SUNDIALS_CVODE} ${SUNDIALS_NVECSERIAL} ${CLIPS} m)
  target_include_directories(bench_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}
    ${CMAKE_SOURCE_DIR}/bench)
  target_compile_definitions(bench_${name} PRIVATE LIMBER_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_compile_options(bench_${name} PRIVATE -Wno-conversion -Wno-float-conversion
    -Wno-uninitialized -Wno-maybe-uninitialized)
  add_dependencies(benches bench_${name})
endforeach()
