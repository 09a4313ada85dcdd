# One test binary per folder of test/, named test_<folder>; every *_test.cpp in it is picked up.
find_package(GTest REQUIRED)
find_library(RAPIDCHECK rapidcheck)
find_library(Z3 z3)
find_library(ICU_I18N icui18n)
find_library(ICU_UC icuuc)
file(GLOB test_folders CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_SOURCE_DIR}/test/*)
foreach(folder ${test_folders})
  get_filename_component(name ${folder} NAME)
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*_test.cpp)
  if(sources)
    file(GLOB helpers CONFIGURE_DEPENDS ${folder}/*.cpp)
    add_executable(test_${name} ${helpers})
    # Only the tests of a face need the face.
    set(face)
    if(name STREQUAL "server")
      set(face limber_site)
    endif()
    if(name MATCHES "^(cli|joint|draw|sound)$")
      set(face limber_cli)
    endif()
    target_link_libraries(test_${name} PRIVATE ${face} limber_host limber_knowledge fmt::fmt limber_house
      GTest::gtest_main GTest::gmock ${RAPIDCHECK} ${Z3}
      ${ICU_I18N} ${ICU_UC})
    target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/test
      ${CMAKE_SOURCE_DIR})
    target_compile_definitions(test_${name} PRIVATE LIMBER_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
      LIMBER_BINARY_DIR="${CMAKE_BINARY_DIR}")
    target_compile_options(test_${name} PRIVATE -Wno-conversion -Wno-float-conversion
      -Wno-dangling-else)
    add_test(NAME ${name} COMMAND test_${name} --gtest_brief=1)
    set_tests_properties(${name} PROPERTIES WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
  endif()
endforeach()

# The server as a whole: hostile clients, the record, phones, and its document, in Python.
find_package(Python3 COMPONENTS Interpreter REQUIRED)
foreach(name hostile record phone openapi)
  add_test(NAME server_${name} COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/test/server/${name}_test.py)
  set_tests_properties(server_${name} PROPERTIES ENVIRONMENT "LIMBER_PROGRAM=$<TARGET_FILE:limber>"
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR} TIMEOUT 600)
endforeach()

# The native side of test/wasm/conformance.mjs.
add_executable(limber_conformance ${CMAKE_SOURCE_DIR}/test/wasm/native.cpp)
target_link_libraries(limber_conformance PRIVATE limber_core limber_house)
target_include_directories(limber_conformance PRIVATE ${CMAKE_SOURCE_DIR}/src)
