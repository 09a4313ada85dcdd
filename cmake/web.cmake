# The page, built by npm and Vite from web/, limber.wasm and the compiled knowledge:
#   ninja web   makes LIMBER_WEB_DIST (build/web/dist), a folder any web server can give out.
# WebAssembly needs a compiler of its own, so it is a build of its own (preset wasm), started from here.
set(LIMBER_WEB_DIST ${CMAKE_SOURCE_DIR}/build/web/dist)
set(LIMBER_WEB ${CMAKE_SOURCE_DIR}/web)
set(LIMBER_WASM_BUILD ${CMAKE_SOURCE_DIR}/build/wasm)
find_program(LIMBER_NPM npm)
find_program(LIMBER_NODE node)

# Always looked at: ninja in that build knows what is out of date, and leaves what is not as it is.
set(LIMBER_WASM_FILES ${LIMBER_WASM_BUILD}/limber_first.wasm ${LIMBER_WASM_BUILD}/limber.wasm
  ${LIMBER_WASM_BUILD}/limber_lab.wasm)
add_custom_target(wasm
  BYPRODUCTS ${LIMBER_WASM_FILES}
  COMMAND ${CMAKE_COMMAND} -S ${CMAKE_SOURCE_DIR} --preset wasm
    -DLIMBER_KNOWLEDGE_JSON=${LIMBER_KNOWLEDGE_DIR}/knowledge.json > ${CMAKE_BINARY_DIR}/wasm_configure.log
  COMMAND ${CMAKE_COMMAND} --build ${LIMBER_WASM_BUILD}
  DEPENDS ${LIMBER_KNOWLEDGE_DIR}/knowledge.json
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  COMMENT "Building the browser's core" USES_TERMINAL VERBATIM)

# node_modules is out of date when the lock is newer than what npm last wrote.
set(LIMBER_WEB_MODULES ${LIMBER_WEB}/node_modules/.package-lock.json)
add_custom_command(
  OUTPUT ${LIMBER_WEB_MODULES}
  COMMAND ${LIMBER_NPM} ci --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${LIMBER_WEB_MODULES}
  DEPENDS ${LIMBER_WEB}/package-lock.json ${LIMBER_WEB}/package.json
  WORKING_DIRECTORY ${LIMBER_WEB}
  COMMENT "Installing what the page is built with" VERBATIM)

file(GLOB_RECURSE LIMBER_WEB_FILES CONFIGURE_DEPENDS ${LIMBER_WEB}/src/*)
add_custom_command(
  OUTPUT ${LIMBER_WEB_DIST}/index.html
  COMMAND ${CMAKE_COMMAND} -E env LIMBER_KNOWLEDGE_DIR=${LIMBER_KNOWLEDGE_DIR}
    LIMBER_WASM_DIR=${LIMBER_WASM_BUILD} LIMBER_WEB_OUT=${LIMBER_WEB_DIST}
    ${LIMBER_NODE} node_modules/vite/bin/vite.js build --logLevel warn
  DEPENDS wasm ${LIMBER_WASM_FILES} ${LIMBER_WEB_MODULES} ${LIMBER_KNOWLEDGE_DIR}/knowledge.json ${LIMBER_WEB_FILES}
    ${LIMBER_WEB}/index.html ${LIMBER_WEB}/sw.js ${LIMBER_WEB}/vite.config.ts ${LIMBER_WEB}/tsconfig.json
  WORKING_DIRECTORY ${LIMBER_WEB}
  COMMENT "Building the page" VERBATIM)
add_custom_target(web DEPENDS ${LIMBER_WEB_DIST}/index.html)

#   ninja site  makes build/site, the page for any web server and any sub-path, without `limber serve`.
add_custom_target(site
  COMMAND ${CMAKE_SOURCE_DIR}/tools/site.py ${LIMBER_WEB_DIST} ${CMAKE_SOURCE_DIR}/build/site
  DEPENDS web VERBATIM)
