# cmake --install, and find_package(limber) from another project:
#   limber::core       the library (headers <limber/...>)
#   limber::knowledge  the knowledge this version carries, as limber::embedded_knowledge()
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(LIMBER_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/limber)

install(TARGETS limber_core limber_knowledge EXPORT limberTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/include/limber DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.h")
install(EXPORT limberTargets NAMESPACE limber:: DESTINATION ${LIMBER_CMAKE_DIR})

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/limberConfig.cmake
  CONTENT "include(\"\${CMAKE_CURRENT_LIST_DIR}/limberTargets.cmake\")\n" @ONLY)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/limberConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/limberConfig.cmake ${CMAKE_BINARY_DIR}/limberConfigVersion.cmake
  DESTINATION ${LIMBER_CMAKE_DIR})

if(TARGET limber)
  install(TARGETS limber RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(FILES ${CMAKE_SOURCE_DIR}/docs/limber.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
