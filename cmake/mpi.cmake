# limber-mpi, for ensembles past one machine; only where MPI is installed (libopenmpi-dev).
find_package(MPI COMPONENTS CXX QUIET)
if(MPI_CXX_FOUND)
  file(GLOB LIMBER_MPI_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/faces/mpi/*.cpp)
  add_executable(limber-mpi ${LIMBER_MPI_SOURCES})
  target_link_libraries(limber-mpi PRIVATE limber_core limber_house)
  target_include_directories(limber-mpi PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
  # As system headers: their warnings are not ours.
  target_include_directories(limber-mpi SYSTEM PRIVATE ${MPI_CXX_INCLUDE_DIRS})
  target_link_libraries(limber-mpi PRIVATE ${MPI_CXX_LIBRARIES})
  if(LIMBER_TESTS)
    add_test(NAME mpi COMMAND sh ${CMAKE_SOURCE_DIR}/test/mpi/limber_mpi_test.sh
      $<TARGET_FILE:limber-mpi> ${MPIEXEC_EXECUTABLE})
    set_tests_properties(mpi PROPERTIES TIMEOUT 300)
  endif()
endif()
