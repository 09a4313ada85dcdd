# Native only: the knowledge compiler, the host, the command line.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)

file(GLOB LIMBER_HOST_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/host/*.cpp)
add_library(limber_host STATIC ${LIMBER_HOST_SOURCES})
set_target_properties(limber_host PROPERTIES UNITY_BUILD ${LIMBER_UNITY})
target_link_libraries(limber_host PUBLIC limber_core PRIVATE limber_house PkgConfig::SODIUM
  PkgConfig::SQLITE Threads::Threads ${CMAKE_DL_LIBS})
target_include_directories(limber_host PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})

# The knowledge compiler reads knowledge/*.toml, checks it, and writes one JSON document, and beside
# it knowledge.<language>.json for the page.
add_executable(limber_knowc ${CMAKE_SOURCE_DIR}/tools/knowc.cpp)
target_link_libraries(limber_knowc PRIVATE limber_host limber_house)

file(GLOB_RECURSE LIMBER_KNOWLEDGE_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/knowledge/*.toml
  ${CMAKE_SOURCE_DIR}/knowledge/*.json)
set(LIMBER_KNOWLEDGE_DIR ${CMAKE_BINARY_DIR}/knowledge)
add_custom_command(
  OUTPUT ${LIMBER_KNOWLEDGE_DIR}/knowledge.json
  COMMAND ${CMAKE_COMMAND} -E make_directory ${LIMBER_KNOWLEDGE_DIR}
  COMMAND limber_knowc ${CMAKE_SOURCE_DIR}/knowledge ${LIMBER_KNOWLEDGE_DIR}/knowledge.json
    ${LIMBER_KNOWLEDGE_DIR}
  DEPENDS limber_knowc ${LIMBER_KNOWLEDGE_FILES}
  COMMENT "Checking and compiling the knowledge")
include(embed)
limber_embed_knowledge(${LIMBER_KNOWLEDGE_DIR}/knowledge.json)

include(server)
file(GLOB LIMBER_CLI_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/faces/cli/*.cpp)
list(FILTER LIMBER_CLI_SOURCES EXCLUDE REGEX "/main\\.cpp$")
add_library(limber_cli STATIC ${LIMBER_CLI_SOURCES})
target_link_libraries(limber_cli PUBLIC limber_host limber_knowledge fmt::fmt PRIVATE limber_house limber_server)
add_executable(limber ${CMAKE_SOURCE_DIR}/faces/cli/main.cpp)
target_link_libraries(limber PRIVATE limber_cli limber_house)

# Prints the reading budget of the interview; also a test.
add_executable(limber_reading ${CMAKE_SOURCE_DIR}/tools/reading.cpp)
target_link_libraries(limber_reading PRIVATE limber_host limber_knowledge limber_house)

# Adds a 40 % longer and a right-to-left language to a compiled knowledge, for layout tests.
add_executable(limber_pseudo ${CMAKE_SOURCE_DIR}/tools/pseudo.cpp)
target_link_libraries(limber_pseudo PRIVATE limber_core limber_house)
target_include_directories(limber_pseudo PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/src)

# Prints every message with sample arguments as the core says it; the page's tests read it.
add_executable(limber_messages ${CMAKE_SOURCE_DIR}/tools/messages.cpp)
target_link_libraries(limber_messages PRIVATE limber_host limber_knowledge limber_house)

# Prints the page's types; a test says when web/src/core/types.gen.ts is out of date.
add_executable(limber_types ${CMAKE_SOURCE_DIR}/tools/types.cpp)
target_link_libraries(limber_types PRIVATE limber_core limber_house)
target_include_directories(limber_types PRIVATE ${CMAKE_SOURCE_DIR}/src)
