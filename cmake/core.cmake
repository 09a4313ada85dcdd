# Floors 0-6. The engines never throw; a thrown exception could not cross WebAssembly.
file(GLOB_RECURSE LIMBER_CORE_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.cpp)
add_library(limber_core STATIC ${LIMBER_CORE_SOURCES})
add_library(limber::core ALIAS limber_core)
set_target_properties(limber_core PROPERTIES OUTPUT_NAME limber EXPORT_NAME core
  UNITY_BUILD ${LIMBER_UNITY})
target_link_libraries(limber_core PRIVATE $<BUILD_INTERFACE:limber_house>)
target_include_directories(limber_core
  PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>
  PRIVATE ${CMAKE_SOURCE_DIR}/src)
# Tables with the same few names each, and the solvers, which are long compiles of their own, stay
# single; everything else may be compiled several files at a time.
file(GLOB LIMBER_SINGLE ${CMAKE_SOURCE_DIR}/src/app/shapes_*.cpp ${CMAKE_SOURCE_DIR}/src/joint/*.cpp)
set_source_files_properties(${LIMBER_SINGLE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
target_compile_features(limber_core PUBLIC cxx_std_23)
target_compile_definitions(limber_core PRIVATE LIMBER_VERSION="${PROJECT_VERSION}")

# The screen is tested on ten million sheets: it is optimised in the everyday build, too.
if(CMAKE_BUILD_TYPE STREQUAL "Dev")
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/screen/open.cpp
    ${CMAKE_SOURCE_DIR}/src/screen/compiled.cpp ${CMAKE_SOURCE_DIR}/src/screen/judge.cpp
    ${CMAKE_SOURCE_DIR}/src/screen/interview.cpp PROPERTIES COMPILE_OPTIONS "-O3")
endif()

# In WebAssembly only what is felt is optimised for speed: the judge and the joint.
if(CMAKE_SYSTEM_NAME STREQUAL "WASI")
  file(GLOB LIMBER_FAST_SOURCES ${CMAKE_SOURCE_DIR}/src/joint/*.cpp ${CMAKE_SOURCE_DIR}/src/sound/*.cpp)
  list(APPEND LIMBER_FAST_SOURCES ${CMAKE_SOURCE_DIR}/src/base/signal.cpp
    ${CMAKE_SOURCE_DIR}/src/screen/compiled.cpp
    ${CMAKE_SOURCE_DIR}/src/screen/judge.cpp ${CMAKE_SOURCE_DIR}/src/screen/interview.cpp)
  set_source_files_properties(${LIMBER_FAST_SOURCES} PROPERTIES COMPILE_OPTIONS "-O2")
endif()

# The solvers of the joint are short loops over a few states, unrolled by -O3. Left to itself the
# compiler then packs states in pairs, and the next stage, which reads them one by one, waits for
# each pair: a sixth slower. The numbers are the same.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT CMAKE_SYSTEM_NAME STREQUAL "WASI")
  foreach(name pop hand refractory sphere keller_miksis)
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/joint/${name}.cpp PROPERTIES
      COMPILE_OPTIONS "-O3;-fno-tree-vectorize;-fno-tree-slp-vectorize")
  endforeach()
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/base/signal.cpp PROPERTIES
    COMPILE_OPTIONS "-O3")
endif()
