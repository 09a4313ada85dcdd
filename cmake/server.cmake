# limber serve: the page and the record over HTTP, on this machine.
#   limber_site    what is served: gate, devices, record, files; no sockets, tested and fuzzed alone
#   limber_server  the sockets. Boost.Beast takes over a gigabyte to compile, so the two sources
#                  that include it are compiled one at a time.
# Linked in: loading OpenSSL would cost every command 1.5 ms, and only --tls needs it.
find_library(LIMBER_SSL NAMES libssl.a ssl REQUIRED)
find_library(LIMBER_CRYPTO NAMES libcrypto.a crypto REQUIRED)
find_program(BROTLI brotli)
find_program(GZIP gzip REQUIRED)
find_path(BEAST_DIR boost/beast/http/parser.hpp REQUIRED)
find_library(LIMBER_QRCODEGEN NAMES libqrcodegencpp.a qrcodegencpp REQUIRED)

# The page that is embedded: what `ninja web` made, or a placeholder that says it is missing. Looked at
# in every build, because the page is built by other tools; nothing is compiled when nothing changed.
set(web_to ${CMAKE_BINARY_DIR}/web_assets)
add_custom_target(web_assets
  COMMAND ${CMAKE_COMMAND} -DPAGE=${CMAKE_SOURCE_DIR}/build/web/dist
    -DPLACEHOLDER=${CMAKE_SOURCE_DIR}/faces/server/placeholder -DTO=${web_to}
    -DBROTLI=$<IF:$<BOOL:${BROTLI}>,${BROTLI},> -DGZIP=${GZIP} -P ${CMAKE_SOURCE_DIR}/cmake/pack_web.cmake
  BYPRODUCTS ${web_to}/assets.cpp
  COMMENT "" VERBATIM)
add_library(limber_assets STATIC ${web_to}/assets.cpp)
add_dependencies(limber_assets web_assets)
target_include_directories(limber_assets PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/src
  ${CMAKE_SOURCE_DIR}/include)
# Link-time optimisation would lose the symbols the assembler defines; ccache does not see .incbin.
set_target_properties(limber_assets PROPERTIES CXX_COMPILER_LAUNCHER "")
target_compile_options(limber_assets PRIVATE -fno-lto)

file(GLOB LIMBER_SITE_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/faces/server/*.cpp)
set(LIMBER_SERVER_SOURCES ${LIMBER_SITE_SOURCES})
list(FILTER LIMBER_SERVER_SOURCES INCLUDE REGEX "/(http_[a-z]+|certificate|qr|serve)\\.cpp$")
list(REMOVE_ITEM LIMBER_SITE_SOURCES ${LIMBER_SERVER_SOURCES})

add_library(limber_site STATIC ${LIMBER_SITE_SOURCES})
target_link_libraries(limber_site PUBLIC limber_host limber_knowledge limber_assets
  PRIVATE limber_house PkgConfig::SODIUM)
add_library(limber_server STATIC ${LIMBER_SERVER_SOURCES})
target_include_directories(limber_server SYSTEM PRIVATE ${BEAST_DIR})
target_link_libraries(limber_server PUBLIC limber_site PRIVATE limber_house fmt::fmt ${LIMBER_SSL}
  ${LIMBER_CRYPTO} ${LIMBER_QRCODEGEN} ${CMAKE_DL_LIBS} Threads::Threads)
set_property(GLOBAL APPEND PROPERTY JOB_POOLS beast=1)
set_target_properties(limber_server PROPERTIES JOB_POOL_COMPILE beast)
